"""In: documents of texts/. Out: Markdown and plain text, in the encodings and with the damage that they come with."""

from pypinyin import Style, pinyin

from tests.corpus.mixed.spec import Spec, plain, tables


def lines(spec: Spec, indent: str = "") -> list[str]:
    """Title, number, and every block a line."""
    found = []
    for kind, text in spec.flow():
        if kind in {"B", "HR", "R"} or not text.strip():
            continue
        found.append((indent if kind in {"P", "I"} else "") + plain(kind, text))
    if "number" in spec.facts:
        found.insert(1, spec.facts["number"])
    return found


def text(spec: Spec, encoding: str = "utf-8", end: str = "\n") -> bytes:
    return (end.join(lines(spec, "　　")) + end).encode(encoding)


def _heading(kind: str, body: str) -> str:
    return "#" * (int(kind[1]) + 1) + " " + body.replace("|", "")


def markdown(spec: Spec, *, front: bool = False, width: int = 0) -> bytes:
    facts = spec.facts
    parts = (
        [f"---\ntitle: {spec.title}\ndate: {facts['date']}\nauthor: {facts['source']}\ntags: [绿化]\n---"]
        if front
        else []
    )
    parts += [f"# {spec.title}"]
    count = 0
    for kind, body in spec.flow():
        if kind in {"H1", "H2"}:
            parts.append(_heading(kind, body))
        elif kind == "P":
            noted = plain(kind, body)
            noted = noted[:-1] + "[^1]。" if spec.of("O") and "明显" in noted else noted
            parts.append(_wrapped(noted, width))
        elif kind == "I":
            parts.append("- " + body.split("|")[1])
        elif kind == "B":
            parts += [f"**{tables(spec)[count]['caption']}**", _pipes(tables(spec)[count])]
            count += 1
    parts += [f"[^1]: {note}" for note in spec.of("O")]
    return ("\n\n".join(parts).replace("\n\n- ", "\n- ") + "\n").encode()


def _pipes(table: dict) -> str:  # type: ignore[type-arg]
    head, rows = table["header"][0], table["rows"]
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows])


def _wrapped(body: str, width: int) -> str:
    return "\n".join(body[i : i + width] for i in range(0, len(body), width)) if width else body


def hard_wrapped(spec: Spec) -> bytes:
    """Lines of 30 characters, paragraphs told by their indent only; CRLF."""
    title, *rest = lines(spec, "　　")
    return "\r\n".join(
        [f"          {title}", "", *(_wrapped(line, 30).replace("\n", "\r\n") for line in rest)]
    ).encode()


def misread(spec: Spec) -> bytes:
    """UTF-8 that was read as GB 18030 and saved again; what did not decode was lost."""
    return "\n".join(line.encode().decode("gb18030", "replace") for line in lines(spec)).encode()


def noted(spec: Spec) -> bytes:
    """Mechanical conversion that notes the reading behind characters, as in 區(qū), and half-width punctuation."""
    readings = "區監縣農業質發現優過經執戶責歷備實標準"
    whole = "\n".join(lines(spec, "    "))
    shown = []
    for i, character in enumerate(whole):
        seen = whole[: i + 1].count(character)
        shown.append(character)
        if character in readings and seen % 2:
            shown.append(f"({pinyin(character, style=Style.TONE)[0][0]})")
    return _half("".join(shown)).encode()


def _half(body: str) -> str:
    return body.translate(str.maketrans("，；：（）？！", ",;:()?!"))


def half_width(spec: Spec) -> bytes:
    return _half("\n".join(lines(spec, "    "))).encode()


def doubled(spec: Spec) -> bytes:
    """Every paragraph behind the first is there twice, as a page that was copied with its preview."""
    title, first, *rest = lines(spec)
    return "\n".join([title, first, *(line for body in rest for line in (body, body))]).encode()


def with_adverts(spec: Spec) -> bytes:
    app, topic, free, more, other = spec.of("X")
    title, *body = lines(spec, "　　")
    parts = [title, "2023-04-18 09:12", body[0], topic, body[1], free, *body[2:], app, more, other]
    return "\n".join(parts).encode()


def with_copyright(spec: Spec) -> bytes:
    title, *body = lines(spec, "　　")
    return "\n".join([title, "2023年05月06日 10:20  来源：枫浦区商务局", *body, *spec.of("X")]).encode()


def cut(spec: Spec) -> bytes:
    """Ends inside the last but one character."""
    return "\n".join(lines(spec, "　　")).encode()[:-4]


PLACES = ("城北", "城南", "柏渡", "石坪", "青杨", "河口", "东门", "西关", "滨河", "竹林", "上坪", "下坪")
DEEDS = (
    "修缮校舍{}间，新购图书{}册",
    "疏浚河道{}公里，清理淤泥{}立方米",
    "走访困难家庭{}户，发放慰问金{}元",
    "巡查林地{}亩，补植苗木{}株",
    "接待游客{}人次，培训讲解员{}人",
    "检修电梯{}部，更换路灯{}盏",
    "登记流动人口{}人，调解纠纷{}件",
)
CLOSES = ("群众反映良好", "较上一期有所改进", "有关记录已经归档", "其余事项按计划推进", "结果已在村务栏公示")


def long_sentences(part: int, count: int) -> list[str]:
    found = []
    for i in range(count):
        n = part * count + i
        deed = DEEDS[n % 7].format(n % 389 + 2, n % 977 + 11)
        found.append(f"{n % 12 + 1}月，{PLACES[n % 11]}一带第{n + 1}组{deed}，{CLOSES[n % 5]}。")
    return found


LONG_PARTS, LONG_COUNT = 60, 340


def long(spec: Spec) -> bytes:
    """Two megabytes: sixty parts of 340 sentences, ten a paragraph."""
    parts = [spec.title]
    for part in range(LONG_PARTS):
        parts.append(f"第{_chinese(part + 1)}章 {PLACES[part % 12]}片区第{part + 1}卷")
        sentences = long_sentences(part, LONG_COUNT)
        parts += ["　　" + "".join(sentences[i : i + 10]) for i in range(0, LONG_COUNT, 10)]
    return "\n".join(parts).encode()


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else digits[tens]) + "十" if tens else ""
    return head + (digits[ones] if ones or not tens else "")
