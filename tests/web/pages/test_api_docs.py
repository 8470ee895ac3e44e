"""The page about the API tells all that the description for programs tells, in three languages."""

import json

import pytest
from bs4 import Tag
from starlette.testclient import TestClient

from models.language import ENGLISH, LANGUAGES, LanguageCode
from tests.web.reading import read_page, read_text
from web.api.router import NOUNS
from web.problem_kinds import ALL_KINDS

DOCS = "/api"


def test_every_operation_is_there(client: TestClient) -> None:
    """Every operation has its heading, its parameters and an example that is the one programs get."""
    description = client.get("/openapi.json").json()
    page = read_page(client, DOCS)

    for path, operations in description["paths"].items():
        operation = operations["get"]
        heading = page.find(id=operation["operationId"])
        assert isinstance(heading, Tag)
        assert read_text(heading) == f"GET {path}"
        section = heading.find_parent("section")
        assert isinstance(section, Tag)
        shown = {read_text(cell) for cell in section.select("tbody th")}
        assert shown == {each["name"] for each in operation["parameters"] if each["in"] != "header"}
        example = section.select_one("details pre")
        assert example is not None
        assert json.loads(example.text) == operation["responses"]["200"]["content"]["application/json"]["example"]


def test_every_shape_is_there(client: TestClient) -> None:
    """Every shape of an answer has its fields, and every list of values its values."""
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    page = read_page(client, DOCS)

    for name, schema in schemas.items():
        heading = page.find(id=name)
        assert isinstance(heading, Tag), name
        section = heading.find_parent("section")
        assert isinstance(section, Tag)
        assert [read_text(cell) for cell in section.select("tbody th")] == list(schema.get("properties", {}))
        for value in schema.get("enum", ()):
            assert value in read_text(section)


def test_the_type_of_every_problem_leads_there(client: TestClient) -> None:
    """The address that a problem has as its type is a place on the page, where its title is."""
    page = read_page(client, DOCS)

    for kind in ALL_KINDS:
        address, _, place = kind.type.partition("#")
        row = page.find("tr", id=place)
        assert address == DOCS
        assert isinstance(row, Tag)
        assert kind.title in read_text(row)


def test_all_links_on_the_page_lead_somewhere(client: TestClient) -> None:
    """Every link to a place on the page has its place, and every address to try answers."""
    page = read_page(client, DOCS)
    addresses = {str(link["href"]) for link in page.select("main a[href]")}

    assert [each for each in addresses if each.startswith("#") and page.find(id=each[1:]) is None] == []
    tried = {each for each in addresses if each.startswith("/api/")}
    assert len(tried) >= len(NOUNS)
    assert {client.get(each).status_code for each in tried} == {200}


def test_ids_are_unique(client: TestClient) -> None:
    """No two elements share an id, so that every link leads to one place."""
    ids = [str(element["id"]) for element in read_page(client, DOCS).select("[id]")]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_parts_say_that_they_are(client: TestClient, language: LanguageCode) -> None:
    """Descriptions are in English in every language of the page, and say so where it is another."""
    page = read_page(client, DOCS, language=language)

    marked = page.select('main [lang="en"]')
    assert bool(marked) is (language != ENGLISH)


def test_the_page_needs_no_other_site(client: TestClient) -> None:
    """Nothing on the page comes from elsewhere."""
    page = read_page(client, DOCS)

    sources = [str(each.get("src") or each.get("href")) for each in page.select("script, link[rel=stylesheet], img")]
    assert sources
    assert all(source.startswith("/static/") for source in sources)
