"""Reads delimited text: any common delimiter, any encoding that Finnish spreadsheets are saved in.

An apostrophe that an export put before `=`, `+`, `-` or `@` is taken off again (`cells.unshield_formula`).
Rows are numbered as a spreadsheet program shows them: a row whose cells have line breaks counts once.
"""

import csv
import io
import re
from collections.abc import Collection, Iterator
from itertools import chain, islice
from typing import Final

from data.files.cells import count_filled, unshield_formula
from data.files.limits import DEFAULT_LIMITS, FileLimits, check_n_columns
from data.files.table import build_sheet, collect_rows, find_header
from data.files.text_encoding import decode_text
from models.errors import UnreadableFileError
from models.idea_columns import FIELD_BY_NAME
from models.sheet import Sheet, SheetRow

# In the order of how likely they are in Finland, which decides where nothing else does.
_DELIMITERS: Final = (";", ",", "\t", "|")
_N_ROWS_SNIFFED: Final = 100
_N_COLUMNS_SNIFFED: Final = 200
# Excel's own way to name the delimiter; it does not show this line.
_SEPARATOR_LINE: Final = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)
_MARKUP: Final = re.compile(r"\s*<(?:!doctype|\?xml|html|table|meta|head|body)\b", re.IGNORECASE)
# Fed after the last line; NUL has been refused in text, so if it does not come back alone, a quote was left open.
_END: Final = "\0"
# In a table with one column every possible delimiter is text; this control character is none of the text.
_NO_DELIMITER: Final = "\x1f"


def read_csv(
    data: bytes,
    name: str,
    limits: FileLimits = DEFAULT_LIMITS,
    *,
    known_columns: Collection[str] = FIELD_BY_NAME,
) -> Sheet:
    """Return the table in a delimited text.

    Parameters
    ----------
    data : the whole file
    name : what the file is called in messages, and the source of the ideas in it
    known_columns : folded names by which the header and the delimiter are recognised

    Raises
    ------
    UnreadableFileError : if it is not text, has no rows, leaves a quotation mark open or exceeds a limit
    """
    text = decode_text(data, name)
    if _MARKUP.match(text):
        message = f"Expected CSV, an Excel workbook or JSON, but {name} is a web page or XML; save it as one of those."
        raise UnreadableFileError(message)
    told = _SEPARATOR_LINE.match(text)
    if told is not None:
        text = text[told.end() :]
    delimiter = _sniff_delimiter(text, known_columns) if told is None else told[1]
    rows = collect_rows(_read_records(text, delimiter, name=name, limits=limits), name, limits)
    return build_sheet(name, rows, known_columns=known_columns)


def _read_records(text: str, delimiter: str, *, name: str, limits: FileLimits) -> Iterator[tuple[int, list[str]]]:
    """Yield the records with their numbers, from 1; empty ones too."""
    number = 0
    lines = chain(io.StringIO(text, newline=""), [_END])
    try:
        for number, record in enumerate(csv.reader(lines, delimiter=delimiter, skipinitialspace=True), start=1):
            if record and record[-1].endswith(_END):
                if record == [_END]:
                    return
                message = (
                    f"Expected a closing quotation mark in {name}, but the one opened in row {number} is never closed."
                )
                raise UnreadableFileError(message)
            check_n_columns(count_filled(record), name, limits, row=number)
            yield number, [unshield_formula(cell) for cell in record[: limits.n_columns]]
    except csv.Error as error:
        # A reader that is not strict has one error only: a cell beyond the field limit of the csv module.
        message = (
            f"Expected at most {limits.cell_length:,} characters in a cell, but {name}, row {number + 1} has a cell of "
            f"more than {csv.field_size_limit():,}; shorten it, or close the quotation mark before it."
        )
        raise UnreadableFileError(message) from error


def _sniff_delimiter(text: str, known_columns: Collection[str]) -> str:
    """Return the delimiter that makes the best table.

    The best has the most known column names in its header, then the largest share of rows that are as long as the
    header, then the most columns.
    """
    best = max(_DELIMITERS, key=lambda delimiter: _rate(text, delimiter, known_columns))
    _, _, n_columns = _rate(text, best, known_columns)
    return best if n_columns > 1 else _NO_DELIMITER


def _rate(text: str, delimiter: str, known_columns: Collection[str]) -> tuple[int, float, int]:
    """Return how good a table a delimiter makes of the first rows: known names, share that fits, columns."""
    try:
        records = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _N_ROWS_SNIFFED))
    except csv.Error:
        return (0, 0.0, 1)
    cut = (tuple(record[:_N_COLUMNS_SNIFFED]) for record in records)
    rows = [SheetRow(number, cells) for number, cells in enumerate(cut) if count_filled(cells)]
    if not rows:
        return (0, 0.0, 1)
    header = find_header(rows, known_columns)
    n_columns = len(rows[header.position].cells)
    n_fitting = sum(len(row.cells) == n_columns for row in rows)
    return (header.n_known, n_fitting / len(rows), n_columns)
