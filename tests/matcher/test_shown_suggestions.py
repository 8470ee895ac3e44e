"""What is told of all suggestions together."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.partners import suggest_for_idea
from matcher.shown_suggestions import ShownSuggestions, look_over_suggestions
from models.idea import Idea
from models.project import Project
from models.suggestion import PartName
from tests.matcher.partnering import (
    ALFA,
    BEETA,
    GAMMA,
    IDEAS,
    PROJECTS,
    index_country,
    make_country,
    make_past,
    make_proposal,
)


def _look_over(
    ideas: Sequence[Idea], projects: Sequence[Project], *, n_ideas: int = 100, n_each: int = 5
) -> ShownSuggestions:
    return look_over_suggestions(*index_country(make_country(ideas, projects)), n_ideas=n_ideas, n_each=n_each)


def test_without_a_past_no_suggestion_has_history() -> None:
    """An empty register speaks for nobody; every suggestion is counted."""
    shown = _look_over(IDEAS, [])

    assert shown.n_ideas == len(IDEAS)
    assert shown.n_without_history == shown.n_suggestions > 0


def test_a_past_project_is_a_history() -> None:
    """Who was in a project with the lead is counted as having a history, the others not."""
    shown = _look_over([make_proposal(1, "Koulukyydit", ALFA)], [make_past("kyydit", ALFA, BEETA, about="Koulukyydit")])

    assert shown.n_suggestions - shown.n_without_history == 1


def test_only_the_newest_ideas_are_looked_at() -> None:
    """Of more ideas than are asked for, those with the highest ids are taken."""
    ideas = [make_proposal(number, f"Hanke {number}", ALFA) for number in (1, 2, 3)]

    shown = _look_over(ideas, [], n_ideas=1, n_each=2)

    assert (shown.n_ideas, shown.n_suggestions) == (1, 2)
    assert shown.example is not None
    assert shown.example.idea_id == 3


def test_the_example_has_most_parts() -> None:
    """Of first suggestions the one with most to explain is taken, of equals that of the oldest idea."""
    ideas = [
        make_proposal(1, "Kirjasto", GAMMA),
        make_proposal(2, "Koulukyytien reitit", ALFA),
        make_proposal(3, "Koulukyytien reitit kartalla", BEETA),
    ]

    shown = _look_over(ideas, [make_past("kyydit", ALFA, BEETA, about="Koulukyytien reitit")])

    assert shown.example is not None
    assert (shown.example.idea_id, shown.example.organisation_id) == (2, BEETA)
    assert {PartName.TEXT, PartName.WALK, PartName.TIES} <= {part.name for part in shown.example.parts}


def test_without_ideas_there_is_nothing_to_tell() -> None:
    """No idea, no suggestion, no example."""
    assert _look_over([], PROJECTS) == ShownSuggestions(n_ideas=0, n_suggestions=0, n_without_history=0, example=None)


@settings(max_examples=20)
@given(st.permutations(IDEAS), st.integers(min_value=1, max_value=6))
def test_counts_are_those_of_the_suggestions(ideas: Sequence[Idea], n_each: int) -> None:
    """In any order of ideas, what is counted is what `suggest_for_idea` gives for each."""
    indexes = index_country(make_country(ideas, PROJECTS))

    shown = look_over_suggestions(*indexes, n_ideas=len(ideas), n_each=n_each)

    every = [each for idea in ideas for each in suggest_for_idea(*indexes, idea_id=idea.id, n_suggestions=n_each)]
    assert shown.n_suggestions == len(every)
    assert shown.n_without_history == sum(not each.has_history for each in every)
    assert shown.example is not None
    assert shown.example.rank == 1
