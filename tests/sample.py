"""A small world for the tests of pages, API and commands: real municipalities, made-up ideas, projects and calls."""

from datetime import date
from typing import Final

from data.database import Database
from models.audit_event import AuditEvent
from models.call import CallId
from models.idea import IdeaStatus, Need, Offer, Origin, ResourceKind
from models.language import ENGLISH, SWEDISH
from models.localised_text import LocalisedText
from models.organisation import Alias, LanguageStatus, Neighbours, OrganisationId, OrganisationKind, RegionId
from models.project import ProjectId, ProjectKind
from models.run import RunKind
from tests.factories import (
    AT,
    make_draft,
    make_lead,
    make_member,
    make_organisation,
    make_project,
    make_region,
    make_run,
)
from tests.sample_calls import CALLS

REGIONS: Final = (
    make_region(id=RegionId("01"), name=LocalisedText("Uusimaa", "Nyland", "Uusimaa")),
    make_region(id=RegionId("02"), name=LocalisedText("Varsinais-Suomi", "Egentliga Finland", "Southwest Finland")),
    make_region(id=RegionId("12"), name=LocalisedText("Pohjois-Karjala", "Norra Karelen", "North Karelia")),
    make_region(id=RegionId("13"), name=LocalisedText("Keski-Suomi", "Mellersta Finland", "Central Finland")),
    make_region(id=RegionId("18"), name=LocalisedText("Kainuu", "Kajanaland", "Kainuu")),
    make_region(id=RegionId("21"), name=LocalisedText("Ahvenanmaa", "Åland", "Åland")),
)

ORGANISATIONS: Final = (
    make_organisation(
        id=OrganisationId("049"),
        name=LocalisedText("Espoo", "Esbo", "Espoo"),
        official_name=LocalisedText("Espoon kaupunki", "Esbo stad"),
        region_id=RegionId("01"),
        language_status=LanguageStatus.FINNISH_SWEDISH,
        population=283_632,
        latitude=60.2052,
        longitude=24.6522,
    ),
    make_organisation(
        id=OrganisationId("092"),
        name=LocalisedText("Vantaa", "Vanda", "Vantaa"),
        official_name=LocalisedText("Vantaan kaupunki", "Vanda stad"),
        region_id=RegionId("01"),
        language_status=LanguageStatus.FINNISH_SWEDISH,
        population=228_166,
    ),
    make_organisation(
        id=OrganisationId("445"),
        name=LocalisedText("Parainen", "Pargas", "Pargas"),
        official_name=LocalisedText("Paraisten kaupunki", "Pargas stad"),
        region_id=RegionId("02"),
        language_status=LanguageStatus.SWEDISH_FINNISH,
        population=15_217,
    ),
    make_organisation(
        id=OrganisationId("322"),
        name=LocalisedText("Kemiönsaari", "Kimitoön", "Kimitoön"),
        region_id=RegionId("02"),
        language_status=LanguageStatus.SWEDISH_FINNISH,
        population=6_724,
    ),
    make_organisation(
        id=OrganisationId("478"),
        name=LocalisedText("Maarianhamina", "Mariehamn", "Mariehamn"),
        region_id=RegionId("21"),
        language_status=LanguageStatus.SWEDISH,
        population=11_743,
    ),
    make_organisation(
        id=OrganisationId("290"),
        name=LocalisedText("Kuhmo", "Kuhmo", "Kuhmo"),
        official_name=LocalisedText("Kuhmon kaupunki", "Kuhmo stad"),
        region_id=RegionId("18"),
        language_status=LanguageStatus.FINNISH,
        population=8_329,
    ),
    make_organisation(
        id=OrganisationId("765"),
        name=LocalisedText("Sotkamo", "Sotkamo", "Sotkamo"),
        region_id=RegionId("18"),
        language_status=LanguageStatus.FINNISH,
        population=10_389,
    ),
    make_organisation(
        id=OrganisationId("541"),
        name=LocalisedText("Nurmes", "Nurmes", "Nurmes"),
        official_name=LocalisedText("Nurmeksen kaupunki", "Nurmes stad"),
        region_id=RegionId("12"),
        language_status=LanguageStatus.FINNISH,
        population=7_641,
    ),
    make_organisation(
        id=OrganisationId("911"),
        name=LocalisedText("Valtimo", "Valtimo", "Valtimo"),
        region_id=RegionId("12"),
        language_status=LanguageStatus.FINNISH,
        population=2_143,
        valid_to=date(2019, 12, 31),
        successor_id=OrganisationId("541"),
    ),
    make_organisation(
        id=OrganisationId("992"),
        name=LocalisedText("Äänekoski", "Äänekoski", "Äänekoski"),
        region_id=RegionId("13"),
        language_status=LanguageStatus.FINNISH,
        population=18_851,
    ),
    make_organisation(
        id=OrganisationId("kainuun-liitto"),
        kind=OrganisationKind.JOINT_AUTHORITY,
        name=LocalisedText("Kainuun liitto", "Kajanalands förbund"),
        member_ids=(OrganisationId("290"), OrganisationId("765")),
    ),
    make_organisation(
        id=OrganisationId("ohjelmistoyhdistys"),
        kind=OrganisationKind.ASSOCIATE,
        name=LocalisedText("Ohjelmistoyhdistys"),
    ),
)

