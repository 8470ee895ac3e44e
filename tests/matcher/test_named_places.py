"""Municipalities that a text names."""

import pytest

from matcher.named_places import find_named, leave_out_refusals, list_mentioned, list_names
from matcher.passage import read_passage
from models.idea import IdeaDraft
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode
from models.localised_text import LocalisedText
from models.organisation import OrganisationKind
from tests.factories import make_organisation

TOWNS = tuple(
    make_organisation(name=LocalisedText(finnish, swedish))
    for finnish, swedish in (("Tampere", "Tammerfors"), ("Salo", ""), ("Porvoo", "Borgå"), ("Koski Tl", ""))
)
POSITIONS = list_names(TOWNS)


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("Kokeilu tehdään yhdessä Tampereen kanssa.", FINNISH, [0]),
        ("Mukaan haluavat Porvoo ja Tampere.", FINNISH, [2, 0]),
        ("Vi gör det tillsammans med Borgå.", SWEDISH, [2]),
        ("Borgås lösning används i Tammerfors.", SWEDISH, [0]),
        ("Kartoitamme jokaisen metsän ja salon.", FINNISH, []),
        ("Salo on hiljainen.", FINNISH, []),
    ],
)
def test_names_are_found_in_any_case_within_a_sentence(text: str, language: LanguageCode, named: list[int]) -> None:
    """A capital letter within a sentence tells a name; its sentence comes with it."""
    passage = read_passage(IdeaDraft(title="Otsikko", text=text, language=language))

    assert find_named(passage, POSITIONS).wanted == dict.fromkeys(named, text)


@pytest.mark.parametrize(
    ("text", "language", "wanted", "refused"),
    [
        ("Emme halua tehdä tätä Tampereen kanssa. Tampere on iso, ja siksi Tampere jää pois.", FINNISH, [], [0]),
        ("Emme tee tätä Tampereen vaan kotikaupunkimme Porvoon kanssa.", FINNISH, [2], [0]),
        ("Toisin kuin Porvoossa meillä kuljetaan itse. Mukana on Tampere.", FINNISH, [0], [2]),
        ("Vi samarbetar inte med Borgå. Bokbuss.", SWEDISH, [], [2]),
        ("We do not want to work with Tampere.", ENGLISH, [], [0]),
        ("We plan it here; Porvoo declined and now Tampere is asked.", ENGLISH, [], []),
        ("Tampere ei ole mukana. Kysymme Porvoota.", FINNISH, [2], []),
        ("Ilman apua ei mikään onnistu. Siksi kysymme Porvoota.", FINNISH, [2], []),
        ("Ilman Porvoota emme onnistu, ja siksi Porvoo tarvitaan.", FINNISH, [2], []),
        ("Lumen auraus kartalla. Ilman Porvoota.", FINNISH, [], [2]),
    ],
)
def test_whoever_a_text_refuses_is_not_wanted(
    text: str, language: LanguageCode, wanted: list[int], refused: list[int]
) -> None:
    """A denial or a comparison by contrast takes a name out of the whole text, at the beginning of a sentence too."""
    found = find_named(read_passage(IdeaDraft(title="Otsikko", text=text, language=language)), POSITIONS)

    assert list(found.wanted) == wanted
    assert list(found.refused) == refused


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Mukana on Tampereen yliopisto.", FINNISH, []),
        ("Asiaa tutkii Porvoon ammattikorkeakoulu.", FINNISH, []),
        ("Soitamme Porvoon Jazzeilla.", FINNISH, []),
        ("It is studied at the University of Tampere.", ENGLISH, []),
        ("Mukana ovat Tampereen, Porvoon ja Salon koulut.", FINNISH, [0, 2, 1]),
        ("Mukana ovat Tampere, Porvoo, Salo.", FINNISH, [0, 2, 1]),
    ],
)
def test_a_name_within_another_is_no_municipality(text: str, language: LanguageCode, wanted: list[int]) -> None:
    """A university or a festival is not the town; a list of towns is all of them."""
    assert list(
        find_named(read_passage(IdeaDraft(title="Otsikko", text=text, language=language)), POSITIONS).wanted
    ) == (wanted)


def test_who_is_denied_is_not_mentioned() -> None:
    """Whoever takes part is counted, at the beginning of a sentence too."""
    assert list_mentioned("Tampere ja Porvoo tekevät tämän.", FINNISH, POSITIONS) == {0, 2}
    assert list_mentioned("Tampere tekee tämän, ei Porvoo.", FINNISH, POSITIONS) == {0}


@pytest.mark.parametrize(
    ("text", "language", "matter"),
    [
        ("Ostolaskut robotille. Porvoota ei ole kysytty.", FINNISH, "Ostolaskut robotille."),
        ("Vi samarbetar inte med Borgå. Bokbuss.", SWEDISH, "Bokbuss."),
        ("We do not want to work with Tampere. Maps.", ENGLISH, "Maps."),
        ("Mukana on Tampere. Kartat.", FINNISH, "Mukana on Tampere. Kartat."),
        ("Asiakirjat eivät löydy. Kartat.", FINNISH, "Asiakirjat eivät löydy. Kartat."),
        ("Emme kysy Porvoota.", FINNISH, "Emme kysy Porvoota."),
    ],
)
def test_a_sentence_that_only_refuses_is_no_matter(text: str, language: LanguageCode, matter: str) -> None:
    """It is left out of what is compared, unless there is nothing else."""
    assert leave_out_refusals(text, language, POSITIONS) == matter


def test_a_name_of_several_words_or_of_two_towns_is_none() -> None:
    """A word that may mean another municipality names nobody, and a joint authority is not named by one word."""
    authority = make_organisation(name=LocalisedText("Yhtymä"), kind=OrganisationKind.JOINT_AUTHORITY)
    twins = [make_organisation(name=LocalisedText("Pyhtää")), make_organisation(name=LocalisedText("Pyhtää"))]

    assert list_names([*TOWNS[-1:], *twins, authority]) == {}
