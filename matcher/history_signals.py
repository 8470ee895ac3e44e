"""What past projects tell of every organisation as a partner: seven signals, each a pure function with a stated range.

They know nothing of Finland: organisations are the columns of a `PartnerHistory`, so that the running product and any
benchmark file are ranked by the same arithmetic. `matcher/partner_blend.py` weighs them.
"""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Values = NDArray[np.float64]

DENSE_SHARE: Final = 1 / 2
"""How much meaning counts against letters and words in the likeness of two projects; measured, see docs/method.md."""
TEXT_FLOOR: Final = 1e-3
WALK_FLOOR: Final = 1e-4
"""What no project leads to counts as this much, so that a logarithm can be taken; measured: the order of size matters,
no more.
"""
NEAREST_SHARPNESS: Final = 2.0
"""What a project one standard deviation less like the text than the likest loses, as a logarithm, where the nearest are
counted; that of the baselines of text, and 1.5 and 3 are as good.
"""
MEMORY_YEARS: Final = 1.5
"""After so long a past project counts for 1 / e in experience; measured on public bodies, where it matters most."""
_STEPS: Final = 3
_LEAST_WORD: Final = 3  # letters; shorter runs in names are legal forms and particles


def liken_projects(dense: Values, wording: Values, words: Values, is_seen: NDArray[np.bool_]) -> Values:
    """Return how like a text each project is, in standard deviations above the mean of those seen.

    likeness = ½ · z(dense) + ½ · z(z(wording) + z(words))

    Parameters
    ----------
    dense : cosine of calibrated vectors, shape (n_projects,)
    wording : cosine of runs of letters, shape (n_projects,)
    words : BM25 score of whole words, shape (n_projects,)
    is_seen : which projects may be used, shape (n_projects,)

    Returns
    -------
    shape (n_projects,); 0 for all where fewer than two are seen

    Examples
    --------
    >>> liken_projects(*[np.array([0.0, 1.0])] * 3, np.array([True, True])).round(6).tolist()
    [-1.0, 1.0]
    """
    written = _standardise(wording, is_seen) + _standardise(words, is_seen)
    return DENSE_SHARE * _standardise(dense, is_seen) + (1 - DENSE_SHARE) * _standardise(written, is_seen)


def find_text_signal(likeness: Values, membership: csr_array, is_seen: NDArray[np.bool_]) -> Values:
    """Return how much of the past that is like a text was an organisation's: log(1 + share / floor).

    share(c) = Σ_p w_p · [c in p], with w_p ∝ exp(likeness_p) / √|p| over the projects seen, Σ w = 1

    Returns
    -------
    shape (n_organisations,), in [0, log(1 + 1 / floor)] = [0, 6.91]
    """
    weights = weigh_texts(likeness, membership, is_seen)
    signal: Values = np.log1p(membership.T @ weights / TEXT_FLOOR)
    return signal


def find_nearest_signal(likeness: Values, membership: csr_array, is_seen: NDArray[np.bool_]) -> Values:
    """Return how many of the projects nearest to a text were an organisation's: log(1 + Σ_p nearness_p · [c in p]).

    nearness_p = exp(2 · (likeness_p − most)) is 1 for the likest project seen. Where one stands out, its members are
    who counts; where none does, all projects count, and the signal is how many an organisation had.

    Returns
    -------
    shape (n_organisations,), in [0, log(1 + n_projects)]

    Examples
    --------
    >>> one_each = csr_array(np.eye(2))
    >>> find_nearest_signal(np.array([9.0, 0.0]), one_each, np.array([True, True])).round(2).tolist()
    [0.69, 0.0]
    """
    signal: Values = np.log1p(membership.T @ favour_alike(NEAREST_SHARPNESS * likeness, is_seen))
    return signal


