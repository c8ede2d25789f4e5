"""Words that tell what surrounds a quantity: links, stative verbs, generic heads, endings of measures.

Simplified characters. They are function words and words of administration at large, not of any one field or text.
"""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """White-space separated words as a set."""
    return frozenset(text.split())


def alternatives(text: str) -> str:
    """White-space separated words as alternatives of a pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(text.split(), key=lambda word: (-len(word), word)))


LINKS = words(
    """
    首度 加
    达到 达成 达 达到了 要 可 能 会 可以 能够 做到 做到了 率达 额达 量达 为 是 有 共有 共计 合计 总计 计 约 仅 仅有
    只有 均 均为 各 各有 各为 就 已 已达 已有 现有 至 到 了 过 着 的 在 也 还 都 又 则 分别 累计 一共 总共 共 高达
    多达 长达 首次 成功 一度 大约 即 如 等 这 平均 实际 一行 占 具有 年满 满 须 应 应当 必须 力争 争取 确保 有望
    预期 目标 一般 只需 仅需 如今 年内 现已 目前 也有 还有 中有 里有 先后 预计 不足 不到 接近 将近 逾 超 近 存在
    另有 且 将 大幅 突破 超过 实现 拥有 新台币 人民币 折合 约合 合 为期 收于 报收 维持 保持 稳定 占到 另 由 从 ： :
    按 其中有
    """
)
"""Words between a name and its number, one after the other: 分别 + 达到."""

LEVELS = words(
    """
    增 扩 增加 增长 上升 提高 提升 扩大 扩增 发展 恢复 上涨 涨 升 攀升 增至 降至 降 下降 减少 缩短 压缩 压减 回落 降低
    下调 控制 保持 稳定 维持 集中 调整 处 报收 收 减 减至 升至 缩短至 扩充 拓展 上调 延长 调高 调低 跃升 缩小 收窄
    """
)
"""Verbs that belong to a following 到, 至, 为 or 在: 增加到, 稳定在."""

LEADING_TO = words("到 至 为 在")

# 由上年的412亿元, 从最初的8户, 到如今的126户: where a figure came from or went; the name stands before it.
ORIGIN = re.compile(
    r"(?:(?:由|从)(?:[^，。；由从]{0,8}?(?:年|月|期|初|末|前|底|时|来|先|有|去|往|来))?(?:同期|时候)?"
    r"|(?:到|至|为)(?:如今|现在|目前|今年|去年|当前|眼下))的?$"
)
# 是五年前的3.5倍: what a multiple is measured against.
MULTIPLE = re.compile(r"(?:是|为|相当于|约为|达到|等于)[^，。；]{1,14}?的?$")

STATIVE = words(
    """
    有 另有 还有 也有 总计有 共计有 累计有 打算 准备 做到 有 拥有 现有 共有 达 达到 为 是 包括 包含 涉及 含 占 需
    需要 要 可 能 能够 可以 应 应当 须 必须 将 会 具有 具备 设 设有 建有 来自 辖 下辖 管辖 属于 属 成为 实现 计 共计
    合计 总计 累计 涵盖 覆盖 存在 剩余 剩 列 居 使 让 令 由 从 给 保持 超过 突破 力争 争取 确保 预计 预期 计划 目标
    要求 提出 明确 显示 表示 获悉 了解 造成 导致 致使 引发 产生 剩下 余下 指出 强调 介绍 认为 说 称 达成 通过 作为
    进行 目前 截至 截止 如 比 约 各 发展到 进一步 着力 努力 成功 加快 继续 不断 已有 组成 组建 发现 看到 听说 据说
    得知 没有 无 未 不得 不能 推动 引导 鼓励 支持 指导 帮助 促进 督促 围绕 全面 积极 大力 深入 完善 依法 陆续 相继
    连续 先后 拟 用于
    """
)
"""Verbs that say no more than that there is so much of something, or that something is meant or said."""

PREDICATES = words(
    """
    参加 参与 获得 荣获 通过 开展 进行 实现 完成 达到 来到 提出 接受 享受 参赛 入选 加入 成为 表示 发展 得到 受到
    取得 建成 投入 纳入 列入
    """
)
"""Verbs that always say something of what stands before them, and are never part of a compound behind it."""

MODIFIERS = words(
    """
    兼职 专职
    在读 在校 在建 在册 在职 在逃 在编 在岗 退休 新增 新建 改建 扩建 拟建 续建 已建 获奖 参展 入驻 受灾 受损 被拐
    注册 登记 驻村 失业 离休 挂职 特困 致富 优抚 留守 返乡 待业 首发 发明 出口 进口 外资 合作 重点
    """
)
"""Verbs that before a noun are its attribute: 在校学生, 受灾群众."""

COMPOUND_HEADS = re.compile(
    r"(?:项目|工程|企业|单位|人员|机构|中心|基地|设备|设施|系统|平台|任务|标准|制度|措施|案件|产品|基金|资金|计划"
    r"|服务|活动|会议|车辆"
    r"|点|站|所|厂|场|室|区|线|队|组|班|书|证|器|机|户|店|院|校|村|镇|家|者|员|率|量|额|费|款|法|权|指数|能力|面积"
    r"|贷款|业务|资料"
    r"|方案|意见|建议|岗位|样品|问题|办法|事项|用地|用房|处|群众|学生|病例|病床|床位)$"
)
"""Heads that a verb before them forms a compound with: 改造项目, 生产企业, 执法人员."""

ATTRIBUTE = re.compile(
    r"(?:率|量|额|值|价|数|度|费|费用|面积|比重|比例|占比|收入|支出|投资|能力|强度|水平|指数|价格|浓度|里程|时间"
    r"|周期|规模|余额|总数"
    r"|人数|人口|人次|产值|产量|总量|时长|天数|长|宽|高|重|幅|速|速度|能耗|消耗|成本|税收|利润|资金|资产|资本|储备"
    r"|贷款|存款|销售"
    r"|声级|工期|期限|年龄|寿命|距离|容量|总额|差额|缺口|债务|质量|补贴|指标|负荷|噪声|气温|海拔|厚度|深度)$"
)
"""Names of measures: what stands before them, verbs too, belongs to the name (产品抽检合格率, 粮食播种面积)."""

BARE = re.compile(
    r"^(?:国家|世界|全国|国际|省|部|市|县|区|乡|镇|村|校|院|局|地|州|厅|甲|乙|丙|高|中|初|特|优|特优"
    r"|[一二三四五])?(?:部级|省级|市级|级)$"
    r"|^(?:特?大|中|小|微|巨|重|轻)型$|^[AＡ1-5]+级$"
)
"""A bare modifier that leaves its head to a neighbour: 省级9家, 大型1座, 特优级."""

DOING = re.compile(
    r"(?:其中|并|再|同时|共|全年|年内|力争|分别|预计|计划|着力|继续|积极|全面|重点|每年){0,8}"
    r"(?:(?:新|改|扩|续|重|迁|翻|补|组|筹|创|修|搭|兴|共)?(?:改)?建设?|新增|净增|增设|增加|增殖|新设|设立|设置|添置|配备|配置|更换|更新|购置"
    r"|新?认定|新?认证|新?签约|新?引进|新?引育|新?培育|新?培养|培训|引导|招引|引入|引种|选派|选聘|招聘|招录|吸纳|吸引|帮扶|救助|资助|安置"
    r"|完成|实施|推进|推动|推广|开展|组织|整合|统筹|举办|承办|办理|办结|发放|筹集|筹措|争取|落实|打造|提供|改造|提升|改善|整治|治理|整修|整理|修复|修缮"
    r"|修订|制定|制修订|清淤|疏浚|疏通|维修|养护|加固|加装|安装|铺设|架设|敷设|绿化|美化|亮化|造林|植树|栽植|种植|播种|补植|抚育|养殖|出栏"
    r"|硬化|拓宽|平整|退耕|复垦|开垦|流转|开发|开工|复工|竣工|投产|投用|开通|贯通|通车|拆除|拆迁|关停|关闭|淘汰|化解|盘活|处置|清理|清退|清偿|消除|查处|检查"
    r"|抽检|体检|义诊|巡诊|监测|检测|检验|排查|巡查|普查|筛查|调查|登记|研发|转化|孵化|上云|上市|出口|发展|壮大|扩大|发行|投放|投资|投入|新?开设|开办|新?开业"
    r"|收储|收购|储备|供应|出让|交付|分配|受理|接待|服务|保障|确保|保持|征集|征收|解决|减少|减排|压减|压缩|缩短|削减|降低|回收|利用|覆盖|惠及"
    r"|支持|扶持|创|建|栽|种)"
)
"""Verbs of what is to be done: with a number behind them they are a task of a plan (新建农田, 发放补贴)."""

REACHING = re.compile(
    r"[达到至](?:到|成)?|增长|成长|提高|提升|上升|下降|降低|减少|控制|保持|稳定|维持|不低于|不少于|不高于|不超过|超过"
    r"|突破|高于|低于|力争|争取|压缩|缩短|不下于|占比|增速|(?:增|涨|降)幅|实现|新增|年均"
)
"""Words before a number that something is to reach."""

ANAPHOR = re.compile(
    r"^(?:全|我|该|本|贵|此|各|我们|他们|其)(?:国|省|市|县|区|州|旗|盟|镇|乡|村|街道|社区|局|分局|总局|委|办|院|校"
    r"|厂|公司|集团|所|站"
    r"|中心|系统|处|园区|机关|单位|部门|行业|队|支队|厅|部|行|台|馆)?$"
)

TIMES = re.compile(
    r"^(?:全年|全月|当[年月日天期]|年[初末底中内]|年度|月[初末底]|期末|[上下]半年|截至|截止|目前|今[年天日]"
    r"|[去前明往近昨]年|同期"
    r"|本[年月期]|历年|多年|至今|日前|近日|期间|时期|年|月|日|[年月]份|季度)$"
)

POINTING = words(
    """
    凡 各 各类 各种 各项 各级 各式 该 本 此 这 那 其 其他 其它 其余 另 另外 全部 所有 一些 有关 相关 上述 以上 主要
    包括 等 多 多个 同 再 又
    """
)
"""First words of a phrase that only count or point."""
