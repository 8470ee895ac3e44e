"""The resolver over the shipped reference data, and what it says in one line."""

from typing import Final

from data.reference_tables import load_reference_tables
from matcher.resolver import OrganisationResolver
from models.resolution import Resolution

TABLES: Final = load_reference_tables()
RESOLVER: Final = OrganisationResolver(TABLES.organisations, TABLES.aliases)
NAMES: Final = {organisation.id: organisation.name.fi for organisation in TABLES.organisations}


def describe(resolution: Resolution) -> str:
    """Return what a resolution says in one line: the name, or the suggestions after a question mark."""
    if resolution.organisation_id is not None:
        return " ".join(
            filter(None, [NAMES[resolution.organisation_id], f"({resolution.note})" * bool(resolution.note)])
        )
    if resolution.did_you_mean:
        return f"? {', '.join(NAMES[each] for each in resolution.did_you_mean)} ({resolution.note})"
    return "-"
