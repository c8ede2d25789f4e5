"""Laid out pages → a PDF file, its faces cut down at the end for all that uses them."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pydyf
import weasyprint
from weasyprint import DEFAULT_OPTIONS, Attachment
from weasyprint.pdf import VARIANTS, generate_pdf

from reporter.render.pdf.faces import Faces, embed


def options_of(variant: str | None) -> dict[str, Any]:
    """WeasyPrint's options for a kind of PDF, as its ``write_pdf`` would fill them."""
    options: dict[str, Any] = DEFAULT_OPTIONS | {"pdf_variant": variant}
    wanted = VARIANTS[variant][1] if variant else {}
    return options | {name: value for name, value in wanted.items() if options.get(name) is None}


def print_pages(
    document: weasyprint.Document, path: Path, variant: str | None, attachments: Iterable[Attachment] = ()
) -> tuple[Any, ...]:
    """Write a document's pages into a file.

    Returns:
        The fonts that it uses, in the order they were met.
    """
    faces = Faces()
    document.fonts = faces
    options = options_of(variant) | {"attachments": list(attachments)}
    pdf = generated(document, options)
    fonts_of(pdf).update(embed(pdf, dict(faces.items()), options))
    write(pdf, path, options)
    document.fonts = dict(faces.items())
    return faces.used()


def generated(document: weasyprint.Document, options: Mapping[str, Any]) -> pydyf.PDF:
    """The objects of a document's PDF."""
    with warnings.catch_warnings():
        # WeasyPrint leaves it to the interpreter to close the file of its colour profile.
        warnings.simplefilter("ignore", ResourceWarning)
        return generate_pdf(document, None, 1, **options)


def write(pdf: pydyf.PDF, path: Path, options: dict[str, Any]) -> None:
    """Write a PDF's objects into a file."""
    with path.open("wb") as file:
        pdf.write(file, options["pdf_version"], options["pdf_identifier"], not options["uncompressed_pdf"])


def fonts_of(pdf: pydyf.PDF) -> Any:
    """The dictionary of the fonts that all pages of a PDF share."""
    page = pdf.objects[pdf.pages["Kids"][0]]
    resources = pdf.objects[number_of(page["Resources"])]
    return pdf.objects[number_of(resources["Font"])]


def number_of(reference: bytes) -> int:
    """The number of the object that a reference is to."""
    return int(reference.split()[0])
