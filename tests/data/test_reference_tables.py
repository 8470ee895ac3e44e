"""The shipped reference data: complete, consistent, each fact with its source."""

from collections import Counter
from datetime import date, time
from pathlib import Path
from typing import Final

import pytest

from data.reference_tables import REFERENCE_FOLDER, ReferenceTables, load_reference_tables
from models.errors import UnreadableFileError
from models.idea import PartyRole
from models.localised_text import LocalisedText
from models.organisation import (
    LanguageStatus,
    Organisation,
    OrganisationId,
    OrganisationKind,
    RegionId,
    SubRegion,
    SubRegionId,
    UrbanClass,
)
from models.project import ProjectKind, ProjectState

# The box around Finland, in degrees (WGS84).
_LATITUDES: Final = (59.8, 70.1)
_LONGITUDES: Final = (19.5, 31.6)


@pytest.fixture(scope="module")
def tables() -> ReferenceTables:
    """Return the shipped tables."""
    return load_reference_tables()


@pytest.fixture(scope="module")
def municipalities(tables: ReferenceTables) -> dict[OrganisationId, Organisation]:
    """Return the municipalities by id."""
    return {each.id: each for each in tables.organisations if each.kind is OrganisationKind.MUNICIPALITY}


def test_everything_is_there(tables: ReferenceTables) -> None:
    """There are 311 municipalities in 19 regions, 74 joint authorities, 825 pairs, 5 calls and 47 projects."""
    kinds = Counter(organisation.kind for organisation in tables.organisations)

    assert kinds == {OrganisationKind.MUNICIPALITY: 311, OrganisationKind.JOINT_AUTHORITY: 74}
    assert (len(tables.regions), len(tables.neighbours)) == (19, 825)
    assert (len(tables.calls), len(tables.projects)) == (5, 47)


def test_a_municipality_keeps_every_column(municipalities: dict[OrganisationId, Organisation]) -> None:
    """What the table says of Valtimo, which has merged, is what comes out."""
    valtimo = municipalities[OrganisationId("911")]

    assert valtimo == Organisation(
        id=OrganisationId("911"),
        kind=OrganisationKind.MUNICIPALITY,
        name=LocalisedText("Valtimo", "Valtimo", "Valtimo"),
        official_name=LocalisedText("Valtimon kunta", "Valtimo kommun"),
        region_id=RegionId("12"),
        sub_region=SubRegion(SubRegionId("125"), LocalisedText("Pielisen Karjala", "Pielisen Karjala")),
        urban_class=UrbanClass.RURAL,
        language_status=LanguageStatus.FINNISH,
        population=2143,
        population_is_estimate=True,
        latitude=63.67545,
        longitude=28.82648,
        valid_to=date(2019, 12, 31),
        successor_id=OrganisationId("541"),
    )


def test_three_municipalities_have_merged_since_2019(municipalities: dict[OrganisationId, Organisation]) -> None:
    """Each ends on the last day of a year and has a successor that lives on."""
    merged = {each.name.fi: each for each in municipalities.values() if each.successor_id is not None}

    successors = {name: municipalities[each.successor_id or each.id] for name, each in merged.items()}
    assert {name: each.name.fi for name, each in successors.items()} == {
        "Valtimo": "Nurmes",
        "Honkajoki": "Kankaanpää",
        "Pertunmaa": "Mäntyharju",
    }
    assert all(
        each.valid_to is not None and (each.valid_to.month, each.valid_to.day) == (12, 31) for each in merged.values()
    )
    assert all(each.valid_to is None for each in successors.values())


def test_municipalities_lie_in_finland(municipalities: dict[OrganisationId, Organisation]) -> None:
    """Every one has coordinates in the country, people, and names in the languages of the pages."""
    for each in municipalities.values():
        assert each.latitude is not None
        assert each.longitude is not None
        assert _LATITUDES[0] < each.latitude < _LATITUDES[1]
        assert _LONGITUDES[0] < each.longitude < _LONGITUDES[1]
        assert each.population
        assert all((each.name.fi, each.name.sv, each.name.en))
        assert each.official_name is not None
        assert all((each.official_name.fi, each.official_name.sv))


def test_population_adds_up_to_that_of_finland(municipalities: dict[OrganisationId, Organisation]) -> None:
    """The municipalities together have the 5,517,919 people Finland had at the end of 2018."""
    assert sum(each.population or 0 for each in municipalities.values()) == 5_517_919


