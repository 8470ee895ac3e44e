"""Ties come from the register: who has been in the same project, and how often."""

from hypothesis import given
from hypothesis import strategies as st

from matcher.ties import find_ties
from models.organisation import OrganisationId
from models.project import Project, ProjectId
from tests.factories import make_lead, make_member, make_project

ESPOO, VANTAA, KUHMO, SOTKAMO = map(OrganisationId, ("049", "092", "290", "765"))


def _make_project(name: str, *ids: str) -> Project:
    lead, *others = ids
    return make_project(
        id=ProjectId(name), parties=(make_lead(lead, lead), *(make_member(each, each) for each in others))
    )


def test_partners_come_by_the_number_of_projects() -> None:
    """Who shares two projects comes before who shares one; equal ones by id."""
    first, second = _make_project("a", ESPOO, VANTAA, SOTKAMO), _make_project("b", VANTAA, ESPOO, KUHMO)

    ties = find_ties([first, second], ESPOO)

    assert [(tie.organisation_id, tie.projects) for tie in ties] == [
        (VANTAA, (first, second)),
        (KUHMO, (second,)),
        (SOTKAMO, (first,)),
    ]


def test_projects_of_others_and_unknown_names_do_not_count() -> None:
    """A project without the organisation ties it to nobody, nor does a name that was not understood."""
    without = _make_project("a", VANTAA, KUHMO)
    unclear = make_project(parties=(make_lead("Espoo", ESPOO), make_member("Jokin yhtymä")))

    assert find_ties([without, unclear], ESPOO) == ()


def test_an_organisation_named_twice_counts_once() -> None:
    """A partner that is lead and member of one project shares one project."""
    project = _make_project("a", ESPOO, VANTAA, VANTAA)

    (tie,) = find_ties([project], ESPOO)

    assert tie.projects == (project,)


@given(st.lists(st.lists(st.sampled_from([ESPOO, VANTAA, KUHMO, SOTKAMO]), min_size=1, max_size=4), max_size=6))
def test_ties_are_mutual(members: list[list[OrganisationId]]) -> None:
    """If one organisation is tied to another by some projects, so is the other to it by the same."""
    projects = [_make_project(str(number), *ids) for number, ids in enumerate(members)]

    for own_id in (ESPOO, VANTAA, KUHMO, SOTKAMO):
        for tie in find_ties(projects, own_id):
            back = {each.organisation_id: each.projects for each in find_ties(projects, tie.organisation_id)}
            assert tie.organisation_id != own_id
            assert back[own_id] == tie.projects
