"""Documents that are complete, and generated ones that are not stale."""

import re
from pathlib import Path
from typing import Final

import pytest
from typer.testing import CliRunner

from scripts.write_docs import DOCS, GENERATED, list_commands
from web.cli.main import app

ROOT: Final = Path(__file__).parents[2]
RECORDS: Final = sorted((DOCS / "adr").glob("*.md"))


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_generated_documents_are_up_to_date(name: str) -> None:
    """What `python -m scripts.write_docs` would write is what is there."""
    written = (DOCS / name).read_text(encoding="utf-8")

    assert written == re.sub(r"\n{3,}", "\n\n", GENERATED[name]())


@pytest.mark.parametrize("words", list(list_commands()), ids=" ".join)
def test_every_command_explains_itself(words: tuple[str, ...]) -> None:
    """--help ends well and says more than the usage line."""
    shown = CliRunner().invoke(app, [*words, "--help"])

    assert shown.exit_code == 0
    assert len(shown.output.splitlines()) > 4


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_decision_has_its_three_parts(path: Path) -> None:
    """A record has a title without a number, context, decision and consequences."""
    text = path.read_text(encoding="utf-8")

    assert re.match(r"# \D", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE)[:3] == ["Context", "Decision", "Consequences"]


def test_links_between_documents_lead_somewhere() -> None:
    """Every relative link in a document names a file that is there."""
    pages = [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "data").rglob("*.md")]
    missing = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert missing == []
