"""Draws the theme map: themes found by meaning, a name for each, and a place for every idea."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from matcher.catalogue import Catalogue
from matcher.clustering import Labels, cluster_profiles
from matcher.directions import find_directions
from matcher.lemmas import lemmatise, split_words
from matcher.pipeline import NO_BACKGROUND, Background
from matcher.projection import Positions, measure_trustworthiness, place_new, project_ideas
from matcher.search_index import SearchIndex
from matcher.theme_names import name_themes
from matcher.themes import Belonging, find_belonging, find_centres, make_themes
from models.embeddings import Vectors
from models.idea import IdeaId
from models.theme import Placement, ThemeId, ThemeMap
from models.vocabulary import NO_VOCABULARY, Vocabulary

RANDOM_STATE: Final = 2019
"""The seed of every map; the year of the workshop, and as good as any other."""
PLACED_SHARE: Final = 0.1
"""Of the ideas at most this share may be placed into a map before it is drawn anew; taste: a tenth changes no theme."""
_TITLE_WEIGHT: Final = 2
"""How often the words of a title count for the name of a theme; taste: a title says what an idea is about."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What themes are named from: the vocabulary, the background that tells common words, and names of places."""

    vocabulary: Vocabulary = NO_VOCABULARY
    background: Background = field(default_factory=lambda: NO_BACKGROUND)
    place_names: Collection[str] = ()


def draw_theme_map(
    index: SearchIndex,
    *,
    words: Words,
    previous: ThemeMap | None = None,
    random_state: int = RANDOM_STATE,
) -> ThemeMap:
    """Return the theme map of all ideas, drawn anew; every idea is in one theme.

    Parameters
    ----------
    index : all ideas, with profiles
    words : what themes are named from
    previous : the map before; themes that come back keep their ids and colours, and the map its directions
    random_state : seed

    Notes
    -----
    The order of the ideas does not matter. The same ideas, seed and previous map give the same map.
    """
    rows, idea_ids, profiles = _read_rows(index)
    if not idea_ids:
        return ThemeMap(themes=(), placements=(), trustworthiness=1.0, last_theme_id=_find_last_id(previous))
    languages = [index.ideas[row].language for row in rows]
    clustering = cluster_profiles(profiles, languages=languages, random_state=random_state)
    belonging = find_belonging(profiles, points=clustering.points, labels=clustering.labels)
    names = name_themes(
        [_list_lemmas(index, row) for row in rows],
        languages,
        clustering.labels,
        vocabulary=words.vocabulary,
        background=[[lemmatise(text, language) for text in texts] for language, texts in words.background.items()],
        place_names=words.place_names,
    )
    themes = make_themes(idea_ids, clustering, fits=belonging.fits, names=names, previous=previous)
    theme_of = {idea_id: theme.id for theme in themes for idea_id in theme.idea_ids}
    positions = project_ideas(
        profiles, idea_ids=idea_ids, previous=_list_positions(previous), random_state=random_state
    )
    return ThemeMap(
        themes=themes,
        placements=_place(idea_ids, [theme_of[each] for each in idea_ids], belonging, positions),
        trustworthiness=measure_trustworthiness(profiles, positions),
        last_theme_id=max(_find_last_id(previous), *(theme.id for theme in themes)),
    )


