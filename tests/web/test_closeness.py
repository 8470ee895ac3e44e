"""Relevance in words."""

from hypothesis import given
from hypothesis import strategies as st

from web.closeness import Closeness, judge_closeness


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
