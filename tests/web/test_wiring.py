"""What the wiring joins."""

from pathlib import Path

import numpy as np
import pytest

import web.wiring
from tests.fakes import CountingEncoder
from web.settings import Settings
from web.wiring import make_measuring_encoder


def test_what_was_measured_once_is_not_encoded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Vectors are kept from one measurement to the next, in a database of their own, not that of the installation."""
    counting = CountingEncoder()
    monkeypatch.setattr(web.wiring, "make_encoder", lambda *_, **__: counting)
    settings = Settings(var=tmp_path / "var")

    first = make_measuring_encoder(settings).encode(["Bussit", "Koulut"])
    again = make_measuring_encoder(settings).encode(["Koulut", "Bussit", "Palkat"])

    assert len(counting.asked) == 3
    np.testing.assert_allclose(again[:2], first[::-1], atol=1e-3)
    assert [path.name for path in (tmp_path / "var").glob("*.db")] == ["measured-vectors.db"]
