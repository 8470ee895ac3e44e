"""The snapshot: there at once, complete later, current after a change, and no text encoded twice."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.database import Database
from matcher.ports import ReportProgress
from matcher.snapshot_keeper import SnapshotKeeper
from models.audit_event import MATCHED, AuditEvent
from models.embeddings import Vectors
from models.errors import EmptyQueryError, UnknownIdeaError
from models.idea import IdeaId
from models.language import ENGLISH, FINNISH, SWEDISH
from models.run import RunKind
from models.search import SearchMode
from tests.factories import AT, make_draft
from tests.fakes import CountingEncoder, FakeEncoder
from tests.sample import store_sample

BACKGROUND = {FINNISH: ("Kunta järjestää.",), SWEDISH: ("Kommunen ordnar.",), ENGLISH: ("The municipality acts.",)}


@dataclass
class AskingEncoder(FakeEncoder):
    """The fake encoder, which does something each time before it encodes."""

    ask: Callable[[], object] = lambda: None

    def encode(self, texts: Sequence[str], report: ReportProgress | None = None) -> Vectors:
        """Do what is to be done, and encode the texts."""
        self.ask()
        return super().encode(texts, report)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Give a database with the sample in it."""
    opened = Database(f"sqlite:///{tmp_path / 'kumppani.db'}")
    opened.migrate()
    store_sample(opened)
    yield opened
    opened.close()


def _add_idea(database: Database, title: str, text: str = "") -> IdeaId:
    """Store one more idea, as an import would."""
    with database.writing() as stores:
        (idea_id,) = stores.ideas.add_all([make_draft(title=title, text=text)], AT)
        stores.audit.add(AuditEvent(at=AT, actor="test", action="ideas.imported", subject="one"))
    return idea_id


def _count_matches(database: Database) -> int:
    """Return how many matches have been recorded."""
    with database.reading() as stores:
        return sum(run.kind is RunKind.MATCH for run in stores.runs.list_before(None, 100))


def test_pages_and_word_search_are_there_before_any_model(database: Database) -> None:
    """An opened keeper finds words without having encoded anything."""
    encoder = CountingEncoder()
    keeper = SnapshotKeeper(database, encoder, BACKGROUND)

    keeper.open()
    title = next(iter(keeper.current.catalogue.ideas.values())).title
    result = keeper.search(title)

    assert (result.mode, keeper.is_ready, encoder.asked) == (SearchMode.WORDS, False, [])
    assert keeper.current.catalogue.get_idea(result.hits[0].idea_id).title == title


def test_refreshing_adds_meaning(database: Database) -> None:
    """After a refresh searches are hybrid and ideas know what is like them."""
    keeper = SnapshotKeeper(database, FakeEncoder(), BACKGROUND)

    keeper.refresh()
    first = next(iter(keeper.current.catalogue.ideas))

    assert keeper.is_ready
    assert keeper.search("koulukyydit").mode is SearchMode.HYBRID
    assert first not in [hit.idea_id for hit in keeper.similar(first)]


def test_a_refresh_without_a_change_does_nothing(database: Database) -> None:
    """A second refresh encodes nothing, keeps the snapshot and records no run."""
    encoder = CountingEncoder()
    keeper = SnapshotKeeper(database, encoder, BACKGROUND)
    keeper.refresh()
    snapshot = keeper.current
    encoder.asked.clear()

    done = keeper.refresh()

    assert (done, encoder.asked) == (False, [])
    assert keeper.current is snapshot


def test_one_new_idea_is_all_that_is_encoded(database: Database) -> None:
    """After one more idea a refresh encodes its title only, and finds it."""
    encoder = CountingEncoder()
    keeper = SnapshotKeeper(database, encoder, BACKGROUND)
    keeper.refresh()
    encoder.asked.clear()
    idea_id = _add_idea(database, "Hautausmaan kastelukannut lainaan")

    done = keeper.refresh()

    assert done
    assert encoder.asked == ["Hautausmaan kastelukannut lainaan"]
    assert keeper.search("hautausmaan kastelukannut").hits[0].idea_id == idea_id


def test_another_process_finds_the_vectors_kept(database: Database) -> None:
    """A second keeper over the same database encodes nothing."""
    SnapshotKeeper(database, FakeEncoder(), BACKGROUND).refresh()
    encoder = CountingEncoder()

    SnapshotKeeper(database, encoder, BACKGROUND).refresh()

    assert encoder.asked == []


