"""Partner suggestions as pages show them: the parts of their points, with their reasons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from matcher.catalogue import Catalogue
from matcher.partner_clarity import Alike, count_clear
from models.idea import Idea, Origin
from models.language import LanguageCode
from models.organisation import Organisation, Region
from models.project import ProjectId
from models.suggestion import Part, PartName, PartnerSuggestion, ProjectEvidence, Prospect
from web.pages.partner_reasons import ComplementReason, IdeaReason, Reason, describe_evidence

_FEWEST_SHOWN: Final = 5
"""Suggestions shown though nothing speaks for them; taste: as many as on the page of an idea."""
_LEAST_TOLD: Final = 0.05
_LEAST_NEARNESS: Final = 0.1
"""Points of a part whose reasons are told, and of nearness; taste: 0.1 is 69 km with no border or region in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One part of the points with its reasons; `rank_without` is where one would stand without it."""

    name: PartName
    points: float
    reasons: tuple[Reason, ...]
    rank_without: int | None

    @property
    def is_telling(self) -> bool:
        """Return whether its reasons are worth reading."""
        return abs(self.points) >= (_LEAST_NEARNESS if self.name is PartName.DISTANCE else _LEAST_TOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow:
    """One suggested organisation; `points` is the sum of those of its `parts`.

    `for_idea` is the idea of the one who asks that it was suggested for, None where that needs no saying.
    `own_language` is that of the sentences asked about, None where nothing was asked about. `is_faint` where so little
    speaks for it, and for all behind it, that they are no more than the nearest there are.
    """

    organisation: Organisation
    region: Region | None
    points: float
    score: float
    parts: tuple[PartRow, ...]
    for_idea: Idea | None
    own_language: LanguageCode | None
    rank: int
    prospects: tuple[Prospect, ...]
    has_history: bool
    is_faint: bool = False

    @property
    def is_uneven(self) -> bool:
        """Return whether the parts, each rounded to hundredths, add up to something else than their rounded sum."""
        return round(sum(round(part.points, 2) for part in self.parts), 2) != round(self.points, 2)

    @property
    def is_by_illustration(self) -> bool:
        """Return whether any reason is an idea that nobody has proposed."""
        reasons = [reason for part in self.parts for reason in part.reasons]
        ideas = [each.idea for each in reasons if isinstance(each, IdeaReason | ComplementReason)]
        return any(idea.origin is Origin.ILLUSTRATIVE for idea in ideas)


def describe_suggestions(
    suggestions: Sequence[PartnerSuggestion],
    catalogue: Catalogue,
    *,
    with_idea: bool = False,
    text_language: LanguageCode | None = None,
    alike: Alike = frozenset(),
) -> tuple[PartnerRow, ...]:
    """Return suggestions with everything they name, in the same order.

    `with_idea` also tells what each was made for; `text_language` is that of a text that is no stored idea; `alike` are
    ideas and projects that are called similar whatever the evidence alone would bear.
    """
    n_clear = count_clear(suggestions, alike=alike)
    rows = [
        _describe_suggestion(suggestion, catalogue, with_idea=with_idea, text_language=text_language, alike=alike)
        for suggestion in suggestions
    ]
    return (*rows[:n_clear], *(replace(row, is_faint=True) for row in rows[n_clear:]))


def leave_out_faint(rows: Sequence[PartnerRow]) -> tuple[PartnerRow, ...]:
    """Return the rows for which something speaks, and of the others no more than make five in all."""
    return tuple(row for place, row in enumerate(rows) if place < _FEWEST_SHOWN or not row.is_faint)


def _describe_suggestion(
    suggestion: PartnerSuggestion,
    catalogue: Catalogue,
    *,
    with_idea: bool,
    text_language: LanguageCode | None,
    alike: Alike,
) -> PartnerRow:
    """Return one suggestion with everything it names."""
    own_idea = None if suggestion.idea_id is None else catalogue.get_idea(suggestion.idea_id)
    organisation = catalogue.get_organisation(suggestion.organisation_id)
    region_id = organisation.region_id
    return PartnerRow(
        organisation=organisation,
        region=None if region_id is None else catalogue.regions[region_id],
        points=suggestion.points,
        score=suggestion.score,
        parts=tuple(_describe_part(part, suggestion, catalogue, alike=alike) for part in suggestion.parts),
        for_idea=own_idea if with_idea else None,
        own_language=text_language if own_idea is None else own_idea.language,
        rank=suggestion.rank,
        prospects=suggestion.prospects,
        has_history=suggestion.has_history,
    )


def _describe_part(part: Part, suggestion: PartnerSuggestion, catalogue: Catalogue, *, alike: Alike) -> PartRow:
    """Return one part with its reasons; a tie is left out where the walk has told of the project already."""
    told: set[ProjectId] = set()
    if part.name is PartName.TIES:
        walks = [each for each in suggestion.parts if each.name is PartName.WALK and each.points >= _LEAST_TOLD]
        told = {each.project_id for walk in walks for each in walk.evidence if isinstance(each, ProjectEvidence)}
    return PartRow(
        name=part.name,
        points=part.points,
        reasons=tuple(
            describe_evidence(part.name, each, suggestion.organisation_id, catalogue, alike=alike)
            for each in part.evidence
            if not (isinstance(each, ProjectEvidence) and each.project_id in told)
        ),
        rank_without=part.rank_without,
    )
