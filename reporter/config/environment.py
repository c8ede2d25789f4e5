"""Environment variables → values of the configuration: ``REPORTER_SUMMARY_METHOD=lead`` is ``[summary] method``.

An empty variable counts as one that is not set: that is what a workflow leaves of an input that nobody gave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reporter.config.checking import configured, nearest_name
from reporter.config.keys import Key, known_keys
from reporter.errors import ConfigurationError

PREFIX = "REPORTER_"
# Variables that are no keys: the folder of kept analyses, programs of the system, and documents for tests.
OTHERS = ("REPORTER_CACHE", "REPORTER_SOFFICE", "REPORTER_CHROMIUM", "REPORTER_CORPUS")
_SWITCH = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Setting:
    """A key that the environment sets, and the value."""

    key: Key
    value: Any

    @property
    def values(self) -> dict[str, Any]:
        """The value in its place among the values of a file."""
        own = {self.key.name: self.value}
        return {self.key.section: own} if self.key.section else own


def settings_of(environment: Mapping[str, str]) -> Iterator[Setting]:
    """What the environment sets, in the order of the keys; every value is checked.

    Raises:
        ConfigurationError: a variable that begins with REPORTER_ is unknown, or its value does not fit.
    """
    keys = {key.variable: key for key in known_keys()}
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in keys and name not in OTHERS:
            raise nearest_name(name, [*keys, *OTHERS], "environment variable")
    for name, key in keys.items():
        text = environment.get(name, "")
        if text:
            setting = Setting(key, _value(name, text, key))
            configured(setting.values, name)
            yield setting


def _value(name: str, text: str, key: Key) -> Any:
    if key.shape == "list":
        return [part.strip() for part in text.split(",") if part.strip()]
    if key.shape == "table":
        raise ConfigurationError(f"{name}: a variable can't hold {key.dotted}", "give it in the configuration file")
    if key.shape == "switch":
        if text not in _SWITCH:
            raise ConfigurationError(f"{name}: {text!r} is neither true nor false", "known here: false, true")
        return _SWITCH[text]
    if key.shape == "number":
        return _number(name, text)
    return text


def _number(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ConfigurationError(f"{name}: {text!r} is no whole number", "see docs/configuration.md") from None
