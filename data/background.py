"""The shipped background sentences, the same in every language, and their vectors; see data/background/README.md."""

import csv
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.embeddings import Vectors
from models.language import LANGUAGES, LanguageCode

BACKGROUND_FILE: Final = Path(__file__).parent / "background" / "sentences.tsv"
VECTORS_FILE: Final = BACKGROUND_FILE.with_name("multilingual-e5-small-q4.npz")
"""What the bundled model makes of the sentences: encoding them takes as long as seven hundred ideas would."""


def load_background(path: Path = BACKGROUND_FILE) -> Mapping[LanguageCode, Sequence[str]]:
    """Return the sentences by language, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {language: tuple(row[language] for row in rows) for language in LANGUAGES}


def load_background_vectors(path: Path = VECTORS_FILE) -> Mapping[str, NDArray[np.float32]]:
    """Return the vector of each background sentence; none where the sentences have changed since they were encoded."""
    texts = list_background_texts()
    with np.load(path) as stored:
        if str(stored["digest"]) != _digest(texts):
            return {}
        rounded = stored["vectors"].astype(np.float32)
    return dict(zip(texts, rounded / np.linalg.norm(rounded, axis=1, keepdims=True), strict=True))


def save_background_vectors(vectors: Vectors, path: Path = VECTORS_FILE) -> None:
    """Write the vectors of `list_background_texts()`, at half precision: a cosine is the same to six places."""
    np.savez_compressed(path, vectors=vectors.astype(np.float16), digest=_digest(list_background_texts()))


def list_background_texts() -> list[str]:
    """Return all sentences, one language after another."""
    return [text for texts in load_background().values() for text in texts]


def _digest(texts: Sequence[str]) -> str:
    """Return what the sentences are known by, 64 hexadecimal digits."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
