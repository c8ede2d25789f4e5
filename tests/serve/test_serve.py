"""The served site: this machine only, no path out of the folder, a reload that the page's policy allows."""

from __future__ import annotations

import base64
import http.client
import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from reporter.errors import OutputError, RenderError
from reporter.serve.pages import EVENTS, SCRIPT, page_without_site, with_reload
from reporter.serve.server import SiteServer
from reporter.serve.session import serve
from reporter.serve.state import State
from reporter.serve.watching import changes, look

POLICY = "default-src 'none'; style-src 'sha256-x'; script-src 'sha256-y' 'strict-dynamic'; base-uri 'none'"
PAGE = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><body><p>正文</p></body>'

Ask = Callable[..., tuple[int, bytes]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "build" / "site"
    (folder / "data").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "data" / "briefing.json").write_text("{}", "utf-8")
    (folder.parent / "secret.txt").write_text("secret", "utf-8")
    (folder / "way.txt").symlink_to(folder.parent / "secret.txt")
    return folder


@pytest.fixture
def server(site: Path) -> Iterator[SiteServer]:
    with SiteServer(site, State("run"), 0) as made:
        thread = threading.Thread(target=made.serve_forever, daemon=True)
        thread.start()
        yield made
        made.state.close()
        made.shutdown()
        thread.join()


@pytest.fixture
def ask(server: SiteServer) -> Ask:
    def get(path: str, host: str | None = None, method: str = "GET") -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{server.port}")
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body

    return get


def test_only_this_machine_is_listened_on(server: SiteServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_pages_are_served_with_the_reload_and_other_files_as_they_are(server: SiteServer, ask: Ask) -> None:
    server.state.built()
    assert ask("/") == (200, with_reload(PAGE).encode())
    assert ask("/index.html?x=1")[0] == 200
    assert ask("/data/briefing.json") == (200, b"{}")
    assert ask("/", method="HEAD") == (200, b"")


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/data/../../secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt",
     "/way.txt", "/data", "/none.html", "/a%00b", "/%ff", "//etc/passwd"],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(server: SiteServer, ask: Ask, path: str) -> None:
    server.state.built()
    status, body = ask(path)
    assert status == 404
    assert b"secret" not in body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "127.0.0.1", "", " "])
def test_a_request_that_names_another_host_gets_nothing(server: SiteServer, ask: Ask, host: str) -> None:
    server.state.built()
    status, body = ask("/", host or "evil")
    assert status == 421
    assert "正文".encode() not in body


def test_localhost_is_this_machine(server: SiteServer, ask: Ask) -> None:
    server.state.built()
    assert ask("/", f"localhost:{server.port}")[0] == 200


def test_without_a_build_the_page_says_why(server: SiteServer, ask: Ask) -> None:
    server.state.failed("no document in <b>seeds</b>")
    status, body = ask("/")
    assert status == 503
    assert b"no document in &lt;b&gt;seeds&lt;/b&gt;" in body
    assert SCRIPT.encode() in body


def test_a_failed_build_leaves_the_last_good_one_and_tells_its_error(server: SiteServer, ask: Ask) -> None:
    server.state.built()
    good = server.state.standing.version
    server.state.failed("a wrong key")
    assert ask("/")[0] == 200
    assert json.loads(server.state.standing.message()) == {"version": good, "error": "a wrong key"}


def test_events_tell_the_standing_and_each_change(server: SiteServer) -> None:
    server.state.built()
    with socket.create_connection(("127.0.0.1", server.port)) as connection, connection.makefile("rb") as lines:
        request = f"GET {EVENTS} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n"
        connection.sendall(request.encode())
        told = (json.loads(line[6:]) for line in lines if line.startswith(b"data: "))
        assert next(told) == {"version": "run-1", "error": ""}
        server.state.built()
        assert next(told) == {"version": "run-2", "error": ""}
        server.state.failed("x")
        assert next(told) == {"version": "run-2", "error": "x"}


def test_a_port_that_is_taken_is_a_clear_error(server: SiteServer, site: Path) -> None:
    with pytest.raises(OutputError, match=f"port {server.port} can't be listened on") as caught:
        SiteServer(site, State("other"), server.port)
    assert "--port 0" in caught.value.hint


def test_the_pages_policy_allows_the_reload_and_nothing_more() -> None:
    made = with_reload(PAGE)
    policy = re.findall(r'content="([^"]+)"', made)[0]
    digest = base64.b64encode(sha256(SCRIPT.encode()).digest()).decode()
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives == {
        "default-src": "'none'",
        "style-src": "'sha256-x'",
        "base-uri": "'none'",
        "script-src": f"'sha256-y' 'strict-dynamic' 'sha256-{digest}'",
        "connect-src": "'self'",
    }
    assert f"<script>{SCRIPT}</script></body>" in made


def test_an_error_is_shown_as_text() -> None:
    assert "<script>alert" not in page_without_site("<script>alert(1)</script>").replace(SCRIPT, "")


# -- watching


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path.resolve()


def test_a_look_passes_over_what_a_build_writes_and_what_editors_keep(tmp_path: Path) -> None:
    kept = write(tmp_path / "docs" / "甲" / "a.txt", "a")
    for name in ("out/index.html", ".git/config", "甲/~$a.docx", "甲/a.txt~", "甲/.a.txt.swp"):
        write(tmp_path / "docs" / name, "x")
    assert set(look([tmp_path / "docs", tmp_path / "missing.toml"], [tmp_path / "docs" / "out"])) == {kept}


def test_changes_are_told_even_of_files_that_were_not_there(tmp_path: Path) -> None:
    first = write(tmp_path / "docs" / "a.txt", "a")
    settings = tmp_path / "reporter.toml"
    found = changes(lambda: [tmp_path / "docs", settings], ())
    write(first, "changed")
    made = write(settings, "x = 1")
    assert next(found) == sorted([first, made])
    first.unlink()
    assert next(found) == [first]


# -- a session


def test_a_session_builds_shows_errors_and_ends_with_an_interrupt(tmp_path: Path) -> None:
    source = write(tmp_path / "docs" / "a.txt", "a")
    said: list[str] = []
    runs: list[str] = []

    def rebuild() -> None:
        runs.append(source.read_text("utf-8"))
        if len(runs) == 1:
            source.write_text("bb", "utf-8")  # while the build runs: the change is not lost
            raise RenderError("template index.html.j2: no such name", "see docs")
        if len(runs) == 2:
            source.write_text("ccc", "utf-8")
            raise ZeroDivisionError
        raise KeyboardInterrupt

    serve(
        rebuild, site=tmp_path / "site", port=0, files=lambda: [tmp_path / "docs"], ignored=(), say=said.append
    )  # fmt: skip
    assert runs == ["a", "bb", "ccc"]
    assert said[0].startswith("http://127.0.0.1:")
    assert "reporter: template index.html.j2: no such name" in said
    assert "reporter: ZeroDivisionError: " in said
    assert said[-1] == "ended"
