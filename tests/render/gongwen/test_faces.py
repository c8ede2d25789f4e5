"""Each role is set in the best face of the machine; a stand-in is told, and only named font files are loaded."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reporter.config import Config, OutputSection
from reporter.render.gongwen.faces import Face, FaceFetcher, face_sheet, faces_of, is_installed, stand_in_findings
from reporter.render.gongwen.quotes import MARKS, narrowed_marks
from reporter.render.theme import Theme, load_theme
from tests.render.gongwen.documents import printed, settings, text_briefing


def theme_of(folder: Path, fonts: str) -> Theme:
    folder.mkdir(exist_ok=True)
    (folder / "theme.toml").write_text(fonts, "utf-8")
    return Theme("own", (folder,), ())


def role(families: str, more: str = "") -> str:
    return f'[fonts.fang.zh-Hans]\nlabel = "text"\nfamilies = [{families}]\nstand_in = "Noto Serif CJK SC"\n{more}'


def test_every_role_of_the_theme_has_a_face_in_both_scripts() -> None:
    faces = faces_of(load_theme(Config(output=OutputSection(theme="gongwen"))))
    roles = {(face.role, face.script) for face in faces}
    assert roles == {(r, s) for r in ("fang", "kai", "hei", "biaosong", "song") for s in ("zh-Hans", "zh-Hant")}


def test_the_first_family_that_is_there_is_taken(tmp_path: Path) -> None:
    (face,) = faces_of(theme_of(tmp_path, role('"No Such Face", "Noto Sans CJK SC", "Noto Serif CJK SC"')))
    assert (face.family, face.proper) == ("Noto Sans CJK SC", True)


def test_a_family_nobody_has_is_no_family_of_the_machine() -> None:
    assert not is_installed("No Such Face")
    assert is_installed("Noto Serif CJK SC")


def test_a_stand_in_is_a_finding_with_the_command_that_helps(tmp_path: Path) -> None:
    faces = faces_of(theme_of(tmp_path, role('"No Such Face"', 'install = "get it"')))
    (finding,) = stand_in_findings(faces, {"Noto Serif CJK SC"})
    assert (finding.code, finding.level, finding.hint) == ("render-font-stand-in", "warning", "get it")
    assert "No Such Face" in finding.message
    assert list(stand_in_findings(faces, set())) == []  # no text in it


def test_a_face_of_no_role_is_a_finding(tmp_path: Path) -> None:
    faces = faces_of(theme_of(tmp_path, role('"Noto Serif CJK SC"')))
    (finding,) = stand_in_findings(faces, {"Noto Serif CJK SC", "DejaVu Sans"})
    assert "DejaVu Sans" in finding.message


@pytest.fixture
def filed(tmp_path: Path) -> tuple[Theme, Path, tuple[Face, ...]]:
    """A theme with a family that lies as a file in a configured folder."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "own.otf").write_bytes(b"face")
    (folder / "other.otf").write_bytes(b"other")
    theme = theme_of(tmp_path / "theme", role('"Own Face"', 'files = { "Own Face" = "own.otf" }'))
    return theme, folder, faces_of(theme, str(folder))


def test_a_family_may_lie_as_a_file_in_the_configured_folder(filed: tuple[Theme, Path, tuple[Face, ...]]) -> None:
    _, folder, faces = filed
    assert (faces[0].family, faces[0].proper) == ("Own Face", True)
    assert (folder / "own.otf").as_uri() in face_sheet(faces)


def test_only_the_named_file_is_loaded(filed: tuple[Theme, Path, tuple[Face, ...]]) -> None:
    theme, folder, faces = filed
    fetcher = FaceFetcher(theme.folders, faces)
    response = fetcher.fetch((folder / "own.otf").as_uri())
    assert response.read() == b"face"
    response.close()
    for url in ((folder / "other.otf").as_uri(), "file:///etc/hostname", "https://example.invalid/own.otf"):
        with pytest.raises(ValueError, match="no file of the theme"):
            fetcher.fetch(url)


def test_narrow_faces_are_set_larger_so_that_28_characters_fill_a_line(tmp_path: Path) -> None:
    theme = theme_of(tmp_path, role('"Noto Serif CJK SC"', 'advances = { "Noto Serif CJK SC" = 0.92 }'))
    assert "--fang-size: 17.15" in face_sheet(faces_of(theme))


def test_quotation_marks_are_full_width_where_a_face_has_narrow_ones() -> None:
    briefing = text_briefing("會議要求堅持“三服務”方針。", script="zh-Hant")
    pdf = printed(briefing, settings(date="2018-05-04"))
    marks = [char for page in pdf.pages for char in page.chars if char["text"] in "“”"]
    assert len(marks) == 2
    theme = load_theme(Config(output=OutputSection(theme="gongwen")))
    face = next(face for face in faces_of(theme) if (face.role, face.script) == ("fang", "zh-Hant"))
    narrow = face.advance < 1 and face.quotes is None  # nothing at hand to set them better
    assert all(mark["x1"] - mark["x0"] > 0.9 * mark["size"] for mark in marks) != narrow
    assert not [finding for finding in pdf.findings if finding.code.endswith("lacking")]


@pytest.fixture(scope="module")
def borrowed() -> Face:
    """The face of traditional text, which borrows its quotation marks of another where this machine has both."""
    theme = load_theme(Config(output=OutputSection(theme="gongwen")))
    face = next(face for face in faces_of(theme) if (face.role, face.script) == ("fang", "zh-Hant"))
    assert face.quotes is not None, "make setup installs both faces"
    return face


def test_borrowed_quotation_marks_are_as_wide_as_the_ideographs_beside_them(borrowed: Face) -> None:
    assert borrowed.quotes is not None
    made = TTFont(BytesIO(narrowed_marks(borrowed.quotes, borrowed.advance)))
    names = made.getBestCmap()
    assert set(names) <= set(MARKS)
    assert {"“", "”"} <= {chr(code) for code in names}
    for mark in "“”":
        width = made["hmtx"][names[ord(mark)]][0] / made["head"].unitsPerEm
        assert width == pytest.approx(borrowed.advance, abs=0.002)


def test_a_line_with_borrowed_quotation_marks_has_28_characters(borrowed: Face) -> None:
    assert borrowed.advance < 1
    text = "，".join(["會議要求堅持“三服務”方針、“五個轉變”要求、“六大工程”目標"] * 5) + "。"
    pdf = printed(text_briefing(text, script="zh-Hant"), settings(date="2018-05-04"))
    lines = [line for page in pdf.pages for line in page.texts() if "“" in line]
    inner = lines[1:-1]  # the first one is indented, the last one ends where the sentence does
    assert inner
    assert min(map(len, inner)) >= 27  # one place at most is left where a mark may not begin the next line


def test_a_file_that_is_no_face_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "own.otf").write_bytes(b"no face")
    assert narrowed_marks(tmp_path / "own.otf", 0.92) == b"no face"
