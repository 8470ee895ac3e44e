"""Reads one row of a sheet: the words of a person become the values of an idea, or the reasons why they can't."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from models.call import CallId
from models.folding import fold_name
from models.idea import IdeaStatus, Need, Offer, Origin, Party, PartyRole, ResourceKind
from models.idea_columns import ColumnMap, IdeaField
from models.idea_words import KIND_BY_WORD, LANGUAGE_BY_WORD, ORIGIN_BY_WORD, ROLE_BY_WORD, STATUS_BY_WORD
from models.import_plan import Refusal
from models.item_list import read_prefix, split_items
from models.language import LanguageCode
from models.resolution import Resolution
from models.sheet import SheetRow

Meaning = TypeVar("Meaning")
ResolveAll = Callable[[str], tuple[Resolution, ...]]
"""Reads a name, or several written as one, as organisations."""

TITLE_LENGTH_MAX: Final = 300
"""Characters; the longest of 2,307 real project titles has exactly as many, so more is a text in the wrong column."""
YEARS: Final = range(1990, 2101)
"""Digital projects of Finnish municipalities begin about 1990; taste."""

_FOUR_DIGITS: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_COMPACT_DATE: Final = re.compile(r"(\d{4})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_LOCALE: Final = re.compile(r"\A([A-Za-z]{2})[-_][A-Za-z]{2}\Z")
_QUOTED_LENGTH_MAX: Final = 60

_EXPECTED_LANGUAGE: Final = "fi, sv or en, a language's name such as ruotsi or svenska, or another ISO 639-1 code"
_EXPECTED_STATUS: Final = "open (avoin, öppen), complete (valmis, klar) or withdrawn (peruttu, indragen)"
_EXPECTED_ORIGIN: Final = "imported (tuotu, importerad) or illustrative (havainnollistava, illustrativ)"
_EXPECTED_YEAR: Final = f"a year from {YEARS.start} to {YEARS.stop - 1}, such as 2019 or 1.8.2019"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReading:
    """What a row says; a value is None where its cell is empty, and where the sheet has no such column.

    `lead` has the organisations of the lead's cell, the lead first, should several be written there.
    """

    number: int
    title: str
    reference: str | None = None
    text: str = ""
    language: LanguageCode | None = None
    lead: tuple[Party, ...] = ()
    members: tuple[Party, ...] = ()
    needs: tuple[Need, ...] = ()
    offers: tuple[Offer, ...] = ()
    call_id: CallId | None = None
    year: int | None = None
    status: IdeaStatus | None = None
    origin: Origin | None = None


def join_parties(lead: Iterable[Party], others: Iterable[Party]) -> tuple[Party, ...]:
    """Return all parties, those of the lead's cell first, each organisation once."""
    by_organisation: dict[str, Party] = {}
    for party in (*lead, *others):
        by_organisation.setdefault(party.organisation_id or party.written.casefold(), party)
    return tuple(by_organisation.values())


def normalise_line(text: str) -> str:
    """Return `text` on one line with single spaces."""
    return " ".join(text.split())


def normalise_text(text: str) -> str:
    r"""Return `text` with single spaces, its line breaks as they are, and one empty line between paragraphs.

    Examples
    --------
    >>> normalise_text(" One  line \n \n\n\nNext\nand last ")
    'One line\n\nNext\nand last'
    """
    return re.sub(r"\n{3,}", "\n\n", "\n".join(normalise_line(line) for line in text.split("\n"))).strip("\n")


