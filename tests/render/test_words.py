"""Numbers, dates and the interface's words as a reader sees them."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.config import Config, OutputSection
from reporter.errors import RenderError
from reporter.render.brief_view import without_common_start
from reporter.render.catalogue import load_catalogue
from reporter.render.figures import bounded, digits, number_text
from reporter.render.links import SiteLinks
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint, place_of
from reporter.resources import templates_folder
from tests.render.briefings import document_of, sample_briefing

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


def keys(table: dict[str, object], prefix: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in table.items():
        found |= keys(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key}
    return found


def test_every_language_has_every_word() -> None:
    folder = templates_folder() / "briefing" / "strings"
    known = {name: keys(tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))) for name in LANGUAGES}
    # Kinds are Chinese words in the data, findings have English messages: each needs a translation on one side only.
    translated = ("kind.", "said.", "worded.")
    plain = {name: {key for key in words if not key.startswith(translated)} for name, words in known.items()}
    assert plain["en"] == plain["zh-Hans"] == plain["zh-Hant"]
    said = [{key for key in known[name] if key.startswith(("said.", "worded."))} for name in LANGUAGES]
    assert said[0] == said[1]
    assert said[2] == set()


def test_a_missing_word_is_named() -> None:
    strings = load_catalogue(load_theme(Config()), "en")
    with pytest.raises(RenderError, match=r"no\.such"):
        strings("no.such")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1.4, "1.4"),
        (20000, "20000"),
        (5.0, "5"),
        (1e-7, "0.0000001"),
        (1e21, "1000000000000000000000"),
        (-3.20, "-3.2"),
    ],
)
def test_numbers_are_plain_digits(value: float, shown: str) -> None:
    assert digits(value) == shown


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_digits_read_back_to_the_number(value: float) -> None:
    assert float(digits(value)) == float(value)


def test_a_range_has_a_dash() -> None:
    assert number_text((3, 5.5)) == "3–5.5"


@pytest.mark.parametrize(
    ("bound", "shown"),
    [
        (None, "170项"), ("at_least", "170项以上"), ("at_most", "不超过170项"), ("over", "超过170项"),
        ("under", "近170项"), ("about", "约170项"),
    ],
)  # fmt: skip
def test_bounds_are_said_in_words(bound: str | None, shown: str) -> None:
    strings = load_catalogue(load_theme(Config()), "zh-Hans")
    assert bounded(170, "项", bound, strings) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(("unit", "shown"), [("%", "5%"), ("km", "5\u00a0km"), ("亿元", "5亿元"), ("", "5")])
def test_latin_units_keep_a_space(unit: str, shown: str) -> None:
    assert bounded(5, unit, None, load_catalogue(load_theme(Config()), "en")) == shown


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2018-05-04", "2018年5月4日"), ("2018-05", "2018年5月"), ("2018", "2018年"), (None, ""), ("soon", "soon")],
)
def test_dates_are_written_out(iso: str | None, shown: str) -> None:
    view = Viewpoint(sample_briefing(), load_catalogue(load_theme(Config()), "zh-Hans"), SiteLinks(""))
    assert view.date(iso) == shown


@pytest.mark.parametrize(
    ("regions", "title", "place"),
    [
        (("浙江省台州市椒江区",), "题", "椒江区"), (("天津市",), "题", "天津市"), (("臺北市",), "题", "臺北市"),
        ((), "一个相当长的文件标题", "一个相当长的文…"), ((), "短题", "短题"),
    ],
)  # fmt: skip
def test_narrow_columns_are_headed_by_the_place(regions: tuple[str, ...], title: str, place: str) -> None:
    document = replace(document_of(f"{title}\n句。", "in/a.txt"), regions=regions)
    assert place_of(document) == place


def test_labels_in_one_cell_lose_the_words_they_share() -> None:
    assert without_common_start(["参与制定国家标准", "参与制定行业标准"]) == ["国家标准", "行业标准"]
    assert without_common_start(["企业", "企业产品"]) == ["企业", "企业产品"]
    assert without_common_start(["", "今年"]) == ["", "今年"]


def test_a_theme_may_change_single_words(tmp_path: Path) -> None:
    own = tmp_path / "briefing" / "strings"
    own.mkdir(parents=True)
    (own / "zh-Hans.toml").write_text('[brief]\ntitle = "核心要点"\n', "utf-8")
    config = Config(output=OutputSection(themes=str(tmp_path)))
    strings = load_catalogue(load_theme(config), "zh-Hans")
    assert (strings("brief.title"), strings("brief.figures")) == ("核心要点", "关键数字")


def test_details_tell_what_the_quantity_does_not() -> None:
    view = Viewpoint(sample_briefing(), load_catalogue(load_theme(Config()), "zh-Hans"), SiteLinks(""))
    document = sample_briefing().analyses[1].document
    base = next(item for item in sample_briefing().analyses[1].indicators if item.change)
    assert view.details(document, base) == ("同比增1.4個百分點",)
    assert view.details(document, replace(base, role="change")) == ("同比增",)
    assert view.details(document, replace(base, change=None, role="target", period="今年", qualifier="累计")) == (
        "今年",
        "累計",
        "目标",
    )
    assert view.details(document, replace(base, change=None, bound="over", qualifier="超过")) == ()
