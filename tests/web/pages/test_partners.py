"""Suggested partners: on the page of an idea, of an organisation, and for a text."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pytest
from starlette.testclient import TestClient

from models.idea import IdeaId
from models.language import LANGUAGES, SWEDISH, LanguageCode
from models.organisation import OrganisationId
from models.project import ProjectId
from models.suggestion import (
    SIMILAR_IDEA_MIN,
    SIMILAR_PROJECT_MIN,
    ComplementEvidence,
    DistanceEvidence,
    IdeaEvidence,
    LanguageEvidence,
    Part,
    PartName,
    PartnerSuggestion,
    ProjectEvidence,
    Prospect,
    SizeEvidence,
)
from tests.web.reading import read_page, read_text
from web.app import create_app
from web.wiring import Services

PROJECT: Final = ProjectId("yhteinen-varhaiskasvatus")
OTHER_PROJECT: Final = ProjectId("kainuun-verkosto")
VANTAA: Final = OrganisationId("092")
ESPOO: Final = OrganisationId("049")
SUGGESTION: Final = PartnerSuggestion(
    organisation_id=OrganisationId("445"),
    points=1.3,
    score=0.785835,
    rank=4,
    idea_id=IdeaId(1),
    prospects=(Prospect(PartName.NAMED, 3.0, 2), Prospect(PartName.COMPLEMENT, 0.8, 3)),
    parts=(
        Part(PartName.START, -3.0),
        Part(
            PartName.TEXT,
            2.0,
            (
                IdeaEvidence(
                    idea_id=IdeaId(2),
                    own_sentence="Oma virke.",
                    their_sentence="Deras mening.",
                    closeness=-0.1,
                    similarity=0.4,
                ),
                ProjectEvidence(
                    project_id=PROJECT, similarity=0.4, own_sentence="Oma virke.", their_sentence="Heidän virkkeensä."
                ),
            ),
            rank_without=11,
        ),
        Part(
            PartName.COMPLEMENT,
            0.5,
            (
                ComplementEvidence(idea_id=IdeaId(2), need="Oma tarve.", offer="Deras utbud.", is_their_offer=True),
                ComplementEvidence(idea_id=IdeaId(2), need="Deras behov.", offer="Oma anti.", is_their_offer=False),
            ),
        ),
        Part(PartName.WALK, 1.0, (ProjectEvidence(project_id=PROJECT, similarity=0.4, with_ids=(VANTAA,)),)),
        Part(
            PartName.TIES,
            0.25,
            (
                ProjectEvidence(project_id=PROJECT, similarity=0.4, with_ids=(VANTAA,)),
                ProjectEvidence(project_id=OTHER_PROJECT, similarity=0.1, with_ids=(ESPOO, VANTAA)),
            ),
        ),
        Part(
            PartName.DISTANCE,
            0.25,
            (DistanceEvidence(from_id=VANTAA, distance_km=161.4, is_neighbour=False, is_same_region=True),),
        ),
        Part(PartName.SIZE, 0.2, (SizeEvidence(with_id=VANTAA, their_population=15_105, population=16_467),)),
        Part(PartName.LANGUAGE, 0.1, (LanguageEvidence(language=SWEDISH),)),
    ),
)
FAINT_IDEA: Final = "Has an idea that may touch the same subject:"
REASONS: Final = (
    f"{FAINT_IDEA} Skolskjutsarna i samma plan (Illustrative) – leads it Theirs: Deras mening. Yours: Oma virke.",
    (
        "Has done something similar: Yhteinen varhaiskasvatuksen järjestelmä "
        "Theirs: Heidän virkkeensä. Yours: Oma virke. "
        "Now place 4 of the suggestions; without this reason place 11."
    ),
    "Offers what you need: Skolskjutsarna i samma plan (Illustrative) Theirs: Deras utbud. Yours: Oma tarve.",
    "Needs what you offer: Skolskjutsarna i samma plan (Illustrative) Theirs: Deras behov. Yours: Oma anti.",
    "Was with Vantaa in a project on a similar matter: Yhteinen varhaiskasvatuksen järjestelmä",
    "Has worked with Espoo , Vantaa before: Kainuun kuntien verkosto",
    "In the same region as Vantaa , 161 km",
    "Similar in size to Vantaa : 15,105 and 16,467 inhabitants",
    "Works in the language of the idea: Swedish",
)


@pytest.fixture
def suggested(services: Services, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """Return a client of the application in which everybody is suggested the same partner."""

    def suggest(*_: object, **__: object) -> Sequence[PartnerSuggestion]:
        return (SUGGESTION,)

    services.keeper.refresh()
    for method in ("partners_of_idea", "partners_for_text", "partners_of_organisation"):
        monkeypatch.setattr(services.keeper, method, suggest)
    return TestClient(create_app(services))


@pytest.mark.parametrize(
    ("closeness", "similarity", "openings"),
    [
        (
            SIMILAR_IDEA_MIN,
            SIMILAR_PROJECT_MIN,
            (
                "Has a similar idea:",
                "Has done something similar:",
                "Was with Vantaa in a project on a similar matter:",
                "Has worked with Vantaa before:",
            ),
        ),
        (
            SIMILAR_IDEA_MIN - 0.01,
            SIMILAR_PROJECT_MIN - 0.01,
            (
                FAINT_IDEA,
                "Was in a project that may touch the same subject:",
                "Was with Vantaa in an earlier project, on whatever matter:",
                "Has worked with Vantaa before:",
            ),
        ),
    ],
)
def test_no_more_is_claimed_than_the_evidence_bears(
    services: Services, monkeypatch: pytest.MonkeyPatch, closeness: float, similarity: float, openings: tuple[str, ...]
) -> None:
    """One faint sentence makes nothing similar: the words are weaker, and a tie is a tie whatever it was about."""
    idea = IdeaEvidence(
        idea_id=IdeaId(2), own_sentence="Oma virke.", their_sentence="Deras.", closeness=closeness, similarity=0.25
    )
    project = ProjectEvidence(project_id=PROJECT, similarity=similarity)
    tie = ProjectEvidence(project_id=PROJECT, similarity=similarity, with_ids=(VANTAA,))
    before = replace(tie, project_id=OTHER_PROJECT)
    parts = (
        Part(PartName.TEXT, 2.4, (idea, project)),
        Part(PartName.WALK, 1.0, (tie,)),
        Part(PartName.TIES, 0.2, (before,)),
    )
    services.keeper.refresh()
    monkeypatch.setattr(services.keeper, "partners_of_idea", lambda *_, **__: (replace(SUGGESTION, parts=parts),))

    (card,) = read_page(TestClient(create_app(services)), "/ideas/1").select(".suggestion")

    told = [read_text(row) for row in card.select(".suggestion__reasons > li")]
    assert [words.startswith(opening) for words, opening in zip(told, openings, strict=True)] == [True] * 4


@pytest.mark.parametrize("path", ["/ideas/1", "/organisations/290", "/partners?text=koulukyydit&lead=Kuhmo"])
def test_a_suggestion_is_shown_with_its_reasons(suggested: TestClient, path: str) -> None:
    """Each piece of evidence is a sentence that leads to what it speaks of, in the order of the parts."""
    (card,) = read_page(suggested, path).select(".suggestion")

    assert read_text(card.select_one("h3")) == "Pargas"
    assert tuple(read_text(row) for row in card.select(".suggestion__reasons > li")) == REASONS
    assert {str(link["href"]) for link in card.select(".suggestion__reasons a")} == {
        "/ideas/2",
        f"/projects/{PROJECT}",
        f"/projects/{OTHER_PROJECT}",
        "/organisations/092",
        "/organisations/049",
    }


def test_what_would_change_a_place_is_told(suggested: TestClient) -> None:
    """Where a reason decides the place it says so, and what would raise it stands with the points."""
    (card,) = read_page(suggested, "/ideas/1").select(".suggestion")

    told = [read_text(each) for each in card.select(".small, .suggestion__points li")]
    assert "Now place 4 of the suggestions; without this reason place 11." in told
    assert "It would rise to place 2 if your text named it: say so if you mean to work together anyway." in told
    assert "It would rise to place 3 if it offered what you need, or needed what you offer." in told
    assert "No earlier project is known that speaks for this." not in told
    assert "→" not in told
    assert "[0, 1]" not in told


@pytest.mark.parametrize(("points", "is_said"), [(-0.8, True), (-0.7, False)])
def test_a_list_that_tells_little_says_so(
    services: Services, monkeypatch: pytest.MonkeyPatch, points: float, *, is_said: bool
) -> None:
    """Where even the first has few points they are called no more than the nearest."""
    services.keeper.refresh()
    faint = replace(SUGGESTION, points=points, parts=())
    monkeypatch.setattr(services.keeper, "partners_for_text", lambda *_, **__: (faint,))

    page = read_page(TestClient(create_app(services)), "/partners?text=asdf&lead=Kuhmo")

    assert ("these are only the nearest" in read_text(page)) is is_said


@pytest.mark.parametrize(("points", "is_told"), [(0.1, True), (0.09, False)])
def test_what_hardly_counts_is_no_reason(
    services: Services, monkeypatch: pytest.MonkeyPatch, points: float, *, is_told: bool
) -> None:
    """A hundred kilometres speak for nobody: they are among the points and not among the reasons."""
    distance = DistanceEvidence(from_id=VANTAA, distance_km=99.0, is_neighbour=False, is_same_region=False)
    parts = (Part(PartName.DISTANCE, points, (distance,)),)
    services.keeper.refresh()
    monkeypatch.setattr(services.keeper, "partners_of_idea", lambda *_, **__: (replace(SUGGESTION, parts=parts),))

    (card,) = read_page(TestClient(create_app(services)), "/ideas/1").select(".suggestion")

    assert bool(card.select(".suggestion__reasons > li")) is is_told
    assert len(card.select(".suggestion__points tbody tr")) == 1


def test_the_parts_add_up_to_the_points(suggested: TestClient) -> None:
    """The table has every part with its points, and their sum."""
    table = read_page(suggested, "/ideas/1").select_one(".suggestion table")

    assert table is not None
    assert [read_text(cell) for cell in table.select("tbody td")] == [
        *("-3.00", "2.00", "0.50", "1.00", "0.25", "0.25", "0.20", "0.10"),
    ]
    assert read_text(table.select_one("tfoot td")) == "1.30"


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_keep_their_language(suggested: TestClient, language: LanguageCode) -> None:
    """A Swedish sentence of theirs and a Finnish one of one's own are marked on pages in other languages."""
    pair = read_page(suggested, "/ideas/1", language=language).select_one(".sentence-pair")

    assert pair is not None
    expected = [each for each in ("sv", "fi") if each != language]
    assert [str(words["lang"]) for words in pair.select("[lang]")] == expected


