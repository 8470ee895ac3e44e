"""Vectors of texts, from the cache or the encoder: no text is encoded twice."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.passage import Passage
from matcher.ports import Database, Encoder, ReportProgress
from models.embeddings import Vectors


def hash_text(text: str) -> str:
    """Return the key under which a text's vector is cached, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def encode_missing(
    texts: Sequence[str], known: Mapping[str, NDArray[np.float32]], encoder: Encoder, report: ReportProgress | None
) -> dict[str, NDArray[np.float32]]:
    """Return vectors by hash for those of `texts` that `known` has not, each distinct text encoded once."""
    missing = {hash_text(text): text for text in texts}
    for text_hash in known:
        missing.pop(text_hash, None)
    if not missing:
        return {}
    vectors = encoder.encode(list(missing.values()), report)
    return dict(zip(missing, vectors, strict=True))


def find_bounds(passages: Sequence[Passage]) -> NDArray[np.intp]:
    """Return where each passage's sentences begin among all sentences; shape (n_passages + 1,)."""
    return np.concatenate([[0], np.cumsum([len(passage.sentences) for passage in passages])]).astype(np.intp)


def find_vectors(
    texts: Sequence[str], *, encoder: Encoder, database: Database, report: ReportProgress | None = None
) -> Vectors:
    """Return raw vectors of texts, shape (n_texts, n_dims), encoding and keeping those not cached."""
    hashes = [hash_text(text) for text in texts]
    with database.reading() as stores:
        known = dict(stores.vectors.get(encoder.model, sorted(set(hashes))))
    new = encode_missing(texts, known, encoder, report)
    if new:
        with database.writing() as stores:
            stores.vectors.put(encoder.model, new)
    vectors = known | new
    return np.stack([vectors[text_hash] for text_hash in hashes]) if hashes else np.zeros((0, 0), dtype=np.float32)
