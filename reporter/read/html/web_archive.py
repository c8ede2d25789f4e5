"""MHTML (a web page saved in one file, and what Word saves as "single file web page") → RawText."""

from __future__ import annotations

import email
import hashlib
from dataclasses import replace
from email.message import Message

from reporter.model import RawText, Saying
from reporter.read.html.page_reader import read_page

# A saved page is some hundred parts; the part itself is among the first.
_MOST_PARTS = 2000


def read_web_archive(data: bytes, shown: str) -> RawText:
    """The page of a web archive (RFC 2557): its first HTML part, without transfer encoding; offsets index its markup.

    Raises:
        ReadError: no part is a page, or the page holds no text.
    """
    try:
        page = _page(email.message_from_bytes(data))
    except RecursionError as error:
        raise _NESTED.error() from error
    raw = read_page(page, shown)
    return replace(raw, sha256=hashlib.sha256(data).hexdigest(), format="mhtml")


def _page(message: Message) -> bytes:
    for count, part in enumerate(message.walk()):
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content:
                return content
        if count > _MOST_PARTS:
            break
    raise _NO_PAGE.error(status="empty")


_NO_PAGE = Saying("read-empty.archive", "warning", "is a web archive without a page", "save the page anew, as HTML")
_NESTED = Saying(
    "read-damaged.archive-nested",
    "warning",
    "is damaged: it is nested too deeply",
    "get it again, or open it in its own program and save it again",
)
