"""Answers browsers on this machine: the files of the site, pages with the reload, the events.

Only 127.0.0.1 is listened on, and only requests that name it are answered: a page elsewhere that lets its own name
point here (DNS rebinding) gets nothing. No path leads out of the site's folder.
"""

from __future__ import annotations

import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reporter.errors import OutputError
from reporter.serve.pages import EVENTS, page_without_site, with_reload
from reporter.serve.state import Standing, State

ADDRESS = "127.0.0.1"
_NAMES = ("127.0.0.1", "localhost")
# A silent connection is dropped by some proxies after half a minute.
_HEARTBEAT_SECONDS = 15.0
_SECONDS_TO_ASK = 10.0
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class SiteServer(ThreadingHTTPServer):
    """Serves a site's folder.

    Args:
        site: the folder; it may be exchanged for another build at any time.
        state: the standing of the builds.
        port: 0 takes a free one.

    Raises:
        OutputError: the port is taken, or may not be listened on.
    """

    daemon_threads = True
    # On POSIX this lets a port be used again at once, not by two; Windows would share it.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, site: Path, state: State, port: int) -> None:
        self.site = site
        self.state = state
        try:
            super().__init__((ADDRESS, port), _Handler)
        except OSError as error:
            message = f"port {port} can't be listened on: {error.strerror or error}"
            raise OutputError(message, "name another one with --port; --port 0 takes a free one") from error

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """Where the site is."""
        return f"http://{ADDRESS}:{self.port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no error."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # what socketserver passes

    def file(self, path: str) -> Path | None:
        """The file that a request's path names; None for none, and for one outside of the site."""
        names = unquote(path, errors="strict").split("/")
        if any(name.startswith(".") or "\\" in name or "\0" in name for name in names):
            return None
        found = self.site.joinpath(*filter(None, names))
        found = found / "index.html" if path.endswith("/") else found
        inside = found.resolve().is_relative_to(self.site.resolve())
        return found if inside and found.is_file() else None


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"
    timeout = _SECONDS_TO_ASK

    def do_GET(self) -> None:
        """Answer a request."""
        if not self._is_meant():
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, b"this server answers to 127.0.0.1 and localhost only\n")
            return
        path = urlsplit(self.path).path
        if path == EVENTS:
            self._tell_events()
        else:
            self._send_file(path)

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

    def version_string(self) -> str:
        """The server names itself without versions."""
        return "reporter"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server names it so
        """Requests are not worth a line."""

    def _is_meant(self) -> bool:
        """Whether the request names this server."""
        own = {f"{name}:{self.server.port}" for name in _NAMES}
        return self.headers.get("Host", "").lower() in (own | set(_NAMES) if self.server.port == 80 else own)

    def _send_file(self, path: str) -> None:
        standing = self.server.state.standing
        if not standing.built:
            self._answer(HTTPStatus.SERVICE_UNAVAILABLE, page_without_site(standing.error).encode(), _TYPES[".html"])
            return
        try:
            found = self.server.file(path)
            data = found.read_bytes() if found else None
        except (OSError, ValueError):
            found = data = None
        if found is None or data is None:
            self._answer(HTTPStatus.NOT_FOUND, b"no such page\n")
            return
        kind = _TYPES.get(found.suffix, "application/octet-stream")
        body = with_reload(data.decode("utf-8", "replace")).encode() if found.suffix == ".html" else data
        self._answer(HTTPStatus.OK, body, kind)

    def _answer(self, status: HTTPStatus, body: bytes, kind: str = "text/plain; charset=utf-8") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _tell_events(self) -> None:
        """Tell the standing now and whenever it changes, until the browser goes or the server ends."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        state = self.server.state
        told: Standing | None = None
        while not state.closed:
            standing = state.after(told, _HEARTBEAT_SECONDS)
            line = f"data: {standing.message()}\n\n" if standing != told else ": still there\n\n"
            self.wfile.write(line.encode())
            self.wfile.flush()
            told = standing
