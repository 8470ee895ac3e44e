"""Reads a file of ideas whatever its name says: what it is, its first bytes tell."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Final

from data.files.csv_file import read_csv
from data.files.json_file import read_json
from data.files.limits import DEFAULT_LIMITS, FileLimits, check_size
from data.files.xlsx_file import read_xlsx
from models.errors import UnreadableFileError
from models.idea_columns import FIELD_BY_NAME
from models.sheet import Sheet

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The name of the stream in which Office keeps a document that needs a password.
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_UNSUPPORTED: Final = (
    (b"%PDF-", "a PDF; copy its table to a spreadsheet"),
    (b"{\\rtf", "a text document (RTF); copy its table to a spreadsheet"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"7z\xbc\xaf", "a compressed file; unpack it first"),
    (b"Rar!", "a compressed file; unpack it first"),
)
# A list or object that goes on as JSON does: text may begin with a bracket too. NUL bytes are of UTF-16.
_JSON: Final = re.compile(rb'(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*(?:\[[\s\0]*[\[{\]"]|\{[\s\0]*["}])')


def read_sheet(
    path_or_bytes: Path | bytes,
    name: str,
    limits: FileLimits = DEFAULT_LIMITS,
    *,
    known_columns: Collection[str] = FIELD_BY_NAME,
) -> Sheet:
    """Return the table in a CSV file, an Excel workbook or a JSON file.

    Nothing in the file is run, computed or looked up elsewhere.

    Parameters
    ----------
    path_or_bytes : where the file is, or the whole of it
    name : what the file is called in messages, and the source of the ideas in it
    limits : how large it may be
    known_columns : folded names by which the header is recognised, to which a caller may add those it was told

    Raises
    ------
    UnreadableFileError : if it can't be read, with what was expected, what came and what to do
    """
    data = path_or_bytes if isinstance(path_or_bytes, bytes) else _read_bytes(path_or_bytes, name, limits)
    check_size(len(data), name, limits)
    if data.startswith(_ZIP):
        return read_xlsx(data, name, limits, known_columns=known_columns)
    _refuse_unsupported(data, name)
    if name.lower().endswith(".json") or _JSON.match(data):
        return read_json(data, name, limits)
    return read_csv(data, name, limits, known_columns=known_columns)


def _read_bytes(path: Path, name: str, limits: FileLimits) -> bytes:
    """Return the content of a file, after a look at its size."""
    try:
        check_size(path.stat().st_size, name, limits)
        return path.read_bytes()
    except OSError as error:
        message = f"Expected a readable file at {path}, but: {error.strerror or error}."
        raise UnreadableFileError(message) from error


def _refuse_unsupported(data: bytes, name: str) -> None:
    """Refuse formats that people send in good faith, by their own name."""
    found = next((found for mark, found in _UNSUPPORTED if data.startswith(mark)), None)
    if data.startswith(_OLE):
        found = "an old Office file (.xls); save it as .xlsx"
        if _ENCRYPTED_STREAM in data:
            found = "a workbook with a password; save it without"
    if found is not None:
        message = f"Expected an Excel workbook (.xlsx), CSV or JSON, but {name} is {found}."
        raise UnreadableFileError(message)
