"""The graph over a snapshot, built at the first question for it and kept for the next."""

import networkx as nx

from matcher.graph import build_graph
from matcher.similar_ideas import list_similar_pairs
from matcher.snapshot import Snapshot
from web.remembered import remember


@remember
def build_whole_graph(snapshot: Snapshot) -> nx.Graph:
    """Return the graph of everything in a snapshot; ideas are joined to their like once meanings are known."""
    return build_graph(snapshot.catalogue, list_similar_pairs(snapshot.index))
