"""What a build must print of a sentence: its text in the script that the configuration in force asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reporter.language.script_conversion import Conversion, folded
from reporter.publish.content import BRIEFING, BriefingContent, DocumentEntry
from reporter.publish.manifest import MANIFEST, Manifest
from reporter.publish.report import Proof


@dataclass(frozen=True, slots=True)
class PrintedText:
    """Derives the printed form of a text anew.

    ``exact`` is false where another version of the conversion made the build: then the two texts must be the same but
    for the script of their characters.
    """

    conversion: Conversion
    exact: bool

    def of(self, text: str, document: DocumentEntry) -> str:
        """The text of a document as the site prints it."""
        return self.conversion.printed(text, document.script)

    def agrees(self, shown: str, text: str, document: DocumentEntry) -> bool:
        """Whether the shown text is the printed form; white space does not count, markup may add it."""
        given, expected = _squeezed(shown), _squeezed(self.of(text, document))
        if self.exact or self.conversion.target == "keep":
            return given == expected
        return folded(given) == folded(expected)


def printed_text(content: BriefingContent, manifest: Manifest, proof: Proof, *, exact: bool) -> PrintedText:
    """How the build prints its sources, by the configuration in its manifest; the data name the same script."""
    target = _setting(manifest.configuration, proof)
    if content.script != target.target:
        proof.failed(BRIEFING, "script", f"is {content.script}, the configuration in force says {target.target}")
    return PrintedText(target, exact)


def _setting(configuration: dict[str, Any], proof: Proof) -> Conversion:
    script, names = configuration.get("script", "keep"), configuration.get("protected_names", [])
    if script not in ("keep", "zh-Hans", "zh-Hant") or not all(isinstance(name, str) for name in names):
        proof.failed(MANIFEST, "configuration", "script or protected_names is nothing that a build writes")
        return Conversion()
    return Conversion(script, tuple(names))


def _squeezed(text: str) -> str:
    return "".join(text.split())
