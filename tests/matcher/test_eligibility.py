"""Verdicts: when a text fits a call, is to be checked, or does not fit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.call_rules import RuleBook
from matcher.eligibility import judge_calls
from matcher.subject_text import SubjectText
from models.call import Call, CallId
from models.eligibility import (
    APPLICANTS_SOURCE,
    RECIPIENTS_SOURCE,
    Bearing,
    Eligibility,
    Finding,
    RuleKind,
    Verdict,
)
from models.idea import Party, PartyRole
from models.organisation import OrganisationId, OrganisationKind
from tests.factories import make_lead, make_member, make_organisation
from tests.matcher.eligibility_texts import CALL, LEXICON, SOURCE, make_text
from tests.matcher.test_subject_text import place_near

PLAIN: Final = "Kirjat ja kartat."
CARE: Final = "Sosiaalityö uudistuu."
JOINT: Final = replace(CALL, joint_only=True)
ORGANISATIONS: Final = {
    each.id: each
    for each in (
        make_organisation(id=OrganisationId("1")),
        make_organisation(id=OrganisationId("2")),
        make_organisation(
            id=OrganisationId("ky"),
            kind=OrganisationKind.JOINT_AUTHORITY,
            member_ids=(OrganisationId("1"), OrganisationId("2")),
        ),
        make_organisation(id=OrganisationId("oy"), kind=OrganisationKind.ASSOCIATE),
    )
}


def judge_text(text: SubjectText, call: Call = CALL, *, parties: Sequence[Party] = ()) -> Eligibility:
    """Return how a text stands to one call."""
    return judge_calls(text, RuleBook.read([call], LEXICON), parties=parties, organisations=ORGANISATIONS).by_call[0]


def judge(*sentences: str) -> Verdict:
    """Return the verdict on a text for the call."""
    return judge_text(make_text(*sentences)).verdict


@pytest.mark.parametrize(
    ("sentences", "verdict"),
    [
        ((PLAIN,), Verdict.FITS),
        ((CARE,), Verdict.DOES_NOT_FIT),
        ((CARE, *[PLAIN] * 9), Verdict.DOES_NOT_FIT),
        ((PLAIN, CARE, PLAIN, CARE), Verdict.DOES_NOT_FIT),
        ((PLAIN, CARE, PLAIN), Verdict.CHECK),
        ((*[PLAIN] * 9, CARE, CARE), Verdict.CHECK),
        ((PLAIN, "Kartat ja myöhemmin sosiaalityö.", "Myöhemmin sosiaalityö."), Verdict.CHECK),
        ((PLAIN, "Hoitaja kohtaa potilaan."), Verdict.CHECK),
        ((PLAIN, "Hoitaja katsoo karttaa."), Verdict.FITS),
    ],
)
def test_the_main_matter_decides(sentences: tuple[str, ...], verdict: Verdict) -> None:
    """The title, or two sentences that are a fifth of all, send a text away; less asks for a look."""
    assert judge(*sentences) is verdict


def test_a_finding_can_be_checked() -> None:
    """It has the rule, its source, the sentence as written with its place, and the words that were found."""
    found = judge_text(make_text(PLAIN, "Kartat, myöhemmin sosiaalityö.")).findings

    assert found == (
        Finding(
            kind=RuleKind.EXCLUSION,
            rule="care",
            bearing=Bearing.TOUCHES,
            sentence="Kartat, myöhemmin sosiaalityö.",
            place=1,
            words=("sosiaalityö",),
            source=SOURCE,
        ),
    )


def test_unknown_exclusions_are_to_be_checked() -> None:
    """Where nobody knows what a call left out, nothing is said to fit it."""
    eligibility = judge_text(make_text(PLAIN), replace(CALL, exclusions=(), exclusions_known=False))

    assert eligibility.verdict is Verdict.CHECK
    assert [finding.kind for finding in eligibility.findings] == [RuleKind.EXCLUSIONS_NOT_KNOWN]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Nurmikko.", [RuleKind.NO_PURPOSE_SEEN]),
        ("Uusi sovellus.", []),
        ("Robotti.", []),
    ],
)
def test_what_serves_nothing_and_is_not_digital_is_to_be_checked(sentence: str, kinds: list[RuleKind]) -> None:
    """A lawn is not sent away but to be checked; a word of a purpose, or of anything digital, is enough to fit."""
    text = place_near(make_text(sentence), 0.0)

    found = judge_text(text)
    aimless = judge_text(text, replace(CALL, purposes=()))

    assert [finding.kind for finding in found.findings] == kinds
    assert found.verdict is (Verdict.CHECK if kinds else Verdict.FITS)
    assert aimless.verdict is Verdict.FITS


def test_a_purpose_is_shown_with_its_sentence() -> None:
    """The purpose whose words are there is served, by the sentence that has them; the other is not."""
    purposes = judge_text(make_text(PLAIN, "Robotti auttaa.")).purposes

    assert [(finding.rule, finding.place, finding.words) for finding in purposes] == [("1", 1, ("Robotti",))]


@pytest.mark.parametrize(
    ("parties", "kinds"),
    [
        ((), [RuleKind.NEEDS_ANOTHER_MUNICIPALITY]),
        ((make_lead("A", "1"),), [RuleKind.NEEDS_ANOTHER_MUNICIPALITY]),
        ((make_lead("A", "1"), make_member("A uudelleen", "1")), [RuleKind.NEEDS_ANOTHER_MUNICIPALITY]),
        ((make_lead("A", "1"), make_member("B", "2")), []),
        ((make_lead("A", "1"), make_member("Tuntematon")), []),
        ((make_lead("Yhtymä", "ky"),), []),
        ((make_lead("Yritys", "oy"), make_member("A", "1"), make_member("B", "2")), [RuleKind.LEAD_MAY_NOT_APPLY]),
        (
            (make_lead("A", "1"), Party(PartyRole.ASSOCIATE, "Yritys", OrganisationId("oy"))),
            [RuleKind.NEEDS_ANOTHER_MUNICIPALITY],
        ),
    ],
)
def test_parties_are_held_against_who_may_apply(parties: tuple[Party, ...], kinds: list[RuleKind]) -> None:
    """More than one municipality, led by one or by a joint authority; names not understood are given the benefit."""
    found = judge_text(make_text(PLAIN), JOINT, parties=parties)

    sources = {
        RuleKind.NEEDS_ANOTHER_MUNICIPALITY: RECIPIENTS_SOURCE,
        RuleKind.LEAD_MAY_NOT_APPLY: APPLICANTS_SOURCE,
    }
    assert [(finding.kind, finding.source) for finding in found.findings] == [(kind, sources[kind]) for kind in kinds]
    assert found.verdict is (Verdict.CHECK if RuleKind.LEAD_MAY_NOT_APPLY in kinds else Verdict.FITS)


def test_a_call_for_single_applicants_needs_nobody_else() -> None:
    """Where one may apply alone, one municipality is enough."""
    found = judge_text(make_text("Yksin Inari ostaa kartat."), CALL, parties=[make_lead("A", "1")])

    assert found.findings == ()
    assert judge_text(make_text("Yksin Inari ostaa kartat."), CALL).findings == ()


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Yksin Inari ostaa kartat.", ("Yksin", "Inari")),
        ("Muita kuntia ei ole mukana.", ("Muita", "kuntia", "ei")),
        ("Kunta yksin ei tähän pysty.", ()),
        ("Yksin asuva lukee karttaa.", ()),
    ],
)
def test_a_text_that_says_it_is_one_municipality_alone_is_to_be_checked(sentence: str, words: tuple[str, ...]) -> None:
    """For joint projects its sentence is the reason; that nobody can do it alone says the contrary."""
    text = make_text(PLAIN, sentence)

    found = judge_text(text, JOINT)
    with_parties = judge_text(text, JOINT, parties=[make_lead("A", "1"), make_member("B", "2")])

    assert [(each.kind, each.words) for each in found.findings] == [(RuleKind.NEEDS_ANOTHER_MUNICIPALITY, words)]
    assert found.verdict is (Verdict.CHECK if words else Verdict.FITS)
    assert with_parties.findings == ()


@pytest.mark.parametrize(
    ("sentence", "verdict", "n_purposes"),
    [
        ("Emme uudista sosiaalityötä vaan kartat.", Verdict.CHECK, 0),
        ("Sosiaalityö ei löydä karttaa.", Verdict.DOES_NOT_FIT, 0),
        ("Emme osta robottia vaan kartan.", Verdict.FITS, 0),
        ("Karttaa ei saa, joten robotti hakee sen.", Verdict.FITS, 1),
        ("Emme osta robottia, mutta robotti lainataan.", Verdict.FITS, 1),
        ("Emme uudista sosiaalityötä, mutta sosiaalitoimi uudistuu.", Verdict.DOES_NOT_FIT, 0),
    ],
)
def test_what_a_project_denies_of_itself_is_not_its_matter(sentence: str, verdict: Verdict, n_purposes: int) -> None:
    """A subject that is denied is to be checked at most, and no purpose is served by what is not done."""
    found = judge_text(make_text(sentence))

    assert found.verdict is verdict
    assert len(found.purposes) == n_purposes


def test_it_is_said_where_a_text_would_have_fitted() -> None:
    """A call that excludes it not and whose purpose it serves is named; one whose purpose it does not serve is not."""
    excluded = make_text("Robotti ja sosiaalityö")
    open_call = replace(CALL, id=CallId("2019-2"), exclusions=())
    without_purpose = replace(CALL, id=CallId("2020"), exclusions=(), purposes=())
    closed = replace(CALL, id=CallId("2018"))

    report = judge_calls(excluded, RuleBook.read([without_purpose, open_call, closed], LEXICON))

    assert [each.call_id for each in report.by_call] == ["2018", "2019-2", "2020"]
    assert [each.verdict for each in report.by_call] == [Verdict.DOES_NOT_FIT, Verdict.FITS, Verdict.FITS]
    assert report.fitting_ids == ("2019-2",)
    assert report.find(CallId("2018")) == report.by_call[0]
    assert report.find(CallId("2030")) is None


@given(st.lists(st.sampled_from([PLAIN, CARE, "Myöhemmin sosiaalityö.", "Hoitaja kohtaa potilaan."]), min_size=1))
def test_more_of_what_is_excluded_never_makes_a_text_fit_better(sentences: list[str]) -> None:
    """A text with one more sentence about an excluded subject has the same verdict or a more careful one."""
    order = list(Verdict)

    assert order.index(judge(*sentences, CARE)) >= order.index(judge(*sentences))
    assert (judge(*sentences) is Verdict.FITS) is all(sentence == PLAIN for sentence in sentences)
