"""Reading concepts out of lemmas."""

import pytest

from matcher import concepts
from matcher.concepts import ConceptReader
from matcher.lemmas import fold_words
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode
from models.localised_text import LocalisedText
from models.theme import Keyword
from models.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    (
        LocalisedText("avoin data", "öppna data", "open data"),
        LocalisedText("kirjasto", "bibliotek", "library"),
        LocalisedText("koulu", "skola", "school"),
        LocalisedText("koulukyyti", "skolskjuts", "school transport"),
        LocalisedText("rakennus", "byggnad", "building"),
    ),
    {FINNISH: frozenset({"hanke", "kunta"}), SWEDISH: frozenset({"kommun"})},
    {FINNISH: {"koulutaksi": "koulukyyti"}, ENGLISH: {"school bus": "koulukyyti", "school": "rakennus"}},
    {"koulukyyti": "koulu"},
)


@pytest.fixture(scope="module")
def reader() -> ConceptReader:
    """Return a reader that knows five concepts and one place."""
    return ConceptReader.build(VOCABULARY, place_names={"oulu", "savo", "koulu"})


def _read(reader: ConceptReader, text: str, language: LanguageCode = FINNISH) -> dict[str, float]:
    """Return what lemmas are about, with their strengths."""
    return {reading.term.text: reading.strength for reading in reader.read(text.split(), language)}


def test_a_word_in_any_language_is_its_concept(reader: ConceptReader) -> None:
    """The same thing in three languages is one term, named by its Finnish word."""
    found = [_read(reader, word, language) for word, language in (("skola", SWEDISH), ("school", ENGLISH))]

    assert found == [{"koulu": 1.0}, {"koulu": 1.0}] == [_read(reader, "koulu")] * 2


def test_a_phrase_is_found_besides_its_words(reader: ConceptReader) -> None:
    """*Open data* is one concept, and *school transport* is about school as well."""
    assert _read(reader, "school transport", ENGLISH) == {"koulukyyti": 1.0, "koulu": 1.0, "transport": 1.0}
    assert _read(reader, "avoin data") == {"avoin data": 1.0, "avoin": 1.0, "data": 1.0}


def test_what_people_say_besides_is_the_concept(reader: ConceptReader) -> None:
    """Everyday words and phrases are read as what they mean; a word that is a concept's own stays its own."""
    assert _read(reader, "koulutaksi") == {"koulukyyti": 1.0, "koulu": 0.5}
    assert _read(reader, "school bus", ENGLISH)["koulukyyti"] == 1.0
    assert _read(reader, "school", ENGLISH) == {"koulu": 1.0}
    assert reader.broader == {Keyword("koulukyyti", FINNISH): Keyword("koulu", FINNISH)}


def test_an_unknown_compound_counts_half_for_its_parts(reader: ConceptReader) -> None:
    """A compound is itself, and half its head and half its beginning."""
    assert _read(reader, "koulurakennus") == {"koulurakennus": 1.0, "rakennus": 0.5, "koulu": 0.5}
    assert _read(reader, "kirjastoauto") == {"kirjastoauto": 1.0, "kirjasto": 0.5}


def test_a_compound_with_a_known_end_is_a_noun(reader: ConceptReader) -> None:
    """Where the head is known the compound is surely a noun; of any other word that can't be told."""
    readings = list(reader.read(("koulurakennus", "nopea"), FINNISH))

    assert [(each.term.text, each.is_noun) for each in readings if each.strength == 1] == [
        ("koulurakennus", True),
        ("nopea", False),
    ]


def test_an_ending_left_on_a_compound_does_not_hide_it(reader: ConceptReader) -> None:
    """Forms that the dictionary does not know are read as the word they begin with."""
    assert _read(reader, "koulukyytiä") == {"koulukyyti": 1.0, "koulu": 0.5}
    assert _read(reader, "skolskjutsarna", SWEDISH) == {"koulukyyti": 1.0}


def test_what_names_no_theme_is_left_out(reader: ConceptReader) -> None:
    """Stop words, compounds that end in one, places, regions and numbers are no terms; a known word is no place."""
    assert _read(reader, "hanke koulu-hanke oulu pohjois-savo 2019") == {"koulu": 0.5}
    assert _read(reader, "koulu") == {"koulu": 1.0}


def test_a_language_without_words_stands_for_itself(reader: ConceptReader) -> None:
    """A text in another language keeps its lemmas, in that language."""
    readings = list(reader.read(("kool", "oulu"), LanguageCode("et")))

    assert [each.term for each in readings] == [Keyword("kool", LanguageCode("et"))]


def test_the_same_vocabulary_has_the_same_reader() -> None:
    """What is made anew for every match reads no word twice; other places or another dictionary have their own."""
    first, second = (ConceptReader.build(VOCABULARY, place_names=[place]) for place in ("oulu", "oulu"))

    assert first is second
    assert ConceptReader.build(VOCABULARY, place_names=["savo"]) is not first
    assert ConceptReader.build(VOCABULARY, place_names=["oulu"], lemmatiser=fold_words) is not first


def test_words_are_not_remembered_without_end(reader: ConceptReader, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many words people type, so many are kept, and each is still understood."""
    monkeypatch.setattr(concepts, "WORDS_KEPT", 3)

    read = [_read(reader, word) for word in ("koulu", "yksi", "kaksi", "kolme", "neljä", "koulu")]

    assert read[0] == read[-1] == {"koulu": 1.0}
    assert len(reader._known) <= 3  # noqa: SLF001 - what is kept is told nowhere else
