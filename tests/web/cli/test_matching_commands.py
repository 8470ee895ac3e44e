"""Commands about themes, partners and the graph: what they answer people and programs, write, and refuse."""

import io
import json
from pathlib import Path

import networkx as nx
import pytest

from tests.web.cli.conftest import Command

FILE = """Otsikko;Hakija
Koulukyytien reitit yhteen;Kuhmo
Koulukyytien reitit kartalle;Sotkamo
Kirjaston kokoelma lainaan;Espoo
"""


@pytest.fixture
def filled(kumppani: Command, tmp_path: Path) -> Command:
    """Give the command over a database with three ideas."""
    path = tmp_path / "ideat.csv"
    path.write_text(FILE, encoding="utf-8")
    kumppani("init")
    kumppani("import", "ideas", str(path))
    return kumppani


def test_themes_answer_people_and_programs(filled: Command) -> None:
    """The table names themes with their ideas; the JSON is that of the API."""
    people, programs = filled("themes", "--language", "fi"), json.loads(filled("themes", "--json").out)

    assert "Koulukyytien reitit" in people.out
    assert "stand alone" in people.err
    assert sum(theme["n_ideas"] for theme in programs["items"]) == 3
    assert programs["run_id"] is not None


@pytest.mark.parametrize(
    "words",
    [("1",), ("--text", "koulukyytien reitit", "--lead", "Kuhmon kaupunki"), ("--organisation", "Kuhmo")],
    ids=("idea", "text", "organisation"),
)
def test_partners_answer_people_and_programs(filled: Command, words: tuple[str, ...]) -> None:
    """Who has the same idea comes first, with the reason; parts add up for programs."""
    people, programs = filled("partners", *words), json.loads(filled("partners", *words, "--json").out)

    assert people.out.index("Sotkamo") < people.out.index("km from")
    assert "Koulukyytien reitit kartalle" in people.out
    best = programs["suggestions"][0]
    assert best["organisation"]["name"]["fi"] == "Sotkamo"
    assert sum(part["points"] for part in best["parts"]) == pytest.approx(best["points"], abs=1e-9)


@pytest.mark.parametrize("words", [("1",), ("--text", "koulukyytien reitit yhteen")], ids=("idea", "text"))
def test_reuse_answers_people_and_programs(filled: Command, words: tuple[str, ...]) -> None:
    """The verdict says what it was compared with; the JSON is that of the API, with the text for an application."""
    people, programs = filled("reuse", *words), json.loads(filled("reuse", *words, "--json").out)

    assert "Compared with 26 described projects of 47 and" in people.out
    assert programs["verdict"] in {"build_together", "new"}
    assert programs["ready_text"]["language"] == "fi"
    assert programs["searched"]["n_projects"] == 47


def test_reuse_prints_the_text(filled: Command) -> None:
    """The text for the application alone, in the language asked for."""
    outcome = filled("reuse", "1", "--ready-text", "--language", "sv")

    assert outcome.out.startswith("Har samma sak gjorts någon annanstans?")
    assert "[Sökanden fyller i]" in outcome.out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("reuse",), 2, "one of the two"),
        (("reuse", "chatbot"), 2, "a text of your own goes after --text"),
        (("reuse", "1", "--text", "kyydit"), 2, "one of the two"),
        (("reuse", "1", "--language", "de"), 2, "--language"),
        (("reuse", "4711"), 1, "no idea 4711"),
        (("reuse", "--text", "?!"), 1, "at least one word, but '?!' has none"),
        (("partners",), 2, "one of the three"),
        (("partners", "1", "--text", "kyydit"), 2, "one of the three"),
        (("partners", "1", "--lead", "Kuhmo"), 2, "together with --text"),
        (("partners", "4711"), 1, "no idea 4711"),
        (("partners", "--text", "kyydit", "--lead", "Kuhmoo"), 1, "It may mean Kuhmo"),
        (("partners", "--text", "?!"), 1, "at least one word, but '?!' has none"),
        (("partners", "1", "--partners", "0"), 2, "--partners"),
        (("eligibility",), 2, "one of the two"),
        (("eligibility", "1", "--text", "kyydit"), 2, "one of the two"),
        (("eligibility", "4711"), 1, "no idea 4711"),
        (("eligibility", "1", "--call", "1999"), 1, "1999"),
        (("eligibility", "--text", "?!"), 1, "at least one word, but '?!' has none"),
        (("themes", "--language", "de"), 2, "one of the languages fi, sv, en"),
        (("match", "--replay", "4711"), 1, "no run 4711"),
        (("match", "--replay", "1"), 1, "drew no theme map"),
        (("export", "graph", "--format", "gexf"), 2, "gexf"),
        (
            ("export", "graph", "--output", "g.txt"),
            2,
            "ends in .graphml or .json, but 'g.txt' came",
        ),
        (("export", "ideas", "--output", "i.pdf"), 2, "ends in .csv or .xlsx or .json, but 'i.pdf' came"),
        (("export", "themes", "--output", "t.csv"), 2, "Expected a file that ends in .json, but 't.csv' came"),
        (("export", "graph", "--output", "ei/ole/verkko.graphml"), 1, "Expected to write a graph of"),
        (("export", "ideas", "--output", "ei/ole/ideat.csv"), 1, "Expected to write 3 ideas"),
    ],
)
def test_what_can_not_be_done_is_said(filled: Command, words: tuple[str, ...], code: int, sentence: str) -> None:
    """Wrong usage is exit code 2, a known problem 1; either is told on stderr in a sentence and writes nothing."""
    outcome = filled(*words)

    assert outcome.code == code
    assert sentence in " ".join(outcome.err.replace("│", " ").split())
    assert outcome.out == ""
    assert "Traceback" not in outcome.err


