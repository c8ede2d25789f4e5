"""Stretches of a sentence whose numbers state no quantity: ordinals, points in time, document and standard numbers,
telephones, set phrases, titles and slogans.

Every pattern is of a kind of writing, not of one text. What only the words around a quantity can tell (三年前,
前10位) is decided with the quantity, in ``quantities``.
"""

from __future__ import annotations

import re

from reporter.extract.units import family_of, unit_at
from reporter.language.dates import find_dates

_CN = "零〇一二三四五六七八九十百千万两"
_DIGIT = f"[\\d{_CN}]"
_DIGITS = f"{_DIGIT}{{1,16}}+"  # nothing behind it is a figure, so it never gives one back

_PATTERNS = (
    # 第一、第四十九条、第3—5页: ordinals, with the numbers that go on from the first
    rf"第 ?{_DIGITS}(?:(?:[、,，至到~—–-]|和第|、第)第?{_DIGITS}(?=[条款项章节页号期批届次季年、]))*",
    # 其一, 之三, 十之八九
    rf"(?<!分)[其之][{_CN}](?!者)",
    # 〔2017〕39号, (2010)第5号, 39号文
    r"[〔［\[【(（](?:19|20)\d\d[〕］\]】)）] ?第? ?\d+ ?号",
    rf"{_DIGITS}(?:-\d+)? ?号(?!召)",
    # sessions: 五届八次全会, 十四届全国人大四次会议
    rf"届[^，。；\d]{{0,10}}?{_DIGITS}次(?:会议|全会|全体会议|党代会|人代会)?",
    # clock, decade, century, years that dates do not know (2016—2018, 2016/17学年)
    r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?",
    (
        rf"(?:上午|下午|中午|凌晨|早上|晚上|晚间|清晨|傍晚|当晚|晚|早|日|[前后]) ?{_DIGIT}{{1,3}}[时点](?:半"
        rf"|{_DIGIT}{{1,3}}分?|[一三]刻)?"
    ),
    rf"(?<![\d.]){_DIGIT}{{1,3}}时(?:许|{_DIGIT}{{1,3}}分)",
    rf"(?:上个?世纪)?(?:{_DIGIT}{{1,4}}世纪)?{_DIGIT}{{2,4}}年代",
    rf"{_DIGIT}{{1,4}}世纪",
    r"(?:19|20)\d\d ?[年]?(?:[/~～—–－-]|至|到) ?(?:(?:19|20)\d\d|\d\d(?!\d)) ?(?:学?年|财年|赛季)?",
    rf"(?:19|20)\d\d(?:年|财年|学年|级|届|版)|[{_CN}]{{4}}年",
    r"(?<!\d)\d{1,2}(?:[~～—–－-]|至|到|、)\d{1,2} ?月份?",
    r"(?<![\d.])(?:1[0-2]|[1-9]|[一二三四五六七八九]|十[一二]?)月(?:[份初中底末上下前后来以]|(?=[,，、。；至到和]))",
    (
        r"(?<![\d.])(?<!超过)(?<!少于)(?<!低于)(?<!缩短)(?<!延长)(?<!不足)(?:3[01]|[12]?\d|[三二]?十[一二三四五六七八九]?"
        r"|[一二三四五六七八九])[日号](?![内供产均])(?!以[内上下])"
    ),
    # 一季度, 前三季度, 上半年, 年级, 周年, 学年
    r"[一二三四1-4](?:至|到|、|-|—|~)?[二三四2-4]?季度|[上下前后]半[年月场]",
    rf"{_DIGITS}(?:年级|周年|年制|年一贯|学年|年期|年度)",
    # N·N names of days and events, web addresses, mail, telephones, long figures
    rf"(?:{_DIGITS}[·•‧]){{1,3}}{_DIGITS}",
    r"(?:https?://|www\.)[\w./?=&%#:-]+",
    (
        r"(?<!\d)0\d{2,3}[-—－ ]\d{7,8}(?:-\d+)?|(?<!\d)1[3-9]\d{9}(?!\d)|(?:电话|传真|热线|手机"
        r"|邮编)[:：]?[\d、,，—－ -]{3,}"
    ),
    r"(?<![\d.])\d{1,16}(?:\.\d{1,16}){2,}",
    # 5:3, 8.5:45.2:46.3; 1+3+N; ×
    r"\d{1,16}(?:\.\d{1,8})?(?:[:：]\d{1,16}(?:\.\d{1,8})?)+",
    rf"“?[\dN]{{1,8}}(?:[+＋][\dN{_CN}]{{1,8}})+",
    # 4×100米, 7×24小时, 24小时服务: always, not an amount
    r"\d{1,8} ?[×xX*] ?\d{1,8}(?:小时|米)?",
    r"(?<!\d)24小时(?![内后]|以[内上]|之[内后])(?!的?(?:时间|累计|降|雨))",
    # 前三名, 前10位, 前三季度, 百强; 首批; 位居第
    rf"(?<![目此日年之以提当空从])前{_DIGITS}(?:名|位|强|家|个(?!月)|大|批|期|次|轮|届|天|周|年|个月|季度)?",
    rf"(?<!分之){_DIGITS}强(?![度化制])",
    # 三大攻坚战, 六大工程: named groups; 一二三产业
    rf"{_DIGITS}大(?!类|于|约|概|幅|型|学|中|小|豆|蒜)",
    r"[一二三][、和]?[二三](?:[、和]三)?产业?|三次产业",
    # 3A级, 4S店, 5G: a figure with a letter that is no unit is a name
    r"\d{1,8}(?:\.\d{1,4})?[A-Z]{1,2}(?:级|店|景区)",
    # N-th of a kind: 一期工程, 二期, 二级, 三等奖, 四线城市, 三甲
    r"[一二三四五六七八九][等线甲乙审读级代胎孩婚](?![别])",
    rf"{_DIGITS}楼(?!盘)|{_DIGITS}路(?:公交|车)",
    # per so many: 每万人, 每百户, 每10万人口
    rf"每(?:\d{{1,8}}(?:\.\d{{1,4}})?)?[{_CN}]{{0,8}}(?:名|人|户|件|公里|平方公里|吨|亩|元|台|辆|只|股)?(?=[^\d{_CN}])",
    r"万元(?=GDP|产值|增加值|生产总值|工业|地区|国内)",
    rf"/ ?\d{{0,8}}[{_CN}]{{1,8}}",
    # measured over a time: 8小时平均浓度, 24小时均值
    r"\d{1,2}小时(?:滑动)?(?:平均|均值|浓度)",
    # 伸出五根手指, 坐两小时车: gestures and ways
    rf"[{_CN}](?:根|只|双|条|个)?(?:手指头?|指头|眼睛|耳朵|胳膊)",
    rf"(?<=[坐乘开骑走了])[\d{_CN}]{{1,3}}个?多?(?:小时|分钟|天|夜)的?(?:车|路|船|火车|飞机|山路)(?![间站况线])",
    # N x N y: 三查三保, 一村一品, 两学一做, 七站八所
    rf"(?<![{_CN}])[{_CN}](?![{_CN}年月元角分时天斤米吨亩尺寸周岁日点成倍多余几来行])[\u4e00-\u9fff][{_CN}](?![{_CN}])[\u4e00-\u9fff]",
)
# Every pattern begins with one of these, and none inside a number; looking at one character first makes the search
# several times as fast.
_MASK = re.compile(
    rf"(?!(?<=\d)\d)(?=[\d{_CN}N“第其之〔［\[【(（届上下中凌早晚清傍当前后日hw电传热手邮每/])(?:"
    + "|".join(f"(?:{pattern})" for pattern in _PATTERNS)
    + ")"
)
_MAIL = re.compile(r"[\w.-]{1,40}@[\w.-]+")

