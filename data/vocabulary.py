"""The shipped words for what municipalities deal with; see data/vocabulary/README.md."""

import csv
from pathlib import Path
from typing import Final

from models.language import LANGUAGES
from models.localised_text import LocalisedText
from models.vocabulary import Vocabulary

VOCABULARY_FILE: Final = Path(__file__).parent / "vocabulary" / "words.csv"
STOP_WORDS_FILE: Final = VOCABULARY_FILE.with_name("stop_words.csv")


def load_vocabulary(path: Path = VOCABULARY_FILE, stop_words_path: Path = STOP_WORDS_FILE) -> Vocabulary:
    """Return the vocabulary, its concepts in the order of the file."""
    concepts = tuple(LocalisedText(row["fi"], row["sv"], row["en"]) for row in _read_rows(path))
    stop_words = _read_rows(stop_words_path)
    return Vocabulary(
        concepts,
        {
            language: frozenset(row["word"] for row in stop_words if row["language"] == language)
            for language in LANGUAGES
        },
    )


def _read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
