"""Commands that bring files in: import ideas."""

import getpass
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

import typer

from matcher.import_ideas import import_ideas
from models.call import CallId
from models.import_plan import ImportPlan
from models.organisation import Organisation, OrganisationId
from web.cli.console import ERR, OUT, JsonOption, open_services, print_json
from web.wiring import read_idea_file

_SHOWN: Final = 20  # taste: a screenful; all of it is in --json
MapOption = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="COLUMN=FIELD", help="Which field a column fills, where it can't be guessed."),
]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    group = typer.Typer(help="Bring a file in: CSV, XLSX or JSON.", no_args_is_help=True)
    group.command("ideas")(import_ideas_file)
    app.add_typer(group, name="import")


def import_ideas_file(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX or JSON file with one idea a row; a title is enough.")],
    *,
    call: Annotated[str | None, typer.Option(help="Call of the rows that name none, such as 2019-2.")] = None,
    mapped: MapOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen and store nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Import ideas: accepted rows are all stored or none; the same file again changes nothing."""
    overrides = dict(_split_mapping(entry) for entry in mapped or [])
    services = open_services()
    plan = import_ideas(
        read_idea_file(file, overrides),
        database=services.database,
        actor=f"command line: {getpass.getuser()}",
        column_overrides=overrides,
        default_call=None if call is None else CallId(call),
        dry_run=dry_run,
    )
    if as_json:
        print_json(_describe(plan, dry_run=dry_run))
        return
    with services.database.reading() as stores:
        organisations = {organisation.id: organisation for organisation in stores.organisations.list_all()}
    _print_plan(plan, organisations, dry_run=dry_run)


def _split_mapping(entry: str) -> tuple[str, str]:
    """Return the column and the field of `COLUMN=FIELD`."""
    column, equals, field = entry.rpartition("=")
    if not (column and equals and field):
        message = f"Expected --map COLUMN=FIELD such as --map Nimi=title, but got {entry!r}."
        raise typer.BadParameter(message)
    return column.strip(), field.strip()


def _describe(plan: ImportPlan, *, dry_run: bool) -> dict[str, object]:
    """Return a plan as it is shown to programs."""
    return {
        "source": plan.source,
        "dry_run": dry_run,
        "columns": {
            column: None if field is None else field.value
            for column, field in zip(plan.columns.columns, plan.columns.fields, strict=True)
        },
        "added": plan.n_added,
        "updated": plan.n_updated,
        "unchanged": plan.n_unchanged,
        "refused": plan.n_refused,
        "without_text": plan.n_without_text,
        "refusals": [
            {"row": each.row, "column": each.column, "expected": each.expected, "got": each.got}
            for each in plan.refusals
        ],
        "unresolved": [
            {"row": each.row, "written": each.written, "did_you_mean": list(each.did_you_mean)}
            for each in plan.unresolved
        ],
    }


def _print_plan(plan: ImportPlan, organisations: Mapping[OrganisationId, Organisation], *, dry_run: bool) -> None:
    """Print what an import did, or would do."""
    read = [
        f"{column} → {field.value}"
        for column, field in zip(plan.columns.columns, plan.columns.fields, strict=True)
        if field is not None
    ]
    OUT.print(f"Columns: {', '.join(read)}.")
    if plan.columns.ignored:
        OUT.print(f"Not read: {', '.join(plan.columns.ignored)}.")
    OUT.print(
        f"{'Would be' if dry_run else 'Ideas'}: {plan.n_added} added, {plan.n_updated} updated,"
        f" {plan.n_unchanged} unchanged, {plan.n_refused} refused."
    )
    if plan.n_without_text:
        OUT.print(
            f"With a title and no text: {plan.n_without_text} of {len(plan.rows)}."
            " So few words tell little to match by; a few sentences on what is wanted help."
        )
    for refusal in plan.refusals[:_SHOWN]:
        ERR.print(str(refusal), soft_wrap=True)
    _say_more(len(plan.refusals))
    names = dict.fromkeys((each.written, each.did_you_mean) for each in plan.unresolved)
    if names:
        OUT.print(f"{len(names)} names of organisations are kept as written, for they were not resolved:")
    for written, candidates in list(names)[:_SHOWN]:
        guesses = ", ".join(organisations[each].name.fi for each in candidates if each in organisations)
        OUT.print(f"  {written}{' – did you mean ' + guesses + '?' if guesses else ''}")
    _say_more(len(names))


def _say_more(n_all: int) -> None:
    """Say how many lines of a list were left out."""
    if n_all > _SHOWN:
        OUT.print(f"  … and {n_all - _SHOWN} more; --json lists all.")