def weigh_texts(likeness: Values, membership: csr_array, is_seen: NDArray[np.bool_]) -> Values:
    """Return what each project counts for the text signal, shape (n_projects,); they sum to 1, or are all 0."""
    n_members = np.diff(membership.indptr)
    weights = favour_alike(likeness, is_seen) / np.sqrt(np.maximum(n_members, 1))
    total = weights.sum()
    scaled: Values = weights / total if total > 0 else np.zeros(len(weights))
    return scaled


def favour_alike(likeness: Values, is_seen: NDArray[np.bool_]) -> Values:
    """Return exp(likeness) by the most there is among the projects seen, in [0, 1]; 0 for those not seen."""
    most = likeness.max(initial=-np.inf, where=is_seen)
    # What is not seen may be far more alike, so that its exponential is none: it is never taken.
    favoured: Values = np.exp(np.subtract(likeness, most, out=np.full(len(likeness), -np.inf), where=is_seen))
    return favoured


def find_walk_signal(start: Values, likeness: Values, membership: csr_array, is_seen: NDArray[np.bool_]) -> Values:
    """Return how easily walks of one, two and three steps lead from organisations to others: log(1 + Σ reach / floor).

    A step goes from an organisation to one of its projects, with probability ∝ exp(likeness), and on to one of all its
    members alike; so what the text is about decides which past ties count.

    Parameters
    ----------
    start : ≥ 0, where walks begin, shape (n_organisations, n_walks); each column sums to at most 1
    likeness, is_seen : of each project, shape (n_projects,)
    membership : shape (n_projects, n_organisations), 0 or 1

    Returns
    -------
    shape (n_organisations, n_walks), in [0, log(1 + 3 / floor)] = [0, 10.31]; that of the start itself means nothing

    References
    ----------
    Tong, Faloutsos and Pan (2006), Fast Random Walk with Restart and Its Applications,
    https://doi.org/10.1109/ICDM.2006.70; weighting steps by text is our own choice, see
    docs/adr/partners-are-weighed-by-what-history-teaches.md.
    """
    reached = np.zeros_like(start)
    place = start
    for _ in range(_STEPS):
        place = step_through_projects(place, likeness, membership, is_seen)
        reached = reached + place
    signal: Values = np.log1p(reached / WALK_FLOOR)
    return signal


def step_through_projects(place: Values, likeness: Values, membership: csr_array, is_seen: NDArray[np.bool_]) -> Values:
    """Return where one step of the walk leads, shape of `place`; who was in no project leads nowhere."""
    n_members = np.maximum(np.diff(membership.indptr), 1)[:, None]
    weights = favour_alike(likeness, is_seen)
    leaving = (membership.T @ weights)[:, None]
    spread = np.divide(place, leaving, out=np.zeros_like(place), where=leaving > 0)
    stepped: Values = membership.T @ ((membership @ spread) * weights[:, None] / n_members)
    return stepped


def find_experience_signal(ages_years: Values, membership: csr_array, is_seen: NDArray[np.bool_]) -> Values:
    """Return how much an organisation has done of late: log(1 + Σ_p exp(−age_p / 1.5 years)); ≥ 0.

    Parameters
    ----------
    ages_years : of each project, ≥ 0, shape (n_projects,); NaN, where it is not known, counts as the mean of the
        others that are seen
    """
    known = ages_years[is_seen & ~np.isnan(ages_years)]
    filled = np.where(np.isnan(ages_years), known.mean() if len(known) else 0.0, ages_years)
    signal: Values = np.log1p(membership.T @ (np.exp(-np.maximum(filled, 0) / MEMORY_YEARS) * is_seen))
    return signal


