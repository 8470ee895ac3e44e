"""Suggestions of partners."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.partner_index import PartnerIndex, index_partners
from matcher.partner_points import DEFAULT_WEIGHTS
from matcher.partners import QUERY_WORDS_MAX, suggest_for_idea, suggest_for_organisation, suggest_for_text
from models.errors import EmptyQueryError, UnknownIdeaError, UnknownOrganisationError
from models.idea import Idea, IdeaId, IdeaStatus
from models.language import FINNISH
from models.organisation import OrganisationId
from models.project import Project
from models.suggestion import IdeaEvidence, PartName, PartnerSuggestion, ProjectEvidence
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
    IDEAS,
    PROJECTS,
    count_points,
    find_part,
    forget_meaning,
    index_country,
    make_country,
    make_past,
    make_proposal,
    suggest,
)


def test_what_merged_is_suggested_as_what_it_is_today() -> None:
    """An idea of a town that has ended is a reason to ask its successor, which is not suggested to itself."""
    ideas = [IDEAS[0], make_proposal(2, "Koulukyytien reitit", ENDED.id)]

    assert count_points(suggest(ideas, [])[DELTA], PartName.TEXT) > 0
    assert DELTA not in suggest(ideas, [], idea_id=2)


def test_withdrawn_ideas_are_no_reason() -> None:
    """Who took an idea back is not asked because of it."""
    withdrawn = replace(IDEAS[1], status=IdeaStatus.WITHDRAWN)

    assert count_points(suggest([IDEAS[0], withdrawn], [])[EPSILON], PartName.TEXT) == 0


def test_an_idea_that_nobody_leads_has_partners_all_the_same() -> None:
    """Where no party is understood, text alone speaks."""
    orphan = replace(IDEAS[0], parties=())

    found = suggest([orphan, *IDEAS[1:]])

    assert next(iter(found)) in {DELTA, EPSILON, ALFA}
    assert all(part.name in {PartName.START, PartName.TEXT} for each in found.values() for part in each.parts)


def test_an_unknown_idea_is_an_error() -> None:
    """Asking for an idea that does not exist says so."""
    search_index, index = index_country(make_country(IDEAS))

    with pytest.raises(UnknownIdeaError):
        suggest_for_idea(search_index, index, idea_id=IdeaId(99))


def test_before_the_model_is_there_ties_and_distance_speak() -> None:
    """Without vectors no part is for the text, and all past projects count alike."""
    catalogue = make_country(IDEAS, PROJECTS)
    search_index = forget_meaning(index_country(catalogue)[0])
    index = index_partners(catalogue, search_index, encoder=FakeEncoder())

    found = {each.organisation_id: each for each in suggest_for_idea(search_index, index, idea_id=IdeaId(1))}

    assert count_points(found[EPSILON], PartName.TEXT) == 0
    assert count_points(found[DELTA], PartName.WALK) == pytest.approx(DEFAULT_WEIGHTS.walk * math.log(2))


def test_a_short_text_is_read_as_a_search_too() -> None:
    """What the words find counts beside closeness; a long text is compared only."""
    search_index, index = index_country(make_country(IDEAS, []))
    for filling, is_search in (("", True), (" ja" * QUERY_WORDS_MAX, False)):
        found = suggest_for_text(
            search_index,
            index,
            text=f"Koulukyytien reitit{filling}",
            language=FINNISH,
            lead_id=None,
            encoder=FakeEncoder(),
        )
        evidence = [
            each for own in found for part in own.parts for each in part.evidence if isinstance(each, IdeaEvidence)
        ]
        assert evidence
        assert all((each.relevance is not None) is is_search for each in evidence)


def test_typed_text_finds_what_the_same_idea_would() -> None:
    """A text with a lead has the same best partner as the idea, for no idea of the index, and never its lead."""
    search_index, index = index_country(make_country(IDEAS, PROJECTS))

    found = suggest_for_text(
        search_index,
        index,
        text="Koulukyytien vuorot. Reitit suunnitellaan kartalla.",
        language=FINNISH,
        lead_id=BEETA,
        encoder=FakeEncoder(),
    )

    assert found[0].organisation_id == EPSILON
    assert found[0].idea_id is None
    assert BEETA not in {each.organisation_id for each in found}
    part = find_part(found[0], PartName.TEXT)
    assert part is not None
    assert isinstance(part.evidence[0], IdeaEvidence)
    assert part.evidence[0].own_sentence.rstrip(".") == part.evidence[0].their_sentence.rstrip(".")


@pytest.mark.parametrize("lead_id", [None, COMPANY.id])
def test_a_text_without_an_applicant_has_partners_by_text(lead_id: OrganisationId | None) -> None:
    """With an associate, or nobody, as the lead, neither ties nor distance speak."""
    search_index, index = index_country(make_country(IDEAS, PROJECTS))

    found = suggest_for_text(
        search_index, index, text="Aurat kartalle", language=FINNISH, lead_id=lead_id, encoder=FakeEncoder()
    )

    assert found[0].organisation_id == BEETA
    assert {part.name for each in found for part in each.parts} == {PartName.START, PartName.TEXT}


def test_a_text_needs_words_and_a_known_lead() -> None:
    """Nothing but signs, and a lead that nobody knows, are errors."""
    search_index, index = index_country(make_country(IDEAS))

    with pytest.raises(EmptyQueryError):
        suggest_for_text(search_index, index, text=" ?! ", language=FINNISH, lead_id=ALFA, encoder=FakeEncoder())
    with pytest.raises(UnknownOrganisationError):
        suggest_for_text(
            search_index, index, text="Aurat", language=FINNISH, lead_id=OrganisationId("x"), encoder=FakeEncoder()
        )


def test_an_organisation_is_asked_for_over_all_its_ideas() -> None:
    """Each partner is suggested for the idea that speaks most for it."""
    search_index, index = index_country(make_country([*IDEAS, make_proposal(5, "Kissat löytyvät pian", ALFA)], []))

    found = {each.organisation_id: each for each in suggest_for_organisation(search_index, index, organisation_id=ALFA)}

    assert found[EPSILON].idea_id == 1
    assert found[GAMMA].idea_id == 5
    assert ALFA not in found


def test_an_organisation_without_an_idea_has_its_past() -> None:
    """By ties and distance, for no idea."""
    search_index, index = index_country(make_country(IDEAS, [make_past("p", DELTA, ALFA)]))

    found = suggest_for_organisation(search_index, index, organisation_id=DELTA)

    assert found[0].organisation_id == ALFA
    assert found[0].idea_id is None
    assert {part.name for part in found[0].parts} == {PartName.START, PartName.WALK, PartName.TIES, PartName.DISTANCE}


def test_nobody_is_suggested_to_an_associate() -> None:
    """It may not apply; an organisation that nobody knows is an error."""
    search_index, index = index_country(make_country(IDEAS, PROJECTS))

    assert suggest_for_organisation(search_index, index, organisation_id=COMPANY.id) == ()
    with pytest.raises(UnknownOrganisationError):
        suggest_for_organisation(search_index, index, organisation_id=OrganisationId("x"))


def test_equal_points_go_by_id() -> None:
    """Where nothing is known of anybody, organisations stand in the order of their ids."""
    assert list(suggest([replace(IDEAS[0], parties=())], [])) == [ALFA, BEETA, GAMMA, DELTA, EPSILON, AUTHORITY.id]


def test_no_more_come_than_are_asked_for() -> None:
    """The best two of five."""
    search_index, index = index_country(make_country(IDEAS, PROJECTS))

    best = suggest_for_idea(search_index, index, idea_id=IdeaId(1), n_suggestions=2)

    assert [each.organisation_id for each in best] == list(suggest())[:2]


town_ids = st.sampled_from([ALFA, BEETA, GAMMA, DELTA, EPSILON, ENDED.id, AUTHORITY.id])
parties = st.lists(town_ids, min_size=1, max_size=4, unique=True)
titles = st.sampled_from(["Koulukyytien reitit", "Koulukyytien vuorot", "Aurat kartalle", "Kissat löytyvät", "Reitit"])
worlds = st.tuples(
    st.lists(st.tuples(titles, parties), min_size=1, max_size=5), st.lists(st.tuples(titles, parties), max_size=5)
)
World = tuple[list[tuple[str, list[OrganisationId]]], list[tuple[str, list[OrganisationId]]]]


def build_world(world: World) -> tuple[list[Idea], list[Project]]:
    """Return the ideas and projects of a drawn world."""
    ideas = [make_proposal(number, title, *own) for number, (title, own) in enumerate(world[0], start=1)]
    projects = [make_past(f"p{number}", *own, about=title) for number, (title, own) in enumerate(world[1])]
    return ideas, projects


@settings(max_examples=30)
@given(worlds)
def test_every_suggestion_adds_up_and_is_explained(world: World) -> None:
    """Parts sum to the points, the score follows, every part but the start has evidence, and parties are left out."""
    ideas, projects = build_world(world)

    found = suggest(ideas, projects)

    own = {DELTA if party.organisation_id == ENDED.id else party.organisation_id for party in ideas[0].parties}
    assert own.isdisjoint(found)
    assert [each.points for each in found.values()] == sorted((each.points for each in found.values()), reverse=True)
    for suggestion in found.values():
        assert sum(part.points for part in suggestion.parts) == pytest.approx(suggestion.points, abs=1e-9)
        assert suggestion.score == pytest.approx(1 / (1 + math.exp(-suggestion.points)), abs=1e-12)
        names = [part.name for part in suggestion.parts]
        assert names == sorted(names, key=list(PartName).index)
        assert names[0] is PartName.START
        assert all(part.evidence and part.points for part in suggestion.parts[1:])


@settings(max_examples=20)
@given(worlds)
def test_the_order_of_the_catalogue_does_not_matter(world: World) -> None:
    """Ideas, organisations and projects turned round give the same suggestions."""
    ideas, projects = build_world(world)

    here, turned = suggest(ideas, projects), suggest(ideas[::-1], projects[::-1])

    assert list(here) == list(turned)
    for organisation_id, suggestion in here.items():
        other = turned[organisation_id]
        assert [(part.name, part.evidence) for part in suggestion.parts if part.name is not PartName.TEXT] == [
            (part.name, part.evidence) for part in other.parts if part.name is not PartName.TEXT
        ]
        assert suggestion.points == pytest.approx(other.points, abs=1e-5)


@settings(max_examples=20)
@given(worlds)
def test_without_the_project_that_is_named_the_walk_is_less(world: World) -> None:
    """Whoever a walk leads to has fewer points for it once the first project named behind it is gone."""
    ideas, projects = build_world(world)
    found = suggest(ideas, projects)

    for organisation_id, suggestion in found.items():
        part = find_part(suggestion, PartName.WALK)
        if part is None:
            continue
        named = part.evidence[0]
        assert isinstance(named, ProjectEvidence)
        rest = suggest(ideas, [each for each in projects if each.id != named.project_id])
        assert count_points(rest[organisation_id], PartName.WALK) < part.points


def test_an_index_is_a_value() -> None:
    """Suggesting twice from the same index gives the same: nothing is changed or drawn at random."""
    search_index, index = index_country(make_country(IDEAS, PROJECTS))

    def ask(partner_index: PartnerIndex) -> tuple[PartnerSuggestion, ...]:
        return suggest_for_idea(search_index, partner_index, idea_id=IdeaId(1))

    assert ask(index) == ask(index)
