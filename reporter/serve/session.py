"""A session: build, serve, wait for a change, build again, until it is interrupted."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from reporter.errors import ReporterError
from reporter.serve.server import SiteServer
from reporter.serve.state import State
from reporter.serve.watching import Files, changes

_NAMED = 3


def serve(
    rebuild: Callable[[], None],
    *,
    site: Path,
    port: int,
    files: Files,
    ignored: Sequence[Path],
    say: Callable[[str], None],
) -> None:
    """Serve a site and build it anew whenever a file changes, until interrupted (Ctrl-C).

    Args:
        rebuild: makes the build that has the site; what it raises is shown in the page and the server goes on.
        site: the site's folder in the build.
        port: the port on 127.0.0.1; 0 takes a free one.
        files: the files and folders to watch.
        ignored: folders whose changes don't count.
        say: prints a line for people.

    Raises:
        OutputError: the port can't be listened on.
    """
    state = State(f"{time.time_ns():x}")
    with SiteServer(site, state, port) as server:
        thread = threading.Thread(target=server.serve_forever, name="site", daemon=True)
        thread.start()
        say(f"{server.url} (Ctrl-C ends it)")
        try:
            found = changes(files, ignored)
            _attempt(rebuild, state, say)
            for paths in found:
                say(f"changed: {_named(paths)}")
                _attempt(rebuild, state, say)
        except KeyboardInterrupt:
            say("ended")
        finally:
            state.close()
            server.shutdown()
            thread.join()


def _attempt(rebuild: Callable[[], None], state: State, say: Callable[[str], None]) -> None:
    """Build; an error is said and shown."""
    started = time.monotonic()
    try:
        rebuild()
    except ReporterError as error:
        state.failed("\n".join(filter(None, (error.message, error.hint))))
        say(f"reporter: {error.message}")
        if error.hint:
            say(f"  {error.hint}")
    except Exception as error:  # noqa: BLE001 - a defect must not end the session: the next change may mend it
        state.failed("".join(traceback.format_exception(error)))
        say(f"reporter: {type(error).__name__}: {error}")
    else:
        state.built()
        say(f"built in {time.monotonic() - started:.1f} s")


def _named(paths: Sequence[Path]) -> str:
    names = ", ".join(path.name for path in paths[:_NAMED])
    return names if len(paths) <= _NAMED else f"{names} and {len(paths) - _NAMED} more"
