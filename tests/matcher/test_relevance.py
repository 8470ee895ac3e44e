"""How evidence becomes one relevance."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.lexical import FEWEST
from matcher.relevance import (
    ACROSS_LANGUAGES,
    MEANING_WEIGHT,
    SIZE_WEIGHT,
    START,
    WORDING_WEIGHT,
    WORDS_WEIGHT,
    QueryEvidence,
    compare_meaning,
    weigh_evidence,
)
from matcher.search_index import SearchIndex
from models.language import FINNISH, SWEDISH
from tests.fakes import N_DIMS, FakeEncoder
from tests.matcher.indexing import make_ideas, make_index

TITLES = ("Koulukyydit yhteen", "Aurat kartalle", "Kissat löytyvät", "Palkat robotille")


def _weigh(index: SearchIndex, query: str) -> QueryEvidence:
    """Return the evidence for a Finnish query."""
    return weigh_evidence(index, query, language=FINNISH, query_vector=FakeEncoder().encode([query])[0])


def test_points_are_the_sum_that_is_documented() -> None:
    """Start, number of ideas, meaning, words and wording add up, and relevance is their logistic function."""
    index = make_index(make_ideas(*TITLES))

    evidence = _weigh(index, "aurat lumella")

    assert evidence.vector is not None
    rarity = min(sum(match.rarity for match in evidence.matches), index.lexical.unseen_rarity)
    meaning = np.maximum(compare_meaning(index, evidence.vector, language=FINNISH), 0)
    expected = START - SIZE_WEIGHT * np.log(FEWEST) + MEANING_WEIGHT * meaning
    expected = expected + WORDS_WEIGHT * rarity * evidence.words**2 + WORDING_WEIGHT * evidence.wording**2
    assert evidence.points == pytest.approx(expected, abs=1e-4)
    assert evidence.relevance == pytest.approx(1 / (1 + np.exp(-evidence.points)), abs=1e-6)


def test_the_idea_asked_for_is_the_most_relevant() -> None:
    """The title itself as a query is answered by its idea, nearly surely, and nothing else is near."""
    relevance = _weigh(make_index(make_ideas(*TITLES)), "Aurat kartalle").relevance

    assert relevance[1] > 0.99
    assert max(relevance[[0, 2, 3]]) < 0.5


def test_without_a_vector_words_alone_count() -> None:
    """While the model loads, relevance is the share of the words, and there is no similarity."""
    evidence = weigh_evidence(make_index(make_ideas(*TITLES)), "aurat kissat", language=FINNISH, query_vector=None)

    assert evidence.similarity is None
    assert evidence.relevance.tolist() == evidence.words.tolist()
    assert evidence.words[1] == pytest.approx(0.5, abs=0.01)


def test_the_nearest_sentence_counts_beside_the_whole_text() -> None:
    """A query that one sentence of a long idea says is nearer to it than to an idea with no such sentence."""
    ideas = make_ideas("Ensimmäinen", "Toinen")
    ideas[0] = replace(ideas[0], text="Lumi sataa. Aurat näkyvät kartalla. Asukas odottaa.")
    ideas[1] = replace(ideas[1], text="Kissa katoaa. Löytäjä kuvaa. Omistaja hakee.")
    index = make_index(ideas)
    evidence = _weigh(index, "aurat näkyvät kartalla")

    assert evidence.vector is not None
    meaning = compare_meaning(index, evidence.vector, language=FINNISH)
    whole_alone = compare_meaning(replace(index, sentence_vectors=None), evidence.vector, language=FINNISH)

    assert meaning[0] > whole_alone[0]
    assert meaning[0] > meaning[1]


def test_meaning_across_languages_is_raised() -> None:
    """The same vectors count 1.15 times where the query is in another language than the idea."""
    index = make_index(make_ideas(*TITLES))
    vector = np.ones(N_DIMS, dtype=np.float32) / np.float32(np.sqrt(N_DIMS))

    same, other = (compare_meaning(index, vector, language=language) for language in (FINNISH, SWEDISH))

    assert other == pytest.approx(ACROSS_LANGUAGES * same, abs=1e-6)


def test_more_ideas_make_the_same_likeness_tell_less() -> None:
    """Among twice as many ideas as the fewest the points of an unlike one fall, for more are near by chance."""
    few, fewest, many = (
        _weigh(make_index(make_ideas(*(f"Hanke {number}" for number in range(n_ideas)))), "Aurat kartalle")
        for n_ideas in (FEWEST // 2, FEWEST, 2 * FEWEST)
    )

    assert few.points.min() == pytest.approx(fewest.points.min(), abs=1e-6)
    assert fewest.points.min() - many.points.min() == pytest.approx(SIZE_WEIGHT * np.log(2), abs=1e-6)


@settings(max_examples=30)
@given(query=st.lists(st.sampled_from(["aurat", "kissat", "palkat", "xyzzy", "kunta"]), min_size=1, max_size=5))
def test_relevance_is_in_range_and_ordered_by_points(query: list[str]) -> None:
    """For any words every figure is in its range, more points never mean less relevance, and order does not matter."""
    index = make_index(make_ideas(*TITLES))

    evidence = _weigh(index, " ".join(query))
    turned = _weigh(make_index(make_ideas(*TITLES)[::-1]), " ".join(query))

    for scores in (evidence.relevance, evidence.words, evidence.wording):
        assert np.all((scores >= 0) & (scores <= 1))
    assert np.all(np.diff(evidence.relevance[np.argsort(evidence.points)]) >= 0)
    assert turned.points[::-1] == pytest.approx(evidence.points, abs=1e-4)
