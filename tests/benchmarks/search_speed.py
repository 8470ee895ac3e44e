"""How fast real titles are imported, encoded and searched, and how fast pages come."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from starlette.testclient import TestClient

from matcher.import_ideas import import_ideas
from tests.benchmarks.timing import find_p95, time_request, time_work
from web.app import create_app
from web.settings import Settings
from web.setup import set_up
from web.wiring import make_services, read_idea_file

QUERIES: Final = (
    "koulutuksen kehittäminen verkossa",
    "matkailun markkinointi",
    "energiatehokkuus kiinteistöissä",
    "nuorten työllistyminen",
    "utveckling av skärgården",
    "digital services for entrepreneurs",
    "jätevesien käsittely haja-asutusalueella",
    "hyvinvointiteknologia kotihoidossa",
)
_N_ROUNDS: Final = 10


def measure_search(titles: Path, model: str | None, scratch: Path) -> Iterator[str]:
    """Yield lines of figures: import, matching against encoding alone, warm searches and pages."""
    services = make_services(Settings(var=scratch, model=model))
    set_up(services)
    sheet_seconds = time_work(
        lambda: import_ideas(read_idea_file(titles, {}), database=services.database, actor="bench")
    )
    yield f"import of the titles, resolver and language included: {sheet_seconds:.2f} s"
    services.encoder.encode(["warm-up"])
    services.keeper.open()
    ideas = services.keeper.current.catalogue.ideas.values()
    encoding = time_work(lambda: services.encoder.encode([idea.title for idea in ideas]))
    matching = time_work(services.keeper.refresh)
    yield f"{len(ideas)} titles: encoding alone {encoding:.1f} s; all searchable in {matching / encoding:.2f} × that"
    client = TestClient(create_app(services))
    searches = [time_request(client, f"/api/v1/search?q={query}") for _ in range(_N_ROUNDS) for query in QUERIES]
    single = median(time_work(partial(services.encoder.encode, [query])) for query in QUERIES for _ in range(3))
    yield (
        f"warm search over the API: median {median(searches) * 1000:.0f} ms, p95 {find_p95(searches) * 1000:.0f} ms,"
        f" {median(searches) / single:.1f} × encoding one query ({single * 1000:.0f} ms)"
    )
    for name, path in (("idea page", "/ideas/{}"), ("search page", "/search?q=matkailu{}"), ("front page", "/?n={}")):
        seconds = [time_request(client, path.format(number)) for number in range(1, 41)]
        yield f"{name}: median {median(seconds) * 1000:.0f} ms, p95 {find_p95(seconds) * 1000:.0f} ms"
    services.database.close()
