"""Runs the language model; the only module here that touches torch, and only when a text is encoded."""

import logging
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

import numpy as np

from matcher.ports import ReportProgress
from models.embeddings import Vectors
from models.errors import ModelMissingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH: Final = 64  # measured on two cores: 32 and 128 are within 5 %


class SentenceEncoder:
    """Encodes texts with a sentence-transformers model, which is loaded at the first use.

    The prefix a model wants is part of the model's own settings (its default prompt), so any model works alike.
    Safe to share between threads: one text batch is computed at a time.
    """

    def __init__(self, location: str | Path, *, model: str) -> None:
        self._location = str(location)
        self._model_name = model
        self._network: SentenceTransformer | None = None
        self._lock = Lock()

    @property
    def model(self) -> str:
        """Name the model, for vector caches and runs."""
        return self._model_name

    def load(self) -> None:
        """Load the model now rather than with the first text; raise ModelMissingError where it can't be."""
        with self._lock:
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
        with self._lock:
            network = self._get_network()
            order = np.argsort([-len(text) for text in texts], kind="stable")
            batches = []
            for begin in range(0, len(texts), _BATCH):
                batch = [texts[position] for position in order[begin : begin + _BATCH]]
                batches.append(
                    network.encode(batch, batch_size=_BATCH, show_progress_bar=False, normalize_embeddings=True)
                )
                if report is not None:
                    report(min(begin + _BATCH, len(texts)), len(texts))
            n_dims = network.get_embedding_dimension() or 0
            vectors = np.empty((len(texts), n_dims), dtype=np.float32)
            if batches:
                vectors[order] = np.concatenate(batches)
            return vectors

    def _get_network(self) -> "SentenceTransformer":
        """Return the loaded network."""
        if self._network is None:
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging as transformers_logging

            transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
            try:
                self._network = SentenceTransformer(self._location, device="cpu")
            except OSError as error:
                message = f"Expected a language model at {self._location!r}, but it can't be loaded: {error}"
                raise ModelMissingError(message) from error
        return self._network
