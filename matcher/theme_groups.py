"""Groups themes of kindred matters, where there are too many to be taken in side by side."""

from collections.abc import Sequence
from itertools import count
from math import isqrt
from typing import Final

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.metrics import silhouette_score

from matcher.clustering import Labels, match_clusters
from matcher.directions import find_directions
from matcher.mapped_ideas import MappedIdeas
from matcher.theme_words import Words
from matcher.themes import find_centres
from models.embeddings import Vectors
from models.theme import ThemeGroup, ThemeGroupId, ThemeMap

MOST_SIDE_BY_SIDE: Final = 40
"""So many themes stand side by side; more are grouped. Taste: forty cards are what one page of a list can hold."""
_FEWEST_GROUPS: Final = 4
_CHANGED_SHARE: Final = 0.1
"""Where more of the themes have come or gone they are grouped anew; taste, as for ideas that are placed into a map."""


def group_themes(
    theme_map: ThemeMap,
    *,
    ideas: MappedIdeas,
    words: Words,
    previous: Sequence[ThemeGroup] = (),
    n_most: int = MOST_SIDE_BY_SIDE,
) -> tuple[ThemeGroup, ...]:
    """Return the groups of the themes of a map by id, every theme in one; none for up to `n_most` themes.

    Groups are found by Ward's method over the centres of the themes, in the directions that tell themes apart. Their
    number is that of the best silhouette among 4, 5, … 1.5 √n for n themes. They are named as themes are.

    Parameters
    ----------
    theme_map : with its themes as they are shown
    ideas : those of the map
    words : what groups are named from
    previous : the groups before; they go on, with new themes in the nearest, while nine tenths of the themes do
    n_most : int > 0

    References
    ----------
    Ward (1963), https://doi.org/10.1080/01621459.1963.10500845. Rousseeuw (1987), Silhouettes,
    https://doi.org/10.1016/0377-0427(87)90125-7.
    """
    theme_ids = [theme.id for theme in theme_map.themes]
    if len(theme_ids) <= n_most:
        return ()
    group_of = {theme_id: group.id for group in previous for theme_id in group.theme_ids}
    if group_of.keys() == set(theme_ids):
        return tuple(previous)
    places = {theme_id: place for place, theme_id in enumerate(theme_ids)}
    themes = np.array([places[each.theme_id] for each in theme_map.placements], dtype=np.intp)
    points = find_directions(ideas.profiles, nearest=ideas.nearest)
    centres = find_centres(points.astype(np.float32), themes)
    if len(group_of.keys() ^ set(theme_ids)) > _CHANGED_SHARE * len(theme_ids):
        labels = cluster_centres(centres)
    else:
        labels = _join_nearest(centres, [group_of.get(theme_id) for theme_id in theme_ids])
    members = [[theme_ids[place] for place in np.flatnonzero(labels == each)] for each in range(labels.max() + 1)]
    matched = match_clusters([frozenset(group.theme_ids) for group in previous], [frozenset(own) for own in members])
    had = [previous[matched[each]] if each in matched else None for each in range(len(members))]
    names = words.name_clusters(ideas, labels[themes], previous=[each.keywords if each else None for each in had])
    new_ids = count(max((group.id for group in previous), default=0) + 1)
    groups = (
        ThemeGroup(
            id=ThemeGroupId(next(new_ids)) if before is None else before.id,
            keywords=keywords,
            theme_ids=tuple(own),
        )
        for before, keywords, own in zip(had, names, members, strict=True)
    )
    return tuple(sorted(groups, key=lambda group: group.id))


def cluster_centres(centres: Vectors) -> Labels:
    """Return the group of each theme by the centres of the themes, shape (n_themes,), from 0.

    Parameters
    ----------
    centres : shape (n_themes, n_directions), unit length; more than five themes

    Examples
    --------
    >>> places = np.repeat(np.eye(4, dtype=np.float32), 3, axis=0)
    >>> np.bincount(cluster_centres(places)).tolist()
    [3, 3, 3, 3]
    """
    most = max(_FEWEST_GROUPS, isqrt(9 * len(centres) // 4))
    tried = [AgglomerativeClustering(number).fit_predict(centres) for number in range(_FEWEST_GROUPS, most + 1)]
    best: Labels = max(tried, key=lambda labels: float(silhouette_score(centres, labels)))
    return best.astype(np.intp)


def _join_nearest(centres: Vectors, groups: Sequence[ThemeGroupId | None]) -> Labels:
    """Return the groups as they were, from 0; a theme that was in none joins the one whose centre is nearest."""
    known = np.array([place for place, group in enumerate(groups) if group is not None])
    new = np.array([place for place, group in enumerate(groups) if group is None], dtype=np.intp)
    labels: Labels = np.empty(len(groups), dtype=np.intp)
    labels[known] = np.unique([group for group in groups if group is not None], return_inverse=True)[1]
    labels[new] = (centres[new] @ find_centres(centres[known], labels[known]).T).argmax(axis=1)
    return labels