NEIGHBOURS: Final = (
    Neighbours(OrganisationId("049"), OrganisationId("092"), by_sea=False),
    Neighbours(OrganisationId("290"), OrganisationId("541"), by_sea=False),
    Neighbours(OrganisationId("290"), OrganisationId("765"), by_sea=False),
    Neighbours(OrganisationId("322"), OrganisationId("445"), by_sea=True),
    Neighbours(OrganisationId("541"), OrganisationId("911"), by_sea=False),
)

ALIASES: Final = (
    Alias(OrganisationId("049"), "Esbo", "name_sv"),
    Alias(OrganisationId("290"), "Kuhmon kaupunki", "official_fi"),
    Alias(OrganisationId("445"), "Pargas", "name_sv"),
)

PROJECTS: Final = (
    make_project(
        id=ProjectId("yhteinen-varhaiskasvatus"),
        title="Yhteinen varhaiskasvatuksen järjestelmä",
        description="Kaupungit rakentavat yhdessä varhaiskasvatuksen ohjausjärjestelmän; lähdekoodi on avoin.",
        parties=(make_lead("Espoo", "049"), make_member("Vantaa", "092"), make_member("Parainen", "445")),
        year=2019,
        programme="VM digikannustin",
        granted_eur=3_400_000,
        owner="Espoo",
        licence="LGPL-2.1-or-later",
    ),
    make_project(
        id=ProjectId("kainuun-verkosto"),
        kind=ProjectKind.NETWORK,
        title="Kainuun kuntien verkosto",
        description="Kunnat ja oppilaitos laativat digitiekartan.",
        parties=(
            make_lead("Kuhmo", "290"),
            make_member("Sotkamo", "765"),
            make_member("Kajaanin ammattikorkeakoulu"),
        ),
        year=2015,
        lead_stated=False,
        note="order of names only",
    ),
    make_project(
        id=ProjectId("2022-espoo"),
        kind=ProjectKind.GRANT,
        title=None,
        parties=(make_lead("Espoo", "049"),),
        year=2022,
        programme="2022",
        granted_eur=280_500,
    ),
    make_project(
        id=ProjectId("den-it-smarta-kommunen"),
        kind=ProjectKind.GRANT,
        title="Den it-smarta kommunen",
        language=SWEDISH,
        parties=(make_lead("Parainen", "445"),),
        year=2020,
    ),
    make_project(id=ProjectId("tuntematon-vuosi"), title="Ilmastokatu", parties=(make_lead("Vantaa", "092"),)),
)

IDEAS: Final = (
    make_draft(
        title="Koulukyytien reitit samaan suunnitelmaan",
        text="Koulukyytien reitit suunnitellaan käsin. Ehdotamme suunnittelutyökalua, joka yhdistää kuntien vuorot.",
        parties=(make_lead("Kuhmo", "290"), make_member("Sotkamo", "765")),
        needs=(Need("Tarvitsemme reittioptimoinnin osaajan.", ResourceKind.SKILL),),
        offers=(Offer("Koulupiiri, jossa välimatkat ovat pitkiä.", ResourceKind.PILOT_SITE),),
        call_id=CallId("2019-2"),
        year=2019,
        origin=Origin.ILLUSTRATIVE,
        reference="S-001",
    ),
    make_draft(
        title="Skolskjutsarna i samma plan",
        text="Skolskjutsarnas rutter planeras för hand. Vi vill ha ett verktyg som förenar kommunernas turer.",
        language=SWEDISH,
        parties=(make_lead("Pargas", "445"),),
        call_id=CallId("2019-2"),
        year=2019,
        origin=Origin.ILLUSTRATIVE,
        reference="S-002",
    ),
    make_draft(
        title="A robot for purchase invoices",
        text="Invoices are coded by hand. A software robot could read them and propose the accounts.",
        language=ENGLISH,
        parties=(make_lead("Espoo", "049"), make_member("Vanta", did_you_mean=("092",))),
        year=2020,
        status=IdeaStatus.COMPLETE,
        reference="S-003",
    ),
    make_draft(
        title="Varhaiskasvatuksen läsnäolot puhelimeen",
        parties=(make_lead("Valtimo", "911"),),
        origin=Origin.ILLUSTRATIVE,
        reference="S-004",
    ),
    make_draft(title="RPA palkanlaskentaan", parties=(make_lead("Tuntematon yhtymä"),), reference="S-005"),
)

RUNS: Final = (
    make_run(kind=RunKind.IMPORT, parameters={"file": "ideat.csv"}, results={"added": 5, "refused": 0}),
    make_run(
        model="fake-encoder",
        random_state=7,
        parameters={"prior_weight": 50.0, "full": False},
        results={"ideas": 5, "seconds": 1.25},
    ),
)


def store_sample(database: Database) -> None:
    """Fill a migrated, empty database with the sample."""
    with database.writing() as stores:
        stores.organisations.put_regions(REGIONS)
        stores.organisations.put(ORGANISATIONS)
        stores.organisations.replace_neighbours(NEIGHBOURS)
        stores.organisations.replace_aliases(ALIASES)
        stores.calls.put(CALLS)
        stores.projects.put(PROJECTS)
        stores.ideas.add_all(IDEAS, AT)
        for run in RUNS:
            stores.runs.add(run)
        stores.audit.add(AuditEvent(at=AT, actor="test", action="sample.stored", subject="sample"))
