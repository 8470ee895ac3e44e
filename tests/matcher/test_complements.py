"""Needs and offers that answer each other."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pytest

from matcher.complements import Complement, find_complements
from matcher.concepts import ConceptReader
from models.idea import Idea, IdeaId, Need, Offer, ResourceKind
from models.language import FINNISH, SWEDISH
from models.localised_text import LocalisedText
from models.vocabulary import Vocabulary
from tests.factories import make_idea
from tests.matcher.indexing import make_index
from tests.matcher.partnering import forget_meaning

READER: Final = ConceptReader.build(
    Vocabulary(
        (
            LocalisedText("ajanvaraus", "tidsbokning", "appointment"),
            LocalisedText("robotti", "robot", "robot"),
            LocalisedText("arkisto", "arkiv", "archive"),
        )
    )
)
SKILL: Final = ResourceKind.SKILL


def make_seeker(number: int, need: str, *, kind: ResourceKind | None = SKILL) -> Idea:
    """Return an idea that needs one thing."""
    return make_idea(id=IdeaId(number), title=f"Ehdotus {number}", needs=(Need(need, kind),))


def make_giver(number: int, offer: str, *, kind: ResourceKind | None = SKILL) -> Idea:
    """Return an idea that offers one thing."""
    return make_idea(id=IdeaId(number), title=f"Ehdotus {number}", offers=(Offer(offer, kind),))


IDEAS: Final = (
    make_seeker(1, "Etsimme ajanvaraus koulutus taitajaa"),
    make_seeker(2, "Mukaan kaivataan robotti väkeä"),
    make_giver(3, "Annamme ajanvaraus koulutus tukea"),
    make_giver(4, "Arkisto avautuu kokeiluun"),
    make_giver(5, "Kunnan keittiö toimii paikkana"),
)


def find(ideas: Sequence[Idea]) -> dict[int, tuple[Complement, ...]]:
    """Return what ideas have to give each other, by row."""
    return dict(find_complements(make_index(ideas), reader=READER))


def test_an_offer_answers_the_need_that_it_is_like() -> None:
    """The pair stands under both ideas, as written; the others have nothing to give."""
    found = find(IDEAS)

    assert found.keys() == {0, 2}
    assert found[0] == found[2]
    (pair,) = found[0]
    assert (pair.need_row, pair.offer_row) == (0, 2)
    assert (pair.need, pair.offer) == ("Etsimme ajanvaraus koulutus taitajaa", "Annamme ajanvaraus koulutus tukea")
    assert 0.03 <= pair.closeness <= 2


@pytest.mark.parametrize(
    ("kind", "is_answered"), [(SKILL, True), (None, True), (ResourceKind.MONEY, False)], ids=("same", "none", "other")
)
def test_kinds_must_not_differ(kind: ResourceKind | None, is_answered: bool) -> None:
    """A skill is not answered by money; where one side says no kind, words decide."""
    ideas = [*IDEAS[:2], make_giver(3, IDEAS[2].offers[0].text, kind=kind), *IDEAS[3:]]

    assert (0 in find(ideas)) is is_answered


def test_a_word_in_common_may_be_of_another_language() -> None:
    """What the vocabulary knows as one concept is one word; without any telling word nothing is said."""
    swedish = replace(IDEAS[2], offers=(Offer("Etsimme koulutus tidsbokning", SKILL),), language=SWEDISH)
    wordless = replace(IDEAS[2], offers=(Offer("Etsimme koulutus taitajaa", SKILL),))

    assert 0 in find([*IDEAS[:2], swedish, *IDEAS[3:]])
    assert 0 not in find([*IDEAS[:2], wordless, *IDEAS[3:]])


def test_nobody_answers_their_own_need() -> None:
    """What an idea needs and offers itself is no pair."""
    own = replace(IDEAS[0], offers=IDEAS[2].offers)

    assert find([own, IDEAS[1], *IDEAS[3:]]) == {}


def test_an_item_of_several_sentences_is_one() -> None:
    """Its vector is that of all its sentences, and the items after it keep theirs."""
    wordy = replace(
        IDEAS[0], needs=(Need("Yksi asia. Toinen asia.", ResourceKind.MONEY), IDEAS[0].needs[0]), language=FINNISH
    )

    (pair,) = find([wordy, *IDEAS[1:]])[0]

    assert pair.need == IDEAS[0].needs[0].text


def test_without_vectors_or_items_there_is_nothing() -> None:
    """While only words can be searched, and where nobody offers anything, no pair is found."""
    assert find_complements(forget_meaning(make_index(IDEAS)), reader=READER) == {}
    assert find(IDEAS[:2]) == {}
    assert find(()) == {}


def test_the_order_of_ideas_does_not_matter() -> None:
    """The same pair is found whichever idea comes first."""
    (here,), (turned,) = find(IDEAS)[0], find(IDEAS[::-1])[4]

    assert (here.need, here.offer) == (turned.need, turned.offer)
    assert here.closeness == pytest.approx(turned.closeness, abs=1e-5)
