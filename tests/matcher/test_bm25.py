"""BM25 over words as they are written."""

import numpy as np
import pytest

from matcher.bm25 import index_bm25


def test_bm25_by_hand() -> None:
    """Two texts of three words and one of four: rarity, saturation and length as the formula says; twice is once."""
    index = index_bm25(["bussi\nbussi reitti", "bussi\nkoulu luokka", "lasku\npalkka robotti osto"])

    scores = index.score("Bussi, BUSSI! reitti; tuntematon")

    common, rare = np.log(1 + 1.5 / 2.5), np.log(1 + 2.5 / 1.5)
    norm = 1.2 * (0.25 + 0.75 * 3 / (10 / 3))
    assert scores == pytest.approx(
        [common * 2 * 2.2 / (2 + norm) + rare * 2.2 / (1 + norm), common * 2.2 / (1 + norm), 0]
    )
