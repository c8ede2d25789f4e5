"""Compares a build of the mixed folder with its truth.

    python -m tests.corpus.mixed.score BUILD [FOLDER]

In: `data/briefing.json`, `findings.json`, `manifest.json` of the build, and truth.json. Out: what each file scores, the
means of each measure over the files that state it, and every miss in words.
"""

import json
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from tests.corpus.mixed.make import TRUTH

Row = dict[str, float]


def norm(text: str | None) -> str:
    """Letters and digits only, width folded."""
    return "".join(c for c in unicodedata.normalize("NFKC", text or "") if c.isalnum())


def simplified(text: str | None) -> str:
    import opencc

    return norm(opencc.OpenCC("t2s").convert(text or ""))


class Build:
    """The three data files of a build, by file name below the folder."""

    def __init__(self, build: Path) -> None:
        self.briefing = json.loads((build / "data" / "briefing.json").read_text("utf-8"))
        self.findings = json.loads((build / "findings.json").read_text("utf-8"))["findings"]
        self.manifest = json.loads((build / "manifest.json").read_text("utf-8"))
        self.documents = {name_of(d["path"]): d for d in self.briefing["documents"]}
        self.inputs = {name_of(i["path"]): i for i in self.manifest["inputs"]}
        ids = {d["id"]: name_of(d["path"]) for d in self.briefing["documents"]}
        self.codes: dict[str, set[str]] = defaultdict(set)
        for finding in self.findings:
            # A file that gave no document is named at the beginning of the message.
            place = ids.get(finding["document"]) or name_of(finding["message"].split(": ")[0])
            self.codes[place].add(finding["code"])


def name_of(path: str) -> str:
    """The file's name below the input folder."""
    return path.split("/", 1)[1] if "/" in path else path