def test_a_match_is_recorded_once_per_version_of_the_data(database: Database) -> None:
    """Two keepers over the same data leave one run, and a change leads to another."""
    SnapshotKeeper(database, FakeEncoder(), BACKGROUND).refresh()
    first = _count_matches(database)
    SnapshotKeeper(database, FakeEncoder(), BACKGROUND).refresh()
    second = _count_matches(database)
    _add_idea(database, "Uusi idea")
    SnapshotKeeper(database, FakeEncoder(), BACKGROUND).refresh()
    third = _count_matches(database)

    assert (second - first, third - second) == (0, 1)


def test_a_match_does_not_count_as_a_change(database: Database) -> None:
    """Recording a match leaves the version of the data as it was, though it is an audit event."""
    with database.reading() as stores:
        before = stores.audit.version()

    SnapshotKeeper(database, FakeEncoder(), BACKGROUND).refresh()

    with database.reading() as stores:
        assert (stores.audit.version(), stores.audit.latest(1)[0].action) == (before, MATCHED)


def test_a_reader_keeps_its_snapshot_through_a_refresh(database: Database) -> None:
    """What a request has taken hold of does not change under it."""
    keeper = SnapshotKeeper(database, FakeEncoder(), BACKGROUND)
    keeper.refresh()
    held = keeper.current
    n_ideas = len(held.catalogue.ideas)
    _add_idea(database, "Uusi idea")

    keeper.refresh()

    assert len(held.catalogue.ideas) == n_ideas
    assert len(keeper.current.catalogue.ideas) == n_ideas + 1


@pytest.mark.parametrize("n_new", [1, 30])
def test_no_snapshot_tells_partners_from_the_ideas_of_another_moment(database: Database, n_new: int) -> None:
    """While new ideas are read, be they few or many, whatever answers is of one moment."""
    encoder = AskingEncoder()
    keeper = SnapshotKeeper(database, encoder, BACKGROUND)
    keeper.refresh()
    n_before = len(keeper.current.catalogue.ideas)
    for number in range(n_new):
        _add_idea(database, f"Veneranta {number}", text=f"Se varataan verkossa {number}.")
    seen: list[tuple[int, bool]] = []

    def look() -> None:
        snapshot = keeper.current
        index, partners = snapshot.index, snapshot.partner_index
        assert len(index.ideas) == len(snapshot.catalogue.ideas)
        assert partners is None or partners.proposals.shape[0] == len(index.ideas)
        seen.append((len(index.ideas) - n_before, partners is not None))

    encoder.ask = look
    keeper.refresh()

    assert seen[0] == (0, True)
    assert (n_new, False) in seen or n_new == 1
    assert keeper.is_matched
    assert len(keeper.current.index.ideas) == n_before + n_new


def test_a_refresh_that_was_broken_off_is_done_again(database: Database) -> None:
    """Where the model fails half-way the next refresh goes on, and ends with everything."""
    encoder = AskingEncoder()
    keeper = SnapshotKeeper(database, encoder, BACKGROUND)
    keeper.refresh()
    idea_id = _add_idea(database, "Veneranta varataan verkossa")

    def fail() -> None:
        raise OSError

    encoder.ask = fail
    with pytest.raises(OSError, match=r"^$"):
        keeper.refresh()
    encoder.ask = lambda: None

    assert keeper.refresh()
    assert keeper.is_matched
    assert keeper.current.theme_map is not None
    assert keeper.current.theme_map.find_placement(idea_id) is not None


@pytest.mark.parametrize("query", ["", "   ", "?!…"])
def test_an_empty_search_is_refused(database: Database, query: str) -> None:
    """A search without a letter or digit says what it needs."""
    keeper = SnapshotKeeper(database, FakeEncoder(), BACKGROUND)
    keeper.refresh()

    with pytest.raises(EmptyQueryError, match="at least one word"):
        keeper.search(query)


def test_ideas_like_an_unknown_one_can_not_be_asked_for(database: Database) -> None:
    """The number that is not there is named."""
    keeper = SnapshotKeeper(database, FakeEncoder(), BACKGROUND)

    with pytest.raises(UnknownIdeaError, match="no idea 4711"):
        keeper.similar(IdeaId(4711))
