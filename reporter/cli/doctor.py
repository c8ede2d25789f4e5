"""reporter doctor: is everything there that a build needs?"""

from __future__ import annotations

import click

from reporter.cli.machine import checks
from reporter.cli.terminal import tell

MISSING = 1


@click.command(short_help="Check that everything that a build needs is there.")
def doctor() -> int:
    """Show Python, packages, libraries and the font of each role, and how to install what is missing.

    \b
    reporter doctor

    Exit codes: 0 everything is there; 1 something that a build needs is missing.
    """  # noqa: D301 - click reads \b
    missing = 0
    for check in checks():
        tell(f"{'ok     ' if check.ok else 'MISSING'}  {check.name}: {check.found}")
        if not check.ok:
            missing += 1
            tell(f"         → {check.remedy}")
    tell("everything is there" if not missing else f"{missing} missing")
    return MISSING if missing else 0
