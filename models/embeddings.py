"""Vectors of texts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Row vectors of shape (n_texts, n_dims), each of unit length."""


@dataclass(frozen=True, slots=True, eq=False)
class Embeddings:
    """Vectors with the keys of what they stand for, row by row."""

    keys: Sequence[str]
    vectors: Vectors
