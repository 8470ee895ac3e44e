"""What people and files say is printed as it is, on every command, and folded for terminals alone."""

import ast
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.web.cli.conftest import Command
from web.cli.console import OUT, make_table

MARKS: Final = "[vaihe 1] [/x] [red]punainen[/red] :bus:"
"""What a language of markup would take for its own: a style, the end of one that never began, an emoji."""

FILE: Final = f"""Otsikko;Hakija;Kuvaus;Muuta [/x]
Koulukyytien reitit {MARKS};Kuhmo;Reitit yhdessä {MARKS} naapurien kanssa.;
Koulukyytien reitit kartalle {MARKS};Sotkamo;Reitit kartalla {MARKS} nähtävinä.;
Kirjaston kokoelma {MARKS};Kunta {MARKS};Kirjat lainaan.;
;Kunta {MARKS};Otsikko puuttuu.;
"""

OTHERS: Final = "".join(
    f"{whose} {what};Espoo;{whose} {what} yhdeksi palveluksi.;\n"
    for whose in ("Kirjaston", "Päiväkodin", "Vesihuollon", "Arkiston", "Nuorison", "Tiestön")
    for what in ("varaus", "laskutus", "robotti", "rekisteri")
)
"""Ideas on other matters, beside which the words of those above are rare enough to tell something."""

PIECES: Final = ("[", "]", "/", ":", "\\", "bus", "red", "bold", "x", "ä", "1", " ", "[/", ":bus:", "[red]")


@pytest.fixture
def filled(kumppani: Command, tmp_path: Path) -> Command:
    """Give the command over a database with three ideas that are full of brackets, and others."""
    (tmp_path / "ideat [x].csv").write_text(FILE + OTHERS, encoding="utf-8")
    kumppani("init")
    kumppani("import", "ideas", "ideat [x].csv")
    return kumppani


@given(st.lists(st.sampled_from(PIECES), min_size=1))
def test_any_text_is_printed_as_it_is(pieces: list[str]) -> None:
    """Brackets, names of emoji and backslashes come out as they went in: in a line and in a table."""
    text = "".join(pieces).strip()
    table = make_table("Text")
    table.add_row(text)

    with OUT.capture() as line:
        OUT.print(text)
    with OUT.capture() as cell:
        OUT.print(table)

    assert line.get().strip() == text
    assert cell.get().splitlines()[3].strip("│ ") == text


def test_nothing_else_makes_consoles_or_tables() -> None:
    """All commands print through the one console that takes no text for markup, in tables that cut nothing off."""
    makers = {"Console", "Table", "escape", "from_markup", "render"}

    for path in sorted((ROOT / "web" / "cli").glob("*.py")):
        calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        called = {call.id if isinstance(call, ast.Name) else getattr(call, "attr", "") for call in calls}
        assert path.name == "console.py" or not called & makers, path


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        (("search", f"koulukyytien reitit {MARKS}"), f"Koulukyytien reitit kartalle {MARKS}"),
        (("search", f"zzzz {MARKS}"), f"Koulukyytien reitit kartalle {MARKS}"),
        (("similar", "1"), f"Koulukyytien reitit kartalle {MARKS}"),
        (("partners", "1"), f"“Koulukyytien reitit kartalle {MARKS}”"),
        (("partners", "--organisation", "Kuhmo"), f"“Koulukyytien reitit kartalle {MARKS}”"),
        (("partners", "--text", f"Koulukyytien reitit {MARKS}"), f"yours: “Koulukyytien reitit {MARKS}”"),
        (("reuse", "1"), f"“Koulukyytien reitit kartalle {MARKS}”"),
        (("reuse", "--text", f"Koulukyytien reitit {MARKS}."), f"“Koulukyytien reitit {MARKS}”"),
        (("eligibility", "--text", f"Koulukyytien robotti {MARKS}"), f"“Koulukyytien robotti {MARKS}”"),
        (("themes",), f"Koulukyytien reitit {MARKS}"),
        (("themes", "rename", "1", "--fi", f"Kyydit {MARKS}"), f"theme 1 is called Kyydit {MARKS} (fi)"),
        (("import", "ideas", "ideat [x].csv", "--dry-run"), f"Kunta {MARKS}"),
        (("import", "ideas", "ideat [x].csv", "--dry-run"), "Not read: Muuta [/x]."),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_commands_lose_nothing_of_what_was_written(filled: Command, words: tuple[str, ...], marked: str) -> None:
    """Titles, sentences, names and questions in brackets are printed whole."""
    filled("match")

    outcome = filled(*words)

    assert outcome.code == 0
    assert marked in outcome.out


