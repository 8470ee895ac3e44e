"""Splitting into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ()),
        ("  \n ", ()),
        ("Yksi lause ilman pistettä", ("Yksi lause ilman pistettä",)),
        ("Ensimmäinen. Toinen! Kolmas?", ("Ensimmäinen.", "Toinen!", "Kolmas?")),
        ("Kyselyt esim. keväällä. Raportti syksyllä.", ("Kyselyt esim. keväällä.", "Raportti syksyllä.")),
        ("Det gäller bl.a. skolor. Vi söker partner.", ("Det gäller bl.a. skolor.", "Vi söker partner.")),
        ("Voimaan 1. tammikuuta 2020. Sitten alkaa työ.", ("Voimaan 1. tammikuuta 2020.", "Sitten alkaa työ.")),
        ("Prof. A. Virtasen malli. Uusi alku.", ("Prof. A. Virtasen malli.", "Uusi alku.")),
        ("Hän kysyi: ”Milloin?” Vastaus tuli heti.", ("Hän kysyi: ”Milloin?”", "Vastaus tuli heti.")),
        ("Koulut, hallit ym. Niistä alkaa kokeilu.", ("Koulut, hallit ym.", "Niistä alkaa kokeilu.")),
        ("Koulut, hallit ym. tilat.", ("Koulut, hallit ym. tilat.",)),
        ("- ensimmäinen kohta\n- toinen kohta", ("ensimmäinen kohta", "toinen kohta")),
        ("Otsikko\n\nLeipäteksti alkaa tästä.", ("Otsikko", "Leipäteksti alkaa tästä.")),
        ("Odotetaan… Jatketaan.", ("Odotetaan…", "Jatketaan.")),
        ("Hinta on 3.5 milj. euroa vuodessa.", ("Hinta on 3.5 milj. euroa vuodessa.",)),
        ("... ! ?", ()),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: tuple[str, ...]) -> None:
    """Points after abbreviations, numbers and initials do not end a sentence; line breaks do."""
    assert split_sentences(text) == sentences


@given(st.text(max_size=200))
def test_no_letter_is_lost(text: str) -> None:
    """The letters and digits of the sentences are those of the text, in order."""
    joined = "".join(split_sentences(text))

    assert [letter for letter in joined if letter.isalnum()] == [letter for letter in text if letter.isalnum()]


@given(st.text(max_size=200))
def test_sentences_are_stripped_and_say_something(text: str) -> None:
    """No sentence is empty, begins or ends with a space, or has punctuation alone."""
    for sentence in split_sentences(text):
        assert sentence == sentence.strip()
        assert any(letter.isalnum() for letter in sentence)
