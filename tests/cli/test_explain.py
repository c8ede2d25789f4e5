"""reporter summarize: reasons, topics, curation, and words where there is nothing to print."""

from __future__ import annotations

import json

import pytest

from reporter.summarize import METHODS


@pytest.fixture
def north(folder):
    return folder / "north.txt"


@pytest.fixture
def config(tmp_path):
    """A configuration with a topic in other words, and a curation beside it."""
    path = tmp_path / "mine" / "reporter.toml"
    path.parent.mkdir()
    path.write_text(
        'language = "en"\n[summary]\nsentences = 1\ntopic = ["品质"]\n[topics]\n"品质" = ["国家标准"]\n', "utf-8"
    )
    return path


@pytest.mark.parametrize("method", sorted(METHODS))
def test_every_method_explains_itself_in_words_and_as_data(run, north, method):
    text = run("summarize", north, "--explain", "--method", method, "-n", "3")
    assert text.code == 0
    assert text.out.count("得分构成：") == 3
    data = json.loads(run("summarize", north, "--explain", "--format", "json", "--method", method, "-n", "3").out)
    assert [reason["sentence"] for reason in data["why"]] == [sentence["id"] for sentence in data["sentences"]]
    assert {"left_out", "unheard", "sections"} <= set(data)


def test_a_reason_names_section_keywords_and_figures(run, north):
    data = json.loads(run("summarize", north, "--explain", "--json").out)
    reasons = {reason["sentence"]: reason for reason in data["why"]}
    brands = next(sentence for sentence in data["sentences"] if "22个" in sentence["text"])
    reason = reasons[brands["id"]]
    assert (reason["taken"], reason["heard_for"]) == ("heard", brands["section"])
    assert reason["sections"] == [brands["section"]]
    assert len(reason["figures"]) == 2


@pytest.mark.parametrize(("language", "word"), [("zh-Hans", "得分构成"), ("zh-Hant", "得分構成"), ("en", "made up of")])
def test_the_explanation_is_in_the_language_asked_for(run, north, language, word):
    assert word in run("summarize", north, "--explain", "--language", language).out


def test_without_explain_json_is_short(run, north):
    assert set(json.loads(run("summarize", north, "--json").out)) == {"schema_version", "document", "sentences"}


# -- topics


def test_a_text_with_nothing_on_a_topic_says_so_and_is_summarized_as_without_it(run, north):
    plain, asked = run("summarize", north), run("summarize", north, "--topic", "航天")
    assert (asked.code, asked.out) == (0, plain.out)
    assert "says nothing on 航天" in asked.err
    assert not plain.err


def test_json_says_which_sentences_are_on_a_topic(run, north):
    data = json.loads(run("summarize", north, "--json", "--topic", "品牌建設", "--topic", "航天").out)
    assert [(row["topic"], bool(row["sentences"])) for row in data["topics"]] == [("品牌建設", True), ("航天", False)]


def test_a_blank_topic_is_one_clear_line(run, north):
    ran = run("summarize", north, "--topic", " ")
    assert ran.code == 2
    ran.said_in_one_line("--topic")


def test_the_configuration_gives_topics_with_their_phrases_and_the_curation_beside_it(run, north, config):
    ran = run("summarize", north, "-c", config)
    assert "国家标准61项" in ran.out
    assert len(ran.out.splitlines()) == 1
    dropped = json.loads(run("summarize", north, "--json", "-c", config).out)["sentences"][0]["id"]
    config.with_name("curation.toml").write_text(f'[documents."north-folder"]\ndrop = ["{dropped}"]\n', "utf-8")
    assert "国家标准61项" not in run("summarize", north, "-c", config).out


# -- curation


