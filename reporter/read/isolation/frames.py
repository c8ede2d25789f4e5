"""Messages over a pipe: eight bytes of length, most significant first, then so many bytes."""

from __future__ import annotations

import os

_HEADER = 8
_PIECE = 1 << 20


class FrameError(Exception):
    """The pipe ended within a message, or announced one that is too long."""


def send(descriptor: int, payload: bytes) -> None:
    """Write one message.

    Raises:
        OSError: nobody reads any more.
    """
    for piece in (len(payload).to_bytes(_HEADER, "big"), payload):
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(descriptor, rest) :]


def receive(descriptor: int, longest: int) -> bytes | None:
    """The next message; None where the pipe ended before it.

    Raises:
        FrameError: it is cut, or longer than ``longest`` bytes.
    """
    header = _exactly(descriptor, _HEADER)
    if not header:
        return None
    length = int.from_bytes(header, "big")
    if len(header) < _HEADER or length > longest:
        raise FrameError(f"a message of {length} bytes")
    payload = _exactly(descriptor, length)
    if len(payload) < length:
        raise FrameError("a message that is cut")
    return payload


def _exactly(descriptor: int, count: int) -> bytes:
    """So many bytes, fewer only at the end."""
    pieces = []
    while count and (piece := os.read(descriptor, min(count, _PIECE))):
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)
