"""What the bundled model makes of the texts that ship with the product."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from data.background import list_background_texts
from data.shipped_vectors import (
    BACKGROUND_VECTORS,
    VOCABULARY_VECTORS,
    load_shipped_vectors,
    load_vectors,
    save_vectors,
)
from data.vocabulary import load_vocabulary
from matcher.encoders import SentenceEncoder


def _describe_concepts() -> list[str]:
    """Return the texts of the shipped vocabulary."""
    return load_vocabulary().describe_concepts()


@pytest.mark.parametrize(
    ("path", "list_texts"), [(BACKGROUND_VECTORS, list_background_texts), (VOCABULARY_VECTORS, _describe_concepts)]
)
def test_the_shipped_vectors_are_those_of_the_model(
    sentence_encoder: SentenceEncoder, path: Path, list_texts: Callable[[], Sequence[str]]
) -> None:
    """Every twentieth text has the vector the bundled model gives it; run scripts.encode_shipped otherwise."""
    texts = list_texts()

    shipped = load_vectors(path, texts)

    own = sentence_encoder.encode(texts[::20])
    assert np.sum(own * np.stack([shipped[text] for text in texts[::20]]), axis=1) == pytest.approx(1, abs=1e-5)
    assert len(shipped) == len(set(texts))
    assert shipped.keys() <= load_shipped_vectors().keys()


def test_vectors_of_other_texts_are_not_used(tmp_path: Path) -> None:
    """After an edit of the texts the file no longer counts."""
    path = tmp_path / "vectors.npz"
    save_vectors(path, ["yksi", "kaksi"], np.eye(2, 4, dtype=np.float32) + 1)

    assert [len(load_vectors(path, texts)) for texts in (["yksi", "kaksi"], ["yksi", "muutettu"])] == [2, 0]
