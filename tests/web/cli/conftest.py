"""The command line as a user calls it, over a database of its own and with an encoder that loads no model."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import web.cli.console
import web.cli.run
from data.lexicon import load_lexicon
from matcher.snapshot_keeper import SnapshotKeeper
from tests.fakes import FakeEncoder
from web.cli.main import main
from web.settings import Settings
from web.wiring import Services, make_services


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def kumppani(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Give a function that runs the command with words as given, in a folder of its own."""

    def make_fast_services(settings: Settings, **_: object) -> Services:
        real = make_services(settings)
        encoder = FakeEncoder()
        background = {"fi": ("Kunta.",), "sv": ("Kommun.",), "en": ("Town.",)}
        keeper = SnapshotKeeper(real.database, encoder, background, lexicon=load_lexicon())  # type: ignore[arg-type]
        return replace(real, encoder=encoder, keeper=keeper)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUMPPANI_VAR", str(tmp_path / "var"))
    for module in (web.cli.console, web.cli.run):
        monkeypatch.setattr(module, "make_services", make_fast_services)

    def run(*words: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["kumppani", *words])
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return run
