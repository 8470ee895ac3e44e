"""The rooms and their directions, as failing tests."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
ROOMS: Final = ("models", "matcher", "data", "web")
MOST_LINES: Final = 300


def _modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in (ROOT / folder).rglob("*.py") if "versions" not in path.parts)


def test_imports_follow_the_rooms() -> None:
    """The contracts of pyproject.toml hold: web, then matcher and data side by side, then models."""
    done = subprocess.run(  # the same command that `make lint` runs
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [*_modules(*ROOMS, "tests", "scripts")], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    """A module has at most 300 lines and begins with a docstring."""
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= MOST_LINES
    assert ast.get_docstring(ast.parse(text))


def test_no_module_is_a_drawer_for_everything() -> None:
    """No module is called utils, helpers, common or misc."""
    drawers = {"utils", "util", "helpers", "common", "misc"}

    assert [path for path in _modules(*ROOMS, "tests") if path.stem in drawers] == []


def test_templates_styles_and_scripts_are_short() -> None:
    """What the pages are made of keeps to the same length as modules."""
    parts = [
        path
        for pattern in ("*.html", "*.css", "*.js")
        for path in (ROOT / "web").rglob(pattern)
        if "vendor" not in path.parts
    ]

    assert parts
    assert [path for path in parts if len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES] == []


def test_public_functions_of_the_matcher_are_documented() -> None:
    """Every public function and class of the matcher says what it returns or is."""
    missing = [
        f"{path.name}: {node.name}"
        for path in _modules("matcher")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]

    assert missing == []
