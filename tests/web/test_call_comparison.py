"""Calls side by side: what one leaves outside another may be for."""

from models.call import CallId, Exclusion
from models.localised_text import LocalisedText
from tests.factories import make_call
from web.call_comparison import Standing, compare_calls

BUILT = Exclusion("built_environment", LocalisedText("rakennettu ympäristö"))
CARE = Exclusion("health_and_social_care", LocalisedText("sosiaali- ja terveydenhuolto"))
FIRST = make_call(id=CallId("2019-1"))
SECOND = make_call(id=CallId("2019-2"), exclusions=(CARE, BUILT), exclusions_known=True)
THIRD = make_call(id=CallId("2021"), exclusions=(CARE,), exclusions_known=True, funded_subjects=("built_environment",))
FOURTH = make_call(id=CallId("2022"), exclusions_known=True)


def test_a_subject_has_its_standing_in_each_call() -> None:
    """A subject is left outside, a purpose, not mentioned, or nobody knows, and calls go from the oldest on."""
    comparison = compare_calls([FOURTH, THIRD, SECOND, FIRST])

    assert [call.id for call in comparison.calls] == ["2019-1", "2019-2", "2021", "2022"]
    assert {row.term.fi: list(row.standings) for row in comparison.subjects} == {
        "sosiaali- ja terveydenhuolto": [
            Standing.UNKNOWN,
            Standing.LEFT_OUT,
            Standing.LEFT_OUT,
            Standing.NOT_MENTIONED,
        ],
        "rakennettu ympäristö": [Standing.UNKNOWN, Standing.LEFT_OUT, Standing.FUNDED, Standing.NOT_MENTIONED],
    }


def test_a_subject_within_another_is_left_outside_with_it() -> None:
    """Who leaves out case management and archiving leaves out archiving; who leaves out archiving leaves out a part."""
    archiving = Exclusion("archiving", LocalisedText("arkistointi"))
    both = Exclusion("case_management_archiving", LocalisedText("asianhallinta ja arkistointi"), ("archiving",))
    wide = make_call(id=CallId("2019-2"), exclusions=(both,), exclusions_known=True)
    narrow = make_call(id=CallId("2020"), exclusions=(archiving,), exclusions_known=True)

    comparison = compare_calls([wide, narrow])

    assert [list(row.standings) for row in comparison.subjects] == [
        [Standing.LEFT_OUT, Standing.LEFT_OUT_IN_PART],
        [Standing.LEFT_OUT, Standing.LEFT_OUT],
    ]


def test_nothing_compares_to_nothing() -> None:
    """Without calls there is nothing side by side."""
    comparison = compare_calls([])

    assert (comparison.calls, comparison.subjects) == ([], [])
