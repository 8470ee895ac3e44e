"""The text for the application: what was searched, what was found, what is not known, and what is left open."""

from datetime import date
from typing import Final

import pytest

from matcher.catalogue import Catalogue
from models.idea import IdeaId, Origin
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode
from models.project import ProjectId, ProjectState
from models.reuse import Confidence, IdeaFinding, ProjectFinding, ReuseAnswer, ReuseEvidence, ReuseVerdict
from tests.factories import make_catalogue, make_idea, make_lead, make_project
from web.reuse_text import choose_text_language, write_reuse_text

EVIDENCE: Final = ReuseEvidence(
    points=2.0, similarity=0.5, own_sentence="Oma virke.", their_sentence="Heidän virkkeensä.", sentence_similarity=0.6
)
CATALOGUE: Final[Catalogue] = make_catalogue(
    projects=[
        make_project(
            id=ProjectId("evaka"),
            title="Kuntien eVaka",
            description="Kuvaus.",
            parties=(make_lead("Espoo"),),
            year=2019,
            licence="avoin lähdekoodi",
        ),
        make_project(id=ProjectId("muu"), title="Muu hanke", description="Kuvaus."),
    ],
    ideas=[
        make_idea(id=IdeaId(7), title="Sama idea", parties=(make_lead("Kuhmo"),), origin=Origin.ILLUSTRATIVE),
        make_idea(id=IdeaId(8), title="Toinen idea", origin=Origin.IMPORTED),
    ],
)


def find_project(name: str, *, state: ProjectState | None = None, is_stated: bool = False) -> ProjectFinding:
    """Return a finding of a project."""
    return ProjectFinding(
        project_id=ProjectId(name),
        verdict=ReuseVerdict.ADOPT,
        confidence=Confidence.CLEAR,
        evidence=EVIDENCE,
        state=state,
        is_state_stated=is_stated,
    )


def find_idea(number: int) -> IdeaFinding:
    """Return a finding of an idea."""
    return IdeaFinding(idea_id=IdeaId(number), confidence=Confidence.ALIKE, evidence=EVIDENCE)


def write(*findings: ProjectFinding | IdeaFinding, language: LanguageCode = ENGLISH, address: str = "") -> str:
    """Return the text of findings."""
    answer = ReuseAnswer(
        verdict=ReuseVerdict.ADOPT if findings else ReuseVerdict.NEW,
        findings=findings,
        n_projects=47,
        n_described=26,
        n_ideas=132,
        searched_on=date(2026, 11, 25),
    )
    return write_reuse_text(answer, CATALOGUE, language, address=address)


def test_it_says_what_was_searched() -> None:
    """The day, the size of the register, how much of it can be compared, and the number of ideas."""
    text = write()

    assert "on 25 November 2026" in text
    assert "(47 entries, 26 of them with a description that can be compared)" in text
    assert "(132)" in text


def test_a_project_has_what_is_known_and_its_source() -> None:
    """Licence and parties are told, the owner is not known, and the source can be opened."""
    text = write(find_project("evaka"))

    for line in (
        "1. Kuntien eVaka (clearly the same)",
        "   Parties: Espoo",
        "   Year: 2019",
        "   Owner of the result: not known",
        "   Licence of the result: avoin lähdekoodi",
        "   Source: https://example.invalid/hanke",
        "   Most alike in ours: “Oma virke.”",
    ):
        assert line in text.splitlines()


@pytest.mark.parametrize(
    ("is_stated", "line"), [(True, "   State: ended"), (False, "   State: not known")], ids=("stated", "presumed")
)
def test_a_presumed_state_is_not_claimed(line: str, *, is_stated: bool) -> None:
    """Only what a source says goes into an application."""
    assert line in write(find_project("evaka", state=ProjectState.FINISHED, is_stated=is_stated)).splitlines()


def test_nothing_known_is_said_for_each() -> None:
    """A project without anything known has five times *not known*."""
    assert write(find_project("muu")).count("not known") == 5


def test_an_illustrative_idea_is_no_proof() -> None:
    """It says that no municipality has proposed it; an idea of somebody does not."""
    assert "No municipality has proposed it." in write(find_idea(7))
    assert "No municipality has proposed it." not in write(find_idea(8))


def test_ideas_are_linked_where_the_address_is_known() -> None:
    """Without one they go by their number."""
    assert "Source: https://kumppani.example/ideas/7" in write(find_idea(7), address="https://kumppani.example/")
    assert "   Kumppani, 7" in write(find_idea(7)).splitlines()


@pytest.mark.parametrize(
    ("language", "blank"),
    [(FINNISH, "[Hakija täyttää]"), (SWEDISH, "[Sökanden fyller i]"), (ENGLISH, "[The applicant fills this in]")],
)
def test_what_only_the_applicant_knows_is_left_open(language: LanguageCode, blank: str) -> None:
    """Whom one has asked is a marked blank, and how one differs where there is something to differ from."""
    assert write(language=language).count(blank) == 1
    assert write(find_project("evaka"), language=language).count(blank) == 2


def test_nothing_found_is_no_proof() -> None:
    """The text says that the register is not complete."""
    assert "Nothing was found that clearly asks for the same." in write()


@pytest.mark.parametrize(("own", "chosen"), [("fi", "fi"), ("sv", "sv"), ("en", "en"), ("de", "fi"), ("se", "fi")])
def test_it_is_in_the_language_of_the_idea(own: str, chosen: str) -> None:
    """An idea in a language that pages do not have gets its text in Finnish."""
    assert choose_text_language(LanguageCode(own)) == chosen