# Set phrases of public language with a number and a measure word in them. Not of any text: whoever writes of party and
# government work uses them, as whoever writes of anything uses 三言两语.
_PHRASES = re.compile(
    "(?=[一二两三四五六七八九十千百万多元只最])(?:"
    "四个(?:意识|自信|全面|伟大|服从)|[两二]个(?:维护|确立|一百年|大局|文明|毫不动摇|结合|务必|翻番|转变|根本)"
    "|三个(?:代表|有利于|面向|务必|倾斜)|"
    "五个(?:统筹|一百|文明)|六个(?:一|统一|必须)|[三四五六七八九十]个(?:一(?![百千万])|不|必须|坚持|严禁|严格|到位"
    "|确保|结合|转变|统一|更加|加强)|"
    "[一两三四五六七八九十]位一体|[四五六]套班子|[八]项规定|四项基本原则|十二分|三次产业|[三四五]道防线|两面|三只手"
    "|三个臭皮匠|"
    "[两二三四]次(?:产业|分配|供水|创业|污染|元|革命|握手|性)|五个文明|五口之家|三天两头|三番五次|四处|两手|两头"
    "|两岸三地|三只松鼠|三棵树|"
    "(?<![十百千万亿零])(?:二元|三元|一元)|(?<![\\d十百千万亿])多元|三角|四角|五角|百分点|万分(?!之)|十分(?!钟|之)|千人一面|一次性|一次办|(?:只|只需|最多)跑一次"
    "|一件事|百分百(?!之))"
)
# A place or a brand that begins like a quantity: 三台县, 五家渠, 九台区, 六枝特区.
_PLACE = re.compile(
    rf"[{_CN}]{{1,6}}(?:[\u4e00-\u9fff]|[台门元枝角][\u4e00-\u9fff])(?:特区|[县市区镇乡庄屯寨渠](?![级里场内直域长委政区]))"
)
_QUOTE = re.compile(r"“[^“”]*”|「[^「」]*」|『[^『』]*』|‘[^‘’]*’|\"[^\"]*\"")
_TITLE = re.compile(r"《[^《》]*》|〈[^〈〉]*〉")
_SPEECH = re.compile(r"[。！？!?；]")
_LATIN = re.compile(r"(?<![A-Za-zⅠ-Ⅻ])(?<![A-Za-zⅠ-Ⅻ][/.-])[A-Za-zⅠ-Ⅻ]++(?:[/.-][A-Za-z]++)*+[ -]?\d[\d.:/—–-]*")
# Item numbers: at the start of a sentence or of one of its parts, and bracketed ones anywhere.
_MARKER = re.compile(
    rf"(?:^|[，,；;：:。、])\s*(?:\d{{1,2}}[.．、](?!\d)|[{_CN}]{{1,3}}(?:、|是|要(?!求)))|[（(](?:\d{{1,2}}"
    rf"|[{_CN}]{{1,3}})[)）]"
)
_FIGURE = re.compile(rf"[\d{_CN}半]")

