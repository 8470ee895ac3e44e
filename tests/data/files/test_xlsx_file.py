"""Excel workbooks: what people see in the cells is what is read."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Final

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

from data.files.limits import FileLimits
from data.files.xlsx_file import read_xlsx
from models.errors import UnreadableFileError
from models.sheet import Sheet, SheetRow
from tests.data.files.workbooks import make_text_workbook, make_workbook, replace_parts, save_workbook

_SHEET: Final = "xl/worksheets/sheet1.xml"
Damage = Callable[[bytes], bytes]


def test_a_small_workbook_becomes_a_sheet() -> None:
    """Rows keep the number they have in the workbook, empty ones are left out."""
    data = make_workbook([("Otsikko", "Hakija"), ("Kyydit", "Kuhmo"), (), ("Niitty", None)])

    sheet = read_xlsx(data, "ideat.xlsx")

    expected = Sheet(
        "ideat.xlsx",
        ("Otsikko", "Hakija"),
        (SheetRow(2, ("Kyydit", "Kuhmo")), SheetRow(4, ("Niitty", ""))),
        worksheet="Sheet",
    )
    assert sheet == expected


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (2019, "2019"),
        (2019.0, "2019"),
        (0.1 + 0.2, "0.3"),
        (-1.5, "-1.5"),
        (True, "true"),
        (datetime(2019, 9, 27), "2019-09-27"),  # noqa: DTZ001 - workbooks know no time zones
        (datetime(2019, 9, 27, 9, 30), "2019-09-27T09:30:00"),  # noqa: DTZ001
        (date(2019, 9, 27), "2019-09-27"),
        (time(9, 30), "09:30:00"),
        ("=SUM(A1:A3)", "=SUM(A1:A3)"),
        (ArrayFormula("B2", "=SUM(A1:A3*2)"), "=SUM(A1:A3*2)"),
        (DataTableFormula("B2:B3", r1="A1"), "=TABLE(B2:B3)"),
        ("'=1", "'=1"),
        ("007", "007"),
        ("a\nb ", "a\nb "),
    ],
)
def test_values_become_the_text_that_people_see(value: object, cell: str) -> None:
    """Dates are ISO 8601, whole numbers whole, and a formula is its own text: nothing is computed."""
    data = make_workbook([("title", "x"), ("Kyydit", value)])

    assert read_xlsx(data, "ideat.xlsx").rows[0].cells == ("Kyydit", cell)


@pytest.mark.parametrize("text", ["_x0041_", "x005F_", "_x000D_", "a_x0041_ ja _x005F_", "päiväkoti\tA"])
def test_text_that_looks_like_an_escape_of_the_format_stays(text: str) -> None:
    """What the format escapes comes back as it was written."""
    data = make_text_workbook([("title",), (text,)])

    assert read_xlsx(data, "ideat.xlsx").rows[0].cells == (text,)


def test_an_escaped_carriage_return_is_a_line_break() -> None:
    """Excel writes line breaks of Windows as an escape and a line feed."""
    data = make_text_workbook([("title", "text"), ("Kyydit", "ensin\nsitten")])
    data = replace_parts(data, {"xl/sharedStrings.xml": lambda xml: xml.replace(b"ensin\n", b"ensin_x000D_\n")})

    assert read_xlsx(data, "ideat.xlsx").rows[0].cells == ("Kyydit", "ensin\nsitten")


def test_title_rows_above_the_header_are_passed_over() -> None:
    """A title that is merged over all columns is no header, though it fills as many cells."""

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:C1")

    data = make_workbook(
        [("Hankeideat 2019",), ("koonnut kehitysyksikkö",), (), ("Foo", "Bar", "Baz"), ("Kyydit", "a", "b")],
        merge,
    )

    sheet = read_xlsx(data, "ideat.xlsx")

    assert sheet.columns == ("Foo", "Bar", "Baz")
    assert sheet.rows == (SheetRow(5, ("Kyydit", "a", "b")),)


def test_merged_cells_have_the_value_of_their_top_left_cell() -> None:
    """A lead written once for three ideas, and a title over two columns, count in each place."""

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("C2:C4")
        sheet.merge_cells("A4:B4")

    data = make_workbook(
        [
            ("Otsikko", "Kuvaus", "Hakija"),
            ("Kyydit", "a", "Kuhmo"),
            ("Niitty", "b"),
            ("Puisto",),
            ("Koulu", "c", "Salo"),
        ],
        merge,
    )

    sheet = read_xlsx(data, "ideat.xlsx")

    assert [row.cells for row in sheet.rows] == [
        ("Kyydit", "a", "Kuhmo"),
        ("Niitty", "b", "Kuhmo"),
        ("Puisto", "Puisto", "Kuhmo"),
        ("Koulu", "c", "Salo"),
    ]


def test_a_header_of_two_merged_rows_is_read_where_it_says_most() -> None:
    """Groups of columns above their names do not hide the names, and the rest of the header is no idea."""

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")

    data = make_workbook(
        [("Otsikko", "Hakija", None), (None, "Kunta", "Yhteyshenkilö"), ("Kyydit", "Kuhmo", "sihteeri")], merge
    )

    sheet = read_xlsx(data, "ideat.xlsx")

    assert sheet.columns == ("Otsikko", "Kunta", "Yhteyshenkilö")
    assert sheet.rows == (SheetRow(3, ("Kyydit", "Kuhmo", "sihteeri")),)


def test_the_first_visible_sheet_with_a_header_is_read() -> None:
    """Instructions before it and hidden sheets are passed over, and the sheet is named."""
    workbook = Workbook()
    instructions = workbook.worksheets[0]
    instructions.append(("Ohje", "täytä seuraava välilehti"))
    instructions.append(("Otsikko", "lyhyt ja kuvaava"))
    hidden = workbook.create_sheet("Vanhat")
    hidden.append(("Otsikko", "Hakija"))
    hidden.sheet_state = "hidden"
    for title in ("Ideat", "Varalla"):
        sheet = workbook.create_sheet(title)
        sheet.append(("Otsikko", "Hakija"))
        sheet.append((title, "Kuhmo"))

    sheet = read_xlsx(save_workbook(workbook), "ideat.xlsx")

    assert (sheet.worksheet, sheet.rows) == ("Ideat", (SheetRow(2, ("Ideat", "Kuhmo")),))


def test_comments_drop_down_lists_and_formats_far_away_are_no_hindrance() -> None:
    """Only what is in the cells counts."""

    def decorate(sheet: Worksheet) -> None:
        sheet["A2"].comment = Comment("hyvä", "arvioija")
        sheet.add_data_validation(DataValidation(type="list", formula1='"Kuhmo,Salo"'))
        sheet["XFD5"].number_format = "0.00"
        sheet.column_dimensions["B"].hidden = True

    data = make_workbook([("title", "lead"), ("Kyydit", "Kuhmo")], decorate)

    assert read_xlsx(data, "ideat.xlsx").rows == (SheetRow(2, ("Kyydit", "Kuhmo")),)


def test_a_wrong_size_in_the_file_hides_no_rows() -> None:
    """Some programs write that a sheet ends at A1."""
    data = make_workbook([("title", "lead"), ("Kyydit", "Kuhmo")])
    data = replace_parts(data, {_SHEET: lambda xml: xml.replace(b'ref="A1:B2"', b'ref="A1"')})

    assert read_xlsx(data, "ideat.xlsx").rows == (SheetRow(2, ("Kyydit", "Kuhmo")),)


def test_an_entity_in_the_xml_is_refused() -> None:
    """Entities are how small XML becomes large, or reads other files; no spreadsheet program writes any."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    data = make_workbook([("title",), ("Kyydit",)])
    data = replace_parts(data, {_SHEET: lambda xml: bomb + xml.replace(b"<v>1</v>", b"<v>&b;</v>")})

    with pytest.raises(UnreadableFileError) as refused:
        read_xlsx(data, "ideat.xlsx")

    assert str(refused.value) == (
        "Expected plain cells in ideat.xlsx, but its XML has entities, which no spreadsheet program writes."
    )


