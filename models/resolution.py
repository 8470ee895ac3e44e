"""What came of reading an organisation's name as somebody wrote it."""

from dataclasses import dataclass

from models.organisation import OrganisationId


@dataclass(frozen=True, slots=True)
class Resolution:
    """One name as written, and the organisation it means, or what it might mean.

    Exactly one of three holds: `organisation_id` is set (understood); it is None and `did_you_mean` has one to three
    organisations, the likeliest first; or both are empty (not in the reference data).
    `note` is a short machine word on how it was understood, such as `merged` or `typo`, empty for a plain match.
    """

    written: str
    organisation_id: OrganisationId | None = None
    did_you_mean: tuple[OrganisationId, ...] = ()
    note: str = ""
