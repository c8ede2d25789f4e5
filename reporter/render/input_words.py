"""Why a file that was met is no document of the briefing, in the words of the interface."""

from __future__ import annotations

from collections.abc import Callable

from reporter.model import Briefing, InputFile
from reporter.render.catalogue import Catalogue
from reporter.render.finding_words import is_said, plain, sentence


def reason_words(briefing: Briefing, t: Catalogue) -> Callable[[InputFile], str]:
    """What says the reason of a file: the file that has the same bytes, what the finding on it says, or at least what
    its code means. The program's own words stay where the catalogue has none."""
    findings = {finding.message: finding for finding in briefing.findings if finding.document is None}
    used = {file.sha256: file.path for file in briefing.inputs if file.status == "used"}

    def words(file: InputFile) -> str:
        if file.status == "duplicate" and file.sha256 in used:
            return t("inputs.same", path=used[file.sha256])
        finding = findings.get(f"{file.path}: {file.reason}")
        if finding is None:
            return file.reason
        if is_said(finding, t):
            return plain(sentence(finding, t))
        return t.given(f"finding.{finding.code}", file.reason)

    return words
