"""Words and meaning together: what each sentence says of a subject once both are known."""

from dataclasses import replace

import numpy as np
import pytest

from matcher.subject_closeness import SubjectCloseness
from matcher.subject_text import SubjectMention, SubjectText
from models.eligibility import Bearing
from tests.matcher.eligibility_texts import CARE, ROBOTS, make_text


def place_near(text: SubjectText, *closeness: float, overall: float = 0.0) -> SubjectText:
    """Return a text whose sentences are so near to care, and the whole to robots."""
    values = np.array([[each, 0.0] for each in closeness], dtype=np.float32)
    whole = np.array([0.0, overall], dtype=np.float32)
    return replace(text, closeness=SubjectCloseness((CARE, ROBOTS), values, whole))


@pytest.mark.parametrize(
    ("sentence", "closeness", "mentions"),
    [
        ("Sosiaalityö", 0.2, [SubjectMention(0, Bearing.ABOUT, (0,))]),
        ("Sosiaalityö", 0.0, []),
        ("Sosiaalityö ja hoitaja", 0.0, []),
        ("Hoitaja ja potilas", 0.2, [SubjectMention(0, Bearing.TOUCHES, (0, 2))]),
        ("Hoitaja ja potilas", 0.05, []),
        ("Hoitaja", 0.9, []),
        ("Kartta", 0.9, []),
    ],
)
def test_meaning_can_take_back_what_words_say_but_not_say_it(
    sentence: str, closeness: float, mentions: list[SubjectMention]
) -> None:
    """Far from the subject its words only suggest; near it without its words nothing is claimed."""
    text = place_near(make_text(sentence), closeness)

    assert list(text.list_mentions([CARE])) == mentions


def test_of_several_sentences_the_nearest_and_fullest_serves() -> None:
    """A sentence with more words of the purpose is preferred where meaning does not tell them apart."""
    text = make_text("Robotti.", "Robotti ja robotti.", "Kartta.")

    assert text.find_served([ROBOTS]) == SubjectMention(1, Bearing.ABOUT, (0, 2))
    assert text.find_served([CARE]) is None
    assert text.find_served([]) is None


def test_a_text_far_from_a_purpose_does_not_serve_it() -> None:
    """One word of it is not enough where the text as a whole is about something else."""
    text = make_text("Robotti.")

    assert place_near(text, 0.0, overall=0.1).find_served([ROBOTS]) == SubjectMention(0, Bearing.ABOUT, (0,))
    assert place_near(text, 0.0, overall=-0.1).find_served([ROBOTS]) is None


LONG = "Uusi kenttä on vihreä ja iso keväällä."


@pytest.mark.parametrize(
    ("sentences", "closeness", "is_far"),
    [
        ((LONG,), 0.14, True),
        ((LONG,), 0.15, False),
        ((LONG, LONG), 0.14, True),
        (("Uusi vihreä kenttä kylään nyt.",), 0.9, True),
        (("Uusi sovellus.",), 0.0, False),
        ((LONG, "Lomakkeella haetaan."), 0.0, False),
        (("Uusi lomake.",), 0.0, True),
        (("Emme osta sovellusta vaan kentän.",), 0.0, True),
    ],
)
def test_what_names_nothing_digital_and_is_far_from_all_purposes(
    sentences: tuple[str, ...], closeness: float, is_far: bool
) -> None:
    """A digital word is enough, two that suggest it too; fewer than six words are near to something by chance."""
    text = make_text(*sentences)
    nearness = np.array([[0.9, closeness]] * len(sentences), dtype=np.float32)
    placed = replace(text, closeness=SubjectCloseness((CARE, ROBOTS), nearness, np.zeros(2, dtype=np.float32)))

    assert placed.is_far_from([ROBOTS]) is is_far


def test_without_meaning_or_purposes_nothing_is_far() -> None:
    """While the model is loading nobody is told that a purpose is missing."""
    text = make_text("Kenttä")

    assert not text.is_far_from([ROBOTS])
    assert not place_near(text, 0.0).is_far_from([])
