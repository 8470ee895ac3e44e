"""No reason without what it rests on: every suggestion for every illustrative idea, as pages, API and commands tell it.

The real model and the real register make the suggestions, so that every kind of evidence comes up.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from starlette.testclient import TestClient

from data.background import load_background
from data.shipped_vectors import load_shipped_vectors
from matcher.embedding import PreparedEncoder
from matcher.encoders import SentenceEncoder
from matcher.snapshot_keeper import SnapshotKeeper
from models.language import LANGUAGES, LanguageCode
from models.suggestion import PartName
from tests.web.reading import read_page, read_text
from web.app import create_app
from web.cli.partners import tell_evidence
from web.settings import Settings
from web.wiring import Services, load_shipped_vocabulary, make_services

N_IDEAS: Final = 133
SHOWN_MIN, NEARNESS_MIN = 0.05, 0.1
"""Points of a reason, and of nearness, that a page tells in words; what is less is only in the table."""


@pytest.fixture(scope="module")
def matched(
    sentence_encoder: SentenceEncoder, demo_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Services]:
    """Give the services over what `make demo` serves, matched with the real model."""
    var = tmp_path_factory.mktemp("matched")
    shutil.copy(demo_file, var / "kumppani.db")
    real = make_services(Settings(var=var, _env_file=None))  # type: ignore[call-arg]
    encoder = PreparedEncoder(sentence_encoder, load_shipped_vectors())
    keeper = SnapshotKeeper(real.database, encoder, load_background(), vocabulary=load_shipped_vocabulary())
    keeper.refresh()
    yield replace(real, encoder=encoder, keeper=keeper)
    real.database.close()


def test_the_api_gives_evidence_with_every_part(matched: Services) -> None:
    """Each part but the start has some, in which nothing is empty; every kind of part comes up but being named."""
    client = TestClient(create_app(matched))
    seen = set()

    for idea_id in matched.keeper.current.catalogue.ideas:
        suggestions = client.get(f"/api/v1/ideas/{idea_id}/partners?limit=10").json()["suggestions"]
        assert len(suggestions) == 10
        for part in (part for each in suggestions for part in each["parts"]):
            seen.add(part["name"])
            assert bool(part["evidence"]) is (part["name"] != "start")
            for evidence in part["evidence"]:
                # An idea is no search, so that it has no relevance; a text that was typed has.
                told = [value for name, value in evidence.items() if name != "relevance"]
                assert all(value is not None and value != "" for value in told)
                assert evidence["kind"] != "project" or evidence["with_ids"] or part["name"] == "text"

    assert seen >= {name.value for name in PartName} - {"named"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_tell_every_part_that_counts(matched: Services, language: LanguageCode) -> None:
    """Each part of some weight is a sentence that leads to what it speaks of, or quotes it, or names the language."""
    client = TestClient(create_app(matched))

    for idea_id in list(matched.keeper.current.catalogue.ideas)[LANGUAGES.index(language) :: len(LANGUAGES)]:
        suggestions = matched.keeper.partners_of_idea(idea_id)
        cards = read_page(client, f"/ideas/{idea_id}", language=language).select(".suggestion")
        assert len(cards) == len(suggestions)
        for card, suggestion in zip(cards, suggestions, strict=True):
            reasons = card.select(".suggestion__reasons > li")
            told = [
                part
                for part in suggestion.parts[1:]
                if abs(part.points) >= (NEARNESS_MIN if part.name is PartName.DISTANCE else SHOWN_MIN)
            ]
            past = [part.evidence for part in told if part.name in {PartName.WALK, PartName.TIES}]
            projects = {evidence for parts in past for evidence in parts}
            others = [part for part in told if part.name not in {PartName.WALK, PartName.TIES}]
            assert len(reasons) == len(projects) + sum(len(part.evidence) for part in others)
            n_bare = sum(part.name is PartName.LANGUAGE for part in told)
            assert sum(not reason.select("a, q") for reason in reasons) == n_bare
            assert all(read_text(reason) for reason in reasons)


def test_commands_tell_every_part(matched: Services) -> None:
    """What the terminal prints names the idea, the project, the sentences or the figures of each piece of evidence."""
    catalogue = matched.keeper.current.catalogue
    assert len(catalogue.ideas) == N_IDEAS

    for idea_id in catalogue.ideas:
        for suggestion in matched.keeper.partners_of_idea(idea_id, n_suggestions=10):
            for part in suggestion.parts[1:]:
                told = [tell_evidence(catalogue, part.name, evidence) for evidence in part.evidence]
                assert told
                assert all(len(words.strip("“” –:")) > 4 for words in told)
