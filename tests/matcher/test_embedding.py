"""Caches of vectors: no text is encoded twice."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import cast

import numpy as np
from numpy.typing import NDArray

from matcher.embedding import CachedEncoder, PreparedEncoder
from matcher.ports import Database, Stores
from tests.fakes import N_DIMS, CountingEncoder, FakeEncoder


@dataclass
class VectorsInMemory:
    """A vector store, which is also the stores it is part of and the database they are in."""

    kept: dict[tuple[str, str], NDArray[np.float32]] = field(default_factory=dict)

    @property
    def vectors(self) -> "VectorsInMemory":
        """Return the vector store."""
        return self

    @contextmanager
    def reading(self) -> Iterator[Stores]:
        """Give itself."""
        yield cast("Stores", self)

    writing = reading

    def get(self, model: str, text_hashes: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """Return the vectors there are."""
        return {each: self.kept[model, each] for each in text_hashes if (model, each) in self.kept}

    def put(self, model: str, new: Mapping[str, NDArray[np.float32]]) -> None:
        """Add vectors."""
        self.kept |= {(model, text_hash): vector for text_hash, vector in new.items()}


def test_a_text_is_encoded_once_however_often_it_is_asked() -> None:
    """Repeated texts and repeated calls cost nothing more, and the vectors stand in the order asked."""
    encoder = CountingEncoder()
    cached = CachedEncoder(encoder, cast("Database", VectorsInMemory()))

    first = cached.encode(["aura", "kissa", "aura"])
    second = cached.encode(["kissa", "uinti"])

    assert encoder.asked == ["aura", "kissa", "uinti"]
    assert np.array_equal(first[0], first[2])
    assert np.array_equal(first[1], second[0])


def test_vectors_outlive_the_encoder() -> None:
    """Another cached encoder over the same database encodes nothing."""
    database = cast("Database", VectorsInMemory())
    CachedEncoder(FakeEncoder(), database).encode(["aura"])
    encoder = CountingEncoder()

    vectors = CachedEncoder(encoder, database).encode(["aura"])

    assert encoder.asked == []
    assert np.array_equal(vectors, FakeEncoder().encode(["aura"]))


def test_prepared_texts_are_not_encoded() -> None:
    """Where a text's vector is there already it is taken, among others and alone; the order is that of the texts."""
    encoder = CountingEncoder()
    ready = np.full(N_DIMS, 0.125, dtype=np.float32)
    prepared = PreparedEncoder(encoder, {"kissa": ready})

    vectors = prepared.encode(["aura", "kissa", "uinti"])
    alone = prepared.encode(["kissa"])

    assert encoder.asked == ["aura", "uinti"]
    assert np.array_equal(vectors[1], ready)
    assert np.array_equal(vectors[[0, 2]], FakeEncoder().encode(["aura", "uinti"]))
    assert np.array_equal(alone, ready[None, :])
    assert prepared.model == encoder.model


def test_no_texts_need_no_encoder() -> None:
    """Nothing asked is an empty answer, and the model is not woken."""
    encoder = CountingEncoder()

    assert CachedEncoder(encoder, cast("Database", VectorsInMemory())).encode([]).shape == (0, 0)
    assert encoder.asked == []


def test_progress_counts_what_had_to_be_encoded() -> None:
    """The bar of a second call is about the one new text."""
    cached = CachedEncoder(FakeEncoder(), cast("Database", VectorsInMemory()))
    cached.encode(["aura", "kissa"])
    seen: list[tuple[int, int]] = []

    cached.encode(["aura", "kissa", "uinti"], lambda n_done, n_all: seen.append((n_done, n_all)))

    assert seen == [(1, 1)]
