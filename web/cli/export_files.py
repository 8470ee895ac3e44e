"""Commands that write files: export ideas, export themes, export graph."""

import json
import sys
from pathlib import Path
from typing import Annotated, Final, TypeVar

import typer

from models.graph import GraphFormat
from models.sheet import FileFormat
from web.cli.ask import refresh
from web.cli.console import open_services, write_file
from web.wiring import export_graph, export_ideas

Format = TypeVar("Format", FileFormat, GraphFormat)

OutputOption = Annotated[
    Path | None, typer.Option(help="Where to write; standard output where it is not given, save for XLSX.")
]
_NO_TERMINAL: Final = {FileFormat.XLSX}


def register(app: typer.Typer) -> None:
    """Add these commands."""
    group = typer.Typer(help="Write a file.", no_args_is_help=True)
    group.command("ideas")(export_ideas_file)
    group.command("themes")(export_themes_file)
    group.command("graph")(export_graph_file)
    app.add_typer(group, name="export")


def export_ideas_file(
    *,
    output: OutputOption = None,
    file_format: Annotated[
        FileFormat | None,
        typer.Option("--format", help="The format; that of the file's ending, or CSV, where it is not given."),
    ] = None,
) -> None:
    """Export all ideas so that they can be imported again unchanged; their origin travels with them."""
    chosen = file_format or _read_format(output, FileFormat.CSV)
    if output is None and chosen in _NO_TERMINAL:
        message = "Expected --output FILE for a workbook, which can't be shown on a terminal."
        raise typer.BadParameter(message)
    services = open_services()
    with services.database.reading() as stores:
        ideas = stores.ideas.list_all()
    _write(export_ideas(ideas, chosen), output, what=f"{len(ideas)} ideas")


def export_themes_file(*, output: OutputOption = None) -> None:
    """Export the themes and where each idea lies, as `/api/v1/map` answers it (JSON)."""
    from web.api.schemas.theme_map import describe_theme_map

    if output is not None and output.suffix.lower() not in {"", ".json"}:
        message = f"Expected a file that ends in .json, but {output.name!r} came; themes are written as JSON."
        raise typer.BadParameter(message)
    services = open_services()
    refresh(services)
    answer = describe_theme_map(services.keeper.current)
    content = json.dumps(answer.model_dump(mode="json"), ensure_ascii=False, indent=1).encode()
    _write(content, output, what=f"{len(answer.themes)} themes")


def export_graph_file(
    *,
    output: OutputOption = None,
    file_format: Annotated[
        GraphFormat | None,
        typer.Option("--format", help="The format; that of the file's ending, or GraphML, where it is not given."),
    ] = None,
) -> None:
    """Export the graph of organisations, ideas and projects, for Gephi, networkx and the like."""
    from web.whole_graph import build_whole_graph

    chosen = file_format or _read_format(output, GraphFormat.GRAPHML)
    services = open_services()
    refresh(services)
    graph = build_whole_graph(services.keeper.current)
    content = export_graph(graph, chosen)
    _write(content, output, what=f"a graph of {len(graph)} nodes and {graph.number_of_edges()} edges")


def _write(content: bytes, output: Path | None, *, what: str) -> None:
    """Write a file and say so, or write to standard output."""
    if output is None:
        sys.stdout.buffer.write(content)
        return
    write_file(output, content, what=what)


def _read_format(output: Path | None, usual: Format) -> Format:
    """Return the format that the ending of a file names, the usual one where it has none; refuse any other ending."""
    formats = type(usual)
    if output is None or not output.suffix:
        return usual
    ending = output.suffix.lower().lstrip(".")
    if ending not in set(formats):
        endings = " or ".join(f".{each}" for each in formats)
        message = f"Expected a file that ends in {endings}, but {output.name!r} came; or name the format by --format."
        raise typer.BadParameter(message)
    return formats(ending)