def test_a_match_can_be_replayed(filled: Command) -> None:
    """The run that a match names comes out the same when it is computed again, also drawn anew."""
    run = json.loads(filled("match", "--full", "--json").out)["run"]

    people, programs = filled("match", "--replay", str(run)), filled("match", "--replay", str(run), "--json")

    assert (people.code, "gives the same theme map" in people.out) == (0, True)
    assert json.loads(programs.out) == {"run": run, "same": True}


def test_the_graph_is_written_in_the_format_of_its_ending(filled: Command, tmp_path: Path) -> None:
    """GraphML and JSON hold the same graph; without a file GraphML goes to standard output."""
    filled("export", "graph", "--output", "verkko.graphml")
    filled("export", "graph", "--output", "verkko.json")
    shown = filled("export", "graph")

    graph = nx.read_graphml(tmp_path / "verkko.graphml")
    other = nx.node_link_graph(json.loads((tmp_path / "verkko.json").read_text(encoding="utf-8")), edges="edges")
    assert set(graph) == set(other) == set(nx.read_graphml(io.BytesIO(shown.out.encode())))
    assert graph.edges["organisation:290", "idea:1"]["kind"] == "proposes"


def test_a_format_that_is_named_needs_no_ending(filled: Command, tmp_path: Path) -> None:
    """With --format a file may end as it likes, and a file without an ending is in the usual format."""
    named = filled("export", "graph", "--output", "verkko.txt", "--format", "json")
    usual = filled("export", "graph", "--output", "verkko")

    assert (named.code, usual.code) == (0, 0)
    assert json.loads((tmp_path / "verkko.txt").read_text(encoding="utf-8"))["nodes"]
    assert set(nx.read_graphml(tmp_path / "verkko"))


def test_themes_are_exported_with_the_places_of_ideas(filled: Command, tmp_path: Path) -> None:
    """The file has every idea with its theme and where it lies."""
    outcome = filled("export", "themes", "--output", "teemat.json")

    exported = json.loads((tmp_path / "teemat.json").read_text(encoding="utf-8"))
    assert [placement["idea"]["id"] for placement in exported["placements"]] == [1, 2, 3]
    assert "written to teemat.json" in outcome.err


def test_eligibility_answers_people_and_programs(filled: Command) -> None:
    """The table has the verdict and the sentence for each call; the JSON is that of the API, for one call if asked."""
    text = "Kaavoitus, rakennusluvat, tontit ja maankäyttö."
    people = filled("eligibility", "--text", text)
    programs = json.loads(filled("eligibility", "1", "--call", "2019-2", "--json").out)

    assert "Does not fit" in people.out
    assert "the ministry decides" in people.out
    assert [call["call_id"] for call in programs["calls"]] == ["2019-2"]
    assert programs["calls"][0]["verdict"] == "check"
    assert programs["calls"][0]["findings"][0]["kind"] == "no_purpose_seen"


def test_calls_that_have_closed_are_not_offered(filled: Command) -> None:
    """What a text would have fitted is told as on the pages, in calls that are over."""
    outcome = filled("eligibility", "--text", "Yhteinen ohjelmistorobotti palkkahallintoon. Tekoäly auttaa kuntia.")

    assert "It would have fitted these calls, which have closed: " in outcome.out
    assert "It seems to fit" not in outcome.out


def test_a_search_without_an_answer_says_so_and_shows_what_is_nearest(filled: Command) -> None:
    """Nobody is left with an empty table."""
    outcome = filled("search", "zzzz qqqq")

    assert outcome.code == 0
    assert "No idea clearly answers this." in outcome.out
    assert "Koulukyytien" in outcome.out or "Kirjaston" in outcome.out
