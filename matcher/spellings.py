"""All spellings under which organisations are known, to be looked up exactly or by nearness."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matcher.organisation_words import Words, drop_joint_authority, read_acronyms, read_words
from models.errors import UnknownOrganisationError
from models.organisation import Alias, Organisation, OrganisationId, OrganisationKind

NEARNESS_MIN: Final = 0.79
"""How near a spelling must be to be suggested: one letter wrong in five (optimal string alignment).

Measured on 2,359 names and official names with one random slip: the right municipality is suggested for 98 %, and is
the first for nearly all of them. Of 3,000 words that are no names 2 % get a suggestion, 5 % at 0.75; above 0.8 the
slips in names of five letters are lost, and 90 % are left.
"""
N_SUGGESTIONS: Final = 3
_SLIP_LENGTH_MAX: Final = 2
"""Letters by which a misspelt name is longer or shorter; taste, slips of one letter being by far the commonest."""

_MERGED: Final = "merged"
_NOTE_BY_KIND: Final[Mapping[str, str]] = MappingProxyType(
    {"former_municipality": _MERGED, "former_genitive": _MERGED, "former_name": "renamed"}
)
_GENITIVE_KINDS: Final = frozenset({"genitive", "former_genitive", "region_genitive"})
_REGION_KINDS: Final = frozenset({"region_name", "region_genitive"})
_SHORT: Final = 2
"""Letters of a name so short (*Ii*) that, like a common word, it is a name only where nothing else stands."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """The organisation of today that a spelling stands for.

    `note` says how (`merged`, `renamed`, empty); `is_genitive` marks *Espoon*, which by itself may be the beginning of
    another name; `is_common` marks names that are also words; `is_region` the name of a region, by which its council
    may be meant.
    """

    organisation_id: OrganisationId
    note: str = ""
    is_genitive: bool = False
    is_common: bool = False
    is_region: bool = False


Found = tuple[Spelling, ...]
"""One spelling an organisation, in the order of their ids; empty where nothing was found."""


class Spellings:
    """The spellings of municipalities, and those of all others, by their letters.

    Parameters
    ----------
    organisations : all that can be meant; merged municipalities lead to their successors
    aliases : more spellings of these

    Raises
    ------
    UnknownOrganisationError : if an alias is of none of them
    """

    def __init__(self, organisations: Iterable[Organisation], aliases: Sequence[Alias]) -> None:
        self._by_id = {organisation.id: organisation for organisation in organisations}
        self._municipalities: defaultdict[str, dict[OrganisationId, Spelling]] = defaultdict(dict)
        self._others: defaultdict[str, dict[OrganisationId, Spelling]] = defaultdict(dict)
        self._shortened: defaultdict[str, dict[OrganisationId, Spelling]] = defaultdict(dict)
        self._first_words: dict[str, str] = {}
        common = {(alias.organisation_id, alias.spelling) for alias in aliases if alias.common_word}
        for organisation in self._by_id.values():
            self._add_names(organisation, common)
        for alias in aliases:
            self._add_alias(alias)
        self._keys_of_municipalities = sorted(self._municipalities)
        self._keys_of_others = sorted(self._first_words)

    def find(self, words: Words) -> Found:
        """Return what the words as a whole are known to mean; several where the spelling is ambiguous."""
        key = "".join(words)
        found = self._municipalities.get(key, {}) | self._others.get(key, {})
        if not found:
            found = self._shortened.get("".join(drop_joint_authority(words)), {})
        return _order(found.values())

    def find_municipality(self, words: Words) -> Found:
        """Return the municipalities of which the words are a name to which *kaupunki* and the like were added.

        Swedish has the name in the genitive there as often as not (*Jakobstads stad*).
        """
        key = "".join(words)
        return _order((self._municipalities.get(key) or self._municipalities.get(key.removesuffix("s"), {})).values())

    def find_other(self, words: Words) -> Found:
        """Return the organisations other than municipalities of which the words are a name."""
        return _order(self._others.get("".join(words), {}).values())

    def suggest_municipalities(self, words: Words) -> tuple[OrganisationId, ...]:
        """Return up to three municipalities with a spelling near to the words, the nearest first.

        A slip leaves a name about as long as it was; what is longer has another word (*Haapajärven kaupunkilehti*).
        """
        written = "".join(words)
        return _choose(
            (nearness, self._municipalities[key])
            for key, nearness in _find_near(written, self._keys_of_municipalities)
            if abs(len(key) - len(written)) <= _SLIP_LENGTH_MAX
        )

    def suggest_others(self, words: Words) -> tuple[OrganisationId, ...]:
        """Return up to three organisations other than municipalities with a spelling near to the words.

        Their names end alike (*-n koulutuskuntayhtymä*), so the first word has to be near by itself.
        """
        near = _find_near("".join(words), self._keys_of_others)
        return _choose(
            (nearness, self._others.get(key, {}) | self._shortened.get(key, {}))
            for key, nearness in near
            if OSA.normalized_similarity(words[0], self._first_words[key]) >= NEARNESS_MIN
        )

    def is_municipality(self, organisation_id: OrganisationId) -> bool:
        """Tell whether an organisation is a municipality."""
        return self._by_id[organisation_id].kind is OrganisationKind.MUNICIPALITY

    def _add_names(self, organisation: Organisation, common: set[tuple[OrganisationId, str]]) -> None:
        """Add what an organisation is called in its own record."""
        for names in (organisation.name, organisation.official_name):
            for name in () if names is None else (names.fi, names.sv, names.en):
                self._add(organisation, read_words(name), is_common=(organisation.id, name) in common)
                for acronym in read_acronyms(name):
                    self._add(organisation, acronym)
        self._add(organisation, read_words(organisation.id))

    def _add_alias(self, alias: Alias) -> None:
        """Add what else an organisation is called."""
        if alias.organisation_id not in self._by_id:
            raise UnknownOrganisationError(alias.organisation_id)
        self._add(
            self._by_id[alias.organisation_id],
            read_words(alias.spelling),
            note=_NOTE_BY_KIND.get(alias.kind, ""),
            is_genitive=alias.kind in _GENITIVE_KINDS,
            is_common=alias.common_word,
            is_region=alias.kind in _REGION_KINDS,
        )

    def _add(
        self,
        organisation: Organisation,
        words: Words,
        *,
        note: str = "",
        is_genitive: bool = False,
        is_common: bool = False,
        is_region: bool = False,
    ) -> None:
        """Add one spelling; what an earlier one says of the same organisation stays."""
        key = "".join(words)
        if not key:
            return
        today = self._find_successor(organisation)
        spelling = Spelling(
            today.id,
            note=_MERGED if today is not organisation else note,
            is_genitive=is_genitive,
            is_common=is_common or len(key) <= _SHORT,
            is_region=is_region,
        )
        if organisation.kind is OrganisationKind.MUNICIPALITY:
            self._municipalities[key].setdefault(today.id, spelling)
            return
        self._others[key].setdefault(today.id, spelling)
        self._first_words.setdefault(key, words[0])
        if not is_region and (shortened := drop_joint_authority(words)):
            self._shortened["".join(shortened)].setdefault(today.id, spelling)
            self._first_words.setdefault("".join(shortened), shortened[0])

    def _find_successor(self, organisation: Organisation) -> Organisation:
        """Return the organisation of today that an organisation has merged into, itself where it has not."""
        while organisation.successor_id is not None:
            organisation = self._by_id[organisation.successor_id]
        return organisation


def _order(spellings: Iterable[Spelling]) -> Found:
    """Return spellings by organisation id."""
    return tuple(sorted(spellings, key=lambda spelling: spelling.organisation_id))


def _find_near(key: str, keys: Sequence[str]) -> list[tuple[str, float]]:
    """Return the keys near to one, and how near."""
    found = process.extract(key, keys, scorer=OSA.normalized_similarity, score_cutoff=NEARNESS_MIN, limit=None)
    return [(near, nearness) for near, nearness, _ in found]


def _choose(near: Iterable[tuple[float, Iterable[OrganisationId]]]) -> tuple[OrganisationId, ...]:
    """Return the organisations that are nearest, then by id."""
    best: dict[OrganisationId, float] = {}
    for nearness, ids in near:
        for organisation_id in ids:
            best[organisation_id] = max(nearness, best.get(organisation_id, 0.0))
    return tuple(sorted(best, key=lambda each: (-best[each], each)))[:N_SUGGESTIONS]
