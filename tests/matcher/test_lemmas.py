"""Words and lemmas in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.lemmas import find_lemma, fold_words, lemmatise, split_compound, split_words
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode


@pytest.mark.parametrize(
    ("word", "language", "lemma"),
    [
        ("varhaiskasvatuksen", FINNISH, "varhaiskasvatus"),
        ("koulukuljetusten", FINNISH, "koulukuljetus"),
        ("palveluiden", FINNISH, "palvelu"),
        ("ohjelmistorobotiikalla", FINNISH, "ohjelmistorobotiikka"),
        ("Tampereen", FINNISH, "tampere"),
        ("tampereen", FINNISH, "tampere"),
        ("asiakasmaksu", FINNISH, "asiakasmaksu"),
        ("asiakasmaksuista", FINNISH, "asiakasmaksu"),
        ("tapahtumaluvan", FINNISH, "tapahtumalupa"),
        ("Yksityistielaki", FINNISH, "yksityistielaki"),
        ("RPA:ta", FINNISH, "rpa"),
        ("Ii:n", FINNISH, "ii"),
        ("EU-hankkeen", FINNISH, "eu-hanke"),
        ("löneräkningen", SWEDISH, "löneräkning"),
        ("skolskjutsarna", SWEDISH, "skolskjuts"),
        ("EU:s", SWEDISH, "eu"),
        ("schools", ENGLISH, "school"),
        ("council’s", ENGLISH, "council"),
        ("kommunernes", LanguageCode("da"), "kommunernes"),
        ("12:30", FINNISH, "12:30"),
    ],
)
def test_words_are_brought_to_their_dictionary_form(word: str, language: LanguageCode, lemma: str) -> None:
    """Inflections, compounds with short heads, acronyms with a case ending and names; unknown languages fold case."""
    assert find_lemma(word, language) == lemma


def test_a_language_is_read_with_its_own_dictionary() -> None:
    """The same letters are another word in another language."""
    assert (find_lemma("on", FINNISH), find_lemma("on", ENGLISH)) == ("olla", "on")


@given(text=st.text(max_size=80), language=st.sampled_from([*LANGUAGES, LanguageCode("da")]))
def test_there_is_one_lemma_a_word(text: str, language: LanguageCode) -> None:
    """Lemmas and folded words stand in the order of the words, one each."""
    words = split_words(text)

    assert len(lemmatise(text, language)) == len(words)
    assert fold_words(text, language) == tuple(word.casefold() for word in words)


@given(st.text(max_size=80))
def test_words_are_parts_of_the_text(text: str) -> None:
    """Every word stands in the text as written and has a letter or digit at both ends."""
    for word in split_words(text):
        assert word in text
        assert word[0].isalnum()
        assert word[-1].isalnum()


@pytest.mark.parametrize(
    ("lemma", "parts"),
    [("kunta", ("kunta",)), ("rpa-robotti", ("rpa", "robotti")), ("e–arkiv", ("e", "arkiv")), ("-", ())],
)
def test_compounds_part_at_their_hyphens(lemma: str, parts: tuple[str, ...]) -> None:
    """A hyphen or a dash parts a compound; no part is empty."""
    assert split_compound(lemma) == parts
