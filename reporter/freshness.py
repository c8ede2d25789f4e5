"""Whether a build still is what its sources, its configuration and this program would give.

It is asked before anything is read, and needs little of the program: a build with nothing to do takes as long as
hashing its sources and outputs.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from reporter import publish, read
from reporter.config import Config, in_force
from reporter.render.theme import load_theme

# The sections that no piece of a page or of the data is made with.
_OF_NO_PIECE = ("briefing", "note", "pdf", "gongwen", "docx", "workers")


def inputs_of(config: Config, sources: Sequence[Path], output: Path | None = None) -> list[read.FoundFile]:
    """The files below the sources; those of the output folder, old or in the making, are no inputs.

    Raises:
        InputError: a source is missing.
    """
    found = read.find_inputs(sources, config.input.include, config.input.exclude)
    own = tuple(f"{folder}{os.sep}" for folder in (output, publish.workshop_of(output))) if output else ()
    return [file for file in found if not os.fspath(file.path).startswith(own)]


def fingerprint(config: Config, found: Sequence[read.FoundFile]) -> str:
    """All that decides the bytes of a build, and where its sources lie, as one digest. Fonts and other programs of the
    system are no part of it (``State.settled`` says whether they mattered).

    Raises:
        ConfigurationError: there is no theme of that name.
    """
    most = config.limits.file_mb
    inputs = [(file.shown, os.path.realpath(file.path), read.found_digest(file, most)) for file in found]
    return publish.fingerprint_of(ground(config), inputs)


def ground(config: Config) -> str:
    """All that decides the bytes of a build beside its sources, as one digest: program, configuration, theme.

    Raises:
        ConfigurationError: there is no theme of that name.
    """
    theme = publish.folders_fingerprint(load_theme(config).folders)
    return publish.fingerprint_of(publish.program_fingerprint(), in_force(config), theme)


def ground_of_pieces(config: Config) -> str:
    """All that decides a kept piece beside its own key: as ``ground``, without the sections that no piece prints. They
    reach the head, which is in the key of every page that has one, page one and the other formats.

    Raises:
        ConfigurationError: there is no theme of that name.
    """
    default = Config()
    return ground(msgspec.structs.replace(config, **{name: getattr(default, name) for name in _OF_NO_PIECE}))


def fresh_state(config: Config, sources: Sequence[Path], output: Path) -> publish.State | None:
    """The state of the build in the output folder when it is whole and nothing that went into it has changed.

    Raises:
        InputError: a source is missing.
        ConfigurationError: there is no theme of that name.
    """
    target = output.resolve()
    state = publish.read_state(target)
    # The sources first: where one has changed, the outputs, of which there are more, need not be looked at.
    if state is None or state.fingerprint != fingerprint(config, inputs_of(config, sources, target)):
        return None
    return state if publish.is_whole(target) else None
