"""The words of the graph: kinds of nodes and edges, and formats it is written in."""

from dataclasses import dataclass
from enum import StrEnum

from models.idea import IdeaId


class NodeKind(StrEnum):
    """What a node of the graph stands for."""

    ORGANISATION = "organisation"
    IDEA = "idea"
    PROJECT = "project"
    REGION = "region"


class EdgeKind(StrEnum):
    """What joins two nodes."""

    PROPOSES = "proposes"
    MEMBER_OF = "member_of"
    SIMILAR_TO = "similar_to"
    NEIGHBOUR = "neighbour"
    SAME_REGION = "same_region"
    TIE = "tie"


class GraphFormat(StrEnum):
    """A format the graph is written in."""

    GRAPHML = "graphml"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class SimilarIdeas:
    """Two ideas that are alike; `closeness` in (0, 1] is the relevance of one as the like of the other."""

    first_id: IdeaId
    second_id: IdeaId
    closeness: float
