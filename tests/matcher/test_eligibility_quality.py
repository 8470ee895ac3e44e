"""How often eligibility is read rightly: on tricky sentences, and on the illustrative ideas with planted exclusions.

Recorded on 25 November 2026 with multilingual-e5-small-q4. Sentences written before the lexicon: 64 of 64 of those it
was tuned on; 30 of 32 of those kept unseen at their first run, 31 after one gap was mended. Ideas: of 18 planted ones
16 do not fit and 2 are to be checked; of 115 others 108 fit, 4 are to be checked and 3, on streets and snow, do not
fit. On 28 November 2026 of texts that are no digitalisation 14 of 14 seen and 13 of 14 unseen are to be checked, 6 of 6
short ones on something digital fit, and the rest is as before. On 29 November 2026 of texts that deny something 26 of
26 seen are read rightly, and of 16 unseen 13 at their first run, 14 after two gaps were mended. See docs/method.md.
"""

import csv
from collections import Counter
from typing import Final

import pytest

from matcher.snapshot_keeper import SnapshotKeeper
from models.call import CallId
from models.eligibility import EligibilityReport, RuleKind, Verdict
from tests.conftest import ROOT
from tests.matcher.planted import PLANTED

SENTENCES: Final = ROOT / "tests" / "planted" / "tricky_sentences.csv"
CALL: Final = CallId("2019-2")
STREETS: Final = {"roads-and-mobility", "snow-clearing"}


def read_sentence(keeper: SnapshotKeeper, row: dict[str, str]) -> EligibilityReport:
    """Return how the text of a row stands to the calls, in its own language."""
    index, catalogue = keeper.current.eligibility, keeper.current.catalogue
    assert index is not None
    encoder = keeper._reader.encoder  # noqa: SLF001 - the language is told here, as it is for stored ideas
    return index.judge_text(row["text"], row["language"], catalogue=catalogue, encoder=encoder)  # type: ignore[arg-type]


def list_rows(part: str) -> list[dict[str, str]]:
    """Return the sentences of one part."""
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["part"] == part]


def is_purpose_unseen(report: EligibilityReport) -> bool:
    """Tell whether any call is said to have no purpose that the text serves."""
    return any(finding.kind is RuleKind.NO_PURPOSE_SEEN for each in report.by_call for finding in each.findings)


@pytest.mark.parametrize(("part", "n_right", "n_sentences"), [("measured", 64, 64), ("unseen", 31, 32)])
def test_tricky_sentences_are_read_rightly(
    illustrative: SnapshotKeeper, part: str, n_right: int, n_sentences: int
) -> None:
    """A verdict is right where it is the expected one and rests on the expected exclusion."""
    rows = list_rows(part)
    right = 0
    for row in rows:
        found = read_sentence(illustrative, row).find(CallId(row["call"]))
        assert found is not None
        met = {finding.rule for finding in found.findings if finding.kind is RuleKind.EXCLUSION}
        right += found.verdict.value == row["verdict"] and (not row["rule"] or row["rule"] in met)

    assert len(rows) == n_sentences
    assert right >= n_right


@pytest.mark.parametrize(("part", "n_right", "n_texts"), [("aimless", 14, 14), ("aimless_unseen", 13, 14)])
def test_what_is_plainly_no_digitalisation_is_to_be_checked(
    illustrative: SnapshotKeeper, part: str, n_right: int, n_texts: int
) -> None:
    """Nonsense, a greeting, grass and paint: that no purpose is seen is the only reason."""
    rows = list_rows(part)
    found = [read_sentence(illustrative, row).find(CallId(row["call"])) for row in rows]

    checked = [each for each in found if each is not None and each.verdict is Verdict.CHECK]
    assert len(rows) == n_texts
    assert len(checked) >= n_right
    reasons = {finding.kind for each in checked for finding in each.findings}
    assert reasons == {RuleKind.NO_PURPOSE_SEEN, RuleKind.NEEDS_ANOTHER_MUNICIPALITY}


def test_a_few_words_on_something_digital_fit(illustrative: SnapshotKeeper) -> None:
    """A short text is no reason for doubt where it names something digital."""
    rows = list_rows("digital_unseen")
    found = [read_sentence(illustrative, row).find(CallId(row["call"])) for row in rows]

    assert len(rows) == 6
    assert {each.verdict for each in found if each is not None} == {Verdict.FITS}


@pytest.mark.parametrize(("part", "n_right", "n_texts"), [("denied", 26, 26), ("denied_unseen", 14, 16)])
def test_what_a_text_denies_is_not_held_against_it_nor_in_its_favour(
    illustrative: SnapshotKeeper, part: str, n_right: int, n_texts: int
) -> None:
    """Verdicts on *this is not about health care* and the like, and no purpose by what is said not to be done."""
    rows = list_rows(part)
    wrong = []
    for row in rows:
        found = read_sentence(illustrative, row).find(CallId(row["call"]))
        assert found is not None
        serves = ",".join(finding.rule for finding in found.purposes)
        if found.verdict.value != row["verdict"] or (row["rule"] == "no purpose" and serves):
            wrong.append((row["id"], found.verdict.value, serves))

    assert len(rows) == n_texts
    assert len(rows) - len(wrong) >= n_right, wrong


