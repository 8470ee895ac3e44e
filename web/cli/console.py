"""How commands speak: tables and bars for people, JSON for programs, one line on stderr for a known problem.

The only room that makes consoles and tables: what ideas and users write is printed as it is, whatever brackets it has.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Final

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from matcher.ports import Database, ReportProgress
from models.errors import UnwritableFileError
from web.parameter_problems import describe_complaint
from web.settings import Settings
from web.too_few import write_note
from web.wiring import Services, make_database, make_services

_UNFOLDED: Final = 100_000  # columns where no terminal is written to: more than any row has


def _make_console(*, stderr: bool = False) -> Console:
    """Return a console that prints texts as they are: no markup, no emoji by name, folded for terminals alone."""
    console = Console(stderr=stderr, markup=False, emoji=False, highlight=False)
    if not console.is_terminal:
        console.width = _UNFOLDED
    return console


OUT: Final = _make_console()
ERR: Final = _make_console(stderr=True)

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]

_STEPS: Final = {
    "read": "Making the language model, once: reading the packed weights",
    "tokenizer": "Making the language model, once: tokenizer",
    "network": "Making the language model, once: network",
    "save": "Making the language model, once: saving",
}


def report_step(step: str) -> None:
    """Tell on stderr which step of making the language model begins."""
    ERR.print(f"{_STEPS.get(step, step)} …", style="dim")


def replace_unprintable() -> None:
    """Let a letter that an output of another encoding can't hold come out as a question mark, not as a failure."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def read_settings(**options: object) -> Settings:
    """Return the settings, with options of the command in front; one that can't be used is wrong usage."""
    try:
        return Settings(**options)  # type: ignore[arg-type]
    except ValidationError as error:
        message = " ".join(
            f"Expected KUMPPANI_{each.parameter.upper()} to be {each.expected}, but {each.came!r} came."
            for each in map(describe_complaint, error.errors())
        )
        raise typer.BadParameter(message) from error


def open_services(settings: Settings | None = None) -> Services:
    """Return the services of this installation, its database checked."""
    services = make_services(settings or read_settings(), report_step=report_step)
    services.database.check_version()
    return services


def open_database() -> Database:
    """Return the database of this installation, checked: for what needs neither model nor matcher."""
    database = make_database(read_settings())
    database.check_version()
    return database


def make_table(*headers: str, title: str | None = None) -> Table:
    """Return an empty table; a word longer than its column goes on in the next line, nothing is cut off."""
    return Table(*(Column(header, overflow="fold") for header in headers), title=title)


def print_json(value: object) -> None:
    """Print a value as JSON, one document; letters that the output can't hold are escaped, as JSON has it."""
    is_ascii = "utf" not in sys.stdout.encoding.lower()
    print(json.dumps(value, ensure_ascii=is_ascii, indent=2, default=str))


def tell_note(n_measured: int) -> dict[str, str]:
    """Return the field `note` of JSON where too little was measured to show anything, no field elsewhere."""
    note = write_note(n_measured)
    return {} if note is None else {"note": note}


def print_note(n_measured: int) -> None:
    """Say below figures that too little was measured for them to mean anything, where that is so."""
    if (note := write_note(n_measured)) is not None:
        OUT.print(note, style="bold")


def write_file(path: Path, content: bytes, *, what: str) -> None:
    """Write a file and say on stderr what is in it, or raise UnwritableFileError."""
    try:
        path.write_bytes(content)
    except OSError as error:
        message = f"Expected to write {what} to {path}, but that can't be done: {error.strerror}."
        raise UnwritableFileError(message) from error
    ERR.print(f"{what[:1].upper()}{what[1:]} written to {path}.", soft_wrap=True)


@contextmanager
def show_progress(task: str) -> Iterator[ReportProgress]:
    """Give a function that moves a bar on stderr; nothing is drawn where nobody watches."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal) as progress:
        bar = progress.add_task(task, total=None)

        def report(n_done: int, n_all: int) -> None:
            progress.update(bar, completed=n_done, total=n_all)

        yield report
