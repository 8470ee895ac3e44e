"""The page that suggests partners for a text also tells what has been done, and where its suggestions tell little."""

from dataclasses import replace
from datetime import date

import pytest
from starlette.testclient import TestClient

from models.idea import IdeaId
from models.reuse import Confidence, ProjectFinding
from models.suggestion import Part, PartName, ProjectEvidence
from tests.web.pages.test_partners import PROJECT, SUGGESTION
from tests.web.reading import read_page, read_text
from web.app import create_app
from web.wiring import Services


def test_where_a_list_begins_to_tell_little_it_says_so(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those for whom something speaks come first, the others in a list that goes on counting behind a word on them."""
    services.keeper.refresh()
    clear, faint = SUGGESTION, replace(SUGGESTION, points=-0.8, rank=5, parts=())
    monkeypatch.setattr(services.keeper, "partners_for_text", lambda *_, **__: (clear, faint))

    page = read_page(TestClient(create_app(services)), "/partners?text=asdf&lead=Kuhmo")

    first, second = page.select("ol.suggestions")
    assert (first["start"], second["start"]) == ("4", "5")
    assert "they are only the next nearest" in read_text(second.find_previous_sibling())


def test_faint_suggestions_only_fill_up_to_five(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of ten with two that something speaks for, five are shown; with seven such all seven."""
    services.keeper.refresh()
    for n_clear, n_shown in ((2, 5), (7, 7)):
        found = [
            replace(SUGGESTION, points=1.0 if place < n_clear else -1.0, rank=place + 1, parts=())
            for place in range(10)
        ]
        monkeypatch.setattr(services.keeper, "partners_for_text", lambda *_, found=found, **__: found)

        page = read_page(TestClient(create_app(services)), "/partners?text=asdf&lead=Kuhmo")

        assert len(page.select(".suggestion")) == n_shown


def test_a_text_is_also_told_what_has_been_done_and_how_it_stands(client: TestClient, services: Services) -> None:
    """Beside partners there are the verdict on reuse with what was found, and the way to the calls with the text."""
    services.keeper.refresh()

    page = read_page(client, "/partners?text=Yhteinen+varhaiskasvatuksen+järjestelmä+kaupungeille")

    section = page.select_one("section[aria-labelledby=reuse]")
    assert section is not None
    assert section.select_one(f"a[href='/projects/{PROJECT}']")
    link = page.select_one("section[aria-labelledby=eligibility] a")
    assert link is not None
    assert str(link["href"]).startswith("/eligibility?text=Yhteinen")


def test_what_was_found_to_be_alike_is_called_similar(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """However faint the evidence of a suggestion, the page does not contradict its own verdict on reuse."""
    project = ProjectEvidence(project_id=PROJECT, similarity=0.1, own_sentence="Oma.", their_sentence="Heidän.")
    parts = (Part(PartName.TEXT, 1.0, (project,)),)
    services.keeper.refresh()
    monkeypatch.setattr(services.keeper, "partners_for_text", lambda *_, **__: (replace(SUGGESTION, parts=parts),))

    page = read_page(TestClient(create_app(services)), "/partners?text=Yhteinen+varhaiskasvatuksen+järjestelmä")

    assert page.select_one(f"section[aria-labelledby=reuse] a[href='/projects/{PROJECT}']")
    assert read_text(page.select_one(".suggestion__reasons > li")).startswith("Has done something similar:")


def test_who_has_a_similar_idea_is_not_among_the_faint(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few the points, what may be called similar speaks clearly, and so for who stands before it."""
    project = ProjectEvidence(project_id=PROJECT, similarity=0.9, own_sentence="Oma.", their_sentence="Heidän.")
    weak = replace(SUGGESTION, points=-0.8, parts=())
    similar = replace(SUGGESTION, points=-0.9, parts=(Part(PartName.TEXT, 1.0, (project,)),))
    services.keeper.refresh()
    monkeypatch.setattr(services.keeper, "partners_for_text", lambda *_, **__: (weak, similar, weak))

    first, second = read_page(TestClient(create_app(services)), "/partners?text=asdf").select("ol.suggestions")

    assert [len(each.select(".suggestion")) for each in (first, second)] == [2, 1]


@pytest.mark.parametrize(
    ("confidence", "via", "is_told"),
    [(Confidence.CLEAR, None, True), (Confidence.ALIKE, None, False), (Confidence.ALIKE, IdeaId(1), True)],
)
def test_what_has_clearly_been_done_is_told_before_the_partners(
    services: Services, monkeypatch: pytest.MonkeyPatch, confidence: Confidence, via: IdeaId | None, *, is_told: bool
) -> None:
    """With who did it and the way to what speaks for it; what is only alike stands further down, unless led to."""
    services.keeper.refresh()
    text = "Yhteinen varhaiskasvatuksen järjestelmä kaupungeille"
    answer = services.keeper.reuse_of_text(text, today=date(2019, 9, 1))
    assert answer is not None
    projects = [each for each in answer.findings if isinstance(each, ProjectFinding)]
    findings = [replace(each, confidence=confidence, via_idea_id=via) for each in projects]
    found = replace(answer, findings=tuple(findings))
    monkeypatch.setattr(services.keeper, "reuse_of_text", lambda *_, **__: found)

    page = read_page(TestClient(create_app(services)), f"/partners?text={text}")

    section = page.select_one("section[aria-labelledby=suggestions]")
    assert section is not None
    link = section.select_one(f".ds-alert a[href='/projects/{PROJECT}']")
    assert (link is not None) is is_told
    assert (section.select_one(".ds-alert a[href='#reuse']") is not None) is is_told
    assert page.select_one("#reuse") is not None
