"""Organisations, regions, neighbours and spellings in the database."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, Row, Table, delete, insert, select, update

from data.tables import aliases, neighbours, organisation_members, organisations, regions, sub_regions
from models.collation import sort_key
from models.localised_text import LocalisedText
from models.organisation import (
    Alias,
    LanguageStatus,
    Neighbours,
    Organisation,
    OrganisationId,
    OrganisationKind,
    Region,
    RegionId,
    SubRegion,
    SubRegionId,
    UrbanClass,
)


class SqlOrganisationStore:
    """Reads organisations and what belongs to them, and brings in reference data."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list_all(self) -> tuple[Organisation, ...]:
        """Return all organisations in Finnish alphabetical order."""
        members: defaultdict[str, list[OrganisationId]] = defaultdict(list)
        for row in self._connection.execute(select(organisation_members).order_by(organisation_members.c.member_id)):
            members[row.organisation_id].append(OrganisationId(row.member_id))
        query = (
            select(
                organisations,
                sub_regions.c.name_fi.label("sub_region_fi"),
                sub_regions.c.name_sv.label("sub_region_sv"),
                sub_regions.c.name_en.label("sub_region_en"),
            )
            .join(sub_regions, isouter=True)
            .order_by(organisations.c.sort_key)
        )
        return tuple(_read_organisation(row, tuple(members[row.id])) for row in self._connection.execute(query))

    def list_regions(self) -> tuple[Region, ...]:
        """Return all regions by code."""
        return tuple(
            Region(RegionId(row.id), LocalisedText(row.name_fi, row.name_sv, row.name_en))
            for row in self._connection.execute(select(regions).order_by(regions.c.id))
        )

    def list_neighbours(self) -> tuple[Neighbours, ...]:
        """Return all pairs of neighbours."""
        query = select(neighbours).order_by(neighbours.c.first_id, neighbours.c.second_id)
        return tuple(
            Neighbours(OrganisationId(row.first_id), OrganisationId(row.second_id), row.by_sea)
            for row in self._connection.execute(query)
        )

    def list_aliases(self) -> tuple[Alias, ...]:
        """Return all spellings."""
        query = select(aliases).order_by(aliases.c.organisation_id, aliases.c.spelling)
        return tuple(
            Alias(OrganisationId(row.organisation_id), row.spelling, row.kind, row.common_word)
            for row in self._connection.execute(query)
        )

    def put_regions(self, changed: Sequence[Region]) -> None:
        """Add regions, or replace those with the same id."""
        self._put_areas(regions, changed)

    def put(self, changed: Sequence[Organisation]) -> None:
        """Add organisations with their sub-regions, or replace those with the same id."""
        areas = {each.sub_region.id: each.sub_region for each in changed if each.sub_region is not None}
        self._put_areas(sub_regions, list(areas.values()))
        known = set(self._connection.execute(select(organisations.c.id)).scalars())
        new = [_write_organisation(each) for each in changed if each.id not in known]
        if new:
            # Successors come in a second step, for an organisation may be named before it is there.
            self._connection.execute(insert(organisations), [row | {"successor_id": None} for row in new])
        for organisation in changed:
            if organisation.id in known or organisation.successor_id is not None:
                self._connection.execute(
                    update(organisations)
                    .where(organisations.c.id == organisation.id)
                    .values(**_write_organisation(organisation))
                )
        self._replace_members(changed)

    def replace_neighbours(self, pairs: Sequence[Neighbours]) -> None:
        """Make `pairs` the only neighbours there are."""
        self._connection.execute(delete(neighbours))
        rows = [{"first_id": pair.first_id, "second_id": pair.second_id, "by_sea": pair.by_sea} for pair in pairs]
        if rows:
            self._connection.execute(insert(neighbours), rows)

    def replace_aliases(self, spellings: Sequence[Alias]) -> None:
        """Make `spellings` the only ones there are."""
        self._connection.execute(delete(aliases))
        rows = [
            {
                "organisation_id": alias.organisation_id,
                "spelling": alias.spelling,
                "kind": alias.kind,
                "common_word": alias.common_word,
            }
            for alias in spellings
        ]
        if rows:
            self._connection.execute(insert(aliases), rows)

    def _put_areas(self, table: Table, changed: Sequence[Region | SubRegion]) -> None:
        """Add regions or sub-regions, or replace those with the same id."""
        known = set(self._connection.execute(select(table.c.id)).scalars())
        for area in changed:
            names = {"name_fi": area.name.fi, "name_sv": area.name.sv, "name_en": area.name.en}
            if area.id in known:
                self._connection.execute(update(table).where(table.c.id == area.id).values(**names))
            else:
                self._connection.execute(insert(table).values(id=area.id, **names))

    def _replace_members(self, changed: Sequence[Organisation]) -> None:
        """Store the members of joint authorities."""
        rows = []
        for organisation in changed:
            self._connection.execute(
                delete(organisation_members).where(organisation_members.c.organisation_id == organisation.id)
            )
            rows += [
                {"organisation_id": organisation.id, "member_id": member_id} for member_id in organisation.member_ids
            ]
        if rows:
            self._connection.execute(insert(organisation_members), rows)


def _write_organisation(organisation: Organisation) -> dict[str, object]:
    """Return the columns that hold an organisation."""
    official = organisation.official_name
    return {
        "id": organisation.id,
        "kind": organisation.kind.value,
        "name_fi": organisation.name.fi,
        "name_sv": organisation.name.sv,
        "name_en": organisation.name.en,
        "official_name_fi": None if official is None else official.fi,
        "official_name_sv": None if official is None else official.sv,
        "official_name_en": None if official is None else official.en,
        "sort_key": sort_key(organisation.name.fi),
        "region_id": organisation.region_id,
        "sub_region_id": None if organisation.sub_region is None else organisation.sub_region.id,
        "urban_class": None if organisation.urban_class is None else organisation.urban_class.value,
        "language_status": None if organisation.language_status is None else organisation.language_status.value,
        "population": organisation.population,
        "population_is_estimate": organisation.population_is_estimate,
        "latitude": organisation.latitude,
        "longitude": organisation.longitude,
        "valid_from": organisation.valid_from,
        "valid_to": organisation.valid_to,
        "successor_id": organisation.successor_id,
        "business_id": organisation.business_id,
    }


def _read_organisation(row: Row[tuple[object, ...]], member_ids: tuple[OrganisationId, ...]) -> Organisation:
    """Return the organisation of one row."""
    official = None
    if row.official_name_fi is not None:
        official = LocalisedText(row.official_name_fi, row.official_name_sv, row.official_name_en)
    sub_region = None
    if row.sub_region_id is not None:
        names = LocalisedText(row.sub_region_fi, row.sub_region_sv, row.sub_region_en)
        sub_region = SubRegion(SubRegionId(row.sub_region_id), names)
    return Organisation(
        id=OrganisationId(row.id),
        kind=OrganisationKind(row.kind),
        name=LocalisedText(row.name_fi, row.name_sv, row.name_en),
        official_name=official,
        region_id=None if row.region_id is None else RegionId(row.region_id),
        sub_region=sub_region,
        urban_class=None if row.urban_class is None else UrbanClass(row.urban_class),
        language_status=None if row.language_status is None else LanguageStatus(row.language_status),
        population=row.population,
        population_is_estimate=row.population_is_estimate,
        latitude=row.latitude,
        longitude=row.longitude,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        successor_id=None if row.successor_id is None else OrganisationId(row.successor_id),
        business_id=row.business_id,
        member_ids=member_ids,
    )
