"""Names of themes."""

import csv
from collections.abc import Sequence
from itertools import combinations
from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary import load_vocabulary
from matcher.lemmas import lemmatise
from matcher.snapshot_keeper import SnapshotKeeper
from matcher.theme_names import Names, name_themes
from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from models.localised_text import LocalisedText
from models.theme import Keyword
from models.vocabulary import Vocabulary
from tests.matcher.planted import PLANTED

VOCABULARY: Final = Vocabulary(
    (
        LocalisedText("kirjasto", "bibliotek", "library"),
        LocalisedText("koulukyyti", "skolskjuts", "school transport"),
        LocalisedText("lasku", "faktura", "invoice"),
        LocalisedText("ostolasku", "inköpsfaktura", "purchase invoice"),
        LocalisedText("robotti", "robot", "robot"),
    ),
    {FINNISH: frozenset({"hanke"})},
)


def _name(
    *texts: str,
    labels: Sequence[int],
    places: Sequence[str] = (),
    background: Sequence[str] = (),
    previous: Sequence[Names | None] = (),
) -> list[Names]:
    """Return names of themes of Finnish ideas given as lemmas."""
    return list(
        name_themes(
            [text.split() for text in texts],
            [FINNISH] * len(texts),
            np.array(labels, dtype=np.intp),
            vocabulary=VOCABULARY,
            place_names=places,
            background=[[text.split() for text in background]],
            previous=previous,
        )
    )


def _list_texts(names: Names, language: LanguageCode = FINNISH) -> list[str]:
    """Return the keywords of a theme."""
    return [keyword.text for keyword in names[language]]


def test_a_theme_is_named_by_what_its_ideas_share_and_others_have_not() -> None:
    """The word of all its ideas comes first, one that other themes have too comes later or not at all."""
    bills, books = _name(
        "lasku robotti", "lasku robotti", "lasku", "kirjasto robotti", "kirjasto", "kirjasto", labels=[0, 0, 0, 1, 1, 1]
    )

    assert _list_texts(bills) == ["lasku", "robotti"]
    assert _list_texts(books) == ["kirjasto"]


def test_names_are_in_the_language_of_the_reader() -> None:
    """Ideas in two languages on one thing give one name, said in each language of the pages."""
    (names,) = name_themes(
        [["koulukyyti"], ["skolskjuts"]], [FINNISH, SWEDISH], np.zeros(2, dtype=np.intp), vocabulary=VOCABULARY
    )

    assert {language: names[language] for language in LANGUAGES} == {
        FINNISH: (Keyword("koulukyyti", FINNISH),),
        SWEDISH: (Keyword("skolskjuts", SWEDISH),),
        ENGLISH: (Keyword("school transport", ENGLISH),),
    }


def test_a_word_without_translation_is_shown_to_those_who_read_it() -> None:
    """It stands behind known words in its own language, and in another only where there is no other word."""
    bills, boats = _name("lasku viitenumero", "lasku viitenumero", "souturata", "souturata", labels=[0, 0, 1, 1])

    assert [_list_texts(bills), _list_texts(bills, ENGLISH)] == [["lasku", "viitenumero"], ["invoice"]]
    assert boats[ENGLISH] == (Keyword("souturata", FINNISH),)


def test_one_talkative_idea_does_not_name_a_theme() -> None:
    """A word that one of three ideas repeats is none of its keywords; in a theme of two it may be."""
    (three,) = _name("robotti robotti robotti robotti lasku", "lasku", "lasku", labels=[0, 0, 0])
    (two,) = _name("robotti robotti robotti robotti lasku", "lasku", labels=[0, 0])

    assert _list_texts(three) == ["lasku"]
    assert _list_texts(two) == ["lasku", "robotti"]


def test_no_two_keywords_are_alike() -> None:
    """Of a word and a compound with it one is shown."""
    (names,) = _name("lasku ostolasku robotti", "lasku ostolasku robotti", labels=[0, 0])

    assert len(_list_texts(names)) == 2
    assert "robotti" in _list_texts(names)


