"""One row: what people write becomes values, or a refusal that says what was expected."""

import pytest

from matcher.columns import map_columns
from matcher.import_row import RowReader, RowReading, normalise_text
from models.idea import IdeaStatus, Need, Offer, Origin, Party, PartyRole, ResourceKind
from models.language import ENGLISH, FINNISH, SWEDISH
from models.resolution import Resolution
from models.sheet import SheetRow
from tests.factories import make_lead, make_member
from tests.matcher.importing import CALLS, resolve_all


def _read(**cells: str) -> RowReading:
    """Return the reading of a row that is accepted; its columns are the names of the arguments."""
    reading = _reader(*cells).read(SheetRow(2, tuple(cells.values())))
    assert isinstance(reading, RowReading), reading
    return reading


def _refusals(**cells: str) -> list[str]:
    """Return the messages for a row that is refused."""
    reading = _reader(*cells).read(SheetRow(7, tuple(cells.values())))
    assert isinstance(reading, tuple), reading
    return [str(refusal) for refusal in reading]


def _reader(*columns: str) -> RowReader:
    return RowReader("ideat.csv", map_columns(columns), resolve_all=resolve_all, call_ids=CALLS)


def test_a_title_is_enough() -> None:
    """White space in it is single; everything else is not said."""
    assert _read(title="  Kyydit \n yhteen ") == RowReading(number=2, title="Kyydit yhteen")


def test_a_text_keeps_its_paragraphs() -> None:
    """Lines stay lines, empty lines between paragraphs become one, white space single."""
    assert normalise_text("\n A  b \n- c\n\n \nD\n\n") == "A b\n- c\n\nD"


def test_texts_in_several_columns_become_paragraphs() -> None:
    """Where somebody maps two columns to the text, they follow each other."""
    columns = map_columns(["title", "Tausta", "Tavoite"], {"Tausta": "text", "Tavoite": "text"})
    reader = RowReader("ideat.csv", columns, resolve_all=resolve_all, call_ids=())

    reading = reader.read(SheetRow(2, ("Kyydit", "Ensin.", "Sitten.")))

    assert isinstance(reading, RowReading)
    assert reading.text == "Ensin.\n\nSitten."


@pytest.mark.parametrize("word", ["sv", "SV", "sv-FI", "Ruotsi", "svenska", "Swedish"])
def test_a_language_may_be_a_code_or_a_name(word: str) -> None:
    """Names in three languages are understood."""
    assert _read(title="Kyydit", kieli=word).language == SWEDISH


def test_other_languages_may_be_codes() -> None:
    """Texts may be in any language; an empty cell says none."""
    assert [_read(title="Kyydit", kieli=word).language for word in ("fi", "englanti", "se", " ")] == [
        FINNISH,
        ENGLISH,
        "se",
        None,
    ]


def test_organisations_are_kept_as_written_and_as_understood() -> None:
    """One that is not understood keeps what it might mean; no name is a reason to refuse."""
    reading = _read(title="Kyydit", lead="Kuhmo", members="Salo; Sallo\nAtlantis")

    assert reading.lead == (make_lead("Kuhmo", "290"),)
    assert reading.members == (
        make_member("Salo; Sallo"),
        make_member("Atlantis"),
    )


def test_members_may_be_separated_by_semicolons_or_stand_in_columns() -> None:
    """Empty ones between are passed over; associates are marked by a word."""
    reading = RowReader(
        "ideat.csv", map_columns(["title", "Kumppani 1", "Kumppani 2"]), resolve_all=resolve_all, call_ids=()
    ).read(SheetRow(2, ("Kyydit", "Salo; ;Sallo", "Yhteistyötaho: Kyyti Oy")))

    assert isinstance(reading, RowReading)
    assert reading.members == (
        make_member("Salo", "734"),
        make_member("Sallo", did_you_mean=["734"]),
        Party(PartyRole.ASSOCIATE, "Kyyti Oy"),
    )


def test_of_several_leads_the_first_leads() -> None:
    """An idea has one lead; the others written there are members."""
    assert _read(title="Kyydit", lead="Kuhmo / Salo").lead == (make_lead("Kuhmo", "290"), make_member("Salo", "734"))


def test_a_name_is_resolved_once() -> None:
    """Resolving is slow, and the same names come again and again."""
    asked = []

    def resolve(written: str) -> tuple[Resolution, ...]:
        asked.append(written)
        return ()

    reader = RowReader("ideat.csv", map_columns(["title", "lead"]), resolve_all=resolve, call_ids=())

    readings = [reader.read(SheetRow(number, ("Kyydit", "Kuhmo"))) for number in (2, 3)]

    assert asked == ["Kuhmo"]
    assert [reading.lead for reading in readings if isinstance(reading, RowReading)] == [(make_lead("Kuhmo"),)] * 2


