"""Atomic output: the new build whole, or what was there before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reporter.errors import OutputError
from reporter.publish import recover, staged
from reporter.publish.exchange import exchanged
from reporter.publish.manifest import write_json
from reporter.publish.workshop import workshop_of


def never(first: Path, second: Path) -> bool:
    """An exchange as on systems that have none."""
    return False


def put(target: Path, name: str = "a.txt", text: str = "new", *, swap=exchanged) -> None:
    """A build of one file with the least manifest that lists it."""
    with staged(target, swap=swap) as stage:
        (stage.folder / name).write_text(text)
        write_manifest(stage.folder, name)


def write_manifest(folder: Path, *names: str) -> None:
    outputs = [{"path": name, "sha256": "", "size": 0} for name in names]
    empty = {"schema_version": 1, "versions": {}, "configuration": {}, "fonts": [], "inputs": []}
    write_json(folder / "manifest.json", {**empty, "outputs": outputs})


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def half_built(target: Path, error: BaseException, **options) -> None:
    """A build that writes half of its file and then fails."""
    with staged(target, **options) as stage:
        (stage.folder / "a.txt").write_text("half")
        raise error


@pytest.fixture(params=[exchanged, never], ids=["exchange", "two renames"])
def swap(request):
    return request.param


def test_a_missing_target_is_made(tmp_path, swap):
    put(tmp_path / "build", swap=swap)
    assert contents(tmp_path / "build") == {"a.txt": "new"}
    assert names(tmp_path) == ["build"]


def test_an_earlier_build_is_replaced_as_a_whole(tmp_path, swap):
    put(tmp_path / "build", "old.txt", swap=swap)
    put(tmp_path / "build", "new.txt", swap=swap)
    assert contents(tmp_path / "build") == {"new.txt": "new"}
    assert names(tmp_path) == ["build"]


def test_a_placeholder_outlives_every_build(tmp_path, swap):
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / ".gitkeep").write_text("")
    for _ in range(2):
        put(tmp_path / "build", swap=swap)
        assert contents(tmp_path / "build") == {".gitkeep": "", "a.txt": "new"}


def test_the_folder_keeps_its_permissions(tmp_path, swap):
    (tmp_path / "build").mkdir()
    (tmp_path / "build").chmod(0o2775)
    put(tmp_path / "build", swap=swap)
    assert (tmp_path / "build").stat().st_mode & 0o7777 == 0o2775


def test_a_failing_build_leaves_the_earlier_one(tmp_path, swap):
    put(tmp_path / "build", text="old", swap=swap)
    with pytest.raises(ZeroDivisionError):
        half_built(tmp_path / "build", ZeroDivisionError(), swap=swap)
    assert contents(tmp_path / "build") == {"a.txt": "old"}
    assert names(tmp_path) == ["build"]


def test_a_failing_first_build_leaves_nothing(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        half_built(tmp_path / "build", KeyboardInterrupt())
    assert names(tmp_path) == []


def test_a_file_that_no_build_wrote_stops_the_build(tmp_path):
    put(tmp_path / "build", text="old")
    (tmp_path / "build" / "sub").mkdir()
    (tmp_path / "build" / "sub" / "mine.txt").write_text("mine")
    with pytest.raises(OutputError, match=r"sub/mine\.txt"), staged(tmp_path / "build"):
        pytest.fail("the build must not even begin")
    assert contents(tmp_path / "build") == {"a.txt": "old", "sub/mine.txt": "mine"}


def test_a_file_that_appears_during_the_build_stops_it_too(tmp_path):
    put(tmp_path / "build", text="old")
    with pytest.raises(OutputError, match=r"mine\.txt"), staged(tmp_path / "build"):
        (tmp_path / "build" / "mine.txt").write_text("mine")
    assert contents(tmp_path / "build") == {"a.txt": "old", "mine.txt": "mine"}


def test_without_a_sound_manifest_every_file_is_foreign(tmp_path):
    put(tmp_path / "build")
    (tmp_path / "build" / "manifest.json").write_text("{")
    with pytest.raises(OutputError, match=r"a\.txt"), staged(tmp_path / "build"):
        pass


def test_a_link_is_foreign_and_is_not_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x").write_text("x")
    put(tmp_path / "build")
    (tmp_path / "build" / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="link"), staged(tmp_path / "build"):
        pass
    assert (tmp_path / "elsewhere" / "x").read_text() == "x"


def test_what_file_managers_leave_stops_nothing(tmp_path):
    put(tmp_path / "build")
    (tmp_path / "build" / ".DS_Store").write_text("")
    put(tmp_path / "build", text="newer")
    assert contents(tmp_path / "build") == {"a.txt": "newer"}


@pytest.mark.parametrize(
    ("path", "told"),
    [("missing/build", "missing does not exist"), ("file", "is a file"), ("/", "can't be replaced")],
)
def test_a_target_that_can_not_be_is_one_clear_line(tmp_path, path, told):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=told) as caught, staged(tmp_path / path):
        pytest.fail("the build must not even begin")
    assert "\n" not in caught.value.message
    assert caught.value.hint


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is a folder that nobody can write only on Linux")
def test_a_folder_that_can_not_be_written_is_one_clear_line():
    with pytest.raises(OutputError, match="/proc"), staged(Path("/proc/build")):
        pytest.fail("the build must not even begin")


def test_a_link_to_a_folder_is_followed(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "real")
    put(tmp_path / "build")
    assert (tmp_path / "build").is_symlink()
    assert contents(tmp_path / "real") == {"a.txt": "new"}


def test_two_builds_into_one_folder_do_not_mix(tmp_path):
    with staged(tmp_path / "build") as stage:
        (stage.folder / "a.txt").write_text("first")
        with pytest.raises(OutputError, match="another build"), staged(tmp_path / "build"):
            pass
        recover(tmp_path / "build")
    assert contents(tmp_path / "build") == {"a.txt": "first"}


@pytest.mark.parametrize("renamed", [0, 1, 2], ids=["before", "between", "after"])
def test_two_renames_that_were_cut_off_are_completed_or_undone(tmp_path, renamed):
    target, workshop = tmp_path / "build", workshop_of(tmp_path / "build")
    put(target, text="old")
    (workshop / "new").mkdir(parents=True)
    (workshop / "new" / "a.txt").write_text("new")
    write_manifest(workshop / "new", "a.txt")
    (workshop / "journal").write_text("")
    if renamed > 0:
        target.rename(workshop / "old")
    if renamed > 1:
        (workshop / "new").rename(target)
    recover(target)
    assert contents(target) == {"a.txt": "new" if renamed else "old"}
    assert names(tmp_path) == ["build"]


KILLED = """
import os, signal, sys
from pathlib import Path
from reporter.publish import staged
with staged(Path(sys.argv[1])) as stage:
    (stage.folder / "a.txt").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_leftovers_of_a_killed_build_are_cleaned_by_the_next(tmp_path):
    put(tmp_path / "build", text="old")
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "build")], check=False)
    assert workshop_of(tmp_path / "build").is_dir()
    assert contents(tmp_path / "build") == {"a.txt": "old"}
    put(tmp_path / "build", text="new")
    assert contents(tmp_path / "build") == {"a.txt": "new"}
    assert names(tmp_path) == ["build"]


def test_a_link_in_the_workshops_place_is_not_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x").write_text("x")
    workshop_of(tmp_path / "build").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError), staged(tmp_path / "build"):
        pytest.fail("the build must not even begin")
    assert (tmp_path / "elsewhere" / "x").read_text() == "x"


def test_a_full_disk_is_one_clear_line(tmp_path):
    with pytest.raises(OutputError, match="No space"):
        half_built(tmp_path / "build", OSError(28, "No space left on device"))
    assert names(tmp_path) == []
