"""How long a match takes beside BERTopic on the same texts and vectors, by turns in one run, both warm."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np

from tests.benchmarks.timing import time_work
from web.wiring import Services, make_services

_ROOT: Final = Path(__file__).parents[2]
_PYTHON: Final = _ROOT / ".venv-bertopic" / "bin" / "python"
_N_WARM_UPS: Final = 2  # the first fit compiles, the second still loads
_N_ROUNDS: Final = 5


@dataclass(frozen=True, slots=True)
class _Fit:
    """One fit of BERTopic."""

    seconds: float
    n_topics: int
    unassigned: float


def measure_beside_bertopic(services: Services, name: str) -> Iterator[str]:
    """Yield lines of figures: what a match computes from known vectors, against BERTopic's topics.

    Drawing the map anew is what BERTopic does and more: themes with their firmness, names in three languages, and
    places on the map. A whole match reads besides all words, needs, calls, the register and partners, as the first one
    of a server does. BERTopic finds topics and their words as it does by default. It needs `.venv-bertopic/`, which
    `make bench` sets up.
    """
    if not _PYTHON.exists():
        yield "Without BERTopic: .venv-bertopic/ is not there; `make bench` sets it up."
        return
    services.keeper.refresh()
    index = services.keeper.current.index
    assert index.profiles is not None
    given = services.settings.var / "given.npz"
    np.savez(given, texts=np.array([passage.text for passage in index.passages]), vectors=index.profiles)
    command = [str(_PYTHON), str(Path(__file__).with_name("bertopic_fit.py")), str(given)]
    drawn: list[float] = []
    whole: list[float] = []
    fits: list[_Fit] = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        for round_number in range(_N_WARM_UPS + _N_ROUNDS):
            figures = (
                time_work(lambda: services.keeper.refresh(is_anew=True)),
                _time_whole_match(services),
                _fit(other),
            )
            if round_number >= _N_WARM_UPS:
                drawn.append(figures[0])
                whole.append(figures[1])
                fits.append(figures[2])
    yield _compare(f"{len(index.ideas)} {name}, vectors known: themes, names and map anew", drawn, fits)
    yield _compare(f"{len(index.ideas)} {name}, vectors known: whole match", whole, fits)
    topics = ", ".join(f"{fit.n_topics} with {fit.unassigned:.0%} in none" for fit in fits)
    yield f"{len(index.ideas)} {name}: topics of BERTopic: {topics}"


def _time_whole_match(services: Services) -> float:
    """Return the seconds of a whole match by a keeper that knows nothing but the vectors, which are in the database."""
    beside = make_services(services.settings)
    beside.keeper.open()
    seconds = time_work(lambda: beside.keeper.refresh(is_anew=True))
    beside.database.close()
    return seconds


def _compare(what: str, own: list[float], fits: list[_Fit]) -> str:
    """Return a line that compares seconds with those of BERTopic, in pairs."""
    ratios = [mine / fit.seconds for mine, fit in zip(own, fits, strict=True)]
    return (
        f"{what} {median(own):.2f} s, BERTopic {median(fit.seconds for fit in fits):.2f} s;"
        f" {median(ratios):.2f} × in pairs ({min(ratios):.2f}–{max(ratios):.2f})"
    )


def _fit(other: "subprocess.Popen[str]") -> _Fit:
    """Let BERTopic fit once more and return its figures."""
    assert other.stdin is not None
    assert other.stdout is not None
    other.stdin.write("\n")
    other.stdin.flush()
    seconds, n_topics, unassigned = other.stdout.readline().split()
    return _Fit(float(seconds), int(n_topics), float(unassigned))
