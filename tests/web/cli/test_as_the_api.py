"""What commands answer programs is what the API answers them."""

import json
from pathlib import Path
from typing import Final

import pytest
from starlette.testclient import TestClient

from tests.web.cli.conftest import Command
from web.app import create_app
from web.cli.console import open_services

FILE: Final = """Otsikko;Hakija;Kuvaus
Koulukyytien reitit yhteen;Kuhmo;Reitit suunnitellaan yhdessä.
Koulukyytien reitit kartalle;Sotkamo;Kyydit näkyvät kartalla.
Kirjaston kokoelma lainaan;Espoo;Kirjat kiertävät kunnasta toiseen.
"""


@pytest.fixture
def filled(kumppani: Command, tmp_path: Path) -> Command:
    """Give the command over a matched database with three ideas."""
    (tmp_path / "ideat.csv").write_text(FILE, encoding="utf-8")
    kumppani("init")
    kumppani("import", "ideas", "ideat.csv")
    kumppani("match")
    return kumppani


@pytest.fixture
def api(filled: Command) -> TestClient:  # noqa: ARG001 - its database is served
    """Give a client of the application over the same database."""
    services = open_services()
    services.keeper.refresh()
    return TestClient(create_app(services))


@pytest.mark.parametrize(
    ("words", "address"),
    [
        (("search", "koulukyytien reitit"), "/search?q=koulukyytien reitit&limit=10"),
        (("search", "koulukyytien reitit", "--hits", "1"), "/search?q=koulukyytien reitit&limit=1"),
        (("search", "zzzz qqqq"), "/search?q=zzzz qqqq&limit=10"),
        (("similar", "1"), "/ideas/1/similar"),
        (("similar", "1", "--hits", "1"), "/ideas/1/similar?limit=1"),
        (("partners", "1"), "/ideas/1/partners?limit=10"),
        (("partners", "--text", "kyydit", "--lead", "Kuhmo"), "/partners?text=kyydit&lead=Kuhmo&limit=10"),
        (("partners", "--organisation", "Kuhmo"), "/organisations/290/partners?limit=10"),
        (("reuse", "1"), "/ideas/1/reuse?language=fi"),
        (("eligibility", "1"), "/ideas/1/eligibility"),
        (("themes",), "/themes"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_json_says_what_the_api_says(filled: Command, api: TestClient, words: tuple[str, ...], address: str) -> None:
    """Field by field the answers are the same, also where nothing was found."""
    answer = api.get(f"/api/v1{address}")

    outcome = filled(*words, "--json")

    assert answer.status_code == 200
    assert json.loads(outcome.out) == answer.json()


def test_a_search_tells_programs_what_is_nearest(filled: Command) -> None:
    """Where nothing was found, the count says so and `nearest` has what people are shown."""
    answer = json.loads(filled("search", "zzzz qqqq", "--json").out)

    assert (answer["mode"], answer["n_found"], answer["hits"]) == ("hybrid", 0, [])
    assert len(answer["nearest"]) == 3
