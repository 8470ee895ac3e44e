"""What the words of a sentence say of subjects."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.subject_reader import SubjectReader, SubjectWords
from models.language import FINNISH, SWEDISH, LanguageCode
from models.lexicon import ANY_SUBJECT, Lexicon, SubjectId, Term, TermKind

CARE: Final = SubjectId("care")
ARCHIVE: Final = SubjectId("archive")
TERMS: Final = (
    Term(CARE, FINNISH, "sosiaali*", TermKind.TELLS),
    Term(CARE, FINNISH, "sosiaalinen media", TermKind.CLEARS),
    Term(CARE, FINNISH, "hoitaja", TermKind.SUGGESTS),
    Term(CARE, FINNISH, "hyvä hoito", TermKind.TELLS),
    Term(CARE, SWEDISH, "vård", TermKind.TELLS),
    Term(ARCHIVE, FINNISH, "*arkisto", TermKind.TELLS),
    Term(ANY_SUBJECT, FINNISH, "myöhemmin", TermKind.ASIDE),
    Term(ANY_SUBJECT, FINNISH, "ulkopuolelle", TermKind.LEAVES_OUT),
)
READER: Final = SubjectReader.build(Lexicon(TERMS))


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("Sosiaalityö uudistuu.", {CARE: SubjectWords(tells=(0,))}),
        ("Hoitajan työ", {CARE: SubjectWords(suggests=(0,))}),
        ("Ostetaan hyvää hoitoa.", {CARE: SubjectWords(tells=(1, 2))}),
        ("Hyvä ja halpa hoito", {}),
        ("Kunnan keskusarkistot", {ARCHIVE: SubjectWords(tells=(1,))}),
        ("Arkistot", {ARCHIVE: SubjectWords(tells=(0,))}),
        ("Kirjasto ja nuoret", {}),
        ("Sosiaalinen media ja sosiaalityö", {CARE: SubjectWords(tells=(3,))}),
        ("Sosiaalisessa mediassa", {}),
        ("Sosiaalityö jää ulkopuolelle.", {}),
        ("Sosiaalityö jää ulkopuolelle, mutta arkistot eivät.", {ARCHIVE: SubjectWords(tells=(4,))}),
        ("", {}),
    ],
)
def test_words_tell_what_a_sentence_is_about(sentence: str, subjects: dict[SubjectId, SubjectWords]) -> None:
    """Words count in any inflection, beginnings and heads of compounds too; what is cleared or left out does not."""
    assert READER.read(sentence, FINNISH).subjects == subjects


def test_an_aside_begins_where_its_word_stands() -> None:
    """The place of the first word after which things come by the way is told, None where there is none."""
    assert READER.read("Kirjasto ja myöhemmin sosiaalityö", FINNISH).aside_from == 2
    assert READER.read("Kirjasto ja sosiaalityö", FINNISH).aside_from is None


def test_terms_of_another_language_do_not_count() -> None:
    """A Swedish term is not found in a Finnish sentence, and a language without terms has no subjects."""
    assert READER.read("vård", FINNISH).subjects == {}
    assert READER.read("vård", SWEDISH).subjects == {CARE: SubjectWords(tells=(0,))}
    assert READER.read("sosiaalityö", LanguageCode("de")).subjects == {}


WORDS: Final = ("sosiaalityö", "hoitaja", "media", "sosiaalinen", "arkisto", "ja", "myöhemmin")


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_a_word_tells_or_suggests_and_stands_in_the_sentence(words: list[str]) -> None:
    """No word is in two groups, every place is one of the sentence, and places are in order."""
    reading = READER.read(" ".join(words), FINNISH)

    assert list(reading.words) == words
    for found in reading.subjects.values():
        places = (*found.tells, *found.suggests)
        assert len(set(places)) == len(places)
        assert all(0 <= place < len(words) for place in places)
        assert list(found.tells) == sorted(found.tells)
