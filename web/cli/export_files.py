"""Commands that write files: export ideas."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from models.sheet import FileFormat
from web.cli.console import ERR, open_services
from web.wiring import export_ideas


def register(app: typer.Typer) -> None:
    """Add these commands."""
    group = typer.Typer(help="Write a file: CSV, XLSX or JSON.", no_args_is_help=True)
    group.command("ideas")(export_ideas_file)
    app.add_typer(group, name="export")


def export_ideas_file(
    *,
    output: Annotated[
        Path | None, typer.Option(help="Where to write; standard output where it is not given, save for XLSX.")
    ] = None,
    file_format: Annotated[
        FileFormat | None,
        typer.Option("--format", help="The format; that of the file's ending, or CSV, where it is not given."),
    ] = None,
) -> None:
    """Export all ideas so that they can be imported again unchanged; their origin travels with them."""
    chosen = file_format or _guess_format(output)
    if output is None and chosen is FileFormat.XLSX:
        message = "Expected --output FILE for a workbook, which can't be shown on a terminal."
        raise typer.BadParameter(message)
    services = open_services()
    with services.database.reading() as stores:
        ideas = stores.ideas.list_all()
    content = export_ideas(ideas, chosen)
    if output is None:
        sys.stdout.buffer.write(content)
        return
    output.write_bytes(content)
    ERR.print(f"{len(ideas)} ideas written to {output}.", highlight=False)


def _guess_format(output: Path | None) -> FileFormat:
    """Return the format that the ending of a file names, CSV where it names none."""
    ending = "" if output is None else output.suffix.lower().lstrip(".")
    return FileFormat(ending) if ending in set(FileFormat) else FileFormat.CSV
