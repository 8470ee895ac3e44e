"""Measures the shipped evaluation of the register anew: `python -m scripts.measure_register`, in some two minutes.

It measures what `make demo` serves, in a folder of its own beside the model and the vectors of other measurements; the
file is what the command itself prints with `--json`.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from data.register_document import FILE
from web.settings import Settings
from web.setup import load_demo, set_up
from web.wiring import make_services

ROOT: Final = Path(__file__).parents[1]


def main() -> None:
    """Set up what is measured, measure and write."""
    with TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder) / 'kumppani.db'}"
        services = make_services(Settings(database_url=address))
        set_up(services)
        load_demo(services)
        services.database.close()
        done = subprocess.run(
            [sys.executable, "-m", "web.cli.main", "evaluate", "register", "--json"],
            cwd=ROOT,
            env={**os.environ, "KUMPPANI_DATABASE_URL": address},
            stdout=subprocess.PIPE,
            check=True,
        )
    FILE.write_bytes(done.stdout)
    sys.stdout.write(f"{FILE.name} written\n")


if __name__ == "__main__":
    main()
