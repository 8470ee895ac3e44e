"""The running product measured on its own register, and what its suggestions rest on."""

from dataclasses import replace

import pytest

from matcher.evaluate_register import evaluate_register
from matcher.suggestion_survey import survey_suggestions
from models.errors import NothingToMeasureError
from models.idea import Idea, IdeaId, Origin
from models.project import Project
from models.register_evaluation import RegisterEvaluation, RegisterRanker
from tests.matcher.partnering import (
    ALFA,
    BEETA,
    COMPANY,
    DELTA,
    ENDED,
    EPSILON,
    GAMMA,
    IDEAS,
    PROJECTS,
    index_country,
    make_country,
    make_past,
    make_proposal,
)

REGISTER = (
    make_past("a", DELTA, ALFA, about="Koulukyytien reitit"),
    make_past("b", ALFA, DELTA, about="Koulukyytien vuorot"),
    make_past("c", GAMMA, BEETA, about="Aurat kartalle"),
    make_past("grant", EPSILON, ALFA),
    make_past("alone", EPSILON, COMPANY.id, about="Arkisto"),
)


def evaluate(
    ideas: tuple[Idea, ...] = IDEAS[3:],
    projects: tuple[Project, ...] = REGISTER,
    *,
    twins: tuple[tuple[IdeaId, IdeaId], ...] = (),
) -> RegisterEvaluation:
    """Return the evaluation of a small register."""
    catalogue = make_country(ideas, projects)
    return evaluate_register(catalogue, *index_country(catalogue), model="fake-encoder", twins=twins)


def test_each_member_of_each_project_is_given_once() -> None:
    """Projects of two that may apply and with a text count, the lead first; five of six candidates are ranked."""
    found = evaluate()

    assert [(case.project_id, case.given_id) for case in found.cases] == [
        ("a", DELTA),
        ("a", ALFA),
        ("b", ALFA),
        ("b", DELTA),
        ("c", GAMMA),
        ("c", BEETA),
    ]
    assert (found.n_projects, found.n_questions, found.n_candidates, found.model) == (3, 6, 6, "fake-encoder")
    assert all(1 <= rank <= 5 for case in found.cases for rank in case.ranks.values())


def test_what_is_left_out_tells_nothing() -> None:
    """Delta is found for the one project by the other like it; who was together once only is found by distance."""
    _, by_its_like, _, _, by_distance, _ = evaluate().cases

    assert (by_its_like.given_id, by_its_like.ranks) == (ALFA, {DELTA: 1})
    assert by_distance.given_id == GAMMA
    assert by_distance.ranks[BEETA] > 1


def test_baselines_go_by_one_thing_each() -> None:
    """Nobody else was in a project, so popularity goes by id; their joint authority lies between Gamma and Beeta."""
    alone = evaluate(projects=REGISTER[2:3])

    assert alone.figures[RegisterRanker.TEXT].recall_at_10.value == 1
    assert alone.figures[RegisterRanker.POPULARITY].mean_reciprocal_rank.value == 1 / 2
    assert alone.figures[RegisterRanker.DISTANCE].mean_reciprocal_rank.value == pytest.approx((1 / 2 + 1 / 3) / 2)
    assert all(
        figure.low <= figure.value <= figure.high
        for figures in evaluate().figures.values()
        for figure in (figures.recall_at_10, figures.mean_reciprocal_rank)
    )


def test_illustrative_ideas_are_nobodys_there() -> None:
    """What is only written to illustrate helps nobody to be found; a real idea does."""
    register = REGISTER[2:3]
    real = make_proposal(1, "Aurat kartalle", BEETA)
    illustrative = replace(real, origin=Origin.ILLUSTRATIVE)

    def find(idea: Idea) -> int:
        return evaluate((idea,), register).cases[0].ranks[BEETA]

    assert find(real) == 1
    assert find(illustrative) > 1


def test_twins_are_looked_for_among_the_first_three() -> None:
    """Epsilon has the idea that Alfa has, and is suggested for it."""
    pair = (IDEAS[0].id, IDEAS[1].id)

    found = evaluate(IDEAS, twins=(pair, pair[::-1]))

    assert (found.n_twins, found.twins_found) == (2, 1)
    assert evaluate().twins_found is None


def test_a_register_without_a_pair_can_not_be_measured() -> None:
    """Where every project has one member, or none tells what it was about, that is said."""
    with pytest.raises(NothingToMeasureError):
        evaluate(projects=REGISTER[3:])
    with pytest.raises(NothingToMeasureError):
        evaluate(projects=())


def test_who_merged_counts_as_what_it_is_today() -> None:
    """A project of a town that has ended is one of its successor."""
    found = evaluate(projects=(make_past("a", ENDED.id, ALFA, about="Koulukyydit"),))

    assert [case.given_id for case in found.cases] == [DELTA, ALFA]


def test_a_survey_tells_what_suggestions_rest_on() -> None:
    """Of five suggestions for Alfa's idea two have a past project behind them; the three others are newcomers."""
    catalogue = make_country(IDEAS[:1], PROJECTS)

    survey = survey_suggestions(*index_country(catalogue))

    assert (survey.n_ideas, survey.n_suggestions) == (1, 5)
    assert survey.without_history == pytest.approx(3 / 5)
    assert survey.newcomers == pytest.approx(3 / 5)
    assert survey.newcomers_among_candidates == pytest.approx(3 / 6)
    assert survey.coverage == pytest.approx(5 / 6)
    assert survey.small == 0


def test_without_ideas_a_survey_has_no_shares() -> None:
    """Nothing is suggested, so there is no share of it."""
    survey = survey_suggestions(*index_country(make_country((), PROJECTS)))

    assert (survey.n_suggestions, survey.without_history, survey.newcomers, survey.coverage) == (0, None, None, 0)
