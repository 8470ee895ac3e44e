"""What is made once of each moment of the data, and goes when that moment is replaced."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Moment = TypeVar("Moment")
Made = TypeVar("Made")


def remember(make: Callable[[Moment], Made]) -> Callable[[Moment], Made]:
    """Return a function that makes something of a snapshot, or of a part of one, the first time and then remembers it.

    It holds no snapshot: a replaced one takes what was made of it along, also where nobody asks again. What is made may
    not refer to the snapshot itself. Two that ask at the same time may both make it.
    """
    known: WeakKeyDictionary[Moment, Made] = WeakKeyDictionary()

    @wraps(make)
    def find(moment: Moment) -> Made:
        if moment not in known:
            known[moment] = make(moment)
        return known[moment]

    return find
