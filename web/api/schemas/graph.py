"""The graph as programs see it, in the node-link form that networkx reads."""

from typing import Final

import networkx as nx
from pydantic import BaseModel, ConfigDict, Field

from models.graph import EdgeKind, NodeKind


class NodeAnswer(BaseModel):
    """One node; beside what every node has, each kind has attributes of its own (docs/graph.md)."""

    model_config = ConfigDict(extra="allow")

    id: str = Field(description="Kind and id of what it stands for.", examples=["organisation:290"])
    kind: NodeKind = Field(description="What it stands for.")
    label: str = Field(description="Its name or title.")


class EdgeAnswer(BaseModel):
    """One edge; beside what every edge has, each kind has attributes of its own (docs/graph.md)."""

    model_config = ConfigDict(extra="allow")

    source: str = Field(description="Id of one node.")
    target: str = Field(description="Id of the other.")
    kind: EdgeKind = Field(description="What joins the two.")
    weight: float = Field(gt=0, description="How strongly.")


class GraphAnswer(BaseModel):
    """The whole graph; at most one undirected edge joins two nodes."""

    directed: bool = Field(description="Always false.")
    multigraph: bool = Field(description="Always false.")
    graph: dict[str, str] = Field(description="Attributes of the graph itself: none.")
    nodes: list[NodeAnswer] = Field(description="Regions, organisations, ideas and projects.")
    edges: list[EdgeAnswer] = Field(description="What joins them.")


def describe_graph(graph: nx.Graph) -> GraphAnswer:
    """Return a graph as networkx writes it."""
    return GraphAnswer.model_validate(nx.node_link_data(graph, edges="edges"))


GRAPH_EXAMPLE: Final = GraphAnswer.model_validate(
    {
        "directed": False,
        "multigraph": False,
        "graph": {},
        "nodes": [
            {"id": "organisation:290", "kind": "organisation", "label": "Kuhmo", "population": 8329},
            {"id": "idea:7", "kind": "idea", "label": "Koulukyytien reitit samaan suunnitelmaan", "language": "fi"},
        ],
        "edges": [
            {"source": "organisation:290", "target": "idea:7", "kind": "proposes", "weight": 1.0, "role": "lead"}
        ],
    }
)
