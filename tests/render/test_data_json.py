"""briefing.json is written piece by piece, with the bytes that it would have in one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reporter.config import Config
from reporter.model import Analyses
from reporter.render.contract import briefing_dict, plain
from reporter.render.data_json import pieces, write_json
from tests.render.briefings import overview_briefing, sample_briefing

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=12
)


def in_one(value: Any) -> str:
    """The text of a value written in one."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)


def lazily(value: Any) -> Any:
    """The value with an iterator in place of every list that a mapping of the top levels holds."""
    if isinstance(value, dict):
        return {name: lazily(part) for name, part in value.items()}
    return iter(value) if isinstance(value, list) else value


@given(values)
def test_pieces_are_the_text_of_the_whole(value: Any) -> None:
    assert "".join(pieces(lazily(value), 0)) == in_one(value)
    assert plain(lazily(value)) == value


def test_the_file_has_the_bytes_of_the_whole_briefing(tmp_path: Path) -> None:
    for number, briefing in enumerate((sample_briefing(), overview_briefing())):
        write_json(briefing, tmp_path / str(number), Config())
        written = (tmp_path / str(number) / "data" / "briefing.json").read_text("utf-8")
        assert written == in_one(briefing_dict(briefing)) + "\n"


def test_packed_analyses_give_the_same_files(tmp_path: Path) -> None:
    briefing = sample_briefing()
    write_json(briefing, tmp_path / "plain", Config())
    write_json(replace(briefing, analyses=Analyses.of(briefing.analyses)), tmp_path / "packed", Config())
    names = sorted(path.relative_to(tmp_path / "plain") for path in (tmp_path / "plain").rglob("*.json"))
    assert len(names) == 1 + len(briefing.analyses)
    for name in names:
        assert (tmp_path / "plain" / name).read_bytes() == (tmp_path / "packed" / name).read_bytes()
