"""What the bundled model makes of the texts that ship with the product, so that no user waits for it."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from data.background import BACKGROUND_FILE, list_background_texts
from data.vocabulary import VOCABULARY_FILE, load_vocabulary
from models.embeddings import Vectors

_NAME: Final = "multilingual-e5-small-q4.npz"
BACKGROUND_VECTORS: Final = BACKGROUND_FILE.with_name(_NAME)
VOCABULARY_VECTORS: Final = VOCABULARY_FILE.with_name(_NAME)
"""Encoding the sentences takes as long as seven hundred ideas would, and the vocabulary a tenth of that."""


def load_shipped_vectors() -> Mapping[str, NDArray[np.float32]]:
    """Return the vector of each shipped text, of those files whose texts are still as they were encoded."""
    return {
        **load_vectors(BACKGROUND_VECTORS, list_background_texts()),
        **load_vectors(VOCABULARY_VECTORS, load_vocabulary().describe_concepts()),
    }


def load_vectors(path: Path, texts: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
    """Return the vector of each text of a file; none where the texts have changed since they were encoded."""
    with np.load(path) as stored:
        if str(stored["digest"]) != _digest(texts):
            return {}
        rounded = stored["vectors"].astype(np.float32)
    return dict(zip(texts, rounded / np.linalg.norm(rounded, axis=1, keepdims=True), strict=True))


def save_vectors(path: Path, texts: Sequence[str], vectors: Vectors) -> None:
    """Write the vectors of texts, at half precision: a cosine is the same to six places."""
    np.savez_compressed(path, vectors=vectors.astype(np.float16), digest=_digest(texts))


def _digest(texts: Sequence[str]) -> str:
    """Return what the texts are known by, 64 hexadecimal digits."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
