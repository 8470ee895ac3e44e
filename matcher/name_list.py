"""Takes apart a text in which there may be several names of organisations."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from matcher.name_reader import MENTIONED, UNIT, NameReader, NameReading, Sureness
from matcher.organisation_words import (
    GENITIVE_HEADS,
    LEADING_HEADS,
    NOMINATIVE_HEADS,
    PLURAL_HEADS,
    Words,
    hide_asides,
    marks_legal_person,
    names_joint_authority,
    read_words,
)
from models.organisation import OrganisationId

_ALWAYS: Final = re.compile(r"[\n\r;|•]+")
"""What always separates names."""
_MOSTLY: Final = re.compile(r"[,/]+")
"""What separates names, or an organisation from its unit."""
_SOMETIMES: Final = re.compile(r"[&+]|(?<=\s)[-–—](?=\s)|–|(?<=\s)(?:ja|och|and|sekä|samt)(?=\s)", re.IGNORECASE)
"""What separates names, and is part of others."""
_PLURAL: Final = re.compile(rf"\s(?:{'|'.join(sorted(PLURAL_HEADS))})\W*\Z", re.IGNORECASE)
_BEFORE_PLACE: Final = re.compile(r"[,/–—-]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text from `start` to `end`, what it means, and the separator before it."""

    start: int
    end: int
    reading: NameReading
    words: Words
    separator: str

    @property
    def is_official(self) -> bool:
        """Tell whether a word says that an organisation is meant, not a place."""
        if names_joint_authority(self.words) or any(self.words[: len(heads)] == heads for heads in LEADING_HEADS):
            return True
        return any(word in NOMINATIVE_HEADS or word in GENITIVE_HEADS for word in self.words)


class NameListReader:
    """Reads texts with any number of names.

    A text is cut where every piece makes sense by itself; otherwise it is one name. `ja`, `&` and dashes are part of
    many names, so they are held to more than commas and slashes.

    Parameters
    ----------
    reader : reads each name
    is_municipality : tells municipalities from other organisations that are known
    """

    def __init__(self, reader: NameReader, is_municipality: Callable[[OrganisationId], bool]) -> None:
        self._reader = reader
        self._is_municipality = is_municipality

    def read(self, text: str) -> tuple[Part, ...]:
        """Return the names in a text, in order."""
        hidden = hide_asides(text)
        return tuple(
            part
            for start, end, _ in _cut(hidden, _ALWAYS, 0, len(hidden))
            for part in self._read_line(text, hidden, start, end)
        )

    def _read_line(self, text: str, hidden: str, start: int, end: int) -> Sequence[Part]:
        """Read a text without line breaks and semicolons."""
        whole = self._read_whole(text, start, end, "")
        if not whole.words or whole.reading.sureness is not Sureness.UNKNOWN:
            return (whole,) if whole.words else ()
        if plural := _PLURAL.search(hidden[start:end]):
            named = self._read_pieces(text, hidden, start, start + plural.start())
            if named and all(part.reading.is_plain for part in named):
                return named
        parts = self._join(self._read_pieces(text, hidden, start, end))
        if [(part.start, part.end) for part in parts] == [(start, end)]:
            return parts
        if not _are_separate(parts):
            return (self._read_as_one(text, whole, parts),)
        # Read once more without what stood around it, for each must mean by itself what it meant here.
        return [again for part in parts for again in self._read_line(text, hidden, part.start, part.end)]

    def _read_pieces(self, text: str, hidden: str, start: int, end: int) -> list[Part]:
        """Read what commas and slashes separate."""
        return [
            part
            for piece_start, piece_end, separator in _cut(hidden, _MOSTLY, start, end)
            for part in self._read_piece(text, hidden, piece_start, piece_end, separator)
        ]

    def _read_piece(self, text: str, hidden: str, start: int, end: int, separator: str) -> Sequence[Part]:
        """Read a text without commas and slashes: as several names if that is beyond doubt, else as one."""
        whole = self._read_whole(text, start, end, separator)
        if not whole.words or whole.reading.sureness is not Sureness.UNKNOWN:
            return (whole,) if whole.words else ()
        parts = [
            replace(piece, reading=self._reader.read(text[piece.start : piece.end]))
            for cut in _cut(hidden, _SOMETIMES, start, end)
            if (piece := self._read_whole(text, cut[0], cut[1], cut[2] or separator)).words
        ]
        if len(parts) > 1 and _are_separate(parts) and _are_surely_separate(parts):
            return parts
        return (replace(whole, reading=self._reader.read(text[start:end])),)

    def _read_whole(self, text: str, start: int, end: int, separator: str) -> Part:
        """Return a piece with its meaning where all of it is one known spelling."""
        piece = text[start:end]
        return Part(start, end, self._reader.read_whole(piece), read_words(piece), separator)

    def _read_as_one(self, text: str, whole: Part, parts: Sequence[Part]) -> Part:
        """Read pieces that make no sense by themselves as one name."""
        reading = self._reader.read(text[whole.start : whole.end])
        if reading.sureness in {Sureness.UNKNOWN, Sureness.UNIT}:
            ids = dict.fromkeys(each for part in parts if part.reading.is_plain for each in part.reading.ids)
            if ids:
                reading = NameReading(Sureness.PERHAPS, tuple(ids), MENTIONED)
        return replace(whole, reading=reading)

    def _join(self, parts: Sequence[Part]) -> list[Part]:
        """Return the parts with units joined to their organisations, and places to what they are the place of."""
        joined: list[Part] = []
        for part in parts:
            together = self._read_together(joined[-1], part) if joined else None
            if together is None:
                joined.append(part)
            else:
                joined[-1] = _span(joined[-1], part, together)
        return joined

    def _read_together(self, before: Part, part: Part) -> NameReading | None:
        """Return what two parts mean that belong together, None where they do not."""
        if before.reading.is_plain and before.reading == part.reading:
            return before.reading
        if self._is_unit_of(part, before):
            return _add_unit(before.reading)
        if _is_known(part) and _may_be_unit_of(before, part):
            return _add_unit(part.reading)
        if self._is_place_of(part, before):
            return NameReading(Sureness.PERHAPS, part.reading.ids, MENTIONED)
        return None

    def _is_unit_of(self, part: Part, owner: Part) -> bool:
        """Tell whether a part is a unit of the organisation before it."""
        if not _is_known(owner):
            return False
        # What a joint authority has in Taivalkoski is a unit of the joint authority.
        is_local = part.reading.note == UNIT and not _is_known(part)
        return _may_be_unit_of(part, owner) or (is_local and not self._is_municipality(owner.reading.ids[0]))

    def _is_place_of(self, part: Part, before: Part) -> bool:
        """Tell whether a part may be no more than the place of somebody else, as in *Yritys Oy, Espoo*."""
        return (
            before.reading.sureness in {Sureness.OTHER, Sureness.UNKNOWN}
            and _BEFORE_PLACE.fullmatch(part.separator) is not None
            and part.reading.is_plain
            and not part.is_official
            and self._is_municipality(part.reading.ids[0])
        )


