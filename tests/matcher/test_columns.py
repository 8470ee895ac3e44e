"""Which column is what, and how people overrule the guess."""

import pytest

from matcher.columns import map_columns
from models.errors import ColumnMapError
from models.folding import fold_name
from models.idea_columns import COLUMN_NAMES, FIELD_BY_NAME, IdeaField


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (list(IdeaField), list(IdeaField)),
        (
            ["Tunnus", "Hankkeen nimi", "Kuvaus", "Hakija", "Muut kunnat", "Tarpeet", "Tarjoama", "Kieli", "Vuosi"],
            ["reference", "title", "text", "lead", "members", "needs", "offers", "language", "year"],
        ),
        (
            ["Projektets namn", "Innehåll", "Sökande", "Deltagare", "Behov", "Erbjudande", "Språk", "År", "Utlysning"],
            ["title", "text", "lead", "members", "needs", "offers", "language", "year", "call"],
        ),
        (
            ["code", "period", "fund", "title", "lead", "priority", "authority", "start", "end", "planned_public_eur"],
            ["reference", None, None, "title", "lead", None, None, "year", None, None],
        ),
        (["OTSIKKO *", "kuvaus (max 2 000 merkkiä)", "Hakija/Sökande"], ["title", "text", "lead"]),
        (["Otsikkko", "Kuvavs", "Projektbeskrivnign"], ["title", "text", None]),
        (["Nimi", "Hankkeen tarkempi kuvaus"], ["title", "text"]),
        (["Nimi", "Kumppani 1", "Kumppani 2", "Tarve 1", "Tarve 2"], ["title", "members", "members", "needs", "needs"]),
        # The surer name wins; the other is not read.
        (["Nimi", "Otsikko", "Kunta", "Hakija"], [None, "title", None, "lead"]),
        (["Otsikko", "Otsikko"], ["title", None]),
        # How to reach somebody is never guessed to be an idea's content.
        (
            ["Otsikko", "Hakijan yhteyshenkilö", "Yhteyshenkilön nimi", "E-post till sökande"],
            ["title", None, None, None],
        ),
        (["Otsikko", "Päättymispäivä", "Slutdatum", "Maakunta", "column 5"], ["title", None, None, None, None]),
        (["Otsikko", "Tarpeet ja tarjoama"], ["title", None]),
    ],
)
def test_columns_are_guessed(columns: list[str], fields: list[str | None]) -> None:
    """Names in three languages, with remarks, numbers and typing errors, mean what a reader would say."""
    assert list(map_columns(columns).fields) == fields


@pytest.mark.parametrize("field", IdeaField)
def test_every_name_is_understood(field: IdeaField) -> None:
    """Each name in the list means its field, in capitals too; no name is in the list of two fields."""
    for name in COLUMN_NAMES[field]:
        assert FIELD_BY_NAME[fold_name(name.upper())] is field


def test_what_is_not_read_is_told() -> None:
    """The map lists the columns that are ignored, and the names of those that are read."""
    columns = map_columns(["Otsikko", "Budjetti", "Kumppani 1", "Kumppani 2"])

    assert columns.ignored == ("Budjetti",)
    assert columns.names(IdeaField.MEMBERS) == "Kumppani 1, Kumppani 2"
    assert columns.positions(IdeaField.YEAR) == ()


def test_an_override_goes_first() -> None:
    """It may be written in any case and with a field's name in any language, and can have a column ignored."""
    columns = ["Nro", "Otsikko", "Foo", "Tavoitteet", "Kuvaus"]

    mapped = map_columns(columns, {"foo": "otsikko", "Nro": "ignore", "Tavoitteet": "text", "Kuvaus": "TEXT"})

    assert list(mapped.fields) == [None, None, "title", "text", "text"]


def test_a_sheet_without_a_title_is_refused() -> None:
    """The message lists the columns and shows what to write."""
    with pytest.raises(ColumnMapError) as refused:
        map_columns(["Foo", "Kunta"])

    assert str(refused.value) == (
        "Expected a column with the title of each idea, but none of these looks like one: 'Foo', 'Kunta'. "
        "Say which it is, such as --map 'Foo=title'."
    )


@pytest.mark.parametrize(
    ("overrides", "message"),
    [
        (
            {"Otsiko": "title"},
            "There is no column 'Otsiko'; did you mean 'Otsikko'? The columns are 'Otsikko', 'Kunta', 'kunta'.",
        ),
        ({"Xyz": "title"}, "There is no column 'Xyz'. The columns are 'Otsikko', 'Kunta', 'kunta'."),
        ({"KUNTA": "lead"}, "There are 2 columns 'KUNTA'. The columns are 'Otsikko', 'Kunta', 'kunta'."),
        (
            {"Kunta": "leed"},
            (
                "There is no field 'leed'; did you mean 'lead'? The fields are reference, title, text, language, lead, "
                "members, needs, offers, call, year, status, origin, ignore."
            ),
        ),
        (
            {"Kunta": "lead", "kunta": "lead"},
            "Expected one column for 'lead', but --map names several; leave one out.",
        ),
        (
            {"Otsikko": "ignore"},
            (
                "Expected a column with the title of each idea, but none of these looks like one: "
                "'Otsikko', 'Kunta', 'kunta'. Say which it is, such as --map 'Otsikko=title'."
            ),
        ),
    ],
)
def test_a_wrong_override_is_refused(overrides: dict[str, str], message: str) -> None:
    """The message says what there is and what was probably meant."""
    with pytest.raises(ColumnMapError) as refused:
        map_columns(["Otsikko", "Kunta", "kunta"], overrides)

    assert str(refused.value) == message
