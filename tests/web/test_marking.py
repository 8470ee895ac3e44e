"""Matched words in texts."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from web.marking import mark_words, split_paragraphs


def test_words_are_marked_where_they_stand_alone() -> None:
    """A word is marked in any case, but not inside another word."""
    marked = mark_words("Koulu, koulut ja KOULU-kyydit", ["koulu"])

    assert marked == "<mark>Koulu</mark>, koulut ja <mark>KOULU</mark>-kyydit"


def test_the_longest_word_wins() -> None:
    """Where one matched word begins another, the whole of the longer one is marked."""
    assert mark_words("Pilotti Ii:n kunnassa", ["Ii", "Ii:n"]) == "Pilotti <mark>Ii:n</mark> kunnassa"


def test_without_words_the_text_is_as_it_was() -> None:
    """No words, or only empty ones, mark nothing."""
    assert mark_words("a < b", []) == mark_words("a < b", [""]) == "a &lt; b"


@given(st.text(), st.lists(st.text(max_size=5), max_size=4))
def test_marking_adds_marks_and_nothing_else(text: str, words: list[str]) -> None:
    """Without the marks the text is the escaped original, whatever was looked for."""
    marked = mark_words(text, words)

    assert str(marked).replace("<mark>", "").replace("</mark>", "") == str(escape(text))


@given(st.text())
def test_paragraphs_lose_no_words(text: str) -> None:
    """Paragraphs are not empty, and together have all words of the text."""
    paragraphs = split_paragraphs(text)

    assert all(paragraphs)
    assert " ".join(paragraphs).split() == text.split()
