"""One name at a time: what is sure, what is perhaps, and what is somebody else."""

from typing import Final

import pytest

from matcher.name_reader import NameReader, Sureness
from matcher.spellings import Spellings
from tests.matcher.resolving import TABLES

_READER: Final = NameReader(Spellings(TABLES.organisations, TABLES.aliases))


@pytest.mark.parametrize(
    ("text", "sureness", "note"),
    [
        ("Espoo", Sureness.KNOWN, ""),
        ("Espoon kaupunki", Sureness.KNOWN, ""),
        ("Esbo Espoo", Sureness.KNOWN, ""),
        ("Espoon Espoo", Sureness.KNOWN, ""),
        ("City of Espoo Education Division", Sureness.KNOWN, "unit"),
        ("Staden Esbo kulturtjänster", Sureness.KNOWN, "unit"),
        ("City of Espoo Friends", Sureness.PERHAPS, "mentioned"),
        ("City of Gotham", Sureness.UNKNOWN, ""),
        ("Espoon kaupunginmuseo", Sureness.KNOWN, "unit"),
        ("Espoon kaupunginorkesterin ystävät ry", Sureness.OTHER, ""),
        ("Espoon kaupunkipuisto", Sureness.UNKNOWN, ""),
        ("Espoon kaupunki ja kumppanit", Sureness.PERHAPS, "mentioned"),
        ("Espoon kaupunki Vantaan kaupunki", Sureness.PERHAPS, "several"),
        ("OULUN KAUPUNKIBUSINESSOULU LIIKELAITOS", Sureness.PERHAPS, "mentioned"),
        ("Espoon sivistystoimi", Sureness.PERHAPS, "unit"),
        ("Espoon seudun ympäristötoimi", Sureness.UNIT, ""),
        ("Sivistystoimi", Sureness.UNIT, ""),
        ("Espoon seurakunta", Sureness.OTHER, ""),
        ("Motiva", Sureness.UNKNOWN, ""),
        ("", Sureness.UNKNOWN, ""),
    ],
)
def test_a_name_is_read_with_its_sureness(text: str, sureness: Sureness, note: str) -> None:
    """Known are spellings and official names with units; the rest is perhaps, other, a unit or unknown."""
    reading = _READER.read(text)

    assert (reading.sureness, reading.note) == (sureness, note)


def test_the_genitive_is_remembered() -> None:
    """*Espoon* may be the beginning of another name; *Espoon kaupunki* and *Espoo* may not."""
    assert _READER.read("Espoon").is_genitive
    assert not _READER.read("Espoon kaupunki").is_genitive
    assert not _READER.read("Espoo").is_genitive


def test_a_common_word_is_remembered() -> None:
    """*Salo* and the short *Ii* are names where they stand alone; with *kunta* they are so anywhere."""
    assert _READER.read("Salo").is_common
    assert _READER.read("Ii").is_common
    assert not _READER.read("Iin kunta").is_common


def test_only_a_whole_spelling_is_read_as_one() -> None:
    """Without a known spelling as a whole nothing is said, not even of an official name with a unit."""
    assert _READER.read_whole("Espoon kaupunki").sureness is Sureness.KNOWN
    assert _READER.read_whole("Espoon kaupunki sivistystoimi").sureness is Sureness.UNKNOWN
    assert _READER.read_whole("").sureness is Sureness.UNKNOWN
