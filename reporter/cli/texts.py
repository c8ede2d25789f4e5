"""reporter summarize and reporter extract: one text in, its key sentences or its figures out."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reporter import pipeline, read
from reporter.cli.terminal import result
from reporter.config import SummarySection
from reporter.errors import InputError, ReadError
from reporter.extract import extract as extract_figures
from reporter.model import Analysis, Briefing, BriefingHead, Document, RawText, Summary
from reporter.render.contract import document_dict
from reporter.render.data_csv import guarded, indicator_rows
from reporter.summarize import method as ranking_method
from reporter.summarize import summarize_document

SCHEMA_VERSION = 1


def read_text(name: str) -> RawText:
    """The text of a file, or of standard input for ``-``.

    Raises:
        InputError: there is no such file, or it can't be read as text.
    """
    try:
        if name == "-":
            return read.read_bytes(sys.stdin.buffer.read(), "stdin.txt")
        return read.read_file(Path(name), Path(name).name)
    except ReadError as error:
        raise InputError(f"{name}: {error.message}", error.hint) from error


@click.command(short_help="Print the key sentences of one text.")
@click.argument("file", metavar="FILE|-")
@click.option(
    "-n", "--sentences", metavar="N", type=click.IntRange(1), help="How many sentences (5, or one a section)."
)
@click.option(
    "--chars",
    metavar="N",
    type=click.IntRange(1),
    help="A length to aim at, white space not counted; with -n both hold.",
)
@click.option(
    "--method",
    metavar="NAME",
    default="default",
    help="How sentences are ranked; an unknown name lists them.",
)
@click.option("--topic", metavar="WORDS", multiple=True, help="Lean the ranking to these words; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print text, place in the source and score as JSON.")
def summarize(
    file: str, sentences: int | None, chars: int | None, method: str, topic: tuple[str, ...], as_json: bool
) -> int:
    """Print the key sentences of one text, in its own order, one a line.

    \b
    reporter summarize 报告.txt
    reporter summarize 报告.txt --chars 300
    curl … | reporter summarize - -n 3 --topic 品牌建设
    reporter summarize 报告.txt --json      with offsets into the file as decoded
    """  # noqa: D301 - click reads \b
    ranking_method(method)
    document = pipeline.document_of(read_text(file))
    summary = summarize_document(document, SummarySection(method=method, sentences=sentences, chars=chars, topic=topic))
    if as_json:
        print_json({"sentences": sentence_dicts(document, summary.sentences, dict(summary.scores))})
    else:
        texts = {sentence.id: sentence.text for sentence in document.sentences}
        for name in summary.sentences:
            result(texts[name])
    return 0


def sentence_dicts(document: Document, chosen: Sequence[str], scores: dict[str, float]) -> list[dict[str, object]]:
    """The chosen sentences with id, section, text, place in the source and score."""
    ledger = document.clean.ledger
    sentences = {sentence.id: sentence for sentence in document.sentences}
    dicts: list[dict[str, object]] = []
    for name in chosen:
        sentence = sentences[name]
        start, end = ledger.source_span(sentence.span.start, sentence.span.end)
        place = {"start": start, "end": end, "score": scores.get(name)}
        dicts.append({"id": name, "section": sentence.section, "text": sentence.text, **place})
    return dicts


def print_json(value: dict[str, object]) -> None:
    """Print a value as JSON, the contract's version first; what a terminal would obey is escaped."""
    text = json.dumps({"schema_version": SCHEMA_VERSION, **value}, ensure_ascii=False, indent=1)
    result(text)


@click.command(short_help="Print the figures of one text.")
@click.argument("file", metavar="FILE|-")
@click.option("--format", "form", type=click.Choice(["json", "csv"]), default="json", help="How to print them (json).")
def extract(file: str, form: str) -> int:
    """Print the figures of one text, each with its place; as JSON its tables too.

    \b
    reporter extract 报告.txt
    reporter extract 报告.txt --format csv > 指标.csv
    curl … | reporter extract -
    """  # noqa: D301 - click reads \b
    document = pipeline.document_of(read_text(file))
    figures = extract_figures(document)
    analysis = Analysis(document, Summary((), ()), indicators=figures.indicators, tables=figures.tables)
    if form == "csv":
        result(indicators_csv(analysis))
    else:
        parts = document_dict(analysis)
        print_json({"indicators": parts["indicators"], "tables": parts["tables"]})
    return 0


def indicators_csv(analysis: Analysis) -> str:
    """The figures of one document, with the columns of data/indicators.csv."""
    alone = Briefing(BriefingHead(analysis.document.title.text), "zh-Hans", "keep", (analysis,), ())
    out = io.StringIO()
    rows = ([guarded(cell) for cell in row] for row in indicator_rows(alone))
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().rstrip("\n")
