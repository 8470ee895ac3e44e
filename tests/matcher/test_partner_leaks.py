"""Nothing leaks: rankings come from the history alone, and with shuffled labels nobody is better than chance."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pytest

from matcher.evaluate_partners import evaluate_partners
from matcher.partner_splits import Split
from models.partner_evaluation import PartnerEvaluation, Ranker
from tests.fakes import FakeEncoder
from tests.matcher.measuring import BACKGROUND, make_world, shuffle_labels, tell_regions

WORLD: Final = make_world()
N_ORGANISATIONS: Final = len({member for project in WORLD.history for member in project.members})


def evaluate(split: Split) -> PartnerEvaluation:
    """Measure with an encoder that loads no model."""
    return evaluate_partners([split], encoder=FakeEncoder(), background=BACKGROUND)


@pytest.fixture(scope="module")
def found() -> PartnerEvaluation:
    """Give the evaluation of the made world."""
    return evaluate(WORLD)


def test_the_product_beats_chance_where_there_is_something_to_find(found: PartnerEvaluation) -> None:
    """In the made world with its true members recall@10 is well above the random level: the leak test can tell."""
    level = 10 / (N_ORGANISATIONS - 1)

    assert found.figures[Ranker.KUMPPANI].recall_at_10.low > level + 0.2
    assert found.figures[Ranker.RANDOM].recall_at_10.low < level < found.figures[Ranker.RANDOM].recall_at_10.high


@pytest.mark.parametrize("seed", range(3))
def test_with_shuffled_labels_every_ranker_is_at_the_random_level(seed: int) -> None:
    """Members drawn from all organisations are found as often as by chance: no ranker sees the answers."""
    evaluation = evaluate(shuffle_labels(make_world(n_test=80), seed=seed))

    level = 10 / (evaluation.n_organisations - 1)
    for ranker, figures in evaluation.figures.items():
        # Nine rankers on three draws: two half-widths of the 95 % interval are left by chance once in 10 000 times.
        reach = figures.recall_at_10.high - figures.recall_at_10.low
        assert figures.recall_at_10.value == pytest.approx(level, abs=reach), ranker
        assert reach < 0.15


def test_the_region_of_shuffled_members_tells_nothing() -> None:
    """Where each project has the region of its true lead, members drawn anew are found as often as by chance."""
    evaluation = evaluate(shuffle_labels(tell_regions(make_world(n_test=80)), seed=0))

    level = 10 / (evaluation.n_organisations - 1)
    figure = evaluation.figures[Ranker.KUMPPANI].recall_at_10
    assert figure.value == pytest.approx(level, abs=figure.high - figure.low)


def test_a_leak_would_be_seen() -> None:
    """Had the history the shuffled projects in it, rankers that learn of them would be far above the random level."""
    split = shuffle_labels(make_world(n_test=80), seed=0)

    evaluation = evaluate(replace(split, history=(*split.history, *split.test)))

    level = 10 / (evaluation.n_organisations - 1)
    for ranker in (Ranker.KUMPPANI, Ranker.CO_OCCURRENCE, Ranker.WALK, Ranker.EMBEDDINGS, Ranker.BM25):
        figure = evaluation.figures[ranker].recall_at_10
        assert figure.value > level + (figure.high - figure.low), ranker


def _index(evaluation: PartnerEvaluation) -> dict[tuple[str, str], Sequence[str]]:
    """Return rankings by project and given member."""
    return {(each.project_id, each.given): each.ranked for each in evaluation.rankings}


def test_the_other_members_never_change_a_ranking(found: PartnerEvaluation) -> None:
    """A given member's ranking is the same whoever else was in the project, and whatever else is measured."""
    firsts = [project.members[0] for project in WORLD.test]
    shuffled = shuffle_labels(WORLD, seed=5)
    test = tuple(
        replace(project, members=tuple(dict.fromkeys((first, *project.members))))
        for project, first in zip(shuffled.test[:25], firsts[:25], strict=True)
    )

    moved = _index(evaluate(replace(WORLD, test=test)))

    shared = {key: ranked for key, ranked in _index(found).items() if key in moved}
    assert len(shared) >= 20
    assert all(moved[key] == ranked for key, ranked in shared.items())


def test_the_history_does_change_rankings(found: PartnerEvaluation) -> None:
    """What is known before the cut is what rankings come from."""
    moved = _index(evaluate(replace(WORLD, history=WORLD.history[:60])))

    assert moved != _index(found)
