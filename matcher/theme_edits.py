"""Gives a drawn map the themes that the organiser's edits ask for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from matcher.clustering import Labels
from matcher.mapped_ideas import MappedIdeas
from matcher.theme_arrangement import Arrangement, arrange_ideas
from matcher.theme_names import Names
from matcher.theme_words import Words
from matcher.themes import N_REPRESENTATIVES, measure_fits
from models.idea import IdeaId
from models.theme import Edited, Theme, ThemeId, ThemeMap
from models.theme_edit import ThemeEdit

_ORDER: Final = tuple(Edited)


def obey_edits(drawn: ThemeMap, edits: Sequence[ThemeEdit], *, ideas: MappedIdeas, words: Words) -> ThemeMap:
    """Return the map with its themes as the edits say; the drawn map itself where none applies.

    It depends on nothing but the drawn map, the edits and the ideas: an edit that is undone leaves no trace. A theme of
    the same ideas stays as it was drawn; one of other ideas keeps its keywords while they hold, or where another was
    merged into it, and its stability is not known.

    Parameters
    ----------
    drawn : the map without edits
    edits : by id, also those that were undone
    ideas : those of the map
    words : what themes of other ideas are named from

    References
    ----------
    Our own choice, see docs/adr/what-the-organiser-edits-lies-over-the-drawn-map.md.
    """
    arrangement = arrange_ideas(read_theme_of(drawn), edits)
    if arrangement.is_as_drawn:
        return drawn
    idea_ids = ideas.ids
    theme_ids = sorted(set(arrangement.theme_of.values()))
    places = {theme_id: place for place, theme_id in enumerate(theme_ids)}
    labels = np.array([places[arrangement.theme_of[idea_id]] for idea_id in idea_ids], dtype=np.intp)
    fits = dict(zip(idea_ids, measure_fits(ideas.profiles, labels).tolist(), strict=True))
    members: dict[ThemeId, list[IdeaId]] = {theme_id: [] for theme_id in theme_ids}
    for idea_id in sorted(idea_ids, key=lambda each: (-fits[each], each)):
        members[arrangement.theme_of[idea_id]].append(idea_id)
    before = {theme.id: theme for theme in drawn.themes}
    as_drawn = {each for each in theme_ids if each in before and set(before[each].idea_ids) == set(members[each])}
    keywords = _choose_keywords(arrangement, theme_ids, labels, before=before, ideas=ideas, words=words, kept=as_drawn)
    themes = tuple(
        replace(
            before[theme_id] if theme_id in as_drawn else _make_theme(arrangement, theme_id, members[theme_id], before),
            keywords=keywords[theme_id],
            names=arrangement.names.get(theme_id, {}),
            edited=tuple(each for each in _ORDER if each in arrangement.edited.get(theme_id, ())),
        )
        for theme_id in theme_ids
    )
    placements = tuple(
        replace(each, theme_id=arrangement.theme_of[each.idea_id], fit=fits[each.idea_id]) for each in drawn.placements
    )
    return replace(drawn, themes=themes, placements=placements, drawn=drawn)


def read_theme_of(theme_map: ThemeMap) -> dict[IdeaId, ThemeId]:
    """Return the theme of each idea of a map."""
    return {placement.idea_id: placement.theme_id for placement in theme_map.placements}


def _make_theme(
    arrangement: Arrangement, theme_id: ThemeId, idea_ids: Sequence[IdeaId], before: dict[ThemeId, Theme]
) -> Theme:
    """Return a theme of other ideas than were drawn, still without keywords."""
    source = next(each[theme_id] for each in (before, arrangement.locks, arrangement.splits) if theme_id in each)
    return Theme(
        id=theme_id,
        keywords={},
        idea_ids=tuple(idea_ids),
        representative_ids=tuple(idea_ids[:N_REPRESENTATIVES]),
        stability=None,
        color=source.color,
    )


def _choose_keywords(
    arrangement: Arrangement,
    theme_ids: Sequence[ThemeId],
    labels: Labels,
    *,
    before: dict[ThemeId, Theme],
    ideas: MappedIdeas,
    words: Words,
    kept: set[ThemeId],
) -> dict[ThemeId, Names]:
    """Return the keywords of each theme: those a lock holds, those it was drawn with, or chosen anew.

    Those it was drawn with stay where its ideas are the same, and where another theme was merged into it: whoever
    merges says which of the two it is.
    """
    drawn = kept | (arrangement.joined & before.keys() & set(theme_ids))
    chosen: dict[ThemeId, Names] = {theme_id: before[theme_id].keywords for theme_id in drawn}
    chosen.update({theme_id: lock.keywords for theme_id, lock in arrangement.locks.items()})
    if not chosen.keys() >= set(theme_ids):
        previous = [before[each].keywords if each in before else None for each in theme_ids]
        chosen = dict(zip(theme_ids, words.name_clusters(ideas, labels, previous=previous), strict=True)) | chosen
    return chosen
