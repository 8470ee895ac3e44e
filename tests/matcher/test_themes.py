"""Themes from clusters: ids, colours, representatives, and how ideas belong."""

from dataclasses import replace

import numpy as np

from matcher.calibration import normalise_rows
from matcher.clustering import Clustering
from matcher.nearest_ideas import find_nearest_ideas
from matcher.themes import find_belonging, find_centres, find_likest, find_predecessors, make_themes, put_alone_last
from models.idea import IdeaId
from models.language import ENGLISH, FINNISH, SWEDISH
from models.theme import N_COLORS, Keyword, ThemeMap
from tests.factories_themes import make_placement, make_theme

IDS = [IdeaId(number) for number in (10, 11, 12, 13, 14)]
FITS = np.array([0.5, 0.9, 0.7, 0.8, 0.9], dtype=np.float32)


def _cluster(*labels: int) -> Clustering:
    """Return a clustering with these labels."""
    return Clustering(
        points=np.eye(len(labels)),
        labels=np.array(labels, dtype=np.intp),
        stability=np.linspace(1, 0.5, max(labels) + 1),
    )


def _name(*words: str) -> list[dict[str, tuple[Keyword, ...]]]:
    """Return names, one word a cluster."""
    return [dict.fromkeys((FINNISH, SWEDISH, ENGLISH), (Keyword(word, FINNISH),)) for word in words]


def _draw(*labels: int, previous: ThemeMap | None = None) -> ThemeMap:
    """Return a map with the themes of these labels."""
    names = _name(*(f"sana{label}" for label in range(max(labels) + 1)))
    clustering = _cluster(*labels)
    themes = make_themes(
        IDS,
        clustering,
        fits=FITS,
        names=names,  # type: ignore[arg-type]
        predecessors=find_predecessors(IDS, clustering.labels, previous),
        last_id=0 if previous is None else previous.last_theme_id,
    )
    last_id = max(theme.id for theme in themes)
    return ThemeMap(themes=themes, placements=(), trustworthiness=1.0, last_theme_id=last_id)


def test_ideas_are_ordered_by_how_well_they_fit() -> None:
    """The nearest to the centre come first, equal ones by id, and two of them represent the theme."""
    (first, second) = _draw(0, 0, 1, 1, 0).themes

    assert first.idea_ids == (11, 14, 10)
    assert first.representative_ids == (11, 14)
    assert second.idea_ids == (13, 12)
    assert (first.stability, second.stability) == (1.0, 0.5)


def test_ids_and_colours_are_counted_from_the_first() -> None:
    """The first map numbers its themes from 1 and gives each a colour of its own."""
    themes = _draw(0, 1, 2, 0, 1).themes

    assert [theme.id for theme in themes] == [1, 2, 3]
    assert len({theme.color for theme in themes}) == 3
    assert all(0 <= theme.color < N_COLORS for theme in themes)


def test_a_theme_that_comes_back_keeps_id_and_colour() -> None:
    """Where clusters are only numbered otherwise, ids and colours stay with the ideas."""
    before = _draw(0, 0, 1, 1, 0)

    after = _draw(1, 1, 0, 0, 1, previous=before)

    assert {theme.idea_ids: (theme.id, theme.color) for theme in after.themes} == {
        theme.idea_ids: (theme.id, theme.color) for theme in before.themes
    }


def test_an_id_is_never_used_again() -> None:
    """A new theme gets an id beyond all that ever were, also those of themes that are gone, and the rarest colour."""
    before = replace(_draw(0, 0, 0, 0, 0), last_theme_id=7)

    after = _draw(0, 0, 0, 1, 1, previous=before)

    assert [theme.id for theme in after.themes] == [1, 8]
    assert after.themes[0].color != after.themes[1].color


def test_belonging_tells_who_is_alone() -> None:
    """Two ideas in one direction are near each other; one at right angles to all is alone, with its nearest named."""
    profiles = normalise_rows(np.array([[1, 0, 0], [1, 0.1, 0], [0, 0.2, 1]], dtype=np.float32))

    found = find_belonging(
        profiles,
        nearest=find_nearest_ideas(profiles),
        points=profiles.astype(np.float64),
        labels=np.array([0, 0, 0]),
    )

    assert found.is_alone.tolist() == [False, False, True]
    assert found.nearest.tolist() == [1, 0, 1]
    assert found.fits[0] > found.fits[2]


def test_what_stands_alone_is_last_and_represents_no_theme() -> None:
    """The next in order stands in for it; a theme of nothing else still shows one."""
    placements = tuple(make_placement(idea_id=IdeaId(each), is_alone=each in {1, 6}) for each in (1, 2, 3, 6))
    theme_map = ThemeMap(
        themes=(make_theme(1, [2, 1, 3]), make_theme(2, [6])), placements=placements, trustworthiness=1
    )

    first, second = put_alone_last(theme_map).themes

    assert (first.idea_ids, first.representative_ids) == ((2, 3, 1), (2, 3))
    assert (second.idea_ids, second.representative_ids) == ((6,), (6,))


def test_a_single_idea_is_alone() -> None:
    """Without another there is no nearest one."""
    profiles = np.ones((1, 1), dtype=np.float32)

    found = find_belonging(
        profiles,
        nearest=find_nearest_ideas(profiles),
        points=np.zeros((1, 1)),
        labels=np.zeros(1, dtype=np.intp),
    )

    assert (found.is_alone.tolist(), found.nearest.tolist(), found.fits.tolist()) == ([True], [-1], [1.0])


def test_centres_are_means_of_unit_length() -> None:
    """The centre of opposite sides of an angle halves it."""
    centres = find_centres(np.eye(2, dtype=np.float32), np.array([0, 0]))

    assert np.allclose(centres, [[np.sqrt(0.5), np.sqrt(0.5)]])


def test_the_likest_is_never_the_idea_itself() -> None:
    """Of points at right angles the greatest cosine with another is 0."""
    assert find_likest(np.eye(3)).tolist() == [0.0, 0.0, 0.0]
