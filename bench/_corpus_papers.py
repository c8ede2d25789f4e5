"""A number → a made-up document of a kind: report, news, plan, bulletin. Place, year and name alone decide figures."""

from __future__ import annotations

import random
from dataclasses import dataclass

from bench._corpus_words import (
    ENDS,
    GAPS,
    HEADS,
    NEXT,
    REASONS,
    SUBJECTS,
    TAILS,
    UNITS,
    WAYS,
    YEARS,
    Measure,
    Subject,
)

# Has no divisor in common with the number of places and years: so many documents in a row are of different ones.
_STEP = 5003
_NUMBERS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: where it is of and from when, its title, and its paragraphs (headings among them); a table of figures
    may follow."""

    number: int
    place: str
    year: int
    title: str
    paragraphs: tuple[str, ...]
    table: tuple[tuple[str, str, str], ...] = ()
    source: str = ""
    month: int = 3


# -- what is stated


def drawn(*seed: object) -> random.Random:
    """Random numbers that the parts of a seed decide."""
    return random.Random("/".join(map(str, seed)))


def place_of(dice: random.Random) -> str:
    """The name of a county, a city or a district."""
    return place_name(dice.randrange(len(HEADS)), dice.randrange(len(TAILS)))


def place_name(head: int, tail: int) -> str:
    """The name that these two syllables make."""
    return HEADS[head] + TAILS[tail] + UNITS[(head + tail) % len(UNITS)]


def value_of(place: str, year: int, measure: Measure) -> str:
    """A figure as documents state it: the same in all of them."""
    value = drawn(place, year, measure.name).uniform(measure.low, measure.high)
    return f"{value:.{measure.digits}f}"


def growth_of(place: str, year: int, measure: Measure) -> str:
    """By how much a figure grew, in words."""
    rate = drawn(place, year, measure.name, "rate").uniform(-4, 19)
    return f"增长{rate:.1f}%" if rate >= 0 else f"下降{-rate:.1f}%"


def fact(place: str, year: int, measure: Measure) -> str:
    """A sentence that states a figure."""
    stated = f"{year}年，{place}{measure.name}{value_of(place, year, measure)}{measure.unit}"
    if measure.unit == "%":
        return f"{stated}。"
    return f"{stated}，比上年{growth_of(place, year, measure)}。"


def deed(dice: random.Random, subject: Subject) -> str:
    """A sentence of what was done."""
    body, verb, thing = dice.choice(subject.bodies), dice.choice(subject.verbs), dice.choice(subject.things)
    other, reason, way, end = (dice.choice(words) for words in (subject.things, REASONS, WAYS, ENDS))
    return dice.choice(
        (
            f"{reason}，{body}{way}{verb}{thing}{dice.randint(2, 90)}处，{end}。",
            f"{body}{way}{verb}{thing}，并把{other}一并纳入，{end}。",
            f"{thing}由{body}{way}{verb}，涉及{dice.randint(2, 19)}个乡镇，{end}。",
            f"{reason}，{thing}和{other}被列为重点，{body}{way}推进。",
        )
    )


def deeds(dice: random.Random, subject: Subject, count: int) -> str:
    """So many of them."""
    return "".join(deed(dice, subject) for _ in range(count))


def gap(dice: random.Random, subject: Subject) -> str:
    """A sentence of what is lacking."""
    first, second = dice.sample(GAPS, 2)
    return f"{subject.heading}方面，{first}，{dice.choice(subject.things)}{second}。"


# -- documents


def report(number: int, place: str = "", year: int = 0) -> Paper:
    """A work report: five to nine sections with deeds and figures, what is lacking, what comes next; of that place and
    year, where they are given."""
    dice = drawn("report", number)
    own = place_of(dice), dice.choice(YEARS)
    place, year = place or own[0], year or own[1]
    parts: list[str] = [f"{year}年，{place}各级各部门{dice.choice(REASONS)}，统筹推进各项工作，现将有关情况报告如下。"]
    subjects = dice.sample(SUBJECTS, dice.randint(5, 9))
    for at, subject in enumerate(subjects):
        parts.append(f"{_NUMBERS[at]}、{subject.heading}")
        stated = [fact(place, year, measure) for measure in dice.sample(subject.measures, dice.randint(1, 3))]
        parts.append("".join([*stated, deeds(dice, subject, dice.randint(3, 7))]))
        parts += [
            f"（{_NUMBERS[sub]}）{dice.choice(NEXT)}。" + deeds(dice, subject, dice.randint(2, 4))
            for sub in range(dice.randint(0, 3))
        ]
    last = dice.choice(subjects)
    parts += [
        f"{_NUMBERS[len(subjects)]}、存在问题和下一步打算",
        "".join(gap(dice, one) for one in dice.sample(subjects, 3)),
    ]
    parts.append(f"下一步，将{dice.choice(NEXT)}，{dice.choice(NEXT)}，{dice.choice(ENDS)}。" + deed(dice, last))
    return Paper(number, place, year, f"{place}{year}年工作总结报告", tuple(parts), source=f"{place}人民政府", month=12)


def news(number: int) -> Paper:
    """A piece of news: what happened, some figures, what a participant saw."""
    dice = drawn("news", number)
    place, year, month = place_of(dice), dice.choice(YEARS), dice.randint(1, 12)
    subject, other = dice.sample(SUBJECTS, 2)
    thing = dice.choice(subject.things)
    title = f"{place}{dice.choice(subject.verbs)}{thing}{dice.choice(('见成效', '有新招', '进入攻坚阶段', '惠及乡邻'))}"
    parts = [
        f"{month}月{dice.randint(1, 28)}日，记者在{place}{thing}现场看到，{dice.choice(ENDS)}。" + deed(dice, subject),
        deeds(dice, subject, dice.randint(2, 4)),
        fact(place, year - 1, dice.choice(subject.measures)) + deed(dice, subject),
        f"“{dice.choice(REASONS)}，{dice.choice(ENDS)}。”{dice.choice(subject.bodies)}负责人说。" + deed(dice, other),
        f"据了解，{place}还将{dice.choice(NEXT)}，{dice.choice(NEXT)}。" + deed(dice, subject),
    ]
    return Paper(number, place, year, title, tuple(parts), source=f"{place}融媒体中心", month=month)


def plan(number: int) -> Paper:
    """A plan: aims with their years, tasks with who answers for them."""
    dice = drawn("plan", number)
    place, year = place_of(dice), dice.choice(YEARS)
    parts = [f"为做好今后一个时期的工作，{dice.choice(REASONS)}，制定本方案。", "一、工作目标"]
    subjects = dice.sample(SUBJECTS, dice.randint(3, 5))
    for subject in subjects:
        measure = dice.choice(subject.measures)
        parts.append(f"到{year + 3}年底，{measure.name}达到{value_of(place, year + 3, measure)}{measure.unit}。")
    parts.append("二、主要任务")
    for at, subject in enumerate(subjects, 1):
        first, second = dice.sample(subject.bodies, 2)
        tasks = deeds(dice, subject, dice.randint(2, 5))
        parts.append(f"{at}．{dice.choice(NEXT)}。{tasks}{year + 1}年6月底前完成。（{first}牵头，{second}配合）")
    parts += [
        "三、保障措施",
        f"{dice.choice(NEXT)}，{dice.choice(NEXT)}，{dice.choice(ENDS)}。" + gap(dice, subjects[0]),
    ]
    title = f"{place}{subjects[0].heading}三年行动方案（{year}—{year + 3}年）"
    return Paper(number, place, year, title, tuple(parts), source=f"{place}人民政府办公室")


def bulletin(number: int) -> Paper:
    """A bulletin of statistics on one form for all counties: figures and a table, hardly another word. Each is of
    another place or year than all before: two of the same would be equal."""
    turn = number * _STEP % (len(HEADS) * len(TAILS) * len(YEARS))
    place, year = (
        place_name(turn % len(HEADS), turn // len(HEADS) % len(TAILS)),
        YEARS[turn // len(HEADS) // len(TAILS)],
    )
    parts: list[str] = [f"{year}年，{place}经济社会发展总体平稳，主要统计数据如下。"]
    rows: list[tuple[str, str, str]] = []
    for at, subject in enumerate(SUBJECTS[:9]):
        parts.append(f"{_NUMBERS[at]}、{subject.heading}")
        parts.append("".join(fact(place, year, measure) for measure in subject.measures))
        rows += [(measure.name, measure.unit, value_of(place, year, measure)) for measure in subject.measures[:1]]
    title = f"{place}{year}年国民经济和社会发展统计公报"
    return Paper(number, place, year, title, tuple(parts), tuple(rows), f"{place}统计局")
