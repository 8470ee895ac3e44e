"""Writes ideas as CSV, Excel workbook or JSON, so that importing the file changes nothing.

The columns are those of `IdeaField`, in its order and under its names, whatever the language of the reader: they are
the ones that an import surely understands. Where an idea comes from (`origin`) travels with it.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.files.cells import clean_cell, shield_formula
from models.errors import UnwritableFileError
from models.idea import IdeaDraft, Need, Offer, PartyRole
from models.idea_columns import IdeaField
from models.idea_words import KIND_BY_WORD, ROLE_BY_WORD
from models.item_list import join_items, write_prefix
from models.sheet import FileFormat

# Characters wide, so that a screen of 1280 pixels shows all columns but the end of the text; taste.
_WIDTHS: Final = {
    IdeaField.TITLE: 40,
    IdeaField.TEXT: 60,
    IdeaField.LEAD: 20,
    IdeaField.MEMBERS: 24,
    IdeaField.NEEDS: 36,
    IdeaField.OFFERS: 36,
}
_WIDTH_OF_OTHERS: Final = 11


def write_ideas(ideas: Iterable[IdeaDraft], file_format: FileFormat) -> bytes:
    """Return a file of ideas, in their order.

    Raises
    ------
    UnwritableFileError : if a text is longer than a cell of a workbook can be
    """
    match file_format:
        case FileFormat.CSV:
            return _write_csv(ideas)
        case FileFormat.XLSX:
            return _write_xlsx(ideas)
        case FileFormat.JSON:
            return _write_json(ideas)


def _write_csv(ideas: Iterable[IdeaDraft]) -> bytes:
    """Return CSV as Finnish Excel opens it: semicolons, UTF-8 with its mark; no cell is taken for a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(IdeaField)
    writer.writerows([shield_formula(cell) for cell in cells] for cells in map(_write_cells, ideas))
    return file.getvalue().encode("utf-8-sig")


def _write_xlsx(ideas: Iterable[IdeaDraft]) -> bytes:
    """Return a workbook whose header stays in sight; all but years is text, so that nothing is a formula or a link."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    ) as workbook:
        sheet = workbook.add_worksheet("ideas")
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        sheet.freeze_panes(1, 0)
        for position, field in enumerate(IdeaField):
            sheet.set_column(position, position, _WIDTHS.get(field, _WIDTH_OF_OTHERS), wrapped)
        _write_row(sheet, 0, list(IdeaField), workbook.add_format({"bold": True, "bottom": 1}))
        n_rows = 1
        for n_rows, idea in enumerate(ideas, start=2):
            _write_row(sheet, n_rows - 1, _write_cells(idea), wrapped)
        sheet.autofilter(0, 0, n_rows - 1, len(IdeaField) - 1)
    return file.getvalue()


def _write_row(sheet: Worksheet, row: int, cells: Sequence[str], cell_format: Format) -> None:
    """Write one row of texts, or raise where one does not fit."""
    for position, (field, cell) in enumerate(zip(IdeaField, cells, strict=True)):
        if field is IdeaField.YEAR and cell.isdecimal():
            sheet.write_number(row, position, int(cell), cell_format)
        elif sheet.write_string(row, position, cell, cell_format) != 0:
            message = (
                f"Expected at most {sheet.xls_strmax:,} characters in a cell of a workbook, but {cells[1][:60]!r} has "
                f"{len(cell):,}; export to CSV or JSON."
            )
            raise UnwritableFileError(message)


def _write_json(ideas: Iterable[IdeaDraft]) -> bytes:
    """Return JSON for people and programs: lists are lists, what is not known is null."""
    items = [
        {
            IdeaField.REFERENCE: idea.reference,
            IdeaField.TITLE: idea.title,
            IdeaField.TEXT: idea.text,
            IdeaField.LANGUAGE: idea.language,
            IdeaField.LEAD: _write_lead(idea) or None,
            IdeaField.MEMBERS: list(_write_members(idea)),
            IdeaField.NEEDS: [{"kind": need.kind, "text": need.text} for need in idea.needs],
            IdeaField.OFFERS: [{"kind": offer.kind, "text": offer.text} for offer in idea.offers],
            IdeaField.CALL: idea.call_id,
            IdeaField.YEAR: idea.year,
            IdeaField.STATUS: idea.status,
            IdeaField.ORIGIN: idea.origin,
        }
        for idea in ideas
    ]
    return (json.dumps({"ideas": items}, ensure_ascii=False, indent=2) + "\n").encode()


def _write_cells(idea: IdeaDraft) -> list[str]:
    """Return the cells of one idea, in the order of the columns."""
    cells = {
        IdeaField.REFERENCE: idea.reference or "",
        IdeaField.TITLE: idea.title,
        IdeaField.TEXT: idea.text,
        IdeaField.LANGUAGE: idea.language,
        IdeaField.LEAD: _write_lead(idea),
        IdeaField.MEMBERS: join_items(_write_members(idea)),
        IdeaField.NEEDS: join_items(_write_resources(idea.needs)),
        IdeaField.OFFERS: join_items(_write_resources(idea.offers)),
        IdeaField.CALL: idea.call_id or "",
        IdeaField.YEAR: "" if idea.year is None else str(idea.year),
        IdeaField.STATUS: idea.status,
        IdeaField.ORIGIN: idea.origin,
    }
    return [clean_cell(cells[field]) for field in IdeaField]


def _write_lead(idea: IdeaDraft) -> str:
    """Return the lead as the only item of its cell."""
    return "" if idea.lead is None else join_items([idea.lead.written])


def _write_members(idea: IdeaDraft) -> Iterator[str]:
    """Yield the parties other than the lead; associates are marked as such."""
    for party in idea.parties:
        if party is not idea.lead:
            role = None if party.role is PartyRole.MEMBER else party.role
            yield write_prefix(role, party.written, ROLE_BY_WORD)


def _write_resources(resources: Iterable[Need | Offer]) -> Iterator[str]:
    """Yield needs or offers with their kinds in front."""
    for resource in resources:
        yield write_prefix(resource.kind, resource.text, KIND_BY_WORD)