def extend_theme_map(index: SearchIndex, *, previous: ThemeMap, changed: Collection[IdeaId]) -> ThemeMap | None:
    """Return the previous map with what came, changed or went since; None where that is so much that it must be drawn.

    A new or changed idea joins the theme whose centre is nearest and lies beside those most like it; no other idea
    moves and no theme is renamed.

    Parameters
    ----------
    index : all ideas, with profiles
    previous : a map drawn with the same model
    changed : ideas of the map whose content is another now

    Returns
    -------
    None where a theme would be left without ideas, or more than `PLACED_SHARE` of all ideas were placed since the map
    was drawn

    References
    ----------
    Our own choice, see docs/adr/one-new-idea-moves-no-other.md.
    """
    rows, idea_ids, profiles = _read_rows(index)
    current = set(idea_ids)
    still_there = [each for each in previous.placements if each.idea_id in current]
    kept = {each.idea_id: each.theme_id for each in still_there if each.idea_id not in changed}
    n_gone = len(previous.placements) - len(still_there)
    n_placed = previous.n_placed + len(idea_ids) - len(kept) + n_gone
    theme_ids = [theme.id for theme in previous.themes]
    is_hollow = set(theme_ids) != set(kept.values())
    if not rows or is_hollow or n_placed > PLACED_SHARE * len(idea_ids):
        return None
    places = {theme_id: place for place, theme_id in enumerate(theme_ids)}
    is_kept = np.array([idea_id in kept for idea_id in idea_ids])
    own = np.array([places[kept[each]] for each in idea_ids if each in kept], dtype=np.intp)
    labels: Labels = np.empty(len(idea_ids), dtype=np.intp)
    labels[is_kept] = own
    labels[~is_kept] = (profiles[~is_kept] @ find_centres(profiles[is_kept], own).T).argmax(axis=1)
    belonging = find_belonging(profiles, points=find_directions(profiles), labels=labels)
    before = {idea_id: place for idea_id, place in _list_positions(previous).items() if idea_id in kept}
    positions = place_new(profiles, idea_ids=idea_ids, previous=before)
    fits = dict(zip(idea_ids, belonging.fits.tolist(), strict=True))
    themes = []
    for place, theme in enumerate(previous.themes):
        members = [idea_ids[row] for row in np.flatnonzero(labels == place)]
        ordered = tuple(sorted(members, key=lambda idea_id: (-fits[idea_id], idea_id)))
        shown = tuple(each for each in theme.representative_ids if each in members)
        themes.append(replace(theme, idea_ids=ordered, representative_ids=shown or ordered[:1]))
    return ThemeMap(
        themes=tuple(themes),
        placements=_place(idea_ids, [theme_ids[label] for label in labels], belonging, positions),
        trustworthiness=measure_trustworthiness(profiles, positions),
        last_theme_id=previous.last_theme_id,
        n_placed=n_placed,
    )


def list_place_names(catalogue: Catalogue) -> frozenset[str]:
    """Return the words of all names and spellings of organisations and regions, in lower case."""
    names = [
        *(name for each in catalogue.organisations.values() for name in (each.name.fi, each.name.sv, each.name.en)),
        *(name for each in catalogue.regions.values() for name in (each.name.fi, each.name.sv, each.name.en)),
        *(alias.spelling for alias in catalogue.aliases if not alias.common_word),
    ]
    return frozenset(word.casefold() for name in names for word in split_words(name))


def _read_rows(index: SearchIndex) -> tuple[list[int], list[IdeaId], Vectors]:
    """Return the rows of an index in the order of the ideas' ids, the ids and the profiles in that order."""
    rows = sorted(range(len(index.ideas)), key=lambda row: index.ideas[row].id)
    assert index.plain_profiles is not None  # noqa: S101 - maps are drawn once meanings are known
    return rows, [index.ideas[row].id for row in rows], index.plain_profiles[rows]


def _list_lemmas(index: SearchIndex, row: int) -> list[str]:
    """Return the lemmas of an idea's text and, counting more, of its title; needs and offers are much alike in all."""
    idea = index.ideas[row]
    title, text = (lemmatise(each, idea.language) for each in (idea.title, idea.text))
    return [*title * _TITLE_WEIGHT, *text]


def _list_positions(theme_map: ThemeMap | None) -> dict[IdeaId, tuple[float, float]]:
    """Return where each idea lies on a map."""
    return {} if theme_map is None else {each.idea_id: (each.x, each.y) for each in theme_map.placements}


def _find_last_id(theme_map: ThemeMap | None) -> int:
    """Return the highest id that any theme ever had, 0 for none."""
    return 0 if theme_map is None else theme_map.last_theme_id


def _place(
    idea_ids: Sequence[IdeaId], theme_ids: Sequence[ThemeId], belonging: Belonging, positions: Positions
) -> tuple[Placement, ...]:
    """Return the placements of ideas in the order given."""
    return tuple(
        Placement(
            idea_id=idea_id,
            theme_id=theme_ids[row],
            x=float(positions[row, 0]),
            y=float(positions[row, 1]),
            fit=float(belonging.fits[row]),
            is_alone=bool(belonging.is_alone[row]),
            nearest_id=idea_ids[belonging.nearest[row]] if belonging.nearest[row] >= 0 else None,
        )
        for row, idea_id in enumerate(idea_ids)
    )
