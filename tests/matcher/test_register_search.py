"""Projects of the register are found by words in any inflection, and by kind, year and call."""

from typing import Final

import pytest

from matcher.register_search import ProjectFilters, find_projects
from models.call import CallId
from models.language import SWEDISH
from models.project import Project, ProjectId, ProjectKind
from tests.factories import make_lead, make_project

EVAKA: Final = make_project(
    title="Kuntien eVaka",
    description="Varhaiskasvatukselle rakennetaan ohjausjärjestelmä.",
    parties=(make_lead("Espoo", "049"),),
    year=2019,
)
GRANT: Final = make_project(
    id=ProjectId("avustus"), kind=ProjectKind.GRANT, title=None, parties=(make_lead("Espoo", "049"),), year=2022
)
SMART: Final = make_project(
    id=ProjectId("smart"),
    kind=ProjectKind.GRANT,
    title="Den it-smarta kommunen",
    language=SWEDISH,
    call_id=CallId("2019-2"),
    programme="Kannustinjärjestelmä",
)
ALL: Final = (EVAKA, GRANT, SMART)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ALL),
        ("varhaiskasvatus", (EVAKA,)),
        ("varhaiskasvatuksen", (EVAKA,)),
        ("kasvatus", (EVAKA,)),
        ("espoo", (EVAKA, GRANT)),
        ("espoo evaka", (EVAKA,)),
        ("kommun", (SMART,)),
        ("kannustin", (SMART,)),
        ("espoo smarta", ()),
        ("lumi", ()),
        ("?!", ALL),
    ],
)
def test_every_word_counts_in_any_form(text: str, expected: tuple[Project, ...]) -> None:
    """All words must be there, as written or by their lemma, in the project's own language."""
    assert find_projects(ALL, text) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (ProjectFilters(kind=ProjectKind.GRANT), (GRANT, SMART)),
        (ProjectFilters(year=2019), (EVAKA,)),
        (ProjectFilters(call_id=CallId("2019-2")), (SMART,)),
        (ProjectFilters(kind=ProjectKind.GRANT, year=2019), ()),
    ],
)
def test_every_filter_is_met(filters: ProjectFilters, expected: tuple[Project, ...]) -> None:
    """What is found meets all the filters, in the order given."""
    assert find_projects(ALL, filters=filters) == expected


def test_words_and_filters_count_together() -> None:
    """A project has the words and meets the filters."""
    assert find_projects(ALL, "espoo", filters=ProjectFilters(kind=ProjectKind.GRANT)) == (GRANT,)
