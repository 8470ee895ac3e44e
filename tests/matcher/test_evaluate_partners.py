"""Partner rankings measured: worlds whose answers are plain, and figures recomputed apart."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import log2
from statistics import mean
from typing import Final

import pytest

from matcher.evaluate_partners import evaluate_partners
from matcher.partner_blend import DEFAULT_HISTORY_WEIGHTS, FEWEST_PROJECTS
from matcher.partner_splits import Split, split_in_folds
from models.errors import NothingToMeasureError
from models.partner_evaluation import PartnerEvaluation, PartnerRanking, PastProject, Ranker
from tests.fakes import FakeEncoder
from tests.matcher.measuring import BACKGROUND, make_past, make_world

WORLD: Final = make_world()


def evaluate(*splits: Split) -> PartnerEvaluation:
    """Measure with an encoder that loads no model."""
    return evaluate_partners(splits, encoder=FakeEncoder(), background=BACKGROUND)


@pytest.fixture(scope="module")
def found() -> PartnerEvaluation:
    """Give the evaluation of the made world."""
    return evaluate(WORLD)


def make_crowd(n_pairs: int) -> list[PastProject]:
    """Return pairs that have nothing to do with anything, to be ranked behind who is sought."""
    return [
        make_past(f"c{number:02}", f"Aa{number:02}", f"Ab{number:02}", text=f"Hautausmaa kartta {number:02}")
        for number in range(n_pairs)
    ]


def rank_of(evaluation: PartnerEvaluation, ranker: Ranker) -> float:
    """Return the nDCG@10 of a ranker."""
    return evaluation.figures[ranker].ndcg_at_10.value


def test_where_the_text_decides_it_is_found() -> None:
    """Three who never worked together but did the like apart are found by text, and by no tie."""
    past = [make_past(f"p{name}", name, text=f"Bussi reitti pysäkki {name}") for name in ("Xa", "Xb", "Xc")]
    test = make_past("new", "Xa", "Xb", "Xc", text="Bussi reitti pysäkki")

    evaluation = evaluate(Split((*past, *make_crowd(8)), (test,)))

    for ranker in (Ranker.KUMPPANI, Ranker.BM25, Ranker.CHARACTERS, Ranker.EMBEDDINGS):
        assert rank_of(evaluation, ranker) == 1, ranker
    for ranker in (Ranker.CO_OCCURRENCE, Ranker.WALK, Ranker.POPULARITY):
        assert rank_of(evaluation, ranker) == 0, ranker
    assert evaluation.figures[Ranker.KUMPPANI].new_ties == 1


def test_where_ties_decide_they_are_found() -> None:
    """Where all of the past is about one thing, who worked together is found by ties, and by no text or number."""
    past = [make_past("p1", "Xa", "Xb"), make_past("p2", "Xa", "Xb", "Xc"), make_past("p3", "Xb", "Xc")]
    pairs = [make_past(f"c{number}", f"Aa{number % 12}", f"Ab{number % 12}") for number in range(48)]
    history = tuple(replace(project, title=f"{project.id} kunta", text="") for project in (*past, *pairs))
    test = make_past("new", "Xa", "Xb", "Xc", title="Aivan muuta")

    evaluation = evaluate(Split(history, (test,)))

    for ranker in (Ranker.KUMPPANI, Ranker.WALK, Ranker.CO_OCCURRENCE):
        assert rank_of(evaluation, ranker) == 1, ranker
    for ranker in (Ranker.POPULARITY, Ranker.BM25, Ranker.CHARACTERS, Ranker.EMBEDDINGS):
        assert rank_of(evaluation, ranker) == 0, ranker


def test_figures_are_averaged_within_a_project_first() -> None:
    """A pair that is found and five who are not count as one project each, not as two questions and five."""
    fives = [f"Xz{number}" for number in range(5)]
    past = [make_past("p0", "Xa", "Xb", text="Palkka")]
    past += [make_past(f"q{name}", name, "Vieras", text=f"Hautausmaa {name}") for name in fives]
    test = (
        make_past("new1", "Xa", "Xb", text="Palkka lasku"),
        make_past("new2", *fives, "Outo", text="Palkka"),
    )

    evaluation = evaluate(Split((*past, *make_crowd(12)), test))

    figure = evaluation.figures[Ranker.CO_OCCURRENCE].mean_reciprocal_rank
    # The pair finds each other first. Each of the five has one tie only, then come 24 of the crowd and two more by
    # name, and then the others.
    assert (evaluation.n_projects, evaluation.n_questions) == (2, 7)
    assert figure.value == pytest.approx((1 + 1 / 28) / 2)


def test_everything_that_is_shown_is_shared_out_by_hand() -> None:
    """Three organisations: each question shows the two others, so all are covered alike; one tie of three is old."""
    past = (make_past("p1", "a", "b", text="Bussit"), make_past("p2", "c", text="Koulut"))

    evaluation = evaluate(Split(past, (make_past("new", "a", "b", "c", text="Bussit"),)))

    for figures in evaluation.figures.values():
        assert (figures.coverage_at_10, figures.exposure_gini) == (1, 0)
        assert figures.new_ties == pytest.approx(4 / 6)
        assert figures.recall_at_5.value == figures.ndcg_at_10.value == figures.mean_reciprocal_rank.value == 1


def test_new_ties_are_shares_of_the_places_of_every_fold() -> None:
    """Where one fold knows fewer organisations and shows fewer, its places are counted as they are."""
    small = Split((make_past("p1", "a", text="A"), make_past("p2", "b", text="B")), (make_past("t1", "a", "b"),))
    large = Split((make_past("p1", "a", "b", "c", "d", text="A"),), (make_past("t2", "c", "d"),))

    evaluation = evaluate(small, large)

    assert evaluation.figures[Ranker.KUMPPANI].new_ties == pytest.approx(2 / (2 * 1 + 2 * 3))


def test_newcomers_are_measured_apart() -> None:
    """Of the two sought, the one with a single past project is looked for alone; where there is none, no figure."""
    past = [make_past("p1", "Xa", "Xb", text="Bussi"), make_past("p2", "Xb", "Xa", text="Bussi reitti")]
    newcomer = make_past("p3", "Xn", text="Hautausmaa kartta")
    crowd = make_crowd(12)

    without = evaluate(Split((*past, newcomer, *crowd), (make_past("new", "Xa", "Xb", text="Bussi"),)))
    one_sought = evaluate(Split((*past, newcomer, *crowd), (make_past("new", "Xa", "Xb", "Xn", text="Bussi"),)))

    assert {figures.newcomers for figures in without.figures.values()} == {None}
    figures = one_sought.figures[Ranker.CO_OCCURRENCE]
    assert figures.newcomers is not None
    assert figures.newcomers.value == 0
    assert figures.recall_at_10.value == pytest.approx((1 / 2 + 1 / 2 + 0) / 3)


def test_rankings_are_complete(found: PartnerEvaluation) -> None:
    """Each known member is given once, and all other organisations of the history are ranked, each once."""
    names = {member for project in WORLD.history for member in project.members}
    known = {project.id: [each for each in project.members if each in names] for project in WORLD.test}
    questions = [(project_id, given) for project_id, members in known.items() if len(members) > 1 for given in members]

    assert sorted((each.project_id, each.given) for each in found.rankings) == sorted(questions)
    assert (found.n_questions, found.n_organisations) == (len(questions), len(names))
    for each in found.rankings:
        assert len(each.ranked) == len(names) - 1
        assert {*each.ranked, each.given} == names


def recompute(rankings: Sequence[PartnerRanking], split: Split) -> dict[str, float]:
    """Return the figures of rankings, by a second implementation that shares nothing with the first."""
    names = {member for project in split.history for member in project.members}
    past = Counter(member for project in split.history for member in project.members)
    members = {project.id: set(project.members) & names for project in split.test}
    by_project: defaultdict[str, list[dict[str, float]]] = defaultdict(list)
    newcomers: defaultdict[str, list[float]] = defaultdict(list)
    shown: Counter[str] = Counter()
    n_new = 0
    for each in rankings:
        sought = members[each.project_id] - {each.given}
        first, hits = list(each.ranked)[:10], [name in sought for name in each.ranked]
        best = sum(1 / log2(rank + 2) for rank in range(min(10, len(sought))))
        by_project[each.project_id].append(
            {
                "recall_at_5": sum(hits[:5]) / len(sought),
                "recall_at_10": sum(hits[:10]) / len(sought),
                "mean_reciprocal_rank": 1 / (hits.index(True) + 1),
                "ndcg_at_10": sum(1 / log2(rank + 2) for rank, hit in enumerate(hits[:10]) if hit) / best,
            }
        )
        new = {name for name in sought if past[name] == 1}
        if new:
            newcomers[each.project_id].append(len(new & set(first)) / len(new))
        shown.update(first)
        met = {name for project in split.history if each.given in project.members for name in project.members}
        n_new += len(set(first) - met)
    figures = {
        name: mean(mean(question[name] for question in questions) for questions in by_project.values())
        for name in ("recall_at_5", "recall_at_10", "mean_reciprocal_rank", "ndcg_at_10")
    }
    counts = [shown[name] for name in names]
    gaps = mean(abs(one - other) for one in counts for other in counts)
    return {
        **figures,
        "newcomers": mean(map(mean, newcomers.values())),
        "coverage_at_10": len(shown) / len(names),
        "exposure_gini": gaps / (2 * mean(counts)),
        "new_ties": n_new / shown.total(),
    }


def test_rankings_recompute_to_the_same_figures(found: PartnerEvaluation) -> None:
    """Anybody who has the rankings and the files finds the figures that are told."""
    told = found.figures[Ranker.KUMPPANI]
    assert told.newcomers is not None

    recomputed = recompute(found.rankings, WORLD)

    spans = (told.recall_at_5, told.recall_at_10, told.mean_reciprocal_rank, told.ndcg_at_10, told.newcomers)
    shares = (told.coverage_at_10, told.exposure_gini, told.new_ties)
    assert list(recomputed.values()) == pytest.approx([*(span.value for span in spans), *shares])
    assert all(span.low <= span.value <= span.high for span in spans)
    assert told.recall_at_10.low < told.recall_at_10.value < told.recall_at_10.high


def test_the_blend_is_compared_with_every_baseline(found: PartnerEvaluation) -> None:
    """Differences are those of the figures, paired; it beats chance for certain, and p-values are Holm's."""
    own = found.figures[Ranker.KUMPPANI].ndcg_at_10.value

    assert {*found.differences, Ranker.KUMPPANI} == set(Ranker)
    for ranker, difference in found.differences.items():
        assert difference.value == pytest.approx(own - found.figures[ranker].ndcg_at_10.value)
        assert difference.low <= difference.value <= difference.high
    assert found.differences[Ranker.RANDOM].p_value == pytest.approx(8 / 10_001, abs=0.002)
    assert found.differences[Ranker.RANDOM].low > 0


