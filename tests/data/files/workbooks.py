"""Small workbooks for tests, made as people and as attackers make them."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

import xlsxwriter
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def make_workbook(rows: Sequence[Sequence[object]], change: Callable[[Worksheet], None] | None = None) -> bytes:
    """Return a workbook whose only sheet has these rows, after `change` has been at it."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    if change is not None:
        change(sheet)
    return save_workbook(workbook)


def make_text_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook that keeps its texts in one shared list, as Excel does."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate(rows):
            for position, cell in enumerate(row):
                sheet.write_string(number, position, cell)
    return file.getvalue()


def save_workbook(workbook: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def replace_parts(workbook: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return the workbook with some of its parts changed."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(file, "w", compression=zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, changes[part.filename](content) if part.filename in changes else content)
    return file.getvalue()


def make_archive(parts: Mapping[str, bytes]) -> bytes:
    """Return a packed archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
