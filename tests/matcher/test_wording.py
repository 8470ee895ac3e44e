"""Likeness of wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.wording import build_wording_index

texts = st.lists(st.text("abc de.ä", max_size=20), min_size=1, max_size=5)


def test_the_same_words_are_the_same() -> None:
    """A text is itself with cosine 1, whatever the case of its letters, and unlike one of other letters."""
    index = build_wording_index(["Koulukyytien reitit", "Palkkarobotti"])

    scores = index.score("koulukyytien REITIT")

    assert scores.tolist() == pytest.approx([1, 0], abs=1e-6)


def test_inflections_and_compounds_share_letters() -> None:
    """Another form of the same words is nearer than other words, and less near than the very same."""
    index = build_wording_index(["koulukyytien reitit", "koulujen ruokalistat", "hautausmaan kartta"])

    scores = index.score("koulukyydin reittiä")

    assert 1 > scores[0] > scores[1] > scores[2]


def test_letters_nobody_has_lower_the_likeness() -> None:
    """The same words amid unknown ones are less alike than alone."""
    index = build_wording_index(["koulukyytien reitit", "palkat"])

    assert index.score("koulukyytien reitit qqqq zzzz xxxx")[0] < index.score("koulukyytien reitit")[0]


@pytest.mark.parametrize("query", ["", "xyz", "…"])
def test_nothing_in_common_is_zero(query: str) -> None:
    """An empty query and unknown letters are like nothing; an empty index has nothing."""
    assert build_wording_index(["kunta", ""]).score(query).tolist() == [0, 0]
    assert build_wording_index([]).score(query).shape == (0,)


@given(texts=texts, query=st.text("abc de.ä", max_size=20))
def test_scores_are_in_range_and_follow_their_texts(texts: list[str], query: str) -> None:
    """Every score is in [0, 1] and stays with its text when the texts are turned round."""
    scores = build_wording_index(texts).score(query)

    turned = build_wording_index(texts[::-1]).score(query)
    assert scores.tolist() == pytest.approx(turned[::-1].tolist(), abs=1e-5)
    assert all(0 <= score <= 1 for score in scores)
