"""The theme map: drawn as a whole, and extended without moving anybody."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from matcher.search_index import SearchIndex
from matcher.theme_map import draw_theme_map, extend_theme_map
from matcher.theme_words import Words, list_place_names
from models.idea import Idea, IdeaId
from models.language import LANGUAGES, SWEDISH
from models.localised_text import LocalisedText
from models.organisation import Alias, OrganisationId
from models.theme import ThemeMap
from tests.factories import make_catalogue, make_organisation
from tests.matcher.indexing import make_ideas, make_index

MATTERS = ("koulukyytien reitit", "ostolaskujen robotti", "kirjaston kokoelma", "vesimittarin lukema")
WAYS = ("yhteen", "kartalle", "kuntien kesken", "talvella", "uusiksi", "kerralla", "joka päivä", "heti", "huomenna")
TITLES = [f"{matter} {way}" for matter, way in product(MATTERS, WAYS)]
WORDS = Words()


@pytest.fixture(scope="module")
def ideas() -> list[Idea]:
    """Return ideas on four plain matters."""
    return make_ideas(*TITLES)


@pytest.fixture(scope="module")
def drawn(ideas: list[Idea]) -> ThemeMap:
    """Return the map of the ideas."""
    return draw_theme_map(make_index(ideas), words=WORDS)


def _index_with(ideas: list[Idea], *titles: str) -> SearchIndex:
    """Return the index of ideas and more of them."""
    more = make_ideas(*TITLES, *titles)[len(TITLES) :]
    return make_index([*ideas, *more])


def test_every_idea_is_in_one_theme_and_has_a_place(drawn: ThemeMap, ideas: list[Idea]) -> None:
    """Themes share nobody, forget nobody, and every placement is on the map."""
    members = [idea_id for theme in drawn.themes for idea_id in theme.idea_ids]

    assert sorted(members) == [idea.id for idea in ideas] == [each.idea_id for each in drawn.placements]
    assert all(each.idea_id in drawn.get_theme(each.theme_id).idea_ids for each in drawn.placements)
    assert all(abs(each.x) <= 1 and abs(each.y) <= 1 and abs(each.fit) <= 1 for each in drawn.placements)
    assert 0 < drawn.trustworthiness <= 1


def test_no_theme_mixes_plain_matters(drawn: ThemeMap, ideas: list[Idea]) -> None:
    """Ideas of different matters are in different themes, each with a name in every language."""
    titles = {idea.id: idea.title for idea in ideas}

    for theme in drawn.themes:
        assert len({titles[idea_id].split()[0] for idea_id in theme.idea_ids}) == 1
        assert all(theme.name_in(language) for language in LANGUAGES)


def test_the_order_of_ideas_does_not_matter(drawn: ThemeMap, ideas: list[Idea]) -> None:
    """An index in the other order gives the same map."""
    assert draw_theme_map(make_index(ideas[::-1]), words=WORDS) == drawn


def test_a_map_drawn_again_keeps_ids_and_colours(drawn: ThemeMap, ideas: list[Idea]) -> None:
    """Drawn anew from the map before, themes of the same ideas have the same ids and colours."""
    again = draw_theme_map(make_index(ideas), words=WORDS, previous=drawn)

    assert {theme.idea_ids: (theme.id, theme.color) for theme in again.themes} == {
        theme.idea_ids: (theme.id, theme.color) for theme in drawn.themes
    }


def test_an_added_idea_changes_little_where_all_is_drawn_anew(drawn: ThemeMap, ideas: list[Idea]) -> None:
    """Drawn anew with one more idea, the others keep their themes, and the themes ids, names and colours."""
    index = _index_with(ideas, "kirjaston kokoelma lainaan")

    again = draw_theme_map(index, words=WORDS, previous=drawn)

    assert [each.theme_id for each in again.placements[:-1]] == [each.theme_id for each in drawn.placements]
    assert [(theme.id, theme.keywords, theme.color) for theme in again.themes] == [
        (theme.id, theme.keywords, theme.color) for theme in drawn.themes
    ]


@pytest.mark.parametrize("n_ideas", [0, 1, 2, 5])
def test_a_handful_of_ideas_has_a_map_too(n_ideas: int) -> None:
    """None, one or a few ideas: no more than one theme, everybody placed, nothing fails."""
    drawn = draw_theme_map(make_index(make_ideas(*TITLES[:n_ideas])), words=WORDS)

    assert len(drawn.placements) == n_ideas
    assert len(drawn.themes) == min(n_ideas, 1)


def test_one_more_idea_moves_no_other(drawn: ThemeMap, ideas: list[Idea]) -> None:
    """A new idea joins the theme of its matter beside its like; all others keep theme and place, themes their names."""
    index = _index_with(ideas, "kirjaston kokoelma lainaan")

    extended = extend_theme_map(index, words=WORDS, previous=drawn, changed=())

    assert extended is not None
    new = extended.placements[-1]
    assert new.theme_id == drawn.placements[TITLES.index("kirjaston kokoelma yhteen")].theme_id
    places = {each.idea_id: (each.theme_id, each.x, each.y) for each in extended.placements[:-1]}
    assert places == {each.idea_id: (each.theme_id, each.x, each.y) for each in drawn.placements}
    assert [(theme.id, theme.keywords, theme.color) for theme in extended.themes] == [
        (theme.id, theme.keywords, theme.color) for theme in drawn.themes
    ]
    assert extended.n_placed == 1


def test_a_changed_idea_finds_its_new_theme(drawn: ThemeMap, ideas: list[Idea]) -> None:
    """An idea that is about something else now goes there, and only it."""
    changed = replace(ideas[0], title="ostolaskujen robotti yhteen heti")

    extended = extend_theme_map(make_index([changed, *ideas[1:]]), words=WORDS, previous=drawn, changed={changed.id})

    assert extended is not None
    assert extended.placements[0].theme_id == drawn.placements[TITLES.index("ostolaskujen robotti heti")].theme_id
    assert [each.theme_id for each in extended.placements[1:]] == [each.theme_id for each in drawn.placements[1:]]


def test_an_idea_that_is_gone_leaves_no_trace(drawn: ThemeMap, ideas: list[Idea]) -> None:
    """Neither a placement nor a theme names it any more."""
    extended = extend_theme_map(make_index(ideas[1:]), words=WORDS, previous=drawn, changed=())

    assert extended is not None
    assert ideas[0].id not in {each.idea_id for each in extended.placements}
    assert all(ideas[0].id not in (*theme.idea_ids, *theme.representative_ids) for theme in extended.themes)
    assert extended.n_placed == 1


def test_many_new_ideas_ask_for_a_new_map(drawn: ThemeMap, ideas: list[Idea]) -> None:
    """More than a tenth, at once or one after another, can't be placed into an old map."""
    at_once = _index_with(ideas, *(f"aurat kartalle {way}" for way in WAYS))
    worn = replace(drawn, n_placed=3)

    assert extend_theme_map(at_once, words=WORDS, previous=drawn, changed=()) is None
    assert (
        extend_theme_map(_index_with(ideas, "kirjaston kokoelma lainaan"), words=WORDS, previous=worn, changed=())
        is None
    )


