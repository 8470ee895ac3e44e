"""`kumppani evaluate register`: figures, cases and what they do not claim."""

import json
from pathlib import Path

import pytest

from models.version import SOFTWARE_VERSION
from tests.web.cli.conftest import Command

FILE = """Koodi;Otsikko;Hakija
K-1;Koulukyytien reitit yhteen;Kuhmo
K-2;Koulukyytien reitit kartalle;Sotkamo
K-3;Kirjaston kokoelma lainaan;Espoo
"""


@pytest.fixture
def filled(kumppani: Command, tmp_path: Path) -> Command:
    """Give the command over a database with three ideas and the shipped register."""
    path = tmp_path / "ideat.csv"
    path.write_text(FILE, encoding="utf-8")
    kumppani("init")
    kumppani("import", "ideas", str(path), "--map", "Koodi=reference")
    return kumppani


def test_every_project_is_a_case(filled: Command, tmp_path: Path) -> None:
    """Programs get 26 projects with each member given once, four rankings, and that nothing is claimed."""
    (tmp_path / "twins.csv").write_text("reference,twin\nK-1,T\nK-2,T\nK-3,\n", encoding="utf-8")

    answer = json.loads(filled("evaluate", "register", "--twins", "twins.csv", "--json").out)

    assert answer["claim"] is None
    assert (answer["projects"], answer["questions"]) == (26, 131)
    assert len(answer["cases"]) == 131
    assert answer["rankers"].keys() == {"kumppani", "popularity", "distance", "text"}
    evaka = [case for case in answer["cases"] if case["project"] == "kuntien-evaka"]
    assert [case["given"] for case in evaka] == ["049", "837"]
    assert evaka[0]["ranks"].keys() == {"837"}
    assert (answer["twins"], answer["twins_found"]) == (2, 1)
    assert 0 <= answer["suggestions"]["without_history"] <= 1
    assert (len(answer["data_version"]), answer["software_version"]) == (64, SOFTWARE_VERSION)
    assert answer["measured_at"].endswith("Z")


def test_people_read_the_cases_and_that_nothing_is_claimed(filled: Command) -> None:
    """Figures with intervals, each case by name, the share without history, and a plain word of caution."""
    out = filled("evaluate", "register").out

    assert "26 projects, 131 questions" in out
    assert "Tampere" in out
    assert "no past project behind them" in " ".join(out.split())
    assert "No claim:" in out


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("a,b\n1,2\n", "expected the columns reference and twin"),
        ("reference,twin\nK-9,T\n", "expected the reference of an idea, got 'K-9'"),
        (None, "can't be read"),
    ],
    ids=("columns", "reference", "missing"),
)
def test_a_file_that_is_none_is_refused(filled: Command, tmp_path: Path, content: str | None, complaint: str) -> None:
    """In one line on stderr, with the place and what was expected."""
    if content is not None:
        (tmp_path / "twins.csv").write_text(content, encoding="utf-8")

    outcome = filled("evaluate", "register", "--twins", "twins.csv")

    assert outcome.code == 1
    assert complaint in outcome.err
    assert len(outcome.err.strip().splitlines()) == 1
