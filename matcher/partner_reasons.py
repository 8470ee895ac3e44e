"""Why an organisation is suggested: each part of its points with what it rests on, so that anybody can check it."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from matcher.closeness import measure_closeness
from matcher.inquiry import Inquiry, InquiryText
from matcher.lemmas import split_words
from matcher.partner_index import PartnerIndex
from matcher.partner_points import PartnerPoints
from matcher.partner_signals import share_projects
from matcher.search_index import SearchIndex
from models.embeddings import Vectors
from models.organisation import OrganisationId
from models.suggestion import (
    ComplementEvidence,
    DistanceEvidence,
    Evidence,
    IdeaEvidence,
    LanguageEvidence,
    NameEvidence,
    Part,
    PartName,
    ProjectEvidence,
    SizeEvidence,
)

_N_PROJECTS: Final = 3
"""Most projects named behind a part; taste: the first one carries most of it."""
_TELLING_WORDS: Final = 3
"""Fewest words of a sentence quoted beside theirs, but for the title; taste: *ei sairaaloille* says nothing there."""


def explain_points(
    index: PartnerIndex, search_index: SearchIndex, *, inquiry: Inquiry, points: PartnerPoints, column: int
) -> tuple[Part, ...]:
    """Return the parts of one candidate's points in the order of `PartName`, those of 0 points left out.

    Parameters
    ----------
    index, search_index, inquiry : those that the points were computed from
    points : of all candidates
    column : whose

    Returns
    -------
    the start, then every other part with at least one piece of evidence
    """
    evidence: dict[PartName, Sequence[Evidence]] = {PartName.START: ()}
    amounts = dict(zip(PartName, points.parts[:, column].tolist(), strict=True))
    if amounts[PartName.TEXT]:
        evidence[PartName.TEXT] = _explain_text(index, search_index, inquiry=inquiry, points=points, column=column)
    if amounts[PartName.NAMED]:
        is_refused = column in points.named.refused
        sentence = (points.named.refused if is_refused else points.named.wanted)[column]
        evidence[PartName.NAMED] = (NameEvidence(own_sentence=sentence, is_refused=is_refused),)
    if amounts[PartName.COMPLEMENT]:
        evidence[PartName.COMPLEMENT] = (_explain_complement(search_index, inquiry, points=points, column=column),)
    if amounts[PartName.WALK]:
        evidence[PartName.WALK] = _explain_walk(index, inquiry=inquiry, points=points, column=column)
    if amounts[PartName.TIES]:
        evidence[PartName.TIES] = _explain_ties(index, inquiry=inquiry, points=points, column=column)
    if amounts[PartName.DISTANCE]:
        evidence[PartName.DISTANCE] = (_explain_distance(index, points=points, column=column),)
    if amounts[PartName.SIZE]:
        evidence[PartName.SIZE] = (_explain_size(index, points=points, column=column),)
    if amounts[PartName.LANGUAGE] and inquiry.text is not None and inquiry.text.language is not None:
        evidence[PartName.LANGUAGE] = (LanguageEvidence(language=inquiry.text.language),)
    return tuple(Part(name, amounts[name], tuple(found)) for name, found in evidence.items())


def _explain_text(
    index: PartnerIndex, search_index: SearchIndex, *, inquiry: Inquiry, points: PartnerPoints, column: int
) -> tuple[Evidence, ...]:
    """Return the closest idea of a candidate with the sentences that match, or its closest past project."""
    text = inquiry.text
    assert text is not None  # noqa: S101 - a part for the text has one behind it
    row = int(points.idea_rows[column])
    if row < 0:
        return (_show_project(index, inquiry, points=points, row=int(index.text_rows[points.text_rows[column]])),)
    passage, begin = search_index.passages[row], search_index.bounds[row]
    assert search_index.profiles is not None  # noqa: S101 - something was found to be close by them
    assert search_index.crowding is not None  # noqa: S101 - made together with the profiles
    assert search_index.sentence_vectors is not None  # noqa: S101
    own, theirs, similarity = _match_sentences(text, search_index.sentence_vectors[begin : begin + passage.n_main])
    closeness = measure_closeness(
        search_index.profiles[row] @ text.profile, crowding=search_index.crowding[row], own_crowding=text.crowding
    )
    return (
        IdeaEvidence(
            idea_id=search_index.ideas[row].id,
            own_sentence=text.passage.sentences[own],
            their_sentence=passage.sentences[theirs],
            closeness=float(np.clip(closeness, -2, 2)),
            relevance=None if text.relevance is None else float(text.relevance[row]),
            similarity=similarity,
        ),
    )


def _explain_walk(
    index: PartnerIndex, *, inquiry: Inquiry, points: PartnerPoints, column: int
) -> tuple[ProjectEvidence, ...]:
    """Return the past projects that lead to a candidate, the one that adds most first."""
    rows = list_shared_projects(index, inquiry, column)
    shares = share_projects(index.history.membership, points.project_weights)
    rows.sort(key=lambda row: -float(shares[row]) * _weigh_start(index, inquiry, row))
    return tuple(_show_project(index, inquiry, points=points, row=row) for row in rows[:_N_PROJECTS])


def _explain_ties(
    index: PartnerIndex, *, inquiry: Inquiry, points: PartnerPoints, column: int
) -> tuple[ProjectEvidence, ...]:
    """Return the past projects that a candidate shares with those that ask, the newest first."""
    rows = list_shared_projects(index, inquiry, column)
    rows.sort(key=lambda row: -np.nan_to_num(index.history.years[row]))
    return tuple(_show_project(index, inquiry, points=points, row=row) for row in rows[:_N_PROJECTS])


def _explain_distance(index: PartnerIndex, *, points: PartnerPoints, column: int) -> DistanceEvidence:
    """Return how far a candidate is from the nearest of those that ask."""
    return DistanceEvidence(
        from_id=index.candidate_ids[int(points.nearest_asking[column])],
        distance_km=float(points.distances_km[column]),
        is_neighbour=bool(points.is_neighbour[column]),
        is_same_region=bool(points.is_same_region[column]),
    )


def _explain_complement(
    search_index: SearchIndex, inquiry: Inquiry, *, points: PartnerPoints, column: int
) -> ComplementEvidence:
    """Return the need and the offer that answer each other, with the idea of the candidate that one of them is from."""
    found = points.complements[column]
    is_their_offer = found.need_row == inquiry.row
    return ComplementEvidence(
        idea_id=search_index.ideas[found.offer_row if is_their_offer else found.need_row].id,
        need=found.need,
        offer=found.offer,
        is_their_offer=is_their_offer,
    )


def _explain_size(index: PartnerIndex, *, points: PartnerPoints, column: int) -> SizeEvidence:
    """Return how many inhabitants a candidate has, and the asking one nearest to it in size."""
    asking = int(points.alike_asking[column])
    return SizeEvidence(
        with_id=index.candidate_ids[asking],
        their_population=int(index.populations[column]),
        population=int(index.populations[asking]),
    )


def list_shared_projects(index: PartnerIndex, inquiry: Inquiry, column: int) -> list[int]:
    """Return the rows of the past projects in which a candidate was with somebody who asks, in order."""
    return [
        row
        for row in range(len(index.history.project_ids))
        if column in (members := _list_columns(index, row)) and any(one in inquiry.start for one in members - {column})
    ]


def _list_columns(index: PartnerIndex, row: int) -> set[int]:
    """Return the columns of a past project's members."""
    membership = index.history.membership
    return set(membership.indices[membership.indptr[row] : membership.indptr[row + 1]].tolist())


