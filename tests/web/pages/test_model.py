"""The page on the language model says what the model card says."""

from pathlib import Path
from typing import Final

import pytest
from starlette.testclient import TestClient

from models.language import ENGLISH, FINNISH, LanguageCode
from tests.web.reading import read_page, read_text
from web.pages.model import LIMITS, STRENGTHS, Limit

CARD: Final = Path(__file__).parents[3] / "docs" / "model-card.md"


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.pair)
def test_similarities_are_those_of_the_card(limit: Limit) -> None:
    """A row of the page is a row of the card."""
    assert f"| {limit.finnish:.2f} | {limit.swedish:.2f} |" in CARD.read_text(encoding="utf-8")


@pytest.mark.parametrize("share", ["0.951", "0.971", "0.995", "24 of 24", "21 of 24"])
def test_shares_are_those_of_the_card(share: str) -> None:
    """A share of the page is in the card, as a decimal or as a count."""
    counted = {f"{round(24 * each.share)} of 24" for each in STRENGTHS if each.n_decimals == 2}
    decimals = {f"{each.share:.3f}" for each in STRENGTHS if each.n_decimals == 3}

    assert share in counted | decimals
    assert share in CARD.read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "written"), [(FINNISH, "0,951"), (ENGLISH, "0.951")])
def test_figures_are_written_as_the_language_does(client: TestClient, language: LanguageCode, written: str) -> None:
    """Shares have the decimal sign of the reader, and the model in use is named."""
    page = read_page(client, "/model", language=language)

    assert written in [read_text(cell) for cell in page.select("td")]
    assert "fake-encoder" in read_text(page.select_one(".prose"))


def test_how_it_works_leads_here(client: TestClient) -> None:
    """Whoever reads how meanings are compared finds what the model can't do."""
    assert read_page(client, "/method").select("main a[href='/model']")
