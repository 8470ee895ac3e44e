"""The shipped background sentences, the same in every language; see data/background/README.md."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from models.language import LANGUAGES, LanguageCode

BACKGROUND_FILE: Final = Path(__file__).parent / "background" / "sentences.tsv"


def load_background(path: Path = BACKGROUND_FILE) -> Mapping[LanguageCode, Sequence[str]]:
    """Return the sentences by language, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {language: tuple(row[language] for row in rows) for language in LANGUAGES}


def list_background_texts() -> list[str]:
    """Return all sentences, one language after another."""
    return [text for texts in load_background().values() for text in texts]
