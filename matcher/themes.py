"""Finds the themes of ideas: clusters with ids that last, colours, and the ideas that show best what each is about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.closeness import compare_others
from matcher.clustering import Clustering, Labels, match_clusters
from matcher.directions import N_DIRECTIONS, Points, keep_first
from matcher.neighbours import find_nearest
from models.embeddings import Vectors
from models.idea import IdeaId
from models.language import LanguageCode
from models.theme import N_COLORS, Keyword, Theme, ThemeId, ThemeMap

NEAR_ENOUGH: Final = 0.7
"""Similarity with the nearest other, in the first twenty telling directions, below which an idea stands alone.

Read off the planted truth, see docs/method.md; of 2,307 real titles 175 are below.
"""
_N_REPRESENTATIVES: Final = 2

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


def find_belonging(profiles: Vectors, *, points: Points, labels: Labels) -> Belonging:
    """Return how each idea belongs to its cluster and to its neighbours.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), unit length, calibrated
    points : the ideas in the directions that tell themes apart, shape (n_ideas, n_directions), unit length
    labels : cluster of each idea, shape (n_ideas,), from 0
    """
    centres = find_centres(profiles, labels)
    fits = np.clip(np.einsum("id,id->i", profiles, centres[labels]), -1, 1)
    nearest, _ = find_nearest(profiles, n_nearest=1)
    if not nearest.size:
        return Belonging(fits, np.full(len(profiles), -1, dtype=np.intp), np.ones(len(profiles), dtype=np.bool_))
    return Belonging(fits, nearest[:, 0], find_likest(keep_first(points, N_DIRECTIONS)) < NEAR_ENOUGH)


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


def make_themes(
    idea_ids: Sequence[IdeaId],
    clustering: Clustering,
    *,
    fits: NDArray[np.float32],
    names: Names,
    previous: ThemeMap | None,
) -> tuple[Theme, ...]:
    """Return the themes by id; one that goes on with a theme of the previous map keeps its id and its colour.

    Parameters
    ----------
    idea_ids : one a row
    clustering : of the same rows
    fits : similarity of each idea with the centre of its cluster
    names : keywords of each cluster
    previous : the map before; the pairing of themes keeps as many ideas as possible where they were
    """
    labels = clustering.labels
    members = [
        frozenset(int(idea_ids[row]) for row in np.flatnonzero(labels == each).tolist()) for each in range(len(names))
    ]
    before = () if previous is None else previous.themes
    kept = match_clusters([frozenset(int(each) for each in theme.idea_ids) for theme in before], members)
    last_id = 0 if previous is None else previous.last_theme_id
    colors = Counter(dict.fromkeys(range(N_COLORS), 0))
    colors.update(before[position].color for position in kept.values())
    themes = []
    for cluster, keywords in enumerate(names):
        if cluster in kept:
            own_id, color = before[kept[cluster]].id, before[kept[cluster]].color
        else:
            last_id += 1
            own_id = ThemeId(last_id)
            color = min(colors, key=lambda each: (colors[each], each))
            colors[color] += 1
        rows = sorted(np.flatnonzero(labels == cluster).tolist(), key=lambda row: (-fits[row], idea_ids[row]))
        ordered = tuple(idea_ids[row] for row in rows)
        themes.append(
            Theme(
                id=own_id,
                keywords=keywords,
                idea_ids=ordered,
                representative_ids=ordered[:_N_REPRESENTATIVES],
                stability=float(clustering.stability[cluster]),
                color=color,
            )
        )
    return tuple(sorted(themes, key=lambda theme: theme.id))
