"""Reads whether an idea may be applied for in a call: the rule, the sentence that meets it, and a careful verdict.

Our reading only; the ministry decides. No idea is ever hidden because of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from matcher.call_rules import CallRules, RuleBook
from matcher.subject_text import SubjectMention, SubjectText
from models.eligibility import (
    APPLICANTS_SOURCE,
    RECIPIENTS_SOURCE,
    Bearing,
    Eligibility,
    EligibilityReport,
    Finding,
    RuleKind,
    Verdict,
)
from models.idea import Party, PartyRole
from models.organisation import Organisation, OrganisationId, OrganisationKind

MAIN_SENTENCES: Final = 2
MAIN_SHARE: Final = 0.2
"""So many sentences, and such a share of all, about an excluded subject make it the main matter; measured, see method.

One sentence in passing is no reason to send an idea away, and a long text may name a clinic twice.
"""
_TO_CHECK: Final = {RuleKind.EXCLUSIONS_NOT_KNOWN, RuleKind.LEAD_MAY_NOT_APPLY, RuleKind.NO_PURPOSE_SEEN}
"""Rules that no sentence meets and that still have to be seen to."""
_APPLICANTS_MIN: Final = 2  # a joint project is one of more than one municipality; the calls' own rule


@dataclass(frozen=True, slots=True)
class _Applicants:
    """Who applies with an idea: how many municipalities, and whether whoever leads may not.

    `n_municipalities` are those that a text mentions that nobody stands behind yet. `alone` is the sentence that says
    of such a text that one municipality does this alone; parties that are known say more than any sentence.
    """

    is_led_by_associate: bool
    n_municipalities: int
    alone: SubjectMention | None


def judge_calls(
    text: SubjectText,
    rules: RuleBook,
    *,
    parties: Sequence[Party] = (),
    organisations: Mapping[OrganisationId, Organisation] | None = None,
) -> EligibilityReport:
    """Return how a text stands to each call, by call id, and in which it fits.

    It *does not fit* where the title, or at least two sentences that are a fifth of all, are about one excluded
    subject. It is to *check* where fewer are or one touches it, where the exclusions of the call are not known, where
    whoever leads may not apply, where a text that nobody stands behind says that one municipality does this alone and
    the call is for joint projects, and where nothing is excluded, no purpose served and nothing digital seen at all.
    Otherwise it *fits*.
    That another municipality is needed is said but changes nothing: finding one is what ideas are here for. Nor does it
    by itself that no purpose is found: it may be our reading's fault.

    Parameters
    ----------
    text, rules : by the same lexicon
    parties : of the idea; none for a text that nobody stands behind yet
    organisations : of the catalogue, by id
    """
    applicants = _read_applicants(text, parties, organisations or {})
    is_far = text.is_far_from(rules.purpose_subjects)
    by_call = tuple(_judge_call(text, call, applicants=applicants, is_far=is_far) for call in rules.calls)
    fitting = [each.call_id for each in by_call if each.verdict is Verdict.FITS and not each.is_only_allowed]
    return EligibilityReport(by_call, tuple(reversed(fitting)), text.closeness is not None)


def _judge_call(text: SubjectText, call: CallRules, *, applicants: _Applicants, is_far: bool) -> Eligibility:
    """Return how a text stands to one call; `is_far` tells that it is near to nothing that calls are for."""
    findings: list[Finding] = []
    verdict = Verdict.FITS
    for exclusion in call.exclusions:
        mentions = list(text.list_mentions(exclusion.subjects))
        if mentions:
            is_main = _is_main(mentions, n_sentences=len(text.sentences))
            verdict = Verdict.DOES_NOT_FIT if is_main else _worse(verdict, Verdict.CHECK)
            findings += [
                _tell(text, mention, kind=RuleKind.EXCLUSION, rule=exclusion.id, source=call.source)
                for mention in mentions
            ]
    findings.sort(key=lambda finding: finding.place or 0)
    purposes = tuple(_find_purposes(text, call))
    if call.has_purposes and is_far and not findings and not purposes:
        findings.append(Finding(kind=RuleKind.NO_PURPOSE_SEEN, source=call.source))
    if not call.exclusions_known:
        findings.append(Finding(kind=RuleKind.EXCLUSIONS_NOT_KNOWN, source=call.source))
    if applicants.is_led_by_associate:
        findings.append(Finding(kind=RuleKind.LEAD_MAY_NOT_APPLY, source=APPLICANTS_SOURCE))
    if call.joint_only and (applicants.alone or applicants.n_municipalities < _APPLICANTS_MIN):
        findings.append(_tell_joint_only(text, applicants.alone))
        verdict = _worse(verdict, Verdict.CHECK) if applicants.alone else verdict
    if any(finding.kind in _TO_CHECK for finding in findings):
        verdict = _worse(verdict, Verdict.CHECK)
    return Eligibility(call_id=call.call_id, verdict=verdict, findings=tuple(findings), purposes=purposes)


def _is_main(mentions: Sequence[SubjectMention], *, n_sentences: int) -> bool:
    """Tell whether mentions of an excluded subject make it the main matter."""
    about = [mention.place for mention in mentions if mention.bearing is Bearing.ABOUT]
    return 0 in about or (len(about) >= MAIN_SENTENCES and len(about) >= MAIN_SHARE * n_sentences)


def _worse(one: Verdict, other: Verdict) -> Verdict:
    """Return the more careful of two verdicts."""
    return max(one, other, key=list(Verdict).index)


def _tell(text: SubjectText, mention: SubjectMention, *, kind: RuleKind, rule: str, source: str) -> Finding:
    """Return a mention with its sentence and words as written."""
    words = text.readings[mention.place].words
    return Finding(
        kind=kind,
        rule=rule,
        bearing=mention.bearing,
        sentence=text.sentences[mention.place],
        place=mention.place,
        words=tuple(dict.fromkeys(words[place] for place in mention.words)),
        source=source,
    )


def _tell_joint_only(text: SubjectText, alone: SubjectMention | None) -> Finding:
    """Return that more than one municipality has to apply, with the sentence that says otherwise where there is one."""
    kind = RuleKind.NEEDS_ANOTHER_MUNICIPALITY
    if alone is None:
        return Finding(kind=kind, source=RECIPIENTS_SOURCE)
    return _tell(text, alone, kind=kind, rule="", source=RECIPIENTS_SOURCE)


def _find_purposes(text: SubjectText, call: CallRules) -> Iterator[Finding]:
    """Give the purposes of a call that a text serves, in the order of the call."""
    for purpose in call.purposes:
        mention = text.find_served(purpose.subjects)
        if mention is not None:
            yield _tell(text, mention, kind=RuleKind.PURPOSE, rule=purpose.id, source=call.source)


def _read_applicants(
    text: SubjectText, parties: Sequence[Party], organisations: Mapping[OrganisationId, Organisation]
) -> _Applicants:
    """Return who applies; a name that was not understood counts as a municipality: it gets the benefit of the doubt.

    A joint authority applies with its members or for them, and stands for each of them.
    """
    if not parties:
        n_mentioned = len(frozenset[int]().union(*text.mentioned))
        return _Applicants(is_led_by_associate=False, n_municipalities=n_mentioned, alone=text.find_alone())
    applicants = [party for party in parties if party.role is not PartyRole.ASSOCIATE]
    ids = [party.organisation_id for party in applicants if party.organisation_id is not None]
    known = [organisations[each] for each in ids if each in organisations]
    may_apply = [each for each in known if each.kind is not OrganisationKind.ASSOCIATE]
    leads = {party.organisation_id for party in applicants if party.role is PartyRole.LEAD}
    municipalities = {member for each in may_apply for member in (each.member_ids or (each.id,))}
    return _Applicants(
        is_led_by_associate=any(each.id in leads and each.kind is OrganisationKind.ASSOCIATE for each in known),
        n_municipalities=len(municipalities) + len(applicants) - len(known),
        alone=None,
    )
