"""Finds what a sentence denies: *not*, *without* and *unlike*, with the stretch of words that they are said of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from matcher.lemmas import list_gaps, split_words
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode

_FULL_BREAK: Final = re.compile(r"[;:()–—]")
_PASSIVE: Final = re.compile(r"(\w{2}et[aä]|\w{3}oida|tehdä|\w{2}ellä|\w{3}ita)$")
"""Ends of Finnish passives after *ei*: *ei oteta*, *ei automatisoida*; not *ei löydä*, which residents may not do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Particles:
    """The words of a language that deny and those that end what is denied; all in lower case.

    `denying` are words and phrases; `not_denying` begin with one and deny nothing, as *not only* does. `turning` end a
    stretch wherever they stand, `opening` after a comma. `speaking` are the words by which those who write name
    themselves and what they write about, `denying_alone` those that say who denies by themselves; `adding` are those
    that join one more to a list, as *nor* does. `lacking` with another denial affirms: *we can't without*. After a
    denial that begins a sentence `told_of_lack` show that it tells of what is missing: *no municipality has*.
    """

    denying: frozenset[str]
    not_denying: frozenset[str]
    turning: frozenset[str]
    opening: frozenset[str]
    speaking: frozenset[str]
    lacking: frozenset[str]
    told_of_lack: frozenset[str]
    denying_alone: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()


def _list(words: str) -> frozenset[str]:
    """Return words and phrases that are separated by commas."""
    return frozenset(each.strip() for each in words.split(","))


_PARTICLES: Final[Mapping[LanguageCode, _Particles]] = MappingProxyType(
    {
        FINNISH: _Particles(
            denying=_list(
                "ei, eikä, eivät, eivätkä, en, enkä, emme, emmekä, et, ette, ilman, paitsi, toisin kuin,"
                "lukuun ottamatta, sijaan, sijasta, poisluettuna, pois lukien, kieltäytyi, kieltäytyivät, jäi pois"
            ),
            not_denying=_list("ei vain, ei ainoastaan, ei pelkästään, ei enää, emme vain, emme ainoastaan, sen sijaan"),
            turning=_list("vaan, mutta, joten, siksi, sen sijaan"),
            opening=_list("me, teemme, haluamme, kysymme, pyydämme, haemme, tarvitsemme, otamme, etsimme, kokeilemme"),
            speaking=_list(
                "hanke, hankkeen, hankkeessa, hankkeemme, projekti, projektin, projektissa, projektimme, idea, ideamme,"
                "tämä, me, kyse"
            ),
            denying_alone=_list("emme, emmekä, en, enkä"),
            lacking=_list("ilman"),
            told_of_lack=_list("ole, riitä, voi, saa, kannata, tarvitse, mikään, kukaan, ihme, yksikään, vielä"),
            adding=_list("eikä, eivätkä, enkä, emmekä"),
        ),
        SWEDISH: _Particles(
            denying=_list(
                "inte, ej, icke, inga, ingen, inget, ingenting, aldrig, varken, utan, förutom, till skillnad från,"
                "i stället för, istället för, tackade nej, avböjde"
            ),
            not_denying=_list("inte bara, inte enbart, inte endast, inte längre, inga fler, utan också, utan även"),
            turning=_list("utan, men, så, därför, däremot"),
            opening=_list("vi, det, den"),
            speaking=_list("projektet, idén, förslaget, detta, vi, jag"),
            lacking=_list("utan"),
            told_of_lack=_list("kommun, kommuner, en, är, finns, kan, räcker, undra"),
        ),
        ENGLISH: _Particles(
            denying=_list(
                "not, no, never, without, except, unlike, neither, nor, cannot, can't, don't, doesn't, won't, isn't,"
                "aren't, instead of, rather than, declined, refused, left the project"
            ),
            not_denying=_list("not only, not just, not merely, no matter, no more, no longer"),
            turning=_list("but, so, therefore"),
            opening=_list("we, it, they"),
            speaking=_list("project, idea, this, we, i"),
            lacking=_list("without"),
            told_of_lack=_list("municipality, municipalities, city, town, one, all, every, everybody, wonder"),
            adding=_list("nor"),
        ),
    }
)
_JOINING: Final = frozenset({"and", "och", "ja", "eller", "tai", "or"})


@dataclass(frozen=True, slots=True)
class Denial:
    """A word that denies, at `place`, and the words it is said of: from `begin` up to and without `end`.

    `is_own` tells that those who write deny it of themselves or of what they want: *we don't*, *the project is not*,
    or a sentence that begins with it.
    """

    place: int
    begin: int
    end: int
    is_own: bool

    def covers(self, place: int) -> bool:
        """Tell whether a word stands where it is said of."""
        return self.begin <= place < self.end


