"""Words in common, exact on small cases worked out by hand."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.lemmas import fold_words, lemmatise
from matcher.lexical import LexicalIndex, QueryWord, build_lexical_index, read_query

words = st.sampled_from(["kunta", "koulu", "kyyti", "reitti", "hanke", "robotti"])
texts_of_words = st.lists(st.lists(words, min_size=1, max_size=6), min_size=1, max_size=6)


def _index(*texts: Sequence[str]) -> LexicalIndex:
    """Return the index of texts without names and background."""
    return build_lexical_index(texts, names=[()] * len(texts))


def _score(index: LexicalIndex, query: str) -> list[float]:
    """Return the score of every text."""
    return [float(score) for score in index.score(index.match(read_query(query, fold_words)))]


def test_a_text_with_every_word_has_the_whole_query() -> None:
    """Both words in a text of the usual length score 1, one of two equally rare words scores a half."""
    index = _index(["koulu", "kyyti"], ["koulu", "hanke"], ["kyyti", "reitti"])

    assert _score(index, "koulu kyyti") == pytest.approx([1, 0.5, 0.5])


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    """By −log((n_u + 0.5) / (40 + 20)): a word of one text of four weighs log(60 / 1.5), of all log(60 / 4.5)."""
    index = _index(["hanke", "aura"], ["hanke", "kissa"], ["hanke", "uinti"], ["hanke", "valssi"])
    rare, common = np.log(60 / 1.5), np.log(60 / 4.5)

    assert _score(index, "hanke aura") == pytest.approx([1, *[common / (rare + common)] * 3])


@pytest.mark.parametrize(("query", "is_found"), [("tulla", True), ("tulva", False), ("tulba", True)])
def test_a_word_that_a_dictionary_has_is_no_slip(query: str, *, is_found: bool) -> None:
    """One letter from *tulla*, to come, are a flood, which is a word of its own, and what is a word in no language."""
    index = _index(["tulla"], ["koulu"])

    assert bool(index.score(index.match(read_query(query, lemmatise)))[0]) is is_found


def test_a_word_nobody_has_counts_against_all() -> None:
    """Half of the query is missing from every text, weighed as the rarest of words."""
    index = _index(["koulu", "kyyti"], ["hanke", "reitti"])
    rare, unseen = np.log(60 / 1.5), np.log(2 * 60)

    assert _score(index, "koulu xyzzy") == pytest.approx([rare / (rare + unseen), 0])


def test_words_of_a_long_text_count_less() -> None:
    """One mention in a text of thrice the length is worth less than in a short one, and two are worth more than one."""
    index = _index(["koulu"], ["koulu", "a", "b"], ["koulu", "koulu", "c"])

    short, once, twice = _score(index, "koulu")

    assert short == 1
    assert once < twice <= 1


def test_the_background_tells_what_is_common_in_a_language() -> None:
    """A word that one idea in four has, but most background texts, tells next to nothing."""
    background = [[["and", "school"], ["and", "road"], ["and", "library"]]]
    texts = [["and", "aura"], ["kissa", "x"], ["uinti", "y"], ["valssi", "z"]]

    index = build_lexical_index(texts, names=[()] * 4, background=background)

    assert index.rarity[index.rows["and"]] == pytest.approx(-np.log(3 / 4))
    assert _score(index, "and aura") == pytest.approx([1, 0, 0, 0])
    assert _score(index, "and kissa")[1] > 0.85


def test_a_name_is_found_like_a_word_but_adds_no_length() -> None:
    """A party's name scores in full; the presence of other words is as without it."""
    texts = [["koulu", "kyyti"], ["hanke", "reitti"]]
    named = build_lexical_index(texts, names=[("kuhmo", "sotkamo"), ()])

    assert _score(named, "Kuhmo") == [1, 0]
    assert _score(named, "koulu") == _score(_index(*texts), "koulu")


def test_a_misspelt_word_is_looked_up_by_its_letters() -> None:
    """A slip finds the word that was meant, somewhat less surely; an exact word is not diluted by its likes."""
    index = _index(["tampere", "harrastus"], ["kampela", "harrastaja"])

    slip = _score(index, "tamperre")
    exact = index.match(read_query("harrastus", fold_words))[0]

    assert 0.75 < slip[0] < 1
    assert slip[1] == 0
    assert [list(index.rows)[row] for row in exact.rows] == ["harrastus"]


def test_compounds_count_for_their_parts() -> None:
    """Who asks for a part finds the compound, after a text that has the word itself."""
    index = _index(["kyyti", "a"], ["koulukyyti", "b"], ["hanke", "c"])

    own, compound, other = _score(index, "kyyti")

    assert own > compound > other == 0


def test_a_hyphen_joins_what_can_be_asked_for_apart() -> None:
    """An acronym in a compound is found alone, and the compound by both of its parts."""
    index = _index(["rpa-robotti"], ["robotti", "hanke"])

    assert _score(index, "RPA") == [1, 0]
    assert _score(index, "RPA-robotti")[0] == 1
    assert _score(index, "robotti")[1] == 1


def test_a_word_is_read_in_every_language() -> None:
    """A Swedish word in a Finnish query is found by its Swedish lemma; the same word twice counts once."""
    swedish = _index(["skolskjuts", "rutt"], ["lön", "robot"])

    found = swedish.score(swedish.match(read_query("skolskjutsarna skolskjutsarna", lemmatise)))

    assert found.tolist() == [1, 0]


def test_a_whole_text_as_a_query_is_not_looked_up_by_spelling() -> None:
    """Beyond 24 words slips no longer count, so that a pasted idea costs no more than its words."""
    index = _index(["tampere"])
    many = " ".join(f"{chr(97 + number)}{chr(98 + number)}" for number in range(24))

    assert _score(index, "tamperre")[0] > 0
    assert _score(index, f"tamperre {many}") == [0]


@pytest.mark.parametrize("matches", [(), (QueryWord(("xyzzy",)),)])
def test_nothing_asked_and_nothing_found_score_zero(matches: tuple[QueryWord, ...]) -> None:
    """An index of no texts, no words and unknown words answers with zeros."""
    for index in (_index(), _index([]), _index(["kunta"])):
        assert not index.score(index.match(matches)).any()


@given(texts=texts_of_words, query=st.lists(words, min_size=1, max_size=4))
def test_scores_are_in_range_and_follow_their_texts(texts: list[list[str]], query: list[str]) -> None:
    """Every score is in [0, 1], positive where a word is shared, and the same when the texts are turned round."""
    asked = " ".join(query)

    scores = _score(_index(*texts), asked)
    turned = _score(_index(*texts[::-1]), asked)

    assert scores == pytest.approx(turned[::-1])
    for score, text in zip(scores, texts, strict=True):
        assert 0 <= score <= 1
        assert score > 0 or not set(text) & set(query)
