"""The largest number that ideas, themes, runs and edits can have; what is larger can't be asked a database for."""

from typing import Final

LARGEST_NUMBER: Final = 2**31 - 1
"""The largest integer of PostgreSQL."""
