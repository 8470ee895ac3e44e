"""Vectors of texts, from the cache or the encoder: no text is encoded twice."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import normalise_rows
from matcher.passage import Passage
from matcher.ports import Database, Encoder, ReportProgress
from models.embeddings import Vectors


def hash_text(text: str) -> str:
    """Return the key under which a text's vector is cached, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


class CachedEncoder:
    """Encodes with another encoder, and keeps every vector in the database by the model and a hash of the text."""

    def __init__(self, encoder: Encoder, database: Database) -> None:
        self._encoder = encoder
        self._database = database

    @property
    def model(self) -> str:
        """Name the model."""
        return self._encoder.model

    def encode(self, texts: Sequence[str], report: ReportProgress | None = None) -> Vectors:
        """Return one vector a text, in order; only those that are not kept yet are encoded, and are kept then.

        Parameters
        ----------
        texts : any number
        report : called with how many of the texts that had to be encoded are done

        Returns
        -------
        float32 array of shape (n_texts, n_dims); (0, 0) for no texts
        """
        hashes = [hash_text(text) for text in texts]
        with self._database.reading() as stores:
            known = dict(stores.vectors.get(self.model, sorted(set(hashes))))
        new = encode_missing(texts, known, self._encoder, report)
        if new:
            with self._database.writing() as stores:
                stores.vectors.put(self.model, new)
        return gather_vectors(hashes, known | new)


class PreparedEncoder:
    """Encodes with another encoder, except texts whose vectors are there already."""

    def __init__(self, encoder: Encoder, prepared: Mapping[str, NDArray[np.float32]]) -> None:
        self._encoder = encoder
        self._prepared = prepared

    @property
    def model(self) -> str:
        """Name the model."""
        return self._encoder.model

    def encode(self, texts: Sequence[str], report: ReportProgress | None = None) -> Vectors:
        """Return one vector a text, in order; `report` is about those that had to be encoded."""
        rows = [row for row, text in enumerate(texts) if text not in self._prepared]
        new = self._encoder.encode([texts[row] for row in rows], report)
        vectors = np.empty((len(texts), new.shape[1]), dtype=np.float32)
        vectors[rows] = new
        for row, text in enumerate(texts):
            if text in self._prepared:
                vectors[row] = self._prepared[text]
        return vectors


def encode_missing(
    texts: Sequence[str], known: Mapping[str, NDArray[np.float32]], encoder: Encoder, report: ReportProgress | None
) -> dict[str, NDArray[np.float32]]:
    """Return vectors by hash for those of `texts` that `known` has not, each distinct text encoded once."""
    missing = {text_hash: text for text in texts if (text_hash := hash_text(text)) not in known}
    if not missing:
        return {}
    vectors = encoder.encode(list(missing.values()), report)
    return dict(zip(missing, vectors, strict=True))


def gather_vectors(hashes: Sequence[str], known: Mapping[str, NDArray[np.float32]]) -> Vectors:
    """Return the vectors of hashes as rows, in order; shape (n_texts, n_dims), (0, 0) for none."""
    return np.stack([known[text_hash] for text_hash in hashes]) if hashes else np.zeros((0, 0), dtype=np.float32)


def find_bounds(passages: Sequence[Passage]) -> NDArray[np.intp]:
    """Return where each passage's sentences begin among all sentences; shape (n_passages + 1,)."""
    return np.concatenate([[0], np.cumsum([len(passage.sentences) for passage in passages])]).astype(np.intp)


def average_main(sentence_vectors: Vectors, *, bounds: NDArray[np.intp], n_main: NDArray[np.intp]) -> Vectors:
    """Return the mean of the main sentences of each text, brought to length 1.

    Parameters
    ----------
    sentence_vectors : of all sentences, shape (n_sentences, n_dims)
    bounds : shape (n_texts + 1,), where the sentences of each text begin; there is a text at least
    n_main : shape (n_texts,), how many of them, from the first, are about the text itself; > 0

    Returns
    -------
    shape (n_texts, n_dims), unit length

    Examples
    --------
    >>> vectors = np.float32([[1, 0], [0, 1], [0, 1]])
    >>> average_main(vectors, bounds=np.array([0, 2, 3]), n_main=np.array([1, 1])).tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    edges = np.stack([bounds[:-1], bounds[:-1] + n_main], axis=1).ravel()
    padded = np.concatenate([sentence_vectors, np.zeros((1, sentence_vectors.shape[1]), dtype=np.float32)])
    sums: Vectors = np.add.reduceat(padded, edges, axis=0)[::2]
    return normalise_rows(sums)
