"""The garbage collector is paused for a match and no longer."""

import gc

import pytest

from matcher.collector import pause_collector


def test_the_collector_is_back_afterwards_also_when_something_fails() -> None:
    """It is off within and on again behind, whatever happened."""
    seen = []

    @pause_collector()
    def fail() -> None:
        seen.append(gc.isenabled())
        raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert (seen, gc.isenabled()) == ([False], True)


def test_one_that_was_off_stays_off() -> None:
    """Whoever turned it off keeps it so."""
    gc.disable()
    try:
        with pause_collector():
            assert not gc.isenabled()

        assert not gc.isenabled()
    finally:
        gc.enable()
