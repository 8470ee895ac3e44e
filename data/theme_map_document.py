"""A theme map as a JSON document and back."""

from typing import Final

from pydantic import TypeAdapter

from models.theme import ThemeMap

_THEME_MAP: Final = TypeAdapter(ThemeMap)


def read_theme_map_document(document: object) -> ThemeMap:
    """Return the theme map that a document describes."""
    return _THEME_MAP.validate_python(document)


def write_theme_map_document(theme_map: ThemeMap) -> dict[str, object]:
    """Return the document that describes a theme map."""
    document: dict[str, object] = _THEME_MAP.dump_python(theme_map, mode="json")
    return document
