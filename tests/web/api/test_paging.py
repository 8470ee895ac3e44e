"""Cursors lead through a list once, and only through the list they come from."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.api.paging import Cut, PageQuery, UnusableCursorError, cut_page

POSITIONS = st.lists(st.text(max_size=5), unique=True, max_size=30)


class FruitQuery(PageQuery):
    """A list with one filter."""

    colour: str | None = None


class TreeQuery(PageQuery):
    """Another list."""


def cut_strings(items: Sequence[str], query: PageQuery) -> Cut[str]:
    """Return a page of strings that are their own position."""
    return cut_page(items, query, position=lambda item: item, kind=str)


def test_cuts_pages() -> None:
    """A list of three in pages of two has a page of two and a page of one."""
    first = cut_strings(["plum", "apple", "fig"], PageQuery(limit=2))
    second = cut_strings(["plum", "apple", "fig"], PageQuery(limit=2, cursor=first.cursor))

    assert first.items == ["apple", "fig"]
    assert second.items == ["plum"]
    assert second.cursor is None


def test_empty_list_is_one_page() -> None:
    """An empty list has one empty page."""
    assert cut_strings([], PageQuery()) == Cut([], None)


def test_full_last_page_has_no_cursor() -> None:
    """A list that just fills its pages does not end with an empty one."""
    assert cut_strings(["apple", "fig"], PageQuery(limit=2)).cursor is None


@given(items=POSITIONS, limit=st.integers(1, 8))
def test_walk_meets_every_item_once(items: list[str], limit: int) -> None:
    """Following the cursors meets every item exactly once, in order, whatever the limit."""
    met: list[str] = []
    cursor = None

    while True:
        cut = cut_strings(items, PageQuery(limit=limit, cursor=cursor))
        met += cut.items
        cursor = cut.cursor
        if cursor is None:
            break

    assert met == sorted(items)


@given(items=POSITIONS.filter(lambda items: len(items) > 1), added=POSITIONS)
def test_walk_survives_additions(items: list[str], added: list[str]) -> None:
    """Items added between two pages make nobody miss or meet an old item twice."""
    first = cut_strings(items, PageQuery(limit=1))

    rest = cut_strings([*items, *(set(added) - set(items))], PageQuery(limit=100, cursor=first.cursor))

    assert [item for item in [*first.items, *rest.items] if item in items] == sorted(items)


@pytest.mark.parametrize("cursor", ["", "x", "å", "====", "bm9uc2Vuc2U", "W1tbW1tbW1tbW1tb", "ZGVhZGJlZWYi"])
def test_refuses_nonsense(cursor: str) -> None:
    """What is no cursor is refused as an unusable cursor, not as a failure inside."""
    with pytest.raises(UnusableCursorError, match="Expected the cursor of the page before"):
        PageQuery(cursor=cursor).read_position(str)


@given(position=st.text(max_size=8), place=st.integers(0, 200), letter=st.sampled_from("AZaz09-_"))
def test_refuses_changed_cursors(position: str, place: int, letter: str) -> None:
    """A cursor of which one character was changed is refused."""
    cursor = PageQuery().write_cursor(position)
    place %= len(cursor)
    changed = f"{cursor[:place]}{letter}{cursor[place + 1 :]}"

    if changed == cursor:
        assert PageQuery(cursor=changed).read_position(str) == position
    else:
        with pytest.raises(UnusableCursorError):
            PageQuery(cursor=changed).read_position(str)


def test_refuses_cursor_of_other_filters() -> None:
    """A cursor counts for the filters it was made with only, and for any limit."""
    cursor = FruitQuery(colour="red").write_cursor("apple")

    assert FruitQuery(colour="red", cursor=cursor, limit=3).read_position(str) == "apple"
    with pytest.raises(UnusableCursorError):
        FruitQuery(colour="green", cursor=cursor).read_position(str)


def test_refuses_cursor_of_other_list() -> None:
    """A cursor of one list is refused by another."""
    with pytest.raises(UnusableCursorError):
        TreeQuery(cursor=PageQuery().write_cursor("apple")).read_position(str)


def test_refuses_position_of_other_kind() -> None:
    """A position that is a text is refused where numbers are listed."""
    with pytest.raises(UnusableCursorError):
        PageQuery(cursor=PageQuery().write_cursor("7")).read_position(int)
