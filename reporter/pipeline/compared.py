"""The briefing beside an earlier build: what has changed since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reporter.changes import changes, edition_of, read_edition
from reporter.config import Config
from reporter.model import Briefing


def checked_since(config: Config) -> None:
    """Look whether the earlier build that the configuration names is one: before the work, not after it.

    Raises:
        VerifyError: it is none, or damaged.
    """
    if config.briefing.since is not None:
        read_edition(Path(config.briefing.since))


def since_earlier(briefing: Briefing, config: Config) -> Briefing:
    """The briefing with what has changed since the build that the configuration names, if it names one.

    Raises:
        VerifyError: it is none, or damaged.
    """
    if config.briefing.since is None:
        return briefing
    edition, earlier = read_edition(Path(config.briefing.since))
    return replace(briefing, changes=changes(edition, edition_of(briefing, edition), earlier))
