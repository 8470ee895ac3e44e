"""What the resolver makes of names people write, against the shipped reference data."""

from typing import Final

import pytest

from matcher.resolver import OrganisationResolver
from models.errors import UnknownOrganisationError
from models.idea import PartyRole
from models.organisation import Alias, Organisation, OrganisationId, OrganisationKind
from models.resolution import Resolution
from tests.factories import make_organisation
from tests.matcher.resolving import RESOLVER, TABLES, describe

_MUNICIPALITIES: Final = [each for each in TABLES.organisations if each.kind is OrganisationKind.MUNICIPALITY]
_AUTHORITIES: Final = [each for each in TABLES.organisations if each.kind is OrganisationKind.JOINT_AUTHORITY]
_GENITIVES: Final = {alias.organisation_id: alias.spelling for alias in TABLES.aliases if alias.kind == "genitive"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Tampereen kaupunki", "Tampere"),
        ("Pedersöre", "Pedersören kunta"),
        ("Vörå kommun", "Vöyri"),
        ("Hki", "Helsinki"),
        ("hgin kaupunki", "Helsinki"),
        ("Tampereella", "Tampere"),
        ("Jamsa", "Jämsä"),
        ("JÄMSÄN  KAUPUNKI.", "Jämsä"),
        ("Espoo (hallinnoija)", "Espoo"),
        ("Kauniainen (Grankulla)", "Kauniainen"),
        ("Helsinki:n kaupunki", "Helsinki"),
        ("Ii:n kunta", "Ii"),
        ("Koski Tl", "Koski Tl"),
        ("Koski Tl:n kunta", "Koski Tl"),
        ("Espoon kaup.", "Espoo"),
        ("Savonlinna kaupunki", "Savonlinna"),
        ("Espoon kaupungille", "Espoo"),
        ("Jakobstads stad", "Pietarsaari"),
        ("Staden Jakobstad", "Pietarsaari"),
        ("City of Helsinki", "Helsinki"),
        ("S:t Michel", "Mikkeli"),
        ("Hakija: Salon kaupunki", "Salo"),
        ("Espoon kaupunki 0101263-6", "Espoo"),
        ("091", "Helsinki"),
        ("Salo", "Salo"),
        ("Ii", "Ii"),
        ("Larsmo/Luoto", "Luoto"),
        ("Maarianhamina - Mariehamn", "Maarianhamina"),
        ("LÄNSI-TURUNMAAN KAUPUNKIVÄSTÅBOLANDS STAD", "Parainen (renamed)"),
    ],
)
def test_a_municipality_is_known_by_any_of_its_names(written: str, expected: str) -> None:
    """Official, Swedish, English, abbreviated and inflected names are understood, in any letters and with extras."""
    assert describe(RESOLVER.resolve(written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Valtimo", "Nurmes (merged)"),
        ("Valtimon kunta", "Nurmes (merged)"),
        ("Haukiputaan kunta", "Oulu (merged)"),
        ("Ekenäs", "Raasepori (merged)"),
        ("Loimaan kunta", "Loimaa (merged)"),
        ("Loimaan kaupunki", "Loimaa"),
        ("Jyväskylän maalaiskunta", "Jyväskylä (merged)"),
        ("Jyväskylän mlk", "Jyväskylä (merged)"),
        ("Lapin kunta", "Rauma (merged)"),
        ("Västaboland stad", "Parainen (renamed)"),
        ("Väståbolands stad", "Parainen (renamed)"),
        ("Länsi-Turunmaan kaupunki", "Parainen (renamed)"),
    ],
)
def test_a_former_name_leads_to_the_municipality_of_today(written: str, expected: str) -> None:
    """What was a municipality belongs to its successor, and the note says so."""
    assert describe(RESOLVER.resolve(written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Tampereen kaupunki, sivistyspalvelut", "Tampere (unit)"),
        ("Oulun kaupungin kirjasto", "Oulu (unit)"),
        ("Helsingin kaupunginkirjasto", "Helsinki (unit)"),
        ("Espoon kaupunki / Sivistystoimi", "Espoo (unit)"),
        ("Sivistystoimi / Espoon kaupunki", "Espoo (unit)"),
        ("Lahden kaupunki Tekninen ja ympäristötoimiala", "Lahti (unit)"),
        ("Kajaanin kaupunki Kajaanin ammattikorkeakoulu -liikelaitos", "Kajaani (unit)"),
        ("Kajaanin kaupunki / Kajaanin Vesi -liikelaitos", "Kajaani (unit)"),
        ("Oulun Vesi liikelaitos / Oulun kaupunki", "Oulu (unit)"),
        ("KUOPION KAUPUNKITILAKESKUS", "Kuopio (unit)"),
        ("Åbo stads bibliotek", "Turku (unit)"),
        ("Helsinki City Library", "Helsinki (unit)"),
        ("City of Helsinki, Culture and Leisure Division", "Helsinki (unit)"),
        ("Haukiputaan kunta / Perusturvapalvelut", "Oulu (merged)"),
        ("Päijät-Hämeen liitto Etelä-Suomen EU-yksikkö", "Päijät-Hämeen liitto (unit)"),
        ("Raahen koulutuskuntayhtymä / Taivalkosken yksikkö", "Raahen koulutuskuntayhtymä (unit)"),
        ("ROVANIEMEN KOULUTUSKUNTAYHTYMÄTEKNIIKAN YKSIKKÖ", "Rovaniemen koulutuskuntayhtymä (unit)"),
    ],
)
def test_a_unit_belongs_to_its_organisation(written: str, expected: str) -> None:
    """A department, library or utility beside an official name is the organisation itself."""
    assert describe(RESOLVER.resolve(written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Helsingin seudun liikenne -kuntayhtymä", "Helsingin seudun liikenne -kuntayhtymä (HSL)"),
        ("Helsingin seudun liikenne", "Helsingin seudun liikenne -kuntayhtymä (HSL)"),
        ("HSL", "Helsingin seudun liikenne -kuntayhtymä (HSL)"),
        ("Samkommunen Helsingforsregionens trafik", "Helsingin seudun liikenne -kuntayhtymä (HSL)"),
        ("Helsingforsregionens trafik samkommun", "Helsingin seudun liikenne -kuntayhtymä (HSL)"),
        ("Jyväskylän kky", "Jyväskylän koulutuskuntayhtymä"),
        ("Eteva ky", "Eteva kuntayhtymä"),
        ("Oulun seudun koulutuskuntayhtymälle", "Oulun seudun koulutuskuntayhtymä (OSEKK)"),
        ("Etelä-Savon sairaanhoitopiiri", "Etelä-Savon sairaanhoitopiirin kuntayhtymä"),
        ("Vaasan shp", "Vaasan sairaanhoitopiirin kuntayhtymä"),
        ("HELSINGIN JA UUDENMAAN SAIRAANHOITOPIIRI", "Helsingin ja Uudenmaan sairaanhoitopiirin kuntayhtymä"),
        ("Österbottens förbund - Pohjanmaan liitto", "Pohjanmaan liitto"),
        ("Hämeen Maakuntaliitto, kuntayhtymä", "Hämeen liitto"),
        ("Luksia Länsi-Uudenmaan koulutuskuntayhtymä", "Luksia, Länsi-Uudenmaan koulutuskuntayhtymä"),
    ],
)
def test_a_joint_authority_is_known_by_any_of_its_names(written: str, expected: str) -> None:
    """Joint authorities are understood by acronym, in Swedish, in cases, and with or without *kuntayhtymä*."""
    assert describe(RESOLVER.resolve(written)) == expected


