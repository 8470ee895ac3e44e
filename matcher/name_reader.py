"""Reads one name as an organisation: what it certainly is, what it might be, or what kind of thing it is otherwise."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from matcher.organisation_words import (
    CONJUNCTIONS,
    GENITIVE_HEADS,
    LEADING_HEADS,
    NOMINATIVE_HEADS,
    Words,
    marks_legal_person,
    marks_other_body,
    names_joint_authority,
    names_unit,
    read_words,
    split_glued_head,
)
from matcher.spellings import Found, Spellings
from models.organisation import OrganisationId

UNIT: Final = "unit"
AMBIGUOUS: Final = "ambiguous"
MENTIONED: Final = "mentioned"
SEVERAL: Final = "several"
TYPO: Final = "typo"

_N_NAME_WORDS_MAX: Final = 3
"""The longest names of municipalities have two words (*Koski Tl*), three with a qualifier (*S:t Michels lk*)."""


class Sureness(Enum):
    """How a name was understood."""

    KNOWN = auto()
    """It is the one organisation in `ids`."""
    PERHAPS = auto()
    """It might be one of `ids`; a person decides."""
    OTHER = auto()
    """It is somebody who is neither a municipality nor a joint authority that is known."""
    UNIT = auto()
    """It is a unit of somebody who is not named here."""
    UNKNOWN = auto()
    """Nothing can be said."""


@dataclass(frozen=True, slots=True)
class NameReading:
    """What one name means.

    `is_plain` where the name is the organisation and nothing else; `is_genitive` and `is_common` as in `Spelling`.
    """

    sureness: Sureness
    ids: tuple[OrganisationId, ...] = ()
    note: str = ""
    is_plain: bool = False
    is_genitive: bool = False
    is_common: bool = False


_NOTHING: Final = NameReading(Sureness.UNKNOWN)
_OTHER: Final = NameReading(Sureness.OTHER)


class NameReader:
    """Reads names against known spellings.

    A name is known where it is a spelling as a whole, the same organisation twice (*Esbo - Espoo*), or an official
    name followed by a unit. It is never known by its beginning or by nearness.
    """

    def __init__(self, spellings: Spellings) -> None:
        self._spellings = spellings

    def read(self, text: str) -> NameReading:
        """Return what a text means that is one name."""
        words = read_words(text)
        return self._read_words(words) if words else _NOTHING

    def read_whole(self, text: str) -> NameReading:
        """Return what a text means if all of it is one known spelling; without that, nothing."""
        words = read_words(text)
        return (self._read_spelling(words) or self._read_twice(words) or _NOTHING) if words else _NOTHING

    def _read_words(self, words: Words) -> NameReading:
        """Return what words mean, the surest way of reading first."""
        return (
            self._read_spelling(words)
            or self._read_twice(words)
            or self._read_owner(words)
            or self._read_joint_authority(words)
            or (_OTHER if marks_other_body(words) else None)
            or self._read_mention(words)
            or self._read_unit(words)
            or self._suggest(words)
        )

    def _read_spelling(self, words: Words) -> NameReading | None:
        """Read a spelling, with or without *kaupunki* and the like."""
        found = self._spellings.find(words)
        if not found and len(words) > 1:
            if words[-1] in NOMINATIVE_HEADS or words[-1] in GENITIVE_HEADS:
                found = self._spellings.find_municipality(words[:-1])
            for heads in LEADING_HEADS:
                if not found and words[: len(heads)] == heads:
                    found = self._spellings.find_municipality(words[len(heads) :])
            if found:
                return _tell(found, is_whole=False)
        return _tell(found, is_whole=True) if found else None

    def _read_twice(self, words: Words) -> NameReading | None:
        """Read a name that is there in two languages or in two forms."""
        for cut in range(1, len(words)):
            first, second = self._read_spelling(words[:cut]), self._read_spelling(words[cut:])
            if first and second and len(first.ids) == 1 and first.ids == second.ids:
                return first if first.is_plain and not first.is_genitive else second
        return None

    def _read_owner(self, words: Words) -> NameReading | None:
        """Read an official name of a municipality and what follows it."""
        for heads in LEADING_HEADS:
            if words[: len(heads)] == heads:
                return self._read_after_leading_head(words[len(heads) :])
        for cut in range(1, min(_N_NAME_WORDS_MAX + 1, len(words))):
            found = self._spellings.find_municipality(words[:cut])
            if found and len(found) == 1:
                head, rest = words[cut], words[cut + 1 :]
                if head in NOMINATIVE_HEADS:
                    return self._read_rest(found, rest)
                if head in GENITIVE_HEADS:
                    return self._read_property(found, rest)
                if glued := split_glued_head(head):
                    return self._read_glued(found, glued[1], rest)
        return None

    def _read_after_leading_head(self, words: Words) -> NameReading | None:
        """Read what follows *City of*: the longest name, then a unit."""
        for cut in range(min(_N_NAME_WORDS_MAX, len(words)), 0, -1):
            if found := self._spellings.find_municipality(words[:cut]):
                return self._read_property(found, words[cut:])
        return None

    def _read_rest(self, found: Found, rest: Words) -> NameReading:
        """Read what follows an official name: a unit as a rule, but perhaps another organisation."""
        named = self._read_words(rest[1:] if rest[0] in CONJUNCTIONS else rest)
        others = tuple(each for each in named.ids if each != found[0].organisation_id)
        if named.sureness is Sureness.KNOWN and others:
            return NameReading(Sureness.PERHAPS, (found[0].organisation_id, *others), SEVERAL)
        if rest[0] in CONJUNCTIONS or marks_legal_person(rest):
            return NameReading(Sureness.PERHAPS, (found[0].organisation_id,), MENTIONED)
        return _tell_unit(found)

    def _read_property(self, found: Found, rest: Words) -> NameReading:
        """Read what follows an official name in the genitive: a unit, or something the municipality only owns."""
        if names_unit(rest):
            return _tell_unit(found)
        if marks_other_body(rest):
            return _OTHER
        return NameReading(Sureness.PERHAPS, (found[0].organisation_id,), MENTIONED)

    def _read_glued(self, found: Found, glued: str, rest: Words) -> NameReading | None:
        """Read what is written together with *kaupunki*: a unit (*kaupunginkirjasto*), or two lines run together."""
        if marks_other_body((glued, *rest)):
            return None
        again = self._read_spelling((glued, *rest))
        if names_unit((glued,)) or (again and again.ids == (found[0].organisation_id,)):
            return _tell_unit(found)
        if names_unit((glued, *rest)):
            return NameReading(Sureness.PERHAPS, (found[0].organisation_id,), MENTIONED)
        return None

    def _read_joint_authority(self, words: Words) -> NameReading | None:
        """Read the full name of a joint authority and a unit of it after, or something else before it."""
        for cut in range(len(words) - 1, 0, -1):
            found = self._spellings.find_other(words[:cut])
            if len(found) == 1 and names_joint_authority(words[:cut]):
                if marks_legal_person(words[cut:]):
                    return NameReading(Sureness.PERHAPS, (found[0].organisation_id,), MENTIONED)
                return _tell_unit(found)
        for cut in range(1, len(words)):
            found = self._spellings.find_other(words[cut:])
            if len(found) == 1 and names_joint_authority(words[cut:]) and not marks_legal_person(words):
                return NameReading(Sureness.PERHAPS, (found[0].organisation_id,), MENTIONED)
        return None

    def _read_mention(self, words: Words) -> NameReading | None:
        """Read an official name of a municipality after other words."""
        for place in range(2, len(words)):
            if words[place] in NOMINATIVE_HEADS:
                for start in range(max(1, place - _N_NAME_WORDS_MAX), place):
                    found = self._spellings.find_municipality(words[start:place])
                    if len(found) == 1:
                        return NameReading(Sureness.PERHAPS, (found[0].organisation_id,), MENTIONED)
        return None

    def _read_unit(self, words: Words) -> NameReading | None:
        """Read a unit, with the municipality that its name begins with where there is one."""
        if not names_unit(words):
            return None
        for cut in range(min(_N_NAME_WORDS_MAX, len(words) - 1), 0, -1):
            found = self._spellings.find_municipality(words[:cut])
            if len(found) == 1 and names_unit(words[cut:]) and "seudun" not in words:
                return NameReading(Sureness.PERHAPS, (found[0].organisation_id,), UNIT)
        return NameReading(Sureness.UNIT)

    def _suggest(self, words: Words) -> NameReading:
        """Read a misspelt name: its nearest spellings, for a person to choose from."""
        name = tuple(word for word in words if word not in NOMINATIVE_HEADS and word not in GENITIVE_HEADS)
        ids = () if names_joint_authority(words) else self._spellings.suggest_municipalities(name)
        ids = ids or self._spellings.suggest_others(words)
        return NameReading(Sureness.PERHAPS, ids, TYPO) if ids else _NOTHING


def _tell(found: Found, *, is_whole: bool) -> NameReading:
    """Return the reading of a spelling that was found; with *kaupunki* it is a name in any case and form."""
    ids = tuple(spelling.organisation_id for spelling in found)
    if len(ids) > 1 or found[0].is_region:
        return NameReading(Sureness.PERHAPS, ids, AMBIGUOUS)
    (spelling,) = found
    return NameReading(
        Sureness.KNOWN,
        ids,
        spelling.note,
        is_plain=True,
        is_genitive=is_whole and spelling.is_genitive,
        is_common=is_whole and spelling.is_common,
    )


def _tell_unit(found: Found) -> NameReading:
    """Return the reading of a unit of what was found; that a municipality has merged is the greater news."""
    return NameReading(Sureness.KNOWN, (found[0].organisation_id,), found[0].note or UNIT)
