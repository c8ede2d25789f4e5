"""Of which place and year a key sentence is, where it does not say so itself: （云河县·2022年）.

In: the sentences that were chosen over all documents. Out: words to print behind each, before its mark; they are no
part of the quotation. Documents of one place need no word of the place, sentences of one year none of the year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reporter.language.areas import stem_of
from reporter.language.script import simplified
from reporter.model import Analysis, Document, Reference, Sentence
from reporter.render.passages import Quote
from reporter.render.viewpoint import Viewpoint, place_of, short_name

Key = tuple[str, str]

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
# A year in a sentence: 2022年, 二〇二二年, 113年度.
_NAMED = re.compile(r"(?<!\d)\d{2,4}年(?![内来前后多])|[一二〇○零][一二三四五六七八九〇○零]{3}年")
_PLACE = re.compile(r"^(?![全我本该各]).+(?:[省市县区州盟旗镇乡]|街道)$")
# The report of a year tells of the year before, unless a heading or 今年 says which of the two is meant.
_OF_TWO_YEARS = re.compile(r"(?:工作|施政)报告")
_THIS_YEAR = re.compile(r"今年|本年度?|新的一年")


def labelled(quotes: Sequence[Quote], labels: Mapping[Key, str]) -> tuple[Quote, ...]:
    """The quotations with their labels."""
    return tuple(replace(quote, whose=labels.get((quote.document, quote.sentence), "")) for quote in quotes)


def labels_of(view: Viewpoint, chosen: Sequence[Reference]) -> dict[Key, str]:
    """(document, sentence) → its place and year in brackets, in the interface's script; those that need none are left
    out. All documents of ``chosen`` decide whether there are several places and years."""
    places = {name: whereabouts(view.analysis(name)) for name in dict.fromkeys(its.document for its in chosen)}
    years = {(its.document, its.id): _year(view, its) for its in chosen}
    stems = frozenset(stem_of(place) for place in places.values() if place)
    several_places, several_years = len(stems) > 1, len({year for year in years.values() if year}) > 1
    found: dict[Key, str] = {}
    for its in chosen:
        key, text = (its.document, its.id), simplified(view.sentences[its.document, its.id].text)
        place = places[its.document] if several_places and not any(stem in text for stem in stems) else ""
        year = years[key] if several_years and not _NAMED.search(text) else ""
        named = view.script.named(short_name(place), view.analysis(its.document).document)
        if parts := [part for part in (named, view.date(year)) if part]:
            found[key] = f"（{'·'.join(parts)}）"
    return found


def whereabouts(analysis: Analysis) -> str:
    """The place that a document is of, its last unit; where it names none, the place that most of its figures speak
    of; empty for neither."""
    if analysis.document.regions:
        return place_of(analysis.document)
    spoken = Counter(its.subject for its in analysis.indicators if _PLACE.search(its.subject))
    return max(spoken, key=lambda name: spoken[name], default="")


def _year(view: Viewpoint, reference: Reference) -> str:
    """The year that a sentence is of: of the innermost heading above it that names one, else of its document; empty
    where that is not known."""
    document = view.analysis(reference.document).document
    sentence = view.sentences[reference.document, reference.id]
    return year_of_heading(document, sentence) or year_of_document(document, sentence)


def year_of_heading(document: Document, sentence: Sentence) -> str:
    """The one year that the innermost heading with a year names; empty for several and for none."""
    sections = {section.id: section for section in document.sections}
    at = sentence.section
    while at is not None:
        if years := set(_YEAR.findall(sections[at].heading)):
            return years.pop() if len(years) == 1 else ""
        at = sections[at].parent
    return ""


def year_of_document(document: Document, sentence: Sentence) -> str:
    """The one year of the title, else that of the date; of a report on work only where the sentence speaks of the
    year that it was given in."""
    title = "" if document.title.inferred else simplified(document.title.text)
    if _OF_TWO_YEARS.search(title) and not _THIS_YEAR.search(simplified(sentence.text)):
        return ""
    years = set(_YEAR.findall(title))
    return years.pop() if len(years) == 1 else "" if years else (document.date or "")[:4]
