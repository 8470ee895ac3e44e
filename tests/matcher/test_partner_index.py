"""What suggestions of partners read."""

from dataclasses import replace

import numpy as np
import pytest

from matcher.partner_index import MEMBER_SHARE, forget_projects, index_partners
from models.idea import IdeaStatus
from models.localised_text import LocalisedText
from models.organisation import OrganisationId, OrganisationKind, RegionId
from tests.factories import make_organisation
from tests.fakes import FakeEncoder
from tests.matcher.partnering import (
    ALFA,
    AUTHORITY,
    BEETA,
    COMPANY,
    DELTA,
    ENDED,
    EPSILON,
    GAMMA,
    forget_meaning,
    index_country,
    make_country,
    make_past,
    make_proposal,
)


def test_candidates_may_apply_and_exist() -> None:
    """Municipalities and joint authorities of today, by id; neither associates nor what has ended."""
    _, index = index_country(make_country())

    assert index.candidate_ids == (ALFA, BEETA, GAMMA, DELTA, EPSILON, AUTHORITY.id)
    assert index.find_column(ENDED.id) == index.columns[DELTA]
    assert index.find_column(COMPANY.id) is None
    assert index.find_column(OrganisationId("nobody")) is None


def test_a_joint_authority_is_where_its_members_are() -> None:
    """Its place is the middle of their seats, its region the one that all of them share, if they do."""
    split = make_organisation(
        id=OrganisationId("ky2"),
        kind=OrganisationKind.JOINT_AUTHORITY,
        name=LocalisedText("Toinen"),
        member_ids=(GAMMA, DELTA),
    )
    _, index = index_country(make_country(organisations=[split]))

    column, middle = (
        index.columns[AUTHORITY.id],
        index.places[[index.columns[BEETA], index.columns[GAMMA]]].mean(axis=0),
    )
    assert index.places[column].tolist() == pytest.approx((middle / np.linalg.norm(middle)).tolist())
    assert index.region_ids[column] == RegionId("01")
    assert index.region_ids[index.columns[split.id]] == ""
    assert index.authority_members[AUTHORITY.id] == (BEETA, GAMMA)


def test_an_idea_is_its_leads_first() -> None:
    """Members have a smaller share; who merged passes it on; what was withdrawn is nobody's."""
    ideas = [make_proposal(1, "Koulukyydit", ALFA, BEETA, ENDED.id), make_proposal(2, "Aurat", GAMMA)]
    ideas[1] = replace(ideas[1], status=IdeaStatus.WITHDRAWN)

    _, index = index_country(make_country(ideas))

    assert index.proposals.toarray().tolist() == [[1, MEMBER_SHARE, 0, MEMBER_SHARE, 0, 0], [0] * 6]
    assert index.list_idea_rows(index.columns[BEETA]) == [0]
    assert index.list_idea_rows(index.columns[GAMMA]) == []


def test_neighbours_are_mutual() -> None:
    """A border is on both sides."""
    _, index = index_country(make_country())

    one, other = index.columns[ALFA], index.columns[BEETA]
    assert index.borders[one, other]
    assert index.borders[other, one]
    assert index.borders.nnz == 2


def test_only_projects_that_say_something_have_vectors() -> None:
    """A project of which only the name is known counts as a tie and not as a text."""
    named = replace(make_past("a", ALFA, GAMMA), title="Helmi")
    projects = [make_past("b", ALFA, BEETA, about="Koulukyydit"), named]

    _, index = index_country(make_country([make_proposal(1, "Aurat", ALFA)], projects))

    assert index.history.project_ids == ("a", "b")
    assert index.text_rows.tolist() == [1]
    assert index.project_texts is not None
    assert [passage.text for passage in index.project_texts.passages] == ["Koulukyydit"]


def test_a_project_that_is_forgotten_has_no_members() -> None:
    """Neither ties nor texts remember who was in it; the others stay, and the index itself is as it was."""
    projects = [make_past("a", ALFA, GAMMA), make_past("b", ALFA, BEETA, about="Koulukyydit")]
    _, index = index_country(make_country([make_proposal(1, "Aurat", ALFA)], projects))

    rest = forget_projects(index, [1])

    assert rest.history.membership.toarray().sum(axis=1).tolist() == [2, 0]
    assert rest.history.project_ids == index.history.project_ids
    assert index.history.membership.nnz == 4


def test_before_the_model_is_there_projects_have_no_vectors() -> None:
    """Ties and distances are there at once."""
    catalogue = make_country([make_proposal(1, "Aurat", ALFA)], [make_past("a", ALFA, BEETA, about="Koulukyydit")])
    search_index = forget_meaning(index_country(catalogue)[0])

    index = index_partners(catalogue, search_index, encoder=FakeEncoder())

    assert index.project_texts is None
    assert index.history.membership.nnz == 2
