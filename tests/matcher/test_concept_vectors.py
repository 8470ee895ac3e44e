"""What the concepts that a text names mean together."""

import numpy as np
import pytest

from matcher.concept_vectors import ConceptVectors, add_concepts
from matcher.concepts import ConceptReader
from matcher.lemmas import lemmatise
from matcher.passage import read_passage
from models.language import FINNISH, SWEDISH
from models.localised_text import LocalisedText
from models.vocabulary import NO_VOCABULARY, Vocabulary
from tests.factories import make_draft
from tests.fakes import FakeEncoder

VOCABULARY = Vocabulary(
    (
        LocalisedText("koulukyyti", "skolskjuts", "school transport"),
        LocalisedText("lasku", "faktura", "invoice"),
        LocalisedText("robotti", "robot", "robot"),
    )
)
CONCEPTS = ConceptVectors.build(ConceptReader.build(VOCABULARY), FakeEncoder().encode(VOCABULARY.describe_concepts()))


def test_a_thing_named_in_two_languages_points_the_same_way() -> None:
    """Two texts without a word in common that name the same concepts have the same direction, of length 1."""
    finnish = read_passage(make_draft(title="Robotti lukee laskut", text="", language=FINNISH))
    swedish = read_passage(make_draft(title="Fakturorna sköts av en robot", text="", language=SWEDISH))

    one, other = CONCEPTS.sum_up([finnish, swedish])

    assert np.allclose(one, other, atol=1e-6)
    assert np.linalg.norm(one) == pytest.approx(1, abs=1e-6)


def test_what_names_no_concept_has_no_direction() -> None:
    """Zeros, also where there are no concepts at all, and no rows for no texts."""
    passage = read_passage(make_draft(title="Kissat löytyvät", text="", language=FINNISH))
    nothing = ConceptVectors.build(ConceptReader.build(NO_VOCABULARY), np.zeros((0, 4), dtype=np.float32))

    assert not CONCEPTS.sum_up([passage]).any()
    assert nothing.sum_up([passage]).tolist() == [[0, 0, 0, 0]]
    assert CONCEPTS.sum_up([]).shape == (0, CONCEPTS.vectors.shape[1])


def test_a_compound_counts_less_than_the_word() -> None:
    """Who writes of bills is nearer to the concept than who writes of a kind of robot that is also a bill."""
    word = read_passage(make_draft(title="Lasku ja robotti", text="", language=FINNISH))
    compound = read_passage(make_draft(title="Laskurobotti ja robotti", text="", language=FINNISH))
    bill = CONCEPTS.vectors[[term.text for term in CONCEPTS.rows].index("lasku")]

    both = CONCEPTS.sum_up([word, compound]) @ bill

    assert both[0] > both[1]


def test_what_all_words_have_in_common_is_taken_out() -> None:
    """The vectors are of length 1 and their mean before scaling is nothing: three alike vectors stand apart."""
    raw = np.eye(3, 4, dtype=np.float32) * 0.1 + 1

    vectors = ConceptVectors.build(ConceptReader.build(VOCABULARY), raw).vectors

    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors.sum(axis=0), 0, atol=1e-4)


@pytest.mark.parametrize("query", ["skolskjutsarna", "School transport", "koulukyydeistä"])
def test_a_query_is_read_in_every_language(query: str) -> None:
    """Whatever language a query is thought to be in, the thing it names is known."""
    own = CONCEPTS.vectors[[term.text for term in CONCEPTS.rows].index("koulukyyti")]

    assert np.allclose(CONCEPTS.sum_up_query(query, lemmatise)[0], own, atol=1e-6)


def test_what_texts_name_draws_them_together() -> None:
    """Vectors turn towards the concepts named, keep their length, and stay as they are where none is named."""
    profiles = np.eye(3, 4, dtype=np.float32)
    named = np.zeros((3, 4), dtype=np.float32)
    named[:2, 3] = 1

    turned = add_concepts(profiles, named)

    assert np.allclose(np.linalg.norm(turned, axis=1), 1, atol=1e-6)
    assert turned[0] @ turned[1] > profiles[0] @ profiles[1]
    assert turned[2].tolist() == profiles[2].tolist()
