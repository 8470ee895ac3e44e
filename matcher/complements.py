"""Needs and offers of two ideas that answer each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import normalise_rows
from matcher.closeness import average_nearest, measure_closeness
from matcher.concepts import ConceptReader
from matcher.passage import read_passage
from matcher.search_index import SearchIndex
from matcher.sentences import split_sentences
from matcher.shared_words import TELLING_MIN, Mentions, measure_rarities, read_mentions, weigh_shared
from models.embeddings import Vectors
from models.idea import IdeaDraft, Need, Offer

_CLOSENESS_MIN: Final = 0.03
"""Least closeness of a need and an offer that answer each other; measured on the illustrative ideas, docs/method.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """A need of one idea and an offer of another that answers it; rows are those of the search index.

    `closeness` in [-2, 2] is that of the two, less what each is near to anyway.
    """

    need_row: int
    offer_row: int
    need: str
    offer: str
    closeness: float


@dataclass(frozen=True, slots=True, eq=False)
class _Items:
    """The needs, or the offers, of all ideas: whose they are, what they say, and vectors of unit length."""

    rows: NDArray[np.intp]
    items: Sequence[Need | Offer]
    vectors: Vectors
    mentions: Sequence[Mentions]


def find_complements(index: SearchIndex, *, reader: ConceptReader) -> Mapping[int, tuple[Complement, ...]]:
    """Return what each idea and another one have to give each other, by row, the closest first; own needs left out.

    A need and an offer answer each other where they are of one kind, or one of them of none, have a telling word in
    common, in whatever language, and closeness(n, o) = s − (r_n + r_o) / 2 ≥ 0.03. Here s is the cosine of their
    calibrated vectors and r what each is near to among the other side's anyway.

    Parameters
    ----------
    index : all ideas; without sentence vectors nothing is found
    reader : by which words of three languages are the same

    Returns
    -------
    every pair stands under both its ideas; ideas without any are not there

    References
    ----------
    Our own choice, see docs/adr/partners-are-a-sum-of-named-parts.md.
    """
    sides = _read_items(index, reader)
    if sides is None:
        return {}
    needs, offers = sides
    similarity = np.where(needs.rows[:, None] == offers.rows, -np.inf, needs.vectors @ offers.vectors.T)
    closeness = measure_closeness(
        similarity,
        crowding=_measure_crowding(similarity.T),
        own_crowding=_measure_crowding(similarity)[:, None],
    )
    rarities = measure_rarities((*needs.mentions, *offers.mentions))
    found = []
    for own, other in np.argwhere(closeness >= _CLOSENESS_MIN).tolist():
        need, offer = needs.items[own], offers.items[other]
        is_kind = need.kind is None or offer.kind is None or need.kind is offer.kind
        if is_kind and weigh_shared(needs.mentions[own], offers.mentions[other], rarities) >= TELLING_MIN:
            found.append(
                Complement(
                    need_row=int(needs.rows[own]),
                    offer_row=int(offers.rows[other]),
                    need=need.text,
                    offer=offer.text,
                    closeness=float(closeness[own, other]),
                )
            )
    found.sort(key=lambda each: (-each.closeness, each.need, each.offer))
    by_row: dict[int, tuple[Complement, ...]] = {}
    for each in found:
        for row in (each.need_row, each.offer_row):
            by_row[row] = (*by_row.get(row, ()), each)
    return by_row


def _measure_crowding(similarity: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return what each item is near to anyway: the mean of the greatest similarities of each row, own ones left out."""
    n_others = int(np.isfinite(similarity).sum(axis=1).min(initial=similarity.shape[1]))
    return average_nearest(similarity, n_others=n_others)


def _read_items(index: SearchIndex, reader: ConceptReader) -> tuple[_Items, _Items] | None:
    """Return the needs and the offers of all ideas; None where there are none, or while only words can be searched.

    Their sentences follow the main ones of each idea, first those of its needs.
    """
    if index.sentence_vectors is None:
        return None
    needs: list[tuple[int, Need | Offer, int, int]] = []
    offers: list[tuple[int, Need | Offer, int, int]] = []
    for row, idea in enumerate(index.ideas):
        begin = int(index.bounds[row]) + index.passages[row].n_main
        for side, items in ((needs, idea.needs), (offers, idea.offers)):
            for item in items:
                end = begin + len(split_sentences(item.text))
                if end > begin:
                    side.append((row, item, begin, end))
                begin = end
    if not needs or not offers:
        return None
    return _gather(index, needs, reader), _gather(index, offers, reader)


def _gather(index: SearchIndex, found: Sequence[tuple[int, Need | Offer, int, int]], reader: ConceptReader) -> _Items:
    """Return one side with the vectors and words of its items."""
    assert index.sentence_vectors is not None  # noqa: S101 - asked for by the one who calls
    sums = np.stack([index.sentence_vectors[begin:end].sum(axis=0) for _, _, begin, end in found])
    mentions = []
    for row, item, _, _ in found:
        draft = IdeaDraft(title=item.text, language=index.ideas[row].language)
        mentions.append(read_mentions(read_passage(draft, index.lemmatiser), reader))
    return _Items(
        rows=np.array([row for row, *_ in found], dtype=np.intp),
        items=[item for _, item, _, _ in found],
        vectors=normalise_rows(sums),
        mentions=mentions,
    )
