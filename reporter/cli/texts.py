"""reporter summarize: one text in, its key sentences out; and how a text named on the command line is read."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reporter import pipeline, read
from reporter.cli.terminal import result
from reporter.config import SummarySection
from reporter.errors import InputError, ReadError
from reporter.model import Document, RawText
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
    result(json_text(value))


def json_text(value: dict[str, object]) -> str:
    """A value as JSON, the contract's version first."""
    return json.dumps({"schema_version": SCHEMA_VERSION, **value}, ensure_ascii=False, indent=1)
