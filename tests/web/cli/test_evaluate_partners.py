"""`kumppani evaluate partners` on good files and bad ones."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import pytest

import web.cli.evaluate_partners
from models.partner_evaluation import HistorySignal, Ranker
from tests.fakes import FakeEncoder
from tests.web.cli.conftest import Command
from web.cli.console import OUT
from web.cli.evaluate_partners import read_projects

Row = Mapping[str, object]

WORDS: Final = ("bussi reitti", "koulu luokka", "kirja laina", "lasku palkka", "hoito potilas", "kaava tontti")
ROWS: Final[Sequence[Row]] = [
    {
        "id": f"p{number:02}",
        "title": f"Hanke {number:02}",
        "text": f"{number:02} {WORDS[number % 6]} yhdessä",
        "language": "fi",
        "start": f"20{10 + number // 2}-03-01T00:00:00Z",
        "lead": f"Kunta {number % 6}",
        "members": [f"Kunta {number % 6}", f"Kunta {(number + 1) % 6}", f"Kunta {(number + number // 6) % 7}"],
    }
    for number in range(16)
]


@pytest.fixture
def evaluate(kumppani: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Give the command with an encoder that loads no model."""
    monkeypatch.setattr(web.cli.evaluate_partners, "make_measuring_encoder", lambda *_, **__: FakeEncoder())
    return kumppani


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Give a folder with all projects in one file, and the same parted in two."""
    _write(tmp_path / "all.jsonl", ROWS)
    _write(tmp_path / "history.jsonl", ROWS[:12])
    _write(tmp_path / "test.jsonl", ROWS[12:])
    return tmp_path


def _write(path: Path, rows: Sequence[Row]) -> None:
    """Write rows as JSON lines."""
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")


def test_it_needs_no_database_and_writes_rankings(evaluate: Command, files: Path) -> None:
    """Figures are printed as JSON; each line of the rankings has the project, the given member and all others."""
    outcome = evaluate(
        "evaluate", "partners", "--history", "history.jsonl", "--test", "test.jsonl", "--rankings", "o.jsonl", "--json"
    )

    answer = json.loads(outcome.out)
    lines = [json.loads(line) for line in (files / "o.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (outcome.code, answer["history"], answer["projects"], answer["folds"]) == (0, 12, 4, 1)
    assert answer["questions"] == len(lines) >= 8
    names = {member for row in ROWS[:12] for member in row["members"]}  # type: ignore[attr-defined]
    for line in lines:
        assert list(line) == ["id", "given", "ranked"]
        assert sorted([line["given"], *line["ranked"]]) == sorted(names)
    assert {line["id"] for line in lines} == {row["id"] for row in ROWS[12:]}
    assert f"{len(lines)} rankings written to o.jsonl" in outcome.err
    assert not (files / "var").exists()


def test_json_tells_every_figure(evaluate: Command, files: Path) -> None:
    """Each ranker has its figures with intervals, each baseline how far it is beaten, each signal its weight."""
    answer = json.loads(
        evaluate("evaluate", "partners", "--projects", f"{files}/all.jsonl", "--folds", "3", "--json").out
    )

    counts = ["model", "folds", "history", "organisations", "learned_from", "projects", "questions", "left_out"]
    origin = ["name", "data_version", "cut", "random_state", "software_version", "started_at", "finished_at"]
    assert list(answer) == [*origin, *counts, "rankers", "better_by", "weights", "note"]
    assert (answer["model"], answer["folds"], answer["history"], answer["projects"]) == ("fake-encoder", 3, 32, 16)
    assert list(answer["rankers"]) == [ranker.value for ranker in Ranker]
    assert list(answer["better_by"]) == [ranker.value for ranker in Ranker if ranker is not Ranker.KUMPPANI]
    assert list(answer["weights"]) == [signal.value for signal in HistorySignal]
    spans = {"recall_at_5", "recall_at_10", "mean_reciprocal_rank", "ndcg_at_10", "newcomers"}
    for figures in answer["rankers"].values():
        assert set(figures) == spans | {"coverage_at_10", "exposure_gini", "new_ties"}
        assert all(set(figures[name]) == {"value", "low", "high"} for name in spans if figures[name] is not None)
    assert all(set(each) == {"value", "low", "high", "p_value"} for each in answer["better_by"].values())


def test_a_cut_parts_one_file_as_two_files_would(evaluate: Command, files: Path) -> None:
    """What began before the day is the history; the figures are those of the files parted by hand."""
    parted = evaluate("evaluate", "partners", "--history", "history.jsonl", "--test", "test.jsonl", "--json")
    cut = evaluate("evaluate", "partners", "--projects", "all.jsonl", "--cut", "2016-03-01", "--json")

    assert (cut.code, files.exists()) == (0, True)
    differing = {"name", "cut", "started_at", "finished_at"}
    found, wanted = json.loads(cut.out), json.loads(parted.out)
    assert (found["name"], found["cut"], wanted["name"], wanted["cut"]) == (
        "all.jsonl",
        "2016-03-01",
        "test.jsonl",
        None,
    )
    assert {name for name in found if found[name] != wanted[name]} == differing


def test_without_a_start_a_project_is_in_no_part_of_a_cut(evaluate: Command, tmp_path: Path) -> None:
    """Rows that don't say when they began are read, and neither known nor measured."""
    _write(tmp_path / "p.jsonl", [*ROWS[:13], *({**row, "start": ""} for row in ROWS[13:])])

    answer = json.loads(evaluate("evaluate", "partners", "--projects", "p.jsonl", "--cut", "2016-03-01", "--json").out)

    assert (answer["history"], answer["projects"]) == (12, 1)


