"""Known spellings, looked up exactly and by nearness, on a handful of organisations."""

from typing import Final

import pytest

from matcher.organisation_words import read_words
from matcher.spellings import Spellings
from models.localised_text import LocalisedText
from models.organisation import Alias, OrganisationId, OrganisationKind
from tests.factories import make_organisation

_NURMES: Final = make_organisation()
_VALTIMO: Final = make_organisation(
    id=OrganisationId("911"), name=LocalisedText("Valtimo"), successor_id=OrganisationId("541")
)
_JAKOBSTAD: Final = make_organisation(id=OrganisationId("598"), name=LocalisedText("Pietarsaari", "Jakobstad"))
_COUNCIL: Final = make_organisation(
    id=OrganisationId("pohjois-karjalan-liitto"),
    kind=OrganisationKind.JOINT_AUTHORITY,
    name=LocalisedText("Pohjois-Karjalan liitto -kuntayhtymä (PKL)"),
)
_ALIASES: Final = (
    Alias(_NURMES.id, "Nurmeksen", "genitive"),
    Alias(_NURMES.id, "Kauppala", "former_name", common_word=True),
    Alias(_VALTIMO.id, "Kauppala", "short_name"),
    Alias(_COUNCIL.id, "Pohjois-Karjala", "region_name"),
)
_SPELLINGS: Final = Spellings([_NURMES, _VALTIMO, _JAKOBSTAD, _COUNCIL], _ALIASES)


@pytest.mark.parametrize(
    ("written", "organisation_id"),
    [
        ("nurmes", "541"),
        ("Valtimo", "541"),
        ("911", "541"),
        ("Pohjois-Karjalan liitto", "pohjois-karjalan-liitto"),
        ("Pohjois-Karjalan maakuntaliitto kuntayhtymä", "pohjois-karjalan-liitto"),
        ("PKL", "pohjois-karjalan-liitto"),
        ("pohjois-karjalan-liitto", "pohjois-karjalan-liitto"),
    ],
)
def test_spellings_are_found(written: str, organisation_id: str) -> None:
    """Names, codes, acronyms and names without *kuntayhtymä* lead to the organisation of today."""
    assert [found.organisation_id for found in _SPELLINGS.find(read_words(written))] == [organisation_id]


def test_a_spelling_knows_how_it_stands_for_its_organisation() -> None:
    """The kind of the alias says whether the name is a former one, a genitive, a common word or a region."""
    (merged,) = _SPELLINGS.find(("valtimo",))
    (genitive,) = _SPELLINGS.find(("nurmeksen",))
    (renamed,) = _SPELLINGS.find(("kauppala",))
    (region,) = _SPELLINGS.find(("pohjoiskarjala",))

    assert (merged.note, renamed.note, genitive.note) == ("merged", "renamed", "")
    assert (genitive.is_genitive, renamed.is_common, region.is_region) == (True, True, True)
    assert not any((merged.is_genitive, merged.is_common, merged.is_region))


def test_a_swedish_genitive_counts_with_the_word_for_the_municipality_only() -> None:
    """*Jakobstads* is a name before *stad*, not by itself."""
    assert [found.organisation_id for found in _SPELLINGS.find_municipality(("jakobstads",))] == ["598"]
    assert _SPELLINGS.find(("jakobstads",)) == ()


def test_only_others_are_found_as_others() -> None:
    """Municipalities and the rest are looked up apart."""
    assert _SPELLINGS.find_other(("nurmes",)) == ()
    assert _SPELLINGS.find_municipality(("pkl",)) == ()
    assert _SPELLINGS.is_municipality(_NURMES.id)
    assert not _SPELLINGS.is_municipality(_COUNCIL.id)


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("Nurnes", ["541"]),
        ("Nrumes", ["541"]),
        ("Pietasaari", ["598"]),
        ("Nurmesjärvi", []),
        ("Pori", []),
    ],
)
def test_municipalities_near_by_are_suggested(written: str, suggested: list[str]) -> None:
    """One slip is near enough; another word, or another name, is not."""
    assert list(_SPELLINGS.suggest_municipalities(read_words(written))) == suggested


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("Pohjois-Karjalan litto", ["pohjois-karjalan-liitto"]),
        ("Pohjois-Karialan liitto", ["pohjois-karjalan-liitto"]),
        ("Etelä-Karjalan liitto", []),
    ],
)
def test_others_near_by_are_suggested_by_their_first_word(written: str, suggested: list[str]) -> None:
    """Names that only end alike are not near."""
    assert list(_SPELLINGS.suggest_others(read_words(written))) == suggested
