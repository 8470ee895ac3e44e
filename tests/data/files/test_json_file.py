"""JSON: both shapes, every kind of value, and what is refused."""

import json

import pytest

from data.files.json_file import read_json
from data.files.limits import FileLimits
from models.errors import UnreadableFileError
from models.sheet import Sheet, SheetRow


def test_a_list_of_objects_becomes_a_sheet() -> None:
    """Columns are all keys in order of appearance, rows are numbered by their place in the list."""
    data = b'[{"title": "Kyydit", "lead": "Kuhmo"}, {}, {"title": "Niitty", "year": 2019}]'

    sheet = read_json(data, "ideat.json")

    expected = Sheet(
        "ideat.json",
        ("title", "lead", "year"),
        (SheetRow(1, ("Kyydit", "Kuhmo", "")), SheetRow(3, ("Niitty", "", "2019"))),
    )
    assert sheet == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_list_may_be_inside_an_object(encoding: str) -> None:
    """Exports have the list as `ideas`; other keys beside it are passed over."""
    data = '{"exported": "2019-09-27", "ideas": [{"title": "Älykäs päiväkoti"}]}'.encode(encoding)

    assert read_json(data, "ideat.json").rows == (SheetRow(1, ("Älykäs päiväkoti",)),)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ('"a\\r\\nb"', "a\nb"),
        ("2019", "2019"),
        ("2019.0", "2019"),
        ("1.10", "1.10"),
        ("1e5", "1e5"),
        ("9" * 5000, "9" * 5000),
        ("true", "true"),
        ('["Nokia", "Lempäälä"]', "Nokia\nLempäälä"),
        ('["Nokia; Lempäälä"]', "Nokia; Lempäälä\n"),
        ('["Nokia\\nLempäälä", null, 5]', "Nokia Lempäälä\n5"),
        ('[{"kind": "skill", "text": "Kotlin"}, {"text": "rahaa"}]', "skill: Kotlin\nrahaa"),
        ('[{"kind": null, "text": "taito: tärkein"}]', ": taito: tärkein"),
        ('"\\ud800a\\u0000"', "a"),
    ],
)
def test_every_value_becomes_text(value: str, cell: str) -> None:
    """Numbers stay as they are written, lists become one item a line with its kind in front."""
    data = f'[{{"title": "Kyydit", "x": {value}}}]'.encode()

    assert read_json(data, "ideat.json").rows[0].cells == ("Kyydit", cell)


_SHAPE = 'Expected a list of objects with at least a title, or {"ideas": […]} in ideat.json, but '
_VALUE = (
    'Expected text, a number, null, or a list of texts or of {"kind", "text"} in ideat.json, item 1, \'x\', '
    "but found another shape."
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[{", "Expected JSON in ideat.json, but line 1, column 3 is not: "),
        ('{"title": "Kyydit"}', _SHAPE + "found an object without it."),
        ('"Kyydit"', _SHAPE + "found the value 'Kyydit'."),
        ('{"ideas": null}', _SHAPE + "found null."),
        ("[]", _SHAPE + "the list is empty."),
        ('["Kyydit"]', "Expected an object with at least a title in ideat.json, item 1, but found the value 'Kyydit'."),
        ('[{"title": NaN}]', _SHAPE + "NaN is not a JSON value."),
        ('[{"x": 1, "x": 2}]', _SHAPE + "the key 'x' comes twice in one object."),
        ('[{"x": {"fi": "Kyydit"}}]', _VALUE),
        ('[{"x": [["Kyydit"]]}]', _VALUE),
        ('[{"x": [{"text": "Kyydit", "more": 1}]}]', _VALUE),
        ("[" * 100_000, _SHAPE + "its lists are nested too deep."),
        ("[" * 100_000 + "]" * 100_000, _SHAPE + "its lists are nested too deep."),
    ],
)
def test_other_shapes_are_refused_with_their_place(text: str, message: str) -> None:
    """The message says what was expected, what came and where."""
    with pytest.raises(UnreadableFileError) as refused:
        read_json(text.encode(), "ideat.json")

    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (FileLimits(n_rows=1), "Expected at most 1 filled rows in ideat.json, but it has more; split the file."),
        (FileLimits(n_columns=1), "Expected at most 1 columns, but ideat.json has 2 or more; "),
        (FileLimits(cell_length=5), "Expected at most 5 characters in a cell, but ideat.json, row 1, column 1 has 6; "),
    ],
)
def test_each_limit_has_its_message(limits: FileLimits, message: str) -> None:
    """The limits are those of spreadsheets."""
    data = json.dumps([{"title": "Kyydit", "lead": "Salo"}, {"title": "Niitt"}]).encode()

    with pytest.raises(UnreadableFileError) as refused:
        read_json(data, "ideat.json", limits)

    assert str(refused.value).startswith(message)