def test_sisters_of_what_is_known_are_left_out_and_counted(evaluate: Command, tmp_path: Path) -> None:
    """A later phase that begins with the same words is not measured."""
    _write(tmp_path / "p.jsonl", [*ROWS[:14], {**ROWS[15], "text": ROWS[0]["text"]}])

    answer = json.loads(evaluate("evaluate", "partners", "--projects", "p.jsonl", "--cut", "2016-03-01", "--json").out)

    assert (answer["projects"], answer["left_out"]) == (2, 1)


def test_the_tables_fit_a_narrow_terminal(evaluate: Command, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In 80 columns no figure is cut or squeezed, and each has its interval."""
    monkeypatch.setattr(OUT, "_width", 80)
    command = ("evaluate", "partners", "--projects", f"{files}/all.jsonl", "--folds", "4")
    answer = json.loads(evaluate(*command, "--json").out)

    outcome = evaluate(*command)

    assert outcome.code == 0
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert "…" not in outcome.out
    for heading in (
        "recall@5",
        "recall@10",
        "MRR",
        "nDCG@10",
        "newcomers",
        "better than",
        "Gini of exposure",
        "new ties",
    ):
        assert f" {heading} " in outcome.out
    for figures in answer["rankers"].values():
        for name in ("recall_at_5", "recall_at_10", "mean_reciprocal_rank", "ndcg_at_10"):
            span = figures[name]
            assert f" {span['value']:.3f} " in outcome.out
            assert f" {span['low']:.2f}–{span['high']:.2f} " in outcome.out
        assert f" {figures['coverage_at_10']:.2f} " in outcome.out
    for name, each in answer["better_by"].items():
        row = next(line for line in outcome.out.splitlines() if f" {name} " in line and " to " in line)
        assert f" {each['value']:+.3f} " in row
        assert f" {each['low']:+.3f} to {each['high']:+.3f} " in row
        assert f" {each['p_value']:.4f} " in row


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--history", "history.jsonl"),
        ("--test", "test.jsonl"),
        ("--projects", "all.jsonl"),
        ("--projects", "all.jsonl", "--cut", "2016-01-01", "--folds", "3"),
        ("--history", "history.jsonl", "--test", "test.jsonl", "--folds", "3"),
        ("--history", "history.jsonl", "--test", "test.jsonl", "--cut", "2016-01-01"),
        ("--history", "history.jsonl", "--projects", "all.jsonl", "--folds", "3"),
        ("--cut", "2016-01-01"),
        *(("--projects", "all.jsonl", "--folds", bad) for bad in ("1", "21", "many")),
        ("--projects", "all.jsonl", "--cut", "1.1.2016"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(
    evaluate: Command, files: Path, options: tuple[str, ...]
) -> None:
    """Exit 2, nothing on stdout, and the message says what to give."""
    outcome = evaluate("evaluate", "partners", *options)

    assert (outcome.code, outcome.out, files.exists()) == (2, "", True)
    assert "--history and --test" in outcome.err or "Invalid value for" in outcome.err


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("no json", "line 2: expected a JSON object"),
        ("[1, 2]", "line 2: expected a JSON object"),
        ('{"title": "x", "members": ["a"]}', "line 2: expected a JSON object with `id`"),
        ('{"id": " ", "title": "x", "members": ["a"]}', "line 2: expected a JSON object with `id`"),
        ('{"id": ["p"], "title": "x", "members": ["a"]}', "line 2: expected a JSON object with `id`"),
        ('{"id": "q", "title": " ", "text": "", "members": ["a"]}', "line 2: expected a JSON object"),
        ('{"id": "q", "title": 5, "members": ["a"]}', "line 2: expected a JSON object"),
        ('{"id": "q", "title": "x"}', "line 2: expected a JSON object"),
        ('{"id": "q", "title": "x", "members": "a"}', "line 2: expected a JSON object"),
        ('{"id": "q", "title": "x", "members": ["a", ""]}', "line 2: expected a JSON object"),
        ('{"id": "q", "title": "x", "members": ["a", null]}', "line 2: expected a JSON object"),
        ('{"id": "q", "title": "x", "members": ["a", true]}', "line 2: expected a JSON object"),
        ('{"id": "q", "title": "x", "members": [{"name": "a"}]}', "line 2: expected a JSON object"),
        ('{"id": "q", "title": "x", "members": ["a"], "start": "12.3.2019"}', "line 2: expected a day like 2019-12-31"),
        ('{"id": "q", "title": "x", "members": ["a"], "start": "2019-02-30"}', "line 2: expected a day"),
        ('{"id": "p00", "title": "x", "members": ["a"]}', "line 2: expected each id once, but 'p00' is on line 1"),
    ],
)
def test_a_line_that_is_no_project_is_refused_with_its_number(
    evaluate: Command, files: Path, line: str, expected: str
) -> None:
    """Exit 1, and one message with the file, the line and what was expected there."""
    (files / "bad.jsonl").write_text(f"{json.dumps(ROWS[0])}\n{line}\n", encoding="utf-8")

    outcome = evaluate("evaluate", "partners", "--history", "bad.jsonl", "--test", "test.jsonl")

    assert (outcome.code, outcome.out) == (1, "")
    assert f"bad.jsonl, {expected}" in outcome.err


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "at least one project"),
        (b"\n \n", "at least one project"),
        (b"\xff\xfe", "UTF-8 file"),
        (None, "UTF-8 file"),
    ],
)
def test_a_file_without_projects_is_refused(
    evaluate: Command, files: Path, content: bytes | None, expected: str
) -> None:
    """Empty, in another encoding or not there: exit 1 and why."""
    if content is not None:
        (files / "bad.jsonl").write_bytes(content)

    outcome = evaluate("evaluate", "partners", "--projects", "bad.jsonl", "--folds", "2")

    assert (outcome.code, outcome.out) == (1, "")
    assert expected in outcome.err


@pytest.mark.parametrize("cut", ["1999-01-01", "2099-01-01"])
def test_a_cut_with_nothing_on_one_side_measures_nothing(evaluate: Command, files: Path, cut: str) -> None:
    """Without a history, and without a later project, there is nothing to measure: exit 1 and it is said."""
    outcome = evaluate("evaluate", "partners", "--projects", f"{files}/all.jsonl", "--cut", cut)

    assert (outcome.code, outcome.out) == (1, "")
    assert "at least one test project" in outcome.err


def test_rankings_that_cannot_be_written_are_a_known_problem(evaluate: Command, files: Path) -> None:
    """A folder that is not there: exit 1, and where it was tried."""
    outcome = evaluate(
        "evaluate", "partners", "--projects", f"{files}/all.jsonl", "--folds", "2", "--rankings", "no/such/o.jsonl"
    )

    assert (outcome.code, outcome.out) == (1, "")
    assert "no/such/o.jsonl" in outcome.err


def test_numbers_may_be_ids(tmp_path: Path) -> None:
    """Members, projects, regions may be numbers, 0 too; a member named twice, or with spaces, is one; none is none."""
    rows: list[Row] = [
        {"id": 0, "title": "Bussit", "members": [7, "7", " 7 ", 8, 0], "start": "2019-12-31", "region": 19},
        {"id": 1, "text": " Koulut ", "title": None, "members": [], "region": None},
    ]
    _write(tmp_path / "p.jsonl", rows)

    first, second = read_projects(tmp_path / "p.jsonl")

    assert (first.id, first.members, first.start) == ("0", ("7", "8", "0"), date(2019, 12, 31))
    assert (first.region, second.region) == ("19", "")
    assert (second.id, second.title, second.text, second.members, second.start) == ("1", "", "Koulut", (), None)


def test_a_language_that_is_told_is_believed(tmp_path: Path) -> None:
    """Where the row tells none it is found in the text."""
    row = {"id": "p", "title": "Koululaisten kuljetukset järjestetään yhdessä naapurikuntien kanssa", "members": ["a"]}
    _write(tmp_path / "p.jsonl", [row, {**row, "id": "q", "language": "da"}])

    assert [project.language for project in read_projects(tmp_path / "p.jsonl")] == ["fi", "da"]


def test_numeric_members_are_ranked_by_their_names(evaluate: Command, tmp_path: Path) -> None:
    """In rankings a number is written as the text that it was read as."""
    rows = [{**row, "members": [int(str(name)[-1]) for name in row["members"]]} for row in ROWS]  # type: ignore[attr-defined]
    _write(tmp_path / "p.jsonl", rows)

    outcome = evaluate(
        "evaluate", "partners", "--projects", "p.jsonl", "--cut", "2016-03-01", "--rankings", "o.jsonl", "--json"
    )

    line = json.loads((tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert outcome.code == 0
    assert sorted([line["given"], *line["ranked"]]) == ["0", "1", "2", "3", "4", "5"]
