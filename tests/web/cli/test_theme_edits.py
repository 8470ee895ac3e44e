"""Commands that edit the themes: what they say, and what they refuse."""

import json
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from matcher import theme_groups, theme_map
from matcher.snapshot_keeper import SnapshotKeeper
from tests.matcher.test_theme_map import TITLES
from tests.web.cli.conftest import Command


@pytest.fixture
def filled(kumppani: Command, tmp_path: Path) -> Command:
    """Give the command over a database with ideas on four plain matters."""
    path = tmp_path / "ideat.csv"
    path.write_text("\n".join(["Otsikko;Hakija", *(f"{title};Kuhmo" for title in TITLES)]), encoding="utf-8")
    kumppani("init")
    kumppani("import", "ideas", str(path))
    return kumppani


def _list_themes(filled: Command) -> dict[int, dict[str, object]]:
    """Return the themes as programs see them, by id."""
    themes = json.loads(filled("themes", "--json").out)["items"]
    return {theme["id"]: theme for theme in themes}


def _list_ideas(filled: Command, theme_id: int) -> list[int]:
    """Return the ideas of a theme."""
    placements = json.loads(filled("export", "themes").out)["placements"]
    return [each["idea"]["id"] for each in placements if each["theme_id"] == theme_id]


def test_themes_are_edited_and_the_edits_listed(filled: Command) -> None:
    """Each command says what it did, the themes are so afterwards, and the list tells all with what was undone."""
    one, other, *_ = _list_themes(filled)
    first, second, *_ = _list_ideas(filled, one)

    said = [
        filled("themes", "rename", str(one), "--fi", "Kyydit", "--en", "Rides"),
        filled("themes", "move", str(first), str(other)),
        filled("themes", "split", str(one), str(second)),
        filled("themes", "merge", str(other), str(one)),
        filled("themes", "lock", str(other)),
        filled("themes", "unlock", str(other)),
        filled("themes", "undo", "4"),
    ]

    new = max(_list_themes(filled))
    assert said[0].out.splitlines()[1].startswith(f"Theme {one} is now called “Kyydit”; it was “")
    assert f"Theme {other} is now called" not in said[3].out
    assert [outcome.code for outcome in said] == [0] * 7
    assert [outcome.out.splitlines()[0] for outcome in said[:4]] == [
        f"Edit 1 is made: theme {one} is called Kyydit (fi), Rides (en).",
        f"Edit 2 is made: idea {first} is in theme {other}.",
        f"Edit 3 is made: ideas {second} of theme {one} are theme {new}.",
        f"Edit 4 is made: theme {one} is part of theme {other}.",
    ]
    assert said[5].out.startswith("Edit 5 is undone")
    assert "Kyydit" in filled("themes", "--language", "fi").out
    assert first in _list_ideas(filled, other)
    assert _list_ideas(filled, new) == [second]
    listed = json.loads(filled("themes", "edits", "--json").out)
    assert [(each["id"], each["kind"], each["undone_at"] is None) for each in listed] == [
        (1, "rename", True),
        (2, "move", True),
        (3, "split", True),
        (4, "merge", False),
        (5, "lock", False),
    ]
    table = filled("themes", "edits").out
    assert table.count("obeyed") == 3
    assert table.count("undone") == 2


def test_an_edit_that_no_longer_applies_is_said(filled: Command) -> None:
    """Undoing the split that an edit rests on is told at once, in the list and with the themes."""
    one = next(iter(_list_themes(filled)))
    filled("themes", "split", str(one), str(_list_ideas(filled, one)[0]))
    new = max(_list_themes(filled))
    filled("themes", "rename", str(new), "--sv", "Eget")

    undone, listed, themes = filled("themes", "undo", "1"), filled("themes", "edits", "--json"), filled("themes")

    assert "no longer apply: 1" in undone.err
    assert [each["refused"] for each in json.loads(listed.out)] == [None, f"Theme {new} is no longer there."]
    assert "longer there." in filled("themes", "edits").out
    assert "no longer apply: 1" in themes.err
    assert "Ideas" in themes.out


