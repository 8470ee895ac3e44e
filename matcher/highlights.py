"""What to show of an idea that was found: the words that matched and the sentence that says it best."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.lemmas import split_compound, split_words
from matcher.lexical import WordMatch
from matcher.passage import read_name
from matcher.search_index import SearchIndex

_RARE_MIN: Final = 2.3
"""Least rarity of a word worth marking: what more than a tenth of all texts have is mostly *and* and *which*. Taste."""
_NEAR_MIN: Final = 0.2
"""Least cosine of a sentence worth showing: queries without an answer reach it in half of the cases, docs/method.md."""


def find_telling_lemmas(index: SearchIndex, matches: Sequence[WordMatch]) -> dict[str, float]:
    """Return the lemmas that a query found and that tell something, with how much each counts for it.

    A word tells something where it is rare, or where the query has none that is rarer.
    """
    lemmas = list(index.lexical.rows)
    least = min(_RARE_MIN, max((match.rarity for match in matches), default=0.0))
    telling: dict[str, float] = {}
    for match in matches:
        if match.rarity < least:
            continue
        for row, strength in zip(match.rows.tolist(), match.strengths.tolist(), strict=True):
            telling[lemmas[row]] = max(telling.get(lemmas[row], 0.0), strength * match.rarity)
    return telling


def find_rare_lemmas(index: SearchIndex, row: int) -> dict[str, float]:
    """Return the lemmas of an idea that few others have, each with its rarity."""
    own = {part for lemma in index.passages[row].lemmas for part in split_compound(lemma)}
    rarities = {lemma: float(index.lexical.rarity[index.lexical.rows[lemma]]) for lemma in own}
    return {lemma: rarity for lemma, rarity in rarities.items() if rarity >= _RARE_MIN}


def find_matched_words(index: SearchIndex, row: int, telling: Mapping[str, float]) -> tuple[str, ...]:
    """Return the words of an idea, as written and each once, whose lemma is telling; then such words of its names."""
    passage = index.passages[row]
    words = [word for sentence in passage.sentences for word in split_words(sentence)]
    matched = [
        word
        for word, lemma in zip(words, passage.lemmas, strict=True)
        if any(part in telling for part in split_compound(lemma))
    ]
    names = [
        word
        for name in passage.names
        for word in split_words(name)
        if not telling.keys().isdisjoint(read_name(word, index.lemmatiser))
    ]
    return tuple(dict.fromkeys((*matched, *names)))


def find_best_sentence(
    index: SearchIndex, row: int, *, telling: Mapping[str, float], vector: NDArray[np.float32] | None
) -> str:
    """Return the sentence of an idea that is nearest in meaning and has most of the telling words; the first of equals.

    Where no sentence has a telling word or is near, as when only the name of a party was found, that is the title.

    Parameters
    ----------
    index, row : the idea
    telling : how much each lemma counts
    vector : calibrated vector that sentences are compared with, None where there is none
    """
    passage = index.passages[row]
    scores = np.array([sum((telling[each] for each in own), 0.0) for own in _list_telling(index, row, telling)])
    if scores.max() > 0:
        scores /= scores.max()
    if vector is not None and index.sentence_vectors is not None:
        scores += index.sentence_vectors[index.bounds[row] : index.bounds[row + 1]] @ vector
    if scores.max() < _NEAR_MIN:
        return passage.sentences[0]
    return passage.sentences[int(np.argmax(scores))]


def has_one_mention(index: SearchIndex, row: int, telling: Mapping[str, float]) -> bool:
    """Tell whether telling lemmas stand in exactly one sentence of an idea, and that is not its title."""
    places = [place for place, own in enumerate(_list_telling(index, row, telling)) if own]
    return len(places) == 1 and places != [0]


def _list_telling(index: SearchIndex, row: int, telling: Mapping[str, float]) -> list[set[str]]:
    """Return the telling lemmas of each sentence of an idea."""
    passage = index.passages[row]
    found, begin = [], 0
    for sentence in passage.sentences:
        end = begin + len(split_words(sentence))
        found.append({part for lemma in passage.lemmas[begin:end] for part in split_compound(lemma) if part in telling})
        begin = end
    return found