def test_ids_are_unique(tables: ReferenceTables) -> None:
    """No organisation, region, call or project comes twice."""
    for ids in (
        [each.id for each in tables.organisations],
        [each.id for each in tables.regions],
        [each.id for each in tables.calls],
        [each.id for each in tables.projects],
        [(each.organisation_id, each.spelling) for each in tables.aliases],
        [(each.first_id, each.second_id) for each in tables.neighbours],
    ):
        assert len(set(ids)) == len(ids)


def test_whatever_is_referred_to_exists(
    tables: ReferenceTables, municipalities: dict[OrganisationId, Organisation]
) -> None:
    """Regions, successors, members, neighbours, owners of spellings and calls are in their tables."""
    ids = {each.id for each in tables.organisations}
    region_ids = {each.id for each in tables.regions}
    call_ids = {each.id for each in tables.calls}

    assert {each.region_id for each in tables.organisations} <= {*region_ids, None}
    assert {each.successor_id for each in tables.organisations} <= {*municipalities, None}
    assert {member_id for each in tables.organisations for member_id in each.member_ids} <= set(municipalities)
    assert {own_id for pair in tables.neighbours for own_id in (pair.first_id, pair.second_id)} <= set(municipalities)
    assert {alias.organisation_id for alias in tables.aliases} <= ids
    assert {project.call_id for project in tables.projects} <= {*call_ids, None}


def test_neighbours_are_pairs_in_order(tables: ReferenceTables) -> None:
    """Each pair is there once, the smaller code first; 43 borders run in water only."""
    assert all(pair.first_id < pair.second_id for pair in tables.neighbours)
    assert sum(pair.by_sea for pair in tables.neighbours) == 43


def test_every_region_is_in_use(tables: ReferenceTables, municipalities: dict[OrganisationId, Organisation]) -> None:
    """Regions have municipalities and three names, and all but Åland a council with these as members."""
    for region in tables.regions:
        own = {each.id for each in municipalities.values() if each.region_id == region.id}
        councils = [
            each
            for each in tables.organisations
            if each.kind is OrganisationKind.JOINT_AUTHORITY and each.region_id == region.id
        ]

        assert own
        assert all((region.name.fi, region.name.sv, region.name.en))
        assert [set(each.member_ids) for each in councils] == ([] if region.name.en == "Åland" else [own])


def test_former_municipalities_are_spellings_of_their_successors(tables: ReferenceTables) -> None:
    """Names and genitives of municipalities before 2019 lead to the one they are part of today."""
    former = {alias.spelling: alias for alias in tables.aliases if alias.kind.startswith("former_")}

    assert former["Haukiputaan"].organisation_id == "564"
    assert former["Haukiputaan"].kind == "former_genitive"
    assert former["Ekenäs"].organisation_id == former["Tammisaari"].organisation_id == "710"
    assert former["Pohja"].common_word
    assert not former["Tammisaari"].common_word


def test_calls_speak_three_languages(tables: ReferenceTables) -> None:
    """Every text of a call is there in Finnish, Swedish and English, and every call has sources."""
    for call in tables.calls:
        notes = (call.opens_note, call.applications_note, call.granted_note)
        texts = [call.subject, *call.purposes, *(exclusion.term for exclusion in call.exclusions)]
        texts += [note for note in notes if note is not None]

        assert call.purposes
        assert all(text.fi and text.sv and text.en for text in texts)
        assert call.materials


def test_the_call_of_the_workshop(tables: ReferenceTables) -> None:
    """The second call of 2019 had 133 ideas, a workshop and three exclusions; how many got money is not known."""
    call = next(each for each in tables.calls if each.id == "2019-2")

    assert (call.opens, call.closes, call.closes_time) == (date(2019, 11, 13), date(2019, 12, 19), time(16, 15))
    assert (call.workshop, call.n_ideas_before, call.n_applications) == (date(2019, 9, 27), 133, 51)
    assert (call.n_granted, call.granted_eur, call.decided) == (None, None, None)
    assert [exclusion.id for exclusion in call.exclusions] == [
        "health_and_social_care",
        "built_environment",
        "case_management_archiving",
    ]


def test_the_built_environment_was_excluded_and_then_the_subject(tables: ReferenceTables) -> None:
    """Rules differ by year: exclusions of 2019 and 2020 have it, that of 2021 does not."""
    excluded = {call.id: {exclusion.id for exclusion in call.exclusions} for call in tables.calls}

    assert [call_id for call_id, ids in excluded.items() if "built_environment" in ids] == ["2019-2", "2020"]
    assert [call.id for call in tables.calls if not call.exclusions_known] == ["2019-1", "2022"]


