"""reporter extract: files in, their figures, tables, targets, dates, honours and references out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click

from reporter import pipeline, read
from reporter.cli.terminal import Place, result, say, tell
from reporter.cli.texts import json_text, print_json, read_text
from reporter.config import Config, SummarySection
from reporter.errors import ConfigurationError, InputError, OutputError, ReadError
from reporter.extract import compare, themes, timeline
from reporter.model import Analysis, Briefing, BriefingHead, RawText
from reporter.render.contract import document_dict
from reporter.render.data_csv import guarded, indicator_rows, write_tables
from reporter.render.data_overview import OVERVIEW

SOME_FAILED = 4
_PARTS = ("indicators", "tables", "targets", "events", "honours", "references")
_CSV_PARTS = {"indicators": indicator_rows, **{name: rows for name, rows in OVERVIEW.items() if name != "themes"}}


@click.command(short_help="Print the figures, targets and dates of texts.")
@click.argument("files", metavar="FILE|FOLDER|-...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "xlsx"]),
    help="How to write them (json, or as the name after -o ends).",
)
@click.option("--part", type=click.Choice(list(_CSV_PARTS)), default="indicators", help="What CSV prints (indicators).")
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=Place(),
    help="Write to this file; CSV to a file.csv: one part; to a folder: every part.",
)
def extract(files: tuple[str, ...], form: str | None, part: str, output: Path | None) -> int:
    """Print the figures of texts, each with its place, their tables, targets, dates, honours and references.

    \b
    reporter extract 报告.txt
    reporter extract 报告.docx --format csv > 指标.csv
    reporter extract 报告.pdf --format csv --part targets
    reporter extract 文件夹 -o 数据.xlsx             a sheet for each part and each table, numbers as numbers
    reporter extract 文件夹 --format csv -o 数据/     a file for each part and each table
    curl … | reporter extract -

    Exit codes: 0 fine; 1 failed; 2 wrong option; 4 some files could not be read.
    """  # noqa: D301 - click reads \b
    form = form or _form_of(output)
    if form == "xlsx" and output is None:
        raise ConfigurationError("--format xlsx needs a file to write to", "name one: -o figures.xlsx")
    texts = list(_texts(files))
    analyses = tuple(
        pipeline.analyse(pipeline.document_of(raw), SummarySection(method="lead")) for raw in texts if raw is not None
    )
    if not analyses:
        raise InputError(f"{', '.join(files)}: holds no document that can be read", "docs/formats.md says what can be")
    _write(analyses, form, part, output)
    return SOME_FAILED if None in texts else 0


def _form_of(output: Path | None) -> str:
    """The format that the output's name asks for."""
    ending = output.suffix.lower() if output else ""
    return {".csv": "csv", ".xlsx": "xlsx"}.get(ending, "json")


def _texts(files: tuple[str, ...]) -> Iterator[RawText | None]:
    """The texts of files and of all documents in folders; None for a document of several that can't be read."""
    if len(files) == 1 and (files[0] == "-" or not Path(files[0]).is_dir()):
        yield read_text(files[0])
        return
    if "-" in files:
        yield read_text("-")
    for found in read.find_inputs([Path(name) for name in files if name != "-"], (), ()):
        if found.skip is not None:
            say(found.skip.message)
            continue
        try:
            yield read.read_file(found.path, found.shown)
        except ReadError as error:
            say(f"{found.shown}: {error.message}")
            yield None


def briefing_of(analyses: tuple[Analysis, ...]) -> Briefing:
    """The documents as a briefing without choices: what the writers of data take."""
    return Briefing(
        BriefingHead(analyses[0].document.title.text),
        "zh-Hans",
        "keep",
        analyses,
        (),
        comparison=compare(analyses),
        timeline=timeline(analyses),
        themes=themes(analyses, {})[0],
    )


def _write(analyses: tuple[Analysis, ...], form: str, part: str, output: Path | None) -> None:
    if output is not None:
        _write_files(analyses, form, part, output)
    elif form == "csv":
        briefing = briefing_of(analyses)
        result(csv_text(briefing, part))
        _say_unprinted(briefing, part)
    else:
        print_json(extracted(analyses))


def _say_unprinted(briefing: Briefing, part: str) -> None:
    """What one part as CSV leaves out where it prints nothing or where the documents have tables."""
    tables = sum(len(analysis.tables) for analysis in briefing.analyses)
    if tables:
        noun = "table is" if tables == 1 else "tables are"
        say(f"note: {tables} {noun} not in this CSV (use --format json, or -o figures.xlsx)")
    elif not any(True for _ in islice(_CSV_PARTS[part](briefing), 1, None)):
        say(f"note: no {part} were found")


def _write_files(analyses: tuple[Analysis, ...], form: str, part: str, output: Path) -> None:
    """JSON, one CSV or a workbook to a file, or all CSV files to a folder.

    Raises:
        OutputError: it can't be written.
    """
    briefing = briefing_of(analyses)
    try:
        if form == "json":
            output.write_text(json_text(extracted(analyses)) + "\n", "utf-8", errors="backslashreplace", newline="\n")
        elif form == "xlsx":
            from reporter.render.xlsx import write_workbook

            write_workbook(briefing, output, Config(), None)
        elif output.suffix.lower() == ".csv":
            output.write_text(csv_text(briefing, part) + "\n", "utf-8-sig", errors="backslashreplace", newline="")
        else:
            write_tables(briefing, output)
    except OSError as error:
        raise OutputError(f"{output}: can't be written: {error.strerror}", "name another place after -o") from error
    tell(f"{output}: {len(analyses)} document{'s' if len(analyses) > 1 else ''}")


def extracted(analyses: tuple[Analysis, ...]) -> dict[str, object]:
    """What is found in one document, or a list of it with each document's path and title for several."""
    parts = [_parts(analysis) for analysis in analyses]
    return dict(parts[0]) if len(parts) == 1 else {"documents": parts}


def _parts(analysis: Analysis) -> dict[str, object]:
    found = document_dict(analysis)
    return {name: found[name] for name in ("id", "path", "title", "date", *_PARTS)}


def csv_text(briefing: Briefing, part: str) -> str:
    """One part of the data as CSV, with the columns of its file in a build."""
    out = io.StringIO()
    rows = ([guarded(cell) for cell in row] for row in _CSV_PARTS[part](briefing))
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().rstrip("\n")
