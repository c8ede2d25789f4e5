"""What there is to say of a file's encoding: findings, and the error of one that has none."""

from __future__ import annotations

from reporter.model import Finding, Saying

UNKNOWN = Saying(
    "read-undecodable.unknown",
    "warning",
    "is no text in any known encoding (UTF-8, UTF-16, GB 18030, Big5)",
    "open it in its own program and save it as UTF-8 text",
)
_BYTES = Saying(
    "read-bytes-damaged",
    "warning",
    "{count} places do not decode as {encoding}; each stands as U+FFFD",
    "get the file again from its origin",
)
_PADDING = Saying(
    "read-padding",
    "info",
    "{count} zero bytes that fill up the end are left out",
    "the download may be incomplete: compare the end with the original",
)
_MIXED = Saying(
    "read-encoding-mixed",
    "warning",
    "its lines are in two encodings ({encodings}); each was read in its own",
    "save the parts as UTF-8 before they are put together",
)
_DOUBTFUL = Saying(
    "read-encoding-doubtful.alone",
    "warning",
    "read as {encoding}, which is not certain",
    "save the file as UTF-8 if its text looks wrong",
)
_RIVALS = Saying(
    "read-encoding-doubtful.rivals",
    "warning",
    "read as {encoding}, which is not certain; {others} would do as well",
    "save the file as UTF-8 if its text looks wrong",
)
DECLARED_WRONGLY = Saying(
    "read-charset-wrong",
    "info",
    "declares the encoding {declared}, but is {encoding}",
    "read as what it is; nothing to do",
)


def damage_finding(text: str, encoding: str) -> Finding:
    """How many places of a text are lost."""
    lost = text.count("\ufffd")
    return _BYTES.finding(count=lost, encoding=encoding)


def padding_finding(count: int) -> Finding:
    """Zero bytes at the end."""
    return _PADDING.finding(count=count)


def mixed_finding(encodings: str) -> Finding:
    """Lines in two encodings, joined by a plus."""
    return _MIXED.finding(encodings=encodings)


def doubt_finding(encoding: str, others: list[str]) -> Finding:
    """An encoding that is not certain, and those that fit as well."""
    if not others:
        return _DOUBTFUL.finding(encoding=encoding)
    return _RIVALS.finding(encoding=encoding, others=", ".join(others))
