"""How many points each organisation has as a partner: the signals, weighed and added up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.closeness import measure_closeness
from matcher.complements import Complement
from matcher.inquiry import Inquiry
from matcher.named_places import NamedPlaces
from matcher.partner_index import PartnerIndex
from matcher.partner_signals import (
    Signal,
    count_ties,
    find_nearest_text,
    measure_distances,
    measure_language,
    measure_nearness,
    measure_size_likeness,
    walk_through_projects,
    weigh_projects,
)
from matcher.search_index import SearchIndex
from models.suggestion import PartName


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerWeights:
    """What turns signals into points, all in log-odds; see `weigh_partners`."""

    start: float
    text: float
    text_floor: float
    relevance: float
    named: float
    complement: float
    walk: float
    temperature: float
    ties: float
    distance: float
    distance_scale_km: float
    size: float
    language: float


DEFAULT_WEIGHTS: Final = PartnerWeights(
    start=-3.0,
    text=60.0,
    text_floor=-0.2,
    relevance=0.3,
    named=3.0,
    complement=0.8,
    walk=1.0,
    temperature=8.0,
    ties=0.3,
    distance=0.4,
    distance_scale_km=100.0,
    size=0.2,
    language=0.2,
)
"""Set by hand; reasons and figures in docs/adr/partners-are-a-sum-of-named-parts.md and docs/method.md.

