"""Calls are checked when they are read: what can't be so is told with file, item and reason."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Final

import pytest

from data.call_document import check_call, read_call_document, write_call_document
from data.reference_documents import read_calls
from models.call import Call, Exclusion, Material
from models.errors import UnreadableFileError
from models.language import FINNISH
from models.localised_text import LocalisedText
from tests.factories import make_call

WORDS: Final = LocalisedText("sana", "ord", "word")
PAGE: Final = Material(title="Haku", language=FINNISH, address="https://example.invalid/haku")
GOOD: Final = make_call(
    subject=WORDS,
    opens=date(2019, 11, 13),
    closes=date(2019, 12, 19),
    closes_time=time(16, 15),
    decided=date(2020, 2, 1),
    projects_end="2021-11",
    aid_share_max=0.85,
    n_applications=51,
    n_granted=51,
    granted_eur=0,
    grant_range_eur=(1, 1),
    exclusions=(Exclusion("archiving", WORDS),),
    exclusions_known=True,
    funded_subjects=("built_environment",),
    materials=(PAGE,),
    recorded=date(2026, 11, 25),
)
QUESTION: Final = {
    "id": "own-share",
    "call_ids": ["2019-2"],
    "question": {"fi": "Paljonko?", "sv": "Hur mycket?", "en": "How much?"},
    "answer": {"fi": "15 %", "sv": "15 %", "en": "15%"},
    "sources": [{"title": "Asetus", "language": "fi", "address": "https://example.invalid/asetus"}],
}


def write_files(folder: Path, call: Mapping[str, object], question: Mapping[str, object]) -> tuple[Path, Path]:
    """Write one call and one question into files."""
    paths = folder / "calls.json", folder / "call_questions.json"
    for path, document in zip(paths, (call, question), strict=True):
        path.write_text(json.dumps([document]), encoding="utf-8")
    return paths


def test_a_good_call_passes_and_comes_back() -> None:
    """A call at the edge of every rule is fine, and its document reads back as the same call."""
    check_call(GOOD)

    assert read_call_document(json.loads(json.dumps(write_call_document(GOOD)))) == GOOD


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (replace(GOOD, closes=date(2019, 11, 12)), "another order"),
        (replace(GOOD, decided=date(2019, 12, 18)), "another order"),
        (replace(GOOD, closes=None), "closing time without a closing day"),
        (replace(GOOD, projects_end="autumn"), "neither a day nor a month"),
        (replace(GOOD, aid_share_max=85.0), "at most 1"),
        (replace(GOOD, aid_share_max=0.0), "above 0"),
        (replace(GOOD, n_granted=52), "more was granted"),
        (replace(GOOD, n_applications=-1, n_granted=None), "less than nothing"),
        (replace(GOOD, granted_eur=-1), "granted_eur"),
        (replace(GOOD, grant_range_eur=(2, 1)), "grant_range_eur"),
        (replace(GOOD, exclusions_known=False), "exclusions_known"),
        (replace(GOOD, funded_subjects=("archiving",)), "funds and excludes"),
        (replace(GOOD, recorded=None), "recorded"),
        (replace(GOOD, materials=()), "no materials"),
        (replace(GOOD, materials=(replace(PAGE, address="http://example.invalid/"),)), "https"),
        (replace(GOOD, subject=LocalisedText("vain suomeksi")), "Swedish or English"),
    ],
)
def test_what_can_not_be_is_told(call: Call, reason: str) -> None:
    """Each rule that is broken is named."""
    with pytest.raises(ValueError, match=reason):
        check_call(call)


def test_everything_wrong_is_told_at_once() -> None:
    """Two broken rules make one message."""
    with pytest.raises(ValueError, match=r"recorded .*; it has no materials"):
        check_call(replace(GOOD, recorded=None, materials=()))


def test_questions_join_their_calls(tmp_path: Path) -> None:
    """A question of a file belongs to the calls it names."""
    (call,) = read_calls(*write_files(tmp_path, write_call_document(GOOD), QUESTION))

    (question,) = call.questions
    assert (question.id, question.answer.en) == ("own-share", "15%")
    assert replace(call, questions=()) == GOOD


@pytest.mark.parametrize(
    ("call", "question", "message"),
    [
        ({"closing": "2019-12-19"}, {}, r"calls\.json, item 1, but (.|\n)*closing"),
        ({"subject": {"fi": "a", "sv": "b", "en": "c", "no": "d"}}, {}, r"calls\.json, item 1, but (.|\n)*subject\.no"),
        ({"aid_share_max": 85}, {}, r"calls\.json, item 1, but aid_share_max"),
        ({}, {"answer": None}, r"call_questions\.json, item 1, but (.|\n)*answer"),
        ({}, {"sources": [{"title": "x", "language": "fi"}]}, r"call_questions\.json, item 1, but (.|\n)*address"),
        ({}, {"source": "x"}, r"call_questions\.json, item 1, but (.|\n)*source"),
        ({}, {"call_ids": ["1999"]}, r"ids of calls in .*call_questions\.json, item 1, .*1999"),
        ({}, {"call_ids": []}, r"ids of calls in .*call_questions\.json, item 1"),
    ],
)
def test_a_broken_file_is_told_with_item_and_reason(
    tmp_path: Path, call: dict[str, object], question: dict[str, object], message: str
) -> None:
    """An unknown field, a missing one or a call that does not exist is named with its place."""
    paths = write_files(tmp_path, {**write_call_document(GOOD), **call}, {**QUESTION, **question})

    with pytest.raises(UnreadableFileError, match=message):
        read_calls(*paths)


def test_a_document_of_an_older_version_is_still_read() -> None:
    """What is stored in a database may have fields that are no longer used."""
    document = {**write_call_document(GOOD), "sources": ["https://example.invalid/"]}

    assert read_call_document(document) == GOOD
