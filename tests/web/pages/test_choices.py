"""What an address asks for that nobody can choose is refused in a sentence that names what can be."""

import pytest
from starlette.testclient import TestClient

from models.language import FINNISH
from tests.web.reading import read_page, read_text


@pytest.mark.parametrize(
    ("path", "query", "sentence"),
    [
        ("/search", {"q": "reitit", "region": "99"}, "Region: “99” is not known. Choose one of these: "),
        (
            "/search",
            {"q": "reitit", "language": "xx"},
            "Language of the idea: “xx” is not known.",
        ),
        ("/search", {"q": "reitit", "size": "enormous"}, "Size of municipality: “enormous” is not known."),
        ("/search", {"q": "reitit", "year": "1850"}, "Year: “1850” is not known."),
        ("/search", {"q": "reitit", "status": "late"}, "Status: “late” is not known."),
        ("/organisations", {"region": "99"}, "Region: “99” is not known."),
        ("/organisations", {"kind": "village"}, "Kind: “village” is not known."),
        ("/organisations", {"size": "enormous"}, "Size: “enormous” is not known."),
        ("/organisations", {"languages": "none"}, "Official languages: “none” is not known."),
        ("/projects", {"kind": "dream"}, "Kind: “dream” is not known. Choose one of these: Project"),
        ("/projects", {"year": "soon"}, "Year: “soon” is not known."),
        ("/projects", {"call": "1999-9"}, "Call: “1999-9” is not known."),
        ("/map", {"theme": "4711"}, "Theme: “4711” is not known."),
        ("/map", {"region": "99"}, "Region: “99” is not known."),
    ],
)
def test_what_cant_be_chosen_is_refused(client: TestClient, path: str, query: dict[str, str], sentence: str) -> None:
    """A filter with an unknown value is no silent empty list: the page names it and what is known."""
    page = read_page(client, path, status=422, query=query)

    assert sentence in read_text(page.select_one(".page-head"))


def test_all_unknown_choices_are_named_in_the_readers_language(client: TestClient) -> None:
    """Two unknown filters are two sentences, and the way on keeps the rest of the address."""
    page = read_page(
        client, "/search", status=422, language=FINNISH, query={"q": "reitit", "region": "99", "year": "1850"}
    )

    sentences = [read_text(each) for each in page.select(".page-lede")]
    assert [each.split(".")[0] for each in sentences] == [
        "Maakunta: ”99” ei ole tiedossa",
        "Vuosi: ”1850” ei ole tiedossa",
    ]
    assert "Kainuu" in sentences[0]
    assert page.select_one(".page-head a")["href"] == "/search?q=reitit"  # type: ignore[index]
