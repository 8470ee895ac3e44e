"""Eligibility as programs see it: a verdict for each call, with the rules and sentences it rests on."""

from collections.abc import Sequence
from typing import Final

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from models.call import Call, CallId
from models.eligibility import Bearing, Eligibility, EligibilityReport, Finding, RuleKind, Verdict
from web.api.schemas.names import LocalisedName, describe_name
from web.rule_texts import find_rule_text


class FindingAnswer(BaseModel):
    """One rule that the text meets, with the sentence that meets it."""

    kind: RuleKind = Field(description="What the rule is about.")
    rule: str | None = Field(
        description="Id of the exclusion, or number of the purpose in the call from 1; null for other kinds.",
        examples=["built_environment"],
    )
    rule_text: LocalisedName | None = Field(description="The exclusion or purpose in our words; null for other kinds.")
    bearing: Bearing = Field(description="Whether the sentence is about it, or touches it by the way.")
    sentence: str | None = Field(description="The sentence, as written; null for rules on who applies.")
    place: int | None = Field(ge=0, description="Its number in the text, the title being 0.")
    words: list[str] = Field(description="The words that were found in it.")
    source: str | None = Field(description="Where the rule is published; null where no address is known.")


class CallEligibilityAnswer(BaseModel):
    """How the text stands to one call: our reading, the ministry decides."""

    call_id: str = Field(description="The call.", examples=["2019-2"])
    verdict: Verdict = Field(description="What comes of the findings; it hides nothing.")
    is_only_allowed: bool = Field(
        description="Whether it fits only in so far as nothing speaks against it: no purpose of the call was found."
    )
    findings: list[FindingAnswer] = Field(description="What speaks against it or has still to be seen to.")
    purposes: list[FindingAnswer] = Field(description="The purposes of the call that it serves.")


class EligibilityAnswer(BaseModel):
    """How a text stands to the calls."""

    is_ready: bool = Field(description="False while the language model is loading: nothing was read yet.")
    fitting_calls: list[str] = Field(description="Calls in which it fits and serves a purpose, the newest first.")
    calls: list[CallEligibilityAnswer] = Field(description="One entry a call, by id.")


def describe_eligibility(
    catalogue: Catalogue, report: EligibilityReport | None, *, call_id: CallId | None = None
) -> EligibilityAnswer:
    """Return a report with the words of the rules it names, for one call where `call_id` is given."""
    if report is None:
        return EligibilityAnswer(is_ready=False, fitting_calls=[], calls=[])
    wanted = [each for each in report.by_call if call_id in {None, each.call_id} and each.call_id in catalogue.calls]
    return EligibilityAnswer(
        is_ready=True,
        fitting_calls=list(report.fitting_ids),
        calls=[_describe_call(catalogue.calls[each.call_id], each) for each in wanted],
    )


def _describe_call(call: Call, eligibility: Eligibility) -> CallEligibilityAnswer:
    """Return how a text stands to one call."""
    return CallEligibilityAnswer(
        call_id=call.id,
        verdict=eligibility.verdict,
        is_only_allowed=eligibility.is_only_allowed,
        findings=_describe_findings(call, eligibility.findings),
        purposes=_describe_findings(call, eligibility.purposes),
    )


def _describe_findings(call: Call, findings: Sequence[Finding]) -> list[FindingAnswer]:
    """Return findings with the words of their rules."""
    answers = []
    for finding in findings:
        text = find_rule_text(call, finding)
        answers.append(
            FindingAnswer(
                kind=finding.kind,
                rule=finding.rule or None,
                rule_text=None if text is None else describe_name(text),
                bearing=finding.bearing,
                sentence=finding.sentence or None,
                place=finding.place,
                words=list(finding.words),
                source=finding.source or None,
            )
        )
    return answers


ELIGIBILITY_EXAMPLE: Final = EligibilityAnswer(
    is_ready=True,
    fitting_calls=["2021"],
    calls=[
        CallEligibilityAnswer(
            call_id="2019-2",
            verdict=Verdict.DOES_NOT_FIT,
            is_only_allowed=False,
            findings=[
                FindingAnswer(
                    kind=RuleKind.EXCLUSION,
                    rule="built_environment",
                    rule_text=LocalisedName(fi="rakennettu ympäristö", sv="byggd miljö", en="built environment"),
                    bearing=Bearing.ABOUT,
                    sentence="Rakennuslupapiirustusten tarkistus koneelle",
                    place=0,
                    words=["Rakennuslupapiirustusten"],
                    source="https://kommuntorget.fi/it-och-information/understod-for-kommunernas-digitaliseringsprojekt/",
                )
            ],
            purposes=[],
        )
    ],
)
