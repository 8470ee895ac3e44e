"""Guesses which column of a sheet says what about an idea, and lets people overrule the guess."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from models.errors import ColumnMapError
from models.folding import fold_name
from models.idea_columns import COLUMN_NAMES, FIELD_BY_NAME, ColumnMap, IdeaField, column_keys

IGNORE: Final = "ignore"
"""The word that takes the place of a field where a column is not to be read."""

# Lists are often spread over columns (Kumppani 1, Kumppani 2); texts only if somebody says so.
_GUESSED_TOGETHER: Final = frozenset({IdeaField.MEMBERS, IdeaField.NEEDS, IdeaField.OFFERS})
_MAPPED_TOGETHER: Final = _GUESSED_TOGETHER | {IdeaField.TEXT}

_NO_OVERRIDES: Final[Mapping[str, str]] = MappingProxyType({})

# One typing error in a word, two in a long one; short names such as `id` and `år` have too many neighbours. Taste.
_LENGTH_FOR_ONE_TYPO: Final = 5
_LENGTH_FOR_TWO_TYPOS: Final = 9

# Words that tell what a longer header is about ("Hankkeen tarkempi kuvaus"); words such as *nimi* or *numero* do not.
_TELLING_WORDS: Final[Mapping[str, IdeaField]] = MappingProxyType(
    {
        fold_name(word): field
        for field, words in (
            (IdeaField.TITLE, "otsikko rubrik title"),
            (IdeaField.TEXT, "kuvaus tiivistelmä sisältö beskrivning sammanfattning innehåll description summary"),
            (IdeaField.LEAD, "hakija hallinnoija vetäjä ehdottaja sökande förslagsställare applicant proposer"),
            (IdeaField.MEMBERS, "kumppanit osallistujat yhteistyökumppanit deltagare partners participants members"),
            (IdeaField.NEEDS, "tarpeet tarve behov needs"),
            (IdeaField.OFFERS, "tarjoama tarjoamme erbjudande erbjuder offers"),
        )
        for word in words.split()
    }
)
# Columns about how to reach somebody are never guessed to be anything: contact data stay out.
_CONTACT: Final = re.compile(
    r"yhtey|kontakt|contact|sahkoposti|epost|e?mail|puhelin|puh$|telefon|tfn|phone|osoite|adress"
)


class _Strength(IntEnum):
    """How sure a guess is."""

    WORD = 0
    TYPO = 1
    PART = 2
    WHOLE = 3


@dataclass(frozen=True, slots=True)
class _Guess:
    """What one column may be; `preference` is the place of the name among those of the field, from 0."""

    position: int
    field: IdeaField
    strength: _Strength
    preference: int = 0

    @property
    def rank(self) -> tuple[int, int, int]:
        """Return a key that is smallest for the surest guess."""
        return (-self.strength, self.preference, self.position)


def map_columns(columns: Sequence[str], overrides: Mapping[str, str] = _NO_OVERRIDES) -> ColumnMap:
    """Return what each column says, guessed from its name in Finnish, Swedish or English.

    Names are compared without case, accents and punctuation; remarks in brackets, running numbers and a second
    language after a slash are passed over, a typing error or two forgiven. Of several columns that may be the same
    field the surest is taken, but for members, needs and offers, which may be spread over columns.

    Parameters
    ----------
    columns : names as the file has them
    overrides : field (or `ignore`) by column, as somebody gave them; these columns and fields are not guessed

    Raises
    ------
    ColumnMapError : if no column is the title, or an override names a column or a field that does not exist

    Examples
    --------
    >>> [str(field) for field in map_columns(["Hankkeen nimi", "Kunta", "Beskrivning", "Puhelin"]).fields]
    ['title', 'lead', 'text', 'None']
    """
    mapped = _read_overrides(columns, overrides)
    taken = set(mapped.values())
    guesses = [
        guess
        for position, column in enumerate(columns)
        if position not in mapped and (guess := _guess_field(position, column)) is not None and guess.field not in taken
    ]
    fields = dict(mapped)
    for field in IdeaField:
        candidates = sorted((guess for guess in guesses if guess.field is field), key=lambda guess: guess.rank)
        for guess in candidates[:1] if field not in _GUESSED_TOGETHER else candidates:
            if guess is candidates[0] or guess.strength >= _Strength.PART:
                fields[guess.position] = field
    column_map = ColumnMap(tuple(columns), tuple(fields.get(position) for position in range(len(columns))))
    if not column_map.positions(IdeaField.TITLE):
        message = (
            f"Expected a column with the title of each idea, but none of these looks like one: {_list(columns)}. "
            f"Say which it is, such as --map '{columns[0] if columns else 'Column'}=title'."
        )
        raise ColumnMapError(message)
    return column_map


def _read_overrides(columns: Sequence[str], overrides: Mapping[str, str]) -> dict[int, IdeaField | None]:
    """Return the field of each overridden column, None where it is to be ignored."""
    mapped: dict[int, IdeaField | None] = {}
    for column, word in overrides.items():
        field = _find_field(word)
        mapped[_find_column(column, columns)] = field
        if field is not None and field not in _MAPPED_TOGETHER and list(mapped.values()).count(field) > 1:
            message = f"Expected one column for {field.value!r}, but --map names several; leave one out."
            raise ColumnMapError(message)
    return mapped


def _find_field(word: str) -> IdeaField | None:
    """Return the field that somebody named, None for `ignore`, or raise."""
    if fold_name(word) == IGNORE:
        return None
    field = FIELD_BY_NAME.get(fold_name(word))
    if field is None:
        names = [*(known.value for known in IdeaField), IGNORE]
        message = f"There is no field {word!r}{_suggest(word, names)} The fields are {', '.join(names)}."
        raise ColumnMapError(message)
    return field


def _find_column(name: str, columns: Sequence[str]) -> int:
    """Return where a column is that somebody named, or raise."""
    exact = [position for position, column in enumerate(columns) if column == name]
    found = exact or [position for position, column in enumerate(columns) if fold_name(column) == fold_name(name)]
    if len(found) != 1:
        problem = f"There are {len(found)} columns" if found else "There is no column"
        message = f"{problem} {name!r}{_suggest(name, columns) if not found else '.'} The columns are {_list(columns)}."
        raise ColumnMapError(message)
    return found[0]


def _guess_field(position: int, column: str) -> _Guess | None:
    """Return the best guess for one column, None where there is none."""
    keys = column_keys(column)
    for strength, tried in ((_Strength.WHOLE, keys[:1]), (_Strength.PART, keys[1:])):
        for key in tried:
            if key in FIELD_BY_NAME:
                field = FIELD_BY_NAME[key]
                preference = [fold_name(name) for name in COLUMN_NAMES[field]].index(key)
                return _Guess(position, field, strength, preference)
    if _CONTACT.search(fold_name(column)):
        return None
    typo = {field for key in keys for field in _correct(key)}
    words = {_TELLING_WORDS[word] for word in map(fold_name, re.findall(r"\w+", column)) if word in _TELLING_WORDS}
    for strength, found in ((_Strength.TYPO, typo), (_Strength.WORD, words)):
        if len(found) == 1:
            return _Guess(position, found.pop(), strength)
    return None


def _correct(key: str) -> set[IdeaField]:
    """Return the fields whose names are nearest to a folded name, within the typing errors its length allows."""
    if len(key) < _LENGTH_FOR_ONE_TYPO:
        return set()
    n_typos = 2 if len(key) >= _LENGTH_FOR_TWO_TYPOS else 1
    near = process.extract(key, FIELD_BY_NAME.keys(), scorer=OSA.distance, score_cutoff=n_typos, limit=None)
    nearest = min((distance for _, distance, _ in near), default=0)
    return {FIELD_BY_NAME[name] for name, distance, _ in near if distance == nearest}


def _suggest(name: str, names: Sequence[str]) -> str:
    """Return the end of a sentence: the name that was probably meant, if any is near."""
    near = process.extractOne(name, names, processor=fold_name, score_cutoff=60)  # of 100; taste
    return "." if near is None else f"; did you mean {near[0]!r}?"


def _list(columns: Sequence[str]) -> str:
    """Return the names of the columns for a message."""
    return ", ".join(repr(column) for column in columns) or "none at all"
