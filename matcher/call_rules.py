"""The rules of a call with the subjects that each is about, found once for all texts that are held against them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from models.call import Call, CallId
from models.lexicon import Lexicon, SubjectId


@dataclass(frozen=True, slots=True)
class Rule:
    """An exclusion by its id or a purpose by its number, and what it is about."""

    id: str
    subjects: tuple[SubjectId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRules:
    """What a text is held against in one call.

    `source` is the address of what is official on it, empty where none is known. Rules about no known subject are left
    out, for no text meets them; `has_purposes` and `exclusions_known` tell what the call itself says.
    """

    call_id: CallId
    source: str
    exclusions: tuple[Rule, ...]
    exclusions_known: bool
    purposes: tuple[Rule, ...]
    has_purposes: bool
    joint_only: bool

    @classmethod
    def read(cls, call: Call, lexicon: Lexicon) -> Self:
        """Return the rules of a call, with the subjects that a lexicon gives them."""

        def find(rules: Iterable[str]) -> tuple[Rule, ...]:
            found = (Rule(rule, lexicon.find_subjects(call.id, rule)) for rule in rules)
            return tuple(rule for rule in found if rule.subjects)

        return cls(
            call_id=call.id,
            source=call.materials[0].address if call.materials else "",
            exclusions=find(exclusion.id for exclusion in call.exclusions),
            exclusions_known=call.exclusions_known,
            purposes=find(str(number) for number in range(1, len(call.purposes) + 1)),
            has_purposes=bool(call.purposes),
            joint_only=call.joint_only,
        )


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of all calls, by call id, and what any of their purposes is about."""

    calls: tuple[CallRules, ...]
    purpose_subjects: tuple[SubjectId, ...]

    @classmethod
    def read(cls, calls: Iterable[Call], lexicon: Lexicon) -> Self:
        """Return the rules of calls, with the subjects that a lexicon gives them."""
        ordered = sorted(calls, key=lambda call: call.id)
        return cls(tuple(CallRules.read(call, lexicon) for call in ordered), lexicon.list_purpose_subjects())
