"""The words by which a subject is known, and which rules of a call are about which subject."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple, NewType

from models.call import CallId
from models.language import LanguageCode
from models.localised_text import LocalisedText

SubjectId = NewType("SubjectId", str)

ANY_SUBJECT: Final = SubjectId("any")
"""Stands for every subject, in terms that say how a sentence speaks of whatever it speaks of."""

DIGITAL: Final = SubjectId("digital")
"""What every call is for one way or another: something digital; no rule names it."""

ALONE: Final = SubjectId("alone")
"""That one municipality does something without any other; no rule names it, and joint projects are not that."""


class TermKind(StrEnum):
    """What a term says of a sentence.

    TELLS: it is about the subject. SUGGESTS: it may be. CLEARS: these words mean something else here.
    ASIDE: whatever it is about comes in by the way. LEAVES_OUT: a stretch of it says what the idea is not about.
    """

    TELLS = "tells"
    SUGGESTS = "suggests"
    CLEARS = "clears"
    ASIDE = "aside"
    LEAVES_OUT = "leaves_out"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a language; a star at the beginning or end of a word stands for any letters or none.

    A word `^` that is not the first stands for any word with a capital letter.
    """

    subject: SubjectId
    language: LanguageCode
    text: str
    kind: TermKind


class RuleKey(NamedTuple):
    """A rule of a call: the id of an exclusion, or the number of a purpose, counted from 1.

    `call_id` is None for an exclusion that means the same in every call.
    """

    call_id: CallId | None
    rule: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms, the subjects of rules, and for each subject a few sentences that are about nothing else."""

    terms: tuple[Term, ...] = ()
    subjects: Mapping[RuleKey, tuple[SubjectId, ...]] = field(default_factory=dict)
    seeds: Mapping[SubjectId, tuple[LocalisedText, ...]] = field(default_factory=dict)

    def find_subjects(self, call_id: CallId, rule: str) -> tuple[SubjectId, ...]:
        """Return what a rule of a call is about, nothing where that is not known."""
        return self.subjects.get(RuleKey(call_id, rule)) or self.subjects.get(RuleKey(None, rule), ())

    def list_purpose_subjects(self) -> tuple[SubjectId, ...]:
        """Return what the purposes of all calls are about, in order; the rules of exclusions belong to no one call."""
        return tuple(sorted({each for key, own in self.subjects.items() if key.call_id is not None for each in own}))


NO_LEXICON: Final = Lexicon()
