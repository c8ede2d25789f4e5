"""Running text for pages: paragraphs that differ by theme and number, of the length and manner of official news."""

from __future__ import annotations

_PATTERNS = (
    "今年以来，全市围绕{t}主线，坚持问题导向，细化{a}项举措，明确{b}个责任单位，推动各项任务落地见效。",
    "截至6月底，全市{t}项目开工{a}个，完成投资{b}.6亿元，同比增长{c}.3%，进度快于序时要求。",
    "会议指出，{t}关系发展全局，要把握规律、统筹推进，既要补齐短板，也要锻造长板，确保年度目标如期完成。",
    "据了解，{t}专班每周调度、每月通报，累计协调解决难题{a}件，办结率达到{c}.5%，群众满意度稳步提升。",
    "下一步，将继续加大{t}力度，完善长效机制，力争年底前新增示范点{a}处，带动就业{b}人以上。",
    "有关负责人表示，{t}没有捷径可走，只有把基础打牢、把服务做细，才能让企业和群众真正受益。",
    "在{t}方面，累计下达补助资金{b}万元，惠及农户{a}户，户均增收约{c}00元。",
    "与此同时，各县区结合实际开展{t}交叉检查，发现问题{a}个，已整改{c}个，其余列入清单限期销号。",
    "通过持续推进{t}，城乡面貌明显改善，公共服务更加均衡，{b}个行政村实现了全覆盖。",
    "专家认为，{t}的经验值得总结推广，其关键在于部门协同、社会参与和制度保障三者缺一不可。",
)


def paragraphs(theme: str, count: int, seed: int = 0) -> tuple[str, ...]:
    """So many different paragraphs on a theme."""
    return tuple(
        _PATTERNS[(seed + n) % len(_PATTERNS)].format(
            t=theme, a=11 + (seed * 7 + n * 5) % 83, b=102 + (seed * 31 + n * 17) % 870, c=3 + (seed + n * 3) % 9
        )
        for n in range(count)
    )
