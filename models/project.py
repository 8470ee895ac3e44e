"""Projects: the register of what has already been done or is running."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from models.call import CallId
from models.idea import Party
from models.language import LanguageCode
from models.organisation import OrganisationId

ProjectId = NewType("ProjectId", str)


class ProjectKind(StrEnum):
    """A project with a beginning and an end, a standing network, or a grant of which little more is known."""

    PROJECT = "project"
    NETWORK = "network"
    GRANT = "grant"


class ProjectState(StrEnum):
    """Whether a project goes on."""

    RUNNING = "running"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One entry of the register with its source; what the source does not state is None or empty.

    `title` is None for grants published with their lead and sum only; `description` is our short paraphrase;
    `lead_stated` is False where the lead is inferred and `note` then says from what; `granted_eur` is euros at most;
    `call_id` is set where the source says which of our calls paid for it, and `state` where it says whether it goes on.
    """

    id: ProjectId
    kind: ProjectKind
    source_url: str
    title: str | None = None
    description: str = ""
    language: LanguageCode
    parties: tuple[Party, ...] = ()
    year: int | None = None
    programme: str | None = None
    call_id: CallId | None = None
    granted_eur: int | None = None
    lead_stated: bool = True
    note: str = ""
    owner: str | None = None
    licence: str | None = None
    state: ProjectState | None = None

    @property
    def organisation_ids(self) -> tuple[OrganisationId, ...]:
        """Return the resolved organisations in order, the lead first."""
        return tuple(party.organisation_id for party in self.parties if party.organisation_id is not None)
