"""What edits make of drawn themes: small cases by hand, and what holds for any edits."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from matcher.theme_arrangement import Arrangement, arrange_ideas
from models.errors import IdeasGoneError, ThemeGoneError, ThemeLockedError
from models.idea import IdeaId
from models.language import FINNISH, SWEDISH
from models.theme import Edited, ThemeId
from models.theme_edit import ThemeChange, ThemeEditId
from tests.factories_edits import lock, make_edits, merge, move, rename, split

DRAWN = {IdeaId(idea): ThemeId(theme) for idea, theme in ((1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (6, 3))}

_ids = st.integers(1, 9)
_some = st.lists(st.integers(1, 7), min_size=1, max_size=4)
CHANGES = st.lists(
    st.one_of(
        st.builds(rename, st.integers(1, 5), st.sampled_from(["Kyydit", "Laskut"])),
        st.builds(move, st.integers(1, 7), st.integers(1, 5)),
        st.builds(lambda one, step, ideas: merge(one, (one + step) % 5 + 1, *ideas), _ids, st.integers(0, 3), _some),
        st.builds(lambda theme, new, ideas: split(theme, new, *ideas), _ids, st.integers(10, 12), _some),
        st.builds(lambda theme, ideas: lock(theme, *ideas), st.integers(1, 5), _some),
    ),
    max_size=8,
)
THEMES = st.dictionaries(st.integers(1, 6).map(IdeaId), st.integers(1, 5).map(ThemeId), min_size=1)


def _arrange(*changes: ThemeChange, undone: tuple[int, ...] = ()) -> Arrangement:
    """Return the arrangement that changes make."""
    return arrange_ideas(DRAWN, make_edits(*changes, undone=undone))


def _list_groups(arrangement: Arrangement) -> dict[int, set[int]]:
    """Return the ideas of each theme."""
    groups: dict[int, set[int]] = {}
    for idea_id, theme_id in arrangement.theme_of.items():
        groups.setdefault(theme_id, set()).add(idea_id)
    return groups


def test_an_idea_is_moved() -> None:
    """It is in the other theme, and both themes were arranged."""
    arrangement = _arrange(move(3, 2))

    assert _list_groups(arrangement) == {1: {1, 2}, 2: {3, 4, 5}, 3: {6}}
    assert arrangement.edited == {1: {Edited.ARRANGED}, 2: {Edited.ARRANGED}}


def test_merged_themes_are_one() -> None:
    """The first has the ideas of both, also one that joined the other later and one that it had and lost."""
    arrangement = _arrange(merge(1, 2, 4, 6))

    assert _list_groups(arrangement) == {1: {1, 2, 3, 4, 5, 6}}


def test_split_ideas_are_a_theme_of_their_own() -> None:
    """They have the new id, wherever they are by now; the others stay."""
    arrangement = _arrange(split(1, 10, 2, 4))

    assert _list_groups(arrangement) == {1: {1, 3}, 2: {5}, 3: {6}, 10: {2, 4}}


def test_later_names_go_before_earlier_ones_of_the_same_language() -> None:
    """A name in another language stays."""
    arrangement = _arrange(rename(1, "Kyydit"), rename(1, "Resor", language=SWEDISH), rename(1, "Matkat"))

    assert arrangement.names == {1: {FINNISH: "Matkat", SWEDISH: "Resor"}}


def test_the_order_of_edits_matters() -> None:
    """The later of two moves of an idea is the one that counts."""
    assert _arrange(move(3, 2), move(3, 3)).theme_of[IdeaId(3)] == 3
    assert _arrange(move(3, 3), move(3, 2)).theme_of[IdeaId(3)] == 2


def test_a_lock_brings_its_ideas_together_again() -> None:
    """Ideas of a locked theme that were drawn elsewhere are in it, under its id, also where that is gone."""
    arrangement = _arrange(lock(8, 1, 4))

    assert _list_groups(arrangement) == {1: {2, 3}, 2: {5}, 3: {6}, 8: {1, 4}}
    assert arrangement.edited[ThemeId(8)] == {Edited.LOCKED}


def test_what_a_lock_holds_is_not_changed_by_later_edits() -> None:
    """Its ideas are not moved out or split off, it is not renamed or merged away, and each refusal says so."""
    changes = (move(1, 2), split(1, 10, 1, 2), rename(1, "Kyydit"), merge(2, 1, 1, 2, 3), lock(1, 1), lock(2, 3, 4))

    arrangement = _arrange(lock(1, 1, 2, 3), *changes)

    assert _list_groups(arrangement) == _list_groups(_arrange())
    assert {edit_id: type(error) for edit_id, error in arrangement.refusals.items()} == dict.fromkeys(
        range(2, 7), ThemeLockedError
    )
    assert set(arrangement.locks) == {1, 2}


def test_a_locked_theme_takes_in_more() -> None:
    """Others may join it, and may leave again."""
    joined = _arrange(lock(1, 1, 2, 3), move(6, 1))

    assert _list_groups(joined) == {1: {1, 2, 3, 6}, 2: {4, 5}}
    assert _list_groups(_arrange(lock(1, 1, 2, 3), move(6, 1), move(6, 2))) == {1: {1, 2, 3}, 2: {4, 5, 6}}


def test_edits_that_no_longer_apply_are_said() -> None:
    """Where the theme or all ideas are gone nothing changes and the refusal says what is missing."""
    arrangement = _arrange(move(9, 1), move(1, 9), rename(9, "Kyydit"), merge(9, 1, 1), merge(1, 9), split(1, 10, 8))

    assert _list_groups(arrangement) == _list_groups(_arrange())
    assert {edit_id: type(error) for edit_id, error in arrangement.refusals.items()} == {
        1: IdeasGoneError,
        2: ThemeGoneError,
        3: ThemeGoneError,
        4: ThemeGoneError,
        5: IdeasGoneError,
        6: IdeasGoneError,
    }
    assert arrangement.is_as_drawn


def test_what_is_left_of_a_split_is_still_split() -> None:
    """Where some of its ideas are gone the others are a theme of their own."""
    assert _list_groups(_arrange(split(1, 10, 2, 99)))[10] == {2}


def test_edits_of_a_theme_that_was_split_off_follow_it() -> None:
    """A new theme can be renamed and added to; where the split is undone these no longer apply."""
    changes = (split(1, 10, 2), rename(10, "Kyydit"), move(6, 10))

    made, undone = _arrange(*changes), _arrange(*changes, undone=(1,))

    assert _list_groups(made)[10] == {2, 6}
    assert made.names == {10: {FINNISH: "Kyydit"}}
    assert _list_groups(undone) == _list_groups(_arrange())
    assert set(undone.refusals) == {2, 3}


@given(THEMES, CHANGES)
def test_every_idea_stays_in_one_theme(theme_of: dict[IdeaId, ThemeId], changes: list[ThemeChange]) -> None:
    """Whatever the edits, no idea is lost or added; every theme there is, drawn or edited, has ideas."""
    arrangement = arrange_ideas(theme_of, make_edits(*changes))

    assert arrangement.theme_of.keys() == theme_of.keys()
    assert set(arrangement.locks) | set(arrangement.names) <= set(arrangement.edited)
    assert set(arrangement.locks) <= set(arrangement.theme_of.values())


@given(THEMES, CHANGES)
def test_what_was_undone_leaves_no_trace(theme_of: dict[IdeaId, ThemeId], changes: list[ThemeChange]) -> None:
    """With all undone the themes are as drawn; with the last undone they are as before it."""
    all_undone = arrange_ideas(theme_of, make_edits(*changes, undone=tuple(range(1, 10))))
    last_undone = arrange_ideas(theme_of, make_edits(*changes, undone=(len(changes),)))
    before = arrange_ideas(theme_of, make_edits(*changes[:-1]))

    assert all_undone == Arrangement(theme_of)
    assert replace(last_undone, refusals={}) == replace(before, refusals={})
    assert last_undone.refusals.keys() == before.refusals.keys()


@given(THEMES, CHANGES)
def test_the_order_of_ideas_does_not_matter(theme_of: dict[IdeaId, ThemeId], changes: list[ThemeChange]) -> None:
    """Ideas in the other order are in the same themes."""
    edits = make_edits(*changes)

    forwards = arrange_ideas(theme_of, edits)

    assert arrange_ideas(dict(reversed(theme_of.items())), edits).theme_of == forwards.theme_of


@given(THEMES, CHANGES)
def test_locks_hold_to_the_end(theme_of: dict[IdeaId, ThemeId], changes: list[ThemeChange]) -> None:
    """An idea that a lock took stays in its theme, whatever is edited later."""
    edits = make_edits(*changes)
    before = arrange_ideas(theme_of, edits[:4])
    held = {
        idea for theme, each in before.locks.items() for idea in each.idea_ids if before.theme_of.get(idea) == theme
    }

    after = arrange_ideas(theme_of, edits)

    assert {idea: after.theme_of[idea] for idea in held} == {idea: before.theme_of[idea] for idea in held}
    assert ThemeEditId(1) not in after.refusals or ThemeEditId(1) in before.refusals
