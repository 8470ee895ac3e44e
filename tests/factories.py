"""Values for tests with sensible defaults: a test names only what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final, Generic, TypeVar, cast

from matcher.catalogue import Catalogue, read_catalogue
from matcher.ports import Stores
from models.call import Call, CallId
from models.evaluation import Figure
from models.evaluation_record import EvaluationRecord
from models.idea import Idea, IdeaDraft, IdeaId, Party, PartyRole
from models.language import FINNISH
from models.localised_text import LocalisedText
from models.organisation import Alias, Neighbours, Organisation, OrganisationId, OrganisationKind, Region, RegionId
from models.partner_evaluation import Difference, Ranker, RankingFigures
from models.project import Project, ProjectId, ProjectKind
from models.run import RunKind, RunRecord

AT: Final = datetime(2019, 9, 27, 9, 30, tzinfo=UTC)
"""The moment at which things happen in tests: the morning of the workshop of 2019."""

make_draft = partial(IdeaDraft, title="Koulukyydit yhteen", language=FINNISH)
make_idea = partial(Idea, id=IdeaId(1), title="Koulukyydit yhteen", language=FINNISH, created_at=AT, updated_at=AT)
make_organisation = partial(
    Organisation,
    id=OrganisationId("541"),
    kind=OrganisationKind.MUNICIPALITY,
    name=LocalisedText("Nurmes"),
)
make_region = partial(
    Region, id=RegionId("12"), name=LocalisedText("Pohjois-Karjala", "Norra Karelen", "North Karelia")
)
make_project = partial(
    Project,
    id=ProjectId("yhteinen-hanke"),
    kind=ProjectKind.PROJECT,
    source_url="https://example.invalid/hanke",
    title="Yhteinen hanke",
    language=FINNISH,
)
make_call = partial(Call, id=CallId("2019-2"), subject=LocalisedText("yhteishankkeet"), joint_only=True)
make_run = partial(
    RunRecord,
    kind=RunKind.MATCH,
    started_at=AT,
    finished_at=AT,
    data_version="0123456789abcdef",
    software_version="0.1.0",
)

_FIGURES: Final = RankingFigures(
    recall_at_5=Figure(0.25, 0.125, 0.375),
    recall_at_10=Figure(0.5, 0.4375, 0.5625),
    mean_reciprocal_rank=Figure(0.75, 0.625, 0.875),
    ndcg_at_10=Figure(0.625, 0.5, 0.6875),
    newcomers=None,
    coverage_at_10=0.3125,
    exposure_gini=0.8125,
    new_ties=0.0625,
)
make_evaluation_record = partial(
    EvaluationRecord,
    name="Kainuun hankkeet",
    data_version="0123456789abcdef" * 4,
    cut=None,
    random_state=2019,
    software_version="0.1.0",
    started_at=AT,
    finished_at=AT,
    model="fake-encoder",
    n_folds=5,
    n_history=1234,
    n_organisations=60,
    n_learned_from=40,
    n_projects=12,
    n_questions=36,
    n_left_out=1,
    figures={Ranker.KUMPPANI: _FIGURES, Ranker.POPULARITY: _FIGURES},
    differences={Ranker.POPULARITY: Difference(0.125, -0.0625, 0.25, 0.0312)},
    weights={"text": 0.75},
)


def make_lead(written: str, organisation_id: str | None = None) -> Party:
    """Return the party that leads, understood where an id is given."""
    return Party(PartyRole.LEAD, written, None if organisation_id is None else OrganisationId(organisation_id))


def make_member(written: str, organisation_id: str | None = None, *, did_you_mean: Sequence[str] = ()) -> Party:
    """Return a member, understood where an id is given."""
    own_id = None if organisation_id is None else OrganisationId(organisation_id)
    return Party(PartyRole.MEMBER, written, own_id, tuple(OrganisationId(each) for each in did_you_mean))


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ListStore(Generic[Item]):
    """A store of which only the list is read."""

    items: Sequence[Item]

    def list_all(self) -> tuple[Item, ...]:
        """Return what it was made with."""
        return tuple(self.items)


@dataclass(frozen=True, slots=True)
class ListOrganisationStore(ListStore[Organisation]):
    """Organisations and what belongs to them, only to be read."""

    regions: Sequence[Region] = ()
    neighbours: Sequence[Neighbours] = ()
    aliases: Sequence[Alias] = ()

    def list_regions(self) -> tuple[Region, ...]:
        """Return the regions it was made with."""
        return tuple(self.regions)

    def list_neighbours(self) -> tuple[Neighbours, ...]:
        """Return the pairs it was made with."""
        return tuple(self.neighbours)

    def list_aliases(self) -> tuple[Alias, ...]:
        """Return the spellings it was made with."""
        return tuple(self.aliases)


@dataclass(frozen=True, slots=True)
class FixedVersion:
    """The audit of data that never change."""

    def version(self) -> int:
        """Return the version of the data."""
        return 1


@dataclass(frozen=True, slots=True)
class ListStores:
    """As much of the stores as a catalogue reads."""

    ideas: ListStore[Idea]
    organisations: ListOrganisationStore
    projects: ListStore[Project]
    calls: ListStore[Call]
    audit: FixedVersion


def make_catalogue(
    *,
    ideas: Sequence[Idea] = (),
    organisations: Sequence[Organisation] = (),
    regions: Sequence[Region] = (),
    neighbours: Sequence[Neighbours] = (),
    aliases: Sequence[Alias] = (),
    projects: Sequence[Project] = (),
    calls: Sequence[Call] = (),
) -> Catalogue:
    """Return a catalogue in memory of what is given."""
    stores = ListStores(
        ideas=ListStore(ideas),
        organisations=ListOrganisationStore(organisations, regions, neighbours, aliases),
        projects=ListStore(projects),
        calls=ListStore(calls),
        audit=FixedVersion(),
    )
    return read_catalogue(cast("Stores", stores))
