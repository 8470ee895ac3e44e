"""Eligibility of all ideas, kept with the snapshot."""

from dataclasses import replace

import pytest

from matcher.eligibility_index import EligibilityIndex
from models.call import CallId
from models.eligibility import Verdict
from models.errors import EmptyQueryError
from models.idea import Idea, IdeaId
from models.language import FINNISH
from models.lexicon import Lexicon
from tests.factories import make_catalogue, make_idea
from tests.fakes import FakeEncoder
from tests.matcher.eligibility_texts import CALL, LEXICON
from tests.matcher.indexing import make_index

WORDS_ONLY = replace(LEXICON, seeds={})
IDEAS = (make_idea(title="Sosiaalityö"), make_idea(id=IdeaId(2), title="Robotti"))


def build(
    ideas: tuple[Idea, ...] = IDEAS, *, lexicon: Lexicon = WORDS_ONLY, previous: EligibilityIndex | None = None
) -> EligibilityIndex:
    """Return the index of ideas and one call."""
    return EligibilityIndex.build(
        make_catalogue(ideas=ideas, calls=[CALL]),
        make_index(ideas),
        lexicon=lexicon,
        encoder=FakeEncoder(),
        previous=previous,
    )


def test_verdicts_are_counted_and_listed() -> None:
    """Every idea has one verdict a call; verdicts nobody has count nought, and an unknown call has none."""
    index = build()

    assert [each.verdict for each in index.list_readings(CALL.id)] == [Verdict.DOES_NOT_FIT, Verdict.FITS]
    assert index.list_readings(CallId("1999")) == []


def test_needs_and_offers_are_not_held_against_an_idea() -> None:
    """Only the title and the text are read."""
    ideas = (make_idea(title="Kartat", text="Robotti piirtää."),)

    assert build(ideas).reports[IdeaId(1)].find(CALL.id) == build().judge_text(
        "Kartat\nRobotti piirtää.", FINNISH, catalogue=make_catalogue(calls=[CALL]), encoder=None
    ).find(CALL.id)


def test_sentences_are_read_once() -> None:
    """What has been read is taken from the index before, and what is gone is forgotten; another lexicon reads anew."""
    first = build()

    second = build((IDEAS[0],), previous=first)

    assert second.readings[FINNISH, "Sosiaalityö"] is first.readings[FINNISH, "Sosiaalityö"]
    assert list(second.readings) == [(FINNISH, "Sosiaalityö")]
    assert build(lexicon=LEXICON, previous=first).reader is not first.reader


def test_reports_are_the_same_from_scratch() -> None:
    """An index that goes on from another says what one built from nothing says."""
    changed = (IDEAS[0], replace(IDEAS[1], title="Robotti ja sosiaalityö"))

    assert build(changed, previous=build()).reports == build(changed).reports


def test_whether_meaning_counted_is_told() -> None:
    """With seeds it does, without them words alone decide."""
    assert build(lexicon=LEXICON).reports[IdeaId(1)].is_by_meaning
    assert not build().reports[IdeaId(1)].is_by_meaning


def test_a_text_without_words_is_refused() -> None:
    """There is nothing to read."""
    with pytest.raises(EmptyQueryError):
        build().judge_text("?!", FINNISH, catalogue=make_catalogue(calls=[CALL]), encoder=None)
