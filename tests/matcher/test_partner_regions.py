"""Partners where projects tell their region, where only some do, and where none does."""

from dataclasses import replace
from typing import Final

from matcher.evaluate_partners import evaluate_partners
from matcher.partner_splits import Split
from models.partner_evaluation import PartnerEvaluation, Ranker
from tests.fakes import FakeEncoder
from tests.matcher.measuring import BACKGROUND, make_past, make_world, tell_regions

WORLD: Final = make_world()


def evaluate(split: Split) -> PartnerEvaluation:
    """Measure with an encoder that loads no model."""
    return evaluate_partners([split], encoder=FakeEncoder(), background=BACKGROUND)


def test_where_the_region_decides_it_is_found() -> None:
    """Of many who did the same elsewhere, those who worked in the region come first; without it they are all alike."""
    homes = [make_past(f"h{number}", f"Xx{number}", text=f"Bussi reitti {number}", region="Lappi") for number in "123"]
    away = [
        make_past(f"a{number}", f"Aa{number}", text=f"Bussi reitti {number}", region="Kainuu") for number in "456789"
    ]
    others = [
        make_past(f"b{number}", f"Ab{number}", text=f"Bussi reitti {number}", region="Uusimaa") for number in "456789"
    ]
    test = make_past("new", "Xx1", "Xx2", "Xx3", text="Bussi reitti")

    told, untold = (
        evaluate(Split((*homes, *away, *others), (replace(test, region=region),))) for region in ("Lappi", "")
    )

    assert told.figures[Ranker.KUMPPANI].ndcg_at_10.value == 1
    assert untold.figures[Ranker.KUMPPANI].ndcg_at_10.value < 0.5


def test_questions_without_a_region_are_weighed_without_it() -> None:
    """Where the history tells regions and a question does not, its ranking is as if none had been told."""
    told = tell_regions(WORLD)
    untold = tuple(replace(project, region="") for project in told.test)

    evaluation = evaluate(replace(told, test=untold))

    assert evaluation.rankings == evaluate(WORLD).rankings
    assert evaluation.rankings != evaluate(told).rankings
