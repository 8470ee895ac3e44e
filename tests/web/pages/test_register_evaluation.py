"""What was measured on the register itself, on the page of evaluations and case by case on its own."""

import re
from typing import Final

import pytest
from starlette.testclient import TestClient

import matcher.evaluate_register
from tests.web.reading import read_facts, read_page, read_text
from web.labels import label_choice
from web.wiring import load_shipped_register_record

FOUND: Final = load_shipped_register_record().evaluation


def test_the_evaluation_page_has_the_register_with_its_caution(client: TestClient) -> None:
    """Figures with intervals, the share without history, the way to the cases, and that so few prove nothing."""
    section = read_page(client, "/evaluation").select_one("section[aria-labelledby=register]")

    assert section is not None
    assert "26 projects prove nothing" in read_text(section.select_one(".ds-alert"))
    assert read_facts(section)["Questions"] == "131"
    own = FOUND.figures[next(iter(FOUND.figures))].recall_at_10
    assert f"{own.value:.2f} {own.low:.2f}–{own.high:.2f}" in read_text(section.select_one("tbody tr"))
    assert FOUND.survey.without_history is not None
    assert f"{FOUND.survey.without_history:.0%} have no earlier project behind them" in read_text(section)
    assert section.select_one("a[href='/evaluation/register']") is not None


def test_every_case_is_shown_with_the_places_of_the_others(client: TestClient) -> None:
    """Each project has a row for each of its members, with the others in the order of their places."""
    page = read_page(client, "/evaluation/register")

    cells = [read_text(row.select("td")[-1]) for row in page.select(".table-scroller:has(#cases-table) tbody tr")]
    assert len(cells) == FOUND.n_questions
    first = FOUND.cases[0]
    places = [int(other.rsplit(" ", 1)[1].replace("\u00a0", "")) for other in cells[0].split(", ")]
    assert places == sorted(first.ranks.values())
    assert len(page.select("tbody th[scope=rowgroup]")) == FOUND.n_projects
    assert "26 projects prove nothing" in read_text(page.main)


def test_a_request_measures_nothing(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page shows what was measured once; nothing is computed for it."""

    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(matcher.evaluate_register, "evaluate_register", fail)
    monkeypatch.setattr(matcher.evaluate_register, "survey_suggestions", fail)

    for path in ("/evaluation", "/evaluation/register"):
        read_page(client, path)


def test_a_simpler_way_that_finds_as_many_is_named(client: TestClient) -> None:
    """Beside the figures it is said which ways alone do as well, and of no other."""
    own, *others = FOUND.figures.items()
    as_good = [label_choice(name) for name, each in others if each.recall_at_10.value >= own[1].recall_at_10.value]

    text = read_text(read_page(client, "/evaluation/register").main)

    said = re.findall(r"by this way alone: ([^.]+)\.", text)
    assert said == as_good
