"""Why sentences were chosen, for a terminal and as data: what ``reporter summarize --explain`` prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reporter.config import Config
from reporter.model import Analysis, LeftOut, Reason
from reporter.render import why
from reporter.render.catalogue import Catalogue, load_catalogue
from reporter.render.theme import load_theme

_PARTS = 8


def explained_json(analysis: Analysis) -> dict[str, Any]:
    """``why``, ``left_out`` and ``unheard`` as in briefing.json, with the section tree that they name."""
    sections = [
        {"id": section.id, "parent": section.parent, "heading": why.heading_words(section)}
        for section in analysis.document.sections
    ]
    return {**why.choice_dict(analysis), "sections": sections}


def explained_text(analysis: Analysis, config: Config) -> str:
    """Each sentence with its id and reasons, then the best that were left out, then the sections not heard; empty for
    a document without sentences."""
    if not analysis.document.sentences:
        return ""
    t = load_catalogue(load_theme(config), config.interface)
    blocks = ["\n".join(_reason_lines(analysis, reason, t)) for reason in analysis.summary.reasons]
    if analysis.summary.left_out:
        lines = (line for left in analysis.summary.left_out for line in _left_lines(analysis, left, t))
        blocks.append("\n".join([t("why.left_out"), *lines]))
    unheard = why.unheard_words(analysis, t)
    return "\n\n".join([*blocks, unheard] if unheard else blocks)


def _reason_lines(analysis: Analysis, reason: Reason, t: Catalogue) -> Iterator[str]:
    """The sentence, then a line for each thing there is to say of it."""
    yield _text(analysis, reason.sentence)
    joint = t("unheard.joint")
    rank = why.rank_words(reason, len(analysis.document.sentences), t)
    yield f"    [{reason.sentence}] {joint.join((why.taken_words(analysis, reason, t), rank))}"
    path = why.section_path(analysis.document, reason.sentence)
    if path:
        yield f"    {t('why.section', path=' > '.join(map(why.heading_words, path)))}"
    parts = why.part_words(reason, t, _PARTS)
    if parts:
        yield f"    {t('why.parts', parts=parts)}"
    covers = joint.join(why.cover_words(analysis, reason, t))
    if covers:
        yield f"    {covers}"
    if reason.rival:
        near = t("why.near", nearness=f"{reason.nearness:.2f}")
        yield f"    {near} [{reason.rival}] {_text(analysis, reason.rival)}"


def _left_lines(analysis: Analysis, left: LeftOut, t: Catalogue) -> Iterator[str]:
    """A sentence that was left out, with its place and the reason."""
    told = t(f"why.left.{left.reason}") + (f" [{left.of}] {left.nearness:.2f}" if left.of else "")
    rank = why.rank_words(left, len(analysis.document.sentences), t)
    yield f"    {_text(analysis, left.sentence)}"
    yield f"        [{left.sentence}] {rank}{t('unheard.joint')}{told}"


def _text(analysis: Analysis, name: str) -> str:
    return next(sentence.text for sentence in analysis.document.sentences if sentence.id == name)
