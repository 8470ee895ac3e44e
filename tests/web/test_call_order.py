"""Calls are shown by what can be acted on next."""

from datetime import date

from models.call import CallId, CallState
from tests.factories import make_call
from web.call_order import STATES_IN_ORDER, sort_calls


def test_the_next_deadline_comes_first() -> None:
    """Open calls go by their last day, those without one last; upcoming ones by their first."""
    early = make_call(id=CallId("b"), opens=date(2030, 3, 1), closes=date(2030, 4, 1))
    late = make_call(id=CallId("a"), opens=date(2030, 2, 1), closes=date(2030, 5, 1))
    unknown = make_call(id=CallId("0"))

    assert sort_calls([unknown, late, early], CallState.OPEN) == [early, late, unknown]
    assert sort_calls([unknown, early, late], CallState.UPCOMING) == [late, early, unknown]


def test_what_is_over_goes_newest_first() -> None:
    """A closed call counts by its decision, or by its closing where that is not known."""
    old = make_call(id=CallId("2019"), closes=date(2019, 9, 19), decided=date(2019, 11, 21))
    later = make_call(id=CallId("2019-2"), closes=date(2019, 12, 19))
    decided = make_call(id=CallId("2022"), decided=date(2022, 6, 16))

    assert sort_calls([old, decided, later], CallState.CLOSED) == [decided, later, old]


def test_every_state_has_its_place() -> None:
    """No call is left out of a list by its state."""
    assert set(STATES_IN_ORDER) == set(CallState)
