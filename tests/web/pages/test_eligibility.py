"""Eligibility on the page of an idea, and of a text that is not stored."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest
from starlette.testclient import TestClient

from matcher.snapshot_keeper import SnapshotKeeper
from models.call import CallId
from models.eligibility import Bearing, Eligibility, EligibilityReport, Finding, RuleKind, Verdict
from tests.web.clock import pass_time
from tests.web.reading import read_page, read_text
from web.app import create_app
from web.wiring import Services

SENTENCE: Final = "Kaavat & tontit kartalle."
FINDING: Final = Finding(
    kind=RuleKind.EXCLUSION,
    rule="built_environment",
    sentence=SENTENCE,
    place=0,
    words=("tontit",),
    source="https://example.invalid/2019-2",
)
TOUCHING: Final = Finding(
    kind=RuleKind.EXCLUSION, rule="built_environment", bearing=Bearing.TOUCHES, sentence="Ehkä kaava.", place=1
)
NEEDED: Final = Finding(kind=RuleKind.NEEDS_ANOTHER_MUNICIPALITY, source="https://example.invalid/asetus")
PURPOSE: Final = Finding(kind=RuleKind.PURPOSE, rule="1", sentence="Johto näkee tiedot.", place=2, words=("Johto",))
REPORT: Final = EligibilityReport(
    (
        Eligibility(
            call_id=CallId("2019-1"),
            verdict=Verdict.CHECK,
            findings=(Finding(kind=RuleKind.EXCLUSIONS_NOT_KNOWN),),
        ),
        Eligibility(
            call_id=CallId("2019-2"),
            verdict=Verdict.DOES_NOT_FIT,
            findings=(FINDING, TOUCHING, NEEDED),
            purposes=(PURPOSE,),
        ),
        Eligibility(call_id=CallId("2022"), verdict=Verdict.FITS),
    ),
    (CallId("2022"),),
    is_by_meaning=True,
)


@pytest.fixture
def judged(services: Services, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """Return a client of the application in which every idea and text has the same report."""

    def judge(*_: object) -> EligibilityReport:
        return REPORT

    services.keeper.refresh()
    monkeypatch.setattr(SnapshotKeeper, "eligibility_of_idea", judge)
    monkeypatch.setattr(SnapshotKeeper, "eligibility_of_text", judge)
    return TestClient(create_app(services), follow_redirects=False)


PATHS: Final = ("/ideas/1?call=2019-2", "/eligibility?text=Kaava&call=2019-2")


@pytest.mark.parametrize("path", PATHS)
def test_a_verdict_is_said_with_its_rules_and_sentences(judged: TestClient, path: str) -> None:
    """The verdict is a word, each rule stands once with its source, and found words are marked in their sentence."""
    section = read_page(judged, path).select_one("section[aria-labelledby=eligibility]")
    assert section is not None

    assert read_text(section.select_one(".ds-tag")) == "Does not fit"
    rules = section.select(".rule")
    assert [read_text(rule.select_one("strong")) for rule in rules] == [
        "rakennettu ympäristö",
        "A joint project needs at least two municipalities",
        "management by information",
    ]
    assert [read_text(quote.p) for quote in rules[0].select("blockquote")] == [SENTENCE, "Ehkä kaava."]
    assert [read_text(mark) for mark in rules[0].select("mark")] == ["tontit"]
    assert "Mentioned by the way" in read_text(rules[0])
    assert rules[0].select_one("a[href='https://example.invalid/2019-2']") is not None
    assert rules[0].strong is not None
    assert rules[0].strong["lang"] == "fi"


@pytest.mark.parametrize("path", PATHS)
def test_all_calls_stand_in_a_table(judged: TestClient, path: str) -> None:
    """The newest first, each with its state and verdict; where it would have fitted is said, and who decides."""
    section = read_page(judged, path).select_one("section[aria-labelledby=eligibility]")
    assert section is not None

    rows = [[read_text(cell) for cell in row.select("th, td")] for row in section.select("tbody tr")]
    assert [(row[0], row[1]) for row in rows] == [
        ("Call 2022 Not known", "Not excluded"),
        ("Call 2019-2 Closed", "Does not fit"),
        ("Call 2019-1 Closed", "Check this"),
    ]
    assert "It seems to fit: Call 2022" in read_text(section)
    assert "the ministry decides" in read_text(section)


def test_what_serves_no_purpose_is_not_said_to_fit(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing speaks against a text, but no purpose of the call was found, it is called not excluded."""
    fits = Eligibility(call_id=CallId("2019-2"), verdict=Verdict.FITS)
    services.keeper.refresh()
    report = EligibilityReport((fits,), (), is_by_meaning=True)
    monkeypatch.setattr(SnapshotKeeper, "eligibility_of_idea", lambda *_: report)

    page = read_page(TestClient(create_app(services)), "/ideas/1?call=2019-2")
    section = page.select_one("section[aria-labelledby=eligibility]")
    assert section is not None

    assert read_text(section.select_one(".ds-tag")) == "Not excluded"
    assert next(read_text(cell) for cell in section.select("tbody td")) == "Not excluded"


