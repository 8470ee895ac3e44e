"""Parts projects into what is known and what is measured on it; sister projects stay on one side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.known_projects import name_sisters
from models.partner_evaluation import PastProject


@dataclass(frozen=True, slots=True)
class Split:
    """What is known, what is measured on it, and how many projects were left out because a sister of them is known."""

    history: tuple[PastProject, ...]
    test: tuple[PastProject, ...]
    n_left_out: int = 0


def split_by_day(projects: Sequence[PastProject], cut: date) -> Split:
    """Return what began before a day as history and the rest as test; what began on no known day is in neither.

    Examples
    --------
    >>> fields = {"text": "", "language": "fi", "members": ("a", "b")}
    >>> early = PastProject(id="p1", title="Bussit", start=date(2019, 1, 1), **fields)
    >>> late = PastProject(id="p2", title="Koulut", start=date(2021, 1, 1), **fields)
    >>> [project.id for project in split_by_day([early, late], date(2020, 1, 1)).test]
    ['p2']
    """
    history = tuple(project for project in projects if project.start is not None and project.start < cut)
    known = {name_sisters(project) for project in history}
    later = [project for project in projects if project.start is not None and project.start >= cut]
    test = tuple(project for project in later if name_sisters(project) not in known)
    return Split(history, test, len(later) - len(test))


def split_in_folds(projects: Sequence[PastProject], n_folds: int, *, random_state: int) -> tuple[Split, ...]:
    """Return as many splits as folds; each project is measured once, on all those of other folds.

    Parameters
    ----------
    projects : in any order; sisters fall into the same fold
    n_folds : int ≥ 2
    random_state : seed of the folds
    """
    ordered = sorted(projects, key=lambda project: project.id)
    keys = [name_sisters(project) for project in ordered]
    distinct = list(dict.fromkeys(keys))
    drawn = np.random.default_rng(random_state).permutation(len(distinct)) % n_folds
    fold_of = dict(zip(distinct, drawn.tolist(), strict=True))
    return tuple(
        Split(
            tuple(project for project, key in zip(ordered, keys, strict=True) if fold_of[key] != fold),
            tuple(project for project, key in zip(ordered, keys, strict=True) if fold_of[key] == fold),
        )
        for fold in range(n_folds)
    )
