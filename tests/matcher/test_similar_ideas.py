"""Ideas like an idea."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from matcher.calibration import normalise_rows
from matcher.pipeline import index_words
from matcher.similar_ideas import find_similar, leave_out_padding, make_profiles
from models.idea import IdeaId, Need
from models.language import SWEDISH
from models.localised_text import LocalisedText
from models.search import SearchHit
from models.vocabulary import Vocabulary
from tests.fakes import N_DIMS
from tests.matcher.indexing import make_ideas, make_index

square_vectors = hnp.arrays(
    np.float32, st.tuples(st.integers(1, 9), st.just(4)), elements=st.floats(-1, 1, width=32)
).map(normalise_rows)


def test_the_most_alike_comes_first_and_the_idea_itself_never() -> None:
    """Two ideas of the same words find each other first."""
    index = make_index(
        make_ideas(
            "Koulukyytien reitit yhteen", "Aurat kartalle talvella", "Koulukyytien uudet reitit", "Kissat löytyvät"
        )
    )

    first, third = find_similar(index, IdeaId(1)), find_similar(index, IdeaId(3))

    assert first[0].idea_id == 3
    assert third[0].idea_id == 1
    assert all(hit.idea_id != 1 for hit in first)
    assert [hit.relevance for hit in first] == sorted((hit.relevance for hit in first), reverse=True)


def test_a_hit_shows_what_two_ideas_share() -> None:
    """Rare words in common are marked as the other idea writes them, and its nearest sentence is shown."""
    others = (f"{word} kunnassa" for word in ("Aurat", "Kissat", "Uinti", "Valssi", "Polku", "Silta", "Lasku"))
    ideas = make_ideas("Koulukyytien reitit", "Reitin suunnittelu", *others)
    ideas[1] = replace(ideas[1], text="Talvi tulee. Koulukyytien reitit muuttuvat.")

    hit = find_similar(make_index(ideas), IdeaId(1), n_hits=1)[0]

    assert hit.idea_id == 2
    assert hit.best_sentence == "Koulukyytien reitit muuttuvat."
    assert {"Koulukyytien", "reitit"} <= set(hit.matched_words)


def test_padding_is_left_out_behind_the_third() -> None:
    """The first three are always shown, and of the others those that are at all close."""
    relevance = (0.9, 0.05, 0.05, 0.2, 0.05)
    hits = [
        SearchHit(idea_id=IdeaId(number), relevance=each, similarity=each, word_score=0.0)
        for number, each in enumerate(relevance, start=1)
    ]

    assert [hit.idea_id for hit in leave_out_padding(hits)] == [1, 2, 3, 4]


def test_needs_do_not_make_ideas_alike() -> None:
    """An idea that seeks the same kind of partner as another does not come before one about the same matter."""
    ideas = make_ideas("Koulukyytien reitit", "Koulukyytien vuorot", "Aurat kartalle", "Kissat löytyvät")
    need = Need("Haemme kokenutta kumppania, joka tuntee kunnat ja kuntien tavat.")
    seeking = [replace(idea, needs=(need,)) if idea.id in {1, 3} else idea for idea in ideas]

    plain, with_needs = find_similar(make_index(ideas), IdeaId(1)), find_similar(make_index(seeking), IdeaId(1))

    assert with_needs[0].idea_id == plain[0].idea_id == 2


def test_before_the_model_is_there_nothing_is_similar() -> None:
    """Without vectors the answer is empty, not wrong."""
    assert find_similar(index_words(make_ideas("Koulukyydit", "Aurat")), IdeaId(1)) == ()


def test_a_lone_idea_has_no_like() -> None:
    """One idea alone, and more hits than ideas, are no error."""
    assert find_similar(make_index(make_ideas("Koulukyydit")), IdeaId(1)) == ()
    assert len(find_similar(make_index(make_ideas("Koulukyydit", "Aurat")), IdeaId(1), n_hits=9)) == 1


def test_a_profile_is_half_text_and_half_main_sentences() -> None:
    """The vector of the text and the mean of the sentences about the idea weigh the same; the others do not count."""
    vectors = np.array([[1, 0, 0]], dtype=np.float32)
    sentences = np.array([[0, 1, 0], [0, 1, 0], [0, 0, 1]], dtype=np.float32)

    profile = make_profiles(vectors, sentences, bounds=np.array([0, 3]), n_main=np.array([2]))

    assert profile[0].tolist() == pytest.approx([np.sqrt(0.5), np.sqrt(0.5), 0])


def test_every_idea_has_its_own_sentences() -> None:
    """With several ideas, the last one too, sentences go to the idea they are of."""
    vectors = np.eye(3, dtype=np.float32)
    sentences = np.eye(3, dtype=np.float32)[[0, 1, 1, 2]]

    profiles = make_profiles(vectors, sentences, bounds=np.array([0, 1, 3, 4]), n_main=np.array([1, 2, 1]))

    assert np.allclose(profiles, np.eye(3))


def test_an_idea_in_a_crowd_is_not_this_ones_like() -> None:
    """Of two ideas equally similar, the one that is like everything else comes second."""
    index = make_index(make_ideas("Koulukyydit", "Aurat", "Kissat"))
    profiles = normalise_rows(np.eye(3, N_DIMS, dtype=np.float32) + np.eye(1, N_DIMS, dtype=np.float32))
    crowded = replace(index, profiles=profiles, crowding=np.array([0, 0.5, 0], dtype=np.float32))

    assert [hit.idea_id for hit in find_similar(crowded, IdeaId(1))] == [3, 2]


def test_an_idea_in_another_language_is_found_by_what_it_names() -> None:
    """Of Swedish ideas without a word of a Finnish one, the one that names its concepts comes first."""
    things = (LocalisedText("koulukyyti", "skolskjuts", "school transport"), LocalisedText("kissa", "katt", "cat"))
    ideas = make_ideas("Koulukyydit yhteen", "Plogbilar på kartan", "Katter hittas", "Skolskjutsar tillsammans")
    ideas[1:] = [replace(idea, language=SWEDISH) for idea in ideas[1:]]

    with_concepts = make_index(ideas, vocabulary=Vocabulary(things))

    assert find_similar(with_concepts, IdeaId(1))[0].idea_id == 4
    assert (
        find_similar(make_index(ideas), IdeaId(1))[0].relevance
        < 0.5 * find_similar(with_concepts, IdeaId(1))[0].relevance
    )
