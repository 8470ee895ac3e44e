"""Who has been in which project, as arrays: what walks, ties and texts of past projects are computed from.

It knows nothing of Finland: organisations are whatever ids occur in its rows, so that the same signals run on
benchmark files.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matcher.passage import Passage, read_passage
from models.idea import IdeaDraft
from models.language import LanguageCode
from models.organisation import Organisation, OrganisationId
from models.project import Project, ProjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """A past project: its members, each once, the year it began, None where not known, and what it was about."""

    project_id: ProjectId
    member_ids: tuple[OrganisationId, ...]
    year: int | None
    language: LanguageCode
    title: str = ""
    text: str = ""

    @property
    def has_text(self) -> bool:
        """Return whether anything tells what the project was about; a name alone (*Helmi*) tells nothing."""
        return bool(self.text)


@dataclass(frozen=True, slots=True, eq=False)
class PartnerHistory:
    """Past projects.

    `membership` (n_projects, n_organisations) is 1 where an organisation was in a project; column c is
    `organisation_ids[c]` and row p `project_ids[p]`. `years` (n_projects,) holds NaN where the year is not known.
    """

    organisation_ids: tuple[OrganisationId, ...]
    project_ids: tuple[ProjectId, ...]
    membership: csr_array
    years: NDArray[np.float64]

    def find_columns(self, organisation_ids: Iterable[str]) -> list[int]:
        """Return the columns of those organisations that are known, in the order given."""
        columns = {str(each): column for column, each in enumerate(self.organisation_ids)}
        return [columns[each] for each in organisation_ids if each in columns]


def build_history(
    rows: Sequence[HistoryRow], organisation_ids: Sequence[OrganisationId] | None = None
) -> PartnerHistory:
    """Return the history of rows, projects by id so that the order of rows does not matter.

    Parameters
    ----------
    rows : past projects, each id once
    organisation_ids : the columns; members that are not among them are left out. None takes all that occur, by id.

    Examples
    --------
    >>> row = HistoryRow(project_id=ProjectId("p"), member_ids=(OrganisationId("b"), OrganisationId("a")), year=2019,
    ...                  language="fi")
    >>> build_history([row]).organisation_ids
    ('a', 'b')
    """
    ordered = sorted(rows, key=lambda row: row.project_id)
    if organisation_ids is None:
        organisation_ids = sorted({each for row in ordered for each in row.member_ids})
    columns = {organisation_id: column for column, organisation_id in enumerate(organisation_ids)}
    members = [sorted({columns[each] for each in row.member_ids if each in columns}) for row in ordered]
    indices = np.array([column for each in members for column in each], dtype=np.int32)
    indptr = np.concatenate([[0], np.cumsum([len(each) for each in members])]).astype(np.int32)
    cells = (np.ones(len(indices)), indices, indptr)
    return PartnerHistory(
        organisation_ids=tuple(organisation_ids),
        project_ids=tuple(row.project_id for row in ordered),
        membership=csr_array(cells, shape=(len(ordered), len(columns))),
        years=np.array([np.nan if row.year is None else row.year for row in ordered], dtype=np.float64),
    )


def read_register(
    projects: Sequence[Project], organisations: Mapping[OrganisationId, Organisation]
) -> tuple[HistoryRow, ...]:
    """Return the register as rows; a municipality that has merged stands as the one it merged into."""
    return tuple(
        HistoryRow(
            project_id=project.id,
            member_ids=tuple(dict.fromkeys(find_successor(each, organisations) for each in project.organisation_ids)),
            year=project.year,
            language=project.language,
            title=project.title or "",
            text=project.description,
        )
        for project in projects
    )


def find_successor(
    organisation_id: OrganisationId, organisations: Mapping[OrganisationId, Organisation]
) -> OrganisationId:
    """Return what an organisation is today: itself, or what it merged into, however often that merged again."""
    seen = {organisation_id}
    while (organisation := organisations.get(organisation_id)) is not None:
        if organisation.successor_id is None or organisation.successor_id in seen:
            break
        organisation_id = organisation.successor_id
        seen.add(organisation_id)
    return organisation_id


def read_past(row: HistoryRow) -> Passage:
    """Return the passage of a past project, read as an idea is."""
    title, text = (row.title, row.text) if row.title else (row.text, "")
    return read_passage(IdeaDraft(title=title, text=text, language=row.language))
