"""Texts with any number of names, against the shipped reference data."""

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.name_list import NameListReader
from matcher.name_reader import NameReader, Sureness
from matcher.spellings import Spellings
from models.resolution import Resolution
from tests.matcher.resolving import NAMES, RESOLVER, TABLES, describe


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Espoo, Vantaa ja Kauniainen", ["Espoo: Espoo", "Vantaa: Vantaa", "Kauniainen: Kauniainen"]),
        ("Pargas stad och Kimitoön", ["Pargas stad: Parainen", "Kimitoön: Kemiönsaari"]),
        (
            "Kajaanin kaupunki / Kajaanin ammattikorkeakoulu",
            ["Kajaanin kaupunki: Kajaani", "Kajaanin ammattikorkeakoulu: -"],
        ),
        ("Helsinki; Espoo\nVantaa", ["Helsinki: Helsinki", "Espoo: Espoo", "Vantaa: Vantaa"]),
        ("Espoo & Vantaa + Helsinki", ["Espoo: Espoo", "Vantaa: Vantaa", "Helsinki: Helsinki"]),
        ("Tampere–Turku", ["Tampere: Tampere", "Turku: Turku"]),
        ("Oulun ja Kempeleen kunnat", ["Oulun: Oulu", "Kempeleen: Kempele"]),
        ("Turku, Salo ym.", ["Turku: Turku", "Salo ym.: Salo"]),
        ("Espoo ja Aalto-yliopisto", ["Espoo: Espoo", "Aalto-yliopisto: -"]),
        ("Espoon kaupunki ja Moniheli ry", ["Espoon kaupunki: Espoo", "Moniheli ry: -"]),
        ("Moniheli ry, Staden Esbo", ["Moniheli ry: -", "Staden Esbo: Espoo"]),
        ("Moniheli ry, Lapin liitto", ["Moniheli ry: -", "Lapin liitto: Lapin liitto"]),
        ("Espoo, Kaunianen", ["Espoo: Espoo", "Kaunianen: ? Kauniainen (typo)"]),
        ("Espo, Kaunianen", ["Espo: ? Espoo (typo)", "Kaunianen: ? Kauniainen (typo)"]),
        ("Valtimo ja Nurmes", ["Valtimo: Nurmes (merged)"]),
        (
            "Espoon kaupunki, sivistyksen toimiala, Aalto-yliopisto",
            ["Espoon kaupunki, sivistyksen toimiala: Espoo (unit)", "Aalto-yliopisto: -"],
        ),
        (
            "Rovaniemi (hallinnoija, vetäjä), Lapin yliopisto ja Lapin liitto",
            ["Rovaniemi (hallinnoija, vetäjä): Rovaniemi", "Lapin yliopisto: -", "Lapin liitto: Lapin liitto"],
        ),
        (
            "Espoon, Vantaan ja Kauniaisten yhteinen museo",
            ["Espoon, Vantaan ja Kauniaisten yhteinen museo: ? Espoo (unit)"],
        ),
        ("Vantaan ja Keravan yhteistyö", ["Vantaan ja Keravan yhteistyö: -"]),
        ("SoTe kuntayhtymä / Liikelaitos Saarikka", ["SoTe kuntayhtymä / Liikelaitos Saarikka: -"]),
    ],
)
def test_several_names_are_taken_apart(written: str, expected: list[str]) -> None:
    """Names are cut at separators where each piece makes sense by itself, and nowhere else."""
    found = RESOLVER.resolve_all(written)

    assert [f"{each.written}: {describe(each)}" for each in found] == expected


@pytest.mark.parametrize("written", ["", " \n\t", "?!", " / , ; "])
def test_a_text_without_words_is_nobody(written: str) -> None:
    """Nothing comes of nothing."""
    assert RESOLVER.resolve_all(written) == ()
    assert RESOLVER.resolve(written) == Resolution(written)


_WORDS: Final = st.sampled_from(
    [
        *("Espoo", "Espoon", "Vantaa", "Salo", "Ii", "Turun", "Vörå", "Vörås", "Åbo", "Valtimo", "Tamprere", "Lappi"),
        *("kaupunki", "kaupungin", "kunta", "kunnat", "stad", "stads", "City", "of", "Helsinki", "kirjasto", "toimi"),
        *("Oy", "ry", "säätiö", "yliopisto", "kuntayhtymä", "liitto", "Lapin", "Raahen", "koulutuskuntayhtymä"),
        *("Motiva", "seudun", "ja", "och", "kasvatus-", "(vetäjä)", "(", ")", "c/o", "Hakija:", "0101263-6", "ym."),
    ]
)
_GAPS: Final = st.sampled_from([" ", ", ", " / ", "/", "; ", "\n", " & ", "+", " - ", "–", "-", "  "])
_TEXTS: Final = st.lists(st.tuples(_WORDS, _GAPS), max_size=8).map(lambda pairs: "".join(map("".join, pairs)))


def test_parts_say_where_they_are() -> None:
    """Each part has its place in the text, so that nothing of what was written is lost."""
    spellings = Spellings(TABLES.organisations, TABLES.aliases)
    text = " Espoon kaupunki / Sivistystoimi ;  Motiva "

    parts = NameListReader(NameReader(spellings), spellings.is_municipality).read(text)

    assert [text[part.start : part.end] for part in parts] == ["Espoon kaupunki / Sivistystoimi", "Motiva"]
    assert [part.reading.sureness for part in parts] == [Sureness.KNOWN, Sureness.UNKNOWN]


@given(st.text() | _TEXTS)
@settings(deadline=None)
def test_any_text_is_read_without_failing(written: str) -> None:
    """Whatever is written, each resolution is an answer, a few suggestions or neither, and is a piece of the text."""
    found = RESOLVER.resolve_all(written)

    for each in found:
        assert each.written in written
        assert each.organisation_id is None or not each.did_you_mean
        assert len(each.did_you_mean) <= 3
        assert {each.organisation_id, *each.did_you_mean} <= {None, *NAMES}
    known = [each.organisation_id for each in found if each.organisation_id is not None]
    assert len(set(known)) == len(known)


@given(_TEXTS)
@settings(deadline=None)
def test_a_piece_means_the_same_by_itself(written: str) -> None:
    """What an export writes piece by piece comes back as it was."""
    for each in RESOLVER.resolve_all(written):
        assert RESOLVER.resolve_all(each.written) == (each,)


@given(_TEXTS, st.sampled_from([str.upper, str.lower, str.title, lambda text: f"  {text.replace(' ', '  ')} "]))
@settings(deadline=None)
def test_letter_case_and_spaces_change_nothing(written: str, change: Callable[[str], str]) -> None:
    """The same text in capitals or with more spaces means the same."""
    changed = RESOLVER.resolve_all(change(written))

    assert [describe(each) for each in changed] == [describe(each) for each in RESOLVER.resolve_all(written)]
