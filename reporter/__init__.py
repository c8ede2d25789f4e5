"""reporter: folders of Chinese official documents become briefings whose every sentence stands in a source."""

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reporter.api import KeySentence, TextSummary, build, keywords, load, summarize, summarize_documents
    from reporter.config import Config, load_config
    from reporter.errors import ConfigurationError, InputError, OutputError, ReporterError

__version__ = "0.1.0"

__all__ = [
    "Config",
    "ConfigurationError",
    "InputError",
    "KeySentence",
    "OutputError",
    "ReporterError",
    "TextSummary",
    "__version__",
    "build",
    "keywords",
    "load",
    "load_config",
    "summarize",
    "summarize_documents",
]

# Where the names come from that are loaded when they are first used: a command that needs none of them starts at once.
_HOMES = {
    "Config": "config",
    "ConfigurationError": "errors",
    "InputError": "errors",
    "OutputError": "errors",
    "ReporterError": "errors",
    "load_config": "config",
}


class _Package(ModuleType):
    """This package, whose ``summarize`` is the function of ``reporter.api`` and never the room of that name: importing
    a room sets it as an attribute of its package, so the name can't be left to ``__getattr__``."""

    @property
    def summarize(self) -> Callable[..., Any]:
        """``reporter.api.summarize``."""
        function: Callable[..., Any] = _loaded("summarize")
        return function

    @summarize.setter
    def summarize(self, room: ModuleType) -> None:
        """What the import of the room asks for; it stays within reach as ``sys.modules["reporter.summarize"]``."""


def _loaded(name: str) -> Any:
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _loaded(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Package
