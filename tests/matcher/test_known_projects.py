"""The past as arrays, the questions that projects ask of it, and what each past project teaches."""

from datetime import date
from typing import Final

import numpy as np
import pytest
from numpy.typing import NDArray

from matcher.history_signals import (
    find_experience_signal,
    find_named_signal,
    find_nearest_signal,
    find_region_signal,
    find_text_signal,
    find_walk_signal,
    liken_names,
)
from matcher.known_projects import ask_past, measure_signals, read_text, teach_past
from models.partner_evaluation import HistorySignal, PastProject
from tests.fakes import FakeEncoder
from tests.matcher.measuring import ask, know, make_past

BUSES = make_past(
    "p1", "Alfa", "Beeta", text="Bussien reitit ja pysäkit kunnissa", start=date(2018, 1, 1), region="Lappi"
)
SCHOOLS = make_past("p2", "Beeta", "Gamma", text="Koulujen todistukset ja luokat", start=date(2019, 1, 1))
SALARIES = make_past("p3", "Alfa", "Gamma", "Delta", text="Palkkojen laskenta robotilla", start=None)
PAST = (BUSES, SCHOOLS, SALARIES)
PHASES: Final = "Yhteinen asiointipalvelu maakunnan kaikille asukkaille, vaihe"


def test_rows_are_projects_by_id_in_every_array() -> None:
    """However the projects are given, each row of every array is that of the project of its place."""
    known = know(SALARIES, BUSES, SCHOOLS)

    assert known.projects == PAST
    assert known.history.project_ids == ("p1", "p2", "p3")
    assert known.history.organisation_ids == ("Alfa", "Beeta", "Delta", "Gamma")
    assert known.membership.toarray().tolist() == [[1, 1, 0, 0], [0, 1, 0, 1], [1, 0, 1, 1]]
    np.testing.assert_array_equal(known.days, [(date(2018, 1, 1) - date(1970, 1, 1)).days, 17897, np.nan])
    assert known.regions.tolist() == ["Lappi", "", ""]
    np.testing.assert_allclose(known.vectors, know(*PAST).vectors, atol=1e-6)
    assert [int(known.wording.score(read_text(project)).argmax()) for project in PAST] == [0, 1, 2]


def test_vectors_go_with_their_projects() -> None:
    """A project's vector is its own, not that of the place at which it was given."""
    known = know(SALARIES, BUSES, SCHOOLS)

    questions = [ask(known, project) for project in PAST]

    assert [int(question.dense.argmax()) for question in questions] == [0, 1, 2]
    assert all(question.dense.max() == pytest.approx(1, abs=1e-5) for question in questions)


def test_a_question_is_seen_from_known_members_with_all_of_the_past() -> None:
    """Who is in no past project is no member to be sought, and the whole past may be used."""
    question = ask(know(*PAST), make_past("new", "Omega", "Gamma", "Alfa", text="Koulujen luokat"))

    assert question.members.tolist() == [0, 3]
    assert question.is_seen.all()
    assert int(question.likeness.argmax()) == 1


@pytest.mark.parametrize("members", [(), ("Alfa",), ("Omega", "Alfa"), ("Omega", "Psi")])
def test_fewer_than_two_known_members_are_no_question(members: tuple[str, ...]) -> None:
    """There must be one to be given and one to be found."""
    project = make_past("new", *members, text="Koulujen luokat")

    assert ask_past(know(*PAST), project, raw=FakeEncoder().encode([read_text(project)])[0]) is None


def test_signals_stand_in_the_order_of_their_names() -> None:
    """Each is what its function gives, seen from each given member; a project of no known day is as old as the mean."""
    known = know(*PAST)
    new = make_past("new", "Alfa", "Gamma", text="Deltan bussit", start=date(2020, 1, 1), region="Lappi")
    question = ask(known, new)
    membership, is_seen, given = known.membership, question.is_seen, np.array([3])

    signals = measure_signals(known, question, given=given)

    ages = np.array([730, 365, np.nan]) / 365.25
    expected = {
        HistorySignal.TEXT: find_text_signal(question.likeness, membership, is_seen),
        HistorySignal.NEAREST: find_nearest_signal(question.likeness, membership, is_seen),
        HistorySignal.WALK: find_walk_signal(np.eye(4)[:, given], question.likeness, membership, is_seen).ravel(),
        HistorySignal.NAMED: find_named_signal(read_text(question.project), known.name_columns, known.name_weights),
        HistorySignal.NAME_LIKENESS: liken_names(known.name_weights, given).ravel(),
        HistorySignal.EXPERIENCE: find_experience_signal(ages, membership, is_seen),
        HistorySignal.REGION: find_region_signal("Lappi", np.array(["Lappi", "", ""]), membership, is_seen),
    }
    assert signals.shape == (1, 4, 7)
    for place, signal in enumerate(HistorySignal):
        np.testing.assert_allclose(signals[0, :, place], expected[signal], err_msg=signal.value)
    assert expected[HistorySignal.NAMED].tolist() == [0, 0, 1, 0]
    np.testing.assert_allclose(measure_signals(known, question)[1], signals[0])


