"""``python -m bench`` (``make bench``): every benchmark of this folder, one after the other."""

from __future__ import annotations

import runpy
from pathlib import Path


def main() -> None:
    """Run each module of this folder as a script, in the order of their names."""
    for path in sorted(Path(__file__).parent.glob("[!_]*.py")):
        print(f"## {path.stem}")
        runpy.run_path(str(path), run_name="__main__")


main()
