"""The site is whole in itself: every link leads somewhere in it, every quoted sentence stands in the data."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Container, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reporter.publish.content import BriefingContent, DocumentEntry
from reporter.publish.manifest import file_digest
from reporter.publish.pages import Link, Page, Quote, read_page
from reporter.publish.printed import PrintedText
from reporter.publish.proofs import difference
from reporter.publish.report import Proof

SITE = "site"
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')\s]+)")
# What a reader may follow out of the site; a page itself loads nothing from elsewhere.
_FOLLOWED = {"http", "https", "mailto"}


def prove_site(
    build: Path, content: BriefingContent, sources: Mapping[str, str | None], printed: PrintedText, proof: Proof
) -> None:
    """Check the site of a build; a build without one is fine.

    Args:
        sources: the repaired text of each source, by the document's id, as far as it can be had.
        printed: derives what the site must print of a sentence.
    """
    site = build / SITE
    if not site.is_dir():
        return
    pages = {path: read_page(path) for path in sorted(site.rglob("*.html"))}
    texts = {
        (entry.id, sentence.id): (entry, sentence.text) for entry in content.documents for sentence in entry.sentences
    }
    for path, page in pages.items():
        name = path.relative_to(build).as_posix()
        for link in page.links:
            _note(_broken(link, path, site, pages), name, link.line, "links", proof)
        for quote in page.quotes:
            _note(_misquoted(quote, texts, printed), name, quote.line, "site quotations", proof)
    for path in sorted(site.rglob("*.css")):
        for url in _CSS_URL.findall(path.read_text("utf-8", errors="replace")):
            problem = _broken(Link(1, url, True), path, site, pages)
            _note(problem, path.relative_to(build).as_posix(), 1, "links", proof)
    for document, text in sources.items():
        if text is not None:
            _prove_source_pages(
                document, text, {path.relative_to(build).as_posix(): pages[path] for path in pages}, proof
            )
    _prove_copies(build, site, proof)


def _note(problem: str | None, file: str, line: int, kind: str, proof: Proof) -> None:
    if problem is None:
        proof.proved(kind)
    else:
        proof.failed(file, f"line {line}", problem)


def _broken(link: Link, page: Path, site: Path, pages: dict[Path, Page]) -> str | None:
    """What is wrong with a link; None for a good one."""
    parts = urlsplit(link.url)
    if parts.scheme == "data" and link.loads:
        return None
    if parts.scheme or parts.netloc:
        good = parts.scheme in _FOLLOWED and not link.loads
        return None if good else f"the link {link.url} leads out of the site"
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_relative_to(site.resolve()) and target != page:
        return f"the link {link.url} leads out of the site"
    if not target.is_file():
        return f"the link {link.url} leads nowhere"
    known = next((pages[path] for path in (page, target) if path in pages and path.resolve() == target.resolve()), None)
    if parts.fragment and known is not None and unquote(parts.fragment) not in known.anchors:
        return f"the link {link.url} names an anchor that does not exist"
    return None


def _misquoted(
    quote: Quote, texts: dict[tuple[str, str], tuple[DocumentEntry, str]], printed: PrintedText
) -> str | None:
    """What is wrong with a quotation; None for a true one."""
    found = texts.get((quote.document or "", quote.sentence))
    if found is None:
        return f"quotes the sentence {quote.sentence} of {quote.document}, which the data do not have"
    document, text = found
    if printed.agrees(quote.text, text, document):
        return None
    expected = printed.of(text, document)
    said = f"the data say “{text}”" + (f", printed as “{expected}”" if expected != text else "")
    return f"quotes {quote.sentence} as “{quote.text.strip()}”, {said}"


def _prove_source_pages(document: str, text: str, pages: Mapping[str, Page], proof: Proof) -> None:
    """The pages that show a source show all of it, repaired; white space and control characters don't count.

    A theme may show sources in markup of its own; then there is nothing to compare.
    """
    names = source_page_names(document, pages)
    shown = [(name, _printed(pages[name].source)) for name in names]
    expected = _printed(text)
    if not any(part for _, part in shown) or "".join(part for _, part in shown) == expected:
        proof.proved("source pages", sum(bool(part) for _, part in shown))
        return
    for name, part in shown:
        if not expected.startswith(part) or name == names[-1]:
            proof.failed(name, "", difference(expected[: len(part) + 12], part))
            return
        expected = expected[len(part) :]


def source_page_names(document: str, pages: Container[str]) -> list[str]:
    """The pages of a document's source, in order: the first has no number."""
    names = [f"{SITE}/sources/{document}.html"]
    while f"{SITE}/sources/{document}-{len(names) + 1}.html" in pages:
        names.append(f"{SITE}/sources/{document}-{len(names) + 1}.html")
    return [name for name in names if name in pages]


def _printed(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char)[0] not in "ZC")


def _same_file(original: Path, copy: Path) -> bool:
    """Whether a download is the build's own file; a workbook's links to the site start from another folder there."""
    if file_digest(original) == file_digest(copy):
        return True
    if original.suffix != ".xlsx":
        return False
    try:
        return _members(original) == _members(copy)
    except zipfile.BadZipFile:
        return False


def _members(workbook: Path) -> list[tuple[str, bytes]]:
    """The parts of a workbook, in order, with every link to the site as seen from its own folder."""
    with zipfile.ZipFile(workbook) as archive:
        return [(name, archive.read(name).replace(b'"../site/', b'"../')) for name in archive.namelist()]


def _prove_copies(build: Path, site: Path, proof: Proof) -> None:
    """The site's downloads are the build's own files."""
    for path in sorted((site / "data").rglob("*")):
        if not path.is_file():
            continue
        below = path.relative_to(site / "data")
        original = next((place for place in (build / "data" / below, build / below) if place.is_file()), None)
        if original is None or not _same_file(original, path):
            proof.failed(path.relative_to(build).as_posix(), "", f"is no copy of {below.as_posix()}")
        else:
            proof.proved("downloads")
