"""The listener and the canary notice what they are there for."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

from tests.hostile.outside import Canary, Listener


def test_a_connection_is_noticed() -> None:
    with Listener() as listener:
        assert listener.connections == 0
        with socket.create_connection(("127.0.0.1", listener.port)) as connection:
            assert connection.recv(1) == b""
    assert listener.connections == 1


def test_a_read_by_another_process_is_noticed(tmp_path: Path) -> None:
    canary = Canary(tmp_path / "canary.txt", "text")
    assert not canary.touched
    subprocess.run([sys.executable, "-c", f"open({str(canary.path)!r}).read()"], check=True)
    assert canary.touched
    canary.close()
