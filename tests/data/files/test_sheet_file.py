"""Which reader a file gets: its content decides, not its name; nothing but one error ever comes out."""

import io
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.files.limits import FileLimits
from data.files.sheet_file import read_sheet
from models.errors import UnreadableFileError
from models.sheet import Sheet
from tests.data.files.workbooks import make_text_workbook, make_workbook, replace_parts

_WORKBOOK: Final = make_text_workbook([("title", "lead"), ("Kyydit", "Kuhmo")])
_PARTS: Final = ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"title;lead\nKyydit;Kuhmo\n", "ideat.xlsx"),
        (_WORKBOOK, "ideat.csv"),
        (_WORKBOOK, "ideat.json"),
        (b'[{"title": "Kyydit", "lead": "Kuhmo"}]', "ideat.csv"),
        (b' {\n "ideas": [{"title": "Kyydit", "lead": "Kuhmo"}]}', "ideat"),
        ('[{"title": "Kyydit", "lead": "Kuhmo"}]'.encode("utf-16"), "ideat.txt"),
    ],
)
def test_the_content_decides_and_not_the_name(data: bytes, name: str) -> None:
    """A file with the wrong ending, or none, is read for what it is."""
    sheet = read_sheet(data, name)

    assert (sheet.source, sheet.columns, sheet.rows[0].cells) == (name, ("title", "lead"), ("Kyydit", "Kuhmo"))


def test_text_that_begins_with_a_bracket_is_not_json() -> None:
    """A column may be called [id]."""
    assert read_sheet(b"[id];title\n[1];Kyydit\n", "ideat.csv").columns == ("[id]", "title")


def test_a_file_called_json_is_read_as_json() -> None:
    """What is wrong with it is then said in terms of JSON."""
    with pytest.raises(UnreadableFileError, match=r"^Expected JSON in ideat.json, but line 1, column 1 is not"):
        read_sheet(b"title;lead\n", "ideat.json")


def test_a_path_is_read(tmp_path: Path) -> None:
    """The name in messages is the one that is given."""
    path = tmp_path / "upload-17"
    path.write_bytes(b"title\nKyydit\n")

    assert read_sheet(path, "ideat.csv").source == "ideat.csv"


def test_a_header_that_somebody_named_is_recognised() -> None:
    """Names that a caller adds find the header below the titles above it."""
    data = b"Koonti 2019;sivu 1\nFoo;Bar\nKyydit;x\n"

    sheet = read_sheet(data, "ideat.csv", known_columns={"foo", "bar"})

    assert sheet.columns == ("Foo", "Bar")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\n", "a PDF; copy its table to a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an old Office file (.xls); save it as .xlsx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a workbook with a password; save it without",
        ),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x1f\x8b\x08", "a compressed file; unpack it first"),
        (b"{\\rtf1 title}", "a text document (RTF); copy its table to a spreadsheet"),
    ],
)
def test_other_formats_are_called_by_their_name(data: bytes, found: str) -> None:
    """People learn what they have sent and what to do about it."""
    with pytest.raises(UnreadableFileError) as refused:
        read_sheet(data, "ideat.xlsx")

    assert str(refused.value) == f"Expected an Excel workbook (.xlsx), CSV or JSON, but ideat.xlsx is {found}."


def test_an_empty_file_is_refused() -> None:
    """There is nothing to guess from."""
    with pytest.raises(UnreadableFileError) as refused:
        read_sheet(b"", "ideat.csv")

    assert str(refused.value) == "Expected a list of ideas in ideat.csv, but the file is empty."


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    """The size is looked up before the file is opened."""
    path = tmp_path / "ideat.csv"
    path.write_bytes(b"title\n" + b"x" * 2_000_000)

    with pytest.raises(UnreadableFileError) as refused:
        read_sheet(path, "ideat.csv", FileLimits(size_bytes=1_000_000))

    assert str(refused.value) == (
        "Expected at most 1 MB, but ideat.csv has 2.0 MB; remove pictures and other sheets, or split it."
    )


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The message has the path, since that is what is wrong."""
    path = tmp_path / "ideat.csv"

    with pytest.raises(UnreadableFileError) as refused:
        read_sheet(path, "ideat.csv")

    assert str(refused.value) == f"Expected a readable file at {path}, but: No such file or directory."


def _read_or_refuse(data: bytes) -> Sheet | None:
    """Return the sheet in any bytes, None where they are refused."""
    try:
        return read_sheet(data, "ideat.csv")
    except UnreadableFileError:
        return None


def _assert_is_well_formed(sheet: Sheet | None) -> None:
    """Rows are numbered upwards, are as wide as the header or wider, and have something in them."""
    if sheet is None:
        return
    numbers = [row.number for row in sheet.rows]
    assert numbers == sorted(set(numbers))
    assert all(len(row.cells) >= len(sheet.columns) for row in sheet.rows)
    assert all(any(cell.strip() for cell in row.cells) for row in sheet.rows)


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_a_sheet_or_refused(data: bytes) -> None:
    """No other exception comes out, whatever comes in."""
    _assert_is_well_formed(_read_or_refuse(data))


@settings(deadline=None)
@given(st.text(min_size=1, max_size=300, alphabet=st.sampled_from("ab;,\t|\"\n\r'=[]{}: \0\ufeffä")))
def test_any_text_is_a_sheet_or_refused(text: str) -> None:
    """Quotes, delimiters, line breaks and brackets in any order are read or refused."""
    _assert_is_well_formed(_read_or_refuse(text.encode()))


@settings(max_examples=50, deadline=None)
@given(
    part=st.sampled_from(_PARTS),
    place=st.floats(min_value=0, max_value=1),
    n_cut=st.integers(min_value=0, max_value=40),
    put_in=st.binary(max_size=20),
)
def test_any_damage_to_a_workbook_is_refused_or_read_over(part: str, place: float, n_cut: int, put_in: bytes) -> None:
    """Openpyxl's exceptions, of whatever kind, do not come out."""

    def damage(xml: bytes) -> bytes:
        start = int(place * len(xml))
        return xml[:start] + put_in + xml[start + n_cut :]

    _assert_is_well_formed(_read_or_refuse(replace_parts(_WORKBOOK, {part: damage})))


@settings(max_examples=50, deadline=None)
@given(st.integers(min_value=0, max_value=len(_WORKBOOK) - 1), st.integers(min_value=0, max_value=255))
def test_any_wrong_byte_in_an_archive_is_refused_or_read_over(position: int, value: int) -> None:
    """Directory, sizes and checksums may all be wrong."""
    data = io.BytesIO(_WORKBOOK)
    data.seek(position)
    data.write(bytes([value]))

    _assert_is_well_formed(_read_or_refuse(data.getvalue()))


def test_a_workbook_of_other_rows_is_read_as_well() -> None:
    """Cells that openpyxl writes inside the sheet read the same as shared ones."""
    assert read_sheet(make_workbook([("title", "lead"), ("Kyydit", "Kuhmo")]), "a").rows == (
        read_sheet(_WORKBOOK, "a").rows
    )
