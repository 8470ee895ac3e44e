"""Telling words that two texts have in common, across languages where the vocabulary knows them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from matcher.concepts import ConceptReader, ConceptReading
from matcher.lemmas import split_words
from matcher.lexical import FEWEST
from matcher.passage import Passage
from models.reuse import SharedWord
from models.theme import Keyword

_N_IMAGINED: Final = 20
"""Texts imagined besides, without any of the words, as in matcher/lexical.py."""
TELLING_MIN: Final = 2.3
"""Least rarity of a word worth showing, as in matcher/highlights.py: what a tenth of all texts have tells little."""
_BROADER: Final = 0.8
"""How surely a text about a thing is about what that is part of; taste, as for the name in another language."""
_UNSURE: Final = 0.5
"""What a word counts that may be a verb, for then it says little of what a text is about; taste."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of a text as written, and how surely, in (0, 1], the text is about what it stands for."""

    written: str
    strength: float


Mentions = Mapping[Keyword, Mention]
"""What a text is about, by the Finnish word of each concept, or by the lemma of a word that none knows."""
Rarities = Mapping[Keyword, float]


@dataclass(frozen=True, slots=True)
class ReadWord:
    """One word of a text: what it may stand for, each with how surely, and what it weighs among the words, > 0."""

    terms: Mapping[Keyword, float]
    weight: float


def read_mentions(passage: Passage, reader: ConceptReader) -> Mentions:
    """Return what the main sentences of a text are about, verbs and other words that name nothing left out.

    A compound counts half for each part that the vocabulary knows: *päiväkotiryhmä* is also about *päiväkoti*.
    """
    words = [word for sentence in passage.sentences[: passage.n_main] for word in split_words(sentence)]
    mentions: dict[Keyword, Mention] = {}
    for places, reading in reader.locate(passage.lemmas[: len(words)], passage.language):
        known = mentions.get(reading.term)
        if reading.is_noun and (known is None or reading.strength > known.strength):
            written = " ".join(words[place] for place in places)
            mentions[reading.term] = Mention(written, reading.strength)
    return mentions


def widen_mentions(mentions: Mentions, broader: Mapping[Keyword, Keyword]) -> Mentions:
    """Return what a text is about, with what that is part of or a kind of, a little less surely.

    Parameters
    ----------
    mentions : of a text
    broader : of a `ConceptReader`

    Examples
    --------
    >>> own, wider = Keyword("päiväkoti", "fi"), Keyword("varhaiskasvatus", "fi")
    >>> widen_mentions({own: Mention("dagis", 1.0)}, {own: wider})[wider]
    Mention(written='dagis', strength=0.8)
    """
    widened = dict(mentions)
    for term, mention in mentions.items():
        wider, strength = broader.get(term), _BROADER * mention.strength
        if wider is not None and (wider not in widened or widened[wider].strength < strength):
            widened[wider] = Mention(mention.written, strength)
    return widened


def read_words(passage: Passage, reader: ConceptReader, rarities: Rarities) -> tuple[ReadWord, ...]:
    """Return the words of the main sentences of a text in order, those left out that name nothing.

    A word stands for all that it is read as, alone or in a phrase, and a little less surely for what that is part of.
    It weighs g · r: the rarity r of what it stands for most surely, that of a word no text has where none knows it,
    with g of 1, or 0.5 where it may be a verb.

    Parameters
    ----------
    passage, reader : as for `read_mentions`
    rarities : of the words of the corpus
    """
    unseen = log((FEWEST + _N_IMAGINED) / 0.5)
    n_words = sum(len(split_words(sentence)) for sentence in passage.sentences[: passage.n_main])
    found: defaultdict[int, list[ConceptReading]] = defaultdict(list)
    for places, reading in reader.locate(passage.lemmas[:n_words], passage.language):
        for place in places:
            found[place].append(reading)
    words = []
    for _, readings in sorted(found.items()):
        terms: dict[Keyword, float] = {}
        for each in readings:
            terms[each.term] = max(terms.get(each.term, 0.0), each.strength)
            wider = reader.broader.get(each.term)
            if wider is not None:
                terms[wider] = max(terms.get(wider, 0.0), _BROADER * each.strength)
        surest = max(terms.values())
        known = [rarities[term] for term, strength in terms.items() if strength == surest and term in rarities]
        share = 1.0 if any(each.is_noun for each in readings) else _UNSURE
        words.append(ReadWord(terms, share * max(known, default=unseen)))
    return tuple(words)


def measure_covered(words: Sequence[ReadWord], their: Mentions) -> float:
    """Return the share of a text's words that another text is about.

    covered = Σ_w weight_w · max_t min(strength_w(t), strength_their(t)) / Σ_w weight_w

    Parameters
    ----------
    words : of a text; a long one is never covered by much
    their : what the other text is about

    Returns
    -------
    in [0, 1]; 0 for no words

    Examples
    --------
    >>> own, other = Keyword("kirjasto", "fi"), Keyword("vene", "fi")
    >>> measure_covered([ReadWord({own: 1.0}, 3), ReadWord({other: 1.0}, 1)], {own: Mention("kirjasto", 1.0)})
    0.75
    """
    covered = 0.0
    for word in words:
        found = [min(strength, their[term].strength) for term, strength in word.terms.items() if term in their]
        if found:
            covered += word.weight * max(found)
    return covered / sum(word.weight for word in words) if covered else 0.0


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
