"""Finds the themes of ideas: clusters with ids that last, colours, and the ideas that show best what each is about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.closeness import compare_others
from matcher.clustering import Clustering, Labels, match_clusters
from matcher.directions import N_DIRECTIONS, Points, keep_first
from matcher.nearest_ideas import NearestIdeas
from models.embeddings import Vectors
from models.idea import IdeaId
from models.language import LanguageCode
from models.theme import N_COLORS, Keyword, Theme, ThemeId, ThemeMap

NEAR_ENOUGH: Final = 0.7
"""Similarity with the nearest other, in the first twenty telling directions, below which an idea stands alone.

Read off the planted truth, see docs/method.md; of 2,307 real titles 175 are below.
"""
N_REPRESENTATIVES: Final = 2

Names = Sequence[Mapping[LanguageCode, tuple[Keyword, ...]]]
"""For each cluster the keywords in every language of the pages."""


@dataclass(frozen=True, slots=True, eq=False)
class Belonging:
    """How each idea belongs; arrays of shape (n_ideas,).

    `fits` in [-1, 1] are similarities with the centre of the own cluster, `nearest` rows of the idea most like each,
    -1 where there is no other, and `is_alone` tells which are like no other.
    """

    fits: NDArray[np.float32]
    nearest: NDArray[np.intp]
    is_alone: NDArray[np.bool_]


def find_belonging(profiles: Vectors, *, nearest: NearestIdeas, points: Points, labels: Labels) -> Belonging:
    """Return how each idea belongs to its cluster and to its neighbours.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length, calibrated
    nearest : of the same
    points : the ideas in the directions that tell themes apart, shape (n_ideas, n_directions), unit length
    labels : cluster of each idea, shape (n_ideas,), from 0
    """
    fits = measure_fits(profiles, labels)
    if not nearest.rows.size:
        return Belonging(fits, np.full(len(profiles), -1, dtype=np.intp), np.ones(len(profiles), dtype=np.bool_))
    return Belonging(fits, nearest.rows[:, 0], find_likest(keep_first(points, N_DIRECTIONS)) < NEAR_ENOUGH)


def measure_fits(profiles: Vectors, labels: Labels) -> NDArray[np.float32]:
    """Return the similarity of each idea with the centre of its cluster, shape (n_ideas,), in [-1, 1]."""
    fits: NDArray[np.float32] = np.clip(np.einsum("id,id->i", profiles, find_centres(profiles, labels)[labels]), -1, 1)
    return fits


def find_centres(profiles: Vectors, labels: Labels) -> Vectors:
    """Return the centre of each cluster: the mean of its profiles, of unit length; shape (n_clusters, n_dims)."""
    sums = np.zeros((int(labels.max(initial=-1)) + 1, profiles.shape[1]), dtype=np.float32)
    np.add.at(sums, labels, profiles)
    centres: Vectors = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), np.float32(1e-9))
    return centres


def find_likest(points: Points) -> NDArray[np.float64]:
    """Return the greatest cosine of each point with another, shape (n_ideas,); there are two points at least."""
    likest = np.empty(len(points))
    for rows, similarity in compare_others(points):
        likest[rows] = similarity.max(axis=1)
    return likest


def find_predecessors(idea_ids: Sequence[IdeaId], labels: Labels, previous: ThemeMap | None) -> dict[int, Theme]:
    """Return the theme that each cluster goes on, for those that do: the pairing that keeps most ideas where they were.

    Parameters
    ----------
    idea_ids : one a row
    labels : cluster of each row, from 0
    previous : the map before
    """
    before = () if previous is None else previous.themes
    members: list[set[int]] = [set() for _ in range(int(labels.max(initial=-1)) + 1)]
    for idea_id, label in zip(idea_ids, labels.tolist(), strict=True):
        members[label].add(idea_id)
    kept = match_clusters([frozenset(theme.idea_ids) for theme in before], [frozenset(each) for each in members])
    return {cluster: before[position] for cluster, position in kept.items()}


def make_themes(
    idea_ids: Sequence[IdeaId],
    clustering: Clustering,
    *,
    fits: NDArray[np.float32],
    names: Names,
    predecessors: Mapping[int, Theme],
    last_id: int,
) -> tuple[Theme, ...]:
    """Return the themes by id; one that goes on with a theme of the map before keeps its id and its colour.

    Parameters
    ----------
    idea_ids : one a row
    clustering : of the same rows
    fits : similarity of each idea with the centre of its cluster
    names : keywords of each cluster
    predecessors : the theme that a cluster goes on
    last_id : the highest id that any theme ever had
    """
    labels = clustering.labels
    colors = Counter(dict.fromkeys(range(N_COLORS), 0))
    colors.update(theme.color for theme in predecessors.values())
    themes = []
    for cluster, keywords in enumerate(names):
        if cluster in predecessors:
            own_id, color = predecessors[cluster].id, predecessors[cluster].color
        else:
            last_id += 1
            own_id = ThemeId(last_id)
            color = choose_color(colors)
            colors[color] += 1
        rows = sorted(np.flatnonzero(labels == cluster).tolist(), key=lambda row: (-fits[row], idea_ids[row]))
        ordered = tuple(idea_ids[row] for row in rows)
        themes.append(
            Theme(
                id=own_id,
                keywords=keywords,
                idea_ids=ordered,
                representative_ids=ordered[:N_REPRESENTATIVES],
                stability=float(clustering.stability[cluster]),
                color=color,
            )
        )
    return tuple(sorted(themes, key=lambda theme: theme.id))


def put_alone_last(theme_map: ThemeMap) -> ThemeMap:
    """Return a map whose themes have the ideas that stand alone last, and are represented by none of them.

    Only where all ideas of a theme stand alone do they stand for it; what other ideas represent it stays.
    """
    alone = {each.idea_id for each in theme_map.placements if each.is_alone}
    themes = []
    for theme in theme_map.themes:
        ordered = sorted(theme.idea_ids, key=lambda idea_id: idea_id in alone)
        typical = [each for each in (*theme.representative_ids, *ordered) if each not in alone] or ordered
        shown = tuple(dict.fromkeys(typical))[: len(theme.representative_ids)]
        themes.append(replace(theme, idea_ids=tuple(ordered), representative_ids=shown))
    return replace(theme_map, themes=tuple(themes))


def choose_color(taken: Mapping[int, int]) -> int:
    """Return the colour that fewest themes have, the first of equal ones; `taken` counts the themes of each.

    Examples
    --------
    >>> choose_color({0: 2, 1: 1}), choose_color(dict.fromkeys(range(N_COLORS), 1))
    (2, 0)
    """
    return min(range(N_COLORS), key=lambda color: (taken.get(color, 0), color))
