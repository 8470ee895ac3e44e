"""Runs of letters that words are made of, by which misspelt, inflected and compound words are alike."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array


def list_ngrams(word: str, size: int) -> list[str]:
    """Return all runs of `size` characters of a word between two spaces; a shorter word is one run.

    Examples
    --------
    >>> list_ngrams("tie", 3)
    [' ti', 'tie', 'ie ']
    """
    marked = f" {word} "
    return [marked[begin : begin + size] for begin in range(max(len(marked) - size, 0) + 1)]


@dataclass(frozen=True, slots=True, eq=False)
class NgramTable:
    """How often each run occurs in each of some texts: `counts` has a row a text and a column a run of `columns`."""

    columns: Mapping[str, int]
    counts: csr_array


def count_ngrams(texts: Iterable[Sequence[str]], size: int) -> NgramTable:
    """Return the table of the runs of `size` characters in texts that are given as words."""
    columns: dict[str, int] = {}
    places: list[int] = []
    counts: list[int] = []
    ends = [0]
    for words in texts:
        found = Counter(ngram for word in words for ngram in list_ngrams(word, size))
        places += [columns.setdefault(ngram, len(columns)) for ngram in found]
        counts += found.values()
        ends.append(len(places))
    cells = (np.array(counts, dtype=np.float32), np.array(places, dtype=np.int32), np.array(ends, dtype=np.int32))
    return NgramTable(columns, csr_array(cells, shape=(len(ends) - 1, len(columns))))
