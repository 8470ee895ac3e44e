"""The page on how well partners are found: figures as they were recorded, with what they were measured on."""

from datetime import UTC, date, datetime
from typing import Final

import pytest
from bs4 import Tag
from starlette.testclient import TestClient

from matcher.record_evaluation import record_evaluation
from models.language import ENGLISH, FINNISH, LANGUAGES, LanguageCode
from models.partner_evaluation import Ranker
from tests.factories import make_evaluation_record
from tests.web.reading import read_facts, read_page, read_text
from web.formatting import Formatter
from web.wiring import Services, load_shipped_evaluations, load_shipped_register_record

SHIPPED: Final = load_shipped_evaluations()


def _record(services: Services, **changed: object) -> int:
    """Record an evaluation and return its run."""
    return record_evaluation(
        make_evaluation_record(**changed),  # type: ignore[arg-type]
        database=services.database,
        actor="test",
    )


def _read_sections(page: Tag) -> list[Tag]:
    return page.select("main section[aria-labelledby]")


def _read_rows(table: Tag) -> list[list[str]]:
    return [[read_text(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]


def test_what_comes_with_the_service_is_shown(client: TestClient) -> None:
    """Each shipped evaluation has its section, with figures of every ranker and differences from every baseline."""
    sections = _read_sections(read_page(client, "/evaluation"))

    assert [section["aria-labelledby"] for section in sections] == [*(each.id for each in SHIPPED), "register"]
    for section, evaluation in zip(sections, SHIPPED, strict=False):
        figures, differences = (_read_rows(table) for table in section.select("table"))
        assert len(figures) == len(Ranker)
        assert len(differences) == len(Ranker) - 1
        written = Formatter(ENGLISH).number(evaluation.record.figures[Ranker.KUMPPANI].ndcg_at_10.value, 3)
        assert figures[0][4].startswith(written)
        assert evaluation.data_set is not None
        assert evaluation.data_set.licence.en in read_text(section)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_newest_of_this_installation_comes_first(
    client: TestClient, services: Services, language: LanguageCode
) -> None:
    """Of what was recorded here the last is shown, with its run, before the shipped ones."""
    _record(services, name="Vanhat hankkeet")
    run_id = _record(services, name="Uudet <b>hankkeet</b>")

    page = read_page(client, "/evaluation", language=language)

    first, second, *_ = _read_sections(page)
    assert read_text(first.h2).startswith("Uudet <b>hankkeet</b>:")
    assert first.select_one(f"a[href='/runs/{run_id}']")
    assert second["aria-labelledby"] == SHIPPED[0].id
    assert "Vanhat" not in read_text(page.main)


def test_figures_are_those_that_were_recorded(client: TestClient, services: Services) -> None:
    """A row has the means with their intervals, what is not known as a dash, and the shares."""
    _record(services)

    section, *_ = _read_sections(read_page(client, "/evaluation"))

    figures, differences = (_read_rows(table) for table in section.select("table"))
    assert figures[0] == [
        "Kumppani",
        "0.250 0.125–0.375",
        "0.500 0.438–0.562",
        "0.750 0.625–0.875",
        "0.625 0.500–0.688",
        "–",
        "0.312",
        "0.812",
        "0.062",
    ]
    assert differences == [["Number of past projects", "+0.125", "-0.062 to +0.250", "0.0312"]]


def test_what_was_measured_on_is_told(client: TestClient, services: Services) -> None:
    """Counts, day, model, version and seed stand above the figures, thousands apart."""
    _record(services, finished_at=datetime(2026, 11, 28, 7, 0, tzinfo=UTC))

    section, *_ = _read_sections(read_page(client, "/evaluation"))

    assert read_facts(section) == {
        "Measured": "28 November 2026 at 09:00",
        "Projects measured": "12",
        "Questions": "36",
        "Known projects": "1,234",
        "Organisations ranked": "60",
        "Learned from": "40 projects",
        "Left out": "1",
        "Seed": "2019",
    }
    assert "Language model: fake-encoder; software version 0.1.0." in read_text(section)


@pytest.mark.parametrize(
    ("changed", "title"),
    [
        ({"n_folds": 5}, "Kainuun hankkeet: 5 folds"),
        ({"n_folds": 1, "cut": date(2010, 1, 1)}, "Kainuun hankkeet: from 1 January 2010 on"),
        ({"n_folds": 1}, "Kainuun hankkeet: two files"),
    ],
)
def test_how_the_data_were_parted_is_in_the_title(
    client: TestClient, services: Services, changed: dict[str, object], title: str
) -> None:
    """Folds, a day or two files: the heading and the captions say which."""
    _record(services, **changed)

    section, *_ = _read_sections(read_page(client, "/evaluation"))

    assert read_text(section.h2) == title
    assert all(read_text(caption).startswith(f"{title}: ") for caption in section.select("caption"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_written_as_the_language_does(
    client: TestClient, services: Services, language: LanguageCode
) -> None:
    """The decimal sign is that of the reader, in figures, intervals and differences."""
    _record(services)

    section, *_ = _read_sections(read_page(client, "/evaluation", language=language))

    sign = "." if language == ENGLISH else ","
    cells = [read_text(cell) for cell in section.select("td.figure")]
    assert f"+0{sign}125" in cells
    assert all(("," if sign == "." else ".") not in cell for cell in cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_scrolls_by_keyboard_and_has_its_name(client: TestClient, language: LanguageCode) -> None:
    """Each table is in a labelled region that takes the focus, and no two have the same caption."""
    page = read_page(client, "/evaluation", language=language)

    tables = page.select("main table")
    assert tables
    for table in tables:
        region = table.find_parent(attrs={"role": "region"})
        assert isinstance(region, Tag)
        assert (region["tabindex"], region["aria-labelledby"]) == ("0", table.caption["id"])  # type: ignore[index]
    captions = [read_text(table.caption) for table in tables]
    assert len(set(captions)) == len(captions)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [(FINNISH, "Suomesta ei väitetä mitään."), ("sv", "Ingenting påstås om Finland."), (ENGLISH, "Nothing is claimed")],
)
def test_what_can_not_be_told_is_said(client: TestClient, language: LanguageCode, sentence: str) -> None:
    """Nobody can take the figures for Finnish ones."""
    assert sentence in read_text(read_page(client, "/evaluation", language=language).select_one("#limits ~ ul"))


def test_the_conclusion_is_what_the_figures_say(client: TestClient) -> None:
    """It claims a lead over every baseline where all intervals are above zero, none for municipalities and here."""
    least = {each.id: min(difference.low for difference in each.record.differences.values()) for each in SHIPPED}
    own, *simpler = (each.recall_at_10.value for each in load_shipped_register_record().evaluation.figures.values())

    lede = read_text(read_page(client, "/evaluation").select_one(".page-lede"))

    assert lede.startswith("Where many past projects are known and partners come back, Kumppani finds them better")
    assert {data_set for data_set, low in least.items() if low <= 0} == {"partners-eu-5-folds"}
    assert own <= max(simpler)


def test_where_distance_does_as_well_it_is_said_why(client: TestClient) -> None:
    """On the register neighbours apply with neighbours, which stands below the figures."""
    *_, register = _read_sections(read_page(client, "/evaluation"))

    assert "this way alone: Distance alone. Neighbours often apply with neighbours" in read_text(register)


def test_links_lead_to_sections_that_are_there(client: TestClient) -> None:
    """What else is measured is told where the links lead."""
    for link in read_page(client, "/evaluation").select(".prose a[href^='/']"):
        path, _, section = str(link["href"]).partition("#")
        page = read_page(client, path)
        assert not section or page.select_one(f"[id='{section}']"), link["href"]


def test_too_few_projects_are_said_to_show_nothing(client: TestClient, services: Services) -> None:
    """A record over a handful of projects carries the sentence on the page; one over enough does not."""
    _record(services, n_projects=29)

    few, *shipped, _register = _read_sections(read_page(client, "/evaluation"))

    assert "So few show nothing: with fewer than 30" in read_text(few.select_one(".ds-alert"))
    assert all(section.select_one(".ds-alert") is None for section in shipped)
