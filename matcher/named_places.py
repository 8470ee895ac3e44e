"""Finds the municipalities that a text names, whatever case their names stand in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from matcher.denials import find_denials
from matcher.lemmas import lemmatise, split_words
from matcher.passage import Passage
from models.language import LanguageCode
from models.organisation import Organisation, OrganisationKind

_LEAST_LETTERS: Final = 3  # `Ii` is a name, and in lower case or at the end of a list a Roman numeral


def list_names(organisations: Sequence[Organisation]) -> Mapping[str, int]:
    """Return the position of each municipality by its name in Finnish, Swedish and English, in lower case.

    Names of several words and names that two municipalities share are left out: of them a word alone tells nothing.
    """
    places: dict[str, int] = {}
    shared = set()
    for position, organisation in enumerate(organisations):
        if organisation.kind is not OrganisationKind.MUNICIPALITY:
            continue
        name = organisation.name
        for each in {name.fi.casefold(), name.sv.casefold(), name.en.casefold()}:
            if len(split_words(each)) == 1 and len(each) >= _LEAST_LETTERS:
                if each in places:
                    shared.add(each)
                places[each] = position
    return {name: position for name, position in places.items() if name not in shared}


def find_named(passage: Passage, positions: Mapping[str, int]) -> dict[int, str]:
    """Return the first sentence that names each organisation, by position.

    A name begins with a capital letter and does not begin its sentence, where every word has one: `Salo` within a
    sentence is the town, and at its beginning perhaps a forest. It is read as it is and in its basic form. Whoever is
    named in what is denied, as in *not with Tampere* or *unlike Tampere*, is not among them, whatever else is said.

    Parameters
    ----------
    passage : what is asked about
    positions : of `list_names`

    Examples
    --------
    >>> from matcher.passage import read_passage
    >>> from models.idea import IdeaDraft
    >>> from models.language import FINNISH
    >>> draft = IdeaDraft(title="Kyydit", text="Teemme tämän Tampereen kanssa.", language=FINNISH)
    >>> find_named(read_passage(draft), {"tampere": 4})
    {4: 'Teemme tämän Tampereen kanssa.'}
    """
    found: dict[int, str] = {}
    refused: set[int] = set()
    for sentence in passage.sentences:
        named = [
            (place, position)
            for place, word in enumerate(split_words(sentence))
            for position in _read_name(word, passage.language, positions)
        ]
        denials = find_denials(sentence, passage.language) if named else ()
        for place, position in named:
            if any(denial.covers(place) for denial in denials):
                refused.add(position)
            elif place:
                found.setdefault(position, sentence)
    return {position: sentence for position, sentence in found.items() if position not in refused}


def _read_name(word: str, language: LanguageCode, positions: Mapping[str, int]) -> Iterator[int]:
    """Give the positions of the organisations whose name a word may be."""
    if not word[0].isupper():
        return
    for reading in dict.fromkeys((word.casefold(), *lemmatise(word, language))):
        if reading in positions:
            yield positions[reading]
