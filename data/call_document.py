"""A call as a JSON document and back; the same shape in the reference file and in the database."""

import re
from collections.abc import Iterator
from typing import Final

from pydantic import TypeAdapter

from models.call import Call
from models.localised_text import LocalisedText

CALL_DOCUMENT: Final = TypeAdapter(Call)
_DAY_OR_MONTH: Final = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def read_call_document(document: object) -> Call:
    """Return the call that a document describes."""
    return CALL_DOCUMENT.validate_python(document)


def write_call_document(call: Call) -> dict[str, object]:
    """Return the document that describes a call; dates and times are ISO strings."""
    document: dict[str, object] = CALL_DOCUMENT.dump_python(call, mode="json")
    return document


def check_call(call: Call) -> None:
    """Raise ValueError with everything about a call that can't be so."""
    problems = [problem for problem, holds in _list_rules(call).items() if not holds]
    if problems:
        message = "; ".join(problems)
        raise ValueError(message)


def _list_rules(call: Call) -> dict[str, bool]:
    """Return whether each rule holds, by what is wrong where it does not."""
    days = [day for day in (call.opens, call.closes, call.decided) if day is not None]
    share = 1 if call.aid_share_max is None else call.aid_share_max
    excluded = {exclusion.id for exclusion in call.exclusions}
    return {
        "it opens, closes and is decided in another order": days == sorted(days),
        "it has a closing time without a closing day": call.closes_time is None or call.closes is not None,
        "projects_end is neither a day nor a month": _DAY_OR_MONTH.fullmatch(call.projects_end or "2021-11")
        is not None,
        "aid_share_max is not above 0 and at most 1": 0 < share <= 1,
        "more was granted than applied for, or less than nothing": _is_rising(0, call.n_granted, call.n_applications),
        "granted_eur is below 0": _is_rising(0, call.granted_eur),
        "grant_range_eur does not go from the least to the most": _is_rising(0, *(call.grant_range_eur or ())),
        "it has exclusions although exclusions_known is false": call.exclusions_known or not excluded,
        "it both funds and excludes a subject": excluded.isdisjoint(call.funded_subjects),
        "recorded is missing, the day these facts were written down": call.recorded is not None,
        "it has no materials": len(call.materials) > 0,
        "a material has no https address": all(each.address.startswith("https://") for each in call.materials),
        "a text is missing in Swedish or English": all(text.sv and text.en for text in _list_texts(call)),
    }


def _is_rising(*values: int | None) -> bool:
    """Return whether the values that are known do not fall."""
    known = [value for value in values if value is not None]
    return known == sorted(known)


def _list_texts(call: Call) -> Iterator[LocalisedText]:
    """Give every text of a call that is said in three languages."""
    yield call.subject
    yield from call.purposes
    yield from (exclusion.term for exclusion in call.exclusions)
    yield from (note for note in (call.opens_note, call.applications_note, call.granted_note) if note is not None)
