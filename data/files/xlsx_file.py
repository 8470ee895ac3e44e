"""Reads Excel workbooks: the first visible sheet with a header, as the text that people see in its cells.

- Merged cells all have the value of their top left cell.
- Dates become ISO 8601, whole numbers lose their `.0`, other numbers keep the 15 digits that Excel has.
- A formula is its own text, such as `=SUM(A1:A3)`: nothing is computed, no macro is run, no link is followed.
- Hidden sheets are passed over.

openpyxl reads in its streaming mode, which leaves drawings and conditional formats alone and lets the limits end the
reading early; that mode does not know merged cells, so these are read from the sheet's XML beside it.
"""

import datetime as dt
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from defusedxml import DefusedXmlException
from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from data.files.cells import count_filled
from data.files.limits import DEFAULT_LIMITS, FileLimits
from data.files.table import build_sheet, collect_rows, find_header
from data.files.xlsx_archive import check_archive
from data.files.xlsx_merge import fill_merged_cells, read_merged_ranges
from models.errors import UnreadableFileError
from models.idea_columns import FIELD_BY_NAME
from models.sheet import Sheet, SheetRow

# Two known names make a header; one may be a word in instructions.
_N_KNOWN_SURE: Final = 2
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
# openpyxl trusts what it reads: a damaged part ends in whatever exception its contents lead to. MemoryError and the
# like are not among them.
_DAMAGED: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


class _Reader(ExcelReader):
    """Reads shared strings with the escapes of the format, of which openpyxl's own reader undoes a half."""

    def read_strings(self) -> None:
        """Read the strings that cells refer to."""
        part = next((part for part in self.package.Override if part.ContentType == SHARED_STRINGS), None)
        if part is not None:
            with self.archive.open(part.PartName.removeprefix("/")) as xml:
                for _, element in iterparse(xml):
                    if element.tag == f"{{{SHEET_MAIN_NS}}}si":
                        text = Text.from_tree(element)
                        self.shared_strings.append("" if text is None else text.content)
                        element.clear()


@dataclass(frozen=True, slots=True)
class _Worksheet:
    """The filled rows of one worksheet, and how many column names its header has."""

    title: str
    rows: list[SheetRow]
    n_known: int


def read_xlsx(
    data: bytes,
    name: str,
    limits: FileLimits = DEFAULT_LIMITS,
    *,
    known_columns: Collection[str] = FIELD_BY_NAME,
) -> Sheet:
    """Return the table in a workbook.

    The table is in the first visible sheet whose header has two known names; else in the first with one; else in the
    first with anything in it.

    Parameters
    ----------
    data : the whole file
    name : what the file is called in messages, and the source of the ideas in it
    known_columns : folded names by which the header is recognised

    Raises
    ------
    UnreadableFileError : if it is no workbook, is damaged, has no filled sheet in sight, or exceeds a limit
    """
    check_archive(data, name, limits)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of extensions that it does not read, such as drop-down lists; so do not we.
            warnings.simplefilter("ignore")
            chosen = _choose_worksheet(_read_worksheets(data, name, limits, known_columns))
    except _DAMAGED as error:
        message = f"Expected an Excel workbook in {name}, but it is damaged; open it in Excel and save it again."
        if isinstance(error, DefusedXmlException) or isinstance(error.__cause__, DefusedXmlException):
            message = f"Expected plain cells in {name}, but its XML has entities, which no spreadsheet program writes."
        raise UnreadableFileError(message) from error
    if chosen is None:
        message = f"Expected a header row and ideas in {name}, but no visible sheet has anything in it."
        raise UnreadableFileError(message)
    return build_sheet(name, chosen.rows, known_columns=known_columns, worksheet=chosen.title)


def _read_worksheets(
    data: bytes, name: str, limits: FileLimits, known_columns: Collection[str]
) -> Iterator[_Worksheet]:
    """Yield the visible sheets that have something in them, in the order of their tabs."""
    reader = _Reader(io.BytesIO(data), read_only=True, keep_links=False)
    reader.read()
    path_by_title = {child.name: relationship.target for child, relationship in reader.parser.find_sheets()}
    for worksheet in reader.wb.worksheets:
        if worksheet.sheet_state != "visible":
            continue
        worksheet.reset_dimensions()  # what a file says about its size may be wrong, and then rows would be missing
        raw_rows = worksheet.iter_rows(max_row=limits.last_row, max_col=limits.n_columns + 1, values_only=True)
        rows = collect_rows(_write_rows(raw_rows), name, limits)
        if rows:
            ranges = read_merged_ranges(reader.archive.read(path_by_title[worksheet.title]))
            rows = fill_merged_cells(rows, ranges, name)
            yield _Worksheet(worksheet.title, rows, find_header(rows, known_columns).n_known)


def _choose_worksheet(worksheets: Iterator[_Worksheet]) -> _Worksheet | None:
    """Return the first sheet with a sure header, else the first of those that know most names."""
    best = None
    for worksheet in worksheets:
        if worksheet.n_known >= _N_KNOWN_SURE:
            return worksheet
        if best is None or worksheet.n_known > best.n_known:
            best = worksheet
    return best


def _write_rows(raw_rows: Iterable[Sequence[object]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the texts of rows that have any, up to the last cell that is filled, with the numbers of the rows."""
    for number, row in enumerate(raw_rows, start=1):
        if row.count(None) < len(row):
            cells = [_write_value(value) for value in row]
            yield number, cells[: count_filled(cells)]


def _write_value(value: object) -> str:
    """Return the text of a cell's value."""
    match value:
        case None:
            text = ""
        case bool():
            text = "true" if value else "false"
        case float():
            text = f"{value:.15g}"
        case dt.datetime() if value.time() == dt.time():
            text = value.date().isoformat()
        case dt.datetime() | dt.date() | dt.time():
            text = value.isoformat()
        case ArrayFormula():
            text = str(value.text)
        case DataTableFormula():
            text = f"=TABLE({value.ref})"
        case _:
            text = _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), str(value))
    return text