Stretch = tuple[int, int]


def has_figures(text: str) -> bool:
    """Whether a text holds anything that a number could be made of."""
    return _FIGURE.search(text) is not None


def trap_stretches(text: str) -> list[Stretch]:
    """(start, end) of each stretch of a sentence in simplified characters, figures in ASCII, whose numbers are no
    quantities; unsorted."""
    found = [match.span() for match in _MASK.finditer(text)]
    if "@" in text:
        found += [match.span() for match in _MAIL.finditer(text)]
    found += [match.span() for match in _PHRASES.finditer(text)]
    if "《" in text or "〈" in text:
        found += [match.span() for match in _TITLE.finditer(text)]
    found += [match.span() for match in _MARKER.finditer(text)]
    found += [(date.start, date.end) for date in find_dates(text, plain=True)]
    found += _names_with_figures(text)
    found += _latin(text)
    return found


def _names_with_figures(plain: str) -> list[Stretch]:
    """Place names such as 三台县, where the measure word belongs to the name."""
    return [
        match.span() for match in _PLACE.finditer(plain) if match.start() == 0 or plain[match.start() - 1] not in _CN
    ]


def _latin(plain: str) -> list[Stretch]:
    """Letters and the figures behind them (ISO9001, GB/T 19001-2016, PM2.5), unless a measure follows (GDP1200亿元)."""
    found = []
    for match in _LATIN.finditer(plain):
        rest = re.match(r"[百千]?[万亿]*", plain[match.end() :])
        behind = match.end() + (rest.end() if rest else 0)
        unit = unit_at(plain, behind)
        if unit is None or family_of(unit["unit"]) in ("count", "time"):
            found.append(match.span())
    return found


def quotations(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, short) of quoted names and slogans; quoted speech is none. Short ones hold a name and nothing else.

    A quotation that ends a sentence inside, or is as long as one, is speech and may state figures.
    """
    found = []
    for match in _QUOTE.finditer(text):
        inner = match[0][1:-1]
        if len(inner) <= 30 and not _SPEECH.search(inner):
            found.append((*match.span(), len(inner) <= 12))
    return found