def test_the_same_input_gives_the_same_output(found: PartnerEvaluation) -> None:
    """Figures, intervals, comparisons and rankings repeat, and the order of the history does not matter."""
    again = evaluate(WORLD)
    reordered = evaluate(replace(WORLD, history=WORLD.history[::-1]))

    for other in (again, reordered):
        assert (other.figures, other.differences, other.weights) == (found.figures, found.differences, found.weights)
        assert other.rankings == found.rankings


def test_renamed_organisations_are_ranked_alike(found: PartnerEvaluation) -> None:
    """Under names in another order the product finds as much; only equal scores may fall otherwise."""

    def rename(project: PastProject) -> PastProject:
        return replace(project, members=tuple(f"uusi{999 - int(member[3:]):03}" for member in project.members))

    renamed = evaluate(Split(tuple(map(rename, WORLD.history)), tuple(map(rename, WORLD.test))))

    for name in ("recall_at_10", "ndcg_at_10"):
        own, other = (getattr(each.figures[Ranker.KUMPPANI], name).value for each in (found, renamed))
        assert other == pytest.approx(own, abs=1e-6), name


def test_the_blend_is_learned_from_the_history_where_there_is_enough(found: PartnerEvaluation) -> None:
    """Eighty projects teach weights; fewer than the fewest leave the shipped ones."""
    few = evaluate(replace(WORLD, history=WORLD.history[: FEWEST_PROJECTS - 1]))

    assert FEWEST_PROJECTS <= found.n_learned_from <= len(WORLD.history)
    assert dict(found.weights) != dict(DEFAULT_HISTORY_WEIGHTS)
    assert (few.n_learned_from, dict(few.weights)) == (0, dict(DEFAULT_HISTORY_WEIGHTS))


