"""The command `calls`."""

from collections.abc import Sequence
from datetime import UTC, datetime

import typer
from rich.table import Table

from models.call import Call
from models.language import FINNISH, LANGUAGES, LanguageCode
from web.call_order import STATES_IN_ORDER, sort_calls
from web.cli.console import OUT, JsonOption, make_table, open_database, print_json
from web.cli.themes import LanguageOption


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(calls)


def calls(*, language: LanguageOption = FINNISH, as_json: JsonOption = False) -> None:
    """Show the funding calls: which can be applied for, until when, and what came of the others."""
    if language not in LANGUAGES:
        message = f"Expected one of the languages {', '.join(LANGUAGES)}, but {language!r} came."
        raise typer.BadParameter(message)
    with open_database().reading() as stores:
        known = stores.calls.list_all()
    moment = datetime.now(UTC)
    if as_json:
        from web.api.schemas.call import describe_call

        print_json([describe_call(call, moment).model_dump(mode="json") for call in known])
        return
    OUT.print(tabulate_calls(known, moment, language=LanguageCode(language)))


def tabulate_calls(known: Sequence[Call], moment: datetime, *, language: LanguageCode) -> Table:
    """Return the calls as a table as they are at a moment, what can be acted on first; an empty cell is not known."""
    table = make_table("Call", "Subject", "State", "Closes", "Applications", "Grants", "Granted")
    for state in STATES_IN_ORDER:
        for call in sort_calls([each for each in known if each.state_at(moment) is state], state):
            closes = "" if call.closes is None else call.closes.isoformat()
            table.add_row(
                call.id,
                call.subject.in_language(language),
                state.value,
                closes if call.closes_time is None else f"{closes} {call.closes_time:%H:%M}",
                *("" if value is None else str(value) for value in (call.n_applications, call.n_granted)),
                "" if call.granted_eur is None else f"{call.granted_eur:,} €",
            )
    return table
