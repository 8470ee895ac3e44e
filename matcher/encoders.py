"""Runs the language model; the only module here that touches torch, and only when a text is encoded."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

import numpy as np
from threadpoolctl import threadpool_limits

from matcher.ports import ReportProgress
from models.embeddings import Vectors
from models.errors import ModelMissingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH_TEXTS: Final = 64  # measured on two cores: 32 and 128 are within 5 %
_BATCH_CHARACTERS: Final = 4_000
"""Most letters of a batch: half a second, so that a search waits no longer while an import is being encoded."""


class SentenceEncoder:
    """Encodes texts with a sentence-transformers model, which is loaded at the first use.

    The prefix a model wants is part of the model's own settings (its default prompt), so any model works alike.
    Safe to share between threads: one batch is computed at a time, and who came first is next.
    """

    def __init__(self, location: str | Path, *, model: str) -> None:
        self._location = str(location)
        self._model_name = model
        self._network: SentenceTransformer | None = None
        self._next = Lock()
        self._busy = Lock()

    @property
    def model(self) -> str:
        """Name the model, for vector caches and runs."""
        return self._model_name

    def load(self) -> None:
        """Load the model now rather than with the first text; raise ModelMissingError where it can't be."""
        with self._take_turn():
            self._get_network()

    def encode(self, texts: Sequence[str], report: ReportProgress | None = None) -> Vectors:
        """Return one vector of unit length a text, in order.

        Parameters
        ----------
        texts : any number of texts; what is beyond the model's limit of tokens does not count
        report : called after each batch with how many texts are done, and of how many

        Returns
        -------
        float32 array of shape (n_texts, n_dims)

        Raises
        ------
        ModelMissingError : if the model can't be loaded

        Notes
        -----
        Texts are encoded longest first, so that batches hold texts of like length; the result does not depend on it
        beyond rounding. Cost is linear in the number of tokens.
        """
        with self._take_turn():
            n_dims = self._get_network().get_embedding_dimension() or 0
        vectors = np.empty((len(texts), n_dims), dtype=np.float32)
        n_done = 0
        for rows in _make_batches(texts):
            with self._take_turn():
                vectors[rows] = self._get_network().encode(
                    [texts[row] for row in rows],
                    batch_size=len(rows),
                    show_progress_bar=False,
                    normalize_embeddings=True,
                )
            n_done += len(rows)
            if report is not None:
                report(n_done, len(texts))
        return vectors

    @contextmanager
    def _take_turn(self) -> Iterator[None]:
        """Wait until the model is free; a lock alone would let the thread that has just had it take it again."""
        with self._next:
            self._busy.acquire()
        try:
            yield
        finally:
            self._busy.release()

    def _get_network(self) -> "SentenceTransformer":
        """Return the loaded network."""
        if self._network is None:
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging as transformers_logging

            # The threads of numpy's products would fight with the network's for the same cores: measured with two
            # cores and 2,307 ideas, a search takes 35 ms in place of 115.
            threadpool_limits(limits=1, user_api="blas")
            transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            logging.getLogger("sentence_transformers").setLevel(logging.ERROR)  # it warns of every default prompt
            try:
                self._network = SentenceTransformer(self._location, device="cpu")
            except OSError as error:
                message = f"Expected a language model at {self._location!r}, but it can't be loaded: {error}"
                raise ModelMissingError(message) from error
        return self._network


def _make_batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """Give the rows of texts, the longest first, in batches of a limited number of texts and of letters."""
    batch: list[int] = []
    n_characters = 0
    for row in sorted(range(len(texts)), key=lambda row: -len(texts[row])):
        n_characters += len(texts[row])
        if batch and (len(batch) == _BATCH_TEXTS or n_characters > _BATCH_CHARACTERS):
            yield batch
            batch, n_characters = [], len(texts[row])
        batch.append(row)
    if batch:
        yield batch
