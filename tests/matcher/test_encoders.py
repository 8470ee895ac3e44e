"""The real encoder, and that the fake one has its shape."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Final

import numpy as np
import pytest

from matcher.encoders import SentenceEncoder
from matcher.ports import Encoder
from models.errors import ModelMissingError
from tests.fakes import FakeEncoder

TEXTS: Final = [
    "Koulukyytien reitit samaan suunnitelmaan",
    "Skolskjutsarna i samma plan",
    "Kissa",
    "Päiväkodin arki samaan palveluun. " * 20,
]


@pytest.fixture(params=["real", "fake"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    """Return the real encoder, then the one that stands in for it."""
    chosen: Encoder = FakeEncoder() if request.param == "fake" else request.getfixturevalue("sentence_encoder")
    return chosen


def test_there_is_one_vector_of_unit_length_a_text(encoder: Encoder) -> None:
    """Vectors are float32, in the order of the texts, of length 1."""
    vectors = encoder.encode(TEXTS)

    assert vectors.dtype == np.float32
    assert vectors.shape[0] == len(TEXTS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


def test_a_text_has_the_same_vector_in_any_company(encoder: Encoder) -> None:
    """What is encoded beside a text, and in which order, changes its vector by no more than rounding."""
    together = encoder.encode(TEXTS)

    alone = np.concatenate([encoder.encode([text]) for text in reversed(TEXTS)])[::-1]

    assert together == pytest.approx(alone, abs=1e-5)


def test_no_texts_have_no_vectors(encoder: Encoder) -> None:
    """Nothing in, nothing out, in as many dimensions."""
    assert encoder.encode([]).shape == (0, encoder.encode(["a"]).shape[1])


def test_progress_ends_with_everything_done(encoder: Encoder) -> None:
    """Reports grow to the number of texts."""
    seen: list[tuple[int, int]] = []

    encoder.encode(TEXTS, lambda n_done, n_all: seen.append((n_done, n_all)))

    assert seen == sorted(seen)
    assert seen[-1] == (len(TEXTS), len(TEXTS))


def test_translations_are_nearer_than_other_matters(sentence_encoder: SentenceEncoder) -> None:
    """The real model sees through the language: the same title in Swedish beats a Finnish one about something else."""
    vectors = sentence_encoder.encode(["Koulukyytien reitit", "Skolskjutsarnas rutter", "Kadonneet kissat"])

    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_a_search_waits_for_one_batch_only(sentence_encoder: SentenceEncoder) -> None:
    """A single text gets its turn while many texts are being encoded, not after all of them."""
    has_begun, progress = Event(), []

    def _remember(n_done: int, _n_all: int) -> None:
        progress.append(n_done)
        has_begun.set()

    many = [f"{'pitkä teksti ' * 60}{number}" for number in range(40)]
    work = Thread(target=_encode_all, args=(sentence_encoder.encode, many, _remember))
    work.start()
    has_begun.wait()
    sentence_encoder.encode(["Kissa"])
    n_done = progress[-1]
    work.join()

    assert n_done < len(many) == progress[-1]


def test_a_model_that_is_not_there_is_a_known_problem(tmp_path: Path) -> None:
    """The message names the place that was looked in."""
    with pytest.raises(ModelMissingError, match="nowhere"):
        SentenceEncoder(tmp_path / "nowhere", model="nowhere").load()


def _encode_all(
    encode: Callable[[list[str], Callable[[int, int], None]], object],
    texts: list[str],
    report: Callable[[int, int], None],
) -> None:
    """Encode texts and forget the vectors."""
    encode(texts, report)
