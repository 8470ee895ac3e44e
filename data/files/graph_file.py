"""Writes the graph as GraphML, for Gephi and the like, and as node-link JSON, for programs."""

import io
import json

import networkx as nx

from models.graph import GraphFormat


def write_graph(graph: nx.Graph, file_format: GraphFormat) -> bytes:
    """Return the graph as a file; networkx reads either back as an equal graph.

    Parameters
    ----------
    graph : ids of nodes are texts; attributes are texts, numbers or truth values, never None
    file_format : GraphML declares the type of every attribute; JSON lists `nodes`, and `edges` with source and target

    Returns
    -------
    UTF-8, the same bytes for equal graphs in the same order

    Examples
    --------
    >>> write_graph(nx.path_graph(["a", "b"]), GraphFormat.JSON).count(b'"id"')
    2
    """
    if file_format is GraphFormat.JSON:
        return json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1).encode()
    file = io.BytesIO()
    nx.write_graphml_xml(graph, file)
    return file.getvalue()