def test_folds_are_measured_together() -> None:
    """Every project is measured on the others once, and counts are summed over folds."""
    projects = (*WORLD.history, *WORLD.test)
    splits = split_in_folds(projects, 3, random_state=0)

    evaluation = evaluate(*splits)

    assert (evaluation.n_folds, evaluation.n_history) == (3, 2 * len(projects))
    assert evaluation.n_organisations == sum(
        len({member for project in split.history for member in project.members}) for split in splits
    )
    measured = [each.project_id for each in evaluation.rankings]
    assert len(set(measured)) == evaluation.n_projects > len(WORLD.test)


def test_what_was_left_out_is_told() -> None:
    """Sisters that the split left out are counted over all splits."""
    assert evaluate(replace(WORLD, n_left_out=2), replace(WORLD, n_left_out=3)).n_left_out == 5


@pytest.mark.parametrize(
    "split",
    [
        Split((), ()),
        Split(WORLD.history, ()),
        Split((), WORLD.test),
        Split(WORLD.history, (make_past("new", WORLD.history[0].members[0], "Tuntematon", text="Bussi"),)),
        Split((make_past("p1"), make_past("p2")), WORLD.test),
    ],
)
def test_nothing_to_measure_is_said(split: Split) -> None:
    """Without a test project that has two known members there are no figures."""
    with pytest.raises(NothingToMeasureError):
        evaluate(split)


def test_progress_is_reported_for_texts_encoded_once() -> None:
    """The same text in history and test, or twice, is one text to encode."""
    reports: list[tuple[int, int]] = []
    past = (make_past("p1", "a", "b", title="Bussi"), make_past("p2", "a", title="Bussi"))

    evaluate_partners(
        [Split(past, (make_past("new", "a", "b", title="Bussi"),))],
        encoder=FakeEncoder(),
        background=BACKGROUND,
        report=lambda n_done, n_all: reports.append((n_done, n_all)),
    )

    assert reports == [(4, 4)]
