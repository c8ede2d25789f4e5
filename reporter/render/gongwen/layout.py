"""``OfficialPage`` → pages: tables in whole lines, the imprint at the foot of the last even page.

The document is laid out up to three times: the tables alone, for the heights of their rows; the whole with the imprint
on its last page, which tells where it ends; and again where the imprint needs a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import weasyprint
from jinja2 import Environment
from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.catalogue import load_catalogue
from reporter.render.environment import environment, rendered
from reporter.render.gongwen.context import Grid, Imprint, OfficialPage
from reporter.render.gongwen.document import lacking_findings, official_page
from reporter.render.gongwen.faces import Face, FaceFetcher, face_sheet, faces_of, stand_in_findings
from reporter.render.gongwen.grids import with_heights
from reporter.render.gongwen.measures import LEAD, TYPE_AREA, in_lines, width
from reporter.render.links import PrintLinks
from reporter.render.printed_script import printed_script
from reporter.render.printed_tables import LONGEST
from reporter.render.theme import Theme, load_theme
from reporter.render.typesetting import chinese_typesetting
from reporter.render.viewpoint import Viewpoint

OFFICIAL = "official.html.j2"
"""A theme with this template prints an official document."""

_SHEET, _END, _ROW, _KAI = "official.css", "end", "grid-row", "kai"
# WeasyPrint measures in pixels of 1/96 inch.
_POINTS = 0.75
# Characters of an imprint's line, lines that its rules and their distances take.
_IMPRINT_CHARACTERS, _IMPRINT_LINE, _IMPRINT_EXTRA = 26, 22.0, 14.0


@dataclass(frozen=True, slots=True)
class OfficialPages:
    """The laid out document, and what there is to say about it before its fonts are known."""

    pages: weasyprint.Document
    faces: tuple[Face, ...]
    findings: tuple[Finding, ...]
    kai: bool = True
    """Whether anything is set in 楷体: its stand-in sets other things too, so the fonts don't tell."""

    def font_findings(self) -> Iterator[Finding]:
        """The stand-in faces that were used; to be asked when the PDF is written."""
        faces = tuple(face for face in self.faces if face.role != _KAI or self.kai)
        yield from stand_in_findings(faces, {font.family for font in self.pages.fonts.values()})


class OfficialPress:
    """Sets official documents in a theme's faces; sheet and fonts are read once."""

    def __init__(self, theme: Theme, faces: tuple[Face, ...], variant: str | None = None) -> None:
        self._theme = theme
        self._faces = faces
        self._variant = variant
        self._fetcher = FaceFetcher(theme.folders, faces)
        self._base = (theme.folders[0] / "official.html").as_uri()

    def laid_out(self, page: OfficialPage) -> weasyprint.Document:
        """The pages, tables measured and imprint in its place."""
        grids = page.grids
        if grids:
            heights = list(row_heights(self._set(replace(page, measuring=True))))
            page = _with_grids(page, with_heights(grids, heights))
        if page.imprint is None:
            return self._set(page)
        laid_out = self._set(replace(page, imprint_on="last"))  # there it moves nothing else
        place = imprint_place(laid_out, page.imprint)
        return laid_out if place == "last" else self._set(replace(page, imprint_on=place))

    def _set(self, page: OfficialPage) -> weasyprint.Document:
        html = rendered(self._engine, OFFICIAL, page)
        source = weasyprint.HTML(string=html, base_url=self._base, url_fetcher=self._fetcher)
        return source.render(font_config=self._fonts, stylesheets=[self._sheet], pdf_variant=self._variant)

    @cached_property
    def _engine(self) -> Environment:
        return environment(self._theme)

    @cached_property
    def _fonts(self) -> FontConfiguration:
        return FontConfiguration()

    @cached_property
    def _sheet(self) -> weasyprint.CSS:
        text = face_sheet(self._faces) + self._theme.text(_SHEET)
        return weasyprint.CSS(
            string=text, base_url=self._base, url_fetcher=self._fetcher, font_config=self._fonts
        )  # fmt: skip


def official_pages(briefing: Briefing, config: Config, variant: str | None = None) -> OfficialPages:
    """The official document that carries a briefing.

    Args:
        variant: the kind of PDF (``pdf/a-3u`` …), None for plain PDF.

    Raises:
        RenderError: a template of the theme is missing or wrong.
    """
    theme = load_theme(config)
    date = config.gongwen.date or config.briefing.date
    strings, script = load_catalogue(theme, config.interface), printed_script(config)
    view = Viewpoint(briefing, strings, PrintLinks({}), script, longest=LONGEST)
    page = official_page(view, config.gongwen, date)
    faces = faces_of(theme, config.gongwen.fonts)
    with chinese_typesetting() as typesetting:
        pages = OfficialPress(theme, faces, variant).laid_out(page)
    return OfficialPages(
        pages, faces, (*lacking_findings(config.gongwen, date), *typesetting.findings()), _has_kai(page)
    )


def _has_kai(page: OfficialPage) -> bool:
    """Whether there are headings of the second level or signers."""
    headed = any(group.heading for part in page.parts for group in part.groups)
    return headed or (page.masthead is not None and bool(page.masthead.signers))


def row_heights(document: weasyprint.Document) -> Iterator[int]:
    """The heights of all rows of tables, in lines of the page, in their order."""
    for page in document.pages:
        for row in _boxes(page._page_box):  # noqa: SLF001 - WeasyPrint tells of no boxes otherwise
            if row.element is not None and _ROW in row.element.get("class", "").split():
                yield in_lines(row.height * _POINTS)


def imprint_place(document: weasyprint.Document, imprint: Imprint) -> str:
    """Where the imprint goes: it stands at the foot of the last page, and the last page is an even one.

    Returns:
        ``last`` where the last page is even and has the room, ``next`` where it is odd, ``blank`` where it is even and
        full: then an empty page comes between.
    """
    if len(document.pages) % 2:
        return "next"
    end = document.pages[-1].anchors[_END][1]
    foot = document.pages[-1].height * _POINTS - _margin_bottom() - LEAD
    room = foot - end * _POINTS
    return "last" if room >= imprint_height(imprint) else "blank"


def imprint_height(imprint: Imprint) -> float:
    """At most so many points the imprint takes."""
    lines = -int(-width(imprint.copies) // (_IMPRINT_CHARACTERS - 3)) if imprint.copies else 0
    return (lines + bool(imprint.office or imprint.date)) * _IMPRINT_LINE + _IMPRINT_EXTRA


def _margin_bottom() -> float:
    """From the last line's box to the edge of the paper, as the sheet has it."""
    return (297 - 37) / 25.4 * 72 - TYPE_AREA[1] - LEAD


def _with_grids(page: OfficialPage, grids: tuple[Grid, ...]) -> OfficialPage:
    left = iter(grids)
    parts = tuple(replace(part, grid=next(left)) if part.grid is not None else part for part in page.parts)
    return replace(page, parts=parts)


def _boxes(box: object) -> Iterator[boxes.TableRowBox]:
    """The rows below a box."""
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.TableRowBox):
            yield child
        elif isinstance(child, boxes.Box):
            yield from _boxes(child)
