"""Where a suggestion would stand without a part of it, and with one that it has not."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from matcher.partner_points import DEFAULT_WEIGHTS
from matcher.partner_standing import Standing
from matcher.partners import suggest_for_idea
from models.idea import IdeaId
from models.suggestion import NameEvidence, Part, PartName, Prospect
from tests.matcher.partnering import (
    ALFA,
    BEETA,
    DELTA,
    EPSILON,
    IDEAS,
    count_points,
    find_part,
    index_country,
    make_country,
    make_proposal,
    suggest,
)


def test_a_rank_without_a_part_is_where_the_rest_would_stand() -> None:
    """Third of four with 2 points, of which 1.5 are for the text: without them last, without half a point as before."""
    standing = Standing(np.array([[4.0, 3.0, 2.0, 1.0, -np.inf]]))

    text = standing.tell_rank_without(Part(PartName.TEXT, 1.5), 0, column=2)
    distance = standing.tell_rank_without(Part(PartName.DISTANCE, 0.5), 0, column=2)

    assert (standing.find_rank(2), text.rank_without, distance.rank_without) == (3, 4, 3)


def test_the_start_is_never_taken_away() -> None:
    """Everybody has it, so a place without it means nothing."""
    assert (
        Standing(np.array([[1.0, 2.0]])).tell_rank_without(Part(PartName.START, -3.0), 0, column=0).rank_without is None
    )


def test_another_idea_may_hold_a_suggestion_up() -> None:
    """Who is suggested for two ideas falls, without a part for one, only to where the other puts it."""
    standing = Standing(np.array([[5.0, 3.0, 1.0], [4.0, 0.0, 0.0]]))

    assert standing.tell_rank_without(Part(PartName.TEXT, 4.5), 0, column=0).rank_without == 1


@given(arrays.arrays(np.float64, (2, 6), elements=st.integers(-3, 3).map(float)), st.integers(0, 5))
def test_ranks_are_the_order_in_which_candidates_are_listed(totals: np.ndarray, column: int) -> None:
    """Equal points or not, the rank of a candidate is its place in the list, from 1."""
    standing = Standing(totals)

    assert standing.list_best(6).index(column) + 1 == standing.find_rank(column)


@given(arrays.arrays(np.float64, (1, 6), elements=st.integers(-3, 3).map(float)), st.integers(0, 5), st.integers(0, 4))
def test_less_points_never_raise(totals: np.ndarray, column: int, points: int) -> None:
    """Without a part that adds, nobody stands higher."""
    standing = Standing(totals)

    without = standing.tell_rank_without(Part(PartName.WALK, float(points)), 0, column=column).rank_without

    assert without is not None
    assert without >= standing.find_rank(column)


def test_suggestions_carry_their_places() -> None:
    """Who has the same idea comes first because of it: without it the neighbour would be before."""
    found = list(suggest().values())

    assert [each.rank for each in found] == list(range(1, len(found) + 1))
    first = next(each for each in found if each.organisation_id == EPSILON)
    part = find_part(first, PartName.TEXT)
    assert part is not None
    assert part.rank_without is not None
    assert part.rank_without > first.rank


def test_an_own_idea_would_raise_who_has_none() -> None:
    """Beeta, which has none, is told where one as close as the closest would put it; the first is told nothing."""
    found = suggest()

    raised = {each.name: each for each in found[BEETA].prospects}
    assert raised[PartName.TEXT].rank < found[BEETA].rank
    assert raised[PartName.TEXT].points == max(count_points(each, PartName.TEXT) for each in found.values())
    assert raised[PartName.NAMED] == Prospect(PartName.NAMED, DEFAULT_WEIGHTS.named, raised[PartName.NAMED].rank)
    best = min(found.values(), key=lambda each: each.rank)
    assert best.prospects == ()


def test_who_is_named_in_the_text_is_suggested_with_the_sentence() -> None:
    """The name is worth its points; the sentence that has it is the evidence, and no more can be had by naming."""
    idea = make_proposal(1, "Koulukyydit", ALFA, text="Kysyimme jo, mitä Delta tekee.")
    search_index, index = index_country(make_country([idea], []))

    found = {each.organisation_id: each for each in suggest_for_idea(search_index, index, idea_id=IdeaId(1))}

    part = find_part(found[DELTA], PartName.NAMED)
    assert part is not None
    assert replace(part, rank_without=None) == Part(
        PartName.NAMED, DEFAULT_WEIGHTS.named, (NameEvidence(own_sentence="Kysyimme jo, mitä Delta tekee."),)
    )
    assert find_part(found[BEETA], PartName.NAMED) is None
    assert found[DELTA].rank == 1


def test_who_is_refused_in_the_text_loses_as_much_and_is_told_why() -> None:
    """The sentence is the evidence, and nobody is told to name them."""
    idea = make_proposal(1, "Koulukyydit", ALFA, text="Emme tee tätä Deltan kanssa.")
    search_index, index = index_country(make_country([idea], []))

    found = {each.organisation_id: each for each in suggest_for_idea(search_index, index, idea_id=IdeaId(1))}

    part = find_part(found[DELTA], PartName.NAMED)
    assert part is not None
    assert replace(part, rank_without=None) == Part(
        PartName.NAMED,
        -DEFAULT_WEIGHTS.named,
        (NameEvidence(own_sentence="Emme tee tätä Deltan kanssa.", is_refused=True),),
    )
    assert found[DELTA].rank == len(found)
    assert PartName.NAMED not in {each.name for each in found[DELTA].prospects}


def test_history_is_told() -> None:
    """A suggestion says whether any past project speaks for it."""
    found = suggest(IDEAS)

    assert (found[DELTA].has_history, found[EPSILON].has_history) == (True, False)
