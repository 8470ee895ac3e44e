"""What the calls fund and leave out, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.call import Call, Exclusion
from models.localised_text import LocalisedText


class Standing(StrEnum):
    """What a call says of a subject; `unknown` where its exclusions are not known."""

    LEFT_OUT = "left_out"
    LEFT_OUT_IN_PART = "left_out_in_part"
    FUNDED = "funded"
    NOT_MENTIONED = "not_mentioned"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow:
    """One subject that some call leaves out, by its `term`, with its standing in each call."""

    term: LocalisedText
    standings: Sequence[Standing]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallComparison:
    """The `calls` from the oldest to the newest, and the subjects on which they differ in the order they came up."""

    calls: Sequence[Call]
    subjects: Sequence[SubjectRow]


def compare_calls(calls: Sequence[Call]) -> CallComparison:
    """Return the calls side by side."""
    ordered = sorted(calls, key=lambda call: call.id)
    subjects: dict[str, Exclusion] = {}
    for call in ordered:
        for exclusion in call.exclusions:
            subjects.setdefault(exclusion.id, exclusion)
    rows = [
        SubjectRow(term=subject.term, standings=[find_standing(call, subject) for call in ordered])
        for subject in subjects.values()
    ]
    return CallComparison(calls=ordered, subjects=rows)


def find_standing(call: Call, subject: Exclusion) -> Standing:
    """Return what a call says of a subject that some call leaves out."""
    if any(subject.id in (exclusion.id, *exclusion.part_ids) for exclusion in call.exclusions):
        return Standing.LEFT_OUT
    if any(exclusion.id in subject.part_ids for exclusion in call.exclusions):
        return Standing.LEFT_OUT_IN_PART
    if subject.id in call.funded_subjects:
        return Standing.FUNDED
    return Standing.NOT_MENTIONED if call.exclusions_known else Standing.UNKNOWN
