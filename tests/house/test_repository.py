"""What may not be in the repository."""

import re
import subprocess
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
TEXT: Final = {".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".mjs", ".json", ".po", ".sh", ".csv", ".tsv", ""}


def _files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / line for line in listed.splitlines() if (ROOT / line).is_file()]


def _offenders(pattern: str) -> list[str]:
    wanted = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in _files()
        if path.suffix in TEXT and path != Path(__file__)
        for found in [wanted.search(path.read_text(encoding="utf-8"))]
        if found
    ]


def test_no_path_of_one_machine() -> None:
    """Nothing names a home folder or a folder of the machine it was written on."""
    assert _offenders(r"/(?:work|root|home|Users)/[a-z]") == []


def test_no_address_of_a_package_registry() -> None:
    """Where packages come from is the business of the machine that installs them."""
    assert _offenders(r"https?://(?:pypi\.org|files\.pythonhosted|registry\.npmjs|deb\.debian)|\"resolved\":") == []


def test_no_third_party_code() -> None:
    """What others wrote is installed, never committed."""
    assert [path for path in _files() if "vendor" in path.parts or "node_modules" in path.parts] == []


def test_addresses_of_people_are_invented_as_such() -> None:
    """A mail address in the repository ends in .invalid."""
    assert _offenders(r"[\w.+-]+@(?!.*\.invalid)[\w-]+\.(?:fi|com|org|net|se)\b") == []
