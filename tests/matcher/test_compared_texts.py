"""Texts that are no ideas, made comparable with ideas."""

import numpy as np
import pytest

from matcher.compared_texts import compare_texts
from matcher.passage import read_passage
from models.idea import IdeaId
from tests.factories import make_draft
from tests.fakes import CountingEncoder, FakeEncoder
from tests.matcher.indexing import make_ideas, make_index
from tests.matcher.partnering import forget_meaning


def test_a_text_is_placed_where_the_same_idea_would_be() -> None:
    """The text of an idea of the index has the idea's profile, and that idea among its nearest."""
    ideas = make_ideas("Koulukyytien reitit", "Aurat kartalle talvella", "Kissat löytyvät")
    index = make_index(ideas)

    texts = compare_texts([read_passage(ideas[1])], index, encoder=FakeEncoder())

    assert texts is not None
    assert index.profiles is not None
    assert np.allclose(texts.profiles[0], index.profiles[1], atol=1e-6)
    assert texts.crowding[0] == pytest.approx(np.mean(index.profiles @ index.profiles[1]), abs=1e-6)
    assert texts.list_main_vectors(0).shape[0] == ideas[1].id - IdeaId(1)


def test_sentences_belong_to_their_text() -> None:
    """Of two texts, the second has the vectors of its own main sentences."""
    passages = [read_passage(make_draft(text="Yksi. Kaksi.")), read_passage(make_draft(title="Aurat", text="Talvi."))]

    texts = compare_texts(passages, make_index(make_ideas("Kissat")), encoder=FakeEncoder())

    assert texts is not None
    assert texts.bounds.tolist() == [0, 3, 5]
    assert texts.list_main_vectors(1).tolist() == texts.sentence_vectors[3:].tolist()


def test_what_is_the_same_is_encoded_once() -> None:
    """A text of one sentence is that sentence; each still has its vector, the raw one of the whole text too."""
    encoder = CountingEncoder()
    passages = [read_passage(make_draft(title=title, text="")) for title in ("Aurat", "Kissat", "Aurat")]

    texts = compare_texts(passages, make_index(make_ideas("Kissat")), encoder=encoder)

    assert texts is not None
    assert encoder.asked == ["Aurat", "Kissat"]
    assert np.allclose(texts.raw_vectors, FakeEncoder().encode(["Aurat", "Kissat", "Aurat"]))
    assert len(texts.sentence_vectors) == 3


def test_without_the_model_nothing_is_compared() -> None:
    """Neither is nothing."""
    index = make_index(make_ideas("Kissat"))

    assert compare_texts([read_passage(make_draft())], forget_meaning(index), encoder=FakeEncoder()) is None
    assert compare_texts([], index, encoder=FakeEncoder()) is None
