"""Theme maps in the database, as documents, each under the run that drew it."""

from typing import Final

from sqlalchemy import Connection, delete, func, insert, select

from data.tables import theme_maps
from data.theme_map_document import read_theme_map_document, write_theme_map_document
from models.run import RunId
from models.theme import ThemeMap

_N_KEPT: Final = 20  # taste: a map is some hundred kilobytes at two thousand ideas, and only the newest are asked for


class SqlThemeMapStore:
    """Keeps the newest theme maps."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find_newest(self) -> RunId | None:
        """Return the run of the newest map, None where there is none."""
        newest: RunId | None = self._connection.execute(select(func.max(theme_maps.c.run_id))).scalar_one()
        return newest

    def get(self, run_id: RunId) -> ThemeMap | None:
        """Return the map a run drew, None where it drew none or it is no longer kept."""
        query = select(theme_maps.c.document).where(theme_maps.c.run_id == run_id)
        document = self._connection.execute(query).scalar_one_or_none()
        return None if document is None else read_theme_map_document(document)

    def add(self, run_id: RunId, theme_map: ThemeMap) -> None:
        """Keep the map of a run; the oldest beyond what is kept go."""
        document = write_theme_map_document(theme_map)
        self._connection.execute(insert(theme_maps).values(run_id=run_id, document=document))
        newest = select(theme_maps.c.run_id).order_by(theme_maps.c.run_id.desc()).limit(_N_KEPT).subquery()
        self._connection.execute(delete(theme_maps).where(theme_maps.c.run_id.not_in(select(newest.c.run_id))))