def find_region_signal(
    region: str, regions: NDArray[np.str_], membership: csr_array, is_seen: NDArray[np.bool_]
) -> Values:
    """Return how much more than others an organisation works in a region: log((1 + n_there / share) / (1 + n)).

    n counts its projects seen whose region is told, n_there those of them that are in the region, and share is that of
    the region in all of these projects; the 1 is one project that is as those of others are.

    Parameters
    ----------
    region : where partners are sought; empty where it is not told
    regions : of each project, shape (n_projects,); empty where it is not told

    Returns
    -------
    shape (n_organisations,), in [−log(1 + n_projects), log n_projects]; 0 for all where the region is not told, or no
    project seen is in it

    Examples
    --------
    >>> both = csr_array(np.array([[1.0, 0], [0, 1]]))
    >>> find_region_signal("Lappi", np.array(["Lappi", "Kainuu"]), both, np.array([True, True])).round(2).tolist()
    [0.41, -0.69]
    """
    is_told = is_seen & (regions != "")
    is_there = is_told & (regions == region)
    if not is_there.any():
        return np.zeros(membership.shape[1])
    share = is_there.sum() / is_told.sum()
    n_there, n_told = (membership.T @ each.astype(np.float64) for each in (is_there, is_told))
    signal: Values = np.log((1 + n_there / share) / (1 + n_told))
    return signal


def split_name(name: str) -> frozenset[str]:
    """Return the words of a name that may tell it from others, in lower case; codes of digits are none.

    Examples
    --------
    >>> sorted(split_name("Varde Erhvervs- og Turistråd S/I"))
    ['erhvervs', 'turistråd', 'varde']
    """
    return frozenset(word for word in split_text(name) if not word.isdigit())


def split_text(text: str) -> list[str]:
    """Return the words of a text of at least three characters, in lower case."""
    return [word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _LEAST_WORD]


def weigh_names(names: Sequence[str]) -> tuple[dict[str, int], csr_array]:
    """Return the words of names, and how much each tells: log(n / number of names with it).

    Returns
    -------
    column by word, and the weights, shape (n_names, n_words), ≥ 0
    """
    words = [sorted(split_name(name)) for name in names]
    columns: dict[str, int] = {}
    indices = np.array([columns.setdefault(word, len(columns)) for each in words for word in each], dtype=np.int32)
    indptr = np.concatenate([[0], np.cumsum([len(each) for each in words])]).astype(np.int32)
    n_with = np.bincount(indices, minlength=max(len(columns), 1))
    cells = (np.log(len(names) / n_with[indices]), indices, indptr)
    return columns, csr_array(cells, shape=(len(names), max(len(columns), 1)))


def find_named_signal(text: str, columns: dict[str, int], name_weights: csr_array) -> Values:
    """Return how much of each name a text says: the weight of the words of the name that it has, by that of them all.

    Words are found as they are and with one or two letters added, which is how most are inflected.

    Returns
    -------
    shape (n_names,), in [0, 1]
    """
    said = {word[: len(word) - cut] for word in split_text(text) for cut in range(3) if len(word) - cut >= _LEAST_WORD}
    is_said = np.zeros(name_weights.shape[1])
    is_said[[column for word, column in columns.items() if word in said]] = 1
    whole = np.asarray(name_weights.sum(axis=1)).ravel()
    signal: Values = np.divide(name_weights @ is_said, whole, out=np.zeros(len(whole)), where=whole > 0)
    return signal


def liken_names(name_weights: csr_array, rows: NDArray[np.intp]) -> Values:
    """Return the cosine of names with those of some rows, shape (n_names, n_rows), in [0, 1]: mostly a shared place."""
    lengths = np.sqrt(np.asarray(name_weights.multiply(name_weights).sum(axis=1)).ravel())
    scaled = name_weights.multiply(1 / np.maximum(lengths, 1e-12)[:, None]).tocsr()
    cosines: Values = (scaled @ scaled[rows].T).toarray()
    return cosines


def _standardise(values: Values, is_seen: NDArray[np.bool_]) -> Values:
    """Return values in standard deviations from the mean of those seen; zeros where these are all alike."""
    seen = values[is_seen]
    spread = float(seen.std()) if len(seen) else 0.0
    scaled: Values = (values - seen.mean()) / spread if spread > 0 else np.zeros(len(values))
    return scaled
