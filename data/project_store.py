"""The register of projects in the database."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, Row, delete, insert, select

from data.party_rows import read_party, write_parties
from data.tables import project_parties, projects
from models.call import CallId
from models.idea import Party
from models.language import LanguageCode
from models.project import Project, ProjectId, ProjectKind, ProjectState


class SqlProjectStore:
    """Reads projects and brings in reference data."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list_all(self) -> tuple[Project, ...]:
        """Return all projects by id."""
        parties: defaultdict[str, list[Party]] = defaultdict(list)
        party_query = select(project_parties).order_by(project_parties.c.project_id, project_parties.c.position)
        for row in self._connection.execute(party_query):
            parties[row.project_id].append(read_party(row))
        query = select(projects).order_by(projects.c.id)
        return tuple(_read_project(row, tuple(parties[row.id])) for row in self._connection.execute(query))

    def put(self, changed: Sequence[Project]) -> None:
        """Add projects, or replace those with the same id."""
        for project in changed:
            self._connection.execute(delete(projects).where(projects.c.id == project.id))
        if not changed:
            return
        self._connection.execute(insert(projects), [_write_project(project) for project in changed])
        rows = [row | {"project_id": project.id} for project in changed for row in write_parties(project.parties)]
        if rows:
            self._connection.execute(insert(project_parties), rows)


def _write_project(project: Project) -> dict[str, object]:
    """Return the columns that hold a project."""
    return {
        "id": project.id,
        "kind": project.kind.value,
        "title": project.title,
        "description": project.description,
        "language": project.language,
        "call_id": project.call_id,
        "year": project.year,
        "programme": project.programme,
        "granted_eur": project.granted_eur,
        "source_url": project.source_url,
        "lead_stated": project.lead_stated,
        "note": project.note,
        "owner": project.owner,
        "licence": project.licence,
        "state": None if project.state is None else project.state.value,
    }


def _read_project(row: Row[tuple[object, ...]], parties: tuple[Party, ...]) -> Project:
    """Return the project of one row."""
    return Project(
        id=ProjectId(row.id),
        kind=ProjectKind(row.kind),
        title=row.title,
        description=row.description,
        language=LanguageCode(row.language),
        parties=parties,
        call_id=None if row.call_id is None else CallId(row.call_id),
        year=row.year,
        programme=row.programme,
        granted_eur=row.granted_eur,
        source_url=row.source_url,
        lead_stated=row.lead_stated,
        note=row.note,
        owner=row.owner,
        licence=row.licence,
        state=None if row.state is None else ProjectState(row.state),
    )
