"""Names that a configuration declares to mean the same, and keys without the place that they begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.language.areas import areas_named
from reporter.language.script import simplified

_PLACE = re.compile(r"[\u4e00-\u9fff]{1,9}?[省市县区旗州盟]")


class Lexicon:
    """What the comparison is told beside its own rules.

    Args:
        same: lists of names for one thing, in either script; the first of each stands for all, whole keys and parts of
            them.
        ignore: names or keys that are compared with nothing.
    """

    def __init__(self, same: Sequence[Sequence[str]] = (), ignore: Sequence[str] = ()) -> None:
        self._first = {simplified(name): simplified(names[0]) for names in same for name in names}
        names = sorted(self._first, key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(map(re.escape, names))) if names else None
        plain = [simplified(name) for name in ignore]
        self._ignored = frozenset([*plain, *map(self.key, plain)])

    def key(self, key: str) -> str:
        """The key with every listed name replaced by the first of its list and without a place before it."""
        bare = without_place(key)
        return self._names.sub(lambda match: self._first[match[0]], bare) if self._names else bare

    def ignores(self, key: str, name: str) -> bool:
        """Whether a figure is left out: by its name or by its key, before and after the replacement."""
        return bool(self._ignored & {key, name, self.key(key)})


def without_place(key: str) -> str:
    """The key without a province, city or county that it begins with, as long as two characters are left."""
    match = _PLACE.match(key)
    while match:
        if areas_named(match[0]):
            rest = key[match.end() :].removeprefix("的")
            return without_place(rest) if len(rest) > 1 else key
        if match.end() > 9:  # no place's name is longer
            return key
        match = re.compile(rf"[\u4e00-\u9fff]{{{match.end()},9}}?[省市县区旗州盟]").match(key)
    return key
