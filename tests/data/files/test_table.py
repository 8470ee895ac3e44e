"""The header among other rows, exact cases."""

import pytest

from data.files.table import Header, find_header
from models.sheet import SheetRow


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([("title", "lead"), ("Kyydit", "Kuhmo")], Header(0, 2)),
        ([("Hankeideat",), ("title", "lead"), ("Kyydit", "Kuhmo")], Header(1, 2)),
        # A word of a row below is no header, and neither are two rows of which the second says no more.
        ([("title", "x"), ("Kyydit", "text")], Header(0, 1)),
        ([("title", "lead"), ("hanke", "kunta"), ("Kyydit", "Kuhmo")], Header(0, 2)),
        ([("title", "lead", "lead"), ("title", "lead", "text"), ("Kyydit", "Kuhmo", "a")], Header(1, 3)),
        # One known word is believed near the top or under narrower rows, not in the middle of a list.
        ([("Kyydit",), ("Niitty",), ("Puisto",), ("hanke",)], Header(0, 0)),
        ([("a",), ("b",), ("c",), ("title", "x"), ("Kyydit", "y")], Header(3, 1)),
        # No name is known: the first row that says more than half as much as the fullest.
        ([("Hankeideat", "Hankeideat", "Hankeideat"), ("Foo", "Bar", "Baz"), ("a", "b", "c")], Header(1, 0)),
    ],
)
def test_the_header_is_found(rows: list[tuple[str, ...]], header: Header) -> None:
    """Known names count most, then how much a row says, then which comes first."""
    numbered = [SheetRow(number, cells) for number, cells in enumerate(rows, start=1)]

    assert find_header(numbered, {"title", "lead", "text", "hanke", "kunta"}) == header
