"""Plans an import: what each row of a sheet would do to the ideas that are stored, before anything is."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from matcher.import_matching import Matching, match_rows
from matcher.import_row import ResolveAll, RowReader, RowReading, join_parties, quote
from models.call import CallId
from models.errors import UnknownCallError
from models.idea import Idea, IdeaDraft, Party, PartyRole
from models.idea_columns import ColumnMap, IdeaField
from models.import_plan import ImportPlan, PlannedRow, Refusal, RowOutcome
from models.language import LanguageCode
from models.sheet import Sheet

IdentifyLanguage = Callable[[str], LanguageCode]


def plan_import(
    sheet: Sheet,
    *,
    columns: ColumnMap,
    resolve_all: ResolveAll,
    identify_language: IdentifyLanguage,
    existing: Sequence[Idea],
    call_ids: Collection[CallId],
    default_call: CallId | None = None,
) -> ImportPlan:
    """Return what importing a sheet would add, change and leave as it is, and what it refuses.

    Every filled row is accepted or refused with its reasons. What the sheet has no column for stays as it is stored;
    so do a call, a status and an origin whose cell is empty. An organisation that is not understood is kept as it is
    written. Which rows are stored already, `matcher.import_matching` tells; a row that says what is stored is
    unchanged.

    Parameters
    ----------
    sheet : the table of a file
    columns : what its columns say (`matcher.columns.map_columns`)
    resolve_all : reads a name, or several written as one, as organisations; called once for each different name
    identify_language : called for rows without a language that are new or have a new title or text
    existing : all stored ideas
    call_ids : the calls there are
    default_call : the call of rows that name none; None leaves them as they are

    Returns
    -------
    ImportPlan with accepted rows and refusals in the order of the file.

    Raises
    ------
    UnknownCallError : if `default_call` is not among the calls

    Notes
    -----
    Deterministic; linear in rows and stored ideas. The same sheet again, after it was stored, has unchanged rows only.
    """
    if default_call is not None and default_call not in call_ids:
        raise UnknownCallError(default_call)
    reader = RowReader(sheet.source, columns, resolve_all=resolve_all, call_ids=call_ids)
    readings: list[RowReading] = []
    refusals: list[Refusal] = []
    for row in sheet.rows:
        if any(cell.strip() for cell in row.cells):
            reading = reader.read(row)
            if isinstance(reading, RowReading):
                readings.append(replace(reading, call_id=reading.call_id or default_call))
            else:
                refusals += reading
    matching = match_rows(readings, existing, source=sheet.source, columns=columns)
    refusals += _refuse_unsafe(readings, matching, reader)
    refused = {refusal.row for refusal in refusals}
    rows = []
    for reading in readings:
        if reading.number not in refused:
            idea = matching.ideas.get(reading.number)
            draft = _draft_idea(reading, idea, columns, source=sheet.source, identify_language=identify_language)
            rows.append(_plan_row(reading.number, draft, idea))
    refusals.sort(key=lambda refusal: refusal.row)
    return ImportPlan(sheet.source, columns, tuple(rows), tuple(refusals))


def _plan_row(number: int, draft: IdeaDraft, idea: Idea | None) -> PlannedRow:
    """Return what storing a draft would do."""
    if idea is None:
        return PlannedRow(number=number, outcome=RowOutcome.ADDED, draft=draft)
    is_unchanged = draft.content_hash == idea.content_hash
    outcome = RowOutcome.UNCHANGED if is_unchanged else RowOutcome.UPDATED
    return PlannedRow(number=number, outcome=outcome, draft=draft, idea_id=idea.id)


def _refuse_unsafe(readings: Iterable[RowReading], matching: Matching, reader: RowReader) -> list[Refusal]:
    """Return the refusals of rows that say nothing new, or would overwrite another idea."""
    refusals = []
    for reading in readings:
        number, reference = reading.number, quote(reading.reference or "")
        if number in matching.repeated:
            got = f"the same as row {matching.repeated[number]}"
            refusals.append(reader.refuse(number, None, "an idea that no earlier row has", got))
        elif number in matching.moved:
            expected = f"{reference} to mean {quote(matching.moved[number].title)}, as it did before"
            got = f"{quote(reading.title)}; references that move must not be read, so map the column to 'ignore'"
            refusals.append(reader.refuse(number, IdeaField.REFERENCE, expected, got))
        elif number in matching.taken:
            expected = "a reference that no other file of this name has used"
            got = f"{reference}, which is {quote(matching.taken[number].title)}; give the file a name of its own"
            refusals.append(reader.refuse(number, IdeaField.REFERENCE, expected, got))
    return refusals


def _draft_idea(
    reading: RowReading,
    idea: Idea | None,
    columns: ColumnMap,
    *,
    source: str,
    identify_language: IdentifyLanguage,
) -> IdeaDraft:
    """Return the idea that a row says, on top of what is stored of it."""
    stored = IdeaDraft(title="", language=LanguageCode("")) if idea is None else idea
    says = {field: bool(columns.positions(field)) for field in IdeaField}
    text = reading.text if says[IdeaField.TEXT] else stored.text
    language = reading.language
    if language is None:
        is_same = (reading.title, text) == (stored.title, stored.text)
        language = stored.language if is_same else identify_language(f"{reading.title}\n{text}".strip())
    return IdeaDraft(
        title=reading.title,
        text=text,
        language=language,
        parties=join_parties(
            reading.lead if says[IdeaField.LEAD] else _select(stored, is_lead=True),
            reading.members if says[IdeaField.MEMBERS] else _select(stored, is_lead=False),
        ),
        needs=reading.needs if says[IdeaField.NEEDS] else stored.needs,
        offers=reading.offers if says[IdeaField.OFFERS] else stored.offers,
        call_id=reading.call_id or stored.call_id,
        year=reading.year if says[IdeaField.YEAR] else stored.year,
        status=reading.status or stored.status,
        origin=reading.origin or stored.origin,
        reference=reading.reference or stored.reference,
        source=source,
    )


def _select(stored: IdeaDraft, *, is_lead: bool) -> tuple[Party, ...]:
    """Return the stored lead, or all other parties."""
    return tuple(party for party in stored.parties if (party.role is PartyRole.LEAD) is is_lead)
