"""From the raw rows of a spreadsheet to a sheet: limits, clean cells, and the header among title rows."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from data.files.cells import clean_cell, count_filled
from data.files.limits import FileLimits, check_cell_length, check_n_columns, check_n_rows, check_row_number
from models.errors import UnreadableFileError
from models.idea_columns import column_keys
from models.sheet import Sheet, SheetRow

# Title, date, department and instructions above a table take a handful of rows; taste.
_N_ROWS_SEARCHED: Final = 30
# One known name alone is weak evidence: it must be near the top, or stand under narrower rows only; taste.
_N_ROWS_ABOVE_WEAK_HEADER: Final = 3


@dataclass(frozen=True, slots=True)
class Header:
    """Which of the filled rows is the header (from 0), and how many different column names in it are known."""

    position: int
    n_known: int


def collect_rows(raw_rows: Iterable[tuple[int, Sequence[str]]], name: str, limits: FileLimits) -> list[SheetRow]:
    """Return the rows that have something in them, with clean cells.

    Parameters
    ----------
    raw_rows : number of the row as people see it, from 1, and its cells; taken one by one

    Raises
    ------
    UnreadableFileError : at the first row that exceeds a limit, before the next is read
    """
    rows = []
    for number, raw_cells in raw_rows:
        check_row_number(number, name, limits)
        check_n_columns(count_filled(raw_cells), name, limits, row=number)
        cells = tuple(clean_cell(cell) for cell in raw_cells[: limits.n_columns])
        if not count_filled(cells):
            continue
        for column, cell in enumerate(cells, start=1):
            check_cell_length(len(cell), name, limits, row=number, column=column)
        rows.append(SheetRow(number, cells))
        check_n_rows(len(rows), name, limits)
    return rows


def find_header(rows: Sequence[SheetRow], known_columns: Collection[str]) -> Header:
    """Return the row which has the names of the columns.

    It is the row with the most names that are known; of two such rows the one that says more, of two equal ones the
    first. Where no name is known it is the first row that says more than half as much as the fullest one, which
    passes over titles. A merged cell counts once.

    Parameters
    ----------
    rows : filled rows, at least one
    known_columns : folded names (`models.folding.fold_name`)
    """
    searched = rows[:_N_ROWS_SEARCHED]
    widths = [len({cell for cell in row.cells if cell.strip()}) for row in searched]
    best = Header(-1, 0)
    for position, row in enumerate(searched):
        n_known = len({key for cell in row.cells if (key := _known_key(cell, known_columns)) is not None})
        if n_known == 1:
            is_better = best.n_known == 0 and (
                position < _N_ROWS_ABOVE_WEAK_HEADER or max(widths[:position]) < widths[position]
            )
        else:
            is_better = n_known > best.n_known or (
                n_known == best.n_known > 1 and widths[position] > widths[best.position]
            )
        if is_better:
            best = Header(position, n_known)
    if best.n_known:
        return best
    return Header(next(position for position, width in enumerate(widths) if 2 * width > max(widths)), 0)


def build_sheet(source: str, rows: Sequence[SheetRow], *, known_columns: Collection[str], worksheet: str = "") -> Sheet:
    """Return the sheet under the header that is found among `rows`.

    A column without a name is called by its place (`column 3`) if it has something in it. Rows that repeat the
    header, as printed tables do on each page, are left out.

    Raises
    ------
    UnreadableFileError : if there is no filled row at all
    """
    if not rows:
        message = f"Expected a header row and ideas in {source}, but there is nothing in it."
        raise UnreadableFileError(message)
    header = find_header(rows, known_columns)
    names = [" ".join(cell.split()) for cell in rows[header.position].cells]
    below = [row for row in rows[header.position + 1 :] if row.cells != rows[header.position].cells]
    while names and not names[-1] and not _has_content(below, len(names) - 1):
        names.pop()
    columns = tuple(name or f"column {place}" for place, name in enumerate(names, start=1))
    return Sheet(source, columns, tuple(_fit(row, len(columns)) for row in below), worksheet)


def _known_key(cell: str, known_columns: Collection[str]) -> str | None:
    """Return the known name in a cell of a header, None where there is none."""
    return next((key for key in column_keys(cell) if key in known_columns), None)


def _has_content(rows: Sequence[SheetRow], position: int) -> bool:
    """Tell whether any row has something in one column."""
    return any(len(row.cells) > position and row.cells[position].strip() for row in rows)


def _fit(row: SheetRow, n_columns: int) -> SheetRow:
    """Return the row with a cell for each column, and with those beyond only as far as they are filled."""
    width = max(count_filled(row.cells), n_columns)
    return SheetRow(row.number, (row.cells + ("",) * n_columns)[:width])