class RowReader:
    """Reads the rows of one sheet.

    Parameters
    ----------
    source : name of the file, for messages
    columns : what each column says
    resolve_all : reads organisations; called once for each different name
    call_ids : the calls there are
    """

    def __init__(
        self, source: str, columns: ColumnMap, *, resolve_all: ResolveAll, call_ids: Collection[CallId]
    ) -> None:
        self._source = source
        self._columns = columns
        self._resolve_all = resolve_all
        self._resolutions: dict[str, tuple[Resolution, ...]] = {}
        self._call_by_name: Mapping[str, CallId] = {fold_name(call_id): call_id for call_id in sorted(call_ids)}

    def read(self, row: SheetRow) -> RowReading | tuple[Refusal, ...]:
        """Return what the row says, or all reasons to refuse it."""
        n_columns = len(self._columns.columns)
        if len(row.cells) > n_columns:
            return (self.refuse(row.number, None, f"{n_columns} cells, as the header has", str(len(row.cells))),)
        problems: list[Refusal] = []
        reading = RowReading(
            number=row.number,
            title=self._read_title(row, problems),
            reference=normalise_line(self._cell(row, IdeaField.REFERENCE)) or None,
            text=normalise_text("\n\n".join(self._cells(row, IdeaField.TEXT))),
            language=self._read_language(row, problems),
            lead=self._read_lead(row),
            members=self._read_members(row),
            needs=tuple(Need(text, kind) for kind, text in self._read_resources(row, IdeaField.NEEDS)),
            offers=tuple(Offer(text, kind) for kind, text in self._read_resources(row, IdeaField.OFFERS)),
            call_id=self._read_word(row, IdeaField.CALL, self._call_by_name, self._expected_calls, problems),
            year=self._read_year(row, problems),
            status=self._read_word(row, IdeaField.STATUS, STATUS_BY_WORD, _EXPECTED_STATUS, problems),
            origin=self._read_word(row, IdeaField.ORIGIN, ORIGIN_BY_WORD, _EXPECTED_ORIGIN, problems),
        )
        return tuple(problems) or reading

    def refuse(self, number: int, field: IdeaField | None, expected: str, got: str) -> Refusal:
        """Return the refusal of a row for what stands in the columns of `field`, or for the whole row."""
        column = None if field is None else self._columns.names(field)
        return Refusal(source=self._source, row=number, column=column, expected=expected, got=got)

    @property
    def _expected_calls(self) -> str:
        """Return the calls there are, for a message."""
        known = sorted(self._call_by_name.values())
        return f"one of the calls {', '.join(known)}" if known else "nothing, as there are no calls"

    def _cells(self, row: SheetRow, field: IdeaField) -> list[str]:
        """Return the cells of one field that have something in them."""
        return [cell for position in self._columns.positions(field) if (cell := row.cells[position]).strip()]

    def _cell(self, row: SheetRow, field: IdeaField) -> str:
        """Return the cell of a field that has one column, empty where there is none."""
        return next(iter(self._cells(row, field)), "")

    def _items(self, row: SheetRow, field: IdeaField) -> list[str]:
        """Return the items in all cells of one field."""
        return [item for cell in self._cells(row, field) for item in split_items(cell)]

    def _read_title(self, row: SheetRow, problems: list[Refusal]) -> str:
        """Return the title on one line."""
        title = normalise_line(self._cell(row, IdeaField.TITLE))
        if not any(letter.isalpha() for letter in title):
            problems.append(self.refuse(row.number, IdeaField.TITLE, "a title with at least one letter", quote(title)))
        elif len(title) > TITLE_LENGTH_MAX:
            expected = f"a title of at most {TITLE_LENGTH_MAX} characters"
            problems.append(self.refuse(row.number, IdeaField.TITLE, expected, f"{len(title):,} characters"))
        return title

    def _read_language(self, row: SheetRow, problems: list[Refusal]) -> LanguageCode | None:
        """Return the language; a country after it, as in fi-FI, is passed over."""
        word = self._cell(row, IdeaField.LANGUAGE)
        code = LANGUAGE_BY_WORD.get(fold_name(_LOCALE.sub(r"\1", word.strip())))
        if word and code is None:
            problems.append(self.refuse(row.number, IdeaField.LANGUAGE, _EXPECTED_LANGUAGE, quote(word)))
        return code

    def _read_year(self, row: SheetRow, problems: list[Refusal]) -> int | None:
        """Return the first year in a year, a date or a period."""
        cell = self._cell(row, IdeaField.YEAR).strip()
        if not cell:
            return None
        compact = _COMPACT_DATE.fullmatch(cell)
        found = compact[1] if compact else next(iter(_FOUR_DIGITS.findall(cell)), None)
        if found is not None and int(found) in YEARS:
            return int(found)
        problems.append(self.refuse(row.number, IdeaField.YEAR, _EXPECTED_YEAR, quote(cell)))
        return None

    def _read_word(
        self, row: SheetRow, field: IdeaField, meanings: Mapping[str, Meaning], expected: str, problems: list[Refusal]
    ) -> Meaning | None:
        """Return what the word in a cell means."""
        word = self._cell(row, field)
        meaning = meanings.get(fold_name(word))
        if word and meaning is None:
            problems.append(self.refuse(row.number, field, expected, quote(word)))
        return meaning

    def _read_lead(self, row: SheetRow) -> tuple[Party, ...]:
        """Return the organisations of the lead's cell: the first leads, others are members."""
        names = self._items(row, IdeaField.LEAD)
        resolutions = [resolution for name in names for resolution in self._resolve(name)]
        roles = (PartyRole.LEAD, *[PartyRole.MEMBER] * (len(resolutions) - 1))
        return tuple(_make_party(role, resolution) for role, resolution in zip(roles, resolutions, strict=False))

    def _read_members(self, row: SheetRow) -> tuple[Party, ...]:
        """Return the members, and the associates where a name is marked as one."""
        parties = []
        for item in self._items(row, IdeaField.MEMBERS):
            role, name = read_prefix(item, ROLE_BY_WORD)
            parties += [_make_party(role or PartyRole.MEMBER, resolution) for resolution in self._resolve(name)]
        return tuple(parties)

    def _read_resources(self, row: SheetRow, field: IdeaField) -> list[tuple[ResourceKind | None, str]]:
        """Return the kinds and texts of the needs or offers."""
        read = [read_prefix(item, KIND_BY_WORD) for item in self._items(row, field)]
        return [(kind, text) for kind, text in read if text]

    def _resolve(self, name: str) -> tuple[Resolution, ...]:
        """Return the organisations that a name means; the name itself where nothing comes of it."""
        if not name:
            return ()
        if name not in self._resolutions:
            self._resolutions[name] = self._resolve_all(name) or (Resolution(name),)
        return self._resolutions[name]


def quote(text: str) -> str:
    """Return `text` in quotation marks for a message, shortened; *nothing* where it is empty.

    Examples
    --------
    >>> quote("ensi vuonna"), quote(" ")
    ("'ensi vuonna'", 'nothing')
    """
    line = normalise_line(text)
    if not line:
        return "nothing"
    return repr(line if len(line) <= _QUOTED_LENGTH_MAX else line[: _QUOTED_LENGTH_MAX - 1] + "…")


def _make_party(role: PartyRole, resolution: Resolution) -> Party:
    """Return the party of one organisation as written and as understood."""
    return Party(role, resolution.written, resolution.organisation_id, resolution.did_you_mean)