def _weigh_start(index: PartnerIndex, inquiry: Inquiry, row: int) -> float:
    """Return how much of those that ask was in a past project."""
    return sum(inquiry.start[column] for column in _list_columns(index, row) if column in inquiry.start)


def _show_project(index: PartnerIndex, inquiry: Inquiry, *, points: PartnerPoints, row: int) -> ProjectEvidence:
    """Return a past project as evidence, with those that ask who were in it and the sentences that match."""
    with_ids: tuple[OrganisationId, ...] = tuple(
        index.candidate_ids[column] for column in sorted(_list_columns(index, row)) if column in inquiry.start
    )
    own_sentence = their_sentence = ""
    if row in index.text_rows and inquiry.text is not None and index.project_texts is not None:
        place = int(np.searchsorted(index.text_rows, row))
        own, theirs, _ = _match_sentences(inquiry.text, index.project_texts.list_main_vectors(place))
        own_sentence = inquiry.text.passage.sentences[own]
        their_sentence = index.project_texts.passages[place].sentences[theirs]
    return ProjectEvidence(
        project_id=index.history.project_ids[row],
        similarity=float(np.clip(points.project_similarity[row], -1, 1)),
        with_ids=with_ids,
        own_sentence=own_sentence,
        their_sentence=their_sentence,
    )


def _match_sentences(text: InquiryText, their_vectors: Vectors) -> tuple[int, int, float]:
    """Return the places of the sentences of two texts that match, and how similar they are, in [-1, 1].

    Theirs is the one that is most like the whole of what is asked about, for it is the one that brings the two closest;
    and beside it stands the one asked about that is most like that sentence, be it the title or of three words or more.
    """
    theirs = int((their_vectors @ text.profile).argmax())
    likeness = text.main_vectors @ their_vectors[theirs]
    sentences = text.passage.sentences[: len(likeness)]
    says_little = [place > 0 and len(split_words(each)) < _TELLING_WORDS for place, each in enumerate(sentences)]
    own = int(np.where(says_little, -np.inf, likeness).argmax())
    return own, theirs, float(np.clip(likeness[own], -1, 1))
