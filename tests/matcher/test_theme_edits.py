"""A drawn map with its themes as the edits have them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.clustering import Labels
from matcher.mapped_ideas import MappedIdeas
from matcher.theme_edits import obey_edits, read_theme_of
from matcher.theme_map import draw_theme_map
from matcher.theme_names import Names
from matcher.theme_words import Words
from models.language import FINNISH, LANGUAGES, SWEDISH
from models.theme import Edited, ThemeId, ThemeMap
from models.theme_edit import ThemeChange
from tests.factories_edits import lock, make_edits, merge, move, rename, split
from tests.matcher.indexing import make_ideas, make_index
from tests.matcher.test_theme_map import MATTERS, WAYS

INDEX = make_index(make_ideas(*(f"{matter} {way}" for matter, way in product(MATTERS, WAYS[:4]))))
IDEAS = MappedIdeas.read(INDEX)
WORDS = Words()
DRAWN = draw_theme_map(INDEX, words=WORDS)

_themes = st.integers(1, len(DRAWN.themes) + 2)
_ideas = st.integers(1, len(IDEAS.ids) + 1)
_some = st.lists(_ideas, min_size=1, max_size=5)
CHANGES = st.lists(
    st.one_of(
        st.builds(rename, _themes, st.sampled_from(["Kyydit", "Laskut"])),
        st.builds(move, _ideas, _themes),
        st.builds(lambda one, other, ideas: merge(one, other + (other == one), *ideas), _themes, _themes, _some),
        st.builds(lambda theme, new, ideas: split(theme, new, *ideas), _themes, st.integers(20, 22), _some),
        st.builds(lambda theme, ideas: lock(theme, *ideas), _themes, _some),
    ),
    max_size=6,
)


class AlwaysAnew(Words):
    """Words that no earlier name holds before."""

    def name_clusters(
        self, ideas: MappedIdeas, labels: Labels, *, previous: Sequence[Names | None] = ()
    ) -> tuple[Names, ...]:
        """Name the clusters as if none had had a name."""
        return super().name_clusters(ideas, labels, previous=[None for _ in previous])


def _obey(*changes: ThemeChange, undone: tuple[int, ...] = ()) -> ThemeMap:
    """Return the map as the changes have it."""
    return obey_edits(DRAWN, make_edits(*changes, undone=undone), ideas=IDEAS, words=WORDS)


def test_without_edits_the_map_is_as_drawn() -> None:
    """The very map comes back where there are none, all are undone, or none applies."""
    assert _obey() is DRAWN
    assert _obey(move(1, 2), undone=(1,)) is DRAWN
    assert _obey(move(99, 2), rename(99, "Kyydit")) is DRAWN
    assert DRAWN.unedited is DRAWN


def test_a_name_changes_nothing_else() -> None:
    """Only the name and the mark differ, and only on that theme; what was drawn is kept beside it."""
    edited = _obey(rename(1, "Kyydit"))

    first = replace(DRAWN.themes[0], names={FINNISH: "Kyydit"}, edited=(Edited.NAMED,))
    assert edited == replace(DRAWN, themes=(first, *DRAWN.themes[1:]), drawn=DRAWN)
    assert (edited.themes[0].name_in(FINNISH), edited.unedited) == ("Kyydit", DRAWN)
    assert edited.themes[0].name_in(SWEDISH) == DRAWN.themes[0].name_in(SWEDISH)


@pytest.mark.parametrize("theme_id", [theme.id for theme in DRAWN.themes])
def test_a_theme_that_others_are_merged_into_keeps_its_name(theme_id: ThemeId) -> None:
    """Whichever stays is called what it was in every language, however many ideas come with the others."""
    others = [theme for theme in DRAWN.themes if theme.id != theme_id]

    edits = make_edits(*(merge(theme_id, other.id, *other.idea_ids) for other in others))
    (theme,) = obey_edits(DRAWN, edits, ideas=IDEAS, words=AlwaysAnew()).themes

    assert theme.keywords == DRAWN.get_theme(theme_id).keywords
    assert len(theme.idea_ids) == len(IDEAS.ids)


def test_a_theme_that_was_split_off_is_named_and_coloured() -> None:
    """It has the id and colour of its edit, keywords of its own, and ideas in the order of their fit."""
    first = DRAWN.themes[0]
    edited = _obey(split(1, 20, *first.idea_ids[:2]))

    new, rest = edited.get_theme(ThemeId(20)), edited.get_theme(ThemeId(1))
    fits = {each.idea_id: each.fit for each in edited.placements}
    assert set(new.idea_ids) == set(first.idea_ids[:2])
    assert (new.color, new.stability, rest.stability) == (5, None, None)
    assert [fits[each] for each in new.idea_ids] == sorted((fits[each] for each in new.idea_ids), reverse=True)
    assert all(new.name_in(language) for language in LANGUAGES)
    assert (rest.color, rest.edited) == (first.color, (Edited.ARRANGED,))


def test_places_on_the_map_stay() -> None:
    """An edit moves an idea to a theme and nowhere else: it lies where it is most like others."""
    edited = _obey(merge(1, 2, *DRAWN.get_theme(ThemeId(2)).idea_ids))

    assert [(each.x, each.y, each.nearest_id) for each in edited.placements] == [
        (each.x, each.y, each.nearest_id) for each in DRAWN.placements
    ]


def test_a_locked_theme_that_is_gone_comes_back() -> None:
    """It has the keywords and the colour of the lock, though no such theme was drawn."""
    theme = _obey(lock(9, 1, 2)).get_theme(ThemeId(9))

    assert (set(theme.idea_ids), theme.color, theme.edited) == ({1, 2}, 7, (Edited.LOCKED,))
    assert theme.name_in(FINNISH) == "Lukittu"


@pytest.mark.parametrize("n_ways", [3, 4])
def test_the_order_of_ideas_does_not_matter(n_ways: int) -> None:
    """An index in the other order gives the same edited map."""
    ideas = make_ideas(*(f"{matter} {way}" for matter, way in product(MATTERS, WAYS[:n_ways])))
    edits = make_edits(move(1, 2), split(1, 20, 2), rename(2, "Kyydit"))

    forwards, backwards = (
        draw_theme_map(make_index(order), words=WORDS, edits=edits) for order in (ideas, ideas[::-1])
    )

    assert forwards == backwards
    assert forwards.drawn is not None


@given(CHANGES)
@settings(deadline=None, max_examples=30)
def test_whatever_is_edited_every_idea_is_in_one_theme(changes: list[ThemeChange]) -> None:
    """No theme is empty or without a name, placements and themes say the same, and undone it is the drawn map."""
    edited = _obey(*changes)

    members = sorted(idea_id for theme in edited.themes for idea_id in theme.idea_ids)
    assert members == IDEAS.ids == [each.idea_id for each in edited.placements]
    assert all(theme.idea_ids and theme.name_in(FINNISH) for theme in edited.themes)
    assert {idea_id: theme.id for theme in edited.themes for idea_id in theme.idea_ids} == read_theme_of(edited)
    assert all(set(theme.representative_ids) <= set(theme.idea_ids) for theme in edited.themes)
    assert _obey(*changes, undone=tuple(range(1, len(changes) + 1))) is DRAWN
