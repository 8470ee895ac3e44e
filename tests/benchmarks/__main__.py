"""Runs the benchmarks that the data at hand allow."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.match_speed import measure_matching
from tests.benchmarks.search_speed import measure_search
from web.settings import Settings


def main() -> None:
    """Measure and print, or say what is missing."""
    folder = Settings().bench_data
    titles = None if folder is None else folder / "titles-fi" / "titles.csv"
    if titles is None or not titles.is_file():
        sys.stdout.write("Without titles: KUMPPANI_BENCH_DATA names no folder with titles-fi/titles.csv.\n")
        titles = None
    with tempfile.TemporaryDirectory() as scratch:
        for line in _measure(titles, Path(scratch)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


def _measure(titles: Path | None, scratch: Path) -> Iterator[str]:
    """Yield the lines of all benchmarks; the bundled model is made where it is missing."""
    built = Settings().var / "models" / "multilingual-e5-small-q4"
    model = str(built) if built.is_dir() else None
    yield from measure_matching(model, scratch / "match", titles=titles)
    if titles is not None:
        yield from measure_search(titles, model, scratch / "search")


if __name__ == "__main__":
    main()
