"""Commands that answer: match, search, similar."""

from collections.abc import Sequence
from typing import Annotated

import typer

from models.idea import IdeaId
from models.language import FINNISH
from models.largest_number import LARGEST_NUMBER
from models.run import RunId
from models.search import SearchHit
from web.cli.asked import check_asked
from web.cli.console import OUT, JsonOption, make_table, open_services, print_json, show_progress
from web.wiring import Services

HitsOption = Annotated[int, typer.Option("--hits", min=1, max=100, help="How many ideas to show.")]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(match)
    app.command()(search)
    app.command()(similar)


def match(
    *,
    full: Annotated[
        bool, typer.Option("--full", help="Encode everything and draw the theme map anew, also where nothing changed.")
    ] = False,
    run: Annotated[
        int | None,
        typer.Option(
            "--replay", min=1, max=LARGEST_NUMBER, help="Compute this run again and say whether the same comes out."
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Compute what searches, themes and suggestions need; only what is new or changed is encoded and placed."""
    services = open_services()
    if run is not None:
        _replay(services, RunId(run), as_json=as_json)
        return
    if full:
        with services.database.writing() as stores:
            stores.vectors.clear(services.encoder.model)
    refresh(services, is_anew=full)
    snapshot = services.keeper.current
    n_ideas = len(snapshot.catalogue.ideas)
    n_themes = 0 if snapshot.theme_map is None else len(snapshot.theme_map.themes)
    if as_json:
        print_json({"ideas": n_ideas, "themes": n_themes, "run": snapshot.map_run_id, "model": services.encoder.model})
    else:
        OUT.print(f"{n_ideas} ideas can be searched by meaning, with the model {services.encoder.model}.")
        OUT.print(f"They are in {n_themes} themes, drawn by run {snapshot.map_run_id}.")


def search(
    text: Annotated[str, typer.Argument(help="What you have in mind, in Finnish, Swedish or English.")],
    *,
    n_hits: HitsOption = 10,
    as_json: JsonOption = False,
) -> None:
    """Find ideas that say the same, in any of the three languages."""
    check_asked(text=text)
    services = open_services()
    refresh(services)
    result = services.keeper.search(text, n_hits=n_hits)
    if as_json:
        from web.api.schemas.search import describe_search

        print_json(describe_search(services.keeper.current.catalogue, result).model_dump(mode="json"))
        return
    if not result.hits:
        OUT.print("No idea clearly answers this. These come nearest, but may be about something else:")
    _print_hits(services, result.hits or result.nearest)


def similar(
    idea: Annotated[int, typer.Argument(help="Number of the idea.")],
    *,
    n_hits: HitsOption = 5,
    as_json: JsonOption = False,
) -> None:
    """Find the ideas most like one."""
    check_asked(idea=idea)
    services = open_services()
    refresh(services)
    if as_json:
        from web.api.schemas.search import list_similar

        print_json(list_similar(services.keeper.current, IdeaId(idea), n_hits=n_hits).model_dump(mode="json"))
        return
    _print_hits(services, services.keeper.similar(IdeaId(idea), n_hits=n_hits))


def refresh(services: Services, *, is_anew: bool = False) -> None:
    """Bring everything up to date, with a bar; `is_anew` draws the theme map as a whole."""
    with show_progress("Reading the ideas") as report:
        services.keeper.refresh(report, is_anew=is_anew)


def _replay(services: Services, run_id: RunId, *, as_json: bool) -> None:
    """Compute a run again and say what came of it; a difference is exit code 1."""
    refresh(services)
    is_same = services.keeper.replay(run_id)
    if as_json:
        print_json({"run": run_id, "same": is_same})
    else:
        OUT.print(f"Run {run_id}, computed again, gives {'the same' if is_same else 'another'} theme map.")
    if not is_same:
        raise typer.Exit(1)


def _print_hits(services: Services, hits: Sequence[SearchHit]) -> None:
    """Print hits as a table."""
    table = make_table("", "Idea", "Title", "Lead", "Why")
    catalogue = services.keeper.current.catalogue
    for position, hit in enumerate(hits, start=1):
        idea = catalogue.get_idea(hit.idea_id)
        lead = idea.lead
        party = None if lead is None or lead.organisation_id is None else catalogue.organisations[lead.organisation_id]
        name = party.name.in_language(FINNISH) if party else "" if lead is None else lead.written
        table.add_row(str(position), str(idea.id), idea.title, name, hit.best_sentence)
    OUT.print(table)