def test_places_boilerplate_and_adjectives_name_nothing() -> None:
    """They are left out even where every idea has them."""
    (names,) = _name("oulu hanke digitaalinen lasku", "oulu hanke digitaalinen lasku", labels=[0, 0], places=["oulu"])

    assert _list_texts(names) == ["lasku"]


def test_a_word_common_in_the_background_comes_later() -> None:
    """What most municipal sentences have tells less."""
    ideas = ["kirjasto robotti", "kirjasto robotti"]

    (plain,) = _name(*ideas, labels=[0, 0])
    (common,) = _name(*ideas, labels=[0, 0], background=["kirjasto", "kirjasto", "kirjasto aamu", "robotti"])

    assert [_list_texts(plain)[0], _list_texts(common)[0]] == ["kirjasto", "robotti"]


def test_two_themes_do_not_begin_alike() -> None:
    """A word that tells most of two themes comes first in the one it tells more of."""
    ideas = ["robotti lasku", "robotti lasku", "robotti", "robotti", "kirjasto", "kirjasto"]

    names = _name(*ideas, labels=[0, 0, 1, 1, 2, 2])

    assert [_list_texts(each)[0] for each in names] == ["lasku", "robotti", "kirjasto"]


def test_a_name_stays_while_its_words_hold() -> None:
    """Of two words that tell a theme about as much, the one that named it goes on doing so; a new theme is named."""
    told = ("robotti robotti lasku", "lasku robotti", "lasku robotti", "lasku robotti")
    texts = (*told, "kirjasto", "kirjasto", "koulukyyti")
    labels = (0, 0, 0, 0, 1, 1, 2)
    anew = _name(*texts, labels=labels)
    had: Names = dict.fromkeys(LANGUAGES, (Keyword("lasku", FINNISH),)) | {
        SWEDISH: (Keyword("faktura", SWEDISH),),
        ENGLISH: (Keyword("invoice", ENGLISH),),
    }

    kept = _name(*texts, labels=labels, previous=[had, None, None])

    assert _list_texts(anew[0]) == ["robotti", "lasku"]
    assert kept == [had, *anew[1:]]


def test_a_name_goes_when_its_words_no_longer_hold() -> None:
    """A word that the ideas of the theme do not have, or only in passing, names it no more."""
    texts = ("lasku lasku robotti", "lasku", "lasku", "lasku", "kirjasto", "kirjasto")
    had = _name("robotti", "robotti", "kirjasto", labels=[0, 0, 1])

    named = _name(*texts, labels=[0, 0, 0, 0, 1, 1], previous=had)

    assert _list_texts(named[0]) == ["lasku"]
    assert named[1] == had[1]


def test_a_kept_name_is_not_taken_by_another_theme() -> None:
    """A theme that keeps its first word has it also where another one would tell more by it."""
    texts = ("lasku lasku koulukyyti", "lasku lasku koulukyyti", "lasku robotti", "lasku", "kirjasto", "kirjasto")
    labels = (0, 0, 1, 1, 2, 2)
    had = _name("robotti", "lasku", labels=[0, 1])[1]

    anew = _name(*texts, labels=labels)
    named = _name(*texts, labels=labels, previous=[None, had, None])

    assert [_list_texts(each)[0] for each in anew] == ["lasku", "robotti", "kirjasto"]
    assert [_list_texts(each)[0] for each in named] == ["koulukyyti", "lasku", "kirjasto"]


def test_what_nothing_names_is_called_by_its_commonest_word() -> None:
    """Without a usable word a theme has the lemma most of its ideas have, without any word an ellipsis."""
    plain, silent, empty, last = _name("hanke joka", "hanke", "hanke", "", "lasku", labels=[0, 0, 0, 1, 3])

    assert [_list_texts(each)[0] for each in (plain, silent, empty, last)] == ["hanke", "…", "…", "lasku"]