def test_a_curation_pins_drops_and_orders(run, north, tmp_path):
    ids = [sentence["id"] for sentence in json.loads(run("summarize", north, "--json", "-n", "3").out)["sentences"]]
    curation = tmp_path / "cur.toml"
    curation.write_text(f'[documents.north]\ndrop = ["{ids[0]}"]\norder = ["{ids[2]}"]  # last first\n', "utf-8")
    ran = json.loads(run("summarize", north, "--json", "-n", "3", "--curation", curation).out)
    after = [sentence["id"] for sentence in ran["sentences"]]
    assert after[0] == ids[2]
    assert ids[0] not in after


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[documents.north]\npin = ['t1']\ndrop = ['t1']\n", "t1 is pinned and dropped at once"),
        ("[documents.north]\npins = ['t1']\n", "did you mean 'pin'?"),
        ("[documents", "is no TOML"),
    ],
)
def test_a_curation_that_does_not_fit_is_one_clear_line(run, north, tmp_path, text, told):
    (tmp_path / "cur.toml").write_text(text, "utf-8")
    ran = run("summarize", north, "--curation", tmp_path / "cur.toml")
    assert ran.code == 2
    ran.said_in_one_line(told)


# -- nothing to print


def test_a_text_of_tables_says_why_nothing_is_printed(run, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("企业,产值\n甲公司,12\n乙公司,30\n", "utf-8")
    ran = run("summarize", table)
    assert (ran.code, ran.out) == (0, "")
    assert "has tables and no sentence" in ran.err
    assert run("summarize", table, "--explain").out.strip() == ""
    assert json.loads(run("summarize", table, "--json").out)["sentences"] == []


# -- a build


def test_a_build_on_a_topic_names_it_and_lists_who_is_silent(run, folder):
    (folder / "crops.txt").write_text("河西县秋收工作汇报\n\n全县收购稻谷9万吨，没有出现卖粮难。\n", "utf-8")
    ran = run("build", folder, "-o", "out", "-f", "html,md,docx", "--topic", "品牌建设")
    assert ran.code == 0
    data = json.loads((folder.parent / "out" / "data" / "briefing.json").read_text("utf-8"))
    assert data["title"] == "品牌建设情况要报"
    ids = {document["path"]: document["id"] for document in data["documents"]}
    (row,) = data["topics"]
    assert ids["documents/crops.txt"] in row["silent"]
    assert ids["documents/north.txt"] in [spoken["id"] for spoken in row["documents"]]
    assert not {chosen["document"] for chosen in data["summary"]} & set(row["silent"])
    for shown in ("briefing.md", "site/index.html"):
        assert "未提及“品牌建设”的文档：" in (folder.parent / "out" / shown).read_text("utf-8")
    assert run("verify", "out").code == 0


def test_a_topic_that_nobody_speaks_of_is_a_warning(run, folder):
    ran = run("build", folder, "-o", "out", "-f", "json", "--topic", "航天", "--strict")
    assert ran.code == 3
    assert "summarize-topic-unmet" in ran.err


def test_a_build_is_curated_and_its_manifest_says_how(run, folder, tmp_path):
    run("build", folder, "-o", "out", "-f", "json")
    data = json.loads((tmp_path / "out" / "data" / "briefing.json").read_text("utf-8"))
    document = data["documents"][0]
    pinned = next(sentence["id"] for sentence in document["sentences"] if "各单位" in sentence["text"])
    dropped = data["summary"][0]
    lines = (
        "# by hand",
        "[overview]",
        f'pin = ["{document["id"]}/{pinned}"]',
        f'drop = ["{dropped["document"]}/{dropped["sentence"]}"]',
        f"[documents.{document['id']}]",
        f'pin = ["{pinned}", "t0"]',
    )
    (tmp_path / "curation.toml").write_text("\n".join(lines), "utf-8")
    ran = run("build", folder, "-o", "out", "-f", "json,html")
    assert ran.code == 0
    assert "curation-unknown-id" in ran.err
    curated = json.loads((tmp_path / "out" / "data" / "briefing.json").read_text("utf-8"))
    assert {"document": document["id"], "sentence": pinned} in curated["summary"]
    assert dropped not in curated["summary"]
    assert pinned in curated["documents"][0]["summary"]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["configuration"]["curation"]["documents"][document["id"]]["pin"] == [pinned, "t0"]
    assert run("verify", "out").code == 0
    (tmp_path / "other.toml").write_text("", "utf-8")
    run("build", folder, "-o", "plain", "-f", "json", "--curation", "other.toml")
    plain = json.loads((tmp_path / "plain" / "data" / "briefing.json").read_text("utf-8"))
    assert plain["summary"] == data["summary"]
