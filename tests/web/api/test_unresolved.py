"""The API lists the names that were not understood."""

from starlette.testclient import TestClient


def test_each_name_has_its_guess_and_its_ideas(client: TestClient) -> None:
    """The misspelt name comes with the municipality it may mean and the number of its idea."""
    answer = client.get("/api/v1/organisations/unresolved").json()

    (entry,) = [entry for entry in answer["items"] if entry["written"] == "Vanta"]
    assert [each["id"] for each in entry["did_you_mean"]] == ["092"]
    assert len(entry["ideas"]) == 1
