"""Whether an idea may be applied for in a call: a reading of its text against the call's rules, never a decision."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from models.call import CallId


class Verdict(StrEnum):
    """How an idea stands to a call, in our reading."""

    FITS = "fits"
    CHECK = "check"
    DOES_NOT_FIT = "does_not_fit"


class RuleKind(StrEnum):
    """What a rule is about; for those after the first two `Finding.rule` says nothing more.

    NEEDS_ANOTHER_MUNICIPALITY: the call is for joint projects and no two municipalities are named.
    LEAD_MAY_NOT_APPLY: who leads is neither a municipality nor a joint authority.
    EXCLUSIONS_NOT_KNOWN: what the call left out has not come down to us.
    NO_PURPOSE_SEEN: nothing in the text is seen to serve a purpose of the call, or to be digital at all.
    """

    EXCLUSION = "exclusion"
    PURPOSE = "purpose"
    NEEDS_ANOTHER_MUNICIPALITY = "needs_another_municipality"
    LEAD_MAY_NOT_APPLY = "lead_may_not_apply"
    EXCLUSIONS_NOT_KNOWN = "exclusions_not_known"
    NO_PURPOSE_SEEN = "no_purpose_seen"


RECIPIENTS_SOURCE: Final = "https://finlex.fi/fi/laki/ajantasa/2019/20190893"
"""The decree on these grants: its third section says who may receive one."""
APPLICANTS_SOURCE: Final = "https://vm.fi/usein-kysyttya"
"""The ministry's questions and answers: companies and associations may be partners but not apply."""


class Bearing(StrEnum):
    """Whether a sentence is about what a rule names, or touches it by the way."""

    ABOUT = "about"
    TOUCHES = "touches"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule that a text meets.

    `rule` is the id of the exclusion, or the number of the purpose in the call, counted from 1; empty for other kinds.
    `sentence` is the one that met it, as written, and `place` its number in the text, 0 being the title; empty and None
    for rules on parties, but for a text that says that one municipality does this alone. `words` are those of the
    sentence that were found, in order and as written. `source` is where the rule is published, empty where no address
    is known.
    """

    kind: RuleKind
    rule: str = ""
    bearing: Bearing = Bearing.ABOUT
    sentence: str = ""
    place: int | None = None
    words: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """How an idea stands to one call.

    `findings` are what speaks against it or has still to be seen to, in the order of the text, those on parties last;
    `purposes` are the purposes of the call that it serves, each with its sentence, in the order of the call.
    """

    call_id: CallId
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    purposes: tuple[Finding, ...] = ()

    @property
    def is_only_allowed(self) -> bool:
        """Return whether it fits only in so far as nothing speaks against it: no purpose of the call was found."""
        return self.verdict is Verdict.FITS and not self.purposes


@dataclass(frozen=True, slots=True)
class EligibilityReport:
    """How an idea stands to each call, by call id.

    `fitting_ids` are the calls in which it fits and serves a purpose, the newest first. `is_by_meaning` tells whether
    the meaning of sentences counted beside their words.
    """

    by_call: tuple[Eligibility, ...]
    fitting_ids: tuple[CallId, ...]
    is_by_meaning: bool

    def find(self, call_id: CallId) -> Eligibility | None:
        """Return how the idea stands to one call, None where the call came later."""
        return next((each for each in self.by_call if each.call_id == call_id), None)
