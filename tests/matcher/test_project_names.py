"""Names of projects in titles and in texts."""

import pytest

from matcher.project_names import find_project_name, list_project_names


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Kuntien eVaka", ("eVaka",)),
        ("eVaka 4pack", ("eVaka",)),
        ("LIIRA – Liikenteen avoimet reaaliaikaiset rajapinnat", ("LIIRA",)),
        ("Digitalisaation kehittäminen (Kuntadigi)", ("Kuntadigi",)),
        ("KUUMA-seudun kuntayhteistyö", ("KUUMA",)),
        ("Avoin kunta (En öppen kommun)", ()),
        ("KP kuntaraha", ()),
        ("Ilmastokatu", ()),
        ("", ()),
    ],
)
def test_coined_names_are_found_in_titles(title: str, names: tuple[str, ...]) -> None:
    """A capital inside a word or a single word in parentheses makes a name; words of the language do not."""
    assert list_project_names(title) == names


@pytest.mark.parametrize(
    ("text", "name", "is_found"),
    [
        ("Otetaan eVaka käyttöön.", "eVaka", True),
        ("Liitymme evakaan.", "eVaka", True),
        ("Vi ansluter oss till DigiOne:s plattform.", "DigiOne", True),
        ("Jatkamme LIIRAn työtä.", "LIIRA", True),
        ("Evakuointi harjoitellaan.", "eVaka", False),
        ("Kuuma kesä.", "KUUMA", False),
        ("Ekat kokeilut.", "EKAT", False),
        ("Kuntadigin tulokset", "Kuntadigi", True),
        ("Esikuntadigi", "Kuntadigi", False),
    ],
)
def test_a_name_is_found_with_its_endings(text: str, name: str, *, is_found: bool) -> None:
    """Inflected names are found, words that only begin or end alike are not."""
    assert (find_project_name(text, (name,)) is not None) is is_found


def test_without_names_nothing_is_found() -> None:
    """A project without a name of its own is not mentioned by any text."""
    assert find_project_name("Töissä Suomessa", ()) is None
