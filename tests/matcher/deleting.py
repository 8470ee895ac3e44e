"""Takes evidence away and looks where a suggestion would stand then: what the deletion tests do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matcher.bootstrap import estimate_mean
from matcher.calibration import find_kind, normalise_rows
from matcher.closeness import average_nearest
from matcher.concept_vectors import add_concepts
from matcher.inquiry import ask_for_idea
from matcher.partner_index import PartnerIndex
from matcher.partner_points import DEFAULT_WEIGHTS, weigh_partners
from matcher.partner_standing import Standing
from matcher.passage import read_passage
from matcher.ports import Encoder
from matcher.search_index import SearchIndex
from matcher.snapshot_keeper import SnapshotKeeper
from models.embeddings import Vectors
from models.evaluation import Figure
from models.idea import IdeaDraft
from models.suggestion import Evidence, IdeaEvidence, PartName, PartnerSuggestion


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence shown as a reason: for which idea, whom it speaks for, and which sentence of which other idea it is.

    `row` and `their_row` are rows of the search index, `column` is that of the candidate, `place` that of the sentence.
    """

    row: int
    column: int
    their_row: int
    place: int


def list_suggestions(keeper: SnapshotKeeper, *, n_suggestions: int) -> Iterator[tuple[int, PartnerSuggestion]]:
    """Give the first suggestions for every idea, with the row of the idea in the search index."""
    for row, idea in enumerate(keeper.current.index.ideas):
        for suggestion in keeper.partners_of_idea(idea.id, n_suggestions=n_suggestions):
            yield row, suggestion


def find_evidence(suggestion: PartnerSuggestion, name: PartName) -> Sequence[Evidence]:
    """Return what a part rests on, nothing where the suggestion has no such part."""
    return next((part.evidence for part in suggestion.parts if part.name is name), ())


def list_citations(keeper: SnapshotKeeper, *, n_suggestions: int) -> list[Citation]:
    """Return the sentences of other ideas that are shown with the first suggestions for every idea."""
    index, partner_index = keeper.current.index, read_partner_index(keeper)
    rows = {idea.id: row for row, idea in enumerate(index.ideas)}
    found = []
    for row, suggestion in list_suggestions(keeper, n_suggestions=n_suggestions):
        for evidence in find_evidence(suggestion, PartName.TEXT):
            if isinstance(evidence, IdeaEvidence):
                their_row = rows[evidence.idea_id]
                place = index.passages[their_row].sentences.index(evidence.their_sentence)
                found.append(Citation(row, partner_index.columns[suggestion.organisation_id], their_row, place))
    return found


def read_partner_index(keeper: SnapshotKeeper) -> PartnerIndex:
    """Return what suggestions read, which is there once ideas are matched."""
    partner_index = keeper.current.partner_index
    assert partner_index is not None
    return partner_index


def weigh(search_index: SearchIndex, partner_index: PartnerIndex, *, row: int, column: int) -> tuple[int, float]:
    """Return where a candidate stands for an idea, and its points."""
    inquiry = ask_for_idea(partner_index, search_index, row)
    points = weigh_partners(partner_index, search_index, inquiry=inquiry, weights=DEFAULT_WEIGHTS)
    return Standing(points.totals[None]).find_rank(column), float(points.totals[column])


def remove_sentence(index: SearchIndex, row: int, place: int) -> SearchIndex:
    """Return the index with one main sentence of an idea gone, from the vectors of its sentences.

    The vector of the whole text is taken to lose the n-th part of the sentence's, n being their number, and the idea
    names what its other sentences name; measured against texts encoded anew, docs/method.md.
    """
    assert index.vectors is not None
    rest, sentences = _list_rest(index, row, place)
    without = normalise_rows(index.vectors[[row]] - sentences[[place]] / np.float32(len(sentences)))
    return _put_profile(index, row, normalise_rows(without + rest), place=place)


def encode_without(index: SearchIndex, row: int, place: int, *, encoder: Encoder) -> SearchIndex:
    """Return the index with one main sentence of an idea gone, its text encoded anew without it."""
    assert index.calibrator is not None
    passage = index.passages[row]
    text = passage.text.replace(passage.sentences[place], "", 1).strip()
    vector = index.calibrator.calibrate(encoder.encode([text]), [find_kind(text, passage.language)])
    return _put_profile(index, row, normalise_rows(vector + _list_rest(index, row, place)[0]), place=place)


def compare_removals(cited: Sequence[float], other: Sequence[float], rows: Sequence[int]) -> Figure:
    """Return by how much more the removal of what is cited does, paired, with its interval over ideas."""
    differences = np.array(cited, dtype=np.float64) - np.array(other, dtype=np.float64)
    return estimate_mean(np.array([differences[np.array(rows) == row].mean() for row in sorted(set(rows))]))


def _list_rest(index: SearchIndex, row: int, place: int) -> tuple[Vectors, Vectors]:
    """Return the mean of the other main sentences, shape (1, n_dims), of unit length, and all main sentences."""
    assert index.sentence_vectors is not None
    begin = index.bounds[row]
    sentences = index.sentence_vectors[begin : begin + index.passages[row].n_main]
    return normalise_rows(sentences.sum(axis=0, keepdims=True) - sentences[[place]]), sentences


def _put_profile(index: SearchIndex, row: int, plain_profile: Vectors, *, place: int) -> SearchIndex:
    """Return the index with another profile of one idea, turned towards what it names without one sentence."""
    assert index.profiles is not None
    assert index.crowding is not None
    assert index.concepts is not None
    passage = index.passages[row]
    title, *others = (each for at, each in enumerate(passage.sentences[: passage.n_main]) if at != place)
    rest = read_passage(IdeaDraft(title=title, text="\n".join(others), language=passage.language), index.lemmatiser)
    profile = add_concepts(plain_profile, index.concepts.sum_up([rest]))
    similarity = profile @ index.profiles.T
    similarity[0, row] = -np.inf
    profiles, crowding = index.profiles.copy(), index.crowding.copy()
    profiles[row] = profile[0]
    crowding[row] = average_nearest(similarity, n_others=len(profiles) - 1)[0]
    return replace(index, profiles=profiles, crowding=crowding)