def test_merged_cells_that_overlap_are_refused() -> None:
    """Many large ranges over each other would be filled again and again."""
    ranges = b'<mergeCell ref="A1:B3"/>' * 2
    data = make_workbook([("title", "lead"), ("Kyydit", "Kuhmo"), ("Niitty", "Salo")])
    data = replace_parts(
        data,
        {
            _SHEET: lambda xml: xml.replace(
                b"</sheetData>", b'</sheetData><mergeCells count="2">' + ranges + b"</mergeCells>"
            )
        },
    )

    with pytest.raises(UnreadableFileError, match=r"merged cells that do not overlap in ideat\.xlsx"):
        read_xlsx(data, "ideat.xlsx")


def test_a_row_far_below_does_not_keep_the_reader_counting() -> None:
    """Excel has 1,048,576 rows; one that claims to be further down is not read."""
    data = make_workbook([("title",), ("Kyydit",), ("Niitty",)])
    data = replace_parts(
        data, {_SHEET: lambda xml: xml.replace(b'<row r="3"', b'<row r="99999999999"').replace(b'"A3"', b'"A9"')}
    )

    assert [row.number for row in read_xlsx(data, "ideat.xlsx").rows] == [2]


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        (lambda xml: xml[:200], _SHEET),
        (lambda xml: xml.replace(b"<v>1</v>", b"<v>77</v>"), _SHEET),
        (lambda xml: xml.replace(b'r="A1"', b'r="?"'), _SHEET),
        (lambda xml: xml.replace(b"<v>1</v>", b"<v>one</v>"), _SHEET),
        (lambda _xml: b"", "xl/workbook.xml"),
        (lambda _xml: b"<x/>", "[Content_Types].xml"),
        (lambda xml: xml.replace(b"<sheet ", b"<sheet wrong='1' "), "xl/workbook.xml"),
    ],
)
def test_a_damaged_workbook_is_refused(damage: Damage, part: str) -> None:
    """Whatever is wrong inside, the message is one sentence that says what to do."""
    data = replace_parts(make_text_workbook([("title",), ("Kyydit",)]), {part: damage})

    with pytest.raises(UnreadableFileError) as refused:
        read_xlsx(data, "ideat.xlsx")

    assert str(refused.value) == (
        "Expected an Excel workbook in ideat.xlsx, but it is damaged; open it in Excel and save it again."
    )


def test_a_workbook_with_nothing_in_sight_is_refused() -> None:
    """An empty sheet has no header."""
    with pytest.raises(UnreadableFileError) as refused:
        read_xlsx(make_workbook([]), "ideat.xlsx")

    assert str(refused.value) == (
        "Expected a header row and ideas in ideat.xlsx, but no visible sheet has anything in it."
    )


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (FileLimits(n_rows=2), "Expected at most 2 filled rows in ideat.xlsx, but it has more; split the file."),
        (
            FileLimits(n_columns=1),
            (
                "Expected at most 1 columns, but ideat.xlsx, row 1, has 2 or more; "
                "remove those that are not about the ideas."
            ),
        ),
        (
            FileLimits(cell_length=5),
            "Expected at most 5 characters in a cell, but ideat.xlsx, row 2, column 1 has 6; shorten it.",
        ),
    ],
)
def test_each_limit_has_its_message(limits: FileLimits, message: str) -> None:
    """The message names the file, the limit and what came."""
    data = make_workbook([("title", "lead"), ("Kyydit", "Inkoo"), ("Niitt", "Salo")])

    with pytest.raises(UnreadableFileError) as refused:
        read_xlsx(data, "ideat.xlsx", limits)

    assert str(refused.value) == message
