"""Stand-ins for what is slow or far away, with the same shape."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from matcher.lemmas import split_words
from matcher.ports import ReportProgress
from models.embeddings import Vectors

N_DIMS: Final = 64


class FakeEncoder:
    """Encodes a text as the bag of the beginnings of its words: alike where words are alike, the same every time."""

    @property
    def model(self) -> str:
        """Name the model."""
        return "fake-encoder"

    def encode(self, texts: Sequence[str], report: ReportProgress | None = None) -> Vectors:
        """Return one vector of unit length a text, in order."""
        vectors = np.full((len(texts), N_DIMS), 0.01, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in split_words(text.casefold()):
                vectors[row, zlib.crc32(word[:5].encode()) % N_DIMS] += 1
        if report is not None:
            report(len(texts), len(texts))
        scaled: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return scaled


@dataclass
class CountingEncoder(FakeEncoder):
    """The fake encoder, which also remembers what it was asked."""

    asked: list[str] = field(default_factory=list)

    def encode(self, texts: Sequence[str], report: ReportProgress | None = None) -> Vectors:
        """Remember the texts and encode them."""
        self.asked.extend(texts)
        return super().encode(texts, report)
