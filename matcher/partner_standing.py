"""Where candidates stand, and where one would stand without a part of its points, or with one that it has not."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.partner_index import PartnerIndex
from matcher.partner_points import PROJECT_SHARE, PartnerPoints, PartnerWeights
from models.suggestion import Part, PartName, Prospect

_ROW_OF: Final = {name: row for row, name in enumerate(PartName)}


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """The points of every candidate for every inquiry, shape (n_inquiries, n_candidates), −inf where left out.

    A candidate stands where its best inquiry puts it, with the most points it has, `best` (n_candidates,); equal ones
    by column.
    """

    totals: NDArray[np.float64]
    best: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        """Find the most points of each candidate once, for they are compared many times."""
        object.__setattr__(self, "best", self.totals.max(axis=0))

    def list_best(self, n_candidates: int) -> list[int]:
        """Return the columns of the first candidates, best first; those left out are never among them."""
        order = np.argsort(-self.best, kind="stable")
        return [int(column) for column in order[:n_candidates] if self.best[column] > -np.inf]

    def find_inquiry(self, column: int) -> int:
        """Return the first inquiry that gives a candidate most points."""
        return int(self.totals[:, column].argmax())

    def find_rank(self, column: int) -> int:
        """Return where a candidate stands, from 1."""
        return self._find_rank(column, float(self.best[column]))

    def tell_rank_without(self, part: Part, inquiry: int, *, column: int, lost: float | None = None) -> Part:
        """Return a part with where its candidate would stand without it, for the inquiry given or for another.

        `lost` are the points that would be gone with what it rests on, None for those of the part alone.
        """
        if part.name is PartName.START:
            return part
        rest = self.totals[:, column].copy()
        rest[inquiry] -= part.points if lost is None else lost
        return replace(part, rank_without=self._find_rank(column, float(rest.max())))

    def list_prospects(
        self, points: PartnerPoints, inquiry: int, *, column: int, weights: PartnerWeights
    ) -> tuple[Prospect, ...]:
        """Return what would raise a candidate: an idea as close as the closest there is, being named, a need answered.

        Only what moves it up is told, and nobody is told to name whom they refuse; all can be checked, by writing the
        idea, the name, the need or the offer. Size, language, distance and the past are what they are.
        """
        rank = self.find_rank(column)
        is_candidate = self.totals[inquiry] > -np.inf
        most = {
            PartName.TEXT: float(points.parts[_ROW_OF[PartName.TEXT]].max(initial=0, where=is_candidate)),
            PartName.NAMED: weights.named,
            PartName.COMPLEMENT: weights.complement if points.has_needs_or_offers else 0.0,
        }
        prospects = []
        for name, reachable in most.items():
            if name is PartName.NAMED and column in points.named.refused:
                continue
            gain = reachable - float(points.parts[_ROW_OF[name], column])
            raised = self._find_rank(column, max(float(self.best[column]), float(self.totals[inquiry, column]) + gain))
            if gain > 0 and raised < rank:
                prospects.append(Prospect(name, reachable, raised))
        return tuple(prospects)

    def _find_rank(self, column: int, points: float) -> int:
        """Return where a candidate would stand with so many points, the others as they are."""
        best = self.best
        is_before = (best > points) | ((best == points) & (np.arange(len(best)) < column))
        is_before[column] = False
        return 1 + int(is_before.sum())


def count_without_projects(
    index: PartnerIndex, points: PartnerPoints, *, column: int, rows: Collection[int], weights: PartnerWeights
) -> float:
    """Return the points that a candidate would lose if some past projects, all that it shares, were not known.

    That is all of its walk and its ties, and of its text what only these projects are behind.

    Parameters
    ----------
    index, points, weights : those that the points were computed from and by
    column : whose
    rows : of the past projects that it shares with those that ask
    """
    membership = index.history.membership
    others = [
        PROJECT_SHARE * float(points.project_nearness[place])
        for place, row in enumerate(index.text_rows)
        if row not in rows and column in membership.indices[membership.indptr[row] : membership.indptr[row + 1]]
    ]
    text = weights.text * max(float(points.idea_nearness[column]), *others, 0.0) ** 2
    own = dict(zip(PartName, points.parts[:, column].tolist(), strict=True))
    return float(own[PartName.WALK] + own[PartName.TIES] + own[PartName.TEXT] - text)