def test_no_illustrative_idea_is_thought_aimless(illustrative: SnapshotKeeper) -> None:
    """However seldom ideas say the words of a purpose, each says something digital or near to what calls are for."""
    reports = illustrative.current.eligibility
    assert reports is not None

    assert [idea_id for idea_id, report in reports.reports.items() if is_purpose_unseen(report)] == []


def test_words_that_mean_something_else_are_not_held_against_anybody(illustrative: SnapshotKeeper) -> None:
    """Of the sentences that fit their call hardly one is sent away."""
    rows = [row for part in ("measured", "unseen") for row in list_rows(part) if row["verdict"] == Verdict.FITS]

    sent_away = [
        row["id"]
        for row in rows
        for found in read_sentence(illustrative, row).by_call
        if found.call_id == row["call"] and found.verdict is not Verdict.FITS
    ]

    assert len(rows) >= 40
    assert sent_away == []


def test_planted_exclusions_are_found_and_others_left_alone(illustrative: SnapshotKeeper) -> None:
    """No idea that breaks an exclusion fits, and of the others only ideas on streets and snow do not."""
    reports = illustrative.current.eligibility
    assert reports is not None
    with PLANTED.open(encoding="utf-8", newline="") as file:
        planted = {row["reference"]: row for row in csv.DictReader(file)}
    verdicts: Counter[tuple[bool, Verdict]] = Counter()
    astray = []
    for idea in illustrative.current.catalogue.ideas.values():
        row = planted[idea.reference or ""]
        found = reports.reports[idea.id].find(CALL)
        assert found is not None
        verdicts[bool(row["exclusion"]), found.verdict] += 1
        if not row["exclusion"] and found.verdict is Verdict.DOES_NOT_FIT and row["theme"] not in STREETS:
            astray.append(idea.reference)
        if row["exclusion"]:
            assert row["exclusion"] in {finding.rule for finding in found.findings}

    assert verdicts[True, Verdict.DOES_NOT_FIT] >= 16
    assert verdicts[True, Verdict.FITS] == 0
    assert verdicts[False, Verdict.FITS] >= 108
    assert astray == []


def test_what_was_excluded_is_the_theme_of_another_call(illustrative: SnapshotKeeper) -> None:
    """Most ideas on the built environment that do not fit 2019-2 fit the call of 2021 and serve its purpose."""
    reports = illustrative.current.eligibility
    assert reports is not None

    built = [
        report
        for report in reports.reports.values()
        if (found := report.find(CALL)) is not None
        and found.verdict is Verdict.DOES_NOT_FIT
        and "built_environment" in {finding.rule for finding in found.findings}
    ]

    assert len(built) >= 6
    assert sum("2021" in report.fitting_ids for report in built) >= 0.8 * len(built)


THEMES_OF_PURPOSES: Final = {
    ("2020", "1"): {"decision-making", "participation-and-feedback"},
    ("2020", "2"): {"leisure-and-events"},
    ("2021", "1"): {"built-environment"},
    ("2021", "2"): {"security-and-identity"},
    ("2019-1", "1"): {"finance-automation"},
    ("2022", "2"): {"hr-and-competence"},
}
"""Purposes that a planted theme is plainly about."""


def test_purposes_are_found_in_ideas_that_are_about_them(illustrative: SnapshotKeeper) -> None:
    """Ideas of a theme serve the purpose it is about far more often than other ideas do."""
    reports = illustrative.current.eligibility
    assert reports is not None
    with PLANTED.open(encoding="utf-8", newline="") as file:
        themes = {row["reference"]: row["theme"] for row in csv.DictReader(file)}
    inside: list[bool] = []
    outside: list[bool] = []
    for (call_id, number), own in THEMES_OF_PURPOSES.items():
        for idea in illustrative.current.catalogue.ideas.values():
            found = reports.reports[idea.id].find(CallId(call_id))
            assert found is not None
            serves = any(finding.rule == number for finding in found.purposes)
            (inside if themes[idea.reference or ""] in own else outside).append(serves)

    assert sum(inside) / len(inside) >= 0.90
    assert sum(outside) / len(outside) <= 0.105


@pytest.mark.parametrize(
    "text",
    [
        "Äitiysneuvola mobiilisovellukseen",
        "Neuvolan ajanvaraus sähköiseksi",
        "Mielenterveyskuntoutujien sovellus",
        "Mödrarådgivningens tidsbokning på nätet",
        "Socialbidrag på nätet",
    ],
)
def test_short_plain_words_of_care_are_seen(illustrative: SnapshotKeeper, text: str) -> None:
    """Health and social care is what the call leaves out, in however few words it is said."""
    report = illustrative.eligibility_of_text(text)

    assert report is not None
    assert next(each.verdict for each in report.by_call if each.call_id == CALL) is Verdict.DOES_NOT_FIT
