"""Edits of the themes over a matched database: what tests of them share."""

from data.database import Database
from matcher.snapshot_keeper import SnapshotKeeper
from models.audit_event import AuditEvent
from models.idea import IdeaId
from models.theme import Theme, ThemeId, ThemeMap
from tests.factories import AT, make_draft

ACTOR = "organiser"


def add_ideas(database: Database, *titles: str) -> tuple[IdeaId, ...]:
    """Store ideas as an import would."""
    with database.writing() as stores:
        ids = stores.ideas.add_all([make_draft(title=title) for title in titles], AT)
        stores.audit.add(AuditEvent(at=AT, actor="test", action="ideas.imported", subject="some"))
    return ids


def read_map(keeper: SnapshotKeeper, *, is_anew: bool = False) -> ThemeMap:
    """Return the theme map, brought up to date."""
    keeper.refresh(is_anew=is_anew)
    theme_map = keeper.current.theme_map
    assert theme_map is not None
    return theme_map


def pick_themes(keeper: SnapshotKeeper) -> tuple[Theme, Theme]:
    """Return two themes of several ideas each."""
    first, second = [theme for theme in read_map(keeper).themes if len(theme.idea_ids) > 3][:2]
    return first, second


def list_ids(theme_map: ThemeMap, theme_id: ThemeId) -> set[IdeaId]:
    """Return the ideas of a theme."""
    return set(theme_map.get_theme(theme_id).idea_ids)


def check_map(theme_map: ThemeMap) -> None:
    """Every idea is in exactly one theme, no theme is empty, and placements say the same."""
    members = [idea_id for theme in theme_map.themes for idea_id in theme.idea_ids]
    assert sorted(members) == [each.idea_id for each in theme_map.placements]
    assert all(theme.idea_ids and theme.representative_ids and theme.keywords for theme in theme_map.themes)
    assert all(each.idea_id in list_ids(theme_map, each.theme_id) for each in theme_map.placements)
