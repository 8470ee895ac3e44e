"""How surely two texts ask for the same: the points of a project or of another idea, and what they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.passage import Passage
from matcher.project_names import find_project_name
from matcher.shared_words import Mentions, Rarities, ReadWord, list_shared, measure_covered, weigh_shared
from models.embeddings import Vectors
from models.reuse import Confidence, ReuseEvidence

WORDS_MAX: Final = 10.0
"""What shared words count at most: three or four rare ones are as good as ten; read off the planted truth."""
COVERED_USUAL: Final = 0.15
"""The share of a text's words that many another has too; only of a few words is more than that easily in common."""
_N_WORDS: Final = 6  # taste: a line of them


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseWeights:
    """What each sign adds to the points, and from how many points on two texts are taken for the same."""

    start: float
    closeness: float
    sentence: float
    words: float
    covered: float
    name: float
    alike_min: float
    clear_min: float


PROJECT_WEIGHTS: Final = ReuseWeights(
    start=-7.0, closeness=9.0, sentence=5.5, words=0.6, covered=8.0, name=5.0, alike_min=-1.6, clear_min=1.0
)
IDEA_WEIGHTS: Final = ReuseWeights(
    start=-5.2, closeness=15.0, sentence=0.0, words=0.4, covered=3.0, name=0.0, alike_min=-1.6, clear_min=1.8
)
"""Measured on the planted truth and on half of the written texts, then rounded; see docs/method.md.

A project is described in a sentence or two, so that its nearest sentence tells more than that of an idea.
"""


@dataclass(frozen=True, slots=True, eq=False)
class OwnText:
    """What is asked about.

    `profile` (n_dims,) and `crowding` are those of the whole text, `sentence_vectors` (n_main, n_dims) those of its
    main sentences, all calibrated.
    """

    passage: Passage
    profile: NDArray[np.float32]
    crowding: float
    sentence_vectors: Vectors
    mentions: Mentions
    words: Sequence[ReadWord]


@dataclass(frozen=True, slots=True, eq=False)
class OtherText:
    """A text compared with it: similarity and closeness of the whole, and the vectors of its main sentences."""

    passage: Passage
    similarity: float
    closeness: float
    sentence_vectors: Vectors
    mentions: Mentions
    names: tuple[str, ...] = ()


def weigh_reuse(own: OwnText, other: OtherText, *, rarities: Rarities, weights: ReuseWeights) -> ReuseEvidence:
    """Return the evidence that two texts ask for the same.

    points = a + b · closeness + c · max(0, sentence) + d · min(10, words) + e · [name] + f · max(0, covered − 0.15),
    log-odds with the weights a to f: closeness as between ideas (matcher/closeness.py), sentence the cosine of the
    nearest pair of main sentences, words what the words in common tell, covered the share of the own words that the
    other is about (both matcher/shared_words.py), and whether a name of the project is mentioned.

    Parameters
    ----------
    own, other : of one index, so that their vectors compare
    rarities : of all words of the index
    weights : `PROJECT_WEIGHTS` or `IDEA_WEIGHTS`

    References
    ----------
    Our own choice, see docs/adr/reuse-is-advice-with-evidence.md.
    """
    likeness = own.sentence_vectors @ other.sentence_vectors.T
    own_row, their_row = _choose_pair(own, other, likeness, is_nearest=weights.sentence > 0)
    sentence_similarity = float(likeness[own_row, their_row])
    words = weigh_shared(own.mentions, other.mentions, rarities)
    covered = measure_covered(own.words, other.mentions)
    name = find_project_name(own.passage.text, other.names)
    points = (
        weights.start
        + weights.closeness * other.closeness
        + weights.sentence * max(0.0, sentence_similarity)
        + weights.words * min(WORDS_MAX, words)
        + weights.covered * max(0.0, covered - COVERED_USUAL)
        + (0.0 if name is None else weights.name)
    )
    return ReuseEvidence(
        points=points,
        similarity=float(np.clip(other.similarity, -1, 1)),
        own_sentence=own.passage.sentences[own_row],
        their_sentence=other.passage.sentences[their_row],
        sentence_similarity=float(np.clip(sentence_similarity, -1, 1)),
        shared_words=list_shared(own.mentions, other.mentions, rarities, n_words=_N_WORDS),
        project_name=name,
    )


def judge_points(points: float, weights: ReuseWeights) -> Confidence | None:
    """Return how sure it is that two texts ask for the same, None where they hardly do.

    Examples
    --------
    >>> judge_points(1.2, PROJECT_WEIGHTS), judge_points(0.0, PROJECT_WEIGHTS), judge_points(-3.0, PROJECT_WEIGHTS)
    (<Confidence.CLEAR: 'clear'>, <Confidence.ALIKE: 'alike'>, None)
    """
    if points >= weights.clear_min:
        return Confidence.CLEAR
    return Confidence.ALIKE if points >= weights.alike_min else None


def _choose_pair(own: OwnText, other: OtherText, likeness: NDArray[np.float32], *, is_nearest: bool) -> tuple[int, int]:
    """Return the places of the sentences that are shown: the nearest pair where that counts.

    Elsewhere theirs is the one most like the whole of the own text, as for partners, where it was measured to be what
    brings two ideas together; the nearest pair of two long texts is often about nothing in particular.
    """
    if is_nearest:
        own_row, their_row = divmod(int(likeness.argmax()), int(likeness.shape[1]))
        return own_row, their_row
    their_row = int((other.sentence_vectors @ own.profile).argmax())
    return int(likeness[:, their_row].argmax()), their_row
