"""Groups of themes: found where there are many, named, and kept while the themes are."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from matcher.mapped_ideas import MappedIdeas
from matcher.nearest_ideas import find_nearest_ideas
from matcher.theme_groups import MOST_SIDE_BY_SIDE, cluster_centres, group_themes
from matcher.theme_map import draw_theme_map, extend_theme_map
from matcher.theme_words import Words
from models.language import LANGUAGES
from models.theme import ThemeGroup, ThemeId, ThemeMap
from tests.factories_themes import make_placement, make_theme
from tests.matcher.indexing import make_ideas, make_index

MATTERS = ("koulukyytien", "ostolaskujen", "kirjaston", "vesimittarin")
PARTS = ("reitit", "robotti", "kokoelma")
WORDS = Words()


@pytest.fixture(scope="module")
def ideas() -> MappedIdeas:
    """Return two ideas on each of three parts of four matters."""
    titles = [f"{matter} {matter} {part} {way}" for matter, part in product(MATTERS, PARTS) for way in ("nyt", "heti")]
    return MappedIdeas.read(make_index(make_ideas(*titles)))


@pytest.fixture(scope="module")
def theme_map(ideas: MappedIdeas) -> ThemeMap:
    """Return the map in which every part is a theme of its two ideas."""
    return ThemeMap(
        themes=tuple(make_theme(place + 1, ideas.ids[2 * place : 2 * place + 2]) for place in range(12)),
        placements=tuple(
            make_placement(idea_id=idea_id, theme_id=ThemeId(place // 2 + 1)) for place, idea_id in enumerate(ideas.ids)
        ),
        trustworthiness=1.0,
    )


def _group(theme_map: ThemeMap, ideas: MappedIdeas, *previous: ThemeGroup) -> tuple[ThemeGroup, ...]:
    """Return the groups of more than ten themes."""
    return group_themes(theme_map, ideas=ideas, words=WORDS, previous=previous, n_most=10)


def _drop(theme_map: ThemeMap, ideas: MappedIdeas, *, n_themes: int) -> tuple[ThemeMap, MappedIdeas]:
    """Return a map without its last themes and their ideas."""
    n_ideas = 2 * (len(theme_map.themes) - n_themes)
    fewer = replace(theme_map, themes=theme_map.themes[: n_ideas // 2], placements=theme_map.placements[:n_ideas])
    return fewer, MappedIdeas(
        ideas.ideas[:n_ideas], ideas.profiles[:n_ideas], find_nearest_ideas(ideas.profiles[:n_ideas])
    )


def test_kindred_themes_are_grouped(theme_map: ThemeMap, ideas: MappedIdeas) -> None:
    """Twelve themes of four matters are four groups of three, each with a name in every language."""
    groups = _group(theme_map, ideas)

    assert sorted(group.theme_ids for group in groups) == [(1, 2, 3), (4, 5, 6), (7, 8, 9), (10, 11, 12)]
    assert [group.id for group in groups] == [1, 2, 3, 4]
    assert all(group.name_in(language) for group in groups for language in LANGUAGES)


@pytest.mark.parametrize(("n_most", "n_groups"), [(11, 4), (12, 0)])
def test_few_themes_stand_side_by_side(theme_map: ThemeMap, ideas: MappedIdeas, n_most: int, n_groups: int) -> None:
    """Groups begin with one theme more than can stand side by side."""
    assert len(group_themes(theme_map, ideas=ideas, words=WORDS, n_most=n_most)) == n_groups


def test_groups_stay_while_themes_do(theme_map: ThemeMap, ideas: MappedIdeas) -> None:
    """With the same themes they are the same, whatever would be found; the map tells the group of a theme."""
    given = (
        replace(_group(theme_map, ideas)[0], theme_ids=tuple(ThemeId(number) for number in range(1, 9))),
        replace(_group(theme_map, ideas)[1], theme_ids=tuple(ThemeId(number) for number in range(9, 13))),
    )

    assert _group(theme_map, ideas, *given) == given
    assert replace(theme_map, groups=given).find_group(ThemeId(9)) == given[1]
    assert theme_map.find_group(ThemeId(9)) is None


def test_a_new_theme_joins_the_nearest_group(theme_map: ThemeMap, ideas: MappedIdeas) -> None:
    """The groups before keep their ids and names, and take in what is most like them."""
    fewer, their_ideas = _drop(theme_map, ideas, n_themes=1)
    before = _group(fewer, their_ideas)

    after = _group(theme_map, ideas, *before)

    assert [(group.id, group.keywords) for group in after] == [(group.id, group.keywords) for group in before]
    assert next(group for group in after if 12 in group.theme_ids).theme_ids == (10, 11, 12)


def test_many_new_themes_are_grouped_anew(theme_map: ThemeMap, ideas: MappedIdeas) -> None:
    """Where more than a tenth are new the groups are found anew, and those that go on keep their ids."""
    given = (
        ThemeGroup(id=_group(theme_map, ideas)[2].id, keywords={}, theme_ids=(ThemeId(1), ThemeId(2), ThemeId(3))),
        replace(_group(theme_map, ideas)[3], theme_ids=(ThemeId(4),)),
    )

    after = _group(theme_map, ideas, *given)

    assert {group.theme_ids: group.id for group in after}[ThemeId(1), ThemeId(2), ThemeId(3)] == 3
    assert len({group.id for group in after}) == 4


def test_every_theme_is_in_one_group() -> None:
    """A hundred scattered themes are in groups of which none is empty, no more than one and a half times their root."""
    centres = np.random.default_rng(7).normal(size=(100, 20)).astype(np.float32)

    labels = cluster_centres(centres / np.linalg.norm(centres, axis=1, keepdims=True))

    assert set(labels.tolist()) == set(range(labels.max() + 1))
    assert 4 <= labels.max() + 1 <= 15


def test_a_map_of_few_themes_has_no_groups() -> None:
    """Below the limit nothing changes, whether a map is drawn or extended."""
    titles = [f"{matter} {part}" for matter, part in product(MATTERS, (*PARTS, "kartalle"))]
    drawn = draw_theme_map(make_index(make_ideas(*titles)), words=WORDS)

    extended = extend_theme_map(
        make_index(make_ideas(*titles, "kirjaston reitit")), words=WORDS, previous=drawn, changed=()
    )

    assert len(drawn.themes) <= MOST_SIDE_BY_SIDE
    assert extended is not None
    assert drawn.groups == extended.groups == ()
