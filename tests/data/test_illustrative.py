"""The illustrative ideas keep what they promise, and the truth planted in them is told beside them."""

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, Final

import pytest

from data.illustrative import ILLUSTRATIVE_IDEAS
from data.reference_tables import load_reference_tables
from matcher.lemmas import lemmatise, split_words
from matcher.resolver import OrganisationResolver
from models.language import LanguageCode
from models.organisation import Organisation
from tests.conftest import ROOT

PLANTED: Final = ROOT / "tests" / "planted" / "ideas.csv"
N_IDEAS: Final = 133
"""As many as the ministry collected in 2019."""
SEQUENCE: Final = 6
_COMMON_SHARE: Final = 0.2
"""A lemma in more of the ideas of its language than this is grammar or boilerplate, not content; taste."""

Row = Mapping[str, Any]


@pytest.fixture(scope="module")
def ideas() -> Mapping[str, Row]:
    """Return the rows of the shipped file by their reference."""
    rows = json.loads(Path(ILLUSTRATIVE_IDEAS).read_text(encoding="utf-8"))
    return {row["reference"]: row for row in rows}


@pytest.fixture(scope="module")
def planted() -> Mapping[str, Mapping[str, str]]:
    """Return what is true of each idea by its reference."""
    with PLANTED.open(encoding="utf-8", newline="") as file:
        return {row["reference"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def contents(ideas: Mapping[str, Row]) -> Mapping[str, set[str]]:
    """Return the content lemmas of each idea, title and text."""
    lemmas = {key: set(lemmatise(f"{row['title']} {row['text']}", row["language"])) for key, row in ideas.items()}
    common = set()
    for language in ("fi", "sv", "en"):
        own = [lemmas[key] for key, row in ideas.items() if row["language"] == language]
        counts = Counter(lemma for each in own for lemma in each)
        common |= {lemma for lemma, count in counts.items() if count > max(1, _COMMON_SHARE * len(own))}
    return {key: each - common for key, each in lemmas.items()}


@pytest.fixture(scope="module")
def leads(ideas: Mapping[str, Row]) -> Mapping[str, Organisation | None]:
    """Return who leads each idea as the resolver understands it."""
    tables = load_reference_tables()
    by_id = {each.id: each for each in tables.organisations}
    resolver = OrganisationResolver(tables.organisations, tables.aliases)
    resolved = {key: resolver.resolve(row["lead"]).organisation_id for key, row in ideas.items()}
    return {key: None if found is None else by_id[found] for key, found in resolved.items()}


def _read_sequences(row: Row) -> Iterator[tuple[str, ...]]:
    """Yield every run of six words within a text of an idea."""
    resources = [each["text"] for each in (*row["needs"], *row["offers"])]
    for text in (row["title"], row["text"], *resources):
        words = split_words(text.casefold())
        yield from (tuple(words[begin : begin + SEQUENCE]) for begin in range(len(words) - SEQUENCE + 1))


def _list_same(planted: Mapping[str, Mapping[str, str]], column: str) -> list[tuple[str, str]]:
    """Return the pairs of ideas that have the same entry in a column."""
    groups: dict[str, list[str]] = {}
    for key, row in planted.items():
        if row[column]:
            groups.setdefault(row[column], []).append(key)
    return [pair for group in groups.values() for pair in combinations(group, 2)]


def test_there_are_as_many_as_in_2019(ideas: Mapping[str, Row], planted: Mapping[str, object]) -> None:
    """Ideas are numbered without a gap, each with what is true of it, most of them in Finnish."""
    assert list(ideas) == [f"K-{number:03}" for number in range(1, N_IDEAS + 1)]
    assert list(planted) == list(ideas)
    languages = Counter(row["language"] for row in ideas.values())
    assert languages == {"fi": 100, "sv": 25, "en": 8}


def test_they_are_all_marked_as_illustrative(ideas: Mapping[str, Row]) -> None:
    """The origin travels with each row."""
    assert {row["origin"] for row in ideas.values()} == {"illustrative"}


@pytest.mark.parametrize("side", ["needs", "offers"])
def test_each_seeks_and_brings_something(ideas: Mapping[str, Row], side: str) -> None:
    """An idea has needs and offers, each of a kind."""
    assert all(row[side] and all(each["kind"] and each["text"] for each in row[side]) for row in ideas.values())


def test_each_is_as_long_as_an_idea_is(ideas: Mapping[str, Row]) -> None:
    """Texts have 60 to 200 words."""
    lengths = {key: len(row["text"].split()) for key, row in ideas.items()}

    assert {key: length for key, length in lengths.items() if not 60 <= length <= 200} == {}


def test_they_come_from_everywhere(leads: Mapping[str, Organisation | None]) -> None:
    """Every lead is understood; at least 90 municipalities of every size and all regions are among them."""
    known = {each.id: each for each in leads.values() if each is not None}

    assert [key for key, each in leads.items() if each is None] == []
    assert len([each for each in known.values() if each.kind == "municipality"]) >= 90
    assert len({each.region_id for each in known.values()} - {None}) == 19
    assert len({each.size_class for each in known.values()} - {None}) == 4


def test_no_six_words_in_a_row_occur_in_two_ideas(ideas: Mapping[str, Row]) -> None:
    """No sentence was used twice, not even a part of one."""
    seen: dict[tuple[str, ...], str] = {}
    twice = {
        (seen[sequence], key): " ".join(sequence)
        for key, row in ideas.items()
        for sequence in _read_sequences(row)
        if seen.setdefault(sequence, key) != key
    }

    assert twice == {}


def test_the_same_thing_is_said_in_other_words(
    ideas: Mapping[str, Row], planted: Mapping[str, Mapping[str, str]], contents: Mapping[str, set[str]]
) -> None:
    """Two ideas on the same thing in one language share under a third of their content and no word of the title."""
    alike = {}
    for first, second in _list_same(planted, "same_thing"):
        language = LanguageCode(ideas[first]["language"])
        if ideas[second]["language"] != language:
            continue
        share = len(contents[first] & contents[second]) / min(len(contents[first]), len(contents[second]))
        titles = [set(lemmatise(ideas[key]["title"], language)) & contents[key] for key in (first, second)]
        if share >= 1 / 3 or titles[0] & titles[1]:
            alike[first, second] = (round(share, 2), titles[0] & titles[1])

    assert alike == {}


def test_twins_are_a_finnish_and_a_swedish_idea(
    ideas: Mapping[str, Row], planted: Mapping[str, Mapping[str, str]]
) -> None:
    """There are at least twelve pairs, each on the same thing in the two languages."""
    pairs = _list_same(planted, "twin")

    assert len(pairs) >= 12
    assert all({ideas[key]["language"] for key in pair} == {"fi", "sv"} for pair in pairs)
    assert all(planted[first]["same_thing"] == planted[second]["same_thing"] != "" for first, second in pairs)
    assert all(planted[first]["theme"] == planted[second]["theme"] for first, second in pairs)


def test_every_kind_of_idea_is_there(planted: Mapping[str, Mapping[str, str]]) -> None:
    """Some break each exclusion of the call, some ask for what exists already, some stand alone in their theme."""
    themes = Counter(row["theme"] for row in planted.values())
    projects = {project.title for project in load_reference_tables().projects}
    alone = [row["theme"] for row in planted.values() if row["alone"]]

    exclusions = Counter(row["exclusion"] for row in planted.values() if row["exclusion"])
    assert set(exclusions) == {"health_and_social_care", "built_environment", "case_management_archiving"}
    assert min(exclusions.values()) >= 3
    assert {row["made_by"] for row in planted.values()} - {""} <= projects
    assert len({row["made_by"] for row in planted.values()} - {""}) >= 6
    assert len(alone) >= 10
    assert all(themes[theme] == 1 for theme in alone)


def test_themes_of_several_ideas_have_several(planted: Mapping[str, Mapping[str, str]]) -> None:
    """What does not stand alone is in company."""
    themes = Counter(row["theme"] for row in planted.values())

    assert [row["reference"] for row in planted.values() if not row["alone"] and themes[row["theme"]] < 2] == []


def test_neighbours_in_the_file_are_about_different_things(planted: Mapping[str, Mapping[str, str]]) -> None:
    """The order of the file tells nothing: ideas on the same thing are seldom next to each other."""
    things = [row["same_thing"] for row in planted.values()]

    assert sum(first == second != "" for first, second in pairwise(things)) <= 5
