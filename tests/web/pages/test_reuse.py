"""Has it been done already: the verdict on the page of an idea, its evidence, and the text as a file."""

from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from starlette.testclient import TestClient

from models.idea import IdeaId
from models.language import FINNISH, LANGUAGES, LanguageCode
from models.project import ProjectId, ProjectState
from models.reuse import (
    Confidence,
    IdeaFinding,
    ProjectFinding,
    ReuseAnswer,
    ReuseEvidence,
    ReuseFinding,
    ReuseVerdict,
    SharedWord,
)
from tests.web.reading import read_facts, read_page, read_text
from web.app import create_app
from web.wiring import Services

EVIDENCE: Final = ReuseEvidence(
    points=2.0,
    similarity=0.5,
    own_sentence="Oma virke.",
    their_sentence="Deras mening.",
    sentence_similarity=0.6,
    shared_words=(SharedWord(own="läsnäolot", their="närvaron"), SharedWord(own="RPA", their="rpa")),
    project_name="eVaka",
)


def find_project(
    verdict: ReuseVerdict = ReuseVerdict.ADOPT,
    *,
    confidence: Confidence = Confidence.CLEAR,
    state: ProjectState | None = None,
    is_stated: bool = False,
) -> ProjectFinding:
    """Return a finding of the first project of the sample."""
    return ProjectFinding(
        project_id=ProjectId("yhteinen-varhaiskasvatus"),
        verdict=verdict,
        confidence=confidence,
        evidence=EVIDENCE,
        state=state,
        is_state_stated=is_stated,
    )


def find_idea(*, confidence: Confidence = Confidence.CLEAR, made_by: tuple[ProjectId, ...] = ()) -> IdeaFinding:
    """Return a finding of the second idea of the sample."""
    return IdeaFinding(idea_id=IdeaId(2), confidence=confidence, evidence=EVIDENCE, project_ids=made_by)


@pytest.fixture
def answered(services: Services, monkeypatch: pytest.MonkeyPatch) -> "Answered":
    """Return a function that gives a client of the application in which every idea has the same verdict."""
    services.keeper.refresh()

    return Answered(services, monkeypatch)


class Answered:
    """Makes clients whose ideas all have what is given."""

    def __init__(self, services: Services, patch: pytest.MonkeyPatch) -> None:
        self._services = services
        self._patch = patch

    def __call__(self, *findings: ReuseFinding) -> TestClient:
        """Return a client."""
        answer = ReuseAnswer(
            verdict=findings[0].verdict if findings else ReuseVerdict.NEW,
            findings=findings,
            n_projects=47,
            n_described=26,
            n_ideas=132,
            searched_on=date(2026, 11, 25),
        )
        self._patch.setattr(self._services.keeper, "reuse_of_idea", lambda *_, **__: answer)
        return TestClient(create_app(self._services))


@pytest.mark.parametrize(
    ("findings", "advice"),
    [
        ((), "Nothing was found that clearly asks for the same"),
        ((find_project(),), "This has been made: see whether you can adopt it"),
        (
            (find_project(confidence=Confidence.ALIKE),),
            "Something alike has been made: check whether you can adopt it",
        ),
        ((find_project(ReuseVerdict.JOIN),), "This is being done: ask whether you can join"),
        (
            (find_project(ReuseVerdict.JOIN, confidence=Confidence.ALIKE),),
            "Something alike is being done: check whether you can join",
        ),
        ((find_idea(),), "Others have the same idea: build it together"),
        (
            (find_idea(confidence=Confidence.ALIKE),),
            "Others have something alike in mind: check whether to build it together",
        ),
    ],
)
def test_the_verdict_is_advice(answered: Answered, findings: tuple[ReuseFinding, ...], advice: str) -> None:
    """One line says what to do, as sure as it is."""
    section = read_page(answered(*findings), "/ideas/1").select_one("[aria-labelledby=reuse]")

    assert section is not None
    assert read_text(section.select_one(".ds-alert h3")) == advice
    assert "47 entries, 26 of them with a description) and 132 other ideas" in read_text(section)


def test_an_idea_that_has_been_made_leads_on(answered: Answered) -> None:
    """The card of an idea links what has made it, and only then."""
    made_by = (ProjectId("yhteinen-varhaiskasvatus"),)

    (card,) = read_page(answered(find_idea(made_by=made_by)), "/ideas/1").select(".reuse-finding")
    (plain,) = read_page(answered(find_idea()), "/ideas/1").select(".reuse-finding")

    page = read_page(answered(find_idea(made_by=made_by)), "/ideas/1")
    assert "what they ask for has been made: look at both" in read_text(page.select_one("[aria-labelledby=reuse]"))
    assert "What that idea asks for has been made or is being made:" in read_text(card)
    assert card.select_one("a[href='/projects/yhteinen-varhaiskasvatus']") is not None
    assert "has been made" not in read_text(plain)


