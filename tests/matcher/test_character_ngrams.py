"""Runs of letters."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.character_ngrams import count_ngrams, list_ngrams

words = st.text("aäkostu", min_size=1, max_size=12)


def test_a_word_shorter_than_a_run_is_one_run() -> None:
    """Single letters are kept, whole and between spaces."""
    assert list_ngrams("a", 4) == [" a "]


def test_counts_are_by_text_and_run() -> None:
    """Two texts with a word in common share its columns; a repeated run is counted."""
    table = count_ngrams([["tie", "tie"], ["tie"], []], 3)

    counts = table.counts.toarray()
    assert list(table.columns) == [" ti", "tie", "ie "]
    assert counts.tolist() == [[2, 2, 2], [1, 1, 1], [0, 0, 0]]


@given(st.lists(st.lists(words, max_size=4), max_size=5), st.integers(2, 4))
def test_every_run_of_a_text_is_counted_once(texts: list[list[str]], size: int) -> None:
    """A row sums to the number of runs of its words."""
    table = count_ngrams(texts, size)

    expected = [sum(len(list_ngrams(word, size)) for word in text) for text in texts]
    assert np.asarray(table.counts.sum(axis=1)).tolist() == expected