def test_a_number_names_a_theme_only_where_there_is_no_word() -> None:
    """Of ideas that nothing better names a word is taken before a number that more of them have."""
    worded, bare = _name("2014 hanke", "2014", "2014 3", "2015", "2015", labels=[0, 0, 0, 1, 1])

    assert _list_texts(worded)[0] == "hanke"
    assert _list_texts(bare)[0] == "2015"


def test_no_idea_is_no_theme() -> None:
    """An empty map has no names."""
    assert _name(labels=[]) == []


WORDS = st.sampled_from(["lasku", "ostolasku", "robotti", "kirjasto", "hanke", "souturata", "nopea", "ja", "2019"])


@given(st.lists(st.tuples(st.lists(WORDS, max_size=6), st.integers(0, 3)), min_size=1, max_size=12))
def test_the_order_of_the_ideas_does_not_matter(ideas: list[tuple[list[str], int]]) -> None:
    """Every theme has a name in every language, never twice the same word, however the ideas are ordered."""
    texts, labels = [" ".join(words) for words, _ in ideas], [label for _, label in ideas]
    order = sorted(range(len(ideas)), key=lambda place: (texts[place], labels[place]))

    names = _name(*texts, labels=labels)
    again = _name(*(texts[place] for place in order), labels=[labels[place] for place in order])

    assert names == again
    assert len(names) == max(labels) + 1
    for name in names:
        assert all(1 <= len(set(name[language])) == len(name[language]) <= 5 for language in LANGUAGES)


@pytest.fixture(scope="module")
def planted(illustrative: SnapshotKeeper) -> dict[str, Names]:
    """Return the names that the planted themes of the illustrative ideas would have, by theme."""
    with PLANTED.open(encoding="utf-8", newline="") as file:
        theme_of = {row["reference"]: row["theme"] for row in csv.DictReader(file)}
    ideas = [idea for idea in illustrative.current.catalogue.ideas.values() if idea.reference in theme_of]
    themes = sorted(set(theme_of.values()))
    names = name_themes(
        [lemmatise(f"{idea.title} {idea.title} {idea.text}", idea.language) for idea in ideas],
        [idea.language for idea in ideas],
        np.array([themes.index(theme_of[str(idea.reference)]) for idea in ideas]),
        vocabulary=load_vocabulary(),
    )
    return dict(zip(themes, names, strict=True))


@pytest.mark.parametrize(
    ("theme", "word"),
    [
        ("boat-berths", "venesatama"),
        ("built-environment", "tontti"),
        ("case-management-archiving", "arkisto"),
        ("employment-and-integration", "palkkatuki"),
        ("energy-and-water", "vesi"),
        ("finance-automation", "lasku"),
        ("food-services", "keittiö"),
        ("grants-and-subsidies", "avustus"),
        ("leisure-and-events", "tapahtuma"),
        ("municipal-forests", "metsä"),
        ("participation-and-feedback", "asukas"),
        ("procurement-and-contracts", "toimittaja"),
        ("school-and-daycare", "oppilas"),
        ("security-and-identity", "kyberhyökkäys"),
        ("stray-animals", "kissa"),
    ],
)
def test_planted_themes_are_named_by_their_matter(planted: dict[str, Names], theme: str, word: str) -> None:
    """A word that says what a planted theme is about is among its keywords."""
    assert word in _list_texts(planted[theme])


def test_planted_themes_have_three_words_in_every_language(planted: dict[str, Names]) -> None:
    """No name is short, no two names are the same, and what readers see is in their own language."""
    for language in LANGUAGES:
        names = [tuple(each[language]) for each in planted.values()]

        assert all(len(name) >= 3 for name in names)
        assert all(first[0] != second[0] for first, second in combinations(names, 2))
        assert all(keyword.language == language for name in names for keyword in name)