def _may_be_unit_of(part: Part, owner: Part) -> bool:
    """Tell whether a part is a unit that by its own name is nobody's, or is the owner's."""
    if part.reading.sureness is Sureness.UNIT:
        return True
    return part.reading.note == UNIT and part.reading.ids == owner.reading.ids


def _is_known(part: Part) -> bool:
    """Tell whether a part is an organisation for certain."""
    return part.reading.sureness is Sureness.KNOWN


def _span(first: Part, last: Part, reading: NameReading) -> Part:
    """Return one part that reaches from the first to the last."""
    return Part(first.start, last.end, reading, (*first.words, *last.words), first.separator)


def _add_unit(reading: NameReading) -> NameReading:
    """Return the reading of an organisation that is named with a unit of it."""
    return replace(reading, note=reading.note or UNIT, is_plain=False)


def _are_separate(parts: Sequence[Part]) -> bool:
    """Tell whether each part makes sense without the others.

    A bare genitive does not unless all are (*Espoon ja Vantaan*), nor do names that are also words beside things that
    are no organisations.
    """
    genitives = [part.reading.is_genitive for part in parts]
    if any(genitives) and not all(genitives):
        return False
    known = [part for part in parts if _is_known(part)]
    named = {Sureness.KNOWN, Sureness.PERHAPS, Sureness.OTHER}
    if all(part.reading.sureness in named for part in parts):
        return True
    return bool(known) and not all(part.reading.is_common for part in known)


def _are_surely_separate(parts: Sequence[Part]) -> bool:
    """Tell whether parts around words and signs that may belong to a name are separate all the same."""
    if not any(part.reading.is_plain for part in parts) or any(
        part.reading.sureness is Sureness.UNIT for part in parts
    ):
        return False
    if any(marks_legal_person(part.words) for part in parts):
        return all(part.is_official for part in parts if _is_known(part))
    return True


def _cut(hidden: str, separators: re.Pattern[str], start: int, end: int) -> list[tuple[int, int, str]]:
    """Return start, end and separator before of the pieces between `start` and `end` that have something in them.

    After a hyphen nothing separates (*kasvatus-, nuoriso- ja liikuntapalvelut*).
    """
    line = hidden[start:end]  # by itself, for a separator must not see what is outside
    cuts = [
        (found.start(), found.end(), found.group().strip())
        for found in separators.finditer(line)
        if not line[: found.start()].rstrip().endswith("-")
    ]
    pieces = []
    separator, piece_start = "", 0
    for cut_start, cut_end, following in [*cuts, (len(line), len(line), "")]:
        piece = line[piece_start:cut_start]
        if any(letter.isalnum() for letter in piece):
            before, after = len(piece) - len(piece.lstrip()), len(piece) - len(piece.rstrip())
            pieces.append((start + piece_start + before, start + cut_start - after, separator))
        separator, piece_start = following, cut_end
    return pieces
