"""Parties of ideas and of projects as rows, the same for both."""

from collections.abc import Sequence

from sqlalchemy import Row

from models.idea import Party, PartyRole
from models.organisation import OrganisationId


def write_parties(parties: Sequence[Party]) -> list[dict[str, object]]:
    """Return one row a party, in order; the caller adds whose they are."""
    return [
        {
            "position": position,
            "role": party.role.value,
            "written": party.written,
            "organisation_id": party.organisation_id,
            "did_you_mean": list(party.did_you_mean),
        }
        for position, party in enumerate(parties)
    ]


def read_party(row: Row[tuple[object, ...]]) -> Party:
    """Return the party of one row."""
    return Party(
        role=PartyRole(row.role),
        written=row.written,
        organisation_id=None if row.organisation_id is None else OrganisationId(row.organisation_id),
        did_you_mean=tuple(OrganisationId(each) for each in row.did_you_mean),
    )
