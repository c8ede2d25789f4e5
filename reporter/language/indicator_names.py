"""What the names of figures say: whether they can stand alone, and whether they are of the indicators that every
statistics office and budget leads with.

Names and keys in simplified characters.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GENERIC = _words(
    """
    企业 单位 公司 机构 部门 学校 医院 人 人员 人数 群众 居民 农户 户 职工 员工 项目 产品 品种 项 参数 家 个 负责人
    地区 国家 村 乡镇 县 市 省 省份 行政村 社区 地方 城市 企事业单位 厂家 商户 对象 学员 学生 游客 干部 同志 代表
    方面 问题 案件 环节 设备 指标 样品 场所 事项 活动 会议 任务 工作 标准 样本 批次 时间 收入 支出 投资 资金 面积
    人口 数量 制度
    """
)
"""Heads that say little on their own: their figure is told apart by what they do (获奖的企业)."""

# Verbs and words of extent that leave a generic head as empty as it was: 惠及群众, 涉及企业, 总投资, 相关人员.
_LEADS = re.compile(
    r"^(?:惠及|受益|服务|覆盖|涉及|带动|吸引|接待|参与|参加|培训|帮助|走访|检查|组织|实施|完成|建成|新建|新增|安排|投入"
    r"|筹集|发放|解决|办理|受理|处理|开展|举办|推进|总|相关|有关|各类|全部|其中|累计|平均|日均|年均|人均|计划|预计|实际"
    r"|占地|建筑|规划|设计)+"
)
_TOO_LITTLE = GENERIC | _words(
    """
    经费 占比 比重 比例 率 总数 总量 金额 分 名 次数 天数 项目数 人次 户数 家数 期限 假期 首度 提前 合格 统筹 增至
    % 元 万元 亿元 需求 增加 减少 调整 倍数 个数 工期 年龄 用时
    """
)
# A rate of two characters is of whatever the text speaks of; those of statistics are always of people.
_RATE = re.compile(r"(?:总|平均|综合|一次)?[\u4e00-\u9fff]{2}率(?:增速|提高|下降|上升)?")
_OF_PEOPLE = _words(
    "出生率 死亡率 失业率 就业率 入学率 入园率 升学率 巩固率 通胀率 负债率 结婚率 离婚率 抚养比 城镇化率"
)
_SHARE = re.compile(r".{0,2}(?:占比|比重|比例)|占.{0,6}(?:比重|比例|率)?")
# Measures that a place has one of and every house and work too.
_EXTENT = _words(
    """
    总面积 面积 总投资 总人口 人口 占地面积 建筑面积 总长 全长 库容 总库容 资产总额 总资产 净资产 总收入 总支出 总量
    """
)
_PLACE = re.compile(r"(?:省|市|县|区|州|旗|盟|镇|乡|街道|村)$")
_HEADLINE = re.compile(
    r"(?:地区|国内)?生产总值|GDP|(?:工业|农业|农林牧渔业|服务业|产业)增加值|工业总产值|农林牧渔业总产值|固定资产投资|社会消费品零售总额"
    r"|进出口|一般公共预算|财政(?:总?收入|支出)|预算收入|预算支出|税收收入|岁[入出]|可支配收入|常住人口|户籍人口|城镇化率|居民消费价格|新增就业|失业率"
    r"|粮食.{0,2}产量|存款余额|贷款余额|优良天数|优良率|PM2\.?5|平均预期寿命|营业收入|营业额|净利润|总投资$"
)
_OF_WHOLE = re.compile(r"占|完成.{0,60}(?:预算|计划)")


def tells_alone(key: str, subject: str) -> bool:
    """Whether a name can be understood, and compared between documents, without the text around it.

    Args:
        key: the figure's key or name; empty tells nothing.
        subject: whose it is; extents (总面积) tell something of places only.
    """
    if key in _EXTENT:
        return _PLACE.search(subject) is not None
    if not key or key in _OF_PEOPLE:
        return bool(key)
    bare = _LEADS.sub("", key)
    if not bare or key in _TOO_LITTLE or bare in _TOO_LITTLE:
        return False
    return _RATE.fullmatch(key) is None and _SHARE.fullmatch(key) is None


def is_headline(key: str) -> bool:
    """Whether a name is of an indicator that reports lead with (地区生产总值, 一般公共预算收入)."""
    return _HEADLINE.search(key) is not None and _OF_WHOLE.search(key) is None
