"""Recorded runs are listed from the newest, and the page of each tells what went in and what came out."""

import pytest
from starlette.testclient import TestClient

from matcher.record_evaluation import record_evaluation
from models.language import FINNISH, LANGUAGES, LanguageCode
from models.run import RunKind
from tests.factories import make_evaluation_record, make_run
from tests.web.reading import read_facts, read_page, read_text
from web.pages.runs import PAGE_SIZE
from web.run_results import RESULT_NAMES
from web.wiring import Services


def test_runs_are_listed_from_the_newest(client: TestClient) -> None:
    """The newest run comes first; imports and matchings are both there."""
    rows = read_page(client, "/runs").select("main tbody tr")

    ids = [int(str(row.select("a")[0]["href"]).rpartition("/")[2]) for row in rows]
    assert ids == sorted(ids, reverse=True)
    assert {read_text(row.td) for row in rows} == {"Import", "Matching"}


def test_older_runs_are_a_page_away(client: TestClient, services: Services) -> None:
    """A long history goes on at the next page, and the way back is there."""
    with services.database.writing() as stores:
        for _ in range(PAGE_SIZE):
            stores.runs.add(make_run())

    newest = read_page(client, "/runs")
    link = newest.select_one("main a[href^='/runs?before=']")
    assert link is not None
    older = read_page(client, str(link["href"]))

    assert len(newest.select("main tbody tr")) == PAGE_SIZE
    assert older.select_one("main a[href='/runs']")
    assert older.select_one("main tbody a[href='/runs/1']")


def test_no_older_runs_is_said(client: TestClient) -> None:
    """Before the first run there is nothing, and a way back."""
    page = read_page(client, "/runs", query={"before": "1"})

    assert page.select_one(".empty-state a[href='/runs']")


def test_page_tells_what_went_in(client: TestClient) -> None:
    """Data version, software, model, seed and times are shown."""
    facts = read_facts(read_page(client, "/runs/2"))

    assert facts == {
        "Kind": "Matching",
        "Started": "27 September 2019 at 12:30",
        "Finished": "27 September 2019 at 12:30",
        "Duration": "0.0 seconds",
        "Data version": "0123456789abcdef",
        "Software version": "0.1.0",
        "Model": "fake-encoder",
        "Seed": "7",
    }


def test_page_tells_what_came_out(client: TestClient) -> None:
    """Results are named in the reader's language, parameters as programs know them; values are as people read them."""
    rows = {
        read_text(row.th): read_text(row.td)
        for row in read_page(client, "/runs/2", language=FINNISH).select("main tbody tr")
    }

    assert rows == {"Ideat": "5", "seconds": "1,25", "prior_weight": "50", "full": "ei"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_that_is_recorded_has_a_name(
    client: TestClient, services: Services, language: LanguageCode
) -> None:
    """An import, a matching and an evaluation leave nothing that only a program would understand."""
    services.keeper.refresh()
    record_evaluation(make_evaluation_record(), database=services.database, actor="test")
    with services.database.reading() as stores:
        runs = stores.runs.list_before(None, PAGE_SIZE)
    keys = {key for run in runs for key in run.results} - {"seconds"}

    pages = [read_page(client, f"/runs/{run.id}", language=language) for run in runs]
    names = {
        read_text(head) for page in pages for head in page.select(".table-scroller[aria-labelledby=results] tbody th")
    }

    assert {run.kind for run in runs} == set(RunKind)
    assert {"ideas", "trustworthiness", "recall_at_10"} <= keys <= set(RESULT_NAMES)
    assert len(names - {"seconds"}) == len(keys)
    assert not names & keys


def test_run_without_a_model_says_so(client: TestClient) -> None:
    """An import has no model and no seed."""
    facts = read_facts(read_page(client, "/runs/1"))

    assert facts["Model"] == "none: nothing was encoded"
    assert facts["Seed"] == "none: nothing is random"


def test_all_figures_of_an_evaluation_are_a_link_away(client: TestClient, services: Services) -> None:
    """The run of an evaluation leads to its figures, other runs have none."""
    run_id = record_evaluation(make_evaluation_record(), database=services.database, actor="test")

    link = read_page(client, f"/runs/{run_id}").select_one("main a[href^='/api/v1/evaluations/']")

    assert link is not None
    assert client.get(str(link["href"])).json()["run_id"] == run_id
    assert not read_page(client, "/runs/2").select("main a[href^='/api/v1/evaluations/']")


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_run_is_a_page(client: TestClient, language: LanguageCode) -> None:
    """A run that was not recorded gives a page with status 404 in the reader's language."""
    page = read_page(client, "/runs/4711", language=language, status=404)

    assert page.html is not None
    assert page.html["lang"] == language
