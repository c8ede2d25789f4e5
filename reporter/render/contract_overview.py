"""The parts of data/briefing.json that say what a superior asks for: targets, timeline, themes, honours, references."""

from __future__ import annotations

from typing import Any

from reporter.model import Document, Duty, Happening, Mention, ReprintGroup, Target, ThemeRow
from reporter.render.contract_places import number_json, place

Json = dict[str, Any]


def target_dict(document: Document, target: Target) -> Json:
    """One target of briefing.json; start and end are its figure's where it has one, else its words'."""
    return {
        "id": target.id,
        "kind": target.kind,
        "sentence": target.sentence,
        "table": target.table,
        "row": target.row if target.table else None,
        "column": target.column if target.table else None,
        "indicator": target.indicator,
        "text": target.text,
        "name": target.name,
        "subject": target.subject,
        "value": number_json(target.value),
        "unit": target.unit,
        "bound": target.bound,
        "role": target.role,
        "deadline": _deadline(document, target),
        "responsible": [_duty(document, duty) for duty in target.duties],
        **place(document, target.quantity or target.span),
    }


def _deadline(document: Document, target: Target) -> Json | None:
    given = target.deadline
    if given is None:
        return None
    where = place(document, given.span) if given.span else {"start": None, "end": None}
    return {"date": given.date, "text": given.text, "inferred_year": given.inferred, **where}


def _duty(document: Document, duty: Duty) -> Json:
    return {"body": duty.body, "role": duty.role, **place(document, duty.span)}


def mention_dict(document: Document, mention: Mention) -> Json:
    """One honour or reference of briefing.json; only honours can be aimed at."""
    own = {"ahead": mention.ahead} if mention.kind == "honour" else {"kind": mention.kind}
    return {
        "id": mention.id,
        **own,
        "text": mention.text,
        "sentence": mention.sentence,
        "times": mention.times,
        **place(document, mention.span),
    }


def happening_dict(happening: Happening) -> Json:
    """One dated event of briefing.json with the sentences that tell it."""
    return {
        "date": happening.date,
        "ahead": happening.ahead,
        "items": [
            {
                "document": telling.document,
                "sentence": telling.sentence,
                "text": telling.event.text,
                "inferred_year": telling.event.inferred_year,
            }
            for telling in happening.tellings
        ],
    }


def theme_dict(row: ThemeRow) -> Json:
    """One theme of briefing.json: its cells by document."""
    return {
        "theme": row.theme,
        "cells": {
            cell.document: {"sentences": cell.sentences, "share": cell.share, "best": cell.best} for cell in row.cells
        },
    }


def reprint_dict(group: ReprintGroup) -> Json:
    """One group of documents with one text."""
    copies = [
        {"document": copy.document, "similarity": copy.similarity, "reason": copy.reason} for copy in group.copies
    ]
    return {"original": group.original, "reason": group.reason, "copies": copies}
