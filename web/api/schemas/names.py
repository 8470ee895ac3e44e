"""Names in three languages, and organisations and regions where they are only mentioned."""

from pydantic import BaseModel, ConfigDict, Field

from matcher.catalogue import Catalogue
from models.idea import Party, PartyRole
from models.language import ENGLISH, FINNISH, SWEDISH
from models.localised_text import LocalisedText
from models.organisation import OrganisationId, OrganisationKind, RegionId


class LocalisedName(BaseModel):
    """The same in Finnish, Swedish and English; the Finnish wording stands in where another does not exist."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"fi": "Vaasa", "sv": "Vasa", "en": "Vaasa"}]})

    fi: str = Field(description="In Finnish.")
    sv: str = Field(description="In Swedish.")
    en: str = Field(description="In English.")


class RegionMention(BaseModel):
    """A region (maakunta, landskap)."""

    id: str = Field(description="Official two-digit code.", examples=["15"])
    name: LocalisedName = Field(description="Its name.")


class OrganisationMention(BaseModel):
    """An organisation, as much as is needed to show it."""

    id: str = Field(
        description="Official three-digit code of a municipality, a slug for every other organisation.",
        examples=["905"],
    )
    kind: OrganisationKind = Field(description="What it is.")
    name: LocalisedName = Field(description="Its name today, or its last one.")


class PartyAnswer(BaseModel):
    """An organisation in an idea or a project, as written and as understood."""

    role: PartyRole = Field(description="Its part.")
    written: str = Field(description="The name as the source writes it.", examples=["Vasa stad"])
    organisation: OrganisationMention | None = Field(
        description="The organisation that is meant; null where the name was not understood."
    )
    did_you_mean: list[OrganisationMention] = Field(
        description="Where the name was not understood: what it may mean, the likeliest first."
    )


def describe_name(name: LocalisedText) -> LocalisedName:
    """Return a name in all three languages."""
    return LocalisedName(fi=name.in_language(FINNISH), sv=name.in_language(SWEDISH), en=name.in_language(ENGLISH))


def mention_region(catalogue: Catalogue, region_id: RegionId | None) -> RegionMention | None:
    """Return a region by its code, None for None."""
    if region_id is None:
        return None
    region = catalogue.regions[region_id]
    return RegionMention(id=region.id, name=describe_name(region.name))


def mention_organisation(catalogue: Catalogue, organisation_id: OrganisationId) -> OrganisationMention:
    """Return an organisation by its id."""
    organisation = catalogue.get_organisation(organisation_id)
    return OrganisationMention(id=organisation.id, kind=organisation.kind, name=describe_name(organisation.name))


def describe_party(catalogue: Catalogue, party: Party) -> PartyAnswer:
    """Return a party with the organisation it means."""
    own_id = party.organisation_id
    return PartyAnswer(
        role=party.role,
        written=party.written,
        organisation=None if own_id is None else mention_organisation(catalogue, own_id),
        did_you_mean=[mention_organisation(catalogue, each) for each in party.did_you_mean],
    )


KUHMO = OrganisationMention(
    id="290", kind=OrganisationKind.MUNICIPALITY, name=LocalisedName(fi="Kuhmo", sv="Kuhmo", en="Kuhmo")
)
SOTKAMO = OrganisationMention(
    id="765", kind=OrganisationKind.MUNICIPALITY, name=LocalisedName(fi="Sotkamo", sv="Sotkamo", en="Sotkamo")
)
KAINUU = RegionMention(id="18", name=LocalisedName(fi="Kainuu", sv="Kajanaland", en="Kainuu"))
