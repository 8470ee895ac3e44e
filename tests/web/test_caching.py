"""An answer the client has already is not sent again, and never an old one in place of a new one."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from models.audit_event import AuditEvent
from models.language import ENGLISH, SWEDISH
from tests.factories import AT, make_draft
from tests.web.clock import pass_time
from web.app import create_app
from web.wiring import Services

API = [
    "/api/v1/ideas",
    "/api/v1/ideas/1",
    "/api/v1/ideas/1/similar",
    "/api/v1/search?q=reitit",
    "/api/v1/organisations",
    "/api/v1/organisations/290",
    "/api/v1/register",
    "/api/v1/register/2022-espoo",
    "/api/v1/calls",
    "/api/v1/calls/2022",
    "/api/v1/runs",
    "/api/v1/runs/1",
]


def change_data(services: Services) -> None:
    """Add an idea and bring the snapshot up to date."""
    with services.database.writing() as stores:
        stores.ideas.add_all([make_draft(title="Uusi idea")], AT)
        stores.audit.add(AuditEvent(at=AT, actor="test", action="ideas.imported", subject="ideas"))
    services.keeper.refresh()


@pytest.mark.parametrize("path", [*API, "/openapi.json", "/"])
def test_an_answer_is_not_sent_twice(client: TestClient, path: str) -> None:
    """A client that sends the tag back is told that nothing has changed, in no words."""
    first = client.get(path)

    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})

    assert first.status_code == 200
    assert re.fullmatch(r'W/"[0-9a-f]{32}"', first.headers["etag"])
    assert first.headers["cache-control"] == "no-cache"
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert "content-type" not in again.headers


@pytest.mark.parametrize("path", [path for path in API if "runs" not in path and "calls" not in path])
def test_changed_data_change_the_tag(client: TestClient, services: Services, path: str) -> None:
    """After any change of the data an earlier answer is sent anew."""
    tag = client.get(path).headers["etag"]
    change_data(services)

    after = client.get(path, headers={"If-None-Match": tag})

    assert after.status_code == 200
    assert after.headers["etag"] != tag


@pytest.mark.parametrize("path", ["/api/v1/calls", "/api/v1/calls/2019-2"])
def test_the_clock_changes_the_tag_of_a_call(client: TestClient, path: str) -> None:
    """An answer that said that a call is open is sent anew once it has closed, though no data have changed."""
    moment = datetime(2019, 12, 19, 14, 15, tzinfo=UTC)
    with pass_time(client, moment):
        tag = client.get(path).headers["etag"]

    with pass_time(client, moment + timedelta(minutes=1)):
        after = client.get(path, headers={"If-None-Match": tag})

    assert after.status_code == 200


def test_the_model_changes_the_tag(services: Services) -> None:
    """A search by words, sent while the model was loading, is sent anew once meaning counts."""
    client = TestClient(create_app(services))
    address = "/api/v1/search?q=reitit"
    early = client.get(address)
    services.keeper.refresh()

    late = client.get(address, headers={"If-None-Match": early.headers["etag"]})

    assert early.json()["mode"] == "words"
    assert late.json()["mode"] == "hybrid"


def test_an_early_answer_is_not_sent_twice_either(services: Services) -> None:
    """While the model is loading an answer that stays the same is not sent again."""
    client = TestClient(create_app(services))
    tag = client.get("/api/v1/ideas").headers["etag"]

    assert client.get("/api/v1/ideas", headers={"If-None-Match": tag}).status_code == 304


def test_addresses_have_tags_of_their_own(client: TestClient) -> None:
    """Two questions never share a tag."""
    tags = {client.get(f"/api/v1/ideas?limit={limit}").headers["etag"] for limit in range(1, 6)}

    assert len(tags) == 5


def test_languages_have_tags_of_their_own(client: TestClient) -> None:
    """A page in another language is another answer, and the answer says what it depends on."""
    english = client.get("/", headers={"Accept-Language": ENGLISH})
    swedish = client.get("/", headers={"Accept-Language": SWEDISH, "If-None-Match": english.headers["etag"]})

    assert swedish.status_code == 200
    assert swedish.headers["etag"] != english.headers["etag"]
    assert {"Accept-Language", "Cookie"} <= {name.strip() for name in swedish.headers["vary"].split(",")}


def test_a_chosen_language_is_remembered_also_when_the_page_is_not_sent(client: TestClient) -> None:
    """Choosing a language again sets the cookie, though the browser has the page."""
    tag = client.get("/?lang=sv").headers["etag"]

    again = client.get("/?lang=sv", headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert "=sv" in again.headers["set-cookie"]


@pytest.mark.parametrize("header", ['"other", {tag}', "{tag},", "*", "{strong}"])
def test_tags_come_in_many_ways(client: TestClient, header: str) -> None:
    """A tag counts among others, without its mark of weakness, and as a star."""
    tag = client.get("/api/v1/ideas").headers["etag"]
    wanted = header.format(tag=tag, strong=tag.removeprefix("W/"))

    assert client.get("/api/v1/ideas", headers={"If-None-Match": wanted}).status_code == 304


@pytest.mark.parametrize("path", ["/api/v1/ideas/4711", "/api/v1/ideas?limit=0", "/nothing"])
def test_problems_are_never_kept(client: TestClient, path: str) -> None:
    """A problem has no tag, may not be kept, and is sent whatever the client says it has."""
    response = client.get(path, headers={"If-None-Match": "*"})

    assert response.status_code in {404, 422}
    assert "etag" not in response.headers
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", [*API, "/", "/openapi.json"])
def test_head_is_get_without_body(client: TestClient, path: str) -> None:
    """HEAD answers with the headers of GET and no body."""
    whole = client.get(path)

    head = client.head(path)

    assert (head.status_code, head.content) == (200, b"")
    for name in ("etag", "content-type", "content-length", "cache-control"):
        assert head.headers[name] == whole.headers[name]


def test_head_is_not_sent_again_either(client: TestClient) -> None:
    """HEAD with the tag of an answer is told that nothing has changed."""
    tag = client.get("/api/v1/ideas").headers["etag"]

    assert client.head("/api/v1/ideas", headers={"If-None-Match": tag}).status_code == 304


def test_answers_are_compressed_for_who_wants_it(client: TestClient) -> None:
    """A long answer is compressed, has the same tag and says that it depends on the header."""
    plain = client.get("/api/v1/organisations", headers={"Accept-Encoding": "identity"})
    packed = client.get("/api/v1/organisations", headers={"Accept-Encoding": "gzip"})

    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert packed.headers["etag"] == plain.headers["etag"]
    assert packed.json() == plain.json()


def test_health_is_never_kept(client: TestClient) -> None:
    """Whether the server is ready is asked anew each time."""
    response = client.get("/health/ready")

    assert response.json() == {"status": "ready"}
    assert response.headers["cache-control"] == "no-store"
    assert "etag" not in response.headers


def test_versioned_files_are_kept_for_ever(client: TestClient) -> None:
    """A static file whose address names its version is kept, the same file without it is asked for each time."""
    path = "/static/css/base.css"

    assert client.get(f"{path}?v=0123").headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get(path).headers["cache-control"] == "no-cache"
    assert client.get("/static/nothing.css?v=0123").headers["cache-control"] == "no-store"
