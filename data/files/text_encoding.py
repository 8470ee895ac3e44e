"""From the bytes of a text file to its text: UTF-8, UTF-16 that says so, and what Finnish Windows writes."""

import codecs
from typing import Final

from models.errors import UnreadableFileError

_BY_MARK: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HOW_TO_SAVE: Final = "save it again as CSV UTF-8, or as an Excel workbook"


def decode_text(data: bytes, name: str) -> str:
    """Return the text of a file, without byte order mark.

    UTF-8 is tried before Windows-1252, since text in Windows-1252 is hardly ever valid UTF-8 by chance. A file that
    is UTF-8 but for a few bytes is refused: read as Windows-1252 every ä of it would be two wrong letters.

    Raises
    ------
    UnreadableFileError : if the bytes are text in none of these, or contain NUL, as programs and pictures do
    """
    encoding = next((encoding for mark, encoding in _BY_MARK if data.startswith(mark)), None)
    if encoding is not None:
        text = _decode(data, encoding, name)
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            _refuse_broken_utf8(data, error.start, name)
            text = _decode(data, "windows-1252", name)
    if "\0" in text:
        message = f"Expected text in {name}, but it contains NUL characters; {_HOW_TO_SAVE}."
        raise UnreadableFileError(message)
    return text


def _decode(data: bytes, encoding: str, name: str) -> str:
    """Return the text in one encoding, or raise."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"Expected text in {name}, but byte {error.start + 1:,} is not {encoding.upper()}; {_HOW_TO_SAVE}."
        raise UnreadableFileError(message) from error


def _refuse_broken_utf8(data: bytes, n_bytes_before: int, name: str) -> None:
    """Raise if the file is UTF-8 but for some bytes: more letters beyond ASCII are right than wrong."""
    text = data.decode("utf-8", errors="replace")
    n_wrong = text.count("\ufffd")
    n_right = sum(not letter.isascii() for letter in text) - n_wrong
    if n_right > n_wrong:
        line = data[:n_bytes_before].count(b"\n") + 1
        message = f"Expected UTF-8 in {name}, but line {line:,} has bytes that are not; {_HOW_TO_SAVE}."
        raise UnreadableFileError(message)
