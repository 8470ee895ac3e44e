"""What a sentence denies, and how far the denial reaches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.denials import find_denials, split_stretches
from matcher.lemmas import split_words
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode


def list_denied(sentence: str, language: LanguageCode, *, is_own: bool | None = None) -> list[str]:
    """Return the words that are denied, in order."""
    denials = find_denials(sentence, language)
    return [
        word
        for place, word in enumerate(split_words(sentence))
        if any(each.covers(place) for each in denials if is_own in {None, each.is_own})
    ]


@pytest.mark.parametrize(
    ("sentence", "language", "denied", "kept"),
    [
        ("Emme halua tehdä tätä Kemin kanssa, vaan Oulun kanssa.", FINNISH, "Kemin", "Oulun"),
        ("Helsinkiä, Espoota eikä Vantaata emme halua mukaan.", FINNISH, "Espoota", ""),
        ("Oulun ja Kemin eikä Tornion kanssa.", FINNISH, "Tornion", "Kemin"),
        ("Teemme tämän Oulun, emme Kemin kanssa.", FINNISH, "Kemin", "Oulun"),
        ("Emme tee tätä yksin, teemme sen Oulun kanssa.", FINNISH, "yksin", "Oulun"),
        ("Toisin kuin Espoossa meillä on kioski.", FINNISH, "Espoossa", ""),
        ("Sen sijaan kysymme Vantaata.", FINNISH, "", "Vantaata"),
        ("Vi samarbetar inte med Vasa utan med Esbo.", SWEDISH, "Vasa", "Esbo"),
        ("Vi gör det utan Vasa.", SWEDISH, "Vasa", ""),
        ("Inte bara Vasa utan också Esbo är med.", SWEDISH, "", "Vasa Esbo"),
        ("Till skillnad från Esbo har vi en kiosk.", SWEDISH, "Esbo", ""),
        ("We do this with Vaasa, not with Espoo.", ENGLISH, "Espoo", "Vaasa"),
        ("We don’t automate decisions; we buy chairs.", ENGLISH, "decisions", "chairs"),
        ("Vaasa and not Espoo", ENGLISH, "Espoo", "Vaasa"),
        ("Not only Vaasa takes part.", ENGLISH, "", "Vaasa"),
        ("nicht Vaasa", LanguageCode("de"), "", "nicht Vaasa"),
    ],
)
def test_a_denial_reaches_as_far_as_its_stretch(sentence: str, language: LanguageCode, denied: str, kept: str) -> None:
    """It ends where a contrast or a new clause begins, and takes in what comes before it in the same one."""
    found = list_denied(sentence, language)

    assert set(denied.split()) <= set(found)
    assert set(kept.split()).isdisjoint(found)


@pytest.mark.parametrize(
    ("sentence", "language", "is_own"),
    [
        ("Emme automatisoi päätöksiä.", FINNISH, True),
        ("Tämä ei ole sote-hanke.", FINNISH, True),
        ("Asiakirjat eivät löydy arkistosta.", FINNISH, False),
        ("Ei arkistointia.", FINNISH, True),
        ("Projektet automatiserar inte beslut.", SWEDISH, True),
        ("Det finns inget gemensamt arkiv.", SWEDISH, False),
        ("We do not buy robots.", ENGLISH, True),
        ("Residents do not find the archive.", ENGLISH, False),
        ("Palkanlaskentaa ei automatisoida.", FINNISH, True),
        ("Rakennusvalvontaa ei oteta mukaan.", FINNISH, True),
        ("Asukas ei löydä lomaketta.", FINNISH, False),
        ("Ei riitä, että robotti lukee laskun.", FINNISH, False),
        ("No municipality shares its robot.", ENGLISH, False),
        ("Ingen kommun har råd med ett arkiv.", SWEDISH, False),
    ],
)
def test_a_lack_that_is_told_is_not_what_a_project_denies(
    sentence: str, language: LanguageCode, *, is_own: bool
) -> None:
    """What the writers deny of their own project is told from what residents or documents do not do."""
    assert bool(list_denied(sentence, language, is_own=True)) is is_own
    assert list_denied(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Ilman Kotkaa emme onnistu.", FINNISH),
        ("We cannot do it without Kotka.", ENGLISH),
        ("Ilman robottia ei mikään onnistu.", FINNISH),
    ],
)
def test_not_without_affirms(sentence: str, language: LanguageCode) -> None:
    """Two denials of one thing cancel each other: whoever is indispensable is wanted."""
    assert list_denied(sentence, language) == []


SENTENCES = st.lists(
    st.sampled_from(
        ["ei", "Oulu", "vaan", ",", "emme", "ja", "eikä", ";", "kuin", "toisin", "inte", "utan", "not", "’"]
    ),
    max_size=12,
).map(" ".join)


@given(SENTENCES, st.sampled_from([FINNISH, SWEDISH, ENGLISH, LanguageCode("de")]))
def test_stretches_cover_a_sentence_once_and_denials_lie_in_one(sentence: str, language: LanguageCode) -> None:
    """Every word is in one stretch, and a denial covers the whole of the one that it stands in."""
    stretches = split_stretches(sentence, language)

    assert [place for stretch in stretches for place in stretch] == list(range(len(split_words(sentence))))
    for denial in find_denials(sentence, language):
        assert range(denial.begin, denial.end) in stretches
        assert denial.covers(denial.place)