def split_stretches(sentence: str, language: LanguageCode) -> tuple[range, ...]:
    """Return the stretches of a sentence, as places of its words, in order: what is denied in one is not in another.

    A stretch ends before a word like *but* or *therefore*, at a colon, semicolon, dash or bracket, before a comma that
    a denial or a new clause follows, and before *and not*. A comma alone ends none: lists have them.

    Parameters
    ----------
    sentence : one sentence
    language : of it; in one that is not known a sentence is one stretch

    Examples
    --------
    >>> split_stretches("Teemme tämän Oulun, emme Kemin kanssa.", FINNISH)
    (range(0, 3), range(3, 6))
    """
    particles = _PARTICLES.get(language)
    words = _read_words(sentence)
    if particles is None:
        return (range(len(words)),)
    return _split(words, list_gaps(sentence), _list_denying(words, particles), particles)


def find_denials(sentence: str, language: LanguageCode) -> tuple[Denial, ...]:
    """Return the denials of a sentence, in order.

    Which words deny what is not parsed: a denial is said of the whole stretch that it stands in, before it too, for in
    Finnish what is denied may come first. After Chapman et al. (2001), whose rules are for English.

    Parameters
    ----------
    sentence, language : as for `split_stretches`; in a language that is not known nothing is denied

    References
    ----------
    Chapman et al. (2001), A simple algorithm for identifying negated findings and diseases in discharge summaries,
    Journal of Biomedical Informatics 34, https://doi.org/10.1006/jbin.2001.1029.

    Examples
    --------
    >>> find_denials("We do this with Vaasa, not with Espoo.", ENGLISH)
    (Denial(place=5, begin=5, end=8, is_own=False),)
    """
    particles = _PARTICLES.get(language)
    words = _read_words(sentence)
    denying = () if particles is None else _list_denying(words, particles)
    if particles is None or not denying:
        return ()
    return tuple(
        Denial(place, stretch.start, stretch.stop, _is_own(words, stretch, place, particles))
        for stretch in _split(words, list_gaps(sentence), denying, particles)
        if not _is_affirmed(words, stretch, denying, particles)
        for place in denying
        if place in stretch and not _turns(words, place, denying, particles)
    )


def _read_words(sentence: str) -> list[str]:
    """Return the words of a sentence in lower case, with plain apostrophes."""
    return [word.casefold().replace("’", "'") for word in split_words(sentence)]


def _list_denying(words: Sequence[str], particles: _Particles) -> tuple[int, ...]:
    """Return the places of words that deny, by themselves or with those that follow; *not only* does not."""
    not_denying = [place for place in range(len(words)) if _starts(words, place, particles.not_denying)]
    spared = {place + ahead for place in not_denying for ahead in (0, 1)}
    return tuple(
        place for place in range(len(words)) if place not in spared and _starts(words, place, particles.denying)
    )


def _split(
    words: Sequence[str], gaps: Sequence[str], denying: Sequence[int], particles: _Particles
) -> tuple[range, ...]:
    """Return the stretches of a sentence whose denying words are known."""
    inner = [place for place in range(1, len(words)) if _begins_stretch(words, gaps, place, denying, particles)]
    bounds = [0, *inner, len(words)]
    return tuple(range(begin, end) for begin, end in pairwise(bounds))


def _begins_stretch(
    words: Sequence[str], gaps: Sequence[str], place: int, denying: Sequence[int], particles: _Particles
) -> bool:
    """Tell whether a stretch begins with a word that is not the first."""
    if _FULL_BREAK.search(gaps[place]) or _turns(words, place, denying, particles):
        return True
    is_after_comma = "," in gaps[place]
    if is_after_comma and words[place] in particles.opening:
        return True
    if words[place] in particles.adding:
        return list(denying) == [place]
    if is_after_comma and place in denying:
        return place == denying[0]
    return words[place] in _JOINING and place + 1 in denying


def _turns(words: Sequence[str], place: int, denying: Sequence[int], particles: _Particles) -> bool:
    """Tell whether what was denied ends before a word; Swedish *utan* does so only after a denial, else it denies."""
    if not _starts(words, place, particles.turning):
        return False
    return words[place] not in particles.denying or any(before < place for before in denying)


def _is_own(words: Sequence[str], stretch: range, place: int, particles: _Particles) -> bool:
    """Tell whether those who write deny something of themselves or of what they want.

    In Finnish they may do so in the passive (*ei automatisoida*), which residents and documents are not said to do.
    """
    said = {words[each] for each in stretch}
    if words[place] in particles.denying_alone or not said.isdisjoint(particles.speaking):
        return True
    following = words[place + 1] if place + 1 < len(words) else ""
    is_passive = words[place] == "ei" and _PASSIVE.search(following) is not None
    return is_passive or (place == 0 and following not in particles.told_of_lack)


def _is_affirmed(words: Sequence[str], stretch: range, denying: Sequence[int], particles: _Particles) -> bool:
    """Tell whether two denials in a stretch cancel each other, as *not without* does."""
    inside = [place for place in denying if place in stretch]
    lacking = [place for place in inside if words[place] in particles.lacking]
    return bool(lacking) and len(inside) > len(lacking)


def _starts(words: Sequence[str], place: int, phrases: frozenset[str]) -> bool:
    """Tell whether one of the phrases begins at a place; none has more than three words."""
    return any(" ".join(words[place : place + n_words]) in phrases for n_words in (1, 2, 3))
