"""Every finding is explained: for whoever looks up its code, and in the words of each language of the interface."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = re.compile(
    r"(?:read|repair|structure|extract|reprints|summarize|curation|assemble|render|publish)-[a-z]+(?:-[a-z]+)*"
)
CHINESE = ("zh-Hans", "zh-Hant")


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / "reporter").rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"))


def calls(name: str) -> Iterator[tuple[Path, ast.Call]]:
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield path, node


def sayings() -> dict[str, tuple[str, str]]:
    """Key → (message, hint) of everything that the program can say of a document; literals only."""
    found: dict[str, tuple[str, str]] = {}
    for _, call in calls("Saying"):
        key, _, message, *hint = (ast.literal_eval(argument) for argument in call.args)
        assert key not in found, f"{key} is said twice"
        found[key] = (message, hint[0] if hint else "")
    return found


def used_codes() -> set[str]:
    """The codes of all sayings, and every other string of the program that has the form of a code."""
    strings = (node.value for _, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    spelled = {text for text in strings if isinstance(text, str) and CODE.fullmatch(text)}
    return spelled | {key.partition(".")[0] for key in sayings()}


def catalogue(language: str) -> dict[str, Any]:
    path = ROOT / "templates" / "briefing" / "strings" / f"{language}.toml"
    return tomllib.loads(path.read_text("utf-8"))


def said(language: str) -> dict[str, dict[str, str]]:
    """Key → sentence (``says``) and advice (``do``) in a language."""
    found = {}
    for code, entry in catalogue(language)["said"].items():
        variants = {"": entry} if "says" in entry else {f".{name}": words for name, words in entry.items()}
        found |= {f"{code}{name}": words for name, words in variants.items()}
    return found


def gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_the_page_of_findings_has_each_code_once_and_no_other() -> None:
    explained = re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "docs" / "findings.md").read_text("utf-8"), re.MULTILINE)
    assert len(explained) == len(set(explained))
    assert set(explained) == used_codes()


@pytest.mark.parametrize("language", [*CHINESE, "en"])
def test_every_code_has_words_in_every_language(language: str) -> None:
    assert set(catalogue(language)["finding"]) == used_codes()


@pytest.mark.parametrize("language", CHINESE)
def test_all_that_is_said_of_documents_is_said_in_chinese(language: str) -> None:
    assert set(said(language)) == set(sayings())


@pytest.mark.parametrize("language", CHINESE)
def test_a_sentence_has_the_same_gaps_in_every_language(language: str) -> None:
    words = said(language)
    for key, (message, hint) in sayings().items():
        assert gaps(words[key]["says"]) == gaps(message), key
        assert gaps(words[key].get("do", "")) == gaps(hint), key
        assert bool(hint) == ("do" in words[key]), key


def test_findings_and_refusals_are_made_of_sayings() -> None:
    """Elsewhere only what comes from another process, and what tells of the machine and stands in no output."""
    made = [call for path, call in calls("Finding") if path.name != "saying.py"]
    assert all(str(ast.literal_eval(call.args[0])).startswith("build-") for call in made)
    assert {path.name for path, _ in calls("ReadError")} <= {"saying.py", "wire.py"}


@pytest.mark.parametrize("language", CHINESE)
def test_the_programs_own_words_for_gaps_have_chinese_ones(language: str) -> None:
    from reporter.read.formats import _KINDS
    from reporter.repair import patterns
    from reporter.reprints.originals import _REASONS

    worded = catalogue(language)["worded"]
    reasons = {ast.literal_eval(call.args[0]) for _, call in calls("DamagedContainerError")}
    rules = {
        pattern.rule
        for group in (patterns.ANYWHERE, patterns.EDGES, patterns.CONTACTS, patterns.TAIL_STARTS)
        for pattern in group
    }
    assert set(_KINDS.values()) - {"Markdown"} == set(worded["kind"])
    assert {*reasons, *_REASONS, "no_source"} <= set(worded["reason"])
    assert rules <= set(worded["rule"])
