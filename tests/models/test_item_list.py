"""Lists in cells: both ways of one grammar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.idea import PartyRole, ResourceKind
from models.idea_words import KIND_BY_WORD, LANGUAGE_BY_WORD, ORIGIN_BY_WORD, ROLE_BY_WORD, STATUS_BY_WORD
from models.item_list import join_items, read_prefix, split_items, write_prefix

_lines = st.text(alphabet=st.sampled_from("ab ;:\n\t")).map(lambda text: " ".join(text.split())).filter(bool)


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("", ()),
        (" ;; ", ()),
        ("Nokia", ("Nokia",)),
        ("Nokia ; Pirkkala;", ("Nokia", "Pirkkala")),
        ("Nokia\n\n Pirkkala  ja Ylöjärvi", ("Nokia", "Pirkkala ja Ylöjärvi")),
        ("Nokia; Pirkkala\n", ("Nokia; Pirkkala",)),
    ],
)
def test_lines_are_items_and_else_semicolons_separate_them(cell: str, items: tuple[str, ...]) -> None:
    """Empty items are left out, white space is single."""
    assert split_items(cell) == items


@given(st.lists(_lines))
def test_items_come_back_from_a_cell(items: list[str]) -> None:
    """What is joined is split into the same items."""
    assert split_items(join_items(items)) == tuple(items)


@given(st.none() | st.sampled_from(ResourceKind), _lines | st.sampled_from(["skill: x", "Taito : y", ":", ": z"]))
def test_kinds_come_back_from_an_item(kind: ResourceKind | None, text: str) -> None:
    """A text that looks as if it had a kind keeps having none."""
    assert read_prefix(write_prefix(kind, text, KIND_BY_WORD), KIND_BY_WORD) == (kind, text)


def test_every_value_is_among_its_words() -> None:
    """What exports write, imports understand."""
    for kind in ResourceKind:
        assert read_prefix(f"{kind}: x", KIND_BY_WORD) == (kind, "x")
    for meanings in (STATUS_BY_WORD, ORIGIN_BY_WORD, LANGUAGE_BY_WORD):
        for value in meanings.values():
            assert meanings[value] == value
    assert read_prefix(f"{PartyRole.ASSOCIATE}: x", ROLE_BY_WORD) == (PartyRole.ASSOCIATE, "x")
