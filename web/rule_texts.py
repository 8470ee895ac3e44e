"""What a finding's rule says in words: an exclusion or purpose of its call."""

from models.call import Call
from models.eligibility import Finding, RuleKind
from models.localised_text import LocalisedText


def find_rule_text(call: Call, finding: Finding) -> LocalisedText | None:
    """Return the exclusion or purpose that a finding names, None for rules on who applies and the like."""
    if finding.kind is RuleKind.EXCLUSION:
        return next((each.term for each in call.exclusions if each.id == finding.rule), None)
    if finding.kind is RuleKind.PURPOSE:
        return call.purposes[int(finding.rule) - 1]
    return None
