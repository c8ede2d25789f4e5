"""What a superior asks after the figures, as a page prints it: targets, timeline, themes, honours and references."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reporter.model import Analysis, Duty, Happening, Mention, Target, ThemeCell
from reporter.render.context import EventView, MentionView, TargetView, ThemeCellView, ThemesView
from reporter.render.figures import bounded, number_text
from reporter.render.passages import Passage, Quote
from reporter.render.sheet_links import target_anchor
from reporter.render.viewpoint import Viewpoint, lang_of

# From which share of a document's text on a theme is as warm as 1 to 5.
_HEATS = (0.0001, 0.05, 0.12, 0.25, 0.4)


# -- targets


def targets(view: Viewpoint, analyses: Sequence[Analysis]) -> tuple[TargetView, ...]:
    """The targets of some documents, in their order."""
    return tuple(
        _target(view, analysis, target, before)
        for analysis in analyses
        for before, target in pairwise((None, *analysis.targets))
        if target is not None
    )


def _target(view: Viewpoint, analysis: Analysis, target: Target, before: Target | None) -> TargetView:
    quote = view.quote(analysis, target.sentence) if target.sentence else None
    return TargetView(
        subject=view.script.named(target.subject, analysis.document),
        name=view.script.named(target.name, analysis.document),
        quantity=_quantity(view, analysis, target),
        quote=quote,
        words=_words(view, analysis, target.text, target_anchor(target), target.span.start),
        deadline=_words(view, analysis, target.deadline.text if target.deadline else "", "", -1),
        date=view.date(target.deadline.date) if target.deadline else "",
        iso_date=(target.deadline.date or "") if target.deadline else "",
        bodies=_bodies(view, analysis, target.duties, "lead", "responsible"),
        support=_bodies(view, analysis, target.duties, "support"),
        mark=view.mark(analysis),
        lang=view.script.named_lang(analysis.document),
        again=bool(target.name and target.sentence) and before is not None and before.sentence == target.sentence,
    )


def _quantity(view: Viewpoint, analysis: Analysis, target: Target) -> str:
    """How much is to be reached, in the document's words; empty for a task."""
    if target.value is None:
        return ""
    indicator = view.indicators.get((analysis.document.id, target.indicator or ""))
    if indicator:
        return view.quantity(analysis.document, indicator)
    return bounded(target.value, view.script.named(target.unit, analysis.document), target.bound, view.strings)


def _words(view: Viewpoint, analysis: Analysis, text: str, anchor: str, start: int) -> Passage:
    """Words of a document in the script that it is printed in, with their place where they have one."""
    printed = view.printed(analysis.document, text)
    href = view.href(analysis, anchor, start) if start >= 0 else ""
    return Passage(printed, lang_of(analysis.document, printed), href)


def _bodies(view: Viewpoint, analysis: Analysis, duties: Sequence[Duty], *roles: str) -> Passage:
    """The bodies with some roles, those of the first role first."""
    names = dict.fromkeys(duty.body for role in roles for duty in duties if duty.role == role)
    return _words(view, analysis, view.strings("joint").join(names), "", -1)


# -- timeline


def timeline(view: Viewpoint, happenings: Sequence[Happening]) -> tuple[EventView, ...]:
    """The dated events, each with the sentence of the first document that tells it and with the other documents."""
    return tuple(_happening(view, happening) for happening in happenings)


def _happening(view: Viewpoint, happening: Happening) -> EventView:
    quotes = [view.quote_of(telling.document, telling.sentence) for telling in happening.tellings]
    first = happening.tellings[0]
    words = Passage(view.words_of(first.document, first.event.text), quotes[0].lang, quotes[0].href)
    return EventView(
        date=view.date(happening.date),
        inferred=all(telling.event.inferred_year for telling in happening.tellings),
        words=words,
        quote=quotes[0],
        others=_others(quotes),
        ahead=happening.ahead,
    )


def _others(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The first sentence of each further document."""
    first: dict[int, Quote] = {}
    for quote in quotes[1:]:
        first.setdefault(quote.mark.number, quote)
    return tuple(quote for number, quote in first.items() if number != quotes[0].mark.number)


# -- themes


def themes(view: Viewpoint) -> ThemesView | None:
    """The themes of all documents; None where there are none."""
    briefing = view.briefing
    if not briefing.themes:
        return None
    term = view.script.term
    return ThemesView(
        columns=tuple(view.mark_of(cell.document) for cell in briefing.themes[0].cells),
        rows=tuple((term(row.theme), tuple(_theme_cell(view, cell) for cell in row.cells)) for row in briefing.themes),
        lang=view.script.term_lang,
    )


def _theme_cell(view: Viewpoint, cell: ThemeCell) -> ThemeCellView:
    quote = view.quote_of(cell.document, cell.best) if cell.best else None
    share = f"{number_text(round(100 * cell.share))}%" if cell.sentences else ""
    count = view.strings("themes.count", count=cell.sentences) if cell.sentences else view.strings("themes.none")
    return ThemeCellView(sum(cell.share >= least for least in _HEATS), share, count, quote)


# -- honours and references


def honours(view: Viewpoint, analysis: Analysis) -> tuple[MentionView, ...]:
    """The honours that a document names."""
    return tuple(_mention(view, analysis, item) for item in analysis.mentions if item.kind == "honour")


def references(view: Viewpoint, analysis: Analysis) -> tuple[MentionView, ...]:
    """The standards, documents and titles that a document names."""
    return tuple(_mention(view, analysis, item) for item in analysis.mentions if item.kind != "honour")


def _mention(view: Viewpoint, analysis: Analysis, mention: Mention) -> MentionView:
    t = view.strings
    aimed = t("mention.ahead") if mention.ahead else ""
    kind = "" if mention.kind == "honour" else t(f"mention.{mention.kind}")
    times = t("mention.times", count=mention.times) if mention.times > 1 else ""
    quote = view.quote(analysis, mention.sentence) if mention.sentence else None
    anchor = mention.sentence or ""
    words = _words(view, analysis, mention.text, anchor, mention.span.start if anchor else -1)
    return MentionView(words, t("joint_clause").join(filter(None, (aimed, kind, times))), quote)
