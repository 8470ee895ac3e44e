"""Finds words that are spelt nearly like another: slips, inflections, compounds and their parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from scipy.sparse import csc_array

from matcher.character_ngrams import count_ngrams, list_ngrams

_SIZE: Final = 3  # letters a run; two are in every word, and one slip spoils four of four
_ALIKE_MIN: Final = 0.6
"""Dice's coefficient of the runs from which words are alike: koulukyyti and koulukyyditys; measured, docs/method.md."""
_STEM_LETTERS: Final = 3
"""Letters in which inflections and derivations begin alike; what only ends alike is another compound of the same head:
adoptionsrådgivning is no spelling of rådgivning."""
_SLIP_MIN: Final = 0.79
"""Nearness (optimal string alignment) from which one word is a slip for another: one letter in five, as for names."""
_SLIP_CANDIDATE_MIN: Final = (
    0.25  # Dice's coefficient of kuhmo and kuhno is 0.4, the least for one slip in five letters
)
_PART_STRENGTH: Final = 0.6
"""How much a compound counts for its first or last part, or that part for the compound; measured, docs/method.md."""
_PART_LETTERS_MIN: Final = 5  # shorter beginnings and ends of words are mostly no parts of compounds


@dataclass(frozen=True, slots=True, eq=False)
class SpellingIndex:
    """Words by the runs of letters in them: `runs` (n_words, n_runs) is 1 where a word has a run of `columns`."""

    words: Sequence[str]
    columns: dict[str, int]
    runs: csc_array
    n_runs: NDArray[np.float32]

    def find_alike(self, word: str, *, with_slips: bool = True) -> NDArray[np.float32]:
        """Return how surely each word of the index is `word` spelt otherwise; shape (n_words,), in [0, 1].

        Without slips only inflections and derivations are found: a flood (tulva) is not coming (tulla).
        """
        n_shared, n_own = self._count_shared(word)
        dice = 2 * n_shared / (n_own + self.n_runs)
        likeness = np.zeros(len(self.words), dtype=np.float32)
        for row in np.flatnonzero(dice >= _ALIKE_MIN).tolist():
            if self.words[row][:_STEM_LETTERS] == word[:_STEM_LETTERS]:
                likeness[row] = dice[row]
        slips = (dice >= _SLIP_CANDIDATE_MIN) & (dice < 1) & with_slips
        for row in np.flatnonzero(slips).tolist():
            if self.words[row][:1] == word[:1]:  # who slips begins right: a taxi (taksi) is not two (kaksi)
                nearness = OSA.normalized_similarity(word, self.words[row], score_cutoff=_SLIP_MIN)
                likeness[row] = max(likeness[row], nearness)
        return np.where(likeness > 0, (1 + likeness) / 2, np.float32(0))

    def find_compounds(self, word: str) -> NDArray[np.float32]:
        """Return the strength of each word of which `word` is the first or last part, or that is such a part of it."""
        n_shared, n_own = self._count_shared(word)
        strengths = np.zeros(len(self.words), dtype=np.float32)
        # A part shares all its runs with the compound but the one at the seam.
        for row in np.flatnonzero(n_shared >= np.minimum(n_own, self.n_runs) - 1).tolist():
            shorter, longer = sorted((word, self.words[row]), key=len)
            if len(shorter) >= _PART_LETTERS_MIN and longer.startswith(shorter) != longer.endswith(shorter):
                strengths[row] = _PART_STRENGTH
        return strengths

    def _count_shared(self, word: str) -> tuple[NDArray[np.float32], int]:
        """Return how many runs each word of the index shares with `word`, and how many that has."""
        own = set(list_ngrams(word, _SIZE))
        columns = sorted(self.columns[run] for run in own if run in self.columns)
        found = [self.runs.indices[self.runs.indptr[column] : self.runs.indptr[column + 1]] for column in columns]
        rows = np.concatenate(found) if found else np.zeros(0, dtype=np.int32)
        return np.bincount(rows, minlength=len(self.words)).astype(np.float32), len(own)


def build_spelling_index(words: Sequence[str]) -> SpellingIndex:
    """Return the index of distinct words in lower case; cost is linear in the number of letters."""
    table = count_ngrams(([word] for word in words), _SIZE)
    n_runs = np.diff(table.counts.indptr).astype(np.float32)
    return SpellingIndex(words, dict(table.columns), table.counts.tocsc(), n_runs)
