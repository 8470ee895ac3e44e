"""How large a file may be before it is refused, and the words of the refusal."""

from dataclasses import dataclass
from typing import Final

from models.errors import UnreadableFileError

MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLimits:
    """What a file may hold; all of them are taste, chosen far above honest use, and each protects something.

    Attributes
    ----------
    size_bytes : the file as it comes; a list of 2,307 real projects is 0.5 MB. Protects memory.
    n_rows : filled rows, the header among them; the largest workshop had 133 ideas. Protects the database.
    last_row : the number of the last row, filled or not, as in Excel. Protects from files of empty lines.
    n_columns : columns that hold something. Protects memory and the page that shows the columns.
    cell_length : characters of one cell; the longest form field known to us takes 4,000. Protects the model.
    unpacked_bytes, n_packed_files : all that a workbook holds once unpacked, looked up before anything is.
    unpack_ratio : how many times larger a workbook may become; text gives 5 to 20, an archive bomb 1,000.
    n_tags : XML tags in a workbook; a cell with text needs 8, and 5 million take half a minute. Protects time.
    """

    size_bytes: int = 20 * MEGABYTE
    n_rows: int = 50_000
    last_row: int = 1_048_576
    n_columns: int = 100
    cell_length: int = 20_000
    unpacked_bytes: int = 100 * MEGABYTE
    n_packed_files: int = 2_000
    unpack_ratio: int = 100
    n_tags: int = 5_000_000


DEFAULT_LIMITS: Final = FileLimits()


def check_size(n_bytes: int, name: str, limits: FileLimits) -> None:
    """Refuse a file that is too large, or has nothing in it."""
    if n_bytes == 0:
        message = f"Expected a list of ideas in {name}, but the file is empty."
        raise UnreadableFileError(message)
    if n_bytes > limits.size_bytes:
        message = (
            f"Expected at most {limits.size_bytes / MEGABYTE:g} MB, but {name} has {n_bytes / MEGABYTE:.1f} MB; "
            "remove pictures and other sheets, or split it."
        )
        raise UnreadableFileError(message)


def check_n_rows(n_rows: int, name: str, limits: FileLimits) -> None:
    """Refuse a file with too many filled rows, as soon as there is one too many."""
    if n_rows > limits.n_rows:
        message = f"Expected at most {limits.n_rows:,} filled rows in {name}, but it has more; split the file."
        raise UnreadableFileError(message)


def check_row_number(number: int, name: str, limits: FileLimits) -> None:
    """Refuse a file that goes on below the last row of a spreadsheet."""
    if number > limits.last_row:
        message = f"Expected at most {limits.last_row:,} rows in {name}, but it has more, empty ones among them."
        raise UnreadableFileError(message)


def check_n_columns(n_columns: int, name: str, limits: FileLimits, *, row: int | None = None) -> None:
    """Refuse a row that is too wide; `row` is None where all rows have the same columns."""
    if n_columns > limits.n_columns:
        where = name if row is None else f"{name}, row {row},"
        message = (
            f"Expected at most {limits.n_columns} columns, but {where} has {n_columns} or more; "
            "remove those that are not about the ideas."
        )
        raise UnreadableFileError(message)


def check_cell_length(length: int, name: str, limits: FileLimits, *, row: int, column: int) -> None:
    """Refuse a cell that is too long; `column` is counted from 1."""
    if length > limits.cell_length:
        message = (
            f"Expected at most {limits.cell_length:,} characters in a cell, but {name}, row {row}, column {column} "
            f"has {length:,}; shorten it."
        )
        raise UnreadableFileError(message)
