"""Finds the municipalities that a text names, whatever case their names stand in, and those that it refuses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from matcher.denials import Denial, find_denials
from matcher.lemmas import lemmatise, list_gaps, split_words
from matcher.passage import Passage
from matcher.sentences import split_sentences
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode
from models.organisation import Organisation, OrganisationKind

_LEAST_LETTERS: Final = 3  # `Ii` is a name, and in lower case or at the end of a list a Roman numeral
_REFUSAL_WORDS: Final[Mapping[LanguageCode, int]] = {FINNISH: 5, SWEDISH: 6, ENGLISH: 8}
"""Most words of a sentence that says no more than who is refused; taste: longer ones also tell of the matter."""
_INSTITUTIONS: Final = (
    *("yliopisto", "ammattikorkeakoul", "korkeakoul", "seurakun", "hovioikeu", "hallinto-oikeu", "keskussairaal"),
    *("universitet", "yrkeshögskol", "församling", "hovrätt", "centralsjukhus", "university", "parish", "court"),
)
"""Beginnings of words before which the name of a municipality is part of another: *Oulun yliopisto*."""


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """The first sentence that names each organisation, by position, and that in which the writers refuse it."""

    wanted: Mapping[int, str] = field(default_factory=dict)
    refused: Mapping[int, str] = field(default_factory=dict)


class _Mention(NamedTuple):
    """The place of a word that is a name, the position of whose it is, and what denies it there."""

    place: int
    position: int
    denials: tuple[Denial, ...]


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


def find_named(passage: Passage, positions: Mapping[str, int]) -> NamedPlaces:
    """Return whom a text names.

    A name begins with a capital letter and does not begin its sentence, where every word has one: `Salo` within a
    sentence is the town, and at its beginning perhaps a forest. It is read as it is and in its basic form. One that is
    part of another name, as in *Oulun yliopisto* or *Porin Jazz*, is none. Whoever is named in what is denied, as in
    *Kotka declined* or *unlike Tampere*, is not wanted, whatever else is said; refused is who the writers deny
    themselves, as in *not with Tampere*, at the beginning of a sentence too.

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
    >>> find_named(read_passage(draft), {"tampere": 4}).wanted
    {4: 'Teemme tämän Tampereen kanssa.'}
    """
    wanted: dict[int, str] = {}
    denied: set[int] = set()
    refused: dict[int, str] = {}
    for sentence in passage.sentences:
        for mention in _find_mentions(sentence, passage.language, positions):
            if any(denial.is_own for denial in mention.denials):
                refused.setdefault(mention.position, sentence)
            elif mention.denials:
                denied.add(mention.position)
            elif mention.place:
                wanted.setdefault(mention.position, sentence)
    unwanted = denied | refused.keys()
    return NamedPlaces({each: sentence for each, sentence in wanted.items() if each not in unwanted}, refused)


def leave_out_refusals(text: str, language: LanguageCode, positions: Mapping[str, int]) -> str:
    """Return a text without the short sentences that only say who is not in it, or the text where nothing is left.

    What an idea is about is elsewhere: *Kotkaa ei ole kysytty* would be compared with whatever asks something.
    """
    most = _REFUSAL_WORDS.get(language, 0)
    kept = []
    for sentence in split_sentences(text):
        is_short = len(split_words(sentence)) <= most
        if not (is_short and any(each.denials for each in _find_mentions(sentence, language, positions))):
            kept.append(sentence)
    return " ".join(kept) or text


def list_mentioned(sentence: str, language: LanguageCode, positions: Mapping[str, int]) -> frozenset[int]:
    """Return the positions of the municipalities that a sentence mentions and does not deny, at its beginning too."""
    mentions = _find_mentions(sentence, language, positions)
    return frozenset(each.position for each in mentions if not each.denials)


def _find_mentions(sentence: str, language: LanguageCode, positions: Mapping[str, int]) -> list[_Mention]:
    """Return the names in a sentence with what denies them, in order."""
    named = list(_find_names(sentence, language, positions))
    denials = find_denials(sentence, language) if named else ()
    return [
        _Mention(place, position, tuple(denial for denial in denials if denial.covers(place)))
        for place, position in named
    ]


def _find_names(sentence: str, language: LanguageCode, positions: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Give the places of words that may be a name, each with the position of the organisation."""
    words, gaps = split_words(sentence), list_gaps(sentence)
    for place, word in enumerate(words):
        if not word[0].isupper():
            continue
        following = words[place + 1] if place + 1 < len(words) and gaps[place + 1] == " " else ""
        is_inflected = word.casefold() not in positions
        is_of_a_name = following.casefold().startswith(_INSTITUTIONS) or (is_inflected and following[:1].isupper())
        is_of_a_name |= place > 1 and [each.casefold() for each in words[place - 2 : place]] == ["university", "of"]
        if is_of_a_name:
            continue
        for reading in dict.fromkeys((word.casefold(), *lemmatise(word, language))):
            if reading in positions:
                yield place, positions[reading]
