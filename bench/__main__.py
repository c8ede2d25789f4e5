"""``python -m bench`` (``make bench``): every benchmark of this folder, one after the other; but the one of very many
documents, which takes an hour (``make bench-scale``)."""

from __future__ import annotations

import runpy
from pathlib import Path

_LONG = frozenset({"scale"})


def main() -> None:
    """Run each module of this folder as a script, in the order of their names."""
    for path in sorted(Path(__file__).parent.glob("[!_]*.py")):
        if path.stem not in _LONG:
            print(f"## {path.stem}")
            runpy.run_path(str(path), run_name="__main__")


main()