def test_an_empty_form_asks_for_nothing(client: TestClient) -> None:
    """Without a text there are neither suggestions nor complaints."""
    page = read_page(client, "/partners")

    assert page.select_one("form textarea[name=text]")
    assert not page.select(".suggestion, .ds-validation-message, .ds-alert")


@pytest.mark.parametrize(("text", "sentence"), [("?!", "at least one word"), ("x" * 5001, "at most 5,000 characters")])
def test_a_text_that_can_not_be_read_says_what_is_expected(client: TestClient, text: str, sentence: str) -> None:
    """The field is marked, the sentence beside it, and the text is still there."""
    page = read_page(client, "/partners", query={"text": text}, status=422)

    assert sentence in read_text(page.select_one("#text-error"))
    field = page.select_one("textarea[aria-invalid=true]")
    assert read_text(field) == text


def test_a_lead_that_is_not_understood_offers_what_may_be_meant(suggested: TestClient) -> None:
    """A misspelt municipality is asked about, the text kept in the link, and nothing suggested for anybody else."""
    page = read_page(suggested, "/partners?text=koulukyydit&lead=Vanta")

    link = page.select_one(".ds-alert a")
    assert link is not None
    assert "lead=Vantaa" in str(link["href"])
    assert "text=koulukyydit" in str(link["href"])
    assert not page.select(".suggestion")


def test_without_a_lead_there_are_suggestions_too(suggested: TestClient) -> None:
    """Who would lead may be open."""
    assert read_page(suggested, "/partners?text=koulukyydit").select(".suggestion")


def test_while_the_model_loads_the_pages_say_so(services: Services) -> None:
    """No suggestion and no error before the first match, but a word to come again."""
    services.keeper.open()
    client = TestClient(create_app(services))

    for path in ("/ideas/1", "/organisations/290", "/partners?text=koulukyydit"):
        assert "still loading" in read_text(read_page(client, path).main)


def test_nobody_is_suggested_to_who_can_not_apply(suggested: TestClient) -> None:
    """A municipality that has ended and an associate get no suggestions."""
    for path in ("/organisations/911", "/organisations/ohjelmistoyhdistys"):
        assert not read_page(suggested, path).select(".suggestion")