def test_the_register_is_described_projects_and_grants(tables: ReferenceTables) -> None:
    """26 projects and networks are described; 21 grants have a lead and a call, and some no title."""
    kinds = Counter(project.kind for project in tables.projects)
    grants = [project for project in tables.projects if project.kind is ProjectKind.GRANT]

    assert (kinds[ProjectKind.PROJECT] + kinds[ProjectKind.NETWORK], kinds[ProjectKind.GRANT]) == (26, 21)
    assert all(project.title and project.description for project in tables.projects if project not in grants)
    assert all(grant.call_id and grant.parties and not grant.description for grant in grants)


def test_every_project_has_its_source(tables: ReferenceTables) -> None:
    """Each entry has an address, a language, and a note where the lead is inferred."""
    for project in tables.projects:
        assert project.source_url.startswith(("https://", "http://"))
        assert project.language in {"fi", "sv"}
        assert project.lead_stated or project.note


def test_parties_are_as_written(tables: ReferenceTables) -> None:
    """The lead comes first, others follow with their parts, and nobody is resolved yet."""
    project = next(each for each in tables.projects if each.id == "energiaviisaat-kaupungit")

    assert [party.written for party in project.parties if party.role is PartyRole.ASSOCIATE] == ["Ekokumppanit Oy"]
    assert (project.parties[0].role, project.parties[0].written) == (PartyRole.LEAD, "Tampere")
    assert all(party.organisation_id is None for each in tables.projects for party in each.parties)
    assert all(
        sum(party.role is PartyRole.LEAD for party in each.parties) <= 1 and each.parties for each in tables.projects
    )


def test_only_what_the_source_says_is_open(tables: ReferenceTables) -> None:
    """A licence is given for the two eVaka projects, whose sources call them open source."""
    assert [project.id for project in tables.projects if project.licence] == ["kuntien-evaka", "evaka-4pack"]


def test_a_state_is_given_where_the_source_tells(tables: ReferenceTables) -> None:
    """The cooperation on eVaka goes on; of three projects the source tells that they are over."""
    states = {str(project.id): project.state for project in tables.projects if project.state is not None}

    assert states == {
        "evaka-4pack": ProjectState.RUNNING,
        "liira": ProjectState.FINISHED,
        "tavoitteista-toiminnaksi": ProjectState.FINISHED,
        "vakka-suomen-kuntien-paikkatieto": ProjectState.FINISHED,
    }


def test_the_readme_names_every_column() -> None:
    """Each table has a section in the README, and each column is in it."""
    readme = (REFERENCE_FOLDER / "README.md").read_text(encoding="utf-8")
    sections = dict(section.split("\n", 1) for section in readme.split("\n## ")[1:])

    for table in sorted(REFERENCE_FOLDER.glob("*.csv")):
        columns = table.read_text(encoding="utf-8").splitlines()[0].split(",")
        assert [column for column in columns if f"`{column}`" not in sections[f"`{table.name}`"]] == []


def test_the_readme_carries_the_attribution() -> None:
    """Those who made the statistics and maps are named with their licence."""
    attribution = (
        "Statistics Finland; National Land Survey of Finland; population through THL Sotkanet; CC BY 4.0; changed"
    )

    assert attribution in (REFERENCE_FOLDER / "README.md").read_text(encoding="utf-8")


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    """Without its files the folder is told in the message."""
    with pytest.raises(UnreadableFileError, match=r"regions\.csv.*restore the file"):
        load_reference_tables(tmp_path)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("municipalities.csv", "62.99956", "north", r"municipalities\.csv, line 2, .*north"),
        ("municipalities.csv", ",language_status,", ",language,", r"municipalities\.csv, line 2, .*language_status"),
        ("projects.json", '"kind": "project"', '"kind": "dream"', r"projects\.json, item 1, "),
        ("calls.json", "2019-11-13", "soon", r"calls\.json, item 2, "),
        ("calls.json", "[\n", "{\n", r"calls\.json, but it can't be read"),
    ],
)
def test_a_broken_table_is_told_with_its_line(tmp_path: Path, name: str, old: str, new: str, message: str) -> None:
    """A value of the wrong kind, a lost column or a broken file is named with its place."""
    for path in REFERENCE_FOLDER.iterdir():
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace(old, new, 1) if path.name == name else text, encoding="utf-8")

    with pytest.raises(UnreadableFileError, match=message):
        load_reference_tables(tmp_path)
