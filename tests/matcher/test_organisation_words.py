"""The words in names of organisations, folded, and what kind of organisation they speak of."""

import pytest

from matcher.organisation_words import (
    Words,
    drop_joint_authority,
    hide_asides,
    marks_legal_person,
    marks_other_body,
    names_joint_authority,
    names_unit,
    read_acronyms,
    read_words,
    split_glued_head,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ÅBO  Stad", ("abo", "stad")),
        ("Haapaveden-Siikalatvan seudun ky", ("haapavedensiikalatvan", "seudun", "kuntayhtyma")),
        ("Yhdistys r.y.", ("yhdistys", "ry")),
        ("Koski Tl:n kunta", ("koski", "tl", "kunta")),
        ("S:t Michel", ("st", "michel")),
        ("Espoo (hallinnoija, vetäjä) [1]", ("espoo",)),
        ("Espoo (hallinnoija", ("espoo",)),
        ("Päähakija : Salo", ("salo",)),
        ("Salo: kirjasto", ("salo", "kirjasto")),
        ("Espoon kaup. 0101263-6", ("espoon", "kaupunki")),
        ("Turunmaan seutu c/o Parainen", ("turunmaan", "seutu")),
        ("Turku ym.", ("turku",)),
        ("Lapin maakuntaliiton", ("lapin", "liitto")),
        ("Raahen koulutuskuntayhtymälle", ("raahen", "koulutuskuntayhtyma")),
        ("Raahen kuntayhtymätekniikan yksikkö", ("raahen", "kuntayhtyma", "tekniikan", "yksikko")),
        (" ?! ", ()),
    ],
)
def test_names_are_read_as_words(text: str, words: Words) -> None:
    """Case, marks, abbreviations, asides and endings that carry no meaning are gone."""
    assert read_words(text) == words


def test_asides_separate_nothing() -> None:
    """What is in parentheses, or care of somebody, has no commas and slashes, and the text keeps its length."""
    text = "Espoo (a, b), Salo c/o X/Y"

    hidden = hide_asides(text)

    assert (len(hidden), hidden.count(","), hidden.count("/")) == (len(text), 1, 0)


def test_acronyms_are_names_of_their_own() -> None:
    """An official name carries its acronym in parentheses."""
    assert read_acronyms("Helsingin seudun liikenne -kuntayhtymä (HSL)") == (("hsl",),)


def test_joint_authority_can_be_left_out() -> None:
    """The bare word says nothing; as a part of another word it stays."""
    assert drop_joint_authority(("eteva", "kuntayhtyma")) == ("eteva",)
    assert drop_joint_authority(("savon", "koulutuskuntayhtyma")) == ("savon", "koulutuskuntayhtyma")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("kaupunginkirjasto", ("kaupungin", "kirjasto")),
        ("kunnanvirasto", ("kunnan", "virasto")),
        ("kaupunkitilakeskus", ("kaupunki", "tilakeskus")),
        ("kaupunki", None),
        ("museo", None),
    ],
)
def test_words_run_together_with_the_municipality_are_split(word: str, parts: tuple[str, str] | None) -> None:
    """A compound that begins with the word for the municipality has the rest after it."""
    assert split_glued_head(word) == parts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vaasan Vesi Oy", "legal"),
        ("Kotkan tukisäätiö", "legal"),
        ("Vasa förening rf", "legal"),
        ("Helsingin yliopisto", "other"),
        ("Uudenmaan elinkeino-, liikenne- ja ympäristökeskus", "other"),
        ("Suomen museoliitto", "other"),
        ("Savon koulutuskuntayhtymä", "joint authority"),
        ("Lapin liitto", "joint authority"),
        ("sivistyspalvelut", "unit"),
        ("Tekninen ja ympäristötoimi", "unit"),
        ("bildningsväsendet", "unit"),
        ("Culture and Leisure Division", "unit"),
        ("Motiva", "nothing"),
    ],
)
def test_words_tell_what_kind_of_organisation_it_is(text: str, kind: str) -> None:
    """Legal persons, other bodies, joint authorities and units are told apart."""
    words = read_words(text)

    assert marks_legal_person(words) is (kind == "legal")
    assert marks_other_body(words) is (kind in {"legal", "other"})
    assert names_joint_authority(words) is (kind == "joint authority")
    assert names_unit(words) is (kind == "unit")