def test_the_list_of_edits_loses_nothing(filled: Command) -> None:
    """A theme that was named in brackets is so in the list of themes and in that of edits."""
    filled("match")
    filled("themes", "rename", "1", "--fi", f"Kyydit {MARKS}")

    assert f"Kyydit {MARKS}" in filled("themes", "--language", "fi").out
    assert f"Kyydit {MARKS} (fi)" in filled("themes", "edits").out


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("import", "ideas", "[/x].csv"), 1, "[/x].csv"),
        (("import", "ideas", "ideat [x].csv", "--dry-run"), 0, "ideat [x].csv, row 5"),
        (("export", "ideas", "--output", "ulos [x].csv"), 0, "written to ulos [x].csv."),
        (("export", "ideas", "--output", "[/x]/ulos.csv"), 1, "[/x]/ulos.csv"),
        (("partners", "--organisation", "[/x]"), 1, "'[/x]'"),
        (("eligibility", "1", "--call", "[/x]"), 1, "'[/x]'"),
        (("evaluate", "themes", "[/x].tsv"), 1, "[/x].tsv"),
        (("evaluate", "search", "--pairs", "[/x].jsonl"), 1, "[/x].jsonl"),
        (("evaluate", "register", "--twins", "[/x].csv"), 1, "[/x].csv"),
        (("calls", "--language", "[/x]"), 2, "'[/x]'"),
        (("export", "ideas", "--output", "ulos.[x]"), 2, "'ulos.[x]'"),
        (("[/x]",), 2, "'[/x]'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_said_beside_loses_nothing(filled: Command, words: tuple[str, ...], code: int, named: str) -> None:
    """Names of files and wrong values are told as they came, in brackets too."""
    outcome = filled(*words)

    assert outcome.code == code
    assert named in outcome.err
    assert "Traceback" not in outcome.err


def _open_terminal(columns: int) -> tuple[int, int]:
    """Return both ends of a terminal so wide: what reads it, and what is written to."""
    reader, writer = pty.openpty()
    ioctl(writer, termios.TIOCSWINSZ, struct.pack("HHHH", 25, columns, 0, 0))
    return reader, writer


def test_a_table_is_folded_for_a_terminal_alone(kumppani: Command, tmp_path: Path) -> None:
    """In a pipe each call is one line; a terminal of 60 columns shows no line that is longer, and all of each word."""
    kumppani("init")
    subjects = [call["subject"]["fi"] for call in json.loads(kumppani("calls", "--json").out)]
    command = [sys.executable, "-m", "web.cli.main", "calls"]
    environment = {**os.environ, "KUMPPANI_VAR": str(tmp_path / "var"), "TERM": "xterm", "NO_COLOR": "1"}
    environment.pop("COLUMNS", None)
    reader, writer = _open_terminal(60)

    piped = subprocess.run(command, cwd=ROOT, env=environment, stdin=writer, capture_output=True, check=True).stdout
    subprocess.run(command, cwd=ROOT, env=environment, stdin=writer, stdout=writer, check=True)
    os.close(writer)
    shown = re.sub(r"\x1b\[[\d;]*m", "", b"".join(iter(lambda: _read(reader), b"")).decode())

    rows = [line.split("│") for line in piped.decode().splitlines() if line.startswith("│")]
    assert sorted(row[2].strip() for row in rows) == sorted(subjects)
    assert max(map(len, shown.splitlines())) <= 60
    assert "…" not in piped.decode() + shown


def test_an_output_of_another_encoding_is_no_failure(kumppani: Command, tmp_path: Path) -> None:
    """People see a question mark for what it can't hold; the JSON for programs is the same."""
    kumppani("init")
    command = [sys.executable, "-m", "web.cli.main", "calls"]
    environment = {**os.environ, "KUMPPANI_VAR": str(tmp_path / "var")}

    def run(encoding: str, *options: str) -> str:
        """Return what the command prints in one encoding."""
        own = {**environment, "PYTHONIOENCODING": encoding}
        done = subprocess.run([*command, *options], cwd=ROOT, env=own, capture_output=True, check=True)
        return done.stdout.decode(encoding)

    assert "Rakennettu ymp?rist?" in run("ascii")
    assert "Rakennettu ympäristö" in run("utf-8")
    assert json.loads(run("ascii", "--json")) == json.loads(run("utf-8", "--json"))


def _read(reader: int) -> bytes:
    """Return what is there to be read of a terminal, nothing once its other end is closed."""
    try:
        return os.read(reader, 65_536)
    except OSError:
        return b""