def shown(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Everything of a document that a reader sees: (where, text)."""
    found = [("sentence", s["text"]) for s in document["sentences"]]
    found += [("heading", s["heading"] or "") for s in document["sections"]]
    found += [("title", document["title"]["text"])]
    for table in document["tables"]:
        found += [("table", cell) for row in [table["header"], *table["rows"]] for cell in row]
        found += [("caption", table["caption"] or "")]
    return found


def judge(build: Build, truth: dict[str, dict[str, Any]]) -> tuple[dict[str, Row], list[str]]:
    """Measures of each file, and the misses."""
    rows: dict[str, Row] = {}
    misses: list[str] = []
    for name, want in truth.items():
        row = _verdict(build, name, want, misses)
        document = build.documents.get(name)
        if "sentences" in want and document:
            row |= _contents(name, document, want, misses)
        rows[name] = row
    return rows, misses


def _verdict(build: Build, name: str, want: dict[str, Any], misses: list[str]) -> Row:
    status = build.inputs.get(name, {}).get("status", "skipped")
    codes = build.codes.get(name, set())
    row = {"status": float(status in want["status"])}
    if want["codes"]:
        row["code"] = float(bool(codes & set(want["codes"])))
    if not all(row.values()):
        misses.append(
            f"{name}: status {status}, want {want['status']}; codes {sorted(codes)}, want one of {want['codes']}"
        )
    return row


def _contents(name: str, document: dict[str, Any], want: dict[str, Any], misses: list[str]) -> Row:
    row: Row = {}
    _head(name, document, want, row, misses)
    _sections(name, document, want, row, misses)
    _sentences(name, document, want, row, misses)
    _tables(name, document, want, row, misses)
    _figures(name, document, want, row, misses)
    bad = [(bit, place, text) for bit in want["forbidden"] for place, text in shown(document) if _holds(text, bit)]
    bad += [
        ("raw " + bit, place, text)
        for bit in ("\x1b", "<script", "\u202e")
        for place, text in shown(document)
        if bit in text
    ]
    row["clean"] = float(not bad)
    misses += [f"{name}: forbidden {bit!r} in {place} {text[:60]!r}" for bit, place, text in bad]
    return row


def _holds(text: str, bit: str) -> bool:
    """Whether the text says it, whatever the punctuation; what is little but punctuation is looked for as it is."""
    return norm(bit) in norm(text) if len(norm(bit)) > 1 else bit in text


def _head(name: str, document: dict[str, Any], want: dict[str, Any], row: Row, misses: list[str]) -> None:
    if want["title"]:
        got = {key: document[key] for key in ("number", "source", "date")}
        got |= {"title": document["title"]["text"], "authors": " ".join(document["authors"])}
        for key, value in got.items():
            wanted = " ".join(want["authors"]) if key == "authors" else want[key]
            row[key] = float(norm(value) == norm(wanted))
            if not row[key]:
                misses.append(f"{name}: {key} {value!r}, want {wanted!r}")


def _sections(name: str, document: dict[str, Any], want: dict[str, Any], row: Row, misses: list[str]) -> None:
    wanted = [(norm(heading), level, norm(number)) for level, number, heading in want["sections"]]
    free = want.get("optional_sections", [])
    heads = [s for s in document["sections"] if s["heading"] not in free]
    found = [(norm(s["heading"]), s["level"], norm(s["number"])) for s in heads]
    if not wanted and not found:
        return
    for i, key in enumerate(("sections", "levels", "numbers")):
        a, b = ((Counter((w[0], *w[1 : i + 1][-1:]) for w in side)) for side in (wanted, found))
        same = sum((a & b).values())
        row[key] = 2 * same / (len(wanted) + len(found)) if same else 0.0
    if min(row[key] for key in ("sections", "levels", "numbers")) < 1:
        extra, lost = [f for f in found if f not in wanted], [w for w in wanted if w not in found]
        misses.append(f"{name}: sections missing {lost[:6]}, extra {extra[:6]}")


def _sentences(name: str, document: dict[str, Any], want: dict[str, Any], row: Row, misses: list[str]) -> None:
    got = [s["text"] for s in document["sentences"]]
    wanted = [forms for forms in want["sentences"] if forms]
    left = Counter(got)
    lost = []
    for forms in wanted:
        hit = next((form for form in forms if left[form] > 0), None)
        if hit:
            left[hit] -= 1
        else:
            lost.append(forms[0])
    if wanted:
        row["sentence_recall"] = 1 - len(lost) / len(wanted)
    if want["optional"] is not None and got:
        kept = {norm(text) for text in want["optional"]}
        extra = [text for text in left.elements() if norm(text) not in kept and any(map(str.isalnum, text))]
        extra = extra[: len(extra) - len([forms for forms in want["sentences"] if not forms])] if extra else extra
        row["sentence_precision"] = 1 - len(extra) / len(got)
        misses += [f"{name}: extra sentence {text[:70]!r}" for text in extra]
    if want.get("sentence_count"):
        row["sentence_precision"] = min(len(got), want["sentence_count"]) / max(len(got), want["sentence_count"])
    misses += [f"{name}: lost sentence {text[:70]!r}" for text in lost]


def _cell(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "").removesuffix(".0")


def _tables(name: str, document: dict[str, Any], want: dict[str, Any], row: Row, misses: list[str]) -> None:
    if not want["tables"]:
        if any(table["origin"] == "table" for table in document["tables"]):
            misses.append(f"{name}: tables out of nowhere: {[t['rows'][:2] for t in document['tables']]}"[:200])
            row["table_cells"] = 0.0
        return
    parts: dict[str, list[float]] = defaultdict(list)
    for table in want["tables"]:
        best = max(document["tables"], key=lambda got: _shared_cells(table, got), default=None)
        measures = _table_measures(table, best) if best else {"table_cells": 0.0}
        if min(measures.values()) < 1:
            seen = best and {key: best[key] for key in ("caption", "unit", "header", "rows")}
            misses.append(f"{name}: table {table['caption']!r} {measures}: got {seen!s:.700}")
        for key, value in measures.items():
            parts[key].append(value)
    row |= {key: sum(values) / len(values) for key, values in parts.items()}


def _shared_cells(table: dict[str, Any], got: dict[str, Any]) -> float:
    """The share of cells that stand in the same column of the row with the same first cell."""
    hit = {(_cell(r[0]), i, _cell(c)) for r in got["rows"] if r for i, c in enumerate(r)}
    cells = [(_cell(r[0]), i, _cell(c)) for r in table["rows"] for i, c in enumerate(r)]
    return sum(c in hit for c in cells) / max(len(cells), sum(len(r) for r in got["rows"]))


def _table_measures(table: dict[str, Any], got: dict[str, Any]) -> Row:
    columns = ["".join(dict.fromkeys(column)) for column in zip(*table["header"], strict=True)]
    measures = {"table_cells": _shared_cells(table, got)}
    measures["table_header"] = float([norm(c) for c in columns] == [norm(c) for c in got["header"]])
    if table["caption"]:
        measures["table_caption"] = float(norm(table["caption"]) in norm(got["caption"]))
    if table["unit"]:
        measures["table_unit"] = float(norm(got["unit"]) == norm(table["unit"]))
    return measures


SCALE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}


def base(value: Any, unit: str | None) -> tuple[Any, str]:
    import opencc

    unit, factor = opencc.OpenCC("t2s").convert(unit or ""), 1
    unit = {"个百分点": "百分点"}.get(unit, unit)
    if unit == "成" and not isinstance(value, list):
        unit, factor = "%", 10
    while len(unit) > 1 and unit[0] in SCALE:
        unit, factor = unit[1:], factor * SCALE[unit[0]]
    if isinstance(value, list):
        return tuple(round(v * factor, 6) for v in value), unit
    return round(float(value) * factor, 6), unit


def char_f1(a: str, b: str) -> float:
    left, right = Counter(simplified(a)), Counter(simplified(b))
    same = sum((left & right).values())
    return 2 * same / (sum(left.values()) + sum(right.values())) if same else 0.0


def _figures(name: str, document: dict[str, Any], want: dict[str, Any], row: Row, misses: list[str]) -> None:
    if not want["indicators"]:
        return
    sentences = {s["id"] for s in document["sentences"]}
    left = [i for i in document["indicators"] if i["sentence"] in sentences]
    total = len(left)
    hits: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for figure in want["indicators"]:
        same = [i for i in left if base(i["value"], i["unit"]) == base(figure["value"], figure["unit"])]
        if same:
            got = max(same, key=lambda i: char_f1(i["name"], figure["name"]))
            left.remove(got)
            hits.append((figure, got))
        elif figure["core"]:
            misses.append(f"{name}: figure missing {figure['value']}{figure['unit']} {figure['name']}")
    misses += [f"{name}: figure extra {i['value']}{i['unit']} {i['subject']}/{i['name']}" for i in left]
    core = [hit for hit in hits if hit[0]["core"]]
    count = sum(figure["core"] for figure in want["indicators"])
    row["figure_recall"] = len(core) / count
    row["figure_precision"] = len(hits) / total if total else 0.0
    checks = {
        "figure_named": lambda f, g: char_f1(g["name"] or "", f["name"]) >= 0.5,
        "figure_subject": lambda f, g: any(
            char_f1(g["subject"] or "-", s) >= 0.5 or (g["subject"] or "-") == s for s in f["subject"]
        ),
        "figure_bound": lambda f, g: g["bound"] == f["bound"],
        "figure_role": lambda f, g: f["role"] in {None, g["role"]},
    }
    for key, fits in checks.items():
        good = [fits(figure, got) for figure, got in core]
        row[key] = sum(good) / count
        for (figure, got), fine in zip(core, good, strict=True):
            if not fine:
                wanted, value = (
                    (figure[key[7:]] if key != "figure_named" else figure["name"]),
                    (got.get(key[7:]) if key != "figure_named" else got["name"]),
                )
                misses.append(f"{name}: {key} {figure['value']}{figure['unit']}: {value!r}, want {wanted!r}")


def means(rows: dict[str, Row]) -> Row:
    """Each measure's mean over the files that state it."""
    values: dict[str, list[float]] = defaultdict(list)
    for row in rows.values():
        for key, value in row.items():
            values[key].append(value)
    return {key: sum(found) / len(found) for key, found in sorted(values.items())}


def report(build: Build, truth: dict[str, dict[str, Any]]) -> list[str]:
    """The lines that `main` prints."""
    rows, misses = judge(build, truth)
    lines = []
    for name, row in rows.items():
        low = {key: round(value, 2) for key, value in row.items() if value < 1}
        lines.append(f"{name!r:32} {low or 'all right'}")
    counts = Counter(key for row in rows.values() for key in row)
    lines += ["", *(f"{key:20} {value:.3f}  of {counts[key]} files" for key, value in means(rows).items())]
    return [*lines, f"inputs without truth: {sorted(set(build.inputs) - set(truth))}", "", *misses]


def main() -> int:
    truth = json.loads(TRUTH.read_text("utf-8"))
    sys.stdout.write("\n".join(report(Build(Path(sys.argv[1])), truth)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
