"""What is shown of a hit."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from matcher.highlights import (
    find_best_sentence,
    find_matched_words,
    find_rare_lemmas,
    find_telling_lemmas,
    has_one_mention,
)
from matcher.lexical import LexicalIndex, build_lexical_index, read_query
from matcher.search_index import SearchIndex
from models.organisation import OrganisationId
from tests.factories import make_lead
from tests.matcher.indexing import make_ideas, make_index

IDEAS = make_ideas("Koulukyytien reitit", "Aurat kartalle")
IDEAS[0] = replace(
    IDEAS[0],
    text="Kunta ja koulu suunnittelevat kyytejä. RPA-robotti laskee reitin. Kunta maksaa.",
    parties=(make_lead("Kuhmon kaupunki", OrganisationId("290")),),
)
INDEX = make_index(IDEAS)


def _telling(query: str, index: SearchIndex = INDEX) -> dict[str, float]:
    """Return the telling lemmas of a query."""
    return find_telling_lemmas(index, index.lexical.match(read_query(query, index.lemmatiser)))


def _sentence_vector(position: int) -> NDArray[np.float32]:
    """Return the vector of one sentence of the first idea."""
    assert INDEX.sentence_vectors is not None
    vector: NDArray[np.float32] = INDEX.sentence_vectors[position]
    return vector


def test_matched_words_are_those_of_the_text_as_written() -> None:
    """Every form of the word asked for is marked, each once, in the order of the text."""
    assert find_matched_words(INDEX, 0, _telling("reitti")) == ("reitit", "reitin")


def test_half_of_a_compound_marks_the_whole_word() -> None:
    """An acronym asked for marks the hyphenated word that has it."""
    assert find_matched_words(INDEX, 0, _telling("rpa")) == ("RPA-robotti",)


def test_common_words_are_not_marked_beside_rare_ones() -> None:
    """*ja* says nothing where *reitti* was asked for as well."""
    index = replace(INDEX, lexical=_with_background([f"kunta ja {letter}{letter}{letter}" for letter in "abcdefgh"]))

    assert find_matched_words(index, 0, _telling("reitti ja", index)) == ("reitit", "reitin")
    assert find_matched_words(index, 0, _telling("ja", index)) == ("ja",)


def test_a_party_that_matched_is_told_by_its_name() -> None:
    """The name of a party is a matched word too, though it is not in the text."""
    assert find_matched_words(INDEX, 0, _telling("Kuhmo")) == ("Kuhmon",)


def test_the_best_sentence_has_the_words_asked_for() -> None:
    """Without vectors the sentence with the most telling words is shown, the first of equals."""
    assert find_best_sentence(INDEX, 0, telling=_telling("robotin reitti"), vector=None) == (
        "RPA-robotti laskee reitin."
    )
    assert find_best_sentence(INDEX, 0, telling=_telling("reitti"), vector=None) == "Koulukyytien reitit"


def test_the_best_sentence_is_the_nearest_in_meaning() -> None:
    """Where no word matched, the sentence whose vector is nearest is shown."""
    assert find_best_sentence(INDEX, 0, telling={}, vector=_sentence_vector(3)) == "Kunta maksaa."


def test_the_title_stands_in_where_no_sentence_is_near() -> None:
    """A hit by a party's name alone shows no sentence that has nothing to do with it."""
    away = -_sentence_vector(0)
    assert find_best_sentence(INDEX, 0, telling=_telling("Kuhmo"), vector=away) == "Koulukyytien reitit"


def test_words_in_one_sentence_besides_the_title_are_a_mention() -> None:
    """In the title, in two sentences or in none they are not; a party's name is in no sentence."""
    assert has_one_mention(INDEX, 0, _telling("robotti"))
    assert not has_one_mention(INDEX, 0, _telling("reitti"))
    assert not has_one_mention(INDEX, 0, _telling("koulukyyti"))
    assert not has_one_mention(INDEX, 0, _telling("Kuhmo"))


def test_rare_lemmas_are_what_few_ideas_have() -> None:
    """A word that all ideas have is left out, one that a single idea has is in."""
    ideas = make_ideas(*(f"Hanke {word}" for word in ("aura", "kissa", "uinti", "valssi", "polku", "silta")))
    index = make_index([replace(idea, text="Hanke alkaa.") for idea in ideas])

    rare = find_rare_lemmas(index, 0)

    assert "aura" in rare
    assert "hanke" not in rare


def _with_background(texts: list[str]) -> LexicalIndex:
    """Return the lexical index of the ideas with other background texts."""
    return build_lexical_index(
        [passage.lemmas for passage in INDEX.passages],
        names=[()] * len(INDEX.passages),
        background=[[text.split() for text in texts]],
    )
