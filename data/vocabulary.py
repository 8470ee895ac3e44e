"""The shipped words for what municipalities deal with; see data/vocabulary/README.md."""

import csv
from pathlib import Path
from typing import Final

from models.language import LANGUAGES
from models.localised_text import LocalisedText
from models.vocabulary import Vocabulary

VOCABULARY_FILE: Final = Path(__file__).parent / "vocabulary" / "words.csv"
STOP_WORDS_FILE: Final = VOCABULARY_FILE.with_name("stop_words.csv")
OTHER_WORDS_FILE: Final = VOCABULARY_FILE.with_name("other_words.csv")
BROADER_FILE: Final = VOCABULARY_FILE.with_name("broader.csv")


def load_vocabulary() -> Vocabulary:
    """Return the vocabulary, its concepts in the order of the file."""
    concepts = tuple(LocalisedText(row["fi"], row["sv"], row["en"]) for row in _read_rows(VOCABULARY_FILE))
    stop_words, other_words = _read_rows(STOP_WORDS_FILE), _read_rows(OTHER_WORDS_FILE)
    return Vocabulary(
        concepts,
        {
            language: frozenset(row["word"] for row in stop_words if row["language"] == language)
            for language in LANGUAGES
        },
        {
            language: {row["word"]: row["concept"] for row in other_words if row["language"] == language}
            for language in LANGUAGES
        },
        {row["concept"]: row["broader"] for row in _read_rows(BROADER_FILE)},
    )


def _read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
