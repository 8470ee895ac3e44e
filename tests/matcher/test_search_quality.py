"""How well the real model and the real weights find the illustrative ideas: figures that must not fall.

Recorded on 28 November 2026 with multilingual-e5-small-q4 on 133 ideas: of 24 cases of a planted twin 21 first and all
among the first three; of 110 cases of the same thing, twins included, all among the first three. Of 25 queries that an
idea answers 23 had such an idea first and 24 among the first three; of 15 that none answers 14 found nothing. Of the
136 that served for tuning, 78 with an answer, 67 had it first and 74 were answered; of 58 without, 54 found nothing. Of
41 and of 132 queries that served for nothing, 109 with an answer, 93 had it first, 101 among the first three and
16 were called unanswered; of 64 without 58 found nothing. See docs/method.md.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from numpy.typing import NDArray

from matcher.similar_ideas import find_similar
from matcher.snapshot_keeper import SnapshotKeeper
from models.search import SearchResult
from tests.matcher.planted import find_id, list_planted_pairs

FRESH: Final = Path(__file__).with_name("queries.csv")
TUNING: Final = Path(__file__).with_name("tuning_queries.csv")
UNSEEN: Final = Path(__file__).with_name("unseen_queries.csv")
KINDS: Final = Path(__file__).with_name("kind_queries.csv")


@dataclass(frozen=True, slots=True)
class LabelledQuery:
    """A query with the references of the ideas that answer it, none where nothing does."""

    text: str
    answers: frozenset[str]
    kind: str = ""


def _read_queries(path: Path) -> list[LabelledQuery]:
    """Return the labelled queries of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            LabelledQuery(row["query"], frozenset(row["answers"].split()), row.get("kind", ""))
            for row in csv.DictReader(file)
        ]


def _list_references(keeper: SnapshotKeeper, result: SearchResult) -> list[str | None]:
    """Return the references of the ideas found, best first; of the nearest where nothing clearly answers."""
    return [keeper.current.catalogue.get_idea(hit.idea_id).reference for hit in result.hits or result.nearest]


def _find_ranks(keeper: SnapshotKeeper, column: str) -> NDArray[np.intp]:
    """Return at which place the other idea of each planted pair is similar to the first, from 1."""
    ranks = []
    for one, other in list_planted_pairs(column):
        index = keeper.current.index
        hits = find_similar(index, find_id(keeper, one), n_hits=len(index.ideas))
        ranks.append([hit.idea_id for hit in hits].index(find_id(keeper, other)) + 1)
    return np.array(ranks)


def test_planted_twins_find_each_other(illustrative: SnapshotKeeper) -> None:
    """The same idea in Finnish and in Swedish: mostly the most similar, always among the first three."""
    ranks = _find_ranks(illustrative, "twin")

    assert np.mean(ranks == 1) >= 0.85
    assert ranks.max() <= 3


def test_the_padding_that_is_left_out_hides_nothing(illustrative: SnapshotKeeper) -> None:
    """Of the five most similar ideas those that are not shown are never on the same thing, and are many."""
    index, n_shown = illustrative.current.index, 0
    pairs = {
        (find_id(illustrative, one), find_id(illustrative, other)) for one, other in list_planted_pairs("same_thing")
    }
    for idea in index.ideas:
        shown = {hit.idea_id for hit in illustrative.similar(idea.id)}
        hidden = {hit.idea_id for hit in find_similar(index, idea.id)} - shown
        assert not {(idea.id, other) for other in hidden} & pairs
        n_shown += len(shown)

    assert n_shown < 3.5 * len(index.ideas)


def test_ideas_about_the_same_thing_are_near(illustrative: SnapshotKeeper) -> None:
    """Of the planted pairs with hardly a word in common, twins included, most are among the three most similar."""
    assert np.mean(_find_ranks(illustrative, "same_thing") <= 3) >= 0.97


