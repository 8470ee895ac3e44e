"""Finds out which rows of a sheet are ideas that are already stored.

The rules go from sure to less sure. Each pairs rows with ideas that no earlier rule has paired, one to one:

1. The same in everything that the row says; then the same reference (or none on either), title, lead and text.
2. The same reference (or none), title and lead: within the same source, then anywhere, but there only if a reference
   or a lead says whose idea it is.
3. The same reference within the same source; then the same reference (or none), lead and text anywhere.
4. Where one of the two has no reference: the same title, lead and text; title and lead as in 2; the same title within
   the same source; the same text and lead, or without a lead the same text within the same source.

Rule 3 and the end of rule 4 are for rows that were changed, and count only where exactly one row and one idea fit.
Ideas with another reference never fit. Two things look like changes and are not, since one idea would overwrite
another: references that have moved (running numbers, after a row was inserted), and another file of the same name.

Titles, leads and texts are compared without case, leads as they are written.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from matcher.import_row import RowReading, join_parties
from models.idea import Idea, IdeaDraft, IdeaId, IdeaStatus, Origin
from models.idea_columns import ColumnMap, IdeaField
from models.language import LanguageCode
from models.organisation import OrganisationId


@dataclass(frozen=True, slots=True)
class Traits:
    """What rows and stored ideas are compared by.

    `content` is all but the language of what the columns say; `language` is None where a row does not say it.
    """

    content: Hashable
    language: LanguageCode | None
    reference: str | None
    title: str
    lead: str
    lead_id: OrganisationId | None
    text: str
    source: str

    @property
    def name(self) -> tuple[str, str]:
        """Return title and lead."""
        return (self.title, self.lead)


@dataclass(slots=True)
class Matching:
    """What was found, by the number of the row; rows that are in no part of it are new.

    `ideas` has the stored idea that a row is. The others must not be stored: `repeated` has the earlier row that a
    row says again; `moved` the idea that has a row's reference, but now stands at another one in the file; `taken` the
    idea that has a row's reference, but comes from another file of the same name.
    """

    ideas: dict[int, Idea] = field(default_factory=dict)
    repeated: dict[int, int] = field(default_factory=dict)
    moved: dict[int, Idea] = field(default_factory=dict)
    taken: dict[int, Idea] = field(default_factory=dict)


Key: TypeAlias = Callable[[Traits], Hashable | None]
"""What two must have in common under a rule; None where the rule does not apply."""
Rows: TypeAlias = Mapping[int, Traits]
Ideas: TypeAlias = Mapping[IdeaId, Traits]
Says: TypeAlias = frozenset[IdeaField | None]
"""The fields that a sheet has columns for."""
Pairs: TypeAlias = list[tuple[int, IdeaId]]


def match_rows(
    readings: Sequence[RowReading], existing: Iterable[Idea], *, source: str, columns: ColumnMap
) -> Matching:
    """Return which stored idea each row is.

    Parameters
    ----------
    readings : rows in the order of the file
    existing : all stored ideas
    source : name of the file
    columns : what its columns say

    Notes
    -----
    Deterministic: rows are taken in order, ideas by id. A fixed number of passes, each linear in rows and ideas.
    """
    state = _Unmatched(readings, existing, source, columns)
    repeated = find_repeated(readings)
    for is_repeated in (False, True):
        rows = {number: row for number, row in state.rows.items() if (number in repeated) is is_repeated}
        state.accept(pair_in_order(rows, state.ideas, lambda each: (each.content, each.language)))
        unsaid = {number: row for number, row in rows.items() if row.language is None}
        state.accept(pair_in_order(unsaid, state.ideas, lambda each: each.content))
    state.set_aside(repeated)
    state.accept(pair_in_order(state.rows, state.ideas, lambda each: (each.reference, each.name, each.text)))
    state.accept(pair_in_order(state.rows, state.ideas, lambda each: (each.reference, each.name, each.source)))
    state.accept(
        pair_in_order(
            state.rows,
            state.ideas,
            lambda each: (each.reference, each.name) if each.reference or each.lead else None,
        )
    )
    state.accept_references(pair_unique(state.rows, state.ideas, _reference_in_source))
    state.accept(
        pair_unique(
            state.rows,
            state.ideas,
            lambda each: (each.reference, each.lead, each.text) if each.lead and each.text else None,
        )
    )
    for has_reference in (True, False):
        state.accept(pair_in_order(*state.split(has_reference), lambda each: (each.name, each.text)))
        state.accept(pair_in_order(*state.split(has_reference), lambda each: (each.name, each.source)))
        state.accept(pair_in_order(*state.split(has_reference), lambda each: each.name if each.lead else None))
        state.accept_titles(pair_unique(*state.split(has_reference), lambda each: (each.title, each.source)))
        state.accept(pair_unique(*state.split(has_reference), _text_and_lead))
    return state.matching


def pair_in_order(rows: Rows, ideas: Ideas, key: Key) -> Pairs:
    """Return the first row of each key with its first idea, the second with its second, and so on."""
    waiting: defaultdict[Hashable, deque[IdeaId]] = defaultdict(deque)
    for idea_id, idea in ideas.items():
        waiting[key(idea)].append(idea_id)
    waiting.pop(None, None)
    return [(number, waiting[row_key].popleft()) for number, row in rows.items() if waiting.get(row_key := key(row))]


def pair_unique(rows: Rows, ideas: Ideas, key: Key) -> Pairs:
    """Return each row with the idea of its key, where only one row and one idea have it."""
    rows_by_key: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, row in rows.items():
        rows_by_key[key(row)].append(number)
    ideas_by_key: defaultdict[Hashable, list[IdeaId]] = defaultdict(list)
    for idea_id, idea in ideas.items():
        ideas_by_key[key(idea)].append(idea_id)
    return [
        (numbers[0], ideas_by_key[row_key][0])
        for row_key, numbers in rows_by_key.items()
        if row_key is not None and len(numbers) == 1 and len(ideas_by_key.get(row_key, ())) == 1
    ]


def find_repeated(readings: Iterable[RowReading]) -> dict[int, int]:
    """Return the first row that says the same, by the number of each row that is not the first."""
    first_by_content: dict[RowReading, int] = {}
    firsts = {
        reading.number: first_by_content.setdefault(replace(reading, number=0), reading.number) for reading in readings
    }
    return {number: first for number, first in firsts.items() if number != first}


class _Unmatched:
    """The rows and ideas that are not paired yet, and what was found so far."""

    def __init__(
        self, readings: Iterable[RowReading], existing: Iterable[Idea], source: str, columns: ColumnMap
    ) -> None:
        self.matching = Matching()
        says = frozenset(columns.fields)
        self.rows = {reading.number: _describe_row(reading, source, says) for reading in readings}
        self._stored = {idea.id: idea for idea in sorted(existing, key=lambda idea: idea.id)}
        self.ideas = {idea_id: _describe_idea(idea, says) for idea_id, idea in self._stored.items()}
        self._source = source

    @property
    def _is_new_version(self) -> bool:
        """Tell whether the file is known to be a later state of the one that was imported under its name."""
        return any(idea.source == self._source for idea in self.matching.ideas.values())

    def split(self, rows_have_reference: bool) -> tuple[Rows, Ideas]:
        """Return the rows that have a reference and the ideas without, or the rows that have none and all ideas."""
        rows = {number: row for number, row in self.rows.items() if bool(row.reference) is rows_have_reference}
        ideas = {key: idea for key, idea in self.ideas.items() if not (rows_have_reference and idea.reference)}
        return rows, ideas

    def accept(self, pairs: Pairs) -> None:
        """Take pairs for the same."""
        for number, idea_id in pairs:
            self.matching.ideas[number] = self._stored[idea_id]
            del self.rows[number], self.ideas[idea_id]

    def set_aside(self, repeated: Mapping[int, int]) -> None:
        """Note the rows that say what an earlier one says, where no second idea is stored that says it too."""
        for number, first in repeated.items():
            if number in self.rows:
                self.matching.repeated[number] = first
                del self.rows[number]

    def accept_references(self, pairs: Pairs) -> None:
        """Take pairs of one reference for the same, but those that have moved or belong to somebody else."""
        row_names = {row.name for row in self.rows.values()}
        idea_names = {idea.name for idea in self.ideas.values() if idea.source == self._source}
        accepted = []
        for number, idea_id in pairs:
            row, idea = self.rows[number], self.ideas[idea_id]
            if idea.name in row_names or row.name in idea_names:
                self.matching.moved[number] = self._stored[idea_id]
            elif row.title != idea.title and _are_of_others(row, idea) and not self._is_new_version:
                self.matching.taken[number] = self._stored[idea_id]
            else:
                accepted.append((number, idea_id))
        for number in (*self.matching.moved, *self.matching.taken):
            del self.rows[number]
        self.accept(accepted)

    def accept_titles(self, pairs: Pairs) -> None:
        """Take pairs of one title for the same, but those that belong to somebody else."""
        is_new_version = self._is_new_version
        self.accept(
            [pair for pair in pairs if is_new_version or not _are_of_others(self.rows[pair[0]], self.ideas[pair[1]])]
        )


def _reference_in_source(each: Traits) -> Hashable | None:
    """Return reference and source, where there is a reference."""
    return (each.reference, each.source) if each.reference else None


def _text_and_lead(each: Traits) -> Hashable | None:
    """Return text and lead, with the source where there is no lead to say whose text it is."""
    return (each.text, each.lead or (each.source,)) if each.text else None


def _are_of_others(row: Traits, idea: Traits) -> bool:
    """Tell whether two that share a title or a reference have different leads, and no text that speaks against it."""
    if not row.lead or not idea.lead or row.lead == idea.lead:
        return False
    is_same_organisation = row.lead_id is not None and row.lead_id == idea.lead_id
    is_same_text = bool(row.text) and row.text == idea.text
    return not is_same_organisation and not is_same_text


def _describe_row(reading: RowReading, source: str, says: Says) -> Traits:
    """Return what a row is compared by; what it leaves open is as in a new idea."""
    draft = IdeaDraft(
        title=reading.title,
        text=reading.text,
        language=reading.language or LanguageCode(""),
        parties=join_parties(reading.lead, reading.members),
        needs=reading.needs,
        offers=reading.offers,
        call_id=reading.call_id,
        year=reading.year,
        status=reading.status or IdeaStatus.OPEN,
        origin=reading.origin or Origin.IMPORTED,
        reference=reading.reference,
        source=source,
    )
    return _describe_idea(draft, says)


def _describe_idea(idea: IdeaDraft, says: Says) -> Traits:
    """Return what an idea is compared by."""
    lead = idea.lead
    content = (
        (idea.title, idea.reference, idea.call_id, idea.status, idea.origin),
        idea.text if IdeaField.TEXT in says else None,
        lead if IdeaField.LEAD in says else None,
        tuple(party for party in idea.parties if party is not lead) if IdeaField.MEMBERS in says else None,
        idea.needs if IdeaField.NEEDS in says else None,
        idea.offers if IdeaField.OFFERS in says else None,
        idea.year if IdeaField.YEAR in says else None,
    )
    return Traits(
        content,
        idea.language or None,
        idea.reference,
        idea.title.casefold(),
        "" if lead is None else lead.written.casefold(),
        None if lead is None else lead.organisation_id,
        idea.text.casefold(),
        idea.source,
    )
