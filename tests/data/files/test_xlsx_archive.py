"""Archives: bombs and strangers are refused before anything is unpacked."""

import io
import zipfile

import pytest

from data.files.limits import DEFAULT_LIMITS, FileLimits
from data.files.xlsx_archive import check_archive
from models.errors import UnreadableFileError
from tests.data.files.workbooks import make_archive, make_workbook


def _refusal(data: bytes, limits: FileLimits = DEFAULT_LIMITS) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        check_archive(data, "ideat.xlsx", limits)
    return str(refused.value)


def test_a_workbook_passes() -> None:
    """A small honest workbook is well within the limits."""
    data = make_workbook([("title",), ("Kyydit",)])

    check_archive(data, "ideat.xlsx", DEFAULT_LIMITS)

    assert zipfile.is_zipfile(io.BytesIO(data))


def test_a_bomb_is_refused_by_the_size_it_would_have() -> None:
    """A hundred million zeros pack into a hundred thousand bytes."""
    data = make_archive({"xl/worksheets/sheet1.xml": bytes(100_000_001)})

    assert _refusal(data) == (
        "Expected at most 100 MB unpacked in the workbook ideat.xlsx, but it has 100.0 MB; "
        "copy the table to a new workbook."
    )


def test_a_small_bomb_is_refused_by_its_ratio() -> None:
    """Text packs to a tenth, not to a thousandth."""
    data = make_archive({"xl/worksheets/sheet1.xml": bytes(10_000_000)})

    message = _refusal(data)

    assert message.startswith(
        "Expected at most 100 times the size of the file unpacked in the workbook ideat.xlsx, but it has "
    )
    assert message.endswith(" times; copy the table to a new workbook.")


def test_a_crowd_of_files_is_refused() -> None:
    """A workbook has dozens of parts."""
    data = make_archive({f"xl/{number}.xml": b"" for number in range(6)})

    assert _refusal(data, FileLimits(n_packed_files=5)) == (
        "Expected at most 5 files in the workbook ideat.xlsx, but it has 6; copy the table to a new workbook."
    )


def test_a_workbook_of_very_many_cells_is_refused() -> None:
    """Cells cost time and memory though they are empty and pack well; all parts count."""
    data = make_archive({"xl/worksheets/sheet1.xml": b"<row>" + b"<c/>" * 9 + b"</row>", "xl/styles.xml": b"<a/>"})

    assert _refusal(data, FileLimits(n_tags=11)) == (
        "Expected at most 11 XML tags in the workbook ideat.xlsx, but it has 12; "
        "copy the table to a new workbook, or save it as CSV."
    )
    check_archive(data, "ideat.xlsx", FileLimits(n_tags=12))


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""},
            "an OpenDocument file (.ods); save it as .xlsx",
        ),
        ({"xl/workbook.bin": b""}, "a binary workbook (.xlsb); save it as .xlsx"),
        ({"word/document.xml": b""}, "another kind of archive; save the table as .xlsx or CSV"),
    ],
)
def test_archives_of_other_programs_are_named(parts: dict[str, bytes], found: str) -> None:
    """The message says what the file is and what to save it as."""
    assert _refusal(make_archive(parts)) == f"Expected an Excel workbook, CSV or JSON, but ideat.xlsx is {found}."


def test_an_archive_with_a_password_is_named() -> None:
    """The flag in its directory is enough to know."""
    data = bytearray(make_archive({"xl/workbook.xml": b"<x/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert _refusal(bytes(data)) == (
        "Expected an Excel workbook, CSV or JSON, but ideat.xlsx is an archive with a password; save it without."
    )


def test_a_broken_archive_is_refused() -> None:
    """Half a file has no directory."""
    data = make_workbook([("title",), ("Kyydit",)])

    assert _refusal(data[: len(data) // 2]) == (
        "Expected an Excel workbook in ideat.xlsx, but the archive is damaged; save it again in Excel."
    )
