"""How well the real model and the real weights find the illustrative ideas: figures that must not fall.

Recorded on 24 November 2026 with multilingual-e5-small-q4: all eight planted twins first; of 25 queries that an idea
answers 24 had such an idea first (misses one of seven in English); of 15 that none answers 8 found nothing, 14 at most
two ideas. The queries were written before they were tried and served for no tuning. Of the 136 that did, 78 with an
answer, 69 had it first and 75 among the hits; of 58 without, 28 found nothing, 57 at most two. See docs/method.md.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from matcher.snapshot import SnapshotKeeper
from models.idea import IdeaId
from models.search import SearchResult
from tests.conftest import ROOT

PLANTED: Final = ROOT / "tests" / "planted" / "ideas.csv"
FRESH: Final = Path(__file__).with_name("queries.csv")
TUNING: Final = Path(__file__).with_name("tuning_queries.csv")


@dataclass(frozen=True, slots=True)
class LabelledQuery:
    """A query with the references of the ideas that answer it, none where nothing does."""

    text: str
    answers: frozenset[str]


def _read_groups(column: str) -> list[list[str]]:
    """Return the references of the planted ideas that share a mark in a column."""
    groups = defaultdict(list)
    with PLANTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row[column]:
                groups[row[column]].append(row["reference"])
    return list(groups.values())


def _read_queries(path: Path) -> list[LabelledQuery]:
    """Return the labelled queries of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [LabelledQuery(row["query"], frozenset(row["answers"].split())) for row in csv.DictReader(file)]


def _find_id(keeper: SnapshotKeeper, reference: str) -> IdeaId:
    """Return the id of an idea by its reference."""
    return next(idea.id for idea in keeper.current.catalogue.ideas.values() if idea.reference == reference)


def _list_references(keeper: SnapshotKeeper, result: SearchResult) -> list[str | None]:
    """Return the references of the ideas found, best first."""
    return [keeper.current.catalogue.get_idea(hit.idea_id).reference for hit in result.hits]


@pytest.mark.parametrize(("asked", "twin"), [pair for group in _read_groups("twin") for pair in permutations(group, 2)])
def test_every_planted_twin_finds_its_twin_first(illustrative: SnapshotKeeper, asked: str, twin: str) -> None:
    """The same idea in Finnish and in Swedish: each is the most similar to the other."""
    hits = illustrative.similar(_find_id(illustrative, asked))

    assert hits[0].idea_id == _find_id(illustrative, twin)


def test_ideas_about_the_same_thing_are_near(illustrative: SnapshotKeeper) -> None:
    """Of the planted pairs without a word in common, half are among the three most similar."""
    pairs = [pair for group in _read_groups("same_thing") for pair in permutations(group, 2)]

    found = [
        _find_id(illustrative, other)
        in [hit.idea_id for hit in illustrative.similar(_find_id(illustrative, one), n_hits=3)]
        for one, other in pairs
    ]

    assert np.mean(found) >= 0.5


@pytest.mark.parametrize(("path", "share_first"), [(FRESH, 0.9), (TUNING, 0.85)], ids=lambda value: str(value)[-10:])
def test_what_an_idea_answers_is_found(illustrative: SnapshotKeeper, path: Path, share_first: float) -> None:
    """Paraphrases, names, other languages, slips: nearly all have an idea that answers them first, more among all."""
    queries = [query for query in _read_queries(path) if query.answers]

    found = [_list_references(illustrative, illustrative.search(query.text)) for query in queries]

    is_first = [bool(query.answers.intersection(refs[:1])) for query, refs in zip(queries, found, strict=True)]
    is_found = [bool(query.answers.intersection(refs)) for query, refs in zip(queries, found, strict=True)]
    assert np.mean(is_first) >= share_first
    assert np.mean(is_found) >= 0.95


@pytest.mark.parametrize(("path", "share_empty"), [(FRESH, 0.5), (TUNING, 0.45)], ids=lambda value: str(value)[-10:])
def test_what_no_idea_mentions_finds_little(illustrative: SnapshotKeeper, path: Path, share_empty: float) -> None:
    """About half of the queries without an answer find nothing, nine of ten at most two ideas, and none finds many."""
    queries = [query for query in _read_queries(path) if not query.answers]

    n_found = np.array([illustrative.search(query.text).n_found for query in queries])

    assert np.mean(n_found == 0) >= share_empty
    assert np.mean(n_found <= 2) >= 0.9
    assert n_found.max() <= 5


@pytest.mark.parametrize(
    ("query", "reference"),
    [
        ("Tampere", "K-009"),
        ("Tamperre", "K-009"),
        ("Tammerfors", "K-009"),
        ("Uleåborg", "K-021"),
        ("Vaasa", "K-037"),
        ("Vasa", "K-037"),
        ("Kuhno", "K-001"),
        ("Närpiö", "K-017"),
        ("Pedersöre", "K-033"),
    ],
)
def test_an_organisation_finds_its_ideas(illustrative: SnapshotKeeper, query: str, reference: str) -> None:
    """By its name in either language or misspelt; the name that matched is shown."""
    result = illustrative.search(query)

    assert _list_references(illustrative, result)[0] == reference
    assert result.hits[0].matched_words


@pytest.mark.parametrize(
    ("query", "reference", "word"),
    [
        ("Digiroad", "K-035", "Digiroad-aineistoista"),
        ("alv", "K-011", "alv-koodin"),
        ("e-arkiv", "K-013", "e-arkiv"),
        ("chatbotit", "K-038", "Chatbotti"),
        ("Palvelutietovaranto", "K-018", "Palvelutietovarantoon"),
        ("yksityistieavustus", "K-014", "avustukset"),
        ("inkomstregistret", "K-002", "inkomstregistret"),
    ],
)
def test_rare_words_are_found_and_marked(illustrative: SnapshotKeeper, query: str, reference: str, word: str) -> None:
    """Acronyms, product names, compounds and other forms: the idea comes first, the word is marked as it is written."""
    result = illustrative.search(query)

    assert _list_references(illustrative, result)[0] == reference
    assert word in result.hits[0].matched_words


def test_the_sentence_shown_is_the_one_that_answers(illustrative: SnapshotKeeper) -> None:
    """A question about one detail of an idea shows the sentence with that detail, across languages too."""
    finnish = illustrative.search("kauanko löytöeläintä säilytetään").hits[0]
    english = illustrative.search("how many days is a found animal kept").hits[0]

    assert "viisitoista päivää" in finnish.best_sentence
    assert english.idea_id == finnish.idea_id
