"""Document → indicators: every stated quantity with its name, key, subject, period, role and change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reporter.extract.changes import ChangeWords
from reporter.extract.context import period, qualifier
from reporter.extract.elsewhere import Named
from reporter.extract.keys import key_of
from reporter.extract.names import named
from reporter.extract.negations import with_negations
from reporter.extract.pairs import with_pairs
from reporter.extract.place_row_names import with_row_names
from reporter.extract.quantities import find_quantities
from reporter.extract.roles import role
from reporter.extract.shared_heads import with_shared_heads
from reporter.extract.stocks import with_stocks
from reporter.extract.subjects import Subjects
from reporter.extract.traps import has_figures
from reporter.extract.units import FAMILY
from reporter.language.script import simplified
from reporter.model.document import Change, Document, Indicator, Sentence
from reporter.model.ids import Ids
from reporter.model.text import Span


def indicators(document: Document) -> tuple[Indicator, ...]:
    """The quantities that the sentences of a document state, in reading order; none for a document without figures."""
    ids = Ids("i")
    subjects = Subjects(document)
    found: list[Indicator] = []
    paragraphs: dict[str, int] = {}
    for sentence in document.sentences:
        text = document.simplified[sentence.span.start : sentence.span.end]
        for start, end in _pieces(text):
            if has_figures(text[start:end]):
                made = _with_names_before(_of_piece(sentence, start, text[start:end], subjects, ids), found, text)
                before = found[-_BEFORE:] if _goes_on(found, sentence, paragraphs) else []
                found += with_row_names(text[start:end], sentence.span.start + start, made, before)
        paragraphs[sentence.id] = sentence.paragraph
        subjects.heard(sentence, text[:_LONGEST])
    return tuple(found)


# So many figures of the sentence before can lend a row of places their name.
_BEFORE = 8


def _goes_on(found: Sequence[Indicator], sentence: Sentence, paragraphs: Mapping[str, int]) -> bool:
    """Whether the last figure is of the paragraph that a sentence is of."""
    return bool(found) and paragraphs.get(found[-1].sentence, sentence.paragraph) == sentence.paragraph


_SO_MANY = re.compile(r"(?P<count>[两三四五六])(?:项|个)(?:指标|比率|数据)(?:数值)?分别")


def _with_names_before(made: list[Indicator], before: Sequence[Indicator], text: str) -> list[Indicator]:
    """The figures of a sentence; those of 三项指标分别为… with the names of so many figures with the same units right
    before it."""
    match = _SO_MANY.search(text) if "分别" in text else None
    count = "两三四五六".index(match["count"]) + 2 if match else 0
    if not count or len(before) < count or len(made) < count:
        return made
    row, earlier = made[-count:], before[-count:]
    if [item.unit for item in row] != [item.unit for item in earlier]:
        return made
    return [
        *made[:-count],
        *(replace(item, name=named.name, key=named.key) for item, named in zip(row, earlier, strict=True)),
    ]


# A sentence longer than this is read in pieces, so that the time stays linear whatever stands in a line.
_LONGEST = 600


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the pieces of a sentence: itself, or parts of a very long one that end at a comma."""
    start = 0
    while len(text) - start > _LONGEST:
        comma = max(text.rfind(sign, start, start + _LONGEST) for sign in "，；、 ")
        end = comma + 1 if comma > start else start + _LONGEST
        yield start, end
        start = end
    yield start, len(text)


def named_quantities(text: str) -> tuple[Named, ...]:
    """The quantities of one sentence with their names, in simplified characters."""
    plain = simplified(text)
    return _items(plain)


def _items(text: str) -> tuple[Named, ...]:
    quantities = find_quantities(text)
    whole = with_shared_heads(text, with_pairs(text, named(text, quantities)))
    return tuple(with_negations(text, with_stocks(whole)))


def _of_piece(sentence: Sentence, start: int, text: str, subjects: Subjects, ids: Ids) -> list[Indicator]:
    """The indicators of a piece of a sentence that begins at this offset; a change is linked from the figure that it
    changes."""
    items = _items(text)
    made = [_indicator(sentence, start, text, item, items, subjects, ids) for item in items]
    for index, item in enumerate(items):
        if item.change and item.base is not None and made[item.base].change is None:
            made[item.base] = replace(made[item.base], change=_change(item, item.change, made[index].id))
    return made


# So much of a subject's end tells it at the beginning of a name that lost the rest: 3线道路拓宽工程全长.
_SHARED = 3


def without_subject(name: str, subject: str) -> str:
    """The name without the subject that it begins with (南江区的中国名牌 of 南江区 → 中国名牌), as long as two
    characters are left."""
    if not subject or not (name.startswith(subject) or name[:_SHARED] in subject):
        return name
    sizes = range(len(subject), _SHARED - 1, -1)
    shared = next((size for size in (len(subject), *sizes) if name.startswith(subject[-size:])), 0)
    rest = name[shared:].removeprefix("的")
    return rest if len(rest) >= 2 else name


def _indicator(
    sentence: Sentence, start: int, text: str, item: Named, items: tuple[Named, ...], subjects: Subjects, ids: Ids
) -> Indicator:
    quantity = item.quantity
    offset = sentence.span.start + start
    subject = subjects.of(sentence, text, quantity.start)
    said = without_subject(item.name, subject)
    name = said if said and said not in FAMILY else _unnamed(item, items)
    return Indicator(
        id=ids.of(sentence.text[:_LONGEST] + sentence.text[start + quantity.start : start + quantity.end]),
        sentence=sentence.id,
        subject=subject,
        name=name,
        key=key_of(name),
        value=quantity.value,
        unit=quantity.unit,
        span=Span(offset + quantity.start, offset + quantity.end),
        qualifier=qualifier(text, item),
        bound=quantity.bound,
        period=period(text, item, items),
        role=role(text, item),
        change=_change(item, item.change, None) if item.change else None,
    )


def _unnamed(item: Named, items: tuple[Named, ...]) -> str:
    """What a figure without a name is called: as the one before it (三项指标分别为…), else by what it is."""
    before_it = [other.name for other in items if other.quantity.start < item.quantity.start and other.name]
    named_before = [name for name in before_it if name not in FAMILY]
    return named_before[-1] if named_before else _BY_FAMILY[item.quantity.family]


# A unit is no name: 元 says nothing that the figure does not.
_BY_FAMILY = {"share": "占比", "money": "金额", "time": "时间", "measure": "数量", "count": "数量"}


def _change(item: Named, words: ChangeWords, indicator: str | None) -> Change:
    """The change that the item states, as its base figure or itself (then without an id) carries it."""
    return Change(words.direction, item.quantity.value, item.quantity.unit, words.basis, indicator)
