"""Commands start without what they do not need, and check what they are asked for before the model is loaded."""

import os
import subprocess
import sys
from typing import Final

import pytest

from matcher.snapshot_keeper import SnapshotKeeper
from models.asked_text import MAX_TEXT_CHARACTERS
from models.largest_number import LARGEST_NUMBER
from tests.conftest import ROOT
from tests.web.cli.conftest import Command

HEAVY: Final = {"torch", "sentence_transformers", "sklearn", "scipy", "networkx", "sqlalchemy", "openpyxl", "fastapi"}


def test_commands_start_without_heavy_libraries() -> None:
    """All commands with their help are there before anything that computes, stores or serves is imported."""
    script = "import sys, web.cli.main; print(*{name.partition('.')[0] for name in sys.modules})"

    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert set(loaded.split()) & HEAVY == set()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("similar", "4711"), "no idea 4711"),
        (("partners", "4711"), "no idea 4711"),
        (("partners", "--organisation", "Kuhmoo"), "It may mean Kuhmo"),
        (("partners", "--text", "kyydit", "--lead", "Kuhmoo"), "It may mean Kuhmo"),
        (("reuse", "4711"), "no idea 4711"),
        (("eligibility", "4711"), "no idea 4711"),
        (("eligibility", "--text", "kyydit", "--call", "1999"), "no call '1999'"),
        (("search", "?!"), "at least one word, but '?!' has none"),
        (("reuse", "--text", "?!"), "at least one word, but '?!' has none"),
    ],
)
def test_what_is_asked_for_is_checked_before_anything_is_matched(
    kumppani: Command, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], sentence: str
) -> None:
    """A number, id, name or text that can't be answered for is refused while nothing has been encoded or indexed."""

    def fail(*_: object, **__: object) -> bool:
        raise AssertionError

    kumppani("init")
    monkeypatch.setattr(SnapshotKeeper, "refresh", fail)

    outcome = kumppani(*words)

    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err


@pytest.mark.parametrize("words", [("init",), ("calls",), ("match",), ("serve",), ("themes", "edits")], ids=" ".join)
def test_a_setting_that_can_not_be_used_is_wrong_usage(
    kumppani: Command, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """The variable is named with what was expected and what came."""
    monkeypatch.setenv("KUMPPANI_PORT", "abc")

    outcome = kumppani(*words)

    assert (outcome.code, outcome.out) == (2, "")
    assert "Expected KUMPPANI_PORT to be a whole number, but 'abc' came." in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        ("match", "--replay"),
        ("themes", "move", "1"),
        ("themes", "split", "1"),
        ("themes", "merge", "1"),
        ("themes", "lock"),
        ("themes", "undo"),
    ],
    ids=" ".join,
)
def test_a_number_that_nothing_can_have_is_wrong_usage(kumppani: Command, words: tuple[str, ...]) -> None:
    """What is larger than a database can be asked for is refused before it is asked."""
    kumppani("init")

    outcome = kumppani(*words, str(LARGEST_NUMBER + 1))

    assert (outcome.code, outcome.out) == (2, "")
    assert str(LARGEST_NUMBER) in outcome.err


@pytest.mark.parametrize(
    "words", [("search",), ("partners", "--text"), ("reuse", "--text"), ("eligibility", "--text")], ids=str
)
def test_a_text_too_long_is_wrong_usage(kumppani: Command, words: tuple[str, ...]) -> None:
    """The limit of pages and API holds for commands too."""
    outcome = kumppani(*words, "a" * (MAX_TEXT_CHARACTERS + 1))

    assert (outcome.code, outcome.out) == (2, "")
    assert "at most 5,000 characters, but 5,001 came" in outcome.err


@pytest.mark.parametrize(
    "words", [("search",), ("partners", "--text"), ("reuse", "--text"), ("eligibility", "--text")], ids=str
)
def test_a_text_in_another_encoding_is_wrong_usage(kumppani: Command, words: tuple[str, ...]) -> None:
    """Bytes that are no UTF-8, such as of a shell in Latin-1, are refused and not read as anything."""
    outcome = kumppani(*words, os.fsdecode("päiväkodit".encode("latin-1")))

    assert (outcome.code, outcome.out) == (2, "")
    assert "Expected a text in UTF-8" in outcome.err
