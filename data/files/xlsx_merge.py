"""Merged cells of a worksheet: where they are, and their value in each of their places."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.sax import parseString
from openpyxl.utils.cell import range_boundaries

from models.errors import UnreadableFileError
from models.sheet import SheetRow


@dataclass(frozen=True, slots=True)
class MergedRange:
    """Cells that look like one; columns and rows are counted from 1, the last ones are inside."""

    first_column: int
    first_row: int
    last_column: int
    last_row: int


def read_merged_ranges(worksheet_xml: bytes) -> list[MergedRange]:
    """Return the merged ranges of a worksheet in the order of its XML."""
    if b"mergeCell" not in worksheet_xml:
        return []
    handler = _MergeHandler()
    parseString(worksheet_xml, handler)
    return handler.ranges


def fill_merged_cells(rows: Sequence[SheetRow], ranges: Sequence[MergedRange], name: str) -> list[SheetRow]:
    """Return the rows with the value of each merged range in all its places; empty rows stay out.

    Raises
    ------
    UnreadableFileError : if the ranges cover more than the table, which happens only where they overlap
    """
    numbers = [row.number for row in rows]
    width = max((len(row.cells) for row in rows), default=0)
    grid = [[*row.cells, *[""] * (width - len(row.cells))] for row in rows]
    n_left = width * len(rows)
    for merged in ranges:
        top = bisect_left(numbers, merged.first_row)
        if top == len(rows) or numbers[top] != merged.first_row or merged.first_column > width:
            continue
        value = grid[top][merged.first_column - 1]
        columns = slice(merged.first_column - 1, min(merged.last_column, width))
        n_columns = columns.stop - columns.start
        below = range(top, bisect_right(numbers, merged.last_row))
        n_left -= n_columns * len(below)
        if n_left < 0:
            message = f"Expected merged cells that do not overlap in {name}, but they do; copy the table to a new file."
            raise UnreadableFileError(message)
        for position in below:
            grid[position][columns] = [value] * n_columns
    return [SheetRow(number, tuple(cells)) for number, cells in zip(numbers, grid, strict=True)]


class _MergeHandler(ContentHandler):
    """Notes the `mergeCell` elements of a worksheet."""

    def __init__(self) -> None:
        super().__init__()
        self.ranges: list[MergedRange] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the name is SAX's
        """Note a merged range."""
        if name.rpartition(":")[2] == "mergeCell":
            first_column, first_row, last_column, last_row = range_boundaries(attrs.getValue("ref"))
            if first_column and first_row and last_column and last_row:
                self.ranges.append(MergedRange(first_column, first_row, last_column, last_row))
