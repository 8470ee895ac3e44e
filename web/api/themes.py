"""Themes for programs."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from models.errors import UnknownThemeError
from models.largest_number import LARGEST_NUMBER
from models.theme import ThemeId
from web.api.schemas.theme import ThemeAnswer, ThemeListAnswer, describe_theme, list_all_themes
from web.caching import revalidate
from web.dependencies import SnapshotDep

router = APIRouter(prefix="/themes", tags=["themes"], dependencies=[Depends(revalidate)])


@router.get("")
def list_themes(snapshot: SnapshotDep) -> ThemeListAnswer:
    """List all themes, and the ideas that stand alone."""
    return list_all_themes(snapshot)


@router.get("/{theme_id}")
def get_theme(
    snapshot: SnapshotDep,
    theme_id: Annotated[int, Path(ge=1, le=LARGEST_NUMBER, description="Id of the theme.", examples=[3])],
) -> ThemeAnswer:
    """Get one theme with its ideas."""
    if snapshot.theme_map is None:
        raise UnknownThemeError(theme_id)
    theme = snapshot.theme_map.get_theme(ThemeId(theme_id))
    return describe_theme(snapshot.catalogue, snapshot.theme_map, theme, run_id=snapshot.map_run_id)
