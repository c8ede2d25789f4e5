"""Bare enumerations of names as tables of one column: 甲公司、乙公司、丙机械、丁机电、戊公司.

A row of names is one that grammar gives no other sense: five conjuncts or more, each a name of some length, most of
them ending alike or like a body. Rows of common nouns (食品、农资、建材) are none. Names of firms that end in their
trade (鸿雁电子) count behind words of visiting or choosing firms. Names in lines of their own (a roll) are a row too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reporter.extract.table_cells import cell, section_before
from reporter.extract.tokens import tokens_of
from reporter.model.document import Document, Paragraph, Table
from reporter.model.text import Span

_LEAST = 5
_ROW = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）()“”·]{2,24}(?:、[\u4e00-\u9fffA-Za-z0-9（）()“”·]{2,24}){4,}")
_END = re.compile(r"等(?:[\u4e00-\u9fff\d]|$)|(?:是|为|被|已|均|都|也|在|将|进行|开展)")
_NAME_END = re.compile(
    r"(?:公司|集团|企业|厂|局|院|校|大学|学院|中学|小学|银行|医院|协会|中心|研究所|实验室|合作社|电器|机电|机械|实业"
    r"|科技|股份|洁具|建材|化工|药业|纺织|之都|之乡|之城|基地|示范区|镇|乡|村|县|市|区|社区|街道|项目|工程|大桥)$"
)
# Behind words of visiting or choosing firms the trade ends a name.
_TRADE_END = re.compile(
    r"(?:电子|光电|环保|包装|物流|家居|家具|五金|食品|粮油|酒业|模具|阀门|服饰|服装|制衣|鞋业|玩具|生物|医药|制药|医疗|能源|电力"
    r"|重工|重机|精密|材料|新材|陶瓷|汽车|汽配|汽贸|电气|电缆|仪器|仪表|智能|软件|网络|通信|通讯|传媒|文化|印务|木业|纸业|钢铁"
    r"|铝业|铜业|水泥|玻璃|塑业|塑胶|橡胶|轮胎|轴承|置业|地产|建设|建工|控股|投资|农业|牧业|渔业|茶业|乳业|制造|装备|动力|轻工"
    r"|工贸|商贸|贸易|超市|百货|卫浴|灯饰|照明|厨具|印刷|染整|针织|珠宝|石化|燃气|水务|旅游|酒店|餐饮)$"
)
_CALLS_ON = re.compile(
    r"(?:走访|拜访|考察|调研|座谈|对接|洽谈|引进|招引|签约|评选|认定|公布|曝光|约谈|入驻|落户|企业|公司|客商)"
)
_CALL_REACH = 40
_OF_TRADES = re.compile(r"等?[\u4e00-\u9fff]{0,4}(?:产业|行业|领域|业态|集群|板块|门类|经济)")
# What a kind of trade begins with, hardly ever a firm's name.
_KIND_OF_TRADE = re.compile(
    r"现代|智能|智慧|绿色|新型|高端|节能|先进|数字|特色|传统|生态|休闲|电子信息|生物医药|文化创意|新能源"
)
_LONGEST_FIRM = 12
_LINE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）()“”·]{4,30}$")
_ROLL_END = re.compile(
    r"(?:公司|集团|厂|大学|学院|学校|中学|小学|幼儿园|银行|医院|协会|商会|研究所|研究院|实验室|合作社|事务所|农场|酒业|木业|[县区镇乡村]|街道|社区)"
    r"(?:[（(][^（）()]{1,12}[）)])?$"
)
_FIGURES = re.compile(r"(?<![\d一二三四五六七八九十百千万])[\d一二三四五六七八九十百千万]++[个家项名人件台]")


def name_tables(document: Document) -> list[Table]:
    """The tables of a document's rows of names; ids are left empty."""
    made = _rolls(document)
    for sentence in document.sentences:
        text = document.simplified[sentence.span.start : sentence.span.end]
        if text.count("、") < _LEAST - 1:
            continue
        for match in _ROW.finditer(text):
            names = _names(text, match.start(), match.end())
            if names:
                places = [Span(span.start + sentence.span.start, span.end + sentence.span.start) for span in names]
                made.append(_table(document, sentence.section, places))
    return made


