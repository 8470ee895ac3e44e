"""What `init` and `demo` do: tables, reference data, illustrative ideas; doing it again changes nothing."""

from typing import Final

from models.import_plan import ImportPlan
from web.wiring import Services, load_illustrative_sheet, load_reference

_ACTOR: Final = "set-up"


def set_up(services: Services) -> bool:
    """Bring tables and reference data up to date; return whether the reference data were new."""
    from matcher.install_reference import install_reference

    services.database.migrate()
    return install_reference(services.database, load_reference(), actor=_ACTOR)


def load_demo(services: Services) -> ImportPlan:
    """Import the illustrative ideas."""
    from matcher.import_ideas import import_ideas

    return import_ideas(load_illustrative_sheet(), database=services.database, actor=_ACTOR)