def test_without_edits_the_list_says_so(filled: Command) -> None:
    """Nothing was edited, in words and for programs."""
    assert "have not been edited" in filled("themes", "edits").out
    assert json.loads(filled("themes", "edits", "--json").out) == []


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("rename", "99", "--fi", "Kyydit"), 1, "no theme 99"),
        (("rename", "1"), 2, "--fi, --sv or --en"),
        (("rename", "1", "--fi", " "), 1, "letters or digits"),
        (("rename", "1", "--fi", "a" * 81), 1, "at most 80 letters, but one of 81"),
        (("rename", "yksi", "--fi", "Kyydit"), 2, "THEME"),
        (("move", "4711", "1"), 1, "no idea 4711"),
        (("move", "1", "99"), 1, "no theme 99"),
        (("merge", "1", "1"), 1, "theme 1 came twice"),
        (("merge", "1", "99"), 1, "no theme 99"),
        (("split", "1"), 2, "IDEAS"),
        (("split", "1", "4711"), 1, "no idea 4711"),
        (("lock", "99"), 1, "no theme 99"),
        (("unlock", "1"), 1, "Theme 1 is not locked"),
        (("undo",), 1, "no edit to undo"),
        (("undo", "7"), 1, "no edit 7"),
        (("rewrite", "1"), 2, "rewrite"),
    ],
)
def test_what_can_not_be_done_is_said(filled: Command, words: tuple[str, ...], code: int, sentence: str) -> None:
    """Wrong usage is exit code 2, a known problem 1; either is told in a sentence, and nothing was edited."""
    outcome = filled("themes", *words)

    assert outcome.code == code
    assert sentence.casefold() in " ".join(outcome.err.replace("│", " ").split()).casefold()
    assert outcome.out == ""
    assert json.loads(filled("themes", "edits", "--json").out) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("rename", "99", "--fi", "Kyydit"), "no theme 99"),
        (("rename", "1", "--fi", "–"), "letters or digits"),
        (("move", "1", "99"), "no theme 99"),
        (("move", "4711", "1"), "no idea 4711"),
        (("merge", "1", "99"), "no theme 99"),
        (("merge", "99", "1"), "no theme 99"),
        (("split", "99", "1"), "no theme 99"),
        (("split", "1", "4711"), "no idea 4711"),
        (("lock", "99"), "no theme 99"),
        (("unlock", "99"), "no theme 99"),
        (("undo",), "no edit to undo"),
        (("undo", "7"), "no edit 7"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_not_there_is_said_before_anything_is_matched(
    filled: Command, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], sentence: str
) -> None:
    """An unknown theme, idea or edit is refused from what was matched before, while the model is not loaded."""

    def fail(*_: object, **__: object) -> bool:
        raise AssertionError

    filled("match")
    monkeypatch.setattr(SnapshotKeeper, "refresh", fail)

    outcome = filled("themes", *words)

    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err


def test_an_idea_that_is_new_is_matched_before_it_is_moved(filled: Command, tmp_path: Path) -> None:
    """What has no theme yet is no reason to refuse: the command matches first."""
    other = next(theme_id for theme_id in _list_themes(filled) if len(TITLES) in _list_ideas(filled, theme_id))
    (tmp_path / "uusi.csv").write_text(f"Otsikko;Hakija\n{TITLES[0]} vielä;Kuhmo\n", encoding="utf-8")
    filled("import", "ideas", "uusi.csv")
    new = len(TITLES) + 1

    outcome = filled("themes", "move", str(new), str(other))

    assert (outcome.code, f"idea {new} is in theme {other}" in outcome.out) == (0, True)


def test_a_split_that_leaves_nothing_is_refused(filled: Command) -> None:
    """All ideas of a theme are no part of it."""
    one = next(iter(_list_themes(filled)))

    outcome = filled("themes", "split", str(one), *map(str, _list_ideas(filled, one)))

    assert (outcome.code, f"leave theme {one} without ideas" in outcome.err) == (1, True)


def test_many_themes_are_shown_under_their_groups(filled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each group is a row in capitals before those of its themes; programs get the groups with the themes."""
    monkeypatch.setattr(theme_groups, "cluster_centres", lambda centres: np.arange(len(centres)) % 2)
    monkeypatch.setattr(theme_map, "group_themes", partial(theme_groups.group_themes, n_most=2))

    programs = json.loads(filled("themes", "--json").out)
    shown = filled("themes", "--language", "fi").out

    groups = [each["keywords"]["fi"][0]["text"].upper() for each in programs["groups"]]
    assert len(groups) == 2
    assert all(group in shown for group in groups)
    assert {each["group_id"] for each in programs["items"]} == {1, 2}
