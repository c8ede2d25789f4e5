"""A period's words with the year that they name as seen from their document: 今年 of a report of 2022 is 2022年."""

from __future__ import annotations

import re

from reporter.language.script import simplified

_AFTER = {"今": 0, "本": 0, "去": -1, "前": -2, "明": 1, "翌": 1, "次": 1}
_RELATIVE = re.compile(r"^(?:[到至在]|截[至止])?([今本去前明翌次])年")


def dated(words: str | None, date: str | None) -> str | None:
    """The words of a period, a year that they name by its place (去年上半年) in digits; None where they name none so,
    or nothing says when the document was written.

    Args:
        date: that of the document, ISO.
    """
    if not words or not date or not date[:4].isdigit():
        return None
    plain = simplified(words)
    found = _RELATIVE.match(plain)
    if found is None or len(plain) != len(words):
        return None
    return f"{words[: found.start(1)]}{int(date[:4]) + _AFTER[found[1]]}年{words[found.end() :]}"
