"""Principal components: the directions in which ideas differ most."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh

from models.embeddings import Vectors

_LEAST_STRENGTH: Final = 1e-6
"""Components weaker than this share of the strongest, or than this, are noise of rounding."""

Components = NDArray[np.float64]


def find_components(profiles: Vectors) -> Components:
    """Return ideas by their principal components, the strongest first, as many as there are.

    Parameters
    ----------
    profiles : shape (n_ideas, n_dims), of any length

    Returns
    -------
    shape (n_ideas, n_components), each column with mean 0 and its largest deviation on the positive side; no column
    where all ideas are the same

    Notes
    -----
    By the eigenvectors of the smaller of the two products of the centred profiles with themselves, which takes half
    the time of their singular values (2,307 titles) and is as exact as the profiles, which have single precision.

    Examples
    --------
    >>> find_components(np.float32([[0, 1], [0, 1], [3, 1]])).tolist()
    [[-1.0], [-1.0], [2.0]]
    """
    if not len(profiles):
        return np.zeros((0, 0))
    centred = profiles.astype(np.float64) - profiles.mean(axis=0, dtype=np.float64)
    is_wide = centred.shape[0] <= centred.shape[1]
    squares, vectors = eigh(centred @ centred.T if is_wide else centred.T @ centred)
    strengths = np.sqrt(squares[::-1].clip(0))
    n_kept = int((strengths > max(strengths[0] * _LEAST_STRENGTH, _LEAST_STRENGTH)).sum())
    vectors = vectors[:, ::-1][:, :n_kept]
    components: Components = vectors * strengths[:n_kept] if is_wide else centred @ vectors
    largest = components[np.abs(components).argmax(axis=0), np.arange(n_kept)]
    return components * np.where(largest < 0, -1.0, 1.0)
