"""Sheets: the table inside a file, whatever the format of the file was."""

from dataclasses import dataclass
from enum import StrEnum


class FileFormat(StrEnum):
    """The formats in which tables come and go."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that has something in it.

    `number` is the row as people see it in their file, from 1 (in JSON: the item, from 1).
    `cells` has at least one cell a column; more where the row is longer than the header.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The header and the rows of one table; empty rows are left out, cells are text as written.

    `source` is the name of the file, `worksheet` the sheet of a workbook that was read, empty in other formats.
    """

    source: str
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    worksheet: str = ""
