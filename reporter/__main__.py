"""``python -m reporter``: the same as the command ``reporter``."""

from __future__ import annotations

import sys

from reporter.cli import main

sys.exit(main())
