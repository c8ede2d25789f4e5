"""The reading process: requests come in on its standard input, answers go out on its standard output, till the input
ends. It is started by ``keeper`` and by nobody else."""

from __future__ import annotations

import os
import signal

from reporter.errors import ReadError
from reporter.processes import limit_time
from reporter.read.isolation.confinement import limit_process, peak_mb, seal
from reporter.read.isolation.frames import receive, send
from reporter.read.isolation.wire import Answer, Request, encoded, reading_of, refusal_of, request_of


def main(memory_mb: int, longest_request: int) -> None:
    """Answer requests till the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_process(memory_mb)
    requests, answers = _private_pipes()
    from reporter.read.readers import load_readers

    load_readers()  # before the process is sealed
    seal()
    while payload := receive(requests, longest_request):
        send(answers, encoded(_answer(request_of(payload))))


def _private_pipes() -> tuple[int, int]:
    """The two pipes under new numbers: what a library prints goes to standard error and can't break a message."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return requests, answers


def _answer(request: Request) -> Answer:
    from reporter.read.readers import read_as

    limit_time(request.seconds)
    try:
        raw = read_as(request.format, request.data, request.shown, request.characters)
        return reading_of(raw, peak_mb())
    except ReadError as error:
        return refusal_of(error, peak_mb())
