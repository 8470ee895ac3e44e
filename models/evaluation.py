"""Measured quality: figures with intervals, and the rankings they were computed from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from models.language import LanguageCode

FEWEST_MEASURED: Final = 30
"""Of fewer projects, pairs or texts, figures show nothing: even half of them right is known to no better than ± 0.18
(1.96 · sqrt(0.25 / 30)), and a perfect figure of a handful may be luck. The bound is taste."""


@dataclass(frozen=True, slots=True)
class TextPair:
    """Two texts that say the same; `language` is None where it is to be identified."""

    first: str
    second: str
    language: LanguageCode | None = None


class Channel(StrEnum):
    """What a ranking goes by: meaning alone, words and their spelling alone, or all together as a search does."""

    DENSE = "dense"
    LEXICAL = "lexical"
    FUSED = "fused"


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean with the bounds of its 95 % bootstrap interval, all in [0, 1]."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SearchFigures:
    """How well one channel finds the right text: share at rank 1, and mean reciprocal rank."""

    hit_at_1: Figure
    mean_reciprocal_rank: Figure


@dataclass(frozen=True, slots=True, eq=False)
class SearchEvaluation:
    """Figures by channel over `n_pairs` pairs; `rankings` has, a pair, the rows of the best of the fused channel."""

    n_pairs: int
    model: str
    figures: Mapping[Channel, SearchFigures]
    rankings: Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with the topic it is known to be about; `text_id` is the file's own."""

    text_id: str
    text: str
    topic: str
    language: LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEvaluation:
    """Agreement of themes with known topics over `n_texts`.

    `v_measure` is in [0, 1], `adjusted_rand` at most 1 and 0 for chance; `share_unassigned` in [0, 1] of the texts are
    in no theme. `stability` in [0, 1] is the mean over texts of how alike their theme comes back. `labels` has the
    theme of each text, from 1.
    """

    n_texts: int
    model: str
    n_themes: int
    v_measure: float
    adjusted_rand: float
    share_unassigned: float
    stability: float
    labels: Sequence[int]
