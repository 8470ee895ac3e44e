"""Vectors cached by model and by hash of the text, so that no text is encoded twice."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, func, insert, select

from data.tables import vectors

_BATCH: Final = 500  # below the number of parameters either database takes in one statement


class SqlVectorStore:
    """Reads and adds vectors of one model."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, model: str, text_hashes: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """Return the vectors there are, by text hash; hashes without a vector are left out."""
        found = {}
        for begin in range(0, len(text_hashes), _BATCH):
            batch = text_hashes[begin : begin + _BATCH]
            query = select(vectors.c.text_hash, vectors.c.vector).where(
                vectors.c.model == model, vectors.c.text_hash.in_(batch)
            )
            for row in self._connection.execute(query):
                found[row.text_hash] = row.vector
        return found

    def put(self, model: str, new: Mapping[str, NDArray[np.float32]]) -> None:
        """Add vectors by text hash; one that is there already stays, for equal texts have equal vectors."""
        known = self.get(model, list(new))
        rows = [
            {"model": model, "text_hash": text_hash, "vector": vector}
            for text_hash, vector in new.items()
            if text_hash not in known
        ]
        if rows:
            self._connection.execute(insert(vectors), rows)

    def clear(self, model: str) -> None:
        """Forget all vectors of a model, so that its texts are encoded anew."""
        self._connection.execute(delete(vectors).where(vectors.c.model == model))

    def count(self, model: str) -> int:
        """Return the number of vectors of a model."""
        query = select(func.count()).select_from(vectors).where(vectors.c.model == model)
        return self._connection.execute(query).scalar_one()
