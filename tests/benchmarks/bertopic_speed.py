"""How long a whole match takes beside BERTopic on the same texts and vectors, by turns in one run, both warm."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np

from matcher.snapshot_keeper import SnapshotKeeper
from tests.benchmarks.timing import time_work

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


def measure_beside_bertopic(keeper: SnapshotKeeper, name: str, scratch: Path) -> Iterator[str]:
    """Yield a line of figures: everything a match computes from known vectors, against BERTopic's topics alone.

    The match reads words, purposes and rules, the register and partners besides themes, names and the map; BERTopic
    finds topics and their words as it does by default. It needs `.venv-bertopic/`, which `make bench` sets up.
    """
    if not _PYTHON.exists():
        yield "Without BERTopic: .venv-bertopic/ is not there; `make bench` sets it up."
        return
    keeper.refresh()
    index = keeper.current.index
    assert index.profiles is not None
    given = scratch / "given.npz"
    np.savez(given, texts=np.array([passage.text for passage in index.passages]), vectors=index.profiles)
    command = [str(_PYTHON), str(Path(__file__).with_name("bertopic_fit.py")), str(given)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        for _ in range(_N_WARM_UPS):
            keeper.refresh(is_anew=True)
            _fit(other)
        own, fits = [], []
        for _ in range(_N_ROUNDS):
            own.append(time_work(lambda: keeper.refresh(is_anew=True)))
            fits.append(_fit(other))
    ratios = [mine / fit.seconds for mine, fit in zip(own, fits, strict=True)]
    topics = ", ".join(f"{fit.n_topics} with {fit.unassigned:.0%} in none" for fit in fits)
    yield (
        f"{len(index.ideas)} {name}, vectors known: whole match {median(own):.2f} s, BERTopic"
        f" {median(fit.seconds for fit in fits):.2f} s; {median(ratios):.2f} × in pairs"
        f" ({min(ratios):.2f}–{max(ratios):.2f}); topics of BERTopic: {topics}"
    )


def _fit(other: "subprocess.Popen[str]") -> _Fit:
    """Let BERTopic fit once more and return its figures."""
    assert other.stdin is not None
    assert other.stdout is not None
    other.stdin.write("\n")
    other.stdin.flush()
    seconds, n_topics, unassigned = other.stdout.readline().split()
    return _Fit(float(seconds), int(n_topics), float(unassigned))
