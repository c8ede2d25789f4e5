"""Who and where a document speaks of, on cases written before the rules: what was expected is found, nothing else is.

The few cases that the rules miss are named here; a rule that finds one takes it off the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reporter.language.dates import find_dates
from reporter.language.script import simplified
from reporter.model import Sentence, Span
from reporter.structure.companies import companies_of
from reporter.structure.events import events_of
from reporter.structure.kinds import kind_of
from reporter.structure.organisations import organisations_of
from reporter.structure.people import people_of
from reporter.structure.regions import regions_of

FOLDER = Path(__file__).parents[1] / "corpus" / "naming"
MISSED = {
    "白桦川市质量工作汇报",  # a city of three characters that no list has
    "组织红星农机合作社、前进粮食种植专业合作社等合作社参训。",  # 前进 names, and is a verb
    "县质监局党组成员、副局长孙立新带领检查组检查。",  # 立新 is an adverb to the tagger
}


def blocks(name: str) -> Iterator[list[str]]:
    """The blocks of lines of a file, without its remarks."""
    for block in re.split(r"\n\s*\n", (FOLDER / name).read_text("utf-8")):
        if lines := [line for line in block.split("\n") if line.strip() and not line.startswith("#")]:
            yield lines


def documents(name: str) -> list[tuple[str, dict[str, str], str]]:
    """(title, the lines with a letter by it, the text) of each document, in simplified characters."""
    found = []
    for lines in blocks(name):
        head = {line[0]: simplified(line[2:]) for line in lines if re.match("[=TSU]( |$)", line)}
        text = "\n".join(line for line in lines if not re.match("[=TSU]( |$)", line))
        found.append((head["T"], head, simplified(text)))
    return found


def sentences(name: str) -> list[tuple[str, set[str]]]:
    """(text, what is expected of it) of each block of two lines."""
    return [(lines[0], {part.strip() for part in lines[1][1:].split(";") if part.strip()}) for lines in blocks(name)]


@pytest.mark.parametrize(("title", "head", "text"), documents("regions.txt"))
def test_regions(title: str, head: dict[str, str], text: str) -> None:
    source = head.get("S", "")
    found = regions_of(title, text, source, "\n".join((title, source, text)), head.get("U", ""))
    assert (found == tuple(part for part in head["="].split(";") if part)) == (title not in MISSED)


@pytest.mark.parametrize(("title", "head", "text"), documents("organisations.txt"))
def test_the_acting_body(title: str, head: dict[str, str], text: str) -> None:
    source = head.get("S", "")
    found = organisations_of(source, title, text, "\n".join((title, source, text)))
    assert "".join(found[:1]) == head["="]


@pytest.mark.parametrize(("text", "expected"), sentences("people.txt"))
def test_people(text: str, expected: set[str]) -> None:
    persons = people_of(text, simplified(text))
    found = {f"{person.name}/{person.role}/{person.organisation or '-'}" for person in persons}
    assert all(person.span.of(text) == person.name for person in persons)
    assert found <= expected
    assert (found == expected) == (text not in MISSED)


@pytest.mark.parametrize(("text", "expected"), sentences("companies.txt"))
def test_companies(text: str, expected: set[str]) -> None:
    companies = companies_of(text, simplified(text))
    found = {company.text for company in companies}
    assert all(company.span.of(text) == company.text for company in companies)
    assert found <= expected
    assert (found == expected) == (text not in MISSED)


@pytest.mark.parametrize("line", [line for block in blocks("kinds.txt") for line in block])
def test_kinds(line: str) -> None:
    expected, title, opening = (part.strip() for part in line.split("|"))
    rows, opening = (12, "") if opening == "ROWS" else (0, opening)
    kind = kind_of(title, opening, title + opening, rows=rows, sentences=2 if opening else 1)
    assert kind
    assert kind.name == expected
    assert re.match("title: |opening: |text: |rows: ", kind.evidence)


@pytest.mark.parametrize("lines", list(blocks("events.txt")))
def test_events(lines: list[str]) -> None:
    inferred = ("no", "yes")
    stated, text, expected = (line[2:] if line[0] in "@=" else line for line in lines)
    spans = [Span(*match.span()) for match in re.finditer("[^。]+。?", text)]
    parts = [Sentence(str(span.start), None, 0, span.of(text), span) for span in spans]
    found = events_of(text, {Span(0, len(text)): find_dates(text)}, parts, None if stated == "-" else stated)
    told = [
        " ".join((event.text, event.date or event.period or "-", inferred[event.inferred_year], event.basis or "-"))
        for event in found
    ]
    assert told == [part.strip() for part in expected.split(";") if part.strip()]