start: without a reason nobody is a likely partner (score 0.05; taste). text and its floor: a third of all pairs of
ideas are nearer than the floor, but only with a closeness of 0.02, which one pair in 130 has, does text alone reach a
score of one half; measured on the planted ideas. relevance: what a search finds for sure is as good as a closeness of
0.1; measured on labelled queries. named: what Danish projects teach (`matcher/partner_blend.py`).
complement: more than distance can give, and the most that loses no planted twin. walk and temperature: measured on
Danish projects, where any temperature from 4 to 14 is as good. ties: breaks a tie, for the walk counts the same
projects. distance: less than any good reason, measured on the planted ideas; 100 km is about the size of a region
(taste). size and language: half of distance (taste), measured to bury neither small municipalities nor newcomers.
"""


PROJECT_SHARE: Final = 0.7
"""What a past project on the matter counts as evidence beside a lead's own idea; taste: it may be over."""
_TIE_MIN: Final = 1e-9
"""What is less is left over by rounding where an organisation leads back to itself, and no tie."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PartnerPoints:
    """The points of every candidate, and what they rest on.

    `parts` (n_parts, n_candidates) in the order of `PartName`; `totals` (n_candidates,) their sums, −inf where
    excluded.
    `idea_rows` and `text_rows` (n_candidates,) are the closest idea and project text of each, −1 where the other of the
    two, or nothing, is behind its part. `idea_nearness` (n_candidates,) is what the closest idea of each exceeds the
    floor by, and `project_nearness` (n_texts,) what each project text does. `project_similarity` (n_projects,) and
    `project_weights` are those of the walk.
    `distances_km` (n_candidates,) are to `nearest_asking`, NaN where not known. `named` has the sentence that
    names or refuses a candidate, for each that is, `complements` the need and offer behind a part. `alike_asking`
    (n_candidates,) is the asking one nearest in size, −1 where none is; `has_needs_or_offers` tells whether the idea
    asked for has any.
    """

    parts: NDArray[np.float64]
    totals: Signal
    idea_rows: NDArray[np.intp]
    text_rows: NDArray[np.intp]
    idea_nearness: Signal
    project_nearness: Signal
    project_similarity: NDArray[np.float32]
    project_weights: Signal
    distances_km: Signal
    nearest_asking: NDArray[np.intp]
    is_neighbour: NDArray[np.bool_]
    is_same_region: NDArray[np.bool_]
    named: NamedPlaces
    complements: Mapping[int, Complement]
    alike_asking: NDArray[np.intp]
    has_needs_or_offers: bool


def weigh_partners(
    index: PartnerIndex, search_index: SearchIndex, *, inquiry: Inquiry, weights: PartnerWeights
) -> PartnerPoints:
    """Return the points of every candidate.

    points(c) = start + w_text · max_i(share_i · max(0, closeness(i) − floor, w_relevance · relevance(i)))²
    + w_named · ([the text names c] − [it refuses c]) + w_complement · max_j share_j + w_walk · log(1 + walk(c))
    + w_ties · log(1 + ties(c)) + w_distance · nearness(c) + w_size · size(c) + w_language · language(c),
    with the signals of `matcher/partner_signals.py`.
    A short typed text is also read as a search, with the relevance of each idea it finds; elsewhere that is 0.
    Here i runs over the ideas and past projects of c, and j over its ideas whose needs or offers complement those of
    the idea asked for; share is 1 for the lead of an idea and less for others.
    Ties count shared projects, each once, and the walk weighs each by exp(t · its similarity with the text).

    Parameters
    ----------
    index, search_index : of the same catalogue
    inquiry : for whom and for what; without a text the first term is 0 and all past projects count alike

    References
    ----------
    Our own choice, see docs/adr/partners-are-a-sum-of-named-parts.md.
    """
    n_candidates = len(index.candidate_ids)
    parts = np.zeros((len(PartName), n_candidates))
    row_of = {name: row for row, name in enumerate(PartName)}
    parts[row_of[PartName.START]] = weights.start
    text = _compare_text(index, search_index, inquiry, weights)
    parts[row_of[PartName.TEXT]] = weights.text * np.maximum(text.by_idea, text.by_project) ** 2
    named = NamedPlaces() if inquiry.text is None else index.find_named(inquiry.text.naming)
    parts[row_of[PartName.NAMED], list(named.wanted)] = weights.named
    parts[row_of[PartName.NAMED], list(named.refused)] = -weights.named
    complements = _find_complements(index, inquiry)
    for column, (share, _) in complements.items():
        parts[row_of[PartName.COMPLEMENT], column] = weights.complement * share
    history, start = index.history, np.zeros(n_candidates)
    for column, share in inquiry.start.items():
        start[column] = share
    similarity = np.zeros(len(history.project_ids), dtype=np.float32)
    if inquiry.text is not None and index.project_texts is not None:
        similarity[index.text_rows] = index.project_texts.profiles @ inquiry.text.profile
    project_weights = weigh_projects(similarity, weights.temperature)
    walk = np.maximum(walk_through_projects(start, history.membership, project_weights), 0)
    ties = np.maximum(count_ties(start, history.membership), 0)
    is_tied = ties > _TIE_MIN
    parts[row_of[PartName.WALK]] = weights.walk * np.log1p(walk) * is_tied
    parts[row_of[PartName.TIES]] = weights.ties * np.log1p(ties) * is_tied
    distances_km, nearest_asking, is_neighbour, is_same_region = _find_nearest_asking(index, inquiry)
    nearness = measure_nearness(
        distances_km, is_neighbour=is_neighbour, is_same_region=is_same_region, scale_km=weights.distance_scale_km
    )
    parts[row_of[PartName.DISTANCE]] = weights.distance * nearness
    size, alike_asking = _find_alike_asking(index, inquiry)
    parts[row_of[PartName.SIZE]] = weights.size * size
    if inquiry.text is not None and inquiry.text.language is not None:
        language = inquiry.text.language
        has_language = np.array([language in each for each in index.official_languages], dtype=np.bool_)
        is_known = np.array([bool(each) for each in index.official_languages], dtype=np.bool_)
        parts[row_of[PartName.LANGUAGE]] = weights.language * measure_language(has_language, is_known)
    totals = parts.sum(axis=0)
    totals[sorted(inquiry.excluded)] = -np.inf
    return PartnerPoints(
        parts=parts,
        totals=totals,
        idea_rows=text.idea_rows,
        text_rows=text.text_rows,
        idea_nearness=text.by_idea,
        project_nearness=text.nearness,
        project_similarity=similarity,
        project_weights=project_weights,
        distances_km=distances_km,
        nearest_asking=nearest_asking,
        is_neighbour=is_neighbour,
        is_same_region=is_same_region,
        named=named,
        complements={column: complement for column, (_, complement) in complements.items()},
        alike_asking=alike_asking,
        has_needs_or_offers=inquiry.row is not None
        and bool(search_index.ideas[inquiry.row].needs or search_index.ideas[inquiry.row].offers),
    )


def _find_complements(index: PartnerIndex, inquiry: Inquiry) -> dict[int, tuple[float, Complement]]:
    """Return the candidates that an idea could give something to or take from, with how much theirs that is, and what.

    Of several the one that is most theirs, of equals the closest.
    """
    found: dict[int, tuple[float, Complement]] = {}
    for each in () if inquiry.row is None else index.complements.get(inquiry.row, ()):
        other = each.offer_row if each.need_row == inquiry.row else each.need_row
        begin, end = index.proposals.indptr[other : other + 2]
        shares = zip(index.proposals.indices[begin:end], index.proposals.data[begin:end], strict=True)
        for column, share in shares:
            if share > found.get(column, (0.0, each))[0]:
                found[int(column)] = float(share), each
    return found


def _find_alike_asking(index: PartnerIndex, inquiry: Inquiry) -> tuple[Signal, NDArray[np.intp]]:
    """Return how alike in size each candidate is to the asking one nearest to it in size, and which that is."""
    size, alike = np.zeros(len(index.candidate_ids)), np.full(len(index.candidate_ids), -1, dtype=np.intp)
    for column in inquiry.asking:
        likeness = measure_size_likeness(index.populations, float(index.populations[column]))
        alike[likeness > size] = column
        size = np.maximum(size, likeness)
    return size, alike


class _ComparedText(NamedTuple):
    """How much ideas and projects exceed the floor of closeness.

    `by_idea` and `by_project` (n_candidates,) are the best of each candidate, `idea_rows` and `text_rows` which they
    are, −1 for the lesser; of the same value the idea is named. `nearness` (n_texts,) is that of each project.
    """

    by_idea: Signal
    by_project: Signal
    idea_rows: NDArray[np.intp]
    text_rows: NDArray[np.intp]
    nearness: Signal


def _compare_text(
    index: PartnerIndex, search_index: SearchIndex, inquiry: Inquiry, weights: PartnerWeights
) -> _ComparedText:
    """Return how much each candidate's best idea or project exceeds the floor of closeness, or answers a search."""
    floor = weights.text_floor
    nothing = np.zeros(len(index.candidate_ids)), np.full(len(index.candidate_ids), -1, dtype=np.intp)
    nearness = np.zeros(len(index.text_rows))
    text = inquiry.text
    if text is None or search_index.profiles is None or search_index.crowding is None:
        return _ComparedText(nothing[0], nothing[0], nothing[1], nothing[1], nearness)
    closeness = measure_closeness(
        search_index.profiles @ text.profile, crowding=search_index.crowding, own_crowding=text.crowding
    )
    is_other = np.arange(len(search_index.ideas)) != (-1 if inquiry.row is None else inquiry.row)
    near = np.maximum(closeness - floor, 0 if text.relevance is None else weights.relevance * text.relevance)
    by_idea, idea_rows = find_nearest_text(near * is_other, index.proposals)
    by_project, text_rows = nothing
    if index.project_texts is not None:
        projects = index.project_texts
        closeness = measure_closeness(
            projects.profiles @ text.profile, crowding=projects.crowding, own_crowding=text.crowding
        )
        nearness = np.maximum(closeness - floor, 0)
        membership = index.history.membership[index.text_rows] * PROJECT_SHARE
        by_project, text_rows = find_nearest_text(nearness, membership)
    is_idea = by_idea >= by_project
    rows = np.where(is_idea, idea_rows, -1), np.where(is_idea, -1, text_rows)
    return _ComparedText(by_idea, by_project, *rows, nearness)


def _find_nearest_asking(
    index: PartnerIndex, inquiry: Inquiry
) -> tuple[Signal, NDArray[np.intp], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return how far each candidate is from the nearest asking one, which that is, and whether they share anything."""
    n_candidates = len(index.candidate_ids)
    columns = np.array(inquiry.asking, dtype=np.intp)
    if not len(columns):
        nothing = np.zeros(n_candidates, dtype=np.bool_)
        return np.full(n_candidates, np.nan), np.full(n_candidates, -1, dtype=np.intp), nothing, nothing
    distances = np.stack([measure_distances(index.places, index.places[column]) for column in columns])
    best = np.where(np.isnan(distances), np.inf, distances).argmin(axis=0)
    nearest = columns[best]
    every = np.arange(n_candidates)
    is_neighbour = np.asarray(index.borders[columns].toarray()[best, every], dtype=np.bool_)
    regions = index.region_ids
    is_same_region = (regions[nearest] == regions) & (regions != "")
    return distances[best, every], nearest, is_neighbour, is_same_region
