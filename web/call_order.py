"""The order in which calls are shown: what can be acted on first."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from models.call import Call, CallState

STATES_IN_ORDER: Final = (CallState.OPEN, CallState.UPCOMING, CallState.UNKNOWN, CallState.CLOSED)


def sort_calls(calls: Sequence[Call], state: CallState) -> list[Call]:
    """Return the calls of one state by their next day, those without one last; what is over goes newest first."""
    if state is CallState.CLOSED:
        return sorted(calls, key=lambda call: (call.decided or call.closes or date.min, call.id), reverse=True)
    return sorted(calls, key=lambda call: (_find_next_day(call, state) or date.max, call.id))


def _find_next_day(call: Call, state: CallState) -> date | None:
    """Return the day on which a call of this state changes next, None where it is not known."""
    return call.opens if state is CallState.UPCOMING else call.closes
