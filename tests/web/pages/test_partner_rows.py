"""What a suggested partner's card says besides its reasons: rounding, who leads, and what is only an illustration."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from models.organisation import OrganisationId
from models.suggestion import Part, PartName
from tests.web.pages.test_partners import SUGGESTION
from tests.web.reading import read_page, read_text
from web.app import create_app
from web.wiring import Services


def test_a_sum_that_rounding_makes_uneven_says_so(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two parts too small to be seen are a hundredth together; the sum of the sample is even and says nothing."""
    parts = (Part(PartName.START, -3.0), Part(PartName.SIZE, 0.004), Part(PartName.LANGUAGE, 0.004))
    services.keeper.refresh()
    uneven = replace(SUGGESTION, parts=parts, points=-2.992)
    monkeypatch.setattr(services.keeper, "partners_of_idea", lambda *_, **__: (uneven,))
    told = read_text(read_page(TestClient(create_app(services)), "/ideas/1").select_one(".suggestion__points"))

    monkeypatch.setattr(services.keeper, "partners_of_idea", lambda *_, **__: (SUGGESTION,))
    even = read_text(read_page(TestClient(create_app(services)), "/ideas/1").select_one(".suggestion__points"))

    assert "Figures are rounded here" in told
    assert "Figures are rounded here" not in even


def test_a_member_is_told_from_a_lead(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who only takes part in a similar idea is not said to lead it."""
    services.keeper.refresh()
    of_a_member = replace(SUGGESTION, organisation_id=OrganisationId("049"))
    monkeypatch.setattr(services.keeper, "partners_of_idea", lambda *_, **__: (of_a_member,))

    (card,) = read_page(TestClient(create_app(services)), "/ideas/1").select(".suggestion")

    assert "– takes part in it" in read_text(card.select_one(".suggestion__reasons > li"))


@pytest.mark.parametrize("path", ["/partners?text=koulukyydit", "/organisations/290", "/search?q=koulukyydit"])
def test_pages_that_rest_on_illustrative_ideas_say_that_nobody_proposed_them(
    services: Services, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """Real municipalities are named beside them; the mark on each idea alone is too quiet."""
    services.keeper.refresh()
    for method in ("partners_for_text", "partners_of_organisation"):
        monkeypatch.setattr(services.keeper, method, lambda *_, **__: (SUGGESTION,))

    notice = read_page(TestClient(create_app(services)), path).select_one(".origin-notice")

    assert "no municipality has proposed them" in read_text(notice)
