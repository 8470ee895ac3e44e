"""The command `kumppani`."""

import sys
from typing import Final

import typer

from models.errors import KumppaniError
from web.cli import ask, calls, eligibility, evaluate, export_files, import_files, partners, reuse, run, themes
from web.cli.console import ERR, replace_unprintable

app: Final = typer.Typer(
    name="kumppani",
    help="Kumppani: where municipalities find the others they should apply with.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for commands in (run, import_files, ask, themes, partners, reuse, eligibility, calls, evaluate, export_files):
    commands.register(app)


def main() -> None:
    """Run the command line; a known problem is one line on stderr and exit code 1, wrong usage is 2."""
    replace_unprintable()
    try:
        app()
    except KumppaniError as error:
        ERR.print(f"kumppani: {error}", soft_wrap=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
