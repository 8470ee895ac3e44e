"""Every store gives back what was put in, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import numpy as np
import pytest

from data.database import Database
from models.call import Call, CallId, Exclusion, Material, Question
from models.errors import UnknownIdeaError, UnknownRunError
from models.idea import Idea, IdeaDraft, IdeaId, IdeaStatus, Need, Offer, Origin, Party, PartyRole, ResourceKind
from models.language import FINNISH, SWEDISH
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
from models.project import Project, ProjectId, ProjectKind, ProjectState
from models.run import Run, RunId, RunKind, RunRecord

AT = datetime(2019, 9, 27, 9, 30, tzinfo=UTC)
LATER = datetime(2019, 9, 28, 9, 30, tzinfo=UTC)
REGION = Region(RegionId("11"), LocalisedText("Pohjois-Savo", "Norra Savolax", "North Savo"))
NURMES = Organisation(
    id=OrganisationId("541"),
    kind=OrganisationKind.MUNICIPALITY,
    name=LocalisedText("Nurmes", "Nurmes", "Nurmes"),
    official_name=LocalisedText("Nurmeksen kaupunki", "Nurmes stad"),
    region_id=RegionId("11"),
    sub_region=SubRegion(SubRegionId("125"), LocalisedText("Pielisen Karjala", "Pielisen Karjala")),
    urban_class=UrbanClass.RURAL,
    language_status=LanguageStatus.FINNISH,
    population=9_500,
    population_is_estimate=True,
    latitude=63.54,
    longitude=29.14,
)
VALTIMO = Organisation(
    id=OrganisationId("911"),
    kind=OrganisationKind.MUNICIPALITY,
    name=LocalisedText("Valtimo", "Valtimo", "Valtimo"),
    region_id=RegionId("11"),
    valid_to=date(2019, 12, 31),
    successor_id=OrganisationId("541"),
)
AUTHORITY = Organisation(
    id=OrganisationId("yhtyma"),
    kind=OrganisationKind.JOINT_AUTHORITY,
    name=LocalisedText("Ääniyhtymä"),
    member_ids=(OrganisationId("541"), OrganisationId("911")),
)
CALL = Call(
    id=CallId("2019-2"),
    subject=LocalisedText("yhteishankkeet", "gemensamma projekt", "joint projects"),
    joint_only=True,
    opens=date(2019, 11, 13),
    closes=date(2019, 12, 19),
    closes_time=time(16, 15),
    grant_range_eur=(11_900, 2_000_000),
    purposes=(LocalisedText("palvelut"),),
    exclusions=(Exclusion("built_environment", LocalisedText("rakennettu ympäristö")),),
    materials=(
        Material(title="Haku", language=FINNISH, address="https://example.invalid/", read_on=date(2026, 11, 25)),
    ),
    questions=(
        Question(id="own-share", question=LocalisedText("Paljonko?"), answer=LocalisedText("15 %"), sources=()),
    ),
    funded_subjects=("school",),
    recorded=date(2026, 11, 25),
)
DRAFT = IdeaDraft(
    title="Koulukyydit yhteen",
    text="Ensimmäinen kappale.\n\nToinen kappale.",
    language=FINNISH,
    parties=(
        Party(PartyRole.LEAD, "Nurmeksen kaupunki", OrganisationId("541")),
        Party(PartyRole.MEMBER, "Valtimoo", None, (OrganisationId("911"), OrganisationId("541"))),
    ),
    needs=(Need("reittien suunnittelija", ResourceKind.SKILL), Need("rohkeutta")),
    offers=(Offer("pilottikunta", ResourceKind.PILOT_SITE),),
    call_id=CallId("2019-2"),
    year=2019,
    status=IdeaStatus.OPEN,
    origin=Origin.ILLUSTRATIVE,
    reference="K-1",
    source="ideas.json",
)
PROJECT = Project(
    id=ProjectId("kyydit"),
    kind=ProjectKind.PROJECT,
    title="Kyydit",
    description="Kuvaus.",
    language=FINNISH,
    parties=(Party(PartyRole.LEAD, "Nurmes", OrganisationId("541")), Party(PartyRole.ASSOCIATE, "Yhdistys ry")),
    call_id=CallId("2019-2"),
    year=2017,
    granted_eur=1_000,
    source_url="https://example.invalid/kyydit",
    lead_stated=False,
    note="Lead inferred.",
    state=ProjectState.RUNNING,
)


@pytest.fixture
def filled(database: Database) -> Database:
    """Give a database with the reference data the ideas refer to."""
    with database.writing() as stores:
        stores.organisations.put_regions([REGION])
        stores.organisations.put([VALTIMO, NURMES, AUTHORITY])
        stores.calls.put([CALL])
    return database


def test_organisations_come_back_in_alphabetical_order(filled: Database) -> None:
    """Organisations keep every field, successors and members included, and Ä sorts last."""
    with filled.reading() as stores:
        assert stores.organisations.list_all() == (NURMES, VALTIMO, AUTHORITY)
        assert stores.organisations.list_regions() == (REGION,)


def test_organisations_put_again_are_replaced(filled: Database) -> None:
    """The same id is the same organisation, with its newest content."""
    smaller = replace(AUTHORITY, name=LocalisedText("Alkuyhtymä"), member_ids=(OrganisationId("541"),))

    with filled.writing() as stores:
        stores.organisations.put([smaller])
        stores.organisations.put_regions([REGION])

    with filled.reading() as stores:
        assert (smaller, NURMES, VALTIMO) == stores.organisations.list_all()


def test_neighbours_and_spellings_are_replaced_as_a_whole(filled: Database) -> None:
    """What is put last is all there is."""
    pair = Neighbours(OrganisationId("541"), OrganisationId("911"), by_sea=False)
    alias = Alias(OrganisationId("541"), "Nurmeksessa", "inflected", common_word=False)

    with filled.writing() as stores:
        stores.organisations.replace_neighbours([replace(pair, by_sea=True)])
        stores.organisations.replace_neighbours([pair])
        stores.organisations.replace_aliases([alias])

    with filled.reading() as stores:
        assert (pair,) == stores.organisations.list_neighbours()
        assert (alias,) == stores.organisations.list_aliases()


def test_calls_come_back_whole(filled: Database) -> None:
    """A call keeps dates, times, money and texts, and is replaced under its id."""
    with filled.writing() as stores:
        stores.calls.put([replace(CALL, n_applications=51)])

    with filled.reading() as stores:
        assert (replace(CALL, n_applications=51),) == stores.calls.list_all()


def test_ideas_come_back_whole(filled: Database) -> None:
    """An idea keeps every field and gets an id and its times."""
    with filled.writing() as stores:
        first_id, second_id = stores.ideas.add_all([DRAFT, replace(DRAFT, title="Toinen", parties=())], AT)

    with filled.reading() as stores:
        first, second = stores.ideas.list_all()
        assert (first_id, second_id) == (first.id, second.id)
        assert DRAFT.content_hash == first.content_hash
        assert (AT, AT, DRAFT.source) == (first.created_at, first.updated_at, first.source)
        assert first == stores.ideas.get(first_id)
        assert second.parties == ()


def test_many_ideas_keep_their_order(filled: Database) -> None:
    """Ids come back in the order of the drafts, however many there are."""
    drafts = [replace(DRAFT, title=f"Idea {number}") for number in range(1_200)]

    with filled.writing() as stores:
        idea_ids = stores.ideas.add_all(drafts, AT)

    with filled.reading() as stores:
        titles = {idea.id: idea.title for idea in stores.ideas.list_all()}
        assert [draft.title for draft in drafts] == [titles[idea_id] for idea_id in idea_ids]


def test_an_updated_idea_keeps_its_id(filled: Database) -> None:
    """New content replaces the old, parties and needs included; the time of creation stays."""
    with filled.writing() as stores:
        (idea_id,) = stores.ideas.add_all([DRAFT], AT)

    with filled.writing() as stores:
        stores.ideas.update(idea_id, replace(DRAFT, language=SWEDISH, needs=(), title="Skjutsar"), LATER)

    with filled.reading() as stores:
        idea = stores.ideas.get(idea_id)
        assert (idea.title, idea.language, idea.needs) == ("Skjutsar", SWEDISH, ())
        assert (idea.created_at, idea.updated_at) == (AT, LATER)
        assert isinstance(idea, Idea)


def test_an_idea_that_is_not_there_is_named(filled: Database) -> None:
    """Asking for, or updating, an unknown idea raises with its number."""
    with filled.writing() as stores:
        with pytest.raises(UnknownIdeaError, match="no idea 7"):
            stores.ideas.get(IdeaId(7))
        with pytest.raises(UnknownIdeaError, match="no idea 7"):
            stores.ideas.update(IdeaId(7), DRAFT, AT)


def test_projects_come_back_whole_and_are_replaced(filled: Database) -> None:
    """A project keeps its parties, resolved or not, and is replaced under its id."""
    with filled.writing() as stores:
        stores.projects.put([PROJECT])
        stores.projects.put([replace(PROJECT, title="Uudet kyydit"), replace(PROJECT, id=ProjectId("toinen"))])

    with filled.reading() as stores:
        assert (replace(PROJECT, title="Uudet kyydit"), replace(PROJECT, id=ProjectId("toinen"))) == (
            stores.projects.list_all()
        )


def test_vectors_come_back_to_the_last_bit(database: Database) -> None:
    """A vector is found under its model and hash only, exactly as it was."""
    vector = np.random.default_rng(7).normal(size=384).astype(np.float32)

    with database.writing() as stores:
        stores.vectors.put("a model", {"a": vector})
        stores.vectors.put("a model", {"a": vector, "b": -vector})

    with database.reading() as stores:
        found = stores.vectors.get("a model", ["a", "b", "c"])
        assert {"a", "b"} == set(found)
        np.testing.assert_array_equal(vector, found["a"])
        assert stores.vectors.get("another model", ["a"]) == {}
        assert stores.vectors.count("a model") == 2


def test_vectors_are_forgotten_by_model(database: Database) -> None:
    """Clearing a model leaves those of another."""
    vector = np.ones(4, dtype=np.float32)

    with database.writing() as stores:
        stores.vectors.put("a model", {"a": vector})
        stores.vectors.put("another", {"a": vector})
        stores.vectors.clear("a model")

    with database.reading() as stores:
        assert (stores.vectors.count("a model"), stores.vectors.count("another")) == (0, 1)


def test_runs_are_read_back_newest_first(database: Database) -> None:
    """Runs keep their parameters and results and are paged by id."""
    record = RunRecord(
        kind=RunKind.MATCH,
        started_at=AT,
        finished_at=LATER,
        data_version="abc",
        software_version="0.1.0",
        model="a model",
        random_state=5,
        parameters={"prior_weight": 50.0, "name": "ä"},
        results={"ideas": 3, "done": True},
    )

    with database.writing() as stores:
        run_ids = [stores.runs.add(record) for _ in range(3)]

    with database.reading() as stores:
        newest = stores.runs.list_before(None, 2)
        assert [run_ids[2], run_ids[1]] == [run.id for run in newest]
        assert [run_ids[0]] == [run.id for run in stores.runs.list_before(run_ids[1], 5)]
        run = stores.runs.get(run_ids[0])
        assert Run(id=run_ids[0], **{name: getattr(record, name) for name in RunRecord.__slots__}) == run
        with pytest.raises(UnknownRunError, match="no run 99"):
            stores.runs.get(RunId(99))
