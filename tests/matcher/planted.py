"""What is planted in the illustrative ideas: twins in two languages, ideas on the same thing, and so on."""

import csv
from collections import defaultdict
from itertools import permutations
from typing import Final

from matcher.snapshot_keeper import SnapshotKeeper
from models.idea import IdeaId
from tests.conftest import ROOT

PLANTED: Final = ROOT / "tests" / "planted" / "ideas.csv"


def list_planted_pairs(column: str) -> list[tuple[str, str]]:
    """Return the references of all ordered pairs of ideas that share a mark in a column."""
    groups = defaultdict(list)
    with PLANTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row[column]:
                groups[row[column]].append(row["reference"])
    return [pair for group in groups.values() for pair in permutations(group, 2)]


def find_id(keeper: SnapshotKeeper, reference: str) -> IdeaId:
    """Return the id of an idea by its reference."""
    return next(idea.id for idea in keeper.current.catalogue.ideas.values() if idea.reference == reference)
