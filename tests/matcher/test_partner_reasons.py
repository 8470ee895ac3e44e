"""Why an organisation is suggested, and the points behind each reason."""

import math
from dataclasses import replace

import pytest

from matcher.partner_points import DEFAULT_WEIGHTS
from matcher.partners import suggest_for_idea
from models.idea import IdeaId
from models.organisation import OrganisationId
from models.suggestion import DistanceEvidence, IdeaEvidence, Part, PartName, ProjectEvidence
from tests.matcher.partnering import (
    ALFA,
    AUTHORITY,
    BEETA,
    DELTA,
    EPSILON,
    GAMMA,
    IDEAS,
    TOWNS,
    count_points,
    find_part,
    index_country,
    make_country,
    make_past,
    make_proposal,
    suggest,
)


def test_who_has_the_same_idea_comes_with_the_sentences_that_match() -> None:
    """The idea is named, with the sentence asked about and the one of the other that is nearest to it."""
    part = find_part(suggest()[EPSILON], PartName.TEXT)

    assert part is not None
    assert isinstance(part.evidence[0], IdeaEvidence)
    assert part.evidence[0].idea_id == 2
    assert part.evidence[0].own_sentence == "Reitit suunnitellaan yhdessä."
    assert part.evidence[0].their_sentence == "Reitit suunnitellaan kartalla."


def test_a_sentence_of_two_words_is_not_quoted() -> None:
    """However like theirs it is; the title is, be it ever so short."""
    ideas = (
        make_proposal(1, "Koulukyydit", ALFA, text="Reitit kartalla. Reitit suunnitellaan koneella yhdessä."),
        make_proposal(2, "Kyytien suunnittelu", EPSILON, text="Reitit kartalla."),
    )

    part = find_part(suggest(ideas)[EPSILON], PartName.TEXT)

    assert part is not None
    assert isinstance(part.evidence[0], IdeaEvidence)
    assert part.evidence[0].own_sentence != "Reitit kartalla."


def test_a_past_project_on_the_matter_is_a_text_and_a_walk() -> None:
    """Delta was in one with Alfa: it is named for the text, the walk and the tie, with whom, and where it matches."""
    delta = suggest(IDEAS[:1])[DELTA]

    for name in (PartName.TEXT, PartName.WALK, PartName.TIES):
        part = find_part(delta, name)
        assert part is not None
        evidence = part.evidence[0]
        assert isinstance(evidence, ProjectEvidence)
        assert (evidence.project_id, evidence.with_ids) == ("kyydit", (ALFA,))
        assert evidence.own_sentence == "Koulukyytien reitit"
        assert evidence.similarity > 0


def test_the_walk_weighs_by_text() -> None:
    """Of two partners of one project each, the one on the matter is nearer; both ties count alike."""
    found = suggest()

    walk_weight = DEFAULT_WEIGHTS.walk * math.log1p(math.exp(DEFAULT_WEIGHTS.temperature * 1))
    assert walk_weight > count_points(found[DELTA], PartName.WALK) > count_points(found[GAMMA], PartName.WALK) > 0
    assert count_points(found[DELTA], PartName.TIES) == pytest.approx(DEFAULT_WEIGHTS.ties * math.log(2))
    assert count_points(found[GAMMA], PartName.TIES) == count_points(found[DELTA], PartName.TIES)


def test_distance_is_told_in_kilometres() -> None:
    """Beeta is a degree away from Alfa, across a border and in the same region; Epsilon is four degrees away."""
    found = suggest()
    near, far = find_part(found[BEETA], PartName.DISTANCE), find_part(found[EPSILON], PartName.DISTANCE)

    assert near is not None
    assert far is not None
    assert isinstance(near.evidence[0], DistanceEvidence)
    assert near.evidence[0].distance_km == pytest.approx(111.2, abs=0.1)
    assert (near.evidence[0].from_id, near.evidence[0].is_neighbour, near.evidence[0].is_same_region) == (
        ALFA,
        True,
        True,
    )
    assert near.points == pytest.approx(DEFAULT_WEIGHTS.distance * (0.5 + math.exp(-1.11195) / 2))
    assert near.points > far.points > 0


