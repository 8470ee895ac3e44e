"""What a cell becomes on its way in and out: clean text, and text that no spreadsheet program takes for a formula."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

# Word and Excel write a line break inside a paragraph as vertical tab, old systems as NEL; U+2028 and U+2029 come
# with text copied from web pages. All are line breaks to a reader.
_LINE_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters but tab and line feed, halves of surrogate pairs and noncharacters: no reader sees them, and
# neither XML nor UTF-8 may hold them.
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# What Excel and LibreOffice take for the beginning of a formula, after as many apostrophes as the writer had
# (source: OWASP, CSV Injection).
_FORMULA: Final = re.compile("'*[=+\\-@\t\r]")
_SHIELDED: Final = re.compile("'+[=+\\-@\t\r]")


def clean_cell(text: str) -> str:
    r"""Return `text` in composed form (NFC), every line break as \n, and without characters that nobody sees.

    White space stays: what it means depends on the column.

    Examples
    --------
    >>> clean_cell("A\r\nB\x00\vC")
    'A\nB\nC'
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_BREAKS.sub("\n", text)))


def count_filled(cells: Sequence[str]) -> int:
    """Return up to which cell a row is filled: its length without the empty cells at its end.

    Examples
    --------
    >>> count_filled(["A", "", "B", " ", ""])
    3
    """
    return next((place for place in range(len(cells), 0, -1) if cells[place - 1].strip()), 0)


def shield_formula(cell: str) -> str:
    """Return `cell` with an apostrophe before it where a spreadsheet program could take it for a formula.

    Examples
    --------
    >>> shield_formula("=1+1"), shield_formula("'-5"), shield_formula("'90s")
    ("'=1+1", "''-5", "'90s")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unshield_formula(cell: str) -> str:
    """Return `cell` without the apostrophe that `shield_formula` put there: exactly one, and only before a formula.

    Examples
    --------
    >>> unshield_formula("'=1+1"), unshield_formula("''-5"), unshield_formula("'90s")
    ('=1+1', "'-5", "'90s")
    """
    return cell[1:] if _SHIELDED.match(cell) else cell
