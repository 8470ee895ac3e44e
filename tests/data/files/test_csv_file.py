"""Delimited text: delimiters, encodings, quotes, title rows and what is refused."""

import pytest

from data.files.csv_file import read_csv
from data.files.limits import FileLimits
from models.errors import UnreadableFileError
from models.sheet import Sheet, SheetRow


def test_a_small_file_becomes_a_sheet() -> None:
    """The first row names the columns, every other filled row keeps the number it has in the file."""
    data = b"title,lead\nKoulukyydit,Kuhmo\n\nNiitty,Inkoo\n"

    sheet = read_csv(data, "ideat.csv")

    expected = Sheet(
        "ideat.csv",
        ("title", "lead"),
        (SheetRow(2, ("Koulukyydit", "Kuhmo")), SheetRow(4, ("Niitty", "Inkoo"))),
    )
    assert sheet == expected


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_common_delimiter_is_recognised(delimiter: str) -> None:
    """Texts may contain the other delimiters without confusing the choice."""
    rows = (
        ("otsikko", "kuvaus", "hakija"),
        ("Kyydit", '"a; b, c | d"', "Kuhmo"),
        ("Niitty", '"e, f; g | h"', "Inkoo"),
    )
    data = "\r\n".join(delimiter.join(row) for row in rows).encode()

    sheet = read_csv(data, "ideat.csv")

    assert sheet.columns == ("otsikko", "kuvaus", "hakija")
    assert [row.cells for row in sheet.rows] == [
        ("Kyydit", "a; b, c | d", "Kuhmo"),
        ("Niitty", "e, f; g | h", "Inkoo"),
    ]


def test_a_decimal_comma_is_no_delimiter() -> None:
    """Where no name is known, the delimiter is the one under which rows are as long as the header."""
    data = b"foo;bar\nKoulu, kyydit;1,5\nNiitty;2,5\n"

    sheet = read_csv(data, "ideat.csv")

    assert sheet.columns == ("foo", "bar")
    assert [row.cells for row in sheet.rows] == [("Koulu, kyydit", "1,5"), ("Niitty", "2,5")]


def test_a_single_column_has_no_delimiter() -> None:
    """A file of titles may contain commas and semicolons, in the same title too."""
    data = b"Otsikko\nKoulut, kyydit ja reitit; osa 1\nNiitty\n"

    sheet = read_csv(data, "ideat.csv")

    assert [row.cells for row in sheet.rows] == [("Koulut, kyydit ja reitit; osa 1",), ("Niitty",)]


