"""What each command answers, writes and refuses."""

import json
from pathlib import Path
from typing import Final

import pytest

from tests.web.cli.conftest import Command

FILE: Final = """Otsikko;Hakija;Kuvaus
Koulukyydit yhteen suunnitelmaan;Kuhmon kaupunki;Reitit suunnitellaan yhdessä naapurien kanssa.
Gemensam lönerobot för kommuner;Vörå kommun;Roboten räknar lönerna.
=SUMMA(A1:A3);Tamperre;Kaava on tekstiä.
;Oulu;Otsikko puuttuu.
"""


@pytest.fixture
def ideas_file(tmp_path: Path) -> Path:
    """Return a file with three ideas and a row that can't be one."""
    path = tmp_path / "ideat.csv"
    path.write_text(FILE, encoding="cp1252")
    return path


@pytest.fixture
def filled(kumppani: Command, ideas_file: Path) -> Command:
    """Give the command over a database into which the file was imported."""
    kumppani("init")
    kumppani("import", "ideas", str(ideas_file))
    return kumppani


def test_init_says_what_it_did_and_can_be_repeated(kumppani: Command) -> None:
    """The first time reference data are brought in, the second time they are there."""
    first, second = kumppani("init"), kumppani("init")

    assert (first.code, second.code) == (0, 0)
    assert "were brought in" in first.out
    assert "are up to date" in second.out


@pytest.mark.parametrize("words", [("search", "koulukyydit"), ("match",), ("similar", "1"), ("export", "ideas")])
def test_without_a_database_a_command_names_the_one_that_makes_it(kumppani: Command, words: tuple[str, ...]) -> None:
    """The problem is one line on stderr, exit code 1."""
    outcome = kumppani(*words)

    assert outcome.code == 1
    assert outcome.out == ""
    assert "Run `kumppani init`" in outcome.err
    assert len(outcome.err.strip().splitlines()) == 1


def test_import_tells_rows_columns_and_names(kumppani: Command, ideas_file: Path) -> None:
    """Counts and columns go to the terminal, refusals to stderr, unresolved names with a guess."""
    kumppani("init")

    outcome = kumppani("import", "ideas", str(ideas_file))

    assert outcome.code == 0
    assert "3 added, 0 updated, 0 unchanged, 1 refused" in outcome.out
    assert "Otsikko → title" in outcome.out
    assert "Tamperre – did you mean Tampere?" in outcome.out
    assert "ideat.csv, row 5, column 'Otsikko': expected" in outcome.err


def test_import_as_json_has_the_same_for_programs(kumppani: Command, ideas_file: Path) -> None:
    """One JSON document, with every refusal and unresolved name."""
    kumppani("init")

    outcome = kumppani("import", "ideas", str(ideas_file), "--dry-run", "--json")

    answer = json.loads(outcome.out)
    assert (answer["dry_run"], answer["added"], answer["refused"]) == (True, 3, 1)
    assert answer["refusals"][0]["row"] == 5
    assert answer["unresolved"] == [{"row": 4, "written": "Tamperre", "did_you_mean": ["837"]}]


@pytest.mark.parametrize("options", [(), ("--dry-run",)], ids=["import", "dry run"])
def test_import_tells_how_many_ideas_have_no_text(kumppani: Command, tmp_path: Path, options: tuple[str, ...]) -> None:
    """People are told in a line, which is not there where every idea has a text; programs get the number."""
    header, *rows = FILE.splitlines()
    (tmp_path / "titles.csv").write_text("\n".join([header, *rows[:2], "Talviliikenne;Oulu;"]), encoding="utf-8")
    (tmp_path / "texts.csv").write_text("\n".join([header, *rows[:2]]), encoding="utf-8")
    kumppani("init")

    programs = [kumppani("import", "ideas", name, "--dry-run", "--json") for name in ("titles.csv", "texts.csv")]
    people = [kumppani("import", "ideas", name, *options) for name in ("titles.csv", "texts.csv")]

    assert [json.loads(outcome.out)["without_text"] for outcome in programs] == [1, 0]
    assert "With a title and no text: 1 of 3." in people[0].out
    assert "no text" not in people[1].out


def test_a_dry_run_leaves_the_database_as_it_was(kumppani: Command, ideas_file: Path) -> None:
    """After a dry run an export is empty but for its header."""
    kumppani("init")

    kumppani("import", "ideas", str(ideas_file), "--dry-run")

    assert len(kumppani("export", "ideas").out.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("import", "ideas", "missing.csv"), "missing.csv"),
        (("import", "ideas", "ideat.csv", "--call", "1999"), "no call '1999'"),
        (("import", "ideas", "ideat.csv", "--map", "Nimi=title"), "Nimi"),
        (("similar", "4711"), "no idea 4711"),
        (("search", "?!"), "at least one word, but '?!' has none"),
    ],
)
def test_a_known_problem_is_one_line_and_exit_code_1(filled: Command, words: tuple[str, ...], expected: str) -> None:
    """What came is named, nothing is printed as an answer."""
    outcome = filled(*words)

    assert (outcome.code, outcome.out) == (1, "")
    assert expected in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        ("import", "ideas"),
        ("import", "ideas", "ideat.csv", "--map", "no-equals-sign"),
        ("search", "a", "--hits", "0"),
        ("export", "ideas", "--format", "pdf"),
        ("export", "ideas", "--format", "xlsx"),
        ("nothing-such",),
    ],
)
def test_wrong_usage_is_exit_code_2(filled: Command, words: tuple[str, ...]) -> None:
    """A command that can't be understood says so and does nothing."""
    outcome = filled(*words)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err


def test_search_answers_people_and_programs(filled: Command) -> None:
    """The table names the idea, the JSON has its id, origin and why it was found."""
    shown, answer = filled("search", "koulukyydit"), filled("search", "koulukyydit", "--json")

    hit = json.loads(answer.out)["hits"][0]
    assert "Koulukyydit yhteen suunnitelmaan" in shown.out
    assert (hit["idea"]["title"], hit["idea"]["origin"]) == ("Koulukyydit yhteen suunnitelmaan", "imported")
    assert "Koulukyydit" in hit["matched_words"]


def test_similar_answers_people_and_programs(filled: Command) -> None:
    """The idea asked about is not among its own."""
    shown, answer = filled("similar", "1"), filled("similar", "1", "--json")

    assert shown.code == 0
    assert 1 not in [hit["idea"]["id"] for hit in json.loads(answer.out)["hits"]]


def test_match_tells_how_many_ideas_can_be_searched(filled: Command) -> None:
    """The count is that of the stored ideas."""
    assert json.loads(filled("match", "--json").out)["ideas"] == 3


def test_a_full_match_answers_the_same(filled: Command) -> None:
    """Encoding everything anew changes no answer."""
    before = filled("search", "koulukyydit", "--json").out

    outcome = filled("match", "--full")

    assert outcome.code == 0
    assert filled("search", "koulukyydit", "--json").out == before


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_what_is_exported_comes_back_in_unchanged(filled: Command, ending: str) -> None:
    """Importing an export adds, changes and refuses nothing."""
    filled("export", "ideas", "--output", f"ulos.{ending}")

    answer = json.loads(filled("import", "ideas", f"ulos.{ending}", "--json").out)

    assert (answer["added"], answer["updated"], answer["unchanged"], answer["refused"]) == (0, 0, 3, 0)


def test_an_exported_formula_stays_text(filled: Command) -> None:
    """A title that looks like a formula is neutralised in CSV."""
    assert "'=SUMMA(A1:A3)" in filled("export", "ideas").out
