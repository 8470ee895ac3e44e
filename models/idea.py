"""Ideas: proposed joint projects with the parties behind them, their needs and their offers."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from models.call import CallId
from models.language import LanguageCode
from models.organisation import OrganisationId

IdeaId = NewType("IdeaId", int)


class Origin(StrEnum):
    """Where an idea comes from: written to illustrate, or brought in by a user."""

    ILLUSTRATIVE = "illustrative"
    IMPORTED = "imported"


class IdeaStatus(StrEnum):
    """Whether the idea still looks for partners."""

    OPEN = "open"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"


class PartyRole(StrEnum):
    """The part an organisation has in an idea or a project."""

    LEAD = "lead"
    MEMBER = "member"
    ASSOCIATE = "associate"


class ResourceKind(StrEnum):
    """What an organisation can seek in a partner or bring to one."""

    SKILL = "skill"
    SYSTEM_IN_USE = "system_in_use"
    PILOT_SITE = "pilot_site"
    PROCUREMENT = "procurement"
    MONEY = "money"
    FINISHED_SOLUTION = "finished_solution"


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation in an idea or a project, as written and as understood.

    `organisation_id` is None where the name was not resolved; `did_you_mean` then holds the likeliest candidates.
    """

    role: PartyRole
    written: str
    organisation_id: OrganisationId | None = None
    did_you_mean: tuple[OrganisationId, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """Something sought in a partner; `kind` is None where the writer did not say."""

    text: str
    kind: ResourceKind | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Something brought to a partnership; `kind` is None where the writer did not say."""

    text: str
    kind: ResourceKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaDraft:
    """An idea as it was handed in, not yet stored.

    `reference` is the sender's own identifier (a code column), None where there is none; `source` names the file.
    """

    title: str
    text: str = ""
    language: LanguageCode
    parties: tuple[Party, ...] = ()
    needs: tuple[Need, ...] = ()
    offers: tuple[Offer, ...] = ()
    call_id: CallId | None = None
    year: int | None = None
    status: IdeaStatus = IdeaStatus.OPEN
    origin: Origin = Origin.IMPORTED
    reference: str | None = None
    source: str = ""

    @property
    def lead(self) -> Party | None:
        """Return the party that leads, None where the idea names nobody."""
        return next((party for party in self.parties if party.role is PartyRole.LEAD), None)

    @property
    def content_hash(self) -> str:
        """Return a hash (64 hexadecimal digits) of everything a reader sees; equal ideas have equal hashes."""
        content = repr(
            (
                self.title,
                self.text,
                self.language,
                self.parties,
                self.needs,
                self.offers,
                self.call_id,
                self.year,
                self.status,
                self.origin,
                self.reference,
            )
        )
        return hashlib.sha256(content.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea(IdeaDraft):
    """A stored idea; `created_at` and `updated_at` are UTC and aware."""

    id: IdeaId
    created_at: datetime
    updated_at: datetime