def test_an_idea_is_read_for_its_own_call(judged: TestClient) -> None:
    """Where no call is chosen its own is shown, and each row of the table chooses another."""
    page = read_page(judged, "/ideas/1")
    chosen = page.select_one("section[aria-labelledby=eligibility] a[aria-current=true]")
    assert chosen is not None

    assert read_text(chosen) == "Call 2019-2"
    assert page.select_one("a[href='/ideas/1?call=2022#eligibility']") is not None


def test_a_text_is_read_for_the_call_that_tells_most(judged: TestClient) -> None:
    """While a call is open it is that one; afterwards one that it fits."""
    with pass_time(judged, datetime(2019, 12, 1, tzinfo=UTC)):
        during = read_page(judged, "/eligibility?text=Kaava")
    afterwards = read_page(judged, "/eligibility?text=Kaava")

    chosen, later = (page.select_one("#call option[selected]") for page in (during, afterwards))
    assert chosen is not None
    assert later is not None
    assert (chosen["value"], later["value"]) == ("2019-2", "2022")
    assert "This call has closed." not in read_text(during)


def test_a_text_that_fits_no_call_is_read_for_the_newest_that_tells_what_it_leaves_outside(
    judged: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That tells most of what may stand in its way."""
    monkeypatch.setattr(SnapshotKeeper, "eligibility_of_text", lambda *_: replace(REPORT, fitting_ids=()))

    page = read_page(judged, "/eligibility?text=Kaava")

    chosen = page.select_one("#call option[selected]")
    assert chosen is not None
    assert chosen["value"] == "2019-2"
    assert "This call has closed." in read_text(page)
    assert "(closed)" in read_text(chosen)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2019, 9, 1, tzinfo=UTC), "It seems to fit: Call 2019-1"),
        (datetime(2026, 1, 1, tzinfo=UTC), "It would have fitted these calls, which have closed: Call 2019-1"),
    ],
)
def test_a_call_that_has_closed_is_not_offered(
    judged: TestClient, monkeypatch: pytest.MonkeyPatch, moment: datetime, words: str
) -> None:
    """What would have fitted then is no call to apply in."""
    monkeypatch.setattr(
        SnapshotKeeper, "eligibility_of_idea", lambda *_: replace(REPORT, fitting_ids=(CallId("2019-1"),))
    )

    with pass_time(judged, moment):
        section = read_page(judged, PATHS[0]).select_one("section[aria-labelledby=eligibility]")

    assert words in read_text(section)


def test_no_purpose_found_is_said(judged: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is passed over in silence: what the call is for stands beside it, where that is known."""
    unseen = Eligibility(
        call_id=CallId("2019-2"), verdict=Verdict.CHECK, findings=(Finding(kind=RuleKind.NO_PURPOSE_SEEN),)
    )
    report = replace(REPORT, by_call=(unseen, REPORT.by_call[2]))
    monkeypatch.setattr(SnapshotKeeper, "eligibility_of_idea", lambda *_: report)

    known, unknown = (
        read_text(read_page(judged, f"/ideas/1?call={call}").select_one("section[aria-labelledby=eligibility]"))
        for call in ("2019-2", "2022")
    )

    assert "We do not see which purpose of the call this serves, or what in it is digital" in known
    assert "No sentence was found" in known
    assert "The call is for: management by information" in known
    assert "No sentence was found" in unknown
    assert "The call is for:" not in unknown


def test_an_unknown_call_is_not_found(judged: TestClient) -> None:
    """A call that does not exist is an error page, not another call."""
    assert judged.get("/ideas/1?call=1999").status_code == 404
    assert judged.get("/eligibility?text=Kaava&call=1999").status_code == 404


@pytest.mark.parametrize(
    ("text", "message"), [("%3F%21", "Write at least one word."), (5001 * "a", "Write at most 5,000 characters.")]
)
def test_a_text_that_can_not_be_read_says_why(client: TestClient, text: str, message: str) -> None:
    """The field shows the mistake and keeps what was written."""
    page = read_page(client, f"/eligibility?text={text}", status=422)

    assert read_text(page.select_one("#text-error")) == message
    field = page.select_one("textarea#text")
    assert field is not None
    assert field["aria-invalid"] == "true"
    assert field.text


def test_while_the_model_loads_pages_say_so(services: Services) -> None:
    """Nobody waits for the model: the page comes and says that it is loading."""
    unready = TestClient(create_app(services))

    assert "how the text stands to the calls" in read_text(read_page(unready, "/eligibility?text=Kaava"))
    assert "how the idea stands to the calls" in read_text(read_page(unready, "/ideas/1"))


def test_before_anything_is_asked_there_is_a_form(client: TestClient) -> None:
    """An empty page has the form with all calls and no verdict."""
    page = read_page(client, "/eligibility")

    assert [option["value"] for option in page.select("#call option")] == ["2022", "2019-2", "2019-1"]
    assert page.select_one("section[aria-labelledby=eligibility]") is None


def test_a_call_that_came_after_the_report_has_no_verdict_yet(
    judged: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page stands all the same, without a word on a call that nothing was read for."""
    monkeypatch.setattr(SnapshotKeeper, "eligibility_of_idea", lambda *_: replace(REPORT, by_call=REPORT.by_call[1:]))

    page = read_page(judged, "/ideas/1?call=2019-1")

    assert not page.select("#all-calls")
    assert read_page(judged, "/ideas/1?call=2019-2").select("#all-calls")
