"""Document → indicators: every stated quantity with its name, key, subject, period, role and change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reporter.extract.changes import ChangeWords
from reporter.extract.context import period, qualifier
from reporter.extract.elsewhere import Named
from reporter.extract.keys import key_of
from reporter.extract.names import named
from reporter.extract.quantities import find_quantities
from reporter.extract.roles import role
from reporter.extract.shared_heads import with_shared_heads
from reporter.extract.subjects import Subjects
from reporter.extract.traps import has_figures
from reporter.language.script import simplified
from reporter.model.document import Change, Document, Indicator, Sentence
from reporter.model.ids import Ids
from reporter.model.text import Span


def indicators(document: Document) -> tuple[Indicator, ...]:
    """The quantities that the sentences of a document state, in reading order; none for a document without figures."""
    ids = Ids("i")
    subjects = Subjects(document)
    found: list[Indicator] = []
    for sentence in document.sentences:
        text = document.simplified[sentence.span.start : sentence.span.end]
        for start, end in _pieces(text):
            if has_figures(text[start:end]):
                found += _of_piece(sentence, start, text[start:end], subjects, ids)
        subjects.heard(sentence, text[:_LONGEST])
    return tuple(found)


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
    return tuple(with_shared_heads(text, named(text, find_quantities(text))))


def _of_piece(sentence: Sentence, start: int, text: str, subjects: Subjects, ids: Ids) -> list[Indicator]:
    """The indicators of a piece of a sentence that begins at this offset; a change is linked from the figure that it
    changes."""
    items = _items(text)
    made = [_indicator(sentence, start, text, item, items, subjects, ids) for item in items]
    for index, item in enumerate(items):
        if item.change and item.base is not None and made[item.base].change is None:
            made[item.base] = replace(made[item.base], change=_change(item, item.change, made[index].id))
    return made


def without_subject(name: str, subject: str) -> str:
    """The name without the subject that it begins with (顺德区的中国名牌 of 顺德区 → 中国名牌), as long as two
    characters are left."""
    rest = name.removeprefix(subject).removeprefix("的") if subject else name
    return rest if len(rest) >= 2 else name


def _indicator(
    sentence: Sentence, start: int, text: str, item: Named, items: tuple[Named, ...], subjects: Subjects, ids: Ids
) -> Indicator:
    quantity = item.quantity
    offset = sentence.span.start + start
    subject = subjects.of(sentence, text, quantity.start)
    name = without_subject(item.name, subject) or quantity.unit
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


def _change(item: Named, words: ChangeWords, indicator: str | None) -> Change:
    """The change that the item states, as its base figure or itself (then without an id) carries it."""
    return Change(words.direction, item.quantity.value, item.quantity.unit, words.basis, indicator)
