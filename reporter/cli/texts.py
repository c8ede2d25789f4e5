"""reporter summarize: one text in, its key sentences out; and how a text named on the command line is read."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import click
import msgspec

from reporter import pipeline, read
from reporter.cli.build import with_curation
from reporter.cli.explanation import explained_json, explained_text
from reporter.cli.terminal import Place, result, say
from reporter.config import Config, Language, loaded
from reporter.errors import ConfigurationError, InputError, ReadError
from reporter.model import Analysis, Document, Finding, RawText, TopicRow
from reporter.summarize import method as ranking_method
from reporter.summarize import picks_of_text, summarize_document, text_findings, topic_rows, with_phrases

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
@click.option("--method", metavar="NAME", help="How sentences are ranked (default); an unknown name lists them.")
@click.option("--topic", metavar="WORDS", multiple=True, help="Lean the ranking to these words; may be repeated.")
@click.option("--curation", metavar="FILE", type=Place(), help="Sentences to pin, to drop and to order, by id.")
@click.option(
    "-c", "--config", metavar="FILE", type=Place(), help="Take [summary], [topics] and the curation of this file."
)
@click.option("--explain", is_flag=True, help="Say for each sentence why it was taken, and what was left out.")
@click.option("--language", type=click.Choice(get_args(Language)), help="Language of the explanation (zh-Hans).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print (text).")
@click.option("--json", "form", flag_value="json", help="The same as --format json: text, place in the source, score.")
def summarize(file: str, form: str, explain: bool, **options: Any) -> int:
    """Print the key sentences of one text, in its own order, one a line.

    \b
    reporter summarize 报告.txt
    reporter summarize 报告.txt --chars 300
    curl … | reporter summarize - -n 3 --topic 品牌建设
    reporter summarize 报告.txt --json      with offsets into the file as decoded
    reporter summarize 报告.txt --explain   with ids, scores and reasons

    A text without sentences prints nothing and says why on standard error, as does a text that says nothing on a
    topic; the latter is then summarized as without it. Both exit with 0.
    """  # noqa: D301 - click reads \b
    config = settings_of(**options)
    ranking_method(config.summary.method)
    document = pipeline.document_of(read_text(file))
    topics = topic_rows([document], config.summary.topic, config.topics)
    analysis = analysed(document, config, explain)
    say_remarks(file, analysis, topics, config)
    if form == "json":
        print_json(data_of(analysis, topics, explain))
    elif explain:
        result(explained_text(analysis, config))
    else:
        texts = {sentence.id: sentence.text for sentence in document.sentences}
        for name in analysis.summary.sentences:
            result(texts[name])
    return 0


def settings_of(
    *,
    config: Path | None,
    curation: Path | None,
    language: Language | None,
    topic: tuple[str, ...],
    **summary: Any,
) -> Config:
    """The configuration of the file named, if any, and of the environment, with the options in place of its values.

    Raises:
        ConfigurationError: a file is missing or does not keep to the rules, or a topic is blank.
    """
    base = loaded(config, os.environ).config
    if not all(words.strip() for words in topic):
        raise ConfigurationError("--topic is blank", "name the words to lean to, or leave it out")
    given = {
        **{key: value for key, value in summary.items() if value is not None},
        **({"topic": topic} if topic else {}),
    }
    base = msgspec.structs.replace(
        base, summary=msgspec.structs.replace(base.summary, **given), language=language or base.language
    )
    return with_curation(base, curation)


def analysed(document: Document, config: Config, explain: bool) -> Analysis:
    """The document with its summary; with keywords and figures only where they are to explain it."""
    picks = picks_of_text(document, config.curation)
    settings = with_phrases(config.summary, config.topics)
    if explain:
        return pipeline.analyse(document, settings, picks)
    return Analysis(document, summarize_document(document, settings, picks))


def say_remarks(file: str, analysis: Analysis, topics: Sequence[TopicRow], config: Config) -> None:
    """Say on standard error why nothing is printed, which topic the text says nothing on, and what is wrong with the
    curation."""
    document = analysis.document
    if not document.sentences:
        say(f"{file}: {nothing_said(document)}")
    for row in topics:
        if not row.documents and document.sentences:
            say(f"{file}: says nothing on {row.topic}; the sentences are chosen as without it")
    settings, picks = with_phrases(config.summary, config.topics), picks_of_text(document, config.curation)
    for finding in text_findings(document, analysis.summary, settings, picks):
        say_finding(file, finding)


def say_finding(file: str, finding: Finding) -> None:
    """A finding in one line."""
    say(f"{file}: {finding.level}: {finding.code}: {finding.message} ({finding.hint})")


def nothing_said(document: Document) -> str:
    """Why a document has no key sentence."""
    if document.clean.raw.tables:
        return "has tables and no sentence; reporter extract prints its figures"
    return "has no sentence"


def data_of(analysis: Analysis, topics: Sequence[TopicRow], explain: bool) -> dict[str, object]:
    """The chosen sentences as plain values, with the reasons where they are asked for."""
    document, summary = analysis.document, analysis.summary
    data: dict[str, object] = {
        "document": document.id,
        "sentences": sentence_dicts(document, summary.sentences, dict(summary.scores)),
    }
    if topics:
        data["topics"] = [
            {
                "topic": row.topic,
                "words": list(row.words),
                "sentences": [name for _, its in row.documents for name in its],
            }
            for row in topics
        ]
    return {**data, **explained_json(analysis)} if explain else data


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
