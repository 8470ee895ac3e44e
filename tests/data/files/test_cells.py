"""Cells on their way in and out."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.files.cells import clean_cell, count_filled, shield_formula, unshield_formula


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Kyydit", "Kyydit"),
        ("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\x00b\x1bc\x7fd\x9fe\ufffff\ud800g", "abcdefg"),
        ("\ta ", "\ta "),
        ("pa\u0308iva\u0308", "päivä"),
    ],
)
def test_cells_have_only_what_people_see(text: str, clean: str) -> None:
    """Line breaks are one kind, letters composed, white space kept, the rest gone."""
    assert clean_cell(text) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """A clean cell is clean."""
    once = clean_cell(text)

    assert clean_cell(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize("cell", ["=1+1", "+358 8", "-5", "@kunta", "\tx", "\rx", "'=1", "''=1"])
def test_what_could_be_a_formula_gets_one_apostrophe(cell: str) -> None:
    """Cells that already have apostrophes before a formula get one more, so that one can be taken off."""
    assert shield_formula(cell) == f"'{cell}"


@given(st.text(alphabet=st.sampled_from("'=+-@\t\rab")))
def test_shielding_is_undone_exactly(cell: str) -> None:
    """Whatever the cell, it comes back, and shielded it never begins like a formula."""
    shielded = shield_formula(cell)

    assert unshield_formula(shielded) == cell
    assert not shielded.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_filled_cells_are_counted_to_the_last_one() -> None:
    """Empty cells between count, those at the end do not."""
    assert [count_filled(cells) for cells in (["a", "", "b", " "], ["", ""], [])] == [3, 0, 0]
