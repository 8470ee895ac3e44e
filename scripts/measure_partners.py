"""Measures the shipped evaluations anew: `python -m scripts.measure_partners FOLDER` with the data sets in FOLDER.

Each file is what the command itself prints with `--json`; data/evaluations/README.md tells where the data come from.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from data.evaluations import FOLDER

ROOT: Final = Path(__file__).parents[1]
MEASUREMENTS: Final = {
    "partners-dk-5-folds": ("partners-dk", "--folds", "5"),
    "partners-dk-from-2010-01": ("partners-dk", "--cut", "2010-01-01"),
    "partners-public-from-2023-07": ("partners-public", "--cut", "2023-07-01"),
    "partners-eu-5-folds": ("partners-eu", "--folds", "5"),
}
"""By the name of the file: the folder of the data set, and how it is parted."""


def main() -> None:
    """Measure and write, one file after another."""
    (data_sets,) = map(Path, sys.argv[1:])
    for name, (folder, *parted) in MEASUREMENTS.items():
        command = [sys.executable, "-m", "web.cli.main", "evaluate", "partners", "--json", "--projects"]
        words = [*command, str(data_sets / folder / "projects.jsonl"), *parted]
        done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603 - our own command
        (FOLDER / f"{name}.json").write_bytes(done.stdout)
        sys.stdout.write(f"{name}.json written\n")


if __name__ == "__main__":
    main()
