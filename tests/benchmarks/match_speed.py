"""How fast illustrative ideas and real titles are matched, one more is taken in, and partners are suggested."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from matcher.import_ideas import import_ideas
from matcher.passage import read_passage
from models.audit_event import AuditEvent
from models.idea import IdeaDraft, Party, PartyRole
from models.language import FINNISH
from models.organisation import OrganisationId
from tests.benchmarks.bertopic_speed import measure_beside_bertopic
from tests.benchmarks.timing import find_p95, time_work
from web.settings import Settings
from web.setup import load_demo, set_up
from web.wiring import Services, make_services, read_idea_file


def measure_matching(model: str | None, scratch: Path, *, titles: Path | None) -> Iterator[str]:
    """Yield lines of figures: matching against encoding alone, one more idea, suggestions; of titles where given."""
    services = make_services(Settings(var=scratch / "demo", model=model))
    set_up(services)
    load_demo(services)
    yield from _measure_one(services, "illustrative ideas")
    if titles is not None:
        services = make_services(Settings(var=scratch / "titles", model=model))
        set_up(services)
        import_ideas(read_idea_file(titles, {}), database=services.database, actor="bench")
        yield from _measure_one(services, "real titles")


def _measure_one(services: Services, name: str) -> Iterator[str]:
    """Yield the figures of one installation, then let it go."""
    keeper = services.keeper
    services.encoder.encode(["warm-up"])
    keeper.open()
    ideas = tuple(keeper.current.catalogue.ideas.values())
    passages = [read_passage(idea) for idea in ideas]
    texts = list(
        dict.fromkeys([*(each.text for each in passages), *(part for each in passages for part in each.sentences)])
    )
    encoding = time_work(lambda: services.encoder.encode(texts))
    matching = time_work(keeper.refresh)
    yield (
        f"{len(ideas)} {name}: full match {matching:.1f} s, {matching / encoding:.2f} × encoding alone"
        f" ({encoding:.1f} s of {len(texts)} texts)"
    )
    suggesting = [time_work(partial(keeper.partners_of_idea, idea.id)) for idea in ideas[:: max(1, len(ideas) // 100)]]
    yield (
        f"partners of one of {len(ideas)} {name}: median {median(suggesting) * 1000:.1f} ms,"
        f" p95 {find_p95(suggesting) * 1000:.1f} ms"
    )
    _add_idea(services)
    adding = time_work(keeper.refresh)
    yield f"one more of {len(ideas)} {name} in search, themes, map and suggestions: {adding:.2f} s"
    yield from measure_beside_bertopic(services, name)
    services.database.close()


def _add_idea(services: Services) -> None:
    """Store one more idea, as an import would."""
    draft = IdeaDraft(
        title="Hautausmaan kastelukannut lainaan",
        text="Kastelukannut lainataan kirjastokortilla. Hautausmaan työntekijä näkee puhelimesta, montako on lainassa.",
        language=FINNISH,
        parties=(Party(PartyRole.LEAD, "Nurmes", OrganisationId("541")),),
    )
    now = datetime.now(UTC)
    with services.database.writing() as stores:
        stores.ideas.add_all([draft], now)
        stores.audit.add(AuditEvent(at=now, actor="bench", action="ideas.imported", subject="one"))
