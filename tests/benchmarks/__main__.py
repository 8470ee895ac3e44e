"""Runs the benchmarks that the data at hand allow."""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.search_speed import measure_search
from web.settings import Settings


def main() -> None:
    """Measure and print, or say what is missing."""
    folder = Settings().bench_data
    titles = None if folder is None else folder / "titles-fi" / "titles.csv"
    if titles is None or not titles.is_file():
        sys.stdout.write("Skipped: KUMPPANI_BENCH_DATA names no folder with titles-fi/titles.csv.\n")
        return
    with tempfile.TemporaryDirectory() as scratch:
        for line in measure_search(titles, Path(scratch)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
