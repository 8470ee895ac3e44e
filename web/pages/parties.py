"""Organisations in ideas and projects, as pages name them."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.catalogue import Catalogue
from models.idea import Party, PartyRole
from models.language import LanguageCode
from models.organisation import Organisation, Region


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A party: the organisation meant with its region, or what the name as written may mean."""

    party: Party
    organisation: Organisation | None
    region: Region | None
    did_you_mean: Sequence[Organisation]


def describe_party(party: Party, catalogue: Catalogue) -> PartyRow:
    """Return a party with the organisations it stands for."""
    organisation = None if party.organisation_id is None else catalogue.get_organisation(party.organisation_id)
    region_id = None if organisation is None else organisation.region_id
    return PartyRow(
        party=party,
        organisation=organisation,
        region=None if region_id is None else catalogue.regions[region_id],
        did_you_mean=[catalogue.get_organisation(each) for each in party.did_you_mean],
    )


def describe_parties(parties: Sequence[Party], catalogue: Catalogue, role: PartyRole) -> tuple[PartyRow, ...]:
    """Return the parties that have a role, in order."""
    return tuple(describe_party(party, catalogue) for party in parties if party.role is role)


def name_party(row: PartyRow, language: LanguageCode) -> str:
    """Return the name of a party in the reader's language, as written where it was not recognised."""
    return row.party.written if row.organisation is None else row.organisation.name.in_language(language)
