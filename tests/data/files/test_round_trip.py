"""What is exported comes back in unchanged: arbitrary ideas through every format."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.files.cells import clean_cell
from data.files.idea_export import write_ideas
from data.files.sheet_file import read_sheet
from matcher.columns import map_columns
from matcher.import_plan import plan_import
from matcher.import_row import normalise_line, normalise_text
from models.call import CallId
from models.idea import Idea, IdeaId, IdeaStatus, Need, Offer, Origin, Party, PartyRole, ResourceKind
from models.import_plan import RowOutcome
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode
from models.organisation import OrganisationId
from models.resolution import Resolution
from models.sheet import FileFormat

_AT: Final = datetime(2019, 9, 27, tzinfo=UTC)
_CALLS: Final = (CallId("2019-1"), CallId("2019-2"))

# Letters of all scripts, and what spreadsheets, JSON and the grammar of lists could trip over, more often.
_letters = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs", "Cc", "Cn"]), st.sampled_from(" ;,\t|\n'\"=+-@:_x005F[]{}\\äÅ€\u0308")
    ),
    max_size=30,
).map(clean_cell)
_lines = _letters.map(normalise_line)
_awkward = st.sampled_from(
    ["=1", "'=1", "-5", "skill: x", ": x", ":", "associate: y", "a; b", "id", "title", "_x0041_"]
)
_items = st.one_of(_lines, _awkward).filter(bool)
_titles = st.one_of(_lines, _awkward, st.just("Kyydit")).filter(lambda title: any(map(str.isalpha, title)))
_kinds = st.none() | st.sampled_from(ResourceKind)


def resolve_all(written: str) -> tuple[Resolution, ...]:
    """Understand names of more than three letters; give each the first as its id."""
    return (Resolution(written, OrganisationId(written.casefold()) if len(written) > 3 else None),)


def identify_language(_text: str) -> LanguageCode:
    """Take every text for Finnish, which is wrong for most of these ideas."""
    return FINNISH


@st.composite
def _ideas(draw: st.DrawFn) -> Idea:
    """Draw an idea as the import makes them: texts clean, an organisation once, the lead first."""
    names = draw(st.lists(_items, max_size=3, unique_by=str.casefold))
    roles = [
        draw(st.sampled_from(PartyRole if position == 0 else [PartyRole.MEMBER, PartyRole.ASSOCIATE]))
        for position in range(len(names))
    ]
    return Idea(
        id=IdeaId(0),
        created_at=_AT,
        updated_at=_AT,
        title=draw(_titles),
        text=draw(st.one_of(_letters, _awkward).map(normalise_text)),
        language=draw(st.sampled_from([FINNISH, SWEDISH, ENGLISH, LanguageCode("se")])),
        parties=tuple(
            Party(role, name, resolve_all(name)[0].organisation_id) for role, name in zip(roles, names, strict=True)
        ),
        needs=tuple(draw(st.lists(st.builds(Need, _items, _kinds), max_size=3))),
        offers=tuple(draw(st.lists(st.builds(Offer, _items, _kinds), max_size=2))),
        call_id=draw(st.none() | st.sampled_from(_CALLS)),
        year=draw(st.none() | st.integers(min_value=1990, max_value=2100)),
        status=draw(st.sampled_from(IdeaStatus)),
        origin=draw(st.sampled_from(Origin)),
        reference=draw(st.none() | _items),
        source=draw(st.sampled_from(["", "ideat.csv", "muut.xlsx"])),
    )


@pytest.mark.parametrize("file_format", FileFormat)
@settings(deadline=None)
@given(drawn=st.lists(_ideas(), min_size=1, max_size=5))
def test_an_export_comes_back_in_unchanged(file_format: FileFormat, drawn: list[Idea]) -> None:
    """Every row is the idea it was made of, and says what is stored."""
    ideas = [replace(idea, id=IdeaId(number)) for number, idea in enumerate(drawn, start=1)]

    sheet = read_sheet(write_ideas(ideas, file_format), "vienti")
    plan = plan_import(
        sheet,
        columns=map_columns(sheet.columns),
        resolve_all=resolve_all,
        identify_language=identify_language,
        existing=ideas,
        call_ids=_CALLS,
    )

    assert plan.refusals == ()
    assert [row.outcome for row in plan.rows] == [RowOutcome.UNCHANGED] * len(ideas)
    assert sorted(row.idea_id or 0 for row in plan.rows) == [idea.id for idea in ideas]
    assert plan.columns.ignored == ()
