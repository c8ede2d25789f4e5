"""The sections of the configuration: the only description of its keys.

The fields of the structs are the keys, their types the check, their defaults what holds without a file. The number of
workers is no part of it; sources and output folder are, but stay out of the manifest: they change where a build
happens, never what it says.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

PrintedScript = Literal["keep", "zh-Hans", "zh-Hant"]
Language = Literal["zh-Hans", "zh-Hant", "en"]
Format = Literal["html", "pdf", "docx", "md", "json", "csv", "xlsx"]
PdfStandard = Literal["none", "pdf/a-3u", "pdf/ua-1"]
PdfExtent = Literal["full", "brief"]
Count = Annotated[int, msgspec.Meta(ge=1)]
Name = Annotated[str, msgspec.Meta(min_length=1)]

CURATION = "curation.toml"
FORMATS: tuple[Format, ...] = ("html", "pdf", "docx", "md", "json", "csv", "xlsx")


class BriefingSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[briefing]``: what stands at the head. Empty fields are worked out of the documents or left out. ``since`` is
    an earlier build, the changes from which the briefing tells: its folder, manifest.json or data/briefing.json."""

    title: str | None = None
    subtitle: str | None = None
    issue: str | None = None
    date: str | None = None
    issuer: str | None = None
    marking: str | None = None
    since: str | None = None


class InputSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[input]``: which files of a folder are read, and in which order they are printed."""

    sources: tuple[str, ...] = ("seeds",)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    order: Literal["path", "date", "title"] = "path"
    group_by: Literal["none", "folder", "region", "kind"] = "none"


class SummarySection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[summary]``: how sentences are chosen. ``sentences`` and ``chars`` are per document, ``overall_…`` over all."""

    method: str = "default"
    sentences: Count | None = None
    chars: Count | None = None
    overall_sentences: Count | None = None
    overall_chars: Count | None = None
    topic: tuple[Name, ...] = ()


class Picked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence by its id, with its words where the editor keeps them beside it: they find it again when its id is
    gone."""

    id: Name
    text: str = ""


class PicksSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[curation.overview]``, ``[curation.documents."…"]``: sentences that are in whatever their score, sentences
    that are out, and the order in which those named come, before all others."""

    pin: tuple[Name | Picked, ...] = ()
    drop: tuple[Name | Picked, ...] = ()
    order: tuple[Name | Picked, ...] = ()


class CurationSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[curation]``: the editor's hand in the choice, in a file or in the tables themselves.

    Ids in ``documents``, by document id, are those of sentences; in ``overview`` ``document id/sentence id``.
    """

    file: str | None = None
    overview: PicksSection = PicksSection()
    documents: dict[Name, PicksSection] = {}


class ComparisonSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[comparison]``: names that mean the same figure, the first of each list as it is shown, and names that are left
    out."""

    same: tuple[Annotated[tuple[Name, ...], msgspec.Meta(min_length=2)], ...] = ()
    ignore: tuple[Name, ...] = ()


class ThemesSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[themes]``: themes with the words that show that a sentence speaks of them, in a file or in the table
    ``words``. Without either the built-in ones hold."""

    file: str | None = None
    words: dict[Name, tuple[Name, ...]] = {}


class OutputSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[output]``: what is written. briefing.json, findings.json and manifest.json always are. Templates of your own
    themes run in a sandbox unless they are trusted."""

    folder: str = "build"
    formats: tuple[Format, ...] = FORMATS
    theme: str = "briefing"
    themes: str | None = None
    trusted_templates: bool = False


class DocxSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[docx]``: the Word file. ``template`` is a Word file whose styles, page, headers and footers it takes; of a
    table it sets no more than ``table_rows`` rows."""

    template: str | None = None
    table_rows: Count = 2000


class GongwenSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[gongwen]``: what the theme ``gongwen`` prints of an official document beside the brief (GB/T 9704-2012). What
    is not given is left out. ``fonts`` is a folder with font files that the system does not know."""

    issuers: tuple[Name, ...] = ()
    suffix: str = "文件"
    number: Name | None = None
    signers: tuple[Name, ...] = ()
    addressees: tuple[Name, ...] = ()
    date: str | None = None
    annexes: tuple[Name, ...] = ()
    copy_number: Name | None = None
    secrecy: Name | None = None
    urgency: Name | None = None
    seal: bool = True
    remark: Name | None = None
    contact: Name | None = None
    copies: tuple[Name, ...] = ()
    printing_office: Name | None = None
    printing_date: str | None = None
    page_numbers: Literal["outer", "centre", "none"] = "outer"
    fonts: str | None = None


class PdfSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[pdf]``: which standard the PDF keeps, whether it has the documents or the brief alone, how many pages a file
    holds, whether the sources are inside it, and how many rows of a table it prints."""

    standard: PdfStandard = "none"
    extent: PdfExtent = "full"
    part_pages: Count = 600
    attach_sources: bool = False
    table_rows: Count = 200


class LimitsSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[limits]``: what reading one file may cost: processor seconds, memory, size of the file, length of its text;
    and what may the analysis of one long text, each piece of a long PDF, and the memory of a process for either."""

    seconds: Count = 60
    memory_mb: Annotated[int, msgspec.Meta(ge=256)] = 2048
    file_mb: Count = 100
    characters: Count = 5_000_000
    analysis_seconds: Count = 600
    layout_seconds: Count = 600
    work_memory_mb: Annotated[int, msgspec.Meta(ge=1024)] = 4096


class WorkersSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[workers]``: who works on the documents: processes of this machine, or those of a Dask scheduler."""

    backend: Literal["local", "dask"] = "local"
    scheduler: Name | None = None


class NoteSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[[note]]``: the editor's own text, printed under 编者按 and never counted as a source."""

    text: str
    title: str | None = None


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole configuration; ``Config()`` is what holds without a file. ``topics`` are phrases that count like the
    topic's own name, for topics that are asked for."""

    briefing: BriefingSection = BriefingSection()
    input: InputSection = InputSection()
    summary: SummarySection = SummarySection()
    comparison: ComparisonSection = ComparisonSection()
    themes: ThemesSection = ThemesSection()
    topics: dict[Name, tuple[Name, ...]] = {}
    curation: CurationSection = CurationSection()
    output: OutputSection = OutputSection()
    pdf: PdfSection = PdfSection()
    gongwen: GongwenSection = GongwenSection()
    docx: DocxSection = DocxSection()
    limits: LimitsSection = LimitsSection()
    workers: WorkersSection = WorkersSection()
    note: tuple[NoteSection, ...] = ()
    language: Language | None = None
    script: PrintedScript = "keep"
    protected_names: tuple[Name, ...] = ()

    @property
    def interface(self) -> Language:
        """The language of the words around the documents: the one given, else it follows the printed script."""
        if self.language is not None:
            return self.language
        return "zh-Hant" if self.script == "zh-Hant" else "zh-Hans"
