"""The shipped words by which subjects of calls are known; see data/lexicon/README.md."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import Final

from models.call import CallId
from models.language import LanguageCode
from models.lexicon import Lexicon, RuleKey, SubjectId, Term, TermKind
from models.localised_text import LocalisedText

_FOLDER: Final = Path(__file__).parent / "lexicon"
TERMS_FILE: Final = _FOLDER / "subjects.csv"
RULES_FILE: Final = _FOLDER / "rules.csv"
SEEDS_FILE: Final = _FOLDER / "seeds.csv"


def load_lexicon() -> Lexicon:
    """Return the lexicon, its terms in the order of the file."""
    subjects: defaultdict[RuleKey, list[SubjectId]] = defaultdict(list)
    for row in _read_rows(RULES_FILE):
        key = RuleKey(CallId(row["call"]) if row["call"] else None, row["rule"])
        subjects[key].append(SubjectId(row["subject"]))
    seeds: defaultdict[SubjectId, list[LocalisedText]] = defaultdict(list)
    for row in _read_rows(SEEDS_FILE):
        seeds[SubjectId(row["subject"])].append(LocalisedText(row["fi"], row["sv"], row["en"]))
    return Lexicon(
        tuple(
            Term(SubjectId(row["subject"]), LanguageCode(row["language"]), row["term"], TermKind(row["kind"]))
            for row in _read_rows(TERMS_FILE)
        ),
        {key: tuple(ids) for key, ids in subjects.items()},
        {subject: tuple(texts) for subject, texts in seeds.items()},
    )


def _read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
