"""What the tests of the import share: a small resolver, sheets made of rows, and plans stored as ideas."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Final

from matcher.columns import map_columns
from matcher.import_plan import plan_import
from models.call import CallId
from models.idea import Idea, IdeaDraft, IdeaId
from models.import_plan import ImportPlan, RowOutcome
from models.language import FINNISH, SWEDISH, LanguageCode
from models.organisation import OrganisationId
from models.resolution import Resolution
from models.sheet import Sheet, SheetRow
from tests.factories import AT

CALLS: Final = (CallId("2019-1"), CallId("2019-2"))
_IDS: Final = {"kuhmo": "290", "salo": "734", "inkoo": "149", "nokia": "536"}


def resolve_all(written: str) -> tuple[Resolution, ...]:
    """Understand four municipalities, think of Salo at *Sallo*, and take a slash for *and*."""
    return tuple(_resolve(name.strip()) for name in written.split(" / "))


def _resolve(name: str) -> Resolution:
    if name.casefold() == "sallo":
        return Resolution(name, None, (OrganisationId(_IDS["salo"]),))
    own_id = _IDS.get(name.casefold())
    return Resolution(name, None if own_id is None else OrganisationId(own_id))


def identify_language(text: str) -> LanguageCode:
    """Take a text with *och* for Swedish, any other for Finnish."""
    return SWEDISH if " och " in f" {text} " else FINNISH


def make_sheet(columns: Sequence[str], *rows: Sequence[str], source: str = "ideat.csv") -> Sheet:
    """Return a sheet whose first row below the header is row 2."""
    return Sheet(source, tuple(columns), tuple(SheetRow(number, tuple(row)) for number, row in enumerate(rows, 2)))


def make_plan(sheet: Sheet, existing: Sequence[Idea] = (), default_call: CallId | None = None) -> ImportPlan:
    """Return the plan of a sheet, columns guessed."""
    return plan_import(
        sheet,
        columns=map_columns(sheet.columns),
        resolve_all=resolve_all,
        identify_language=identify_language,
        existing=existing,
        call_ids=CALLS,
        default_call=default_call,
    )


def store(plan: ImportPlan, existing: Sequence[Idea] = ()) -> list[Idea]:
    """Return the ideas there are after a plan was carried out."""
    ideas = {idea.id: idea for idea in existing}
    for row in plan.rows:
        if row.outcome is not RowOutcome.UNCHANGED:
            idea_id = row.idea_id or IdeaId(len(ideas) + 1)
            ideas[idea_id] = store_draft(row.draft, idea_id)
    return list(ideas.values())


def store_draft(draft: IdeaDraft, idea_id: int = 1) -> Idea:
    """Return a draft as a stored idea."""
    content = {field.name: getattr(draft, field.name) for field in fields(IdeaDraft)}
    return Idea(id=IdeaId(idea_id), created_at=AT, updated_at=AT, **content)


def outcomes(plan: ImportPlan) -> list[tuple[int, str, int | None]]:
    """Return number, outcome and idea of each accepted row."""
    return [(row.number, row.outcome.value, row.idea_id) for row in plan.rows]
