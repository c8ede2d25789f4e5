"""A document's outline as plain text: what the golden files beside the short documents hold."""

from __future__ import annotations

from collections import defaultdict

from reporter.model import Document, Item, Paragraph


def outline(document: Document) -> str:
    """Head, then the section tree; ``¶`` is a paragraph and ``•`` an item, each with its number of sentences."""
    title = f"{document.title.text}{' (inferred)' if document.title.inferred else ''}"
    head = {
        "title": title,
        "subtitle": document.subtitle,
        "number": document.number,
        "authors": "、".join(document.authors),
        "source": document.source,
        "date": document.date,
    }
    lines = [f"{name}: {value}" for name, value in head.items() if value]
    return "\n".join([*lines, *_tree(document)]) + "\n"


def tree(document: Document) -> list[tuple[int, str | None, bool, int]]:
    """The tree without its words: (level, number, inline, paragraphs) of each section."""
    counts = defaultdict(int)
    for paragraph in document.paragraphs:
        counts[paragraph.section] += 1
    return [(section.level, section.number, section.inline, counts[section.id]) for section in document.sections]


def _tree(document: Document) -> list[str]:
    below: dict[str | None, list[Paragraph]] = defaultdict(list)
    for paragraph in document.paragraphs:
        below[paragraph.section].append(paragraph)
    items = {item.paragraph: item for item in document.items}
    sizes = defaultdict(int)
    for sentence in document.sentences:
        sizes[sentence.paragraph] += 1
    lines = [_paragraph(paragraph, items, sizes, 0) for paragraph in below[None]]
    for section in document.sections:
        number = f"{section.number} | " if section.number else ""
        lines.append(
            f"{'  ' * (section.level - 1)}{section.level} {number}{section.heading}{' …' if section.inline else ''}"
        )
        lines += [_paragraph(paragraph, items, sizes, section.level) for paragraph in below[section.id]]
    return lines


def _paragraph(paragraph: Paragraph, items: dict[int, Item], sizes: dict[int, int], level: int) -> str:
    item = items.get(paragraph.index)
    sign = f"• {item.marker} {item.label}".rstrip() if item else "¶"
    return f"{'  ' * level}{sign} {sizes[paragraph.index]}"
