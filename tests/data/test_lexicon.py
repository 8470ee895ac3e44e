"""The words by which subjects of calls are known."""

import csv

from data.lexicon import TERMS_FILE, load_lexicon
from data.reference_tables import load_reference_tables
from models.collation import sort_key
from models.language import LANGUAGES, LanguageCode
from models.lexicon import ALONE, ANY_SUBJECT, DIGITAL, TermKind

KINDS = list(TermKind)


def test_every_rule_of_every_call_has_a_subject() -> None:
    """Each exclusion and each purpose that a shipped call has is about something the lexicon knows."""
    lexicon = load_lexicon()

    for call in load_reference_tables().calls:
        rules = [exclusion.id for exclusion in call.exclusions]
        rules += [str(number) for number in range(1, len(call.purposes) + 1)]
        assert rules
        assert [rule for rule in rules if not lexicon.find_subjects(call.id, rule)] == []


def test_every_subject_has_words_and_seeds_in_every_language() -> None:
    """A subject of a rule is told by at least one word in each language and has a seed in each; others have words."""
    lexicon = load_lexicon()
    subjects = {subject for ids in lexicon.subjects.values() for subject in ids}

    told = {(term.subject, term.language) for term in lexicon.terms if term.kind is TermKind.TELLS}
    assert told == {(subject, language) for subject in {*subjects, ALONE, DIGITAL} for language in LANGUAGES}
    assert set(lexicon.seeds) == subjects
    assert all(all((seed.fi, seed.sv, seed.en)) for seeds in lexicon.seeds.values() for seed in seeds)


def test_terms_are_in_order_and_stand_once() -> None:
    """The file is sorted, no term stands twice for a subject, and all are in lower case with stars at ends only."""
    with TERMS_FILE.open(encoding="utf-8", newline="") as file:
        rows = [
            (row["subject"], LANGUAGES.index(LanguageCode(row["language"])), KINDS.index(TermKind(row["kind"])), row)
            for row in csv.DictReader(file)
        ]
    keys = [(subject, language, kind, sort_key(row["term"])) for subject, language, kind, row in rows]
    terms = [(subject, language, row["term"]) for subject, language, _, row in rows]

    assert keys == sorted(keys)
    assert len(set(terms)) == len(terms)
    for _, _, term in terms:
        assert term == term.casefold().strip()
        assert all(word.count("*") <= 1 and word.strip("*") and "*" not in word[1:-1] for word in term.split())


def test_only_any_subject_has_words_for_how_a_sentence_speaks() -> None:
    """Asides and what is left out concern every subject; everything else concerns one."""
    for term in load_lexicon().terms:
        assert (term.kind in {TermKind.ASIDE, TermKind.LEAVES_OUT}) is (term.subject == ANY_SUBJECT)