def test_a_theme_without_ideas_asks_for_a_new_map(ideas: list[Idea]) -> None:
    """Where the only idea of a theme is gone the map is drawn anew."""
    drawn = draw_theme_map(make_index(ideas), words=WORDS)
    lonely = replace(drawn.themes[0], id=drawn.themes[0].id, idea_ids=(IdeaId(1),))
    placements = tuple(
        replace(each, theme_id=lonely.id if each.idea_id == 1 else drawn.themes[1].id) for each in drawn.placements
    )
    previous = replace(drawn, themes=(lonely, drawn.themes[1]), placements=placements)

    assert extend_theme_map(make_index(ideas[1:]), words=WORDS, previous=previous, changed=()) is None


def test_place_names_are_those_of_all_languages() -> None:
    """Names of organisations and their spellings count, save those that are also words."""
    salo = make_organisation(id=OrganisationId("734"), name=LocalisedText("Salo", "Salo", "Salo"))
    vaasa = make_organisation(id=OrganisationId("905"), name=LocalisedText("Vaasa", "Vasa", "Vaasa"))
    aliases = (
        Alias(salo.id, "Salossa", "inessive"),
        Alias(vaasa.id, "Kuusi", "former_municipality", common_word=True),
    )

    names = list_place_names(make_catalogue(organisations=(salo, vaasa), aliases=aliases))

    assert {"salo", "salossa", "vaasa", "vasa"} <= names
    assert "kuusi" not in names


def test_the_seed_is_all_that_is_random(ideas: list[Idea]) -> None:
    """Two maps of one seed are equal to the last digit."""
    index = make_index(ideas)

    first, second = (draw_theme_map(index, words=WORDS, random_state=7) for _ in range(2))

    assert first == second
    assert np.isfinite([each.x for each in first.placements]).all()
    assert SWEDISH in first.themes[0].keywords
