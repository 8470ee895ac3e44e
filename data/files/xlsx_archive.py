"""Looks at a workbook from outside, before anything of it is unpacked: whether it is one, and will stay small."""

import io
import zipfile
import zlib
from typing import Final

from data.files.limits import MEGABYTE, FileLimits
from models.errors import UnreadableFileError

_BINARY_WORKBOOK_PART: Final = "xl/workbook.bin"
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument"
# What zipfile raises for wrong checksums, and for versions, flags and names that it does not know.
_DAMAGED: Final = (
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
_IS_ENCRYPTED: Final = 0x1
"""The first of a packed file's general purpose flags."""


def check_archive(data: bytes, name: str, limits: FileLimits) -> None:
    """Refuse an archive that is no workbook, needs a password, or is out of proportion once unpacked.

    The sizes come from the archive's directory. They can lie only upwards: unpacking stops at the size told there.
    Once they are known to be small, the tags are counted.

    Raises
    ------
    UnreadableFileError : with what was found instead, and what to do
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_proportions(parts, len(data), name, limits)
            _check_kind(archive, name)
            _check_n_tags(archive, name, limits)
    except _DAMAGED as error:
        message = f"Expected an Excel workbook in {name}, but the archive is damaged; save it again in Excel."
        raise UnreadableFileError(message) from error


def _check_proportions(parts: list[zipfile.ZipInfo], n_bytes: int, name: str, limits: FileLimits) -> None:
    """Refuse an archive bomb."""
    n_unpacked = sum(part.file_size for part in parts)
    if len(parts) > limits.n_packed_files:
        expected, got = f"{limits.n_packed_files:,} files", f"{len(parts):,}"
    elif n_unpacked > limits.unpacked_bytes:
        expected = f"{limits.unpacked_bytes / MEGABYTE:g} MB unpacked"
        got = f"{n_unpacked / MEGABYTE:.1f} MB"
    elif n_unpacked > limits.unpack_ratio * n_bytes:
        expected = f"{limits.unpack_ratio} times the size of the file unpacked"
        got = f"{n_unpacked / n_bytes:.0f} times"
    else:
        return
    message = f"Expected at most {expected} in the workbook {name}, but it has {got}; copy the table to a new workbook."
    raise UnreadableFileError(message)


def _check_n_tags(archive: zipfile.ZipFile, name: str, limits: FileLimits) -> None:
    """Refuse a workbook of so many cells, filled or not, that reading it would take minutes."""
    n_tags = sum(archive.read(part).count(b"<") for part in archive.namelist())
    if n_tags > limits.n_tags:
        message = (
            f"Expected at most {limits.n_tags:,} XML tags in the workbook {name}, but it has {n_tags:,}; "
            "copy the table to a new workbook, or save it as CSV."
        )
        raise UnreadableFileError(message)


def _check_kind(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse archives of other programs by name."""
    names = set(archive.namelist())
    if any(part.flag_bits & _IS_ENCRYPTED for part in archive.infolist()):
        found = "an archive with a password; save it without"
    elif "mimetype" in names and archive.read("mimetype").startswith(_OPEN_DOCUMENT):
        found = "an OpenDocument file (.ods); save it as .xlsx"
    elif _BINARY_WORKBOOK_PART in names:
        found = "a binary workbook (.xlsb); save it as .xlsx"
    elif not any(part.startswith("xl/") for part in names):
        found = "another kind of archive; save the table as .xlsx or CSV"
    else:
        return
    message = f"Expected an Excel workbook, CSV or JSON, but {name} is {found}."
    raise UnreadableFileError(message)
