"""Writes the generated documents: the command line from its help, the settings from their descriptions.

`python -m scripts.write_docs` writes them; a test compares them with what this module would write.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import typer.main
from typer.testing import CliRunner

from web.cli.main import app
from web.settings import Settings

DOCS: Final = Path(__file__).parents[1] / "docs"
_WIDTH: Final = {"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"}


def describe_commands() -> str:
    """Return docs/cli.md: the help of every command, as the terminal shows it."""
    parts = [
        "# The command line\n",
        "Every command has `--help`; those that answer something have `--json`.",
        "Exit codes: 0 done, 1 a known problem said in one line on stderr, 2 wrong usage.",
        "`make` puts the command into `.venv/bin/kumppani`.\n",
    ]
    for words in list_commands():
        shown = CliRunner().invoke(app, [*words, "--help"], env=_WIDTH, prog_name="kumppani").output
        text = "\n".join(line.rstrip() for line in shown.strip().splitlines())
        parts.append(f"## `kumppani {' '.join(words)}`\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def list_commands() -> Iterator[tuple[str, ...]]:
    """Yield the words of every command, groups before what is in them."""
    command = typer.main.get_command(app)
    for name in sorted(command.commands):  # type: ignore[attr-defined]
        yield (name,)
        for inner in sorted(getattr(command.commands[name], "commands", {})):  # type: ignore[attr-defined]
            yield (name, inner)


def describe_settings() -> str:
    """Return docs/settings.md: one row a setting."""
    rows = [
        f"| `KUMPPANI_{name.upper()}` | {_show_default(field.default)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(
        [
            "# Settings\n",
            "Read once from the environment or from `.env`; options of a command go first.\n",
            "| variable | default | what it is |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


def _show_default(value: object) -> str:
    """Return a default as it is written in the environment."""
    return "none" if value is None else f"`{value}`"


GENERATED: Final = {"cli.md": describe_commands, "settings.md": describe_settings}
"""What each generated document is written by."""


def main() -> None:
    """Write all generated documents."""
    for name, describe in GENERATED.items():
        (DOCS / name).write_text(re.sub(r"\n{3,}", "\n\n", describe()), encoding="utf-8")


if __name__ == "__main__":
    main()
