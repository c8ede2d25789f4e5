"""The configuration is checked whole: an unknown key or a wrong value says where it is and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.config import Config, configured, in_force, load_config
from reporter.errors import ConfigurationError


def test_no_file_is_the_default() -> None:
    assert configured({}) == Config()


def test_a_file_is_read_into_its_sections(tmp_path: Path) -> None:
    path = tmp_path / "reporter.toml"
    path.write_text(
        '[briefing]\ntitle = "要报"\ndate = "2018-03-30"\n[summary]\nsentences = 3\n[[note]]\ntext = "按语"\n',
        "utf-8",
    )
    config = load_config(path)
    assert (config.briefing.title, config.briefing.date) == ("要报", "2018-03-30")
    assert config.summary.sentences == 3
    assert config.note[0].text == "按语"


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        ({"briefing": {"titel": "x"}}, "briefing.titel", "title"),
        ({"sumary": {}}, "sumary", "summary"),
        ({"note": [{"txt": "x"}]}, "note.txt", "text"),
    ],
)
def test_an_unknown_key_names_itself_and_the_nearest_known_one(
    data: dict[str, object], message: str, hint: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        configured(data)
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    "data",
    [
        {"summary": {"sentences": 0}},
        {"summary": {"sentences": "five"}},
        {"output": {"formats": ["docx", "odt"]}},
        {"briefing": {"date": "30.3.2018"}},
        {"briefing": {"date": "2018-02-30"}},
        {"briefing": "x"},
        {"language": "fr"},
        {"script": "zh-TW"},  # regional wording is nothing that conversion knows
        {"protected_names": [""]},
    ],
)
def test_a_value_that_does_not_fit_is_an_error(data: dict[str, object]) -> None:
    with pytest.raises(ConfigurationError):
        configured(data)


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ({"input": {"order": "dat"}}, "path, date, title"),
        ({"output": {"formats": ["odt"]}}, "html, pdf"),
        ({"briefing": {"title": 3}}, "docs/configuration.md"),
    ],
)
def test_a_wrong_word_is_told_the_known_ones(data: dict[str, object], hint: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        configured(data)
    assert hint in caught.value.hint


def test_a_date_may_stand_without_quotes(tmp_path: Path) -> None:
    path = tmp_path / "reporter.toml"
    path.write_text("[briefing]\ndate = 2018-03-30\n", "utf-8")
    assert load_config(path).briefing.date == "2018-03-30"


def test_a_broken_or_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "reporter.toml"
    with pytest.raises(ConfigurationError, match="can't be read"):
        load_config(path)
    path.write_text("[briefing", "utf-8")
    with pytest.raises(ConfigurationError, match="no TOML"):
        load_config(path)


def test_where_a_build_happens_is_not_part_of_what_is_in_force() -> None:
    here = configured({"input": {"sources": ["a"]}, "output": {"folder": "b"}})
    there = configured({"input": {"sources": ["c"]}, "output": {"folder": "d"}})
    assert in_force(here) == in_force(there)


def test_a_file_of_themes_stands_in_the_configuration_by_its_words(tmp_path: Path) -> None:
    themes, path = tmp_path / "themes.toml", tmp_path / "reporter.toml"
    themes.write_text('"计量" = ["检定", "衡器"]\n', "utf-8")
    path.write_text(f'[themes]\nfile = "{themes}"\n[themes.words]\n"认证" = ["认证"]\n', "utf-8")
    config = load_config(path)
    assert config.themes.words == {"计量": ("检定", "衡器"), "认证": ("认证",)}
    assert in_force(config)["themes"] == {"words": {"计量": ("检定", "衡器"), "认证": ("认证",)}}


def test_a_file_of_themes_that_is_none_is_one_clear_line(tmp_path: Path) -> None:
    themes, path = tmp_path / "themes.toml", tmp_path / "reporter.toml"
    path.write_text(f'[themes]\nfile = "{themes}"\n', "utf-8")
    with pytest.raises(ConfigurationError, match="can't be read"):
        load_config(path)
    themes.write_text('"计量" = "检定"\n', "utf-8")
    with pytest.raises(ConfigurationError, match=r"themes\.toml"):
        load_config(path)


def test_one_name_alone_means_the_same_as_nothing() -> None:
    with pytest.raises(ConfigurationError, match="same"):
        configured({"comparison": {"same": [["规上企业"]]}})


def test_a_curation_beside_the_file_is_read_and_stands_in_force_by_its_ids(tmp_path: Path) -> None:
    path = tmp_path / "reporter.toml"
    path.write_text("[curation.documents.a]\npin = ['t2']\n", "utf-8")
    (tmp_path / "curation.toml").write_text("[documents.a]\npin = ['t1', {id = 't3', text = '粮价稳定。'}]\n", "utf-8")
    config = load_config(path)
    assert [getattr(pick, "id", pick) for pick in config.curation.documents["a"].pin] == ["t1", "t3", "t2"]
    assert "file" not in in_force(config)["curation"]
    assert configured(in_force(config)) == config


def test_another_file_of_curation_can_be_named(tmp_path: Path) -> None:
    path, other = tmp_path / "reporter.toml", tmp_path / "mine.toml"
    path.write_text(f'[curation]\nfile = "{other.as_posix()}"\n', "utf-8")
    (tmp_path / "curation.toml").write_text("[overview]\ndrop = ['a/t1']\n", "utf-8")
    other.write_text("[overview]\npin = ['a/t1']\n", "utf-8")
    assert load_config(path).curation.overview.pin == ("a/t1",)
    assert load_config(path).curation.overview.drop == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"curation": {"documents": {"a": {"pinn": []}}}}, "curation.documents.a.pinn"),
        ({"curation": {"overview": {"pin": ["a/t1"], "drop": [{"id": "a/t1"}]}}}, "pinned and dropped"),
        ({"topics": {"品牌": "名牌"}}, "topics"),
        ({"summary": {"topic": [""]}}, "topic"),
    ],
)
def test_a_topic_or_a_curation_that_does_not_fit_is_an_error(data: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        configured(data)
