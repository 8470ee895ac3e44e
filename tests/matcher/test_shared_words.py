"""Words that two texts have in common, in one language or in two."""

from math import log
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.concepts import ConceptReader
from matcher.passage import read_passage
from matcher.shared_words import (
    Mention,
    Mentions,
    list_shared,
    measure_covered,
    measure_rarities,
    read_mentions,
    read_words,
    weigh_shared,
    widen_mentions,
)
from models.idea import IdeaDraft
from models.language import FINNISH, SWEDISH, LanguageCode
from models.localised_text import LocalisedText
from models.reuse import SharedWord
from models.theme import Keyword
from models.vocabulary import Vocabulary

READER: Final = ConceptReader.build(
    Vocabulary(
        (
            LocalisedText("läsnäolo", "närvaro", "attendance"),
            LocalisedText("päiväkoti", "daghem", "day-care centre"),
            LocalisedText("avoin lähdekoodi", "öppen källkod", "open source code"),
            LocalisedText("varhaiskasvatus", "småbarnspedagogik", "early childhood education"),
        ),
        other_words={SWEDISH: {"dagis": "päiväkoti"}},
        broader={"päiväkoti": "varhaiskasvatus"},
    )
)


def read(text: str, language: LanguageCode = FINNISH) -> Mentions:
    """Return what a text is about."""
    return read_mentions(read_passage(IdeaDraft(title=text, language=language)), READER)


def test_two_languages_share_a_concept() -> None:
    """The words are shown as each text writes them."""
    own, their = read("Närvaron följs upp", SWEDISH), read("Läsnäolojen seuranta")
    rarities = measure_rarities([own, their])

    assert list_shared(own, their, rarities, n_words=5) == (SharedWord(own="Närvaron", their="Läsnäolojen"),)


def test_a_phrase_is_shown_whole() -> None:
    """A concept of two words is mentioned by both."""
    mention = read("Ratkaisu on avointa lähdekoodia")[Keyword("avoin lähdekoodi", FINNISH)]

    assert mention == Mention("avointa lähdekoodia", 1.0)


def test_a_compound_counts_half_for_its_part() -> None:
    """*Päiväkotipaikka* is also about the day-care centre, but less surely."""
    assert read("Päiväkotipaikan haku")[Keyword("päiväkoti", FINNISH)].strength == 0.5


def test_a_thing_counts_for_what_it_is_part_of() -> None:
    """Who says *dagis* is about the day-care centre and, a little less surely, about early childhood education."""
    widened = widen_mentions(read("Ett nytt dagis", SWEDISH), READER.broader)

    found = {term.text: mention for term, mention in widened.items() if term in READER.concepts}
    assert found == {"päiväkoti": Mention("dagis", 1.0), "varhaiskasvatus": Mention("dagis", 0.8)}


def test_what_is_said_itself_counts_more_than_what_it_is_part_of() -> None:
    """The whole keeps its own word where a text has it."""
    widened = widen_mentions(read("Päiväkoti ja varhaiskasvatus"), READER.broader)

    assert widened[Keyword("varhaiskasvatus", FINNISH)] == Mention("varhaiskasvatus", 1.0)


def test_a_short_text_is_covered_by_what_has_most_of_its_words() -> None:
    """Of the rarities 3 and 1 and half of that of an unseen word, log 120, the other text has the first, at 0.8."""
    rarities = {Keyword("päiväkoti", FINNISH): 3.0, Keyword("läsnäolo", FINNISH): 1.0}
    words = read_words(read_passage(IdeaDraft(title="Päiväkoti, läsnäolo, keinu", language=FINNISH)), READER, rarities)

    covered = measure_covered(words, read("Varhaiskasvatus"))

    assert covered == pytest.approx(0.8 * 3 / (3 + 1 + 0.5 * log(120)))


@given(st.sampled_from(["Päiväkoti", "Läsnäolo päiväkodissa", "Ja, mutta", ""]), st.sampled_from(["Läsnäolo", "Kissa"]))
def test_no_text_is_covered_by_more_than_all(own: str, their: str) -> None:
    """The share is one, nothing where there are no words, and all of a text by itself."""
    words = read_words(read_passage(IdeaDraft(title=own, language=FINNISH)), READER, {})

    assert 0 <= measure_covered(words, read(their)) <= 1
    assert measure_covered(words, read(own)) <= 1


def test_needs_and_offers_do_not_count() -> None:
    """What is sought in a partner is no word of the idea itself."""
    passage = read_passage(IdeaDraft(title="Kirjasto", language=FINNISH))

    assert Keyword("päiväkoti", FINNISH) not in read_mentions(passage, READER)


def test_common_words_are_not_shown() -> None:
    """A word that most texts have counts a little and is not named."""
    mentions = read("Päiväkoti")
    rarities = measure_rarities([mentions] * 40)

    assert 0 < weigh_shared(mentions, mentions, rarities) < 0.5
    assert list_shared(mentions, mentions, rarities, n_words=5) == ()


def test_rarer_words_come_first() -> None:
    """The order of what is shown is that of how much it tells; no more come than are asked for."""
    own = read("Läsnäolo päiväkodissa")
    rarities = measure_rarities([own, read("Päiväkoti"), read("Päiväkodit")])

    assert [word.own for word in list_shared(own, own, rarities, n_words=5)] == ["Läsnäolo", "päiväkodissa"]
    assert len(list_shared(own, own, rarities, n_words=1)) == 1


@pytest.mark.parametrize("n_texts", [0, 1, 500])
def test_rarities_are_positive(n_texts: int) -> None:
    """However many texts have a word, it is never worth less than nothing."""
    assert all(rarity > 0 for rarity in measure_rarities([read("Päiväkoti")] * n_texts).values())


@given(
    st.sampled_from(["Päiväkoti", "Läsnäolo päiväkodissa", "Kirjasto"]), st.sampled_from(["Päiväkodit", "Läsnäolot"])
)
def test_the_order_of_two_texts_does_not_matter(first: str, second: str) -> None:
    """Sharing goes both ways."""
    own, their = read(first), read(second)
    rarities = measure_rarities([own, their])

    assert weigh_shared(own, their, rarities) == weigh_shared(their, own, rarities) >= 0
