"""Telling words that two texts have in common, across languages where the vocabulary knows them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from matcher.concepts import ConceptReader
from matcher.lemmas import split_words
from matcher.lexical import FEWEST
from matcher.passage import Passage
from models.reuse import SharedWord
from models.theme import Keyword

_N_IMAGINED: Final = 20
"""Texts imagined besides, without any of the words, as in matcher/lexical.py."""
TELLING_MIN: Final = 2.3
"""Least rarity of a word worth showing, as in matcher/highlights.py: what a tenth of all texts have tells little."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of a text as written, and how surely, in (0, 1], the text is about what it stands for."""

    written: str
    strength: float


Mentions = Mapping[Keyword, Mention]
"""What a text is about, by the Finnish word of each concept, or by the lemma of a word that none knows."""
Rarities = Mapping[Keyword, float]


def read_mentions(passage: Passage, reader: ConceptReader) -> Mentions:
    """Return what the main sentences of a text are about, verbs and other words that name nothing left out.

    A compound counts half for each part that the vocabulary knows: *päiväkotipaikka* is also about *päiväkoti*.
    """
    words = [word for sentence in passage.sentences[: passage.n_main] for word in split_words(sentence)]
    mentions: dict[Keyword, Mention] = {}
    for places, reading in reader.locate(passage.lemmas[: len(words)], passage.language):
        known = mentions.get(reading.term)
        if reading.is_noun and (known is None or reading.strength > known.strength):
            written = " ".join(words[place] for place in places)
            mentions[reading.term] = Mention(written, reading.strength)
    return mentions


def measure_rarities(texts: Iterable[Mentions]) -> Rarities:
    """Return how much each word tells: log((max(n, 40) + 20) / (m + 0.5)) for m of n texts that have it; > 0."""
    counts: Counter[Keyword] = Counter()
    n_texts = 0
    for mentions in texts:
        counts.update(mentions.keys())
        n_texts += 1
    n_seen = max(n_texts, FEWEST) + _N_IMAGINED
    return {term: log(n_seen / (count + 0.5)) for term, count in counts.items()}


def weigh_shared(own: Mentions, their: Mentions, rarities: Rarities) -> float:
    """Return how much the words in common tell: Σ rarity(t) · min(strength_own(t), strength_their(t)), ≥ 0.

    Parameters
    ----------
    own, their : of two texts; the order does not matter
    rarities : of the words of the corpus; a word it does not know is in one of the two texts only

    Examples
    --------
    >>> term = Keyword("läsnäolo", "fi")
    >>> weigh_shared({term: Mention("närvaron", 1.0)}, {term: Mention("läsnäolojen", 0.5)}, {term: 4.0})
    2.0
    """
    return sum(_weigh(term, own, their, rarities) for term in own.keys() & their.keys())


def list_shared(own: Mentions, their: Mentions, rarities: Rarities, *, n_words: int) -> tuple[SharedWord, ...]:
    """Return the telling words in common as each text writes them, each writing once, what tells most first.

    Parameters
    ----------
    own, their, rarities : as for `weigh_shared`
    n_words : int > 0; fewer come back where fewer tell anything
    """
    terms = [term for term in own.keys() & their.keys() if rarities.get(term, 0.0) >= TELLING_MIN]
    terms.sort(key=lambda term: (-_weigh(term, own, their, rarities), term.text))
    found: dict[str, SharedWord] = {}
    for term in terms:
        words = SharedWord(own=own[term].written, their=their[term].written)
        found.setdefault(words.own.casefold(), words)
    return tuple(found.values())[:n_words]


def _weigh(term: Keyword, own: Mentions, their: Mentions, rarities: Rarities) -> float:
    """Return how much one word in common tells."""
    return rarities.get(term, 0.0) * min(own[term].strength, their[term].strength)
