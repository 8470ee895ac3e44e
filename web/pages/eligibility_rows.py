"""Eligibility as pages show it: the verdict for one call with what it rests on, and a row for each of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from matcher.catalogue import Catalogue
from models.call import Call, CallId, CallState
from models.eligibility import Eligibility, EligibilityReport, Finding, RuleKind, Verdict
from models.localised_text import LocalisedText
from web.labels import label_verdict
from web.rule_texts import find_rule_text

_COLORS: Final = {Verdict.FITS: "success", Verdict.CHECK: "warning", Verdict.DOES_NOT_FIT: "danger"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One rule that is met: its `kind`, its `text` in our words, None where the kind says all, and its `source`.

    `findings` are the sentences that meet it, in order; one without a sentence for rules on parties.
    """

    kind: RuleKind
    text: LocalisedText | None
    source: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityRow:
    """How an idea stands to one `call`: the `verdict` with its `label` and `color`, and what it rests on.

    `state` is that of the call now. `rules` are those that speak against it or have still to be seen to, `purposes` the
    purposes it serves, and `excluded` the exclusions among the rules.
    """

    call: Call
    state: CallState
    verdict: Verdict
    label: str
    color: str
    is_only_allowed: bool
    excluded: tuple[LocalisedText, ...]
    rules: tuple[RuleRow, ...]
    purposes: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilitySection:
    """How an idea stands to the calls.

    `chosen` is the call that is shown in full, `rows` are all of them, the newest first, and `fitting` the calls, the
    chosen one left out, in which it fits and serves a purpose.
    """

    chosen: EligibilityRow
    rows: tuple[EligibilityRow, ...]
    fitting: tuple[EligibilityRow, ...]


def describe_eligibility(
    report: EligibilityReport | None, catalogue: Catalogue, *, call_id: CallId | None, moment: datetime
) -> EligibilitySection | None:
    """Return a report with the calls and rules it names, None where there is no report, or none yet on the call.

    `call_id` is the call to show in full; where it is None the one that `choose_call` chooses at the moment.

    Raises
    ------
    UnknownCallError : if there is no such call
    """
    if call_id is not None:
        catalogue.get_call(call_id)
    known = [] if report is None else [each for each in report.by_call if each.call_id in catalogue.calls]
    rows = tuple(_describe_row(each, catalogue.calls[each.call_id], moment) for each in reversed(known))
    fitting = [row for row in rows if report is not None and row.call.id in report.fitting_ids]
    if call_id is None:
        call_id = choose_call([row.call for row in rows], moment, fitting=[row.call for row in fitting])
    chosen = next((row for row in rows if row.call.id == call_id), None)
    if chosen is None:
        return None
    return EligibilitySection(chosen=chosen, rows=rows, fitting=tuple(row for row in fitting if row is not chosen))


def choose_call(calls: Sequence[Call], moment: datetime, *, fitting: Sequence[Call] = ()) -> CallId | None:
    """Return the call that tells most: an open one, one it fits, one of which it is known what it leaves outside, any.

    Of several it is the first; None where there is none.
    """
    is_open = [call for call in calls if call.state_at(moment) is CallState.OPEN]
    is_known = [call for call in calls if call.exclusions_known]
    return next((call.id for call in (*is_open, *fitting, *is_known, *calls)), None)


def _describe_row(eligibility: Eligibility, call: Call, moment: datetime) -> EligibilityRow:
    """Return how an idea stands to one call, with the words of the rules."""
    rules = _group_by_rule(eligibility.findings, call)
    return EligibilityRow(
        call=call,
        state=call.state_at(moment),
        verdict=eligibility.verdict,
        label=label_verdict(eligibility),
        color="neutral" if eligibility.is_only_allowed else _COLORS[eligibility.verdict],
        is_only_allowed=eligibility.is_only_allowed,
        excluded=tuple(rule.text for rule in rules if rule.text is not None),
        rules=rules,
        purposes=_group_by_rule(eligibility.purposes, call),
    )


def _group_by_rule(findings: Sequence[Finding], call: Call) -> tuple[RuleRow, ...]:
    """Return the rules that findings name, each once with all its findings, in the order they first come."""
    groups: dict[tuple[RuleKind, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.kind, finding.rule), []).append(finding)
    return tuple(
        RuleRow(kind=kind, text=find_rule_text(call, group[0]), source=group[0].source, findings=tuple(group))
        for (kind, _), group in groups.items()
    )