@pytest.mark.parametrize(
    "written",
    [
        "Helsingin yliopisto",
        "Kajaanin ammattikorkeakoulu",
        "Tampereen ammattiopisto",
        "Helsingin seurakuntayhtymä",
        "Kuopion Yrittäjät ry",
        "Kuopion Yrittäjät r.y.",
        "Vaasan Vesi Oy",
        "Nokia Oyj",
        "Espoon kaupungin asunnot Oy",
        "Kotkan kaupungin tukisäätiö",
        "Tampereen kaupunki-instituutti Oy",
        "Tampereen kaupunkiseudun elinkeino- ja kehitysyhtiö Tredea",
        "Vantaan ja Keravan hyvinvointialue",
        "Helsinki ja ystävät ry",
        "Pohjois-Savon ELY-keskus",
        "Uudenmaan elinkeino-, liikenne- ja ympäristökeskus",
        "Kouvolan seudun ammattikoulutusyhtymä",
        "Ylä-Savon SOTE kuntayhtymä",
        "Haapaveden-Siikalatvan seudun kuntayhtymä",
        "Helsingin kuntayhtymä",
        "Lapin kunnat",
        "Turunmaan seutu ry c/o Paraisten kaupunki",
        "Seinäjoen ammattikorkeakoulu (emo: Seinäjoen koulutuskuntayhtymä)",
        "Kuntaliitto",
        "Motiva",
        "SYKE",
        "kunta",
    ],
)
def test_others_are_nobody_here(written: str) -> None:
    """Schools, companies, associations, churches and unknown authorities stay as written, without suggestions."""
    assert RESOLVER.resolve_all(written) == (Resolution(written),)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Tamprere", "? Tampere (typo)"),
        ("Kontolahden kunta", "? Kontiolahti (typo)"),
        ("Ulvilan kaupunkin", "? Ulvila (typo)"),
        ("Savon kolutuskuntayhtymä", "? Savon koulutuskuntayhtymä (typo)"),
        ("Koski", "? Hollola, Koski Tl (ambiguous)"),
        ("Lappi", "? Rauma, Lapin liitto (ambiguous)"),
        ("Pirkanmaa", "? Pirkanmaan liitto (ambiguous)"),
        ("Oulun kirjasto", "? Oulu (unit)"),
        ("Satakunnan oppisopimuskeskus Porin kaupunki", "? Pori (mentioned)"),
        ("SATA Satakunnan koulutuskuntayhtymä", "? Satakunnan koulutuskuntayhtymä (mentioned)"),
        ("Kuopion kaupungin kaverit", "? Kuopio (mentioned)"),
        ("Kajaanin kaupunki Kajaanin Vesi Oy", "? Kajaani (mentioned)"),
        ("Raahen koulutuskuntayhtymä Koulutus Oy", "? Raahen koulutuskuntayhtymä (mentioned)"),
        ("Nokia Solutions Oy, Espoo", "? Espoo (mentioned)"),
        ("Turun kaupunki Raision kaupunki", "? Turku, Raisio (several)"),
        ("Espoo, Vantaa ja Kauniainen", "? Espoo, Vantaa, Kauniainen (several)"),
        ("Pohja, seinät ja katto", "? Raasepori (mentioned)"),
    ],
)
def test_what_is_not_certain_is_asked(written: str, expected: str) -> None:
    """Misspelt, ambiguous and half-hidden names give suggestions instead of an answer."""
    assert describe(RESOLVER.resolve(written)) == expected


