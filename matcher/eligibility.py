"""Reads whether an idea may be applied for in a call: the rule, the sentence that meets it, and a careful verdict.

Our reading only; the ministry decides. No idea is ever hidden because of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from matcher.subject_text import Mention, SubjectText
from models.call import Call
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
from models.lexicon import Lexicon
from models.organisation import Organisation, OrganisationId, OrganisationKind

MAIN_SENTENCES: Final = 2
MAIN_SHARE: Final = 0.2
"""So many sentences, and such a share of all, about an excluded subject make it the main matter; measured, see method.

One sentence in passing is no reason to send an idea away, and a long text may name a clinic twice.
"""
_TO_CHECK: Final = {RuleKind.EXCLUSIONS_NOT_KNOWN, RuleKind.LEAD_MAY_NOT_APPLY, RuleKind.NO_PURPOSE_SEEN}
"""Rules that no sentence meets and that still have to be seen to."""
_APPLICANTS_MIN: Final = 2  # a joint project is one of more than one municipality; the calls' own rule


def judge_text(
    text: SubjectText,
    call: Call,
    *,
    lexicon: Lexicon,
    parties: Sequence[Party] = (),
    organisations: Mapping[OrganisationId, Organisation] | None = None,
) -> Eligibility:
    """Return how a text stands to one call.

    It *does not fit* where the title, or at least two sentences that are a fifth of all, are about one excluded
    subject. It is to *check* where fewer are or one touches it, where the exclusions of the call are not known, where
    whoever leads may not apply, and where nothing is excluded, no purpose served and nothing digital seen at all.
    Otherwise it *fits*.
    That another municipality is needed is said but changes nothing: finding one is what ideas are here for. Nor does it
    by itself that no purpose is found: it may be our reading's fault.

    Parameters
    ----------
    text : with readings by `lexicon`
    call : with its exclusions and purposes
    lexicon : tells what each rule is about; a rule without a subject there is met by no text
    parties : of the idea; none for a text that nobody stands behind yet, which then is not judged by its parties
    organisations : of the catalogue, by id
    """
    findings: list[Finding] = []
    source = _find_source(call)
    verdict = Verdict.FITS
    for exclusion in call.exclusions:
        mentions = list(text.list_mentions(lexicon.find_subjects(call.id, exclusion.id)))
        if mentions:
            is_main = _is_main(mentions, n_sentences=len(text.sentences))
            verdict = Verdict.DOES_NOT_FIT if is_main else _worse(verdict, Verdict.CHECK)
            findings += [
                _tell(text, mention, kind=RuleKind.EXCLUSION, rule=exclusion.id, source=source) for mention in mentions
            ]
    findings.sort(key=lambda finding: finding.place or 0)
    purposes = tuple(_find_purposes(text, call, lexicon))
    is_aimless = not findings and not purposes and text.is_far_from(lexicon.list_purpose_subjects())
    if call.purposes and is_aimless:
        findings.append(Finding(kind=RuleKind.NO_PURPOSE_SEEN, source=source))
    if not call.exclusions_known:
        findings.append(Finding(kind=RuleKind.EXCLUSIONS_NOT_KNOWN, source=source))
    findings += _find_party_rules(parties, call, organisations or {})
    if any(finding.kind in _TO_CHECK for finding in findings):
        verdict = _worse(verdict, Verdict.CHECK)
    return Eligibility(
        call_id=call.id,
        verdict=verdict,
        findings=tuple(findings),
        purposes=purposes,
    )


def judge_calls(
    text: SubjectText,
    calls: Sequence[Call],
    *,
    lexicon: Lexicon,
    parties: Sequence[Party] = (),
    organisations: Mapping[OrganisationId, Organisation] | None = None,
) -> EligibilityReport:
    """Return how a text stands to each call, by call id, and in which it fits; parameters as for `judge_text`."""
    by_call = tuple(
        judge_text(text, call, lexicon=lexicon, parties=parties, organisations=organisations)
        for call in sorted(calls, key=lambda call: call.id)
    )
    fitting = [each.call_id for each in by_call if each.verdict is Verdict.FITS and not each.is_only_allowed]
    return EligibilityReport(by_call, tuple(reversed(fitting)), text.closeness is not None)


def _is_main(mentions: Sequence[Mention], *, n_sentences: int) -> bool:
    """Tell whether mentions of an excluded subject make it the main matter."""
    about = [mention.place for mention in mentions if mention.bearing is Bearing.ABOUT]
    return 0 in about or (len(about) >= MAIN_SENTENCES and len(about) >= MAIN_SHARE * n_sentences)


def _worse(one: Verdict, other: Verdict) -> Verdict:
    """Return the more careful of two verdicts."""
    return max(one, other, key=list(Verdict).index)


def _tell(text: SubjectText, mention: Mention, *, kind: RuleKind, rule: str, source: str) -> Finding:
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


def _find_source(call: Call) -> str:
    """Return the address of what is official on a call, empty where none is known."""
    return call.materials[0].address if call.materials else ""


def _find_purposes(text: SubjectText, call: Call, lexicon: Lexicon) -> Iterator[Finding]:
    """Give the purposes of a call that a text serves, in the order of the call."""
    for number in range(1, len(call.purposes) + 1):
        mention = text.find_served(lexicon.find_subjects(call.id, str(number)))
        if mention is not None:
            yield _tell(text, mention, kind=RuleKind.PURPOSE, rule=str(number), source=_find_source(call))


def _find_party_rules(
    parties: Sequence[Party], call: Call, organisations: Mapping[OrganisationId, Organisation]
) -> Iterator[Finding]:
    """Give the rules on parties that an idea meets; names that were not understood get the benefit of the doubt.

    A joint authority applies with its members or for them, and stands for each of them.
    """
    applicants = [party for party in parties if party.role is not PartyRole.ASSOCIATE]
    ids = [party.organisation_id for party in applicants if party.organisation_id is not None]
    known = [organisations[each] for each in ids if each in organisations]
    n_unknown = len(applicants) - len(known)
    may_apply = [each for each in known if each.kind is not OrganisationKind.ASSOCIATE]
    leads = {party.organisation_id for party in applicants if party.role is PartyRole.LEAD}
    if any(each.id in leads and each.kind is OrganisationKind.ASSOCIATE for each in known):
        yield Finding(kind=RuleKind.LEAD_MAY_NOT_APPLY, source=APPLICANTS_SOURCE)
    municipalities = {member for each in may_apply for member in (each.member_ids or (each.id,))}
    if call.joint_only and parties and len(municipalities) + n_unknown < _APPLICANTS_MIN:
        yield Finding(kind=RuleKind.NEEDS_ANOTHER_MUNICIPALITY, source=RECIPIENTS_SOURCE)
