"""An import that is killed at any moment leaves all of its ideas or none, and can simply be run again."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from data.database import Database
from tests.conftest import ROOT

N_IDEAS: Final = 300
_LINES: Final = [
    f"Yhteinen lomake numero {number};Kuhmo;Kunnat tekevät lomakkeen yhdessä." for number in range(N_IDEAS)
]
_FEW, _MANY = 2, 40


def _start(var: Path, *words: str) -> "subprocess.Popen[bytes]":
    """Start the command over the database in a folder, in a process of its own that can be killed."""
    return subprocess.Popen(
        [sys.executable, "-m", "web.cli.main", *words],
        cwd=ROOT,
        env={**os.environ, "KUMPPANI_VAR": str(var)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _read(var: Path) -> tuple[int, bool]:
    """Return how many ideas are stored, and whether an import is on record."""
    database = Database(f"sqlite:///{var / 'kumppani.db'}")
    with database.reading() as stores:
        found = len(stores.ideas.list_all()), stores.audit.find_latest("ideas.imported") is not None
    database.close()
    return found


def _kill_imports(folder: Path, n_kills: int) -> None:
    """Kill as many imports, each at another moment of its life, and see what they left."""
    rows = folder / "ideat.csv"
    rows.write_text("\n".join(["Otsikko;Hakija;Kuvaus", *_LINES]), encoding="utf-8")
    assert _start(folder / "empty", "init").wait() == 0
    shutil.copytree(folder / "empty", folder / "whole")
    began = time.monotonic()
    assert _start(folder / "whole", "import", "ideas", str(rows)).wait() == 0
    lasted = time.monotonic() - began
    chance = np.random.default_rng(2019)
    for number in range(n_kills):
        var = shutil.copytree(folder / "empty", folder / str(number))
        process = _start(var, "import", "ideas", str(rows))
        time.sleep(lasted * chance.uniform(0.3, 1))  # before that Python is still being started
        process.send_signal(signal.SIGKILL)
        process.wait()

        assert _read(var) in {(0, False), (N_IDEAS, True)}
        assert _start(var, "import", "ideas", str(rows)).wait() == 0
        assert _read(var) == (N_IDEAS, True)


def test_killed_imports_leave_all_or_nothing(tmp_path: Path) -> None:
    """A few imports killed at different moments leave nothing half-stored."""
    _kill_imports(tmp_path, _FEW)


@pytest.mark.soak
def test_many_killed_imports_leave_all_or_nothing(tmp_path: Path) -> None:
    """Imports killed at many different moments leave nothing half-stored."""
    _kill_imports(tmp_path, _MANY)
