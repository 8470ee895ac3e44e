"""Baselines: each ranks by the one thing that its name says, and never by what may not be seen."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from matcher.history_signals import Values, find_walk_signal
from matcher.known_projects import KnownProjects, ProjectQuestion
from matcher.partner_baselines import score_baselines
from models.partner_evaluation import PastProject, Ranker
from tests.matcher.measuring import ask, know, make_past

ALFA, BEETA, DELTA, GAMMA = range(4)
PAST = (
    make_past("p1", "Alfa", "Beeta", title="Bussi", text="bussit reitti"),
    make_past("p2", "Alfa", "Beeta", "Delta", title="Koulu", text="todistus luokka"),
    make_past("p3", "Alfa", "Gamma", title="Palkka", text="lasku robotti"),
)
KNOWN = know(*PAST)
NEW = make_past("new", "Beeta", "Gamma", title="Palkka", text="lasku robotti automaatti")


def score(known: KnownProjects, question: ProjectQuestion, seed: int = 1) -> Mapping[Ranker, Values]:
    """Return what all baselines give."""
    return score_baselines(known, question, chance=np.random.default_rng(seed))


def _spread(similarity: Values) -> list[float]:
    """Return Σ exp(2 z) over the projects of Alfa, Beeta, Delta and Gamma, up to one factor for all."""
    first, second, third = np.exp(2 * (similarity - similarity.max()) / similarity.std())
    return [first + second + third, first + second, second, third]


def test_every_baseline_scores_every_organisation_from_every_member() -> None:
    """There is one for each name but the product's own, of the same shape, and all numbers are finite."""
    scores = score(KNOWN, ask(KNOWN, NEW))

    assert {*scores, Ranker.KUMPPANI} == set(Ranker)
    assert {values.shape for values in scores.values()} == {(2, 4)}
    assert all(np.isfinite(values).all() for values in scores.values())


def test_popularity_is_the_number_of_past_projects() -> None:
    """It is the same from every member."""
    assert score(KNOWN, ask(KNOWN, NEW))[Ranker.POPULARITY].tolist() == [[3, 2, 1, 1]] * 2


def test_co_occurrence_is_the_number_of_shared_projects() -> None:
    """It differs by who is given: Beeta twice with Alfa and once with Delta, Gamma once with Alfa."""
    shared = score(KNOWN, ask(KNOWN, NEW))[Ranker.CO_OCCURRENCE]

    assert shared.tolist() == [[2, 2, 1, 0], [1, 0, 0, 1]]


def test_baselines_of_text_add_up_like_projects() -> None:
    """Each sums the exponentials of its own similarity over an organisation's projects, whoever is given."""
    question = ask(KNOWN, NEW)

    scores = score(KNOWN, question)

    similarities = {
        Ranker.BM25: question.words,
        Ranker.CHARACTERS: question.wording,
        Ranker.EMBEDDINGS: question.dense,
    }
    for ranker, similarity in similarities.items():
        np.testing.assert_allclose(scores[ranker], [_spread(similarity)] * 2, err_msg=ranker.value)
        assert scores[ranker][0, GAMMA] > scores[ranker][0, BEETA] > scores[ranker][0, DELTA]


def test_the_walk_is_the_signal_alone() -> None:
    """From Beeta and from Gamma, as the blend has it."""
    question = ask(KNOWN, NEW)

    walk = score(KNOWN, question)[Ranker.WALK]

    start = np.eye(4)[:, [BEETA, GAMMA]]
    expected = find_walk_signal(start, question.likeness, KNOWN.membership, question.is_seen)
    np.testing.assert_allclose(walk, expected.T)


def test_the_fused_one_adds_three_in_standard_deviations() -> None:
    """Letters, shared projects and popularity count alike, each over the organisations as seen from one member."""
    scores = score(KNOWN, ask(KNOWN, NEW))

    parts = [scores[ranker] for ranker in (Ranker.CHARACTERS, Ranker.CO_OCCURRENCE, Ranker.POPULARITY)]
    expected = sum((part - part.mean(axis=1)[:, None]) / part.std(axis=1)[:, None] for part in parts)
    np.testing.assert_allclose(scores[Ranker.FUSED], expected)


def test_chance_is_drawn_anew_and_repeats() -> None:
    """Each member has an order of its own, and the same seed gives the same."""
    first, again, other = (score(KNOWN, ask(KNOWN, NEW), seed)[Ranker.RANDOM] for seed in (1, 1, 2))

    np.testing.assert_array_equal(first, again)
    assert len({*first.ravel(), *other.ravel()}) == 16


def test_what_may_not_be_seen_never_matters() -> None:
    """A hidden project may have had other members and been about anything: every baseline gives the same."""
    hidden = np.array([True, True, False])
    question = replace(ask(KNOWN, NEW), is_seen=hidden)
    changed: tuple[PastProject, ...] = (*PAST[:2], replace(PAST[2], members=("Delta", "Gamma")))
    known = know(*changed)

    scores = score(KNOWN, question)
    moved = score(known, replace(question, dense=question.dense * [1, 1, 90], wording=question.wording * [1, 1, 0]))

    for ranker, values in scores.items():
        np.testing.assert_allclose(moved[ranker], values, err_msg=ranker.value)
    assert scores[Ranker.POPULARITY][0].tolist() == [2, 2, 1, 0]


def test_likes_of_everything_are_likes_of_nothing() -> None:
    """Where no past text is nearer than another, baselines of text count projects and the fused one stays finite."""
    known = know(*(make_past(f"p{number}", "Alfa", "Beeta", title="Sama") for number in range(3)))

    scores = score(known, ask(known, make_past("new", "Alfa", "Beeta", title="Aivan muuta")))

    assert scores[Ranker.BM25].tolist() == [[3, 3], [3, 3]]
    assert scores[Ranker.FUSED].tolist() == [[0, 0], [0, 0]]
