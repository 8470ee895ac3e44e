"""Words in common: BM25 over lemmas that also counts misspelt and compound words, as a share of the query."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matcher.lemmas import Lemmatiser, is_word, lemmatise, split_compound, split_words
from matcher.spelling import SpellingIndex, build_spelling_index
from matcher.translations import Translations
from models.language import LANGUAGES

Scores = NDArray[np.float32]
"""A score a text, shape (n_texts,)."""

_SATURATION: Final = 1.2  # k1 of BM25, its usual value
_LENGTH_PENALTY: Final = 0.5  # b; below the usual 0.75 because ideas of 60 and of 200 words are equally good
FEWEST: Final = 40
"""Number of texts that fewer count as: in how many of four texts a word is says nothing about how rare it is."""
_N_IMAGINED: Final = 20
"""Texts imagined besides, without any of the lemmas; taste: that many must be seen before shares are believed."""
TRANSLATION_STRENGTH: Final = 0.8
"""How much the name of a thing in another language counts for the word asked for; measured, docs/method.md."""
NO_TRANSLATIONS: Final = Translations()
_SPELT_WORDS_MAX: Final = 24
"""Most words of a query that are also looked up by spelling; beyond, it is a text, which has words enough."""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word asked for: as it may be found, in lower case, read in every language and as written.

    `translations` are what it, or the phrase it is part of, is called in other languages; `is_known` tells that a
    dictionary has it, so that it is no slip for another word.
    """

    readings: tuple[str, ...]
    translations: tuple[str, ...] = ()
    is_known: bool = False


def read_query(
    query: str, lemmatiser: Lemmatiser, translations: Translations = NO_TRANSLATIONS
) -> tuple[QueryWord, ...]:
    """Return the distinct words of a query, each read in every language, for its own is not certain.

    Examples
    --------
    >>> from matcher.lemmas import lemmatise
    >>> read_query("robotin", lemmatise)
    (QueryWord(readings=('robotin', 'robotti'), translations=(), is_known=True),)
    """
    parts = [part for word in split_words(query) for part in split_compound(word)]
    read = [
        [(part.casefold(),) if not (lemmas := lemmatiser(part, each)) else lemmas for part in parts]
        for each in LANGUAGES
    ]
    readings = [{part.casefold(), *(one for own in read for one in own[place])} for place, part in enumerate(parts)]
    names: list[set[str]] = [set() for _ in parts]
    for language, own in zip(LANGUAGES, read, strict=True):
        for place, others in enumerate(translations.translate([lemmas[0] for lemmas in own], language)):
            names[place] |= others
    has_dictionary = lemmatiser is lemmatise
    words = (
        QueryWord(tuple(sorted(own)), tuple(sorted(others - own)), is_known=has_dictionary and is_word(part))
        for part, own, others in zip(parts, readings, names, strict=True)
    )
    return tuple(dict.fromkeys(words))


@dataclass(frozen=True, slots=True, eq=False)
class WordMatch:
    """What an index has of one word asked for.

    `rows` are the lemmas found, each with its strength in (0, 1] as that word; `rarity` ≥ 0 is how much it tells.
    """

    rows: NDArray[np.intp]
    strengths: Scores
    rarity: float


