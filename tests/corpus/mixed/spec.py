"""In: a document of texts/, a line a block, told by its first word. Out: its blocks, and the truth that they state.

T title · H1, H2 `number|heading` · J2 `number|heading|sentence¦sentence` in one line · P `sentence¦sentence` ·
I `marker|sentence` · A addressee · V appendix line · G signature · N note · K text box · O footnote ·
X furniture, shown and forbidden · Z forbidden only · B `caption|unit`, HR a header row, R a row ·
F `value|unit|name|subject|bound|role`, of the paragraph above · @key value.
A value that begins with `?` may be found or not; subjects that are right stand with `/` between them, `-` for none; a
role of `*` is not judged.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).parent / "texts"
BREAK = "¦"


@dataclass(frozen=True, slots=True)
class Spec:
    """One document: its blocks as (kind, text), in order."""

    name: str
    blocks: tuple[tuple[str, str], ...]

    def of(self, *kinds: str) -> list[str]:
        return [text for kind, text in self.blocks if kind in kinds]

    def flow(self) -> list[tuple[str, str]]:
        """What is printed in every format: all but figures, facts, and what a writer places by itself."""
        return [block for block in self.blocks if block[0] not in "FXZKO@"]

    @property
    def title(self) -> str:
        return "".join(self.of("T"))

    @property
    def facts(self) -> dict[str, str]:
        return dict(text.split(" ", 1) for text in self.of("@"))


def load(name: str) -> Spec:
    lines = (TEXTS / f"{name}.txt").read_text("utf-8").splitlines()
    blocks = [("@", line[1:]) if line.startswith("@") else _block(line) for line in lines if line.strip()]
    return Spec(name, tuple(blocks))


def _block(line: str) -> tuple[str, str]:
    kind, _, text = line.partition(" ")
    return kind, text


def plain(kind: str, text: str) -> str:
    """The block as one line of plain text."""
    if kind in {"H1", "H2", "I"}:
        return text.replace("|", "", 1)
    if kind == "J2":
        return text.replace("|", "", 1).replace("|", "。").replace(BREAK, "")
    return text.replace(BREAK, "")


def cells(row: str, separator: str = "|") -> list[str]:
    return row.split(separator)


def tables(spec: Spec, separator: str = "|") -> list[dict[str, Any]]:
    """Caption, unit, header rows and rows of each table."""
    found: list[dict[str, Any]] = []
    for kind, text in spec.blocks:
        if kind == "B":
            caption, _, unit = text.partition("|")
            found.append({"caption": caption, "unit": unit or None, "header": [], "rows": []})
        elif kind == "HR":
            found[-1]["header"].append(cells(text, separator))
        elif kind == "R":
            found[-1]["rows"].append(cells(text, separator))
    return found


def truth(spec: Spec, separator: str = "|") -> dict[str, Any]:
    """What a build should make of the document."""
    facts = spec.facts
    return {
        "title": spec.title.strip() or None,
        "number": facts.get("number"),
        "source": facts.get("source"),
        "date": facts.get("date"),
        "authors": facts["authors"].split() if "authors" in facts else [],
        "sections": _sections(spec),
        "sentences": _sentences(spec),
        "optional": spec.of("V", "N", "K", "O"),
        "indicators": [_indicator(text) for text in spec.of("F")],
        "tables": tables(spec, separator),
        "forbidden": spec.of("X", "Z"),
    }


def _sections(spec: Spec) -> list[list[Any]]:
    heads = [(kind, text) for kind, text in spec.blocks if kind in {"H1", "H2", "J2"}]
    return [[int(kind[1]), *text.split("|")[:2]] for kind, text in heads]


def _sentences(spec: Spec) -> list[list[str]]:
    """Each sentence with the forms that are right: an item may show its marker or leave it to the layout."""
    found: list[list[str]] = []
    for kind, text in spec.blocks:
        if kind in {"P", "A"}:
            found += [[sentence] for sentence in text.split(BREAK)]
        elif kind == "J2":
            found += [[sentence] for sentence in text.split("|")[2].split(BREAK)]
        elif kind == "I":
            marker, _, rest = text.partition("|")
            first, *others = rest.split(BREAK)
            found += [sorted({first, marker + first, f"{marker} {first}"})]
            found += [[sentence] for sentence in others]
    return found


def _indicator(text: str) -> dict[str, Any]:
    value, unit, name, subject, bound, role = text.split("|")
    return {
        "value": float(value.lstrip("?")),
        "unit": unit,
        "name": name,
        "subject": subject.split("/"),
        "bound": bound or None,
        "role": role if role != "*" else None,
        "core": not value.startswith("?"),
    }
