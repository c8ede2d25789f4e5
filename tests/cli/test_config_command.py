"""reporter config: what is in force, and why; the schema says the same as the check."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from reporter.config import Config, configured, load_config
from reporter.config.descriptions import DESCRIPTIONS, EXAMPLES
from reporter.config.keys import known_keys
from reporter.config.showing import commented_configuration

PAGE = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"


def shown(run, *arguments: str) -> Config:
    ran = run("config", "show", *arguments)
    assert ran.code == 0, ran.err
    return configured(tomllib.loads(ran.out))


def test_without_a_file_the_defaults_are_in_force(run):
    assert shown(run) == Config()
    assert 'method = "default"  # default' in run("config", "show").out


def test_options_go_before_the_environment_the_environment_before_the_file(run, folder, monkeypatch):
    (folder.parent / "reporter.toml").write_text(
        '[briefing]\ntitle = "甲"\nissuer = "乙"\nsubtitle = "丙"\n[output]\nformats = ["json"]\n', "utf-8"
    )
    monkeypatch.setenv("REPORTER_BRIEFING_TITLE", "丁")
    monkeypatch.setenv("REPORTER_BRIEFING_ISSUER", "戊")
    assert run("build", folder, "-o", "out", "--title", "己").code == 0
    data = json.loads((folder.parent / "out" / "data" / "briefing.json").read_text("utf-8"))
    assert (data["title"], data["issuer"], data["subtitle"]) == ("己", "戊", "丙")


def test_each_value_says_where_it_comes_from(run, folder, monkeypatch):
    (folder.parent / "reporter.toml").write_text('[summary]\nmethod = "lead"\nsentences = 3\n', "utf-8")
    (folder.parent / "curation.toml").write_text('[overview]\npin = ["a/t1"]\n', "utf-8")
    monkeypatch.setenv("REPORTER_SUMMARY_METHOD", "lexrank")
    lines = run("config", "show").out.splitlines()
    assert 'method = "lexrank"  # REPORTER_SUMMARY_METHOD' in lines
    assert "sentences = 3  # reporter.toml" in lines
    assert "# chars is not set" in lines
    assert 'overview = {pin = ["a/t1"], drop = [], order = []}  # curation.toml' in lines


def test_the_table_of_a_project_file_is_found_and_reporter_toml_goes_before_it(run, folder):
    project = folder.parent / "pyproject.toml"
    project.write_text('[project]\nname = "x"\n', "utf-8")
    assert shown(run) == Config()
    project.write_text('[tool.reporter]\n"$schema" = "x.json"\n[tool.reporter.summary]\nmethod = "lead"\n', "utf-8")
    assert shown(run).summary.method == "lead"
    assert load_config(project).summary.method == "lead"
    (folder.parent / "reporter.toml").write_text("[summary]\nsentences = 2\n", "utf-8")
    assert shown(run).summary.method == "default"


def test_a_project_file_without_the_table_or_with_an_unknown_key_is_one_line(run, folder):
    project = folder.parent / "pyproject.toml"
    project.write_text('tool = "x"\n', "utf-8")
    ran = run("config", "show", "-c", project)
    assert ran.code == 2
    ran.said_in_one_line("[tool.reporter]")
    project.write_text("[tool.reporter.sumary]\nchars = 3\n", "utf-8")
    ran = run("config", "show")
    assert ran.code == 2
    ran.said_in_one_line("sumary", "summary")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("REPORTER_SUMARY_METHOD", "lead", ["REPORTER_SUMARY_METHOD", "REPORTER_SUMMARY_METHOD"]),
        ("REPORTER_CASHE", "x", ["REPORTER_CACHE"]),
        ("REPORTER_SUMMARY_SENTENCES", "0", ["REPORTER_SUMMARY_SENTENCES"]),
        ("REPORTER_SUMMARY_SENTENCES", "five", ["REPORTER_SUMMARY_SENTENCES", "whole number"]),
        ("REPORTER_INPUT_ORDER", "size", ["REPORTER_INPUT_ORDER", "path, date, title"]),
        ("REPORTER_PDF_ATTACH_SOURCES", "yes", ["true"]),
        ("REPORTER_BRIEFING_DATE", "30.3.2018", ["2018-03-30"]),
        ("REPORTER_TOPICS", "品牌", ["configuration file"]),
        ("REPORTER_COMPARISON_SAME", "甲,乙", ["configuration file"]),
    ],
)
def test_a_variable_that_does_not_fit_is_one_line_with_what_would(run, folder, monkeypatch, name, value, told):
    monkeypatch.setenv(name, value)
    for arguments in (["config", "show"], ["build", folder, "-o", "out"], ["summarize", folder / "north.txt"]):
        ran = run(*arguments)
        assert ran.code == 2
        ran.said_in_one_line(*told)


def test_variables_have_the_types_of_their_keys(run, monkeypatch):
    for name, value in {
        "REPORTER_SUMMARY_OVERALL_SENTENCES": "7",
        "REPORTER_SUMMARY_TOPIC": "品牌建设, 标准化",
        "REPORTER_PDF_ATTACH_SOURCES": "true",
        "REPORTER_LANGUAGE": "en",
        "REPORTER_OUTPUT_FORMATS": "pdf,html",
        "REPORTER_BRIEFING_TITLE": "",  # as if it were not set
        "REPORTER_CACHE": "none",
        "REPORTER_CORPUS": "/x",
    }.items():
        monkeypatch.setenv(name, value)
    config = shown(run)
    assert config.summary.overall_sentences == 7
    assert config.summary.topic == ("品牌建设", "标准化")
    assert config.pdf.attach_sources is True
    assert config.language == "en"
    assert config.output.formats == ("pdf", "html")
    assert config.briefing.title is None


def test_a_file_of_themes_that_the_environment_names_is_read(run, folder, monkeypatch):
    (folder.parent / "themes.toml").write_text('"计量" = ["检定"]\n', "utf-8")
    monkeypatch.setenv("REPORTER_THEMES_FILE", "themes.toml")
    assert shown(run).themes.words == {"计量": ("检定",)}


def test_what_is_shown_can_be_read_again_whatever_it_holds(run, folder):
    title = 'a"b\\c\n\t# 甲'
    lines = [
        f"title = {json.dumps(title)}",
        "[[note]]",
        'text = "一\\n二"',
        '[topics]\n"a b.c" = ["x"]\n[curation.documents."a/b"]\npin = [{id = "t1", text = "句。"}, "t2"]',
    ]
    (folder.parent / "reporter.toml").write_text("[briefing]\n" + "\n".join(lines) + "\n", "utf-8")
    expected = load_config(folder.parent / "reporter.toml")
    assert expected.briefing.title == title
    assert shown(run) == expected


def test_every_key_has_a_description_and_stands_on_the_page():
    assert [key.dotted for key in known_keys() if key.dotted not in DESCRIPTIONS] == []
    assert set(DESCRIPTIONS) <= {key.dotted for key in known_keys()}
    assert set(EXAMPLES) <= set(DESCRIPTIONS)
    named = set(re.findall(r"`([a-z_]+)`", PAGE.read_text("utf-8"))) | set(
        re.findall(r"\[\[?([a-z.]+)\]", PAGE.read_text("utf-8"))
    )
    assert [key.dotted for key in known_keys() if key.name not in named] == []


def test_every_key_written_out_is_a_configuration_of_defaults_and_examples():
    config = configured(tomllib.loads(re.sub(r"(?m)^#(?=[a-z])", "", commented_configuration())))
    for key in known_keys():
        value = getattr(getattr(config, key.section), key.name) if key.section else getattr(config, key.name)
        if key.dotted not in EXAMPLES:
            assert value == key.default, key.dotted
        else:
            assert msgspec.to_builtins(value), key.dotted


def test_no_two_keys_share_a_variable():
    variables = [key.variable for key in known_keys()]
    assert len(variables) == len(set(variables))


def test_the_schema_names_every_key_with_a_description_and_no_other(run):
    ran = run("config", "schema")
    schema = json.loads(ran.out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    parts = schema["$defs"]
    assert all(part["additionalProperties"] is False and part["description"] for part in parts.values())
    whole = parts["Config"]["properties"]
    for key in known_keys():
        owner = parts[whole[key.section]["$ref"].rsplit("/", 1)[1]]["properties"] if key.section else whole
        assert owner[key.name]["description"] == DESCRIPTIONS[key.dotted]
    assert "$schema" in whole
