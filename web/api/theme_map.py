"""The theme map for programs; the map page draws what comes from here."""

from fastapi import APIRouter, Depends

from web.api.schemas.theme_map import ThemeMapAnswer, describe_theme_map
from web.caching import revalidate
from web.dependencies import SnapshotDep

router = APIRouter(prefix="/map", tags=["themes"], dependencies=[Depends(revalidate)])


@router.get("")
def get_theme_map(snapshot: SnapshotDep) -> ThemeMapAnswer:
    """Get the map: all themes, and where each idea lies; empty while nothing was matched yet."""
    return describe_theme_map(snapshot)
