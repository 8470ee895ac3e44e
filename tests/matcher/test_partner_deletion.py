"""Whether reasons are the reasons: taking away what is cited must do more than taking away something else.

Figures and how they were measured: docs/method.md.
"""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from data.database import Database
from matcher.embedding import CachedEncoder
from matcher.encoders import SentenceEncoder
from matcher.partner_index import forget_projects
from matcher.ports import Encoder
from matcher.search_index import SearchIndex
from matcher.snapshot_keeper import SnapshotKeeper
from models.suggestion import PartName, ProjectEvidence
from tests.conftest import ROOT
from tests.matcher.deleting import (
    Citation,
    compare_removals,
    encode_without,
    find_evidence,
    list_citations,
    list_suggestions,
    read_partner_index,
    remove_sentence,
    weigh,
)

RANDOM_STATE = 2019
Remove = Callable[[SearchIndex, int, int], SearchIndex]


@pytest.fixture
def kept_encoder(sentence_encoder: SentenceEncoder) -> Iterator[Encoder]:
    """Give the real model, its vectors kept between runs with those of the illustrative ideas."""
    vectors = Database(f"sqlite:///{ROOT / 'var' / 'test-vectors.db'}")
    vectors.migrate()
    yield CachedEncoder(sentence_encoder, vectors)
    vectors.close()


def remove_each(
    keeper: SnapshotKeeper, citations: list[Citation], remove: Remove
) -> tuple[list[tuple[int, float]], list[tuple[int, float]]]:
    """Return ranks lost and points lost by removing the cited sentence, and by another of the same idea."""
    index, partner_index = keeper.current.index, read_partner_index(keeper)
    chance = np.random.default_rng(RANDOM_STATE)
    cited: list[tuple[int, float]] = []
    other: list[tuple[int, float]] = []
    for each in citations:
        rank, points = weigh(index, partner_index, row=each.row, column=each.column)
        places = [place for place in range(index.passages[each.their_row].n_main) if place != each.place]
        for lost, place in ((cited, each.place), (other, int(chance.choice(places)))):
            left = remove(index, each.their_row, place)
            rank_then, points_then = weigh(left, partner_index, row=each.row, column=each.column)
            lost.append((rank_then - rank, points - points_then))
    return cited, other


def test_without_the_sentence_cited_a_suggestion_falls_further(illustrative: SnapshotKeeper) -> None:
    """Over more than 200 suggestions it loses at least a place more than without another sentence of the same idea."""
    citations = list_citations(illustrative, n_suggestions=2)

    cited, other = remove_each(illustrative, citations, remove_sentence)

    assert len(citations) > 200
    difference = compare_removals([rank for rank, _ in cited], [rank for rank, _ in other], [c.row for c in citations])
    assert difference.value >= 1
    assert difference.low > 0


def test_it_does_where_texts_are_encoded_anew(illustrative: SnapshotKeeper, kept_encoder: Encoder) -> None:
    """What the vectors of sentences tell holds for the whole way from the text, on every twelfth suggestion."""
    citations = list_citations(illustrative, n_suggestions=2)[::12]

    cited, other = remove_each(
        illustrative, citations, lambda index, row, place: encode_without(index, row, place, encoder=kept_encoder)
    )

    assert len(citations) > 20
    lost, lost_otherwise = ([points for _, points in removed] for removed in (cited, other))
    assert compare_removals(lost, lost_otherwise, [c.row for c in citations]).low > 0


def test_without_the_project_cited_a_suggestion_falls_further(illustrative: SnapshotKeeper) -> None:
    """Whom past projects speak for loses more places without the first one cited than without any other project."""
    index, partner_index = illustrative.current.index, read_partner_index(illustrative)
    project_ids = partner_index.history.project_ids
    chance = np.random.default_rng(RANDOM_STATE)
    cited: list[int] = []
    other: list[int] = []
    rows: list[int] = []

    for row, suggestion in list_suggestions(illustrative, n_suggestions=10):
        walk = find_evidence(suggestion, PartName.WALK) or find_evidence(suggestion, PartName.TEXT)
        if not walk or not isinstance(walk[0], ProjectEvidence):
            continue
        place = project_ids.index(walk[0].project_id)
        another = int(chance.choice([each for each in range(len(project_ids)) if each != place]))
        column = partner_index.columns[suggestion.organisation_id]
        for lost, gone in ((cited, place), (other, another)):
            rank, _ = weigh(index, forget_projects(partner_index, [gone]), row=row, column=column)
            lost.append(rank - suggestion.rank)
        rows.append(row)

    assert len(rows) > 100
    difference = compare_removals(cited, other, rows)
    assert difference.value >= 10
    assert difference.low > 0


def test_without_the_need_and_the_offer_cited_a_suggestion_falls(illustrative: SnapshotKeeper) -> None:
    """Whom a need and an offer speak for stands lower without them in most cases, and nowhere higher."""
    found = [
        (suggestion.rank, part.rank_without)
        for _, suggestion in list_suggestions(illustrative, n_suggestions=10)
        for part in suggestion.parts
        if part.name is PartName.COMPLEMENT
    ]

    assert len(found) >= 8
    assert all(without is not None and without >= rank for rank, without in found)
    assert np.mean([without is not None and without > rank for rank, without in found]) > 0.5
