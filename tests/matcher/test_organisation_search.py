"""Organisations are found by a part of any name and by what they are; what is not found is asked about."""

from typing import Final

import pytest

from matcher.organisation_search import OrganisationFilters, OrganisationsFound, find_organisations
from models.localised_text import LocalisedText
from models.organisation import Alias, Organisation, OrganisationId, OrganisationKind, RegionId
from models.resolution import Resolution
from tests.factories import make_organisation

ESPOO: Final = make_organisation(
    id=OrganisationId("049"), name=LocalisedText("Espoo", "Esbo"), region_id=RegionId("01")
)
AANEKOSKI: Final = make_organisation(
    id=OrganisationId("992"), name=LocalisedText("Äänekoski"), region_id=RegionId("13")
)
KOSKI: Final = make_organisation(id=OrganisationId("284"), name=LocalisedText("Koski Tl"), region_id=RegionId("02"))
AUTHORITY: Final = make_organisation(
    id=OrganisationId("liitto"), kind=OrganisationKind.JOINT_AUTHORITY, name=LocalisedText("Keski-Suomen liitto")
)
ALL: Final = (ESPOO, AANEKOSKI, KOSKI, AUTHORITY)
ALIASES: Final = (Alias(AANEKOSKI.id, "Suolahti", "former_municipality"),)


def _find(
    name: str = "", *, filters: OrganisationFilters | None = None, resolution: Resolution | None = None
) -> OrganisationsFound:
    """Search all, with a resolver that gives one answer."""
    return find_organisations(
        ALL, ALIASES, name, resolve=lambda written: resolution or Resolution(written), filters=filters
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", ALL),
        ("  ", ALL),
        ("esb", (ESPOO,)),
        ("AANE", (AANEKOSKI,)),
        ("suolahti", (AANEKOSKI,)),
        ("koski", (KOSKI, AANEKOSKI)),
        ("keski suomi", ()),
        ("keski suomen", (AUTHORITY,)),
        ("!!", ()),
    ],
)
def test_any_part_of_any_spelling_finds(name: str, expected: tuple[Organisation, ...]) -> None:
    """Case, accents and punctuation do not matter; names that begin with the part come first."""
    assert _find(name) == OrganisationsFound(organisations=expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (OrganisationFilters(kind=OrganisationKind.JOINT_AUTHORITY), (AUTHORITY,)),
        (OrganisationFilters(region_id=RegionId("13")), (AANEKOSKI,)),
        (OrganisationFilters(kind=OrganisationKind.JOINT_AUTHORITY, region_id=RegionId("13")), ()),
    ],
)
def test_every_filter_is_met(filters: OrganisationFilters, expected: tuple[Organisation, ...]) -> None:
    """What is found meets all the filters."""
    assert _find(filters=filters).organisations == expected


def test_a_filter_that_excludes_what_is_named_leaves_nothing_to_ask() -> None:
    """A name that is known but filtered away is not taken for a typing error."""
    filters = OrganisationFilters(region_id=RegionId("01"))
    wrong = Resolution("koski", None, (ESPOO.id,))

    assert _find("koski", filters=filters, resolution=wrong) == OrganisationsFound()


def test_what_the_resolver_understands_is_found() -> None:
    """A short form that is part of no spelling finds what it means."""
    assert _find("EPO", resolution=Resolution("EPO", ESPOO.id)).organisations == (ESPOO,)


def test_what_the_resolver_is_not_sure_of_is_asked() -> None:
    """A typing error finds nothing and names what it may mean."""
    found = _find("Esppo", resolution=Resolution("Esppo", None, (ESPOO.id,), "typo"))

    assert found == OrganisationsFound(did_you_mean=(ESPOO.id,))