def test_a_project_and_its_sisters_are_left_out_when_they_teach() -> None:
    """Whoever else was in a sister changes nothing of what the other one teaches; another project does."""
    phases = [make_past("p4", "Alfa", "Beeta", text=f"{PHASES} I"), make_past("p5", "Gamma", text=f"{PHASES} II")]
    other_phases = [phases[0], make_past("p5", "Alfa", "Delta", "Gamma", text=f"{PHASES} II")]
    other_past = [BUSES, SCHOOLS, make_past("p3", "Alfa", "Beeta", "Delta", "Gamma", text=SALARIES.text)]

    def teach(*projects: PastProject) -> NDArray[np.float32]:
        return np.stack([choice.signals for choice in teach_past(know(*projects))[-2:]])

    def keep_last(*projects: PastProject) -> list[PastProject]:
        # What teaches last is wanted, so the first phase comes after all else by id.
        return [*projects[:-2], make_past("p9", *projects[-2].members, text=projects[-2].text), projects[-1]]

    taught = teach(*keep_last(*PAST, *phases))

    np.testing.assert_array_equal(teach(*keep_last(*PAST, *other_phases)), taught)
    assert not np.allclose(teach(*keep_last(*other_past, *phases)), taught)


def test_a_project_that_teaches_does_not_see_itself() -> None:
    """Two who were together only there have no walk from one to the other, though both are known."""
    known = know(
        make_past("p1", "Alfa", "Beeta", text="Bussit"),
        make_past("p2", "Alfa", "Gamma", text="Koulut"),
        make_past("p3", "Beeta", "Delta", text="Palkat"),
    )

    choices = teach_past(known)

    walk = list(HistorySignal).index(HistorySignal.WALK)
    assert len(choices) == 2
    for choice in choices:
        assert choice.signals[choice.is_partner, walk].tolist() == [0]
        assert choice.is_partner.sum() == 1


def test_who_is_known_by_nothing_else_is_no_candidate() -> None:
    """Delta was in one project only: as that one teaches, Delta is neither sought nor a candidate nor given."""
    known = know(*PAST)

    choices = teach_past(known)

    alfa, beeta, delta, gamma = range(4)
    of_salaries = [choice for choice in choices if not choice.is_candidate[delta]]
    assert [np.flatnonzero(choice.is_partner).tolist() for choice in of_salaries] == [[gamma], [alfa]]
    assert [np.flatnonzero(choice.is_candidate).tolist() for choice in of_salaries] == [[beeta, gamma], [alfa, beeta]]
    assert len(choices) == 6


def test_choices_of_a_project_count_one_together() -> None:
    """Large projects teach no more than small ones, and are seen from ten members at most."""
    crowd = [f"Jäsen {number:02}" for number in range(14)]
    known = know(*PAST, make_past("p4", *crowd, text="Suuri verkosto"), make_past("p5", *crowd, text="Toinen suuri"))

    choices = teach_past(known)

    large = [choice for choice in choices if choice.is_partner.sum() == 13]
    assert len(large) == 20
    assert {choice.weight for choice in large} == {0.1}
    assert sum(choice.weight for choice in choices) == pytest.approx(5)
    assert all(not (choice.is_partner & ~choice.is_candidate).any() for choice in choices)


def test_a_past_project_without_members_is_read() -> None:
    """It teaches nothing and asks nothing, but is no trouble."""
    known = know(*PAST, make_past("p0", text="Ilman jäseniä"))

    assert known.membership.toarray()[0].tolist() == [0, 0, 0, 0]
    assert len(teach_past(known)) == 6


def test_titles_stand_for_missing_texts() -> None:
    """What is encoded is the title and the text, or the one there is."""
    assert read_text(make_past("p", title="Otsikko", text="Teksti")) == "Otsikko\nTeksti"
    assert read_text(make_past("p", title="Otsikko")) == "Otsikko"
