"""Data of a build that can be decoded and yet are none are refused before they are compared."""

from __future__ import annotations

import msgspec
import pytest

from reporter.changes import Edition, decoded
from reporter.errors import VerifyError
from tests.changes.editions import edition

SOUND: Edition = edition({"甲/a.txt": "石桥县总结\n石桥县建成渠道12公里。到2030年，石桥县建成渠道20公里。\n"})


def with_document(**other: object) -> bytes:
    """The sound data with other values in its document."""
    data = msgspec.to_builtins(SOUND)
    data["documents"][0].update(other)
    return msgspec.json.encode(data)


def test_sound_data_are_taken() -> None:
    assert decoded(with_document(path="..."), "old").documents[0].path == "..."
    assert decoded(with_document(date="2017-06"), "old") == decoded(with_document(date="2017-06"), "new")
    assert decoded(with_document(), "old") == SOUND


@pytest.mark.parametrize("path", ["", ".", "/", "./.", "//"])
def test_a_path_without_a_name_is_refused(path: str) -> None:
    with pytest.raises(VerifyError, match=r"old: is no build's data: .*path"):
        decoded(with_document(path=path), "old")


@pytest.mark.parametrize("date", ["soon", "", "017", "²017", "2017年", "2017-06-30\n"])
def test_a_date_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(VerifyError, match=r"old: is no build's data: .*date"):
        decoded(with_document(date=date), "old")
    target = {"id": "g1", "indicator": None, "deadline": {"date": date}}
    with pytest.raises(VerifyError, match=r"old: is no build's data: .*date"):
        decoded(with_document(targets=[target]), "old")
