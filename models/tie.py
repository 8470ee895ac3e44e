"""Ties: two organisations have been in the same project."""

from dataclasses import dataclass

from models.organisation import OrganisationId
from models.project import Project


@dataclass(frozen=True, slots=True)
class Tie:
    """One partner an organisation has had, and the projects of the register they were in together, at least one."""

    organisation_id: OrganisationId
    projects: tuple[Project, ...]