def test_a_project_that_an_idea_leads_to_says_so(answered: Answered) -> None:
    """Its card links the idea that leads to it; one that is like the text itself has none."""
    led_to = replace(find_project(), via_idea_id=IdeaId(2))

    (card,) = read_page(answered(led_to), "/ideas/1").select(".reuse-finding")
    (plain,) = read_page(answered(find_project()), "/ideas/1").select(".reuse-finding")

    assert "Found by way of an idea much like yours" in read_text(card)
    assert card.select_one("a[href='/ideas/2']") is not None
    assert "by way of" not in read_text(plain)


def test_a_project_is_shown_with_what_is_known(answered: Answered) -> None:
    """Parties, owner and licence, the source, the two sentences and the words in common."""
    (card,) = read_page(answered(find_project()), "/ideas/1").select(".reuse-finding")
    facts = read_facts(card)

    assert card.select_one("h3 a[href='/projects/yhteinen-varhaiskasvatus']") is not None
    assert facts["Parties"] == "Espoo , Vantaa , Pargas"
    assert (facts["Owner of the result"], facts["Licence of the result"]) == ("Espoo", "LGPL-2.1-or-later")
    assert facts["Source"] == "example.invalid"
    assert "Your text mentions eVaka." in read_text(card)
    assert "Words in common: läsnäolot – närvaron ; RPA" in read_text(card)
    assert read_text(card.select_one(".reuse-pair")) == "Theirs: Deras mening. Yours: Oma virke."


@pytest.mark.parametrize(
    ("state", "is_stated", "words"),
    [
        (None, False, "whether it still goes on is not known"),
        (ProjectState.RUNNING, True, "goes on"),
        (ProjectState.FINISHED, True, "has ended"),
        (ProjectState.RUNNING, False, "probably goes on, judged by its age alone"),
        (ProjectState.FINISHED, False, "has probably ended, judged by its age alone"),
    ],
)
def test_a_presumed_state_says_so(
    answered: Answered, state: ProjectState | None, words: str, *, is_stated: bool
) -> None:
    """What the source does not say is told apart from what it does."""
    (card,) = read_page(answered(find_project(state=state, is_stated=is_stated)), "/ideas/1").select(".reuse-finding")

    assert read_facts(card)["Year and state"] == f"2019; {words}"


def test_another_idea_is_marked_as_illustrative(answered: Answered) -> None:
    """Nobody builds together with a municipality that has proposed nothing."""
    (card,) = read_page(answered(find_idea()), "/ideas/1").select(".reuse-finding")

    assert card.select_one("h3 a[href='/ideas/2'][lang=sv]") is not None
    assert "Illustrative" in read_text(card.select_one(".tags"))


def test_the_text_can_be_copied(answered: Answered) -> None:
    """It stands in a labelled field that can only be read, in the language of the idea."""
    page = read_page(answered(find_project()), "/ideas/1")
    field = page.select_one("textarea#reuse-text[readonly][lang=fi]")

    assert field is not None
    assert page.select_one("label[for=reuse-text]") is not None
    assert "Yhteinen varhaiskasvatuksen järjestelmä" in field.text
    assert "[Hakija täyttää]" in field.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_comes_as_a_file(answered: Answered, language: LanguageCode) -> None:
    """In every language of the pages, as plain text with a name; ideas are linked to where this service is."""
    response = answered(find_idea()).get(f"/ideas/1/reuse.txt?language={language}")

    assert response.status_code == 200
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["content-disposition"] == f'attachment; filename="kumppani-idea-1-{language}.txt"'
    assert "http://testserver/ideas/2" in response.text


def test_the_file_is_in_the_ideas_own_language(answered: Answered) -> None:
    """Whatever the reader's language is."""
    response = answered().get("/ideas/2/reuse.txt", headers={"Accept-Language": FINNISH})

    assert response.headers["content-language"] == "sv"


@pytest.mark.parametrize(("path", "status"), [("/ideas/4711/reuse.txt", 404), ("/ideas/1/reuse.txt?language=de", 422)])
def test_what_is_not_there_is_refused(client: TestClient, path: str, status: int) -> None:
    """An unknown idea and a language that is not written."""
    assert client.get(path).status_code == status


def test_before_the_model_is_loaded_nothing_is_told(services: Services) -> None:
    """The page says so, and the file is not there yet."""
    client = TestClient(create_app(services))

    section = read_page(client, "/ideas/1").select_one("[aria-labelledby=reuse]")

    assert "The language model is still loading." in read_text(section)
    assert client.get("/ideas/1/reuse.txt").status_code == 503
