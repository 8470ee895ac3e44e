"""Days of calls that were found after the others."""

from datetime import date, time

from data.reference_tables import load_reference_tables
from models.call import CallId


def test_days_that_only_swedish_pages_tell() -> None:
    """The window of the first call, the opening of 2020 and the decision of 2021 are known from the materials."""
    calls = {call.id: call for call in load_reference_tables().calls}

    first = calls[CallId("2019-1")]
    assert (first.opens, first.closes, first.closes_time) == (date(2019, 8, 1), date(2019, 9, 19), time(16, 15))
    assert (calls[CallId("2020")].opens, calls[CallId("2020")].closes_time) == (date(2020, 6, 25), None)
    assert calls[CallId("2021")].decided == date(2021, 6, 23)
