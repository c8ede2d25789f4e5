"""Functions of a library that are replaced by ours for as long as somebody asks for it, in every thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

# What holds a function, its name there, and what stands in its place.
Place = tuple[Any, str, Any]


class Replacement:
    """The first that asks puts the functions in, the last takes them out.

    Args:
        places: says what is replaced by what, when it is about to be.
    """

    def __init__(self, places: Callable[[], Iterable[Place]]) -> None:
        self._places = places
        self._lock = threading.Lock()
        self._users = 0
        self._stock = ExitStack()

    @contextmanager
    def lasting(self, fits: Callable[[], bool]) -> Iterator[bool]:
        """While it lasts, ours stand in the library; whether they do. May be nested.

        Args:
            fits: whether the library is such that they can; asked only where they are not in it.
        """
        with self._lock:
            taken = self._users > 0 or fits()
            if taken:
                self._put_in()
        try:
            yield taken
        finally:
            if taken:
                self._take_out()

    def _put_in(self) -> None:
        if not self._users:
            with ExitStack() as stock:
                for owner, name, ours in tuple(self._places()):
                    stock.callback(setattr, owner, name, getattr(owner, name))
                    setattr(owner, name, ours)
                self._stock = stock.pop_all()
        self._users += 1

    def _take_out(self) -> None:
        with self._lock:
            self._users -= 1
            if not self._users:
                self._stock.close()
