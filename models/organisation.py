"""Organisations: municipalities and joint authorities, which may apply, and associates, which may not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from models.language import LanguageCode
from models.localised_text import LocalisedText

OrganisationId = NewType("OrganisationId", str)
"""The official three-digit code of a municipality (`091`), a slug for every other organisation."""
RegionId = NewType("RegionId", str)
"""The official two-digit code of a region (`01`)."""
SubRegionId = NewType("SubRegionId", str)
"""The official three-digit code of a sub-region (`011`)."""


class OrganisationKind(StrEnum):
    """What an organisation is; only the first two may apply for a grant."""

    MUNICIPALITY = "municipality"
    JOINT_AUTHORITY = "joint_authority"
    ASSOCIATE = "associate"


class LanguageStatus(StrEnum):
    """The official languages of a municipality, the language of the majority first."""

    FINNISH = "fi"
    FINNISH_SWEDISH = "fi_sv"
    SWEDISH_FINNISH = "sv_fi"
    SWEDISH = "sv"


class SizeClass(StrEnum):
    """Municipalities by population, in the classes Finnish municipal statistics commonly use."""

    UNDER_5000 = "under_5000"
    FROM_5000 = "5000_to_20000"
    FROM_20000 = "20000_to_100000"
    OVER_100000 = "over_100000"


POPULATION_DAY: Final = date(2018, 12, 31)
"""The day whose population the reference data give: the last before the division of 1 January 2019 that they hold."""
DIVISION_DAY: Final = date(2019, 1, 1)
"""The day whose regions, sub-regions and joint authorities the reference data hold; later mergers and ends are told."""

_SIZE_LIMITS: Final = ((5_000, SizeClass.UNDER_5000), (20_000, SizeClass.FROM_5000), (100_000, SizeClass.FROM_20000))


class UrbanClass(StrEnum):
    """How urban a municipality is in the official statistical grouping (*kuntaryhmitys*)."""

    URBAN = "urban"
    SEMI_URBAN = "semi_urban"
    RURAL = "rural"


@dataclass(frozen=True, slots=True)
class Region:
    """One of the nineteen regions (*maakunta*, *landskap*)."""

    id: RegionId
    name: LocalisedText


@dataclass(frozen=True, slots=True)
class SubRegion:
    """A group of municipalities within a region (*seutukunta*, *ekonomisk region*)."""

    id: SubRegionId
    name: LocalisedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation at the reference date; what is not known, or does not apply to its kind, is None.

    `population` is persons, `latitude` and `longitude` degrees (WGS84) of the administrative seat,
    `population_is_estimate` where no official figure exists for the division of the reference date,
    `valid_to` the last day of an organisation that has ended, `successor_id` the municipality it merged into,
    `member_ids` the municipalities of a joint authority where they are known.
    """

    id: OrganisationId
    kind: OrganisationKind
    name: LocalisedText
    official_name: LocalisedText | None = None
    region_id: RegionId | None = None
    sub_region: SubRegion | None = None
    urban_class: UrbanClass | None = None
    language_status: LanguageStatus | None = None
    population: int | None = None
    population_is_estimate: bool = False
    latitude: float | None = None
    longitude: float | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successor_id: OrganisationId | None = None
    business_id: str | None = None
    member_ids: tuple[OrganisationId, ...] = ()

    @property
    def size_class(self) -> SizeClass | None:
        """Return the size class by population, None where the population is not known."""
        if self.population is None:
            return None
        for limit, size_class in _SIZE_LIMITS:
            if self.population < limit:
                return size_class
        return SizeClass.OVER_100000

    @property
    def official_languages(self) -> frozenset[LanguageCode]:
        """Return the official languages, none where they are not known."""
        return frozenset(map(LanguageCode, self.language_status.split("_") if self.language_status else ()))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two municipalities that share a border; `by_sea` where the border runs in water only."""

    first_id: OrganisationId
    second_id: OrganisationId
    by_sea: bool


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling under which an organisation is known (inflected, official, Swedish or former name).

    `kind` is the kind of spelling as the reference table names it; `common_word` marks names that are also words.
    """

    organisation_id: OrganisationId
    spelling: str
    kind: str
    common_word: bool = False
