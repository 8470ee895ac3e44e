"""Plans of imports: what storing a sheet would add, change and leave, and what was refused and why."""

from dataclasses import dataclass
from enum import StrEnum

from models.asked_text import has_word
from models.idea import IdeaDraft, IdeaId
from models.idea_columns import ColumnMap
from models.organisation import OrganisationId


class RowOutcome(StrEnum):
    """What storing a row would do."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """An accepted row; `idea_id` is the stored idea it is, None for a new one."""

    number: int
    outcome: RowOutcome
    draft: IdeaDraft
    idea_id: IdeaId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One reason why a row is refused; `column` is the name in the file, None where the whole row is meant."""

    source: str
    row: int
    column: str | None
    expected: str
    got: str

    def __str__(self) -> str:
        where = f"{self.source}, row {self.row}" + ("" if self.column is None else f", column {self.column!r}")
        return f"{where}: expected {self.expected}, got {self.got}."


@dataclass(frozen=True, slots=True)
class UnresolvedName:
    """An organisation's name that was kept as written, and what it might mean, the likeliest first."""

    row: int
    written: str
    did_you_mean: tuple[OrganisationId, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do; rows and refusals are in the order of the file, and no row is in both."""

    source: str
    columns: ColumnMap
    rows: tuple[PlannedRow, ...]
    refusals: tuple[Refusal, ...]

    @property
    def n_added(self) -> int:
        """Return how many ideas are new."""
        return self._count(RowOutcome.ADDED)

    @property
    def n_updated(self) -> int:
        """Return how many stored ideas change."""
        return self._count(RowOutcome.UPDATED)

    @property
    def n_unchanged(self) -> int:
        """Return how many rows say what is already stored."""
        return self._count(RowOutcome.UNCHANGED)

    @property
    def n_refused(self) -> int:
        """Return how many rows are refused; a row may have several reasons."""
        return len({refusal.row for refusal in self.refusals})

    @property
    def n_without_text(self) -> int:
        """Return how many accepted rows have a title and no word of text: little to match them by."""
        return sum(not has_word(row.draft.text) for row in self.rows)

    @property
    def unresolved(self) -> tuple[UnresolvedName, ...]:
        """Return the names of organisations that were not understood, row by row."""
        return tuple(
            UnresolvedName(row.number, party.written, party.did_you_mean)
            for row in self.rows
            for party in row.draft.parties
            if party.organisation_id is None
        )

    def _count(self, outcome: RowOutcome) -> int:
        """Return how many rows have one outcome."""
        return sum(row.outcome is outcome for row in self.rows)
