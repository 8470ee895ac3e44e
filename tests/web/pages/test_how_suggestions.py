"""The page on how suggestions are made: the formula in use, an example that adds up, and how much history there is."""

import pytest
from starlette.testclient import TestClient

from matcher.partner_points import DEFAULT_WEIGHTS
from matcher.partners import suggest_for_idea
from models.language import ENGLISH, FINNISH, LANGUAGES, LanguageCode
from models.suggestion import PartName
from tests.web.reading import read_page, read_text
from web.app import create_app
from web.formatting import Formatter
from web.labels import label_choice
from web.wiring import Services

PATH = "/how-suggestions-are-made"


def _read_number(written: str) -> float:
    return float(written.replace("−", "-"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_formula_has_the_weights_in_use(client: TestClient, language: LanguageCode) -> None:
    """Every part's weight is in the formula and in the table, as the reader's language writes numbers."""
    page = read_page(client, PATH, language=language)

    formula = read_text(page.select_one(".formula"))
    rows = page.select("table:has(#part-texts) tbody tr")
    assert len(rows) == len(PartName)
    for name, row in zip(PartName, rows, strict=True):
        written = Formatter(language).number(getattr(DEFAULT_WEIGHTS, name))
        assert written in formula
        assert read_text(row.select_one("td.figure")) == written
        assert read_text(row.select("td")[-1])


def test_every_part_is_named_as_in_suggestions(client: TestClient) -> None:
    """The table has each part by the name it has beside the points of a suggestion."""
    rows = read_page(client, PATH).select("table:has(#part-texts) tbody th")

    assert [read_text(row).partition(" (")[0] for row in rows] == [label_choice(name) for name in PartName]


def test_the_example_adds_up(client: TestClient) -> None:
    """The parts of the example sum to its points but for rounding, each with what it rests on, and give the score."""
    page = read_page(client, PATH)
    table = page.select_one("table:has(#example-parts)")
    assert table is not None

    points = [_read_number(read_text(cell)) for cell in table.select("tbody td.figure")]
    total = _read_number(read_text(table.select_one("tfoot td")))
    assert sum(points) == pytest.approx(total, abs=0.005 * (len(points) + 1))
    assert all(read_text(row.select("td")[0]) for row in table.select("tbody tr"))
    score = read_text(page.select(".formula")[-1]).rpartition("= ")[2]
    assert float(score) == pytest.approx(1 / (1 + 2.718281828**-total), abs=0.01)


def test_the_example_is_a_suggestion_of_its_idea(client: TestClient, services: Services) -> None:
    """Who is named is the first partner that the idea's own page shows."""
    page = read_page(client, PATH)
    idea, organisation = (
        str(link["href"])
        for link in page.select("#example ~ p a")
        if "/ideas/" in str(link["href"]) or "/organisations/" in str(link["href"])
    )
    snapshot = services.keeper.current
    assert snapshot.partner_index is not None

    first, *_ = suggest_for_idea(
        snapshot.index,
        snapshot.partner_index,
        idea_id=int(idea.rpartition("/")[2]),  # type: ignore[arg-type]
    )

    assert organisation == f"/organisations/{first.organisation_id}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_much_history_there_is_is_counted(client: TestClient, services: Services, language: LanguageCode) -> None:
    """The counts are those of the suggestions that the pages of ideas show."""
    snapshot = services.keeper.current
    assert snapshot.partner_index is not None
    shown = [
        each
        for idea in snapshot.index.ideas
        for each in suggest_for_idea(snapshot.index, snapshot.partner_index, idea_id=idea.id, n_suggestions=5)
    ]
    n_without = sum(not each.has_history for each in shown)

    told = read_text(read_page(client, PATH, language=language).select_one("#history ~ p strong"))

    assert {str(n_without), str(len(shown))} <= set(told.replace("(", " ").split())
    assert Formatter(language).percent(n_without / len(shown)) in told.replace(" %", "\N{NO-BREAK SPACE}%")


def test_an_illustrative_idea_is_marked(client: TestClient) -> None:
    """Where the example's idea was written to illustrate, the page says so."""
    page = read_page(client, PATH)

    (idea,) = {str(link["href"]) for link in page.select("#example ~ p a[href^='/ideas/']")}
    is_illustrative = bool(read_page(client, idea).select(".origin-notice"))
    assert bool(page.select(".origin-notice")) is is_illustrative


def test_while_the_model_loads_the_page_is_there(services: Services) -> None:
    """Before the first match the formula is shown, and instead of counts a word to come again."""
    services.keeper.open()

    page = read_page(TestClient(create_app(services)), PATH)

    assert "still loading" in read_text(page.select_one(".ds-alert"))
    assert page.select("table:has(#part-texts)")
    assert not page.select("table:has(#example-parts)")


def test_without_ideas_there_is_no_example(
    client: TestClient, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is counted and nothing made up."""
    monkeypatch.setattr("matcher.shown_suggestions.suggest_for_idea", lambda *_, **__: ())
    services.keeper.refresh(is_anew=True)

    page = read_page(client, PATH)

    assert "Nothing is suggested now" in read_text(page.select_one("#history ~ p"))
    assert "no suggestion yet" in read_text(page.select_one("#example ~ p"))


@pytest.mark.parametrize("path", ["/", "/ideas/1", "/method", "/evaluation", "/partners?text=koulukyydit"])
def test_pages_lead_here(client: TestClient, path: str) -> None:
    """Whoever sees suggestions or reads how things work finds how they are made."""
    assert read_page(client, path).select(f"main a[href='{PATH}']")


def test_a_suggestion_without_history_leads_to_why(client: TestClient) -> None:
    """The line that no earlier project is known is a link to what that means."""
    links = read_page(client, "/ideas/1").select(f".suggestion a[href='{PATH}#history']")

    assert {read_text(link) for link in links} == {"No earlier project is known that speaks for this."}


@pytest.mark.parametrize(
    ("language", "word"), [(FINNISH, "Yhteystietoja"), ("sv", "Kontaktuppgifter"), (ENGLISH, "Contact details")]
)
def test_what_is_never_used_is_said(client: TestClient, language: LanguageCode, word: str) -> None:
    """Contact details come first among what has no part in it."""
    assert read_text(read_page(client, PATH, language=language).select_one("#never ~ ul li")).startswith(word)
