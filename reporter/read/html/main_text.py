"""The main text of a page as trafilatura chooses it: words without places."""

from __future__ import annotations

import re

# What trafilatura does not see: characters that XML forbids, and spans, which it multiplies out.
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]|\b(?:col|row)span\s*=\s*[\"']?\d+[\"']?", re.IGNORECASE
)
# Longer pages are data dumps: their own elements must do.
_LONGEST_PAGE = 3_000_000


def main_text(source: str) -> str:
    """What trafilatura takes for the main text; empty when it finds none."""
    import trafilatura  # a fifth of a second and lxml: only web pages pay for it

    if len(source) > _LONGEST_PAGE:
        return ""
    plain = _UNSAFE.sub(" ", source)
    return trafilatura.extract(plain, output_format="txt", include_comments=False, include_tables=True) or ""
