"""Verdicts on whether an idea has been done, over a few ideas and projects with an encoder that loads no model."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from matcher.reuse import N_FINDINGS, assess_idea, assess_text, choose_verdict
from matcher.reuse_index import ReuseIndex, index_reuse
from matcher.search_index import SearchIndex
from models.errors import EmptyQueryError, UnknownIdeaError
from models.idea import Idea, IdeaId, IdeaStatus
from models.language import FINNISH
from models.localised_text import LocalisedText
from models.project import Project, ProjectId, ProjectKind, ProjectState
from models.reuse import Confidence, IdeaFinding, ProjectFinding, ReuseAnswer, ReuseVerdict
from models.vocabulary import Vocabulary
from tests.factories import make_idea, make_project
from tests.fakes import FakeEncoder
from tests.matcher.partnering import index_country, make_country

TODAY: Final = date(2026, 11, 25)
VOCABULARY: Final = Vocabulary(
    tuple(
        LocalisedText(word)
        for word in ("läsnäolo", "varhaiskasvatus", "laskutus", "koulukyyti", "reitti", "rekisteri", "robotti")
    )
)
DAY_CARE: Final = make_project(
    id=ProjectId("kuntien-evaka"),
    title="Kuntien eVaka",
    description="Varhaiskasvatuksen laskutus ja läsnäolot samaan järjestelmään.",
    year=2019,
    licence="avoin lähdekoodi",
)
REGISTER: Final = make_project(
    id=ProjectId("rekisteri"),
    kind=ProjectKind.NETWORK,
    title="Hankerekisteri",
    description="Rahoituksen rekisteri ja hakemukset kuntien yhteiseen palveluun.",
)
TITLED: Final = make_project(id=ProjectId("otsikko"), kind=ProjectKind.GRANT, title="Koulukyytien reitit")
IDEAS: Final = (
    make_idea(id=IdeaId(1), title="Varhaiskasvatuksen laskutus ja läsnäolot samaan järjestelmään"),
    make_idea(id=IdeaId(2), title="Koulukyytien reitit samaan suunnitelmaan"),
    make_idea(id=IdeaId(3), title="Koulukyytien reitit samaan karttaan"),
    make_idea(id=IdeaId(4), title="Kissat takaisin kotiin"),
    make_idea(id=IdeaId(5), title="Metsien hoito kuvista"),
    make_idea(id=IdeaId(6), title="Veneiden paikat jonoon"),
    make_idea(id=IdeaId(7), title="Lumi pois aamulla"),
)


def index(
    ideas: Sequence[Idea] = IDEAS, projects: Sequence[Project] = (DAY_CARE, REGISTER, TITLED)
) -> tuple[SearchIndex, ReuseIndex]:
    """Return both indexes over ideas and projects."""
    catalogue = make_country(ideas, projects)
    search_index, partner_index = index_country(catalogue)
    return search_index, index_reuse(catalogue, search_index, partner_index, vocabulary=VOCABULARY)


def assess(
    idea_id: int, ideas: Sequence[Idea] = IDEAS, projects: Sequence[Project] = (DAY_CARE, REGISTER)
) -> ReuseAnswer:
    """Return the verdict on an idea."""
    search_index, reuse_index = index(ideas, projects)
    return assess_idea(search_index, reuse_index, idea_id=IdeaId(idea_id), calls={}, today=TODAY)


def assess_words(text: str) -> ReuseAnswer:
    """Return the verdict on a text."""
    search_index, reuse_index = index()
    return assess_text(
        search_index, reuse_index, text=text, language=FINNISH, encoder=FakeEncoder(), calls={}, today=TODAY
    )


def test_what_has_been_made_is_adopted() -> None:
    """The project comes first, with the sentences and the words that speak for it."""
    answer = assess(1)

    first = answer.findings[0]
    assert answer.verdict is ReuseVerdict.ADOPT
    assert answer.confidence is Confidence.CLEAR
    assert isinstance(first, ProjectFinding)
    assert first.project_id == DAY_CARE.id
    assert (first.state, first.is_state_stated) == (ProjectState.FINISHED, False)
    assert first.evidence.own_sentence == IDEAS[0].title
    assert first.evidence.their_sentence == DAY_CARE.description
    assert {"laskutus", "läsnäolot"} <= {word.their for word in first.evidence.shared_words}


def test_what_goes_on_is_joined() -> None:
    """A network has no end, so that others can come along."""
    answer = assess_words("Rahoituksen rekisteri ja hakemukset kuntien yhteiseen palveluun")

    assert answer.verdict is ReuseVerdict.JOIN
    assert isinstance(answer.findings[0], ProjectFinding)
    assert answer.findings[0].project_id == REGISTER.id


def test_the_same_idea_is_built_together() -> None:
    """Two ideas find each other; neither finds itself."""
    answer = assess(2)

    (finding,) = answer.findings
    assert answer.verdict is ReuseVerdict.BUILD_TOGETHER
    assert isinstance(finding, IdeaFinding)
    assert finding.idea_id == 3


def test_an_idea_that_has_been_made_leads_on_to_what_made_it() -> None:
    """Who is like an idea learns what has made that idea; an idea that nothing made leads nowhere."""
    twin = make_idea(id=IdeaId(8), title=IDEAS[0].title)

    found = {each.idea_id: each for each in assess(8, (*IDEAS, twin)).findings if isinstance(each, IdeaFinding)}

    assert found[IdeaId(1)].project_ids == (DAY_CARE.id,)
    (other,) = assess(2).findings
    assert isinstance(other, IdeaFinding)
    assert other.project_ids == ()


def test_nothing_alike_is_new() -> None:
    """What nobody else has in mind is said to be new, with what it was compared with."""
    answer = assess(4)

    assert (answer.verdict, answer.confidence, answer.findings) == (ReuseVerdict.NEW, None, ())
    assert (answer.n_projects, answer.n_described, answer.n_ideas) == (2, 2, len(IDEAS) - 1)
    assert answer.searched_on == TODAY


def test_a_withdrawn_idea_is_nobodys_like() -> None:
    """Nor is it counted among those compared with."""
    ideas = [replace(idea, status=IdeaStatus.WITHDRAWN) if idea.id == 3 else idea for idea in IDEAS]

    answer = assess(2, ideas)

    assert answer.verdict is ReuseVerdict.NEW
    assert answer.n_ideas == len(IDEAS) - 2


def test_a_title_alone_is_not_compared() -> None:
    """A grant of which only the title is known is in the register, but tells too little to be the same."""
    search_index, reuse_index = index()

    answer = assess_idea(search_index, reuse_index, idea_id=IdeaId(2), calls={}, today=TODAY)

    assert (answer.n_projects, answer.n_described) == (3, 2)
    assert all(isinstance(finding, IdeaFinding) for finding in answer.findings)


def test_a_project_that_is_named_is_found() -> None:
    """Who writes eVaka means it, in whatever words otherwise."""
    answer = assess_words("Voisimmeko ottaa evakan käyttöön?")

    named = [each for each in answer.findings if isinstance(each, ProjectFinding) and each.project_id == DAY_CARE.id]
    assert [each.evidence.project_name for each in named] == ["eVaka"]


def test_the_order_of_ideas_and_projects_does_not_matter() -> None:
    """The same data give the same verdict, however they are stored."""
    assert assess(1, IDEAS[::-1], (REGISTER, DAY_CARE)) == assess(1)


def test_findings_are_few_and_ordered() -> None:
    """The surest come first, then the thriftiest, and no more than are read."""
    ideas = [make_idea(id=IdeaId(number), title="Koulukyytien reitit karttaan") for number in range(1, 12)]

    findings = assess(1, ideas).findings

    keys = [(list(Confidence).index(each.confidence), list(ReuseVerdict).index(each.verdict)) for each in findings]
    assert keys == sorted(keys)
    assert len(findings) <= N_FINDINGS


def test_without_a_register_ideas_are_still_compared() -> None:
    """An installation without projects tells who else has the same idea."""
    answer = assess(2, projects=())

    assert (answer.verdict, answer.n_projects) == (ReuseVerdict.BUILD_TOGETHER, 0)


def test_one_idea_alone_is_new() -> None:
    """There is nothing to be compared with."""
    assert assess(1, IDEAS[:1], ()).verdict is ReuseVerdict.NEW


def test_an_unknown_idea_is_an_error() -> None:
    """The message names it."""
    with pytest.raises(UnknownIdeaError, match="4711"):
        assess(4711)


def test_a_text_without_words_is_an_error() -> None:
    """Marks alone say nothing."""
    with pytest.raises(EmptyQueryError):
        assess_words("?!")


@pytest.mark.parametrize(
    ("licence", "state", "verdict"),
    [
        ("avoin", ProjectState.RUNNING, ReuseVerdict.ADOPT),
        (None, ProjectState.FINISHED, ReuseVerdict.ADOPT),
        (None, None, ReuseVerdict.ADOPT),
        (None, ProjectState.RUNNING, ReuseVerdict.JOIN),
    ],
)
def test_licence_and_state_decide(licence: str | None, state: ProjectState | None, verdict: ReuseVerdict) -> None:
    """Only what goes on and is nobody else's to use yet is to be joined."""
    assert choose_verdict(make_project(licence=licence), state) is verdict
