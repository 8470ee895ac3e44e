"""Exports of ideas: what they look like, and that nothing in them is run."""

import io
import json

import pytest
from openpyxl import load_workbook

from data.files.idea_export import write_ideas
from data.files.sheet_file import read_sheet
from models.call import CallId
from models.errors import UnwritableFileError
from models.idea import IdeaStatus, Need, Offer, Origin, Party, PartyRole, ResourceKind
from models.idea_columns import IdeaField
from models.sheet import FileFormat
from tests.factories import make_draft, make_lead, make_member

_IDEA = make_draft(
    title="Kyydit; yhteen",
    text="Ensin.\n\nSitten.",
    parties=(make_lead("Kuhmo"), make_member("Salo"), Party(PartyRole.ASSOCIATE, "Kyyti Oy")),
    needs=(Need("Kotlin", ResourceKind.SKILL), Need("money: ei")),
    offers=(Offer("SAP; ja muuta"),),
    call_id=CallId("2019-2"),
    year=2019,
    status=IdeaStatus.COMPLETE,
    origin=Origin.ILLUSTRATIVE,
    reference="007",
)


def test_csv_opens_in_a_finnish_excel() -> None:
    """Semicolons, UTF-8 with its mark, lines of Windows, one item a line within a cell."""
    data = write_ideas([_IDEA], FileFormat.CSV)

    assert data.decode("utf-8") == (
        "\ufeffreference;title;text;language;lead;members;needs;offers;call;year;status;origin\r\n"
        '007;"Kyydit; yhteen";"Ensin.\n\nSitten.";fi;Kuhmo;"Salo\nassociate: Kyyti Oy";'
        '"skill: Kotlin\n: money: ei";"SAP; ja muuta\n";2019-2;2019;complete;illustrative\r\n'
    )


def test_json_has_lists_and_nulls() -> None:
    """Programs need not take cells apart."""
    data = write_ideas([_IDEA, make_draft(title="Älykäs päiväkoti")], FileFormat.JSON)

    ideas = json.loads(data)["ideas"]
    assert ideas[0] == {
        "reference": "007",
        "title": "Kyydit; yhteen",
        "text": "Ensin.\n\nSitten.",
        "language": "fi",
        "lead": "Kuhmo",
        "members": ["Salo", "associate: Kyyti Oy"],
        "needs": [{"kind": "skill", "text": "Kotlin"}, {"kind": None, "text": "money: ei"}],
        "offers": [{"kind": None, "text": "SAP; ja muuta"}],
        "call": "2019-2",
        "year": 2019,
        "status": "complete",
        "origin": "illustrative",
    }
    assert [key for key, value in ideas[1].items() if value is None] == ["reference", "lead", "call", "year"]
    assert "Älykäs" in data.decode("utf-8")


def test_a_workbook_keeps_its_header_in_sight() -> None:
    """The header is frozen and can be filtered by; years are numbers, codes with zeros are not."""
    book = load_workbook(io.BytesIO(write_ideas([_IDEA], FileFormat.XLSX)))

    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == list(IdeaField)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:L2")
    assert (sheet["A2"].value, sheet["J2"].value) == ("007", 2019)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", '=HYPERLINK("http://example.invalid")'])
def test_no_text_becomes_a_formula(text: str) -> None:
    """In CSV an apostrophe stands before it, in a workbook it is a string, and it comes back as it was."""
    idea = make_draft(title="Kyydit", text=text)

    csv = write_ideas([idea], FileFormat.CSV)
    book = write_ideas([idea], FileFormat.XLSX)

    assert read_sheet(csv, "a").rows[0].cells[2] == text
    assert not any(cell.strip('"').startswith(tuple("=+-@")) for cell in csv.decode("utf-8").split(";"))
    cell = load_workbook(io.BytesIO(book)).worksheets[0]["C2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_link_stays_text() -> None:
    """A workbook with very many links can't be opened, and nobody should click one by mistake."""
    book = write_ideas([make_draft(title="Kyydit", text="https://example.invalid")], FileFormat.XLSX)

    assert load_workbook(io.BytesIO(book)).worksheets[0]["C2"].hyperlink is None


@pytest.mark.parametrize("file_format", [FileFormat.CSV, FileFormat.XLSX])
def test_an_export_of_nothing_has_a_header(file_format: FileFormat) -> None:
    """It can be filled in and imported."""
    sheet = read_sheet(write_ideas([], file_format), "ideat")

    assert (sheet.columns, sheet.rows) == (tuple(IdeaField), ())


def test_a_text_that_no_workbook_can_hold_is_refused() -> None:
    """Excel would cut it off; other formats take it."""
    idea = make_draft(title="Kyydit", text="a" * 32_768)

    with pytest.raises(UnwritableFileError) as refused:
        write_ideas([idea], FileFormat.XLSX)

    assert str(refused.value) == (
        "Expected at most 32,767 characters in a cell of a workbook, but 'Kyydit' has 32,768; export to CSV or JSON."
    )
    assert len(write_ideas([idea], FileFormat.CSV)) > 32_768
