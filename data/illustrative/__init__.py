"""Ideas written to illustrate; they claim nothing about the municipalities they name."""

from pathlib import Path
from typing import Final

ILLUSTRATIVE_IDEAS: Final = Path(__file__).parent / "ideas.json"
