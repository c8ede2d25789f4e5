"""The Word file that a briefing is written into: an empty one in the briefing's looks, or the user's own template.

Of a template its styles, page, headers and footers stay; what stands in its body goes, with the pictures and remarks
that only the body shows.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from reporter.config import Config
from reporter.errors import ConfigurationError, RenderError
from reporter.model import Finding, Saying
from reporter.render.docx.styles import Look, added_looks, restyle
from reporter.render.theme import Theme

REFERENCE = "reference.docx"
# Of the parts that belong to the body (ECMA-376 part 1, 11.3) those that hold for any text.
_KEPT = frozenset("styles numbering settings theme fontTable header footer footnotes endnotes".split())  # noqa: SIM905
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_CONTENT_TYPES = "[Content_Types].xml"
_HINT = "save it in Word or WPS as a Word document (.docx) or template (.dotx) without macros"


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty document with the styles that a briefing needs, by the names of their looks, as style ids. ``own`` says
    that nobody gave a template; ``width`` is that of the type area in millimetres."""

    document: Document
    styles: dict[str, str]
    own: bool
    width: float
    findings: tuple[Finding, ...] = ()


def blank_document(config: Config, theme: Theme, looks: tuple[Look, ...], lang: str) -> Blank:
    """The document to write into: of the configured template, of the theme's ``reference.docx``, or empty.

    Args:
        looks: the paragraph styles that will be used; those that a template lacks are added to it.
        lang: the language of the interface, which is that of the styles.

    Raises:
        ConfigurationError: the configured template can't be read.
        RenderError: a template is no Word file.
    """
    path = _template(config, theme)
    if path is None:
        document = docx.Document()
        return Blank(document, restyle(document, looks, lang), own=True, width=type_area(document))
    document = _opened(path)
    _empty(document)
    styles, added = added_looks(document, looks, lang)
    return Blank(document, styles, own=False, width=type_area(document), findings=_findings(path, added))


def type_area(document: Document) -> float:
    """The width between the margins of the last section, in millimetres; 156 where a template does not say."""
    section = document.sections[-1]
    if section.page_width is None:
        return 156.0
    margins = (section.left_margin, section.right_margin, section.gutter)
    return (section.page_width - sum(margin for margin in margins if margin)) / 36000


def _template(config: Config, theme: Theme) -> Path | None:
    if config.docx.template is not None:
        return Path(config.docx.template)
    return next(iter(theme.files(REFERENCE)), None)


def _opened(path: Path) -> Document:
    """The document of a template file (.docx, .dotx)."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path}: can't be read: {error.strerror}"
        raise ConfigurationError(message, "name an existing Word file as template under [docx]") from error
    try:
        return docx.Document(io.BytesIO(_as_document(data)))
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise RenderError(f"{path}: is no Word file that can be a template: {error}", _HINT) from error


def _as_document(data: bytes) -> bytes:
    """A template's archive (.dotx) as that of a document: they differ in one content type."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        types = source.read(_CONTENT_TYPES)
        if _TEMPLATE_TYPE not in types:
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as target:
            for name in source.namelist():
                content = source.read(name)
                target.writestr(
                    name, content.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE) if name == _CONTENT_TYPES else content
                )
    return made.getvalue()


def _empty(document: Document) -> None:
    """Take out the body but for its last section's properties, and the parts that nothing else shows."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    body.get_or_add_sectPr()
    relations = document.part.rels
    for name in [name for name, relation in relations.items() if relation.reltype.rpartition("/")[2] not in _KEPT]:
        del relations[name]
    package = document.part.package
    for name in [name for name, relation in package.rels.items() if _of_machine(relation.reltype)]:
        del package.rels[name]


def _of_machine(kind: str) -> bool:
    """Whether a part tells of the program and the time that a template was made with, or shows its first page."""
    return kind.endswith(("/extended-properties", "/metadata/thumbnail"))


def _findings(path: Path, added: list[str]) -> tuple[Finding, ...]:
    if not added:
        return ()
    return (_STYLES.finding(file=path.name, names=", ".join(added)),)


_STYLES = Saying(
    "render-docx-styles",
    "info",
    "{file} has no styles {names}: they were added in the briefing's looks",
    "add paragraph styles of these names to the template",
)
