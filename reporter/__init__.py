"""reporter: folders of Chinese official documents become briefings whose every sentence stands in a source."""

from reporter.api import (
    KeySentence,
    TextSummary,
    build,
    keywords,
    load,
    summarize,
    summarize_documents,
)
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
