"""The script in which source text is printed: characters only, one code point for one code point.

Before: a passage in its own script. After: the passage as printed, of equal length, so every offset into it holds.
OpenCC chooses the character by its phrases (头发 → 頭髮, 发展 → 發展) and replaces no word by another; wording stays as
regional as it was (軟體 → 软体).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from reporter.config import PrintedScript
from reporter.language.script import Script, script_of, script_of_character, simplified, traditional

# Names whose character is officially kept although conversion would change it, written as that script prints them.
# 乾 read qián is not simplified (General List of Simplified Characters, 1986, note to 干; it has a place of its own in
# the General Standard Chinese Characters of 2013), 麽 read mó neither (there, note to 么). In traditional characters
# 于, 岳 and 干 in these names are the old characters themselves, no short forms of 於, 嶽 and 幹. Names stand with
# their unit: 乾安 alone is also in 烘乾安全. What OpenCC's phrases keep by themselves (乾隆, 瞭望, 慰藉, 於潜, 台州,
# 范仲淹) need not stand here.
_KEPT: dict[str, tuple[str, ...]] = {
    "zh-Hans": ("乾安县", "乾务镇", "乾潭镇", "乾西乡", "乾西街道", "乾佑街道", "幺麽"),
    "zh-Hant": ("于洪區", "岳池縣", "岳西縣", "新干縣"),
}

# Forms that the General Standard Chinese Characters (2013) took back for names: no trace of traditional script.
_RESTORED = frozenset("昇陞甦邨氾脩祕")

# 著 is the traditional form of 着 too (沿著 → 沿着), which OpenCC's plain conversion leaves. It stays 著 where it is
# read zhù: before these, or behind those characters.
_ZHU = re.compile("(?<![沿隨随])著(?=[作名稱称述書书者錄录])|(?<=[顯显昭卓名專专論论原合編编遺遗譯译巨鉅钜拙土撰])著")


@dataclass(frozen=True)
class Conversion:
    """How source text is printed.

    ``target`` is the script, or ``keep``; ``protected`` are names that must not change, each written as it is to be
    printed: where the text has the name in either script, the characters that it shares with the listed form stay.
    """

    target: PrintedScript = "keep"
    protected: tuple[str, ...] = ()

    def printed(self, text: str, script: Script = "mixed") -> str:
        """The passage as printed, of the same length.

        A passage that is in the target's script already keeps every character that this script knows (皇后 in
        traditional, 乾 in simplified text) and loses only those of the other. Which script it is in, its own telling
        characters say, and the script of its document where it has none.

        Args:
            script: of the document that the passage stands in.
        """
        if self.target == "keep" or text.isascii():
            return text
        known = _own_script(text, script, self.target) == self.target
        if known and not self.strangers(text):
            return text
        whole = simplified(text) if self.target == "zh-Hans" else traditional(text)
        if known:
            whole = _with_shared_kept(text, whole, self.target)
        elif self.target == "zh-Hans":
            whole = _with_particles(text, whole)
        return text if whole == text else self._with_kept_names(text, whole)

    def strangers(self, text: str) -> bool:
        """Whether the text has a character of the other script alone: a text in the target's without one stays."""
        other = "zh-Hant" if self.target == "zh-Hans" else "zh-Hans"
        return any(script_of_character(char) == other for char in set(text))

    @cached_property
    def _names(self) -> tuple[tuple[str, str], ...]:
        """(folded, as listed) of every name that is kept."""
        names = dict.fromkeys((*self.protected, *_KEPT.get(self.target, ())))
        return tuple((folded(name), name) for name in names if name)

    @cached_property
    def _name_characters(self) -> frozenset[str]:
        return frozenset(char for _, name in self._names for char in name)

    def _with_kept_names(self, text: str, converted: str) -> str:
        """The converted text with the characters of kept names as they stand in the source."""
        changed = {before for before, after in zip(text, converted, strict=True) if before != after}
        if changed.isdisjoint(self._name_characters):
            return converted
        plain, kept = folded(text), list(converted)
        for form, name in self._names:
            for start in _places(form, plain):
                for offset, char in enumerate(name):
                    if text[start + offset] == char:
                        kept[start + offset] = char
        return "".join(kept)


def folded(text: str) -> str:
    """The text with each character in simplified form by itself: two forms of one name fold to the same."""
    return "".join(map(_folded, text))


@cache
def _folded(char: str) -> str:
    return simplified(char)


def _own_script(text: str, script: Script, target: str) -> Script:
    """The passage's script; the document's where the passage has no telling character, or mixes both in a document in
    the target's script."""
    if not any(map(script_of_character, text)):
        return script
    own = script_of(text)
    return script if own == "mixed" and script == target else own


def _with_shared_kept(text: str, converted: str, target: str) -> str:
    """The converted text with every character that the target's script knows as it stands in the source."""
    other = "zh-Hant" if target == "zh-Hans" else "zh-Hans"
    return "".join(
        after if script_of_character(before) == other and before not in _RESTORED else before
        for before, after in zip(text, converted, strict=True)
    )


def _with_particles(text: str, converted: str) -> str:
    """The converted text with 著 as 着 but where it is read zhù."""
    if "著" not in text:
        return converted
    kept = {match.start() for match in _ZHU.finditer(text)}
    return "".join(
        "着" if char == "著" and at not in kept else after
        for at, (char, after) in enumerate(zip(text, converted, strict=True))
    )


def _places(form: str, text: str) -> Iterator[int]:
    """Where a folded name stands in a folded text."""
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)