@pytest.mark.parametrize(
    ("query", "about", "mentioning"),
    [
        ("kirjasto", ["K-026"], ["K-050", "K-105"]),
        ("koira", [], ["K-088"]),
        ("päiväkoti", ["K-004"], ["K-027"]),
        ("Digiroad", [], ["K-035"]),
    ],
)
def test_an_idea_that_only_has_the_word_is_said_to_mention_it(
    illustrative: SnapshotKeeper, query: str, about: list[str], mentioning: list[str]
) -> None:
    """What is about the thing is told from what names it in passing, in a list or as a source."""
    result = illustrative.search(query, n_hits=30)

    catalogue = illustrative.current.catalogue
    is_mention = {catalogue.get_idea(hit.idea_id).reference: hit.is_mention for hit in result.hits}
    assert [is_mention[each] for each in about] == [False] * len(about)
    assert [is_mention[each] for each in mentioning] == [True] * len(mentioning)


@pytest.mark.parametrize(("query", "first"), [("lumiauraus", "K-029"), ("lumen auraus", "K-029"), ("auraus", "K-029")])
def test_ploughing_snow_comes_nearest_in_any_of_its_words(illustrative: SnapshotKeeper, query: str, first: str) -> None:
    """Also where no idea has the very compound: then it is told as what comes nearest."""
    assert _list_references(illustrative, illustrative.search(query))[0] == first


@pytest.mark.parametrize(
    ("path", "share_first", "share_answered"),
    [(FRESH, 0.9, 0.95), (TUNING, 0.83, 0.93), (UNSEEN, 0.85, 0.9), (KINDS, 0.8, 0.8)],
    ids=("fresh", "tuning", "unseen", "kinds"),
)
def test_what_an_idea_answers_is_found(
    illustrative: SnapshotKeeper, path: Path, share_first: float, share_answered: float
) -> None:
    """Most queries have an idea that answers them first, and few are said to have none."""
    queries = [query for query in _read_queries(path) if query.answers]

    results = [illustrative.search(query.text) for query in queries]

    found = [_list_references(illustrative, result) for result in results]
    is_first = [bool(query.answers.intersection(refs[:1])) for query, refs in zip(queries, found, strict=True)]
    assert np.mean(is_first) >= share_first
    assert np.mean([bool(result.hits) for result in results]) >= share_answered


@pytest.mark.parametrize(
    ("kind", "share_first", "share_near"),
    [
        ("paraphrase", 0.5, 0.75),
        ("name", 0.85, 0.9),
        ("cross-language", 0.75, 0.8),
        ("compound", 0.95, 0.95),
        ("typo", 0.95, 0.95),
    ],
)
def test_every_kind_of_query_is_found(
    illustrative: SnapshotKeeper, kind: str, share_first: float, share_near: float
) -> None:
    """At least a dozen of each: an answer first or among the first three, least often without a word in common."""
    queries = [query for query in _read_queries(KINDS) if query.kind == kind]

    found = [_list_references(illustrative, illustrative.search(query.text)) for query in queries]

    assert len(queries) >= 12
    pairs = list(zip(queries, found, strict=True))
    assert np.mean([bool(query.answers.intersection(refs[:1])) for query, refs in pairs]) >= share_first
    assert np.mean([bool(query.answers.intersection(refs[:3])) for query, refs in pairs]) >= share_near


@pytest.mark.parametrize(
    ("path", "share_empty"),
    [(FRESH, 0.9), (TUNING, 0.9), (UNSEEN, 0.9), (KINDS, 0.85)],
    ids=("fresh", "tuning", "unseen", "kinds"),
)
def test_what_no_idea_mentions_finds_nothing(illustrative: SnapshotKeeper, path: Path, share_empty: float) -> None:
    """Most queries about what no idea mentions are called unanswered, and the others find few: at most nine ideas."""
    queries = [query for query in _read_queries(path) if not query.answers]

    n_found = np.array([illustrative.search(query.text).n_found for query in queries])

    assert np.mean(n_found == 0) >= share_empty
    assert n_found.max() <= 9


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
        ("chatbotit", "K-088", "Chatbotille"),
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
