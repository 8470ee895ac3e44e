"""Brings the shipped reference data into the stores, once per version of the data."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, Protocol

from matcher.ports import Database
from matcher.resolver import OrganisationResolver
from models.audit_event import AuditEvent
from models.call import Call
from models.organisation import Alias, Neighbours, Organisation, Region
from models.project import Project

_ACTION: Final = "reference.installed"
_VERSION: Final = "version"


class ReferenceTables(Protocol):
    """The shipped tables, each a sequence of values."""

    @property
    def regions(self) -> Sequence[Region]: ...  # noqa: D102 - the name says it

    @property
    def organisations(self) -> Sequence[Organisation]: ...  # noqa: D102

    @property
    def neighbours(self) -> Sequence[Neighbours]: ...  # noqa: D102

    @property
    def aliases(self) -> Sequence[Alias]: ...  # noqa: D102

    @property
    def calls(self) -> Sequence[Call]: ...  # noqa: D102

    @property
    def projects(self) -> Sequence[Project]: ...  # noqa: D102


def install_reference(database: Database, tables: ReferenceTables, *, actor: str) -> bool:
    """Store the reference tables and return True, or return False where this version is there already.

    The names of organisations in projects are resolved on the way in, by the same resolver that reads imports.
    Everything is one transaction with one audit event.
    """
    version = _hash_tables(tables)
    with database.writing() as stores:
        latest = stores.audit.find_latest(_ACTION)
        if latest is not None and latest.details.get(_VERSION) == version:
            return False
        resolver = OrganisationResolver(tables.organisations, tables.aliases)
        stores.organisations.put_regions(tables.regions)
        stores.organisations.put(tables.organisations)
        stores.organisations.replace_neighbours(tables.neighbours)
        stores.organisations.replace_aliases(tables.aliases)
        stores.calls.put(tables.calls)
        stores.projects.put([resolve_project(project, resolver) for project in tables.projects])
        stores.audit.add(
            AuditEvent(
                at=datetime.now(UTC),
                actor=actor,
                action=_ACTION,
                subject="reference data",
                details={
                    _VERSION: version,
                    "organisations": len(tables.organisations),
                    "projects": len(tables.projects),
                    "calls": len(tables.calls),
                },
            )
        )
        return True


def resolve_project(project: Project, resolver: OrganisationResolver) -> Project:
    """Return the project with its parties understood where they can be."""
    parties = []
    for party in project.parties:
        resolution = resolver.resolve(party.written)
        parties.append(replace(party, organisation_id=resolution.organisation_id, did_you_mean=resolution.did_you_mean))
    return replace(project, parties=tuple(parties))


def _hash_tables(tables: ReferenceTables) -> str:
    """Return a hash (64 hexadecimal digits) of all tables."""
    content = (
        tables.regions,
        tables.organisations,
        tables.neighbours,
        tables.aliases,
        tables.calls,
        tables.projects,
    )
    return hashlib.sha256(repr(tuple(tuple(table) for table in content)).encode()).hexdigest()
