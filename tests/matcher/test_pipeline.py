"""From ideas to a search index."""

from dataclasses import replace

import numpy as np

from matcher.lemmas import fold_words
from matcher.pipeline import index_meaning, index_sentences, index_words
from models.localised_text import LocalisedText
from models.organisation import OrganisationId
from tests.factories import make_idea, make_lead, make_organisation
from tests.fakes import N_DIMS, FakeEncoder
from tests.matcher.indexing import BACKGROUND, make_ideas, make_index


def test_every_row_is_in_place() -> None:
    """There is a vector an idea and a vector a sentence, and the bounds tell whose sentence is whose."""
    ideas = make_ideas("Koulukyydit yhteen", "Aurat kartalle")
    ideas[0] = replace(ideas[0], text="Reitit tehdään käsin. Ne yhdistetään.")

    index = make_index(ideas)

    assert index.bounds.tolist() == [0, 3, 4]
    assert [None if each is None else each.shape for each in (index.vectors, index.sentence_vectors)] == [
        (2, N_DIMS),
        (4, N_DIMS),
    ]
    assert index.lexical.n_texts == 2


def test_vectors_are_calibrated_and_of_unit_length() -> None:
    """Everything that is compared has length 1, and lost the mean of its kind."""
    index = make_index(make_ideas("Koulukyydit yhteen", "Aurat kartalle", "Kissat löytyvät"))
    raw = FakeEncoder().encode([idea.title for idea in index.ideas])

    assert index.vectors is not None
    assert index.profiles is not None
    assert np.allclose(np.linalg.norm(index.vectors, axis=1), 1, atol=1e-6)
    assert np.allclose(np.linalg.norm(index.profiles, axis=1), 1, atol=1e-6)
    assert not np.allclose(index.vectors, raw, atol=0.01)


def test_unchanged_ideas_are_not_read_again() -> None:
    """A second index takes over the passages of the first, except of the idea that changed."""
    ideas = make_ideas("Koulukyydit yhteen", "Aurat kartalle")
    first = index_words(ideas)
    changed = [ideas[0], replace(ideas[1], title="Aurat näkyviin")]

    second = index_words(changed, previous=first)

    assert second.passages[0].sentences is first.passages[0].sentences
    assert second.passages[1].sentences == ("Aurat näkyviin",)


def test_plain_words_are_not_taken_for_lemmas() -> None:
    """Passages that were read before the dictionaries were there are read again with them."""
    ideas = make_ideas("Koulukyydit kunnassa")

    second = index_words(ideas, previous=index_words(ideas, lemmatiser=fold_words))

    assert second.passages[0].lemmas[1] == "kunta"


def test_names_follow_the_organisations() -> None:
    """An idea that did not change is found by the new name of its party."""
    party_id = OrganisationId("564")
    ideas = [make_idea(parties=(make_lead("Oulu", party_id),))]
    first = index_words(ideas, organisations={party_id: make_organisation(id=party_id, name=LocalisedText("Oulu"))})
    renamed = {party_id: make_organisation(id=party_id, name=LocalisedText("Oulu", "Uleåborg"))}

    second = index_words(ideas, organisations=renamed, previous=first)

    assert "uleåborg" not in first.lexical.rows
    assert "uleåborg" in second.lexical.rows


def test_no_ideas_make_an_empty_index() -> None:
    """Before the first import every step works on nothing."""
    index = make_index([])

    assert (index.lexical.n_texts, index.bounds.tolist()) == (0, [0])


def test_a_model_without_a_background_is_enough() -> None:
    """Without background texts every language is centred on itself."""
    words = index_words(make_ideas("Koulukyydit yhteen", "Aurat kartalle"))

    index = index_sentences(
        index_meaning(words, encoder=FakeEncoder(), background={}), encoder=FakeEncoder(), background={}
    )

    assert index.vectors is not None
    assert np.allclose(index.vectors[0], -index.vectors[1], atol=1e-5)


def test_progress_is_reported() -> None:
    """Both encoding steps tell how far they are."""
    seen: list[tuple[int, int]] = []
    words = index_words(make_ideas("Koulukyydit yhteen"))

    index_meaning(
        words, encoder=FakeEncoder(), background=BACKGROUND, report=lambda n_done, n_all: seen.append((n_done, n_all))
    )

    assert seen == [(10, 10)]
