"""Vectors of texts."""

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Row vectors of shape (n_texts, n_dims), each of unit length."""