def test_the_delimiter_that_excel_writes_on_the_first_line_is_believed() -> None:
    """The line `sep=` is not a row, as Excel does not show it either."""
    data = b"sep=|\r\ntitle|lead\r\nKyydit;a;b|Kuhmo\r\n"

    sheet = read_csv(data, "ideat.csv")

    assert sheet.rows == (SheetRow(2, ("Kyydit;a;b", "Kuhmo")),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_the_encodings_of_finnish_spreadsheets_are_read(encoding: str) -> None:
    """UTF-8 with and without mark, UTF-16 with it, and Windows-1252 with its euro and dash."""
    data = "Otsikko;Hakija\nÄlykäs päiväkoti – 5 €;Närpiö\n".encode(encoding)

    sheet = read_csv(data, "ideat.csv")

    assert sheet.columns == ("Otsikko", "Hakija")
    assert sheet.rows[0].cells == ("Älykäs päiväkoti – 5 €", "Närpiö")


def test_letters_written_as_two_code_points_become_one() -> None:
    """Files from a Mac may decompose letters; they read the same afterwards."""
    data = "title\nPa\u0308iva\u0308koti\n".encode()

    assert read_csv(data, "ideat.csv").rows[0].cells == ("Päiväkoti",)


def test_quoted_cells_may_have_delimiters_quotes_and_line_breaks() -> None:
    """A row whose cell has line breaks counts as one row, as it does in a spreadsheet program."""
    data = b'title;text\n"Kyydit; ""yhteen""";"Ensin.\r\n\r\nSitten."\nNiitty;\n'

    sheet = read_csv(data, "ideat.csv")

    assert sheet.rows == (
        SheetRow(2, ('Kyydit; "yhteen"', "Ensin.\n\nSitten.")),
        SheetRow(3, ("Niitty", "")),
    )


def test_a_space_after_a_delimiter_does_not_hide_a_quote() -> None:
    """People who write files by hand leave one."""
    data = b'title, lead\n"Kyydit, yhteen", "Kuhmo"\n'

    assert read_csv(data, "ideat.csv").rows[0].cells == ("Kyydit, yhteen", "Kuhmo")


def test_title_rows_above_the_header_are_passed_over() -> None:
    """The header is the row with the most known names; its number and those below are as in the file."""
    data = "Hankeideat 2019;;\nkoonnut kehittämisyksikkö;;\n;;\nHankkeen nimi;Kunta;Muuta\nKyydit;Kuhmo;x\n".encode()

    sheet = read_csv(data, "ideat.csv")

    assert sheet.columns == ("Hankkeen nimi", "Kunta", "Muuta")
    assert sheet.rows == (SheetRow(5, ("Kyydit", "Kuhmo", "x")),)


def test_a_column_without_a_name_is_called_by_its_place() -> None:
    """Empty columns at the end are dropped, others keep their content under a name that can be mapped."""
    data = b"title;;lead;;\nKyydit;x;Kuhmo;;\n"

    sheet = read_csv(data, "ideat.csv")

    assert sheet.columns == ("title", "column 2", "lead")
    assert sheet.rows[0].cells == ("Kyydit", "x", "Kuhmo")


def test_a_row_that_is_longer_than_the_header_keeps_its_cells() -> None:
    """Nothing is cut off silently: the plan refuses such a row."""
    data = b"title,text,lead\nKyydit,a, b,Kuhmo\nNiitty,c,Inkoo,,\nPuisto,d,Salo\n"

    sheet = read_csv(data, "ideat.csv")

    assert [row.cells for row in sheet.rows] == [
        ("Kyydit", "a", "b", "Kuhmo"),
        ("Niitty", "c", "Inkoo"),
        ("Puisto", "d", "Salo"),
    ]


def test_a_shielded_formula_loses_exactly_one_apostrophe() -> None:
    """What an export put before a formula is taken off; apostrophes of words stay."""
    data = b"title;text\n'=SUM(A1);''-5\n'90s;'@x\n"

    sheet = read_csv(data, "ideat.csv")

    assert [row.cells for row in sheet.rows] == [("=SUM(A1)", "'-5"), ("'90s", "@x")]


def test_control_characters_vanish_and_line_breaks_are_one_kind() -> None:
    """A vertical tab is a line break of Excel; a bell is nothing."""
    data = b'title;text\nKy\x07ydit;"a\x0bb\rc"\n'

    assert read_csv(data, "ideat.csv").rows[0].cells == ("Kyydit", "a\nb\nc")


def test_a_header_that_is_repeated_below_is_left_out() -> None:
    """Printed tables have it on each page."""
    data = b"title;lead\nKyydit;Kuhmo\ntitle;lead\nNiitty;Inkoo\n"

    assert [row.number for row in read_csv(data, "ideat.csv").rows] == [2, 4]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b'title;lead\n"Kyydit;Kuhmo\nNiitty;Inkoo\n',
            "Expected a closing quotation mark in ideat.csv, but the one opened in row 2 is never closed.",
        ),
        (
            b"title\n\0\1\2\n",
            (
                "Expected text in ideat.csv, but it contains NUL characters; "
                "save it again as CSV UTF-8, or as an Excel workbook."
            ),
        ),
        (
            b"title\nKyydit \x81\n",
            (
                "Expected text in ideat.csv, but byte 14 is not WINDOWS-1252; "
                "save it again as CSV UTF-8, or as an Excel workbook."
            ),
        ),
        (
            "title\nPäiväkoti\nKyy".encode() + b"\xe4\n",
            (
                "Expected UTF-8 in ideat.csv, but line 3 has bytes that are not; "
                "save it again as CSV UTF-8, or as an Excel workbook."
            ),
        ),
        (
            b"<html><body><table>",
            "Expected CSV, an Excel workbook or JSON, but ideat.csv is a web page or XML; save it as one of those.",
        ),
        (b"\n \n", "Expected a header row and ideas in ideat.csv, but there is nothing in it."),
        (
            b"title\n" + b"x" * 200_000,
            (
                "Expected at most 20,000 characters in a cell, but ideat.csv, row 2 has a cell of more than 131,072; "
                "shorten it, or close the quotation mark before it."
            ),
        ),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(data: bytes, message: str) -> None:
    """The message says what was expected, what came, where, and what to do."""
    with pytest.raises(UnreadableFileError) as refused:
        read_csv(data, "ideat.csv")

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (FileLimits(n_rows=2), "Expected at most 2 filled rows in ideat.csv, but it has more; split the file."),
        (
            FileLimits(n_columns=1),
            (
                "Expected at most 1 columns, but ideat.csv, row 1, has 2 or more; "
                "remove those that are not about the ideas."
            ),
        ),
        (
            FileLimits(last_row=2),
            "Expected at most 2 rows in ideat.csv, but it has more, empty ones among them.",
        ),
        (
            FileLimits(cell_length=5),
            "Expected at most 5 characters in a cell, but ideat.csv, row 2, column 1 has 6; shorten it.",
        ),
    ],
)
def test_each_limit_has_its_message(limits: FileLimits, message: str) -> None:
    """The message names the file, the limit and what came."""
    with pytest.raises(UnreadableFileError) as refused:
        read_csv(b"title;lead\nKyydit;Inkoo\nNiitt;Salo\n", "ideat.csv", limits)

    assert str(refused.value) == message
