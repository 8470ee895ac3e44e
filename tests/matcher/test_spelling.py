"""Words that are spelt nearly alike."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.spelling import build_spelling_index

words = st.text("aeikluost", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("tamperre", "tampere"),
        ("kuhno", "kuhmo"),
        ("rovanemi", "rovaniemi"),
        ("varhaiskasvatuksne", "varhaiskasvatus"),
        ("koulukyyditys", "koulukyyti"),
        ("skolskjust", "skolskjuts"),
    ],
)
def test_slips_and_inflections_are_recognised(asked: str, meant: str) -> None:
    """One slip, or another ending, is near the word that was meant and far from the rest."""
    index = build_spelling_index([meant, "kirjasto", "talous"])

    strengths = index.find_alike(asked)

    assert 0.75 < strengths[0] < 1
    assert strengths[1:].tolist() == [0, 0]


@pytest.mark.parametrize("other", ["kissa", "kirjasto", "raha", "t", "tamperelaistuminen"])
def test_other_words_are_not(other: str) -> None:
    """Words that share a few letters are not taken for one another."""
    assert build_spelling_index(["tampere"]).find_alike(other).tolist() == [0]


def test_another_first_letter_is_another_word() -> None:
    """Taksi, a taxi, is one letter from kaksi, which is two, and no slip for it."""
    assert build_spelling_index(["kaksi", "maksi"]).find_alike("taksi").tolist() == [0, 0]


def test_a_word_is_itself() -> None:
    """The same word has strength 1."""
    assert build_spelling_index(["kunta", "kuntal"]).find_alike("kunta")[0] == 1


def test_parts_and_compounds_are_found_at_their_edges() -> None:
    """The first and the last part of a compound are found, either way round; what stands inside it is not."""
    index = build_spelling_index(["koulukyyti", "kyytiläinen", "yhteiskyyti", "kirjakyytipalvelu", "koulu", "kyy"])

    from_part = index.find_compounds("kyyti")
    from_compound = index.find_compounds("koulukyyti")

    assert np.flatnonzero(from_part).tolist() == [0, 1, 2]
    assert np.flatnonzero(from_compound).tolist() == [4]


def test_an_empty_index_finds_nothing() -> None:
    """Without words there is nothing alike."""
    index = build_spelling_index([])

    assert index.find_alike("kunta").shape == (0,)
    assert index.find_compounds("kunta").shape == (0,)


@given(known=st.lists(words, unique=True, max_size=8), asked=words)
def test_strengths_are_in_range_and_by_word(known: list[str], asked: str) -> None:
    """Every strength is in [0, 1] and does not depend on what else is in the index."""
    strengths = build_spelling_index(known).find_alike(asked)

    alone = [float(build_spelling_index([word]).find_alike(asked)[0]) for word in known]
    assert strengths.tolist() == pytest.approx(alone)
    assert all(0 <= strength <= 1 for strength in strengths)