def test_needs_and_offers_may_have_a_kind() -> None:
    """The word for it may be in three languages; other words before a colon belong to the text."""
    reading = _read(title="Kyydit", needs="Taito: Kotlin; system in use: SAP; Huom: kiire; : raha: ei", offers="Pilot:")

    assert reading.needs == (
        Need("Kotlin", ResourceKind.SKILL),
        Need("SAP", ResourceKind.SYSTEM_IN_USE),
        Need("Huom: kiire"),
        Need("raha: ei"),
    )
    assert reading.offers == ()
    assert _read(title="Kyydit", offers="färdig lösning: eKyyti").offers == (
        Offer("eKyyti", ResourceKind.FINISHED_SOLUTION),
    )


@pytest.mark.parametrize(
    "written",
    ["2019", "1.8.2019", "2019-08-01", "2019-08-01T10:00:00", "8/2019", "syksy 2019", "2019–2021", "20190801"],
)
def test_a_year_may_be_written_as_a_date_or_a_period(written: str) -> None:
    """The first year in the cell counts."""
    assert _read(title="Kyydit", alkaa=written).year == 2019


@pytest.mark.parametrize("word", ["withdrawn", "Peruttu", "vedetty pois", "indragen"])
def test_a_status_may_be_said_in_three_languages(word: str) -> None:
    """Case does not matter."""
    assert _read(title="Kyydit", tila=word).status is IdeaStatus.WITHDRAWN


@pytest.mark.parametrize("word", ["illustrative", "Havainnollistava", "exempel"])
def test_an_origin_may_be_said_in_three_languages(word: str) -> None:
    """It travels with exports, so that an illustrative idea stays one."""
    assert _read(title="Kyydit", origin=word).origin is Origin.ILLUSTRATIVE


def test_a_call_is_known_by_its_id() -> None:
    """White space around it does not matter."""
    assert _read(title="Kyydit", haku=" 2019-2 ").call_id == "2019-2"


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("Otsikko", " ", "expected a title with at least one letter, got nothing."),
        ("Otsikko", "1 2 3", "expected a title with at least one letter, got '1 2 3'."),
        ("Otsikko", "a" * 301, "expected a title of at most 300 characters, got 301 characters."),
        (
            "Kieli",
            "klingon",
            (
                "expected fi, sv or en, a language's name such as ruotsi or svenska, or another ISO 639-1 code, "
                "got 'klingon'."
            ),
        ),
        ("Vuosi", "ensi vuonna", "expected a year from 1990 to 2100, such as 2019 or 1.8.2019, got 'ensi vuonna'."),
        ("Vuosi", "1.8.1919", "expected a year from 1990 to 2100, such as 2019 or 1.8.2019, got '1.8.1919'."),
        (
            "Tila",
            "ehkä",
            "expected open (avoin, öppen), complete (valmis, klar) or withdrawn (peruttu, indragen), got 'ehkä'.",
        ),
        (
            "Alkuperä",
            "kuu",
            "expected imported (tuotu, importerad) or illustrative (havainnollistava, illustrativ), got 'kuu'.",
        ),
        ("Haku", "2018", "expected one of the calls 2019-1, 2019-2, got '2018'."),
        ("Haku", "x" * 99, f"expected one of the calls 2019-1, 2019-2, got '{'x' * 59}…'."),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(column: str, cell: str, message: str) -> None:
    """The message has file, row, column, what was expected and what came."""
    cells = {"Otsikko": "Kyydit"} | {column: cell}

    assert _refusals(**cells) == [f"ideat.csv, row 7, column {column!r}: {message}"]


def test_all_that_is_wrong_in_a_row_is_told_at_once() -> None:
    """Nobody should have to come back for each cell."""
    assert [message.partition(":")[0] for message in _refusals(Otsikko="", Vuosi="x", Tila="y")] == [
        "ideat.csv, row 7, column 'Otsikko'",
        "ideat.csv, row 7, column 'Vuosi'",
        "ideat.csv, row 7, column 'Tila'",
    ]


def test_a_row_that_is_longer_than_the_header_is_refused() -> None:
    """It has a delimiter inside a text, and everything after it has moved."""
    reading = _reader("title", "lead").read(SheetRow(7, ("Kyydit", "yhteen", "Kuhmo")))

    assert isinstance(reading, tuple)
    assert [str(refusal) for refusal in reading] == ["ideat.csv, row 7: expected 2 cells, as the header has, got 3."]
