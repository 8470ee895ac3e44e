"""Files of the graph, as networkx and Gephi read them."""

import io
import json
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from data.files.graph_file import write_graph
from models.graph import GraphFormat

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def graph() -> nx.Graph:
    """Return a graph with attributes of every type, some of them on some nodes only."""
    graph = nx.Graph()
    graph.add_node("organisation:091", kind="organisation", label='Helsinki & "Å" <Ö>', population=648042)
    graph.add_node("idea:1", kind="idea", label="Koulukyydit", year=2019)
    graph.add_node("region:01", kind="region", label="Uusimaa")
    graph.add_edge("organisation:091", "idea:1", kind="proposes", weight=1.0)
    graph.add_edge("organisation:091", "region:01", kind="same_region", weight=0.5, is_neighbour=True)
    return graph


def list_edges(graph: nx.Graph) -> dict[frozenset[str], dict[str, object]]:
    """Return the attributes of each edge."""
    return {frozenset((first, second)): attributes for first, second, attributes in graph.edges(data=True)}


def test_networkx_reads_graphml_back_equal(graph: nx.Graph) -> None:
    """Nodes, edges and attributes with their types come back."""
    read = nx.read_graphml(io.BytesIO(write_graph(graph, GraphFormat.GRAPHML)))

    assert dict(read.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list_edges(read) == list_edges(graph)
    assert isinstance(read.nodes["organisation:091"]["population"], int)
    assert not read.is_directed()


def test_networkx_reads_json_back_equal(graph: nx.Graph) -> None:
    """The node-link document is the same graph."""
    document = json.loads(write_graph(graph, GraphFormat.JSON))

    assert nx.utils.graphs_equal(nx.node_link_graph(document, edges="edges"), graph)
    assert {"id", "label", "kind"} <= document["nodes"][0].keys()
    assert {"source", "target", "kind"} <= document["edges"][0].keys()


def test_graphml_declares_every_type_once(graph: nx.Graph) -> None:
    """Gephi wants a declared type for each attribute, unique keys and ids, a label, and a weight of edges."""
    root = ET.fromstring(write_graph(graph, GraphFormat.GRAPHML))  # noqa: S314 - we have just written it

    keys = {key.get("id"): key for key in root.iter(f"{NAMESPACE}key")}
    assert len(keys) == len(list(root.iter(f"{NAMESPACE}key")))
    assert {key.get("attr.type") for key in keys.values()} <= {"string", "long", "int", "double", "boolean"}
    assert {("node", "label"), ("edge", "weight")} <= {(key.get("for"), key.get("attr.name")) for key in keys.values()}
    assert all(value.get("key") in keys and value.text for value in root.iter(f"{NAMESPACE}data"))
    node_ids = [node.get("id") for node in root.iter(f"{NAMESPACE}node")]
    assert len(node_ids) == len(set(node_ids)) == graph.number_of_nodes()


@pytest.mark.parametrize("file_format", list(GraphFormat))
def test_the_same_graph_is_the_same_bytes(graph: nx.Graph, file_format: GraphFormat) -> None:
    """Writing twice gives equal files, in UTF-8."""
    first, second = write_graph(graph, file_format), write_graph(graph.copy(), file_format)

    assert first == second
    assert "Å" in first.decode("utf-8")