@dataclass(frozen=True, slots=True, eq=False)
class LexicalIndex:
    """Lemmas of texts: `rows` numbers them, `rarity` (n_lemmas,) is how much each tells, ≥ 0.

    `presence` (n_lemmas, n_texts) in (0, 1] is how much a text is about a lemma. `unseen_rarity` is that of a word no
    text has.
    """

    rows: Mapping[str, int]
    presence: csr_array
    rarity: NDArray[np.float64]
    unseen_rarity: float
    spelling: SpellingIndex

    @property
    def n_texts(self) -> int:
        """Return the number of texts."""
        return int(self.presence.shape[1])

    def match(self, words: Sequence[QueryWord]) -> tuple[WordMatch, ...]:
        """Return what the index has of each word, in order: its lemmas, their compounds, or what is spelt alike."""
        is_spelt = len(words) <= _SPELT_WORDS_MAX
        return tuple(self._match_word(word, is_spelt=is_spelt) for word in words)

    def score(self, matches: Sequence[WordMatch]) -> Scores:
        """Return how much of the query each text has.

        s(q, d) = Σ_t r_t · max_u(strength(t, u) · presence(u, d)) / Σ_t r_t over the words t asked for and the lemmas
        u of the index, with r_t the rarity of t.

        Parameters
        ----------
        matches : of the words of the query; may be empty

        Returns
        -------
        float32 array of shape (n_texts,), in [0, 1]
        """
        total = np.zeros(self.n_texts)
        most = sum(match.rarity for match in matches)
        for match in matches:
            best = np.zeros(self.n_texts)
            for row, strength in zip(match.rows, match.strengths, strict=True):
                begin, end = self.presence.indptr[row : row + 2]
                texts = self.presence.indices[begin:end]
                best[texts] = np.maximum(best[texts], strength * self.presence.data[begin:end])
            total += match.rarity * best
        return np.asarray(np.minimum(total / most, 1) if most > 0 else total, dtype=np.float32)

    def _match_word(self, word: QueryWord, *, is_spelt: bool) -> WordMatch:
        """Return what the index has of one word; a part of a compound counts no more than it tells itself."""
        strengths = np.zeros(len(self.rows), dtype=np.float32)
        strengths[[self.rows[reading] for reading in word.readings if reading in self.rows]] = 1
        known = [self.rows[other] for other in word.translations if other in self.rows]
        strengths[known] = np.maximum(strengths[known], TRANSLATION_STRENGTH)
        is_spelt = is_spelt and bool(self.rows)
        if is_spelt and not strengths.any():
            for reading in word.readings:
                np.maximum(strengths, self.spelling.find_alike(reading, with_slips=not word.is_known), out=strengths)
        meant = np.flatnonzero(strengths == strengths.max(initial=1e-9))
        rarity = float(self.rarity[meant].min()) if meant.size else self.unseen_rarity
        if is_spelt:
            cap = np.minimum(1, self.rarity / rarity) if rarity > 0 else np.float64(0)
            for reading in (*word.readings, *word.translations):
                np.maximum(strengths, self.spelling.find_compounds(reading) * cap, out=strengths)
        rows = np.flatnonzero(strengths)
        return WordMatch(rows, strengths[rows], rarity)


def build_lexical_index(
    texts: Sequence[Sequence[str]],
    *,
    names: Sequence[Iterable[str]],
    background: Iterable[Sequence[Sequence[str]]] = (),
) -> LexicalIndex:
    """Return the index of texts given as lemmas.

    presence(u, d) = min(1, f · (k1 + 1) / (f + k1 · (1 − b + b · |d| / mean |d|))) with f the occurrences of u in d,
    and 1 for a name. rarity(u) = −log(max(p, p_1, p_2, …)) with p = (n_u + 0.5) / (max(n, 40) + 20) for n_u of n texts
    that have u, and p_1, p_2, … its shares of the background in each language, which tells that *and* is common where
    few texts are English.

    Parameters
    ----------
    texts : lemmas of each text, in any order
    names : for each text, more words by which it is found, in lower case; they do not count for its length
    background : in each language, lemmas of the background texts

    Notes
    -----
    Cost is linear in the number of lemmas and their letters.

    References
    ----------
    Robertson and Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond,
    https://doi.org/10.1561/1500000019. Dividing by the query's own rarity, the background's part in it and spelling
    are our own choice, see docs/adr/words-are-matched-softly.md.
    """
    parts = [[part for lemma in lemmas for part in split_compound(lemma)] for lemmas in texts]
    occurrences = [Counter(lemmas) for lemmas in parts]
    mean_length = max(sum(map(len, parts)) / max(len(parts), 1), 1.0)
    rows: dict[str, int] = {}
    cells: dict[tuple[int, int], float] = {}
    for text, (found, own_names) in enumerate(zip(occurrences, names, strict=True)):
        norm = _SATURATION * (1 - _LENGTH_PENALTY + _LENGTH_PENALTY * found.total() / mean_length)
        for lemma, count in found.items():
            cells[rows.setdefault(lemma, len(rows)), text] = min(1.0, count * (_SATURATION + 1) / (count + norm))
        for name in own_names:
            cells[rows.setdefault(name, len(rows)), text] = 1.0
    shape = (len(rows), len(texts))
    places = np.array(list(cells), dtype=np.int32).reshape(-1, 2).T
    presence = csr_array((np.array(list(cells.values()), dtype=np.float32), tuple(places)), shape=shape)
    n_seen = max(len(texts), FEWEST) + _N_IMAGINED
    shares = (np.diff(presence.indptr) + 0.5) / n_seen
    for lemma, share in _find_shares(background).items():
        if lemma in rows:
            shares[rows[lemma]] = max(shares[rows[lemma]], share)
    return LexicalIndex(rows, presence, -np.log(shares), float(np.log(2 * n_seen)), build_spelling_index(list(rows)))


def _find_shares(background: Iterable[Sequence[Sequence[str]]]) -> dict[str, float]:
    """Return the share of background texts that have a lemma, in the language where it is commonest."""
    shares: dict[str, float] = {}
    for texts in background:
        frequency = Counter(part for lemmas in texts for lemma in set(lemmas) for part in split_compound(lemma))
        for lemma, count in frequency.items():
            shares[lemma] = max(shares.get(lemma, 0.0), count / (len(texts) + 1))
    return shares
