"""The graph for programs."""

from fastapi import APIRouter, Depends

from web.api.schemas.graph import GraphAnswer, describe_graph
from web.caching import revalidate
from web.dependencies import SnapshotDep
from web.whole_graph import build_whole_graph

router = APIRouter(prefix="/graph", tags=["graph"], dependencies=[Depends(revalidate)])


@router.get("")
def get_graph(snapshot: SnapshotDep) -> GraphAnswer:
    """Get the graph of organisations, ideas and projects: who proposes what, what is alike, who worked with whom."""
    return describe_graph(build_whole_graph(snapshot))
