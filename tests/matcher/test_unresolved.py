"""Names that were not resolved, gathered."""

from matcher.unresolved import find_unresolved
from models.idea import IdeaId
from models.organisation import OrganisationId
from tests.factories import make_idea, make_lead, make_member


def test_names_of_most_ideas_come_first_and_equal_ones_in_order() -> None:
    """Three names in two ideas: the one in both first, then by the alphabet, each with its guesses and ideas."""
    first = make_idea(id=IdeaId(1), parties=(make_lead("Öljykylä"), make_member("Tamperre", did_you_mean=["837"])))
    second = make_idea(id=IdeaId(2), parties=(make_lead("Tamperre"), make_member("Aholanti"), make_lead("Oulu", "564")))

    found = find_unresolved([first, second])

    assert [(entry.written, [idea.id for idea in entry.ideas]) for entry in found] == [
        ("Tamperre", [1, 2]),
        ("Aholanti", [2]),
        ("Öljykylä", [1]),
    ]


def test_a_name_twice_in_an_idea_counts_once() -> None:
    """An idea is listed once however often it has the name, with what the name may mean."""
    idea = make_idea(parties=(make_lead("Khmo"), make_member("Khmo", did_you_mean=["290"])))

    (entry,) = find_unresolved([idea])

    assert (entry.ideas, entry.did_you_mean) == ((idea,), (OrganisationId("290"),))


def test_understood_names_are_left_out() -> None:
    """Nothing is listed where every name was resolved."""
    assert find_unresolved([make_idea(parties=(make_lead("Oulu", "564"),))]) == ()
