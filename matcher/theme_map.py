"""Draws the theme map: themes found by meaning, a name for each, and a place for every idea."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from matcher.clustering import Labels, cluster_profiles
from matcher.directions import find_directions
from matcher.mapped_ideas import MappedIdeas
from matcher.projection import Positions, measure_trustworthiness, place_new, project_ideas
from matcher.search_index import SearchIndex
from matcher.theme_edits import obey_edits, read_theme_of
from matcher.theme_groups import group_themes
from matcher.theme_words import Words
from matcher.themes import Belonging, find_belonging, find_centres, find_predecessors, make_themes, put_alone_last
from models.idea import IdeaId
from models.theme import Placement, ThemeId, ThemeMap
from models.theme_edit import ThemeEdit, list_new_ids

RANDOM_STATE: Final = 2019
"""The seed of every map; the year of the workshop, and as good as any other."""
PLACED_SHARE: Final = 0.1
"""Of the ideas at most this share may be placed into a map before it is drawn anew; taste: a tenth changes no theme."""


def draw_theme_map(
    index: SearchIndex,
    *,
    words: Words,
    previous: ThemeMap | None = None,
    edits: Sequence[ThemeEdit] = (),
    random_state: int = RANDOM_STATE,
) -> ThemeMap:
    """Return the theme map of all ideas, drawn anew; every idea is in one theme.

    Parameters
    ----------
    index : all ideas, with profiles
    words : what themes are named from
    previous : the map before, from which themes go on; they keep their ids and colours, their names while the words
        hold, and the map its directions
    edits : what the organiser changed, by id
    random_state : seed

    Notes
    -----
    The order of the ideas does not matter. The same ideas, edits, seed and previous map give the same map.
    """
    ideas = MappedIdeas.read(index)
    before = None if previous is None else previous.unedited
    last_id = max((0 if before is None else before.last_theme_id, *list_new_ids(edits)))
    if not ideas.ideas:
        return ThemeMap(themes=(), placements=(), trustworthiness=1.0, last_theme_id=last_id)
    drawn = _draw(ideas, words=words, previous=before, last_id=last_id, random_state=random_state)
    return _finish(drawn, edits, ideas=ideas, words=words, previous=previous)


def extend_theme_map(
    index: SearchIndex,
    *,
    words: Words,
    previous: ThemeMap,
    changed: Collection[IdeaId],
    edits: Sequence[ThemeEdit] = (),
) -> ThemeMap | None:
    """Return the previous map with what came, changed or went since; None where that is so much that it must be drawn.

    A new or changed idea joins the theme whose centre is nearest and lies beside those most like it; no other idea
    moves and no theme is renamed, save by an edit.

    Parameters
    ----------
    index : all ideas, with profiles
    words : what themes of other ideas are named from
    previous : a map drawn with the same model
    changed : ideas of the map whose content is another now
    edits : what the organiser changed, by id

    Returns
    -------
    None where a theme would be left without ideas, or more than `PLACED_SHARE` of all ideas were placed since the map
    was drawn

    References
    ----------
    Our own choice, see docs/adr/one-new-idea-moves-no-other.md.
    """
    ideas = MappedIdeas.read(index)
    shown, previous = previous, previous.unedited
    idea_ids, profiles = ideas.ids, ideas.profiles
    current = set(idea_ids)
    still_there = [each for each in previous.placements if each.idea_id in current]
    kept = {each.idea_id: each.theme_id for each in still_there if each.idea_id not in changed}
    n_gone = len(previous.placements) - len(still_there)
    n_placed = previous.n_placed + len(idea_ids) - len(kept) + n_gone
    theme_ids = [theme.id for theme in previous.themes]
    is_hollow = set(theme_ids) != set(kept.values())
    if not idea_ids or is_hollow or n_placed > PLACED_SHARE * len(idea_ids):
        return None
    places = {theme_id: place for place, theme_id in enumerate(theme_ids)}
    is_kept = np.array([idea_id in kept for idea_id in idea_ids])
    own = np.array([places[kept[each]] for each in idea_ids if each in kept], dtype=np.intp)
    labels: Labels = np.empty(len(idea_ids), dtype=np.intp)
    labels[is_kept] = own
    labels[~is_kept] = (profiles[~is_kept] @ find_centres(profiles[is_kept], own).T).argmax(axis=1)
    points = find_directions(profiles, nearest=ideas.nearest)
    belonging = find_belonging(profiles, nearest=ideas.nearest, points=points, labels=labels)
    before = {idea_id: place for idea_id, place in _list_positions(previous).items() if idea_id in kept}
    positions = place_new(profiles, idea_ids=idea_ids, previous=before)
    fits = dict(zip(idea_ids, belonging.fits.tolist(), strict=True))
    themes = []
    for place, theme in enumerate(previous.themes):
        members = [idea_ids[row] for row in np.flatnonzero(labels == place)]
        ordered = tuple(sorted(members, key=lambda idea_id: (-fits[idea_id], idea_id)))
        shown_ids = tuple(each for each in theme.representative_ids if each in members)
        themes.append(replace(theme, idea_ids=ordered, representative_ids=shown_ids or ordered[:1]))
    extended = ThemeMap(
        themes=tuple(themes),
        placements=_place(idea_ids, [theme_ids[label] for label in labels], belonging, positions),
        trustworthiness=measure_trustworthiness(profiles, positions),
        last_theme_id=max((previous.last_theme_id, *list_new_ids(edits))),
        n_placed=n_placed,
    )
    return _finish(extended, edits, ideas=ideas, words=words, previous=shown)


def _finish(
    drawn: ThemeMap, edits: Sequence[ThemeEdit], *, ideas: MappedIdeas, words: Words, previous: ThemeMap | None
) -> ThemeMap:
    """Return a drawn map with its themes as the edits have them, and in groups where there are many."""
    edited = put_alone_last(obey_edits(drawn, edits, ideas=ideas, words=words))
    before = () if previous is None else previous.groups
    return replace(edited, groups=group_themes(edited, ideas=ideas, words=words, previous=before))


def _draw(ideas: MappedIdeas, *, words: Words, previous: ThemeMap | None, last_id: int, random_state: int) -> ThemeMap:
    """Return the map of ideas without edits."""
    idea_ids, profiles = ideas.ids, ideas.profiles
    clustering = cluster_profiles(
        profiles,
        nearest=ideas.nearest,
        languages=ideas.languages,
        previous=_read_labels(idea_ids, previous),
        random_state=random_state,
    )
    belonging = find_belonging(profiles, nearest=ideas.nearest, points=clustering.points, labels=clustering.labels)
    predecessors = find_predecessors(idea_ids, clustering.labels, previous)
    clusters = range(len(clustering.stability))
    had = [predecessors[each].keywords if each in predecessors else None for each in clusters]
    themes = make_themes(
        idea_ids,
        clustering,
        fits=belonging.fits,
        names=words.name_clusters(ideas, clustering.labels, previous=had),
        predecessors=predecessors,
        last_id=last_id,
    )
    theme_of = {idea_id: theme.id for theme in themes for idea_id in theme.idea_ids}
    positions = project_ideas(
        profiles, idea_ids=idea_ids, previous=_list_positions(previous), random_state=random_state
    )
    return ThemeMap(
        themes=themes,
        placements=_place(idea_ids, [theme_of[each] for each in idea_ids], belonging, positions),
        trustworthiness=measure_trustworthiness(profiles, positions),
        last_theme_id=max(last_id, *(theme.id for theme in themes)),
    )


def _read_labels(idea_ids: Sequence[IdeaId], previous: ThemeMap | None) -> Labels | None:
    """Return the number of the theme each idea was in, -1 where it was in none; None where there is no map before."""
    if previous is None:
        return None
    places = {theme.id: place for place, theme in enumerate(previous.themes)}
    theme_of = read_theme_of(previous)
    labels: Labels = np.array([places[theme_of[each]] if each in theme_of else -1 for each in idea_ids], dtype=np.intp)
    return labels


def _list_positions(theme_map: ThemeMap | None) -> dict[IdeaId, tuple[float, float]]:
    """Return where each idea lies on a map."""
    return {} if theme_map is None else {each.idea_id: (each.x, each.y) for each in theme_map.placements}


def _place(
    idea_ids: Sequence[IdeaId], theme_ids: Sequence[ThemeId], belonging: Belonging, positions: Positions
) -> tuple[Placement, ...]:
    """Return the placements of ideas in the order given."""
    return tuple(
        Placement(
            idea_id=idea_id,
            theme_id=theme_id,
            x=x,
            y=y,
            fit=fit,
            is_alone=is_alone,
            nearest_id=idea_ids[nearest] if nearest >= 0 else None,
        )
        for idea_id, theme_id, (x, y), fit, is_alone, nearest in zip(
            idea_ids,
            theme_ids,
            positions.tolist(),
            belonging.fits.tolist(),
            belonging.is_alone.tolist(),
            belonging.nearest.tolist(),
            strict=True,
        )
    )