def test_an_idea_of_several_is_near_to_each() -> None:
    """Distance is to the nearest of the parties."""
    found = suggest([make_proposal(1, "Koulukyydit", ALFA, EPSILON)], [])

    part = find_part(found[DELTA], PartName.DISTANCE)
    assert part is not None
    assert isinstance(part.evidence[0], DistanceEvidence)
    assert part.evidence[0].from_id == EPSILON
    assert part.evidence[0].distance_km == pytest.approx(111.2, abs=0.1)


def test_without_a_reason_there_is_only_the_start() -> None:
    """An organisation of which nothing is known stands at the start, with no evidence."""
    unplaced = replace(TOWNS[0], id=OrganisationId("700"), latitude=None, longitude=None, region_id=None)
    search_index, index = index_country(make_country(IDEAS, [], organisations=[unplaced]))

    found = {each.organisation_id: each for each in suggest_for_idea(search_index, index, idea_id=IdeaId(1))}

    assert found[unplaced.id].parts == (Part(PartName.START, DEFAULT_WEIGHTS.start),)
    assert found[unplaced.id].points == DEFAULT_WEIGHTS.start


def test_a_joint_authority_stands_for_its_members() -> None:
    """What a member was in counts for it by the member's share, and the member is named."""
    ideas = [make_proposal(1, "Koulukyydit", AUTHORITY.id)]

    by_member = suggest(ideas, [make_past("p", BEETA, DELTA)])[DELTA]
    by_itself = suggest(ideas, [make_past("p", AUTHORITY.id, DELTA)])[DELTA]

    assert count_points(by_member, PartName.TIES) == pytest.approx(DEFAULT_WEIGHTS.ties * math.log(1.5))
    assert count_points(by_itself, PartName.TIES) == pytest.approx(DEFAULT_WEIGHTS.ties * math.log(2))
    part = find_part(by_member, PartName.TIES)
    assert part is not None
    assert isinstance(part.evidence[0], ProjectEvidence)
    assert part.evidence[0].with_ids == (BEETA,)


def test_without_a_past_project_all_its_parts_are_gone() -> None:
    """The place without the walk is that without all that the project is behind: walk, ties and its text."""
    idea = make_proposal(1, "Koulukyytien reitit", ALFA)
    past = make_past("p", ALFA, DELTA, about="Koulukyytien reitit")

    found = suggest([idea], projects=[past])
    unknown = suggest([idea], projects=[])

    walk, ties, text = (find_part(found[DELTA], name) for name in (PartName.WALK, PartName.TIES, PartName.TEXT))
    assert walk is not None
    assert ties is not None
    assert text is not None
    place = 1 + list(unknown).index(DELTA)
    assert walk.rank_without == ties.rank_without == place > 1
    assert text.rank_without == 1


def test_an_own_idea_is_left_where_a_past_project_is_taken_away() -> None:
    """What an idea of one's own says of the text no project takes away."""
    past = make_past("p", ALFA, EPSILON, about="Koulukyytien reitit")
    found = suggest(projects=[past])
    walk = find_part(found[EPSILON], PartName.WALK)

    assert walk is not None
    assert walk.rank_without == 1 + list(suggest(projects=[])).index(EPSILON)


def test_a_project_is_shown_with_the_sentences_that_match() -> None:
    """What it tells of itself stands beside what is asked about; of a title alone there is the title."""
    past = replace(make_past("p", ALFA, DELTA), title="Hanke", description="Koulukyytien reitit yhteen.")

    part = find_part(suggest(projects=[past])[DELTA], PartName.WALK)

    assert part is not None
    (evidence,) = part.evidence
    assert isinstance(evidence, ProjectEvidence)
    assert evidence.their_sentence == "Koulukyytien reitit yhteen."
    assert evidence.own_sentence


def test_the_newest_tie_is_named_first() -> None:
    """Of several shared projects the newest come first, at most three, those without a year last."""
    projects = [make_past(f"p{year}", ALFA, DELTA, year=year) for year in (2012, 2019, 2015)]

    part = find_part(suggest(projects=[*projects, make_past("p", ALFA, DELTA, year=None)])[DELTA], PartName.TIES)

    assert part is not None
    named = [evidence.project_id for evidence in part.evidence if isinstance(evidence, ProjectEvidence)]
    assert named == ["p2019", "p2015", "p2012"]
