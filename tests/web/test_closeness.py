"""Relevance in words."""

from hypothesis import given
from hypothesis import strategies as st

from web.closeness import Closeness, judge_closeness, judge_likeness


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_relevant_is_never_further_away(first: float, second: float) -> None:
    """The words follow the figures."""
    order = list(Closeness)
    nearer, further = max(first, second), min(first, second)

    assert order.index(judge_closeness(nearer)) <= order.index(judge_closeness(further))


def test_the_ends_have_the_outer_words() -> None:
    """All there is is very close, nothing is only loosely related."""
    assert judge_closeness(1.0) is Closeness.VERY_CLOSE
    assert judge_closeness(0.0) is Closeness.DISTANT


def test_a_word_that_merely_occurs_is_never_called_close() -> None:
    """However relevant by its words."""
    assert judge_closeness(1.0, is_mention=True) is Closeness.MENTIONED


@given(relevance=st.floats(0, 1))
def test_what_seems_the_same_is_never_called_loosely_related(relevance: float) -> None:
    """Where an idea is said to ask for the same, how near it is never says less than that they are related."""
    assert judge_likeness(relevance, is_alike=True) is not Closeness.DISTANT