def _rolls(document: Document) -> list[Table]:
    """The tables of names that stand in lines of their own, one below the other."""
    numbered = {item.paragraph for item in document.items}
    made: list[Table] = []
    group: list[Paragraph] = []
    for paragraph in document.paragraphs:
        line = paragraph.span.of(document.simplified)
        named = paragraph.index not in numbered and _LINE.match(line) is not None and _ROLL_END.search(line) is not None
        if group and (not named or group[-1].section != paragraph.section):
            made += _roll(document, group)
            group = []
        if named:
            group.append(paragraph)
    return made + _roll(document, group)


def _roll(document: Document, group: Sequence[Paragraph]) -> list[Table]:
    if len(group) < _LEAST:
        return []
    return [_table(document, group[0].section, [paragraph.span for paragraph in group])]


def _names(text: str, start: int, end: int) -> list[Span]:
    """The names of a row in a sentence; empty where it is no row of names."""
    places, at = [], start
    for part in text[start:end].split("、"):
        places.append(Span(at, at + len(part)))
        at += len(part) + 1
    first = _first_name(text, places[0])
    last = _last_name(text, places[-1])
    names = [first, *places[1:-1], *last]
    called = bool(names) and _are_called(text, start, names[0].start, names[-1].end)
    return names if _are_names([span.of(text) for span in names], called) else []


def _are_called(text: str, start: int, first: int, end: int) -> bool:
    """Whether the clause that a row stands in says that firms are visited or chosen, and not that the row is of trades
    (等产业)."""
    floor = max(0, start - _CALL_REACH)
    begin = max(floor, *(text.rfind(sign, floor, start) + 1 for sign in "，。；"))
    return _CALLS_ON.search(text, begin, first) is not None and not _OF_TRADES.match(text, end)


def _first_name(text: str, span: Span) -> Span:
    """The first conjunct without the words that lead to the row: 走访了甲公司 leaves 甲公司."""
    start, at = span.start, span.start
    for word, tag in tokens_of(span.of(text)):
        at += len(word)
        if (tag[0] in "updc" or tag in ("v", "vi", "r") or word in ("有", "为", "如", "即")) and at < span.end:
            start = at
    return Span(start, span.end)


def _last_name(text: str, span: Span) -> list[Span]:
    """The last conjunct as one name or, around 和, two, without what goes on behind the row (等单位)."""
    cut = _END.search(span.of(text))
    end = span.start + cut.start() if cut else span.end
    if end - span.start < 2:
        return []
    joint = re.search(r"(?<=..)[和与及](?=..)", text[span.start : end])
    if joint:
        return [Span(span.start, span.start + joint.start()), Span(span.start + joint.end(), end)]
    return [Span(span.start, end)]


def _are_names(names: list[str], called: bool) -> bool:
    """Whether conjuncts are names: enough of them, each of some length and without figures, most with an ending of
    names or the ending of another. ``called`` says that words of visiting or choosing firms lead to them."""
    if len(names) < _LEAST or min(map(len, names)) < 2 or sum(map(len, names)) < 3.6 * len(names):
        return False
    if any(_FIGURES.search(name) for name in names) or max(map(len, names)) > 20:
        return False
    several = sum(len(tokens_of(name)) > 1 for name in names)
    return several >= 0.6 * len(names) and (_end_alike(names) or (called and _end_in_trades(names)))


def _end_alike(names: list[str]) -> bool:
    """Whether most end as names do or like another."""
    endings = Counter(name[-1] for name in names)
    return sum(bool(_NAME_END.search(name)) or endings[name[-1]] > 1 for name in names) >= 0.6 * len(names)


def _end_in_trades(names: list[str]) -> bool:
    """Whether nearly all are short and end in a trade or as names do."""
    firms = sum(
        bool(_TRADE_END.search(name) or _NAME_END.search(name)) and not _KIND_OF_TRADE.match(name) for name in names
    )
    return firms >= 0.8 * len(names) and max(map(len, names)) <= _LONGEST_FIRM


def _table(document: Document, section: str | None, names: Sequence[Span]) -> Table:
    """The names at these places of the text as a table."""
    rows = tuple((cell(document, span),) for span in names)
    above = section_before(document, names[0].start) if section else None
    return Table(
        "",
        above.heading if above else document.title.text,
        None,
        "list",
        section,
        ("名称",),
        rows,
        Span(names[0].start, names[-1].end),
    )