@pytest.mark.parametrize("municipality", _MUNICIPALITIES, ids=lambda each: each.name.fi)
def test_every_name_of_every_municipality_is_its_own(municipality: Organisation) -> None:
    """Finnish, Swedish, English and official names lead to the municipality, or to where it has merged."""
    official = municipality.official_name
    assert official is not None
    names = [municipality.name.fi, municipality.name.sv, municipality.name.en, official.fi, official.sv]
    genitive = _GENITIVES[municipality.id]
    names += [genitive, f"{genitive} kunta", f"{genitive} kaupunki", f"{municipality.name.sv}s kommun", municipality.id]

    resolved = {name: RESOLVER.resolve(name).organisation_id for name in names}

    assert set(resolved.values()) == {municipality.successor_id or municipality.id}


@pytest.mark.parametrize("authority", _AUTHORITIES, ids=lambda each: each.id)
def test_every_name_of_every_joint_authority_is_its_own(authority: Organisation) -> None:
    """Finnish and Swedish names and the id lead to the joint authority."""
    names = filter(None, [authority.name.fi, authority.name.sv, authority.name.fi.upper(), authority.id])

    assert {RESOLVER.resolve(name).organisation_id for name in names} == {authority.id}


def test_only_documented_spellings_are_ambiguous() -> None:
    """Of all spellings only Koski, Lappi and Lapin mean several organisations."""
    notes = {alias.spelling: RESOLVER.resolve(alias.spelling) for alias in TABLES.aliases}

    several = {spelling for spelling, found in notes.items() if len(found.did_you_mean) > 1}
    unsure = {spelling for spelling, found in notes.items() if found.organisation_id is None}
    regional = {alias.spelling for alias in TABLES.aliases if alias.kind.startswith("region_")}
    assert several == {"Koski", "Lappi", "Lapin"}
    assert unsure == several | regional


