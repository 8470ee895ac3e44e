"""Who works with whom, and the graph as a file."""

import io

import networkx as nx
from starlette.testclient import TestClient

from tests.web.reading import read_page, read_text


def test_groups_are_shown_with_their_members(client: TestClient) -> None:
    """Organisations of one project are a group, the largest first, each a link."""
    page = read_page(client, "/cooperation")

    groups = [{read_text(row) for row in group.select("li a")} for group in page.select("section")]
    assert groups == [{"Espoo", "Vantaa", "Pargas"}, {"Kuhmo", "Sotkamo"}]


def test_the_graph_can_be_downloaded(client: TestClient) -> None:
    """The file has everything that the API tells, and networkx reads it."""
    response = client.get("/cooperation/graph.graphml")

    assert response.headers["content-type"] == "application/graphml+xml"
    assert "attachment" in response.headers["content-disposition"]
    graph = nx.read_graphml(io.BytesIO(response.content))
    answer = client.get("/api/v1/graph").json()
    assert set(graph) == {node["id"] for node in answer["nodes"]}
    assert graph.number_of_edges() == len(answer["edges"])
    assert graph.nodes["organisation:290"]["label"] == "Kuhmo"
    assert graph.edges["organisation:290", "idea:1"]["role"] == "lead"


def test_the_answer_of_the_api_is_what_networkx_reads(client: TestClient) -> None:
    """The JSON becomes a graph as it is, and a tie tells how many projects it comes from."""
    graph = nx.node_link_graph(client.get("/api/v1/graph").json(), edges="edges")

    assert graph.edges["organisation:049", "organisation:092"]["kind"] == "tie"
    assert graph.edges["organisation:049", "organisation:092"]["n_projects"] == 1
