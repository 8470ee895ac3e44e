"""The reference data that ship with Kumppani: read from `data/reference/` as they are, nothing resolved or stored.

`data/reference/README.md` tells where every column comes from.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from data.reference_documents import read_calls, read_projects
from models.call import Call
from models.errors import UnreadableFileError
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
from models.project import Project

REFERENCE_FOLDER: Final = Path(__file__).parent / "reference"

_YES: Final = "yes"
_FORMER_NAME: Final = "former_municipality"
_FORMER_GENITIVE: Final = "former_genitive"

Row = Mapping[str, str]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class ReferenceTables:
    """All reference data; parties of projects are as written, for the resolver to understand."""

    regions: tuple[Region, ...]
    organisations: tuple[Organisation, ...]
    neighbours: tuple[Neighbours, ...]
    aliases: tuple[Alias, ...]
    calls: tuple[Call, ...]
    projects: tuple[Project, ...]


def load_reference_tables(folder: Path = REFERENCE_FOLDER) -> ReferenceTables:
    """Return the tables in a folder, in the order of their files.

    Former municipalities come as aliases of the municipality they are part of today; those that merged after the
    reference date are organisations with `valid_to` and `successor_id`.
    Raises UnreadableFileError, with file and line, where a table is missing or a row is not as it should be.
    """
    return ReferenceTables(
        regions=_read_table(folder / "regions.csv", _read_region),
        organisations=(
            *_read_table(folder / "municipalities.csv", _read_municipality),
            *_read_table(folder / "joint_authorities.csv", _read_joint_authority),
        ),
        neighbours=_read_table(folder / "neighbours.csv", _read_neighbours),
        aliases=(
            *_read_table(folder / "aliases.csv", _read_alias),
            *(
                alias
                for former in _read_table(folder / "former_municipalities.csv", _read_former_names)
                for alias in former
            ),
        ),
        calls=read_calls(folder / "calls.json", folder / "call_questions.json"),
        projects=read_projects(folder / "projects.json"),
    )


def _read_table(path: Path, read_row: Callable[[Row], Value]) -> tuple[Value, ...]:
    """Return the values of all rows of a table."""
    return tuple(_read_rows(path, read_row))


def _read_rows(path: Path, read_row: Callable[[Row], Value]) -> Iterator[Value]:
    """Give the value of each row; what goes wrong is told with its line."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            for row in reader:
                try:
                    yield read_row(row)
                except (KeyError, TypeError, ValueError) as problem:
                    message = f"Expected a row of reference data in {path}, line {reader.line_num}, but {problem!r}."
                    raise UnreadableFileError(message) from problem
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        message = f"Expected a table in UTF-8 at {path}, but it can't be read ({problem}); restore the file."
        raise UnreadableFileError(message) from problem


def _read_region(row: Row) -> Region:
    """Return the region of a row."""
    return Region(RegionId(row["id"]), LocalisedText(row["name_fi"], row["name_sv"], row["name_en"]))


def _read_municipality(row: Row) -> Organisation:
    """Return the municipality of a row."""
    return Organisation(
        id=OrganisationId(row["id"]),
        kind=OrganisationKind.MUNICIPALITY,
        name=LocalisedText(row["name_fi"], row["name_sv"], row["name_en"]),
        official_name=LocalisedText(row["official_name_fi"], row["official_name_sv"]),
        region_id=RegionId(row["region_id"]),
        sub_region=SubRegion(
            SubRegionId(row["sub_region_id"]), LocalisedText(row["sub_region_fi"], row["sub_region_sv"])
        ),
        urban_class=UrbanClass(row["urban_class"]),
        language_status=LanguageStatus(row["language_status"]),
        population=int(row["population_2018"]),
        population_is_estimate=row["population_estimated"] == _YES,
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        valid_to=_read_date(row["valid_to"]),
        successor_id=OrganisationId(row["successor_id"]) if row["successor_id"] else None,
    )


def _read_joint_authority(row: Row) -> Organisation:
    """Return the joint authority of a row."""
    return Organisation(
        id=OrganisationId(row["id"]),
        kind=OrganisationKind.JOINT_AUTHORITY,
        name=LocalisedText(row["name_fi"], row["name_sv"]),
        region_id=RegionId(row["region_id"]) if row["region_id"] else None,
        valid_to=_read_date(row["valid_to"]),
        business_id=row["business_id"] or None,
        member_ids=tuple(OrganisationId(member_id) for member_id in row["member_ids"].split()),
    )


def _read_neighbours(row: Row) -> Neighbours:
    """Return the pair of a row."""
    return Neighbours(OrganisationId(row["first_id"]), OrganisationId(row["second_id"]), row["by_sea"] == _YES)


def _read_alias(row: Row) -> Alias:
    """Return the spelling of a row."""
    return Alias(OrganisationId(row["organisation_id"]), row["spelling"], row["kind"], row["common_word"] == _YES)


def _read_former_names(row: Row) -> tuple[Alias, ...]:
    """Return the names of a former municipality as spellings of the one it is part of today."""
    kinds = {row["name_fi"]: _FORMER_NAME, row["name_sv"]: _FORMER_NAME, row["genitive_fi"]: _FORMER_GENITIVE}
    successor_id, is_common = OrganisationId(row["successor_id"]), row["common_word"] == _YES
    return tuple(Alias(successor_id, spelling, kind, is_common) for spelling, kind in kinds.items())


def _read_date(text: str) -> date | None:
    """Return the day of a cell, None where it is empty."""
    return date.fromisoformat(text) if text else None