_ASSOCIATES: Final = (
    "{genitive} ammattikorkeakoulu",
    "{genitive} yliopisto",
    "{genitive} Yrittäjät ry",
    "{genitive} Vesi Oy",
    "{genitive} seurakunta",
    "{genitive} seudun kehitysyhtiö",
    "{genitive} kaupunginteatteri",
    "{genitive} kaupunkilehti",
    "{genitive} kaupungin asunnot Oy",
    "{genitive} kunnan eläkeläiset ry",
    "{genitive} ja naapurien yhdistys ry",
    "{genitive} ELY-keskus",
    "{genitive} hyvinvointialue",
    "{genitive} Energia",
    "{name}-yhdistys ry",
    "{name}-seura",
    "{swedish} Energi Ab",
    "{swedish} församling",
    "Yritys Oy, {swedish}",
    "Yritys Oy ({name})",
    "University of {name}",
    "{genitive} kuntayhtymä",
)


@pytest.mark.parametrize("template", _ASSOCIATES)
def test_no_associate_becomes_a_municipality(template: str) -> None:
    """Whatever place a company, school or church is named after, it is not that municipality."""
    wrong = []
    for each in _MUNICIPALITIES:
        written = template.format(genitive=_GENITIVES[each.id], name=_GENITIVES[each.id][:-1], swedish=each.name.sv)
        wrong += [written for found in RESOLVER.resolve_all(written) if found.organisation_id is not None]

    assert wrong == []


def test_the_register_is_understood() -> None:
    """Every municipality and joint authority in the register is known, and no associate is."""
    unknown = set()
    for project in TABLES.projects:
        for party in project.parties:
            found = RESOLVER.resolve(party.written)
            assert party.role is not PartyRole.ASSOCIATE or found == Resolution(party.written)
            if party.role is not PartyRole.ASSOCIATE and found.organisation_id is None:
                unknown.add(party.written)

    assert unknown == {"Kajaanin ammattikorkeakoulu", "Lapin yliopisto", "Kaustisen seutukunta"}


def test_companies_that_are_known_can_be_found() -> None:
    """An associate that is in the data is found by its name, and by nothing shorter."""
    company = make_organisation(id=OrganisationId("kuntien-tiera"), kind=OrganisationKind.ASSOCIATE)
    resolver = OrganisationResolver([company], [Alias(company.id, "Kuntien Tiera Oy", "name")])

    assert resolver.resolve("kuntien tiera OY").organisation_id == company.id
    assert resolver.resolve("Tiera").organisation_id is None


def test_a_spelling_of_nobody_is_refused() -> None:
    """An alias without its organisation is a mistake in the data, and is named."""
    with pytest.raises(UnknownOrganisationError, match="'999'"):
        OrganisationResolver([make_organisation()], [Alias(OrganisationId("999"), "Utopia", "name")])
