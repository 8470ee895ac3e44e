"""Needs, size and language as parts of the points, each with what it rests on."""

from dataclasses import replace
from typing import Final

import pytest

from matcher.partner_index import index_partners
from matcher.partner_points import DEFAULT_WEIGHTS
from matcher.partners import suggest_for_idea
from models.idea import Idea, IdeaId, Need, Offer, ResourceKind
from models.language import FINNISH, SWEDISH
from models.localised_text import LocalisedText
from models.organisation import LanguageStatus, OrganisationId
from models.suggestion import ComplementEvidence, LanguageEvidence, PartName, PartnerSuggestion, SizeEvidence
from models.vocabulary import Vocabulary
from tests.factories import make_catalogue
from tests.fakes import FakeEncoder
from tests.matcher.indexing import make_index
from tests.matcher.partnering import ALFA, AUTHORITY, BEETA, DELTA, EPSILON, GAMMA, TOWNS, find_part, make_proposal

VOCABULARY: Final = Vocabulary((LocalisedText("ajanvaraus", "tidsbokning", "appointment"),))
SKILL: Final = ResourceKind.SKILL
NEED: Final = Need("Annamme tukea koulutus tidsbokning", SKILL)
OFFER: Final = Offer("Annamme ajanvaraus koulutus tukea", SKILL)
OTHERS: Final = (Offer("Arkisto avautuu kokeiluun", SKILL), Offer("Kunnan keittiö toimii paikkana", SKILL))
POPULATIONS: Final = {ALFA: 8_000, BEETA: 8_000, GAMMA: 6_000, DELTA: 100_000}
COUNTRY: Final = (
    *(
        replace(
            town,
            population=POPULATIONS.get(town.id),
            language_status=LanguageStatus.SWEDISH_FINNISH if town.id in {ALFA, EPSILON} else LanguageStatus.FINNISH,
        )
        for town in TOWNS
    ),
    AUTHORITY,
)
IDEAS: Final = (
    replace(make_proposal(1, "Neuvolan kutsut", ALFA), needs=(NEED,), language=SWEDISH),
    replace(make_proposal(2, "Aurat kartalle", GAMMA, DELTA), offers=(OFFER,)),
    replace(make_proposal(3, "Kissat löytyvät", BEETA), offers=OTHERS),
)


def suggest(*ideas: Idea, idea_id: int = 1) -> dict[OrganisationId, PartnerSuggestion]:
    """Return all suggestions for an idea by organisation."""
    catalogue = make_catalogue(ideas=ideas, organisations=COUNTRY)
    search_index = make_index(ideas, organisations=catalogue.organisations)
    index = index_partners(catalogue, search_index, encoder=FakeEncoder(), vocabulary=VOCABULARY)
    found = suggest_for_idea(search_index, index, idea_id=IdeaId(idea_id))
    return {each.organisation_id: each for each in found}


def test_who_offers_what_is_needed_has_a_part_for_it() -> None:
    """The lead of the other idea in full, its member by its share, with the need and the offer as written."""
    found = suggest(*IDEAS)
    lead, member = (find_part(found[each], PartName.COMPLEMENT) for each in (GAMMA, DELTA))

    assert lead is not None
    assert member is not None
    assert lead.points == DEFAULT_WEIGHTS.complement
    assert member.points == pytest.approx(0.7 * DEFAULT_WEIGHTS.complement)
    assert lead.evidence == (
        ComplementEvidence(idea_id=IdeaId(2), need=NEED.text, offer=OFFER.text, is_their_offer=True),
    )
    assert find_part(found[BEETA], PartName.COMPLEMENT) is None


def test_who_needs_what_is_offered_has_one_too() -> None:
    """Asked the other way round, the need is theirs."""
    part = find_part(suggest(*IDEAS, idea_id=2)[ALFA], PartName.COMPLEMENT)

    assert part is not None
    assert part.evidence == (
        ComplementEvidence(idea_id=IdeaId(1), need=NEED.text, offer=OFFER.text, is_their_offer=False),
    )


def test_a_municipality_of_the_same_size_is_told_in_inhabitants() -> None:
    """As many inhabitants count in full, three quarters of them half, and a city or an unknown size not at all."""
    found = suggest(*IDEAS)
    same, near = (find_part(found[each], PartName.SIZE) for each in (BEETA, GAMMA))

    assert same is not None
    assert near is not None
    assert same.points == DEFAULT_WEIGHTS.size
    assert near.points == pytest.approx(DEFAULT_WEIGHTS.size / 2)
    assert near.evidence == (SizeEvidence(with_id=ALFA, their_population=6_000, population=8_000),)
    assert all(find_part(found[each], PartName.SIZE) is None for each in (DELTA, EPSILON, AUTHORITY.id))


def test_of_several_that_ask_the_one_nearest_in_size_is_named() -> None:
    """Gamma and Delta ask together: Beeta is about as large as Gamma."""
    part = find_part(suggest(*IDEAS, idea_id=2)[BEETA], PartName.SIZE)

    assert part is not None
    assert part.evidence == (SizeEvidence(with_id=GAMMA, their_population=8_000, population=6_000),)


def test_a_language_that_few_work_in_counts() -> None:
    """Two of five towns work in Swedish: for a Swedish idea the other one has a small part, and no town less."""
    found = suggest(*IDEAS)
    part = find_part(found[EPSILON], PartName.LANGUAGE)

    assert part is not None
    assert part.points == pytest.approx(DEFAULT_WEIGHTS.language * (1 - 2 * 2 / 5))
    assert part.evidence == (LanguageEvidence(language=SWEDISH),)
    assert all(find_part(found[each], PartName.LANGUAGE) is None for each in (BEETA, GAMMA, DELTA, AUTHORITY.id))


def test_a_language_that_most_work_in_is_no_reason() -> None:
    """All towns work in Finnish, so for a Finnish idea it tells nothing."""
    found = suggest(replace(IDEAS[0], language=FINNISH), *IDEAS[1:])

    assert all(find_part(each, PartName.LANGUAGE) is None for each in found.values())


def test_an_answered_need_would_raise_who_has_none() -> None:
    """It is told where it brings somebody up, and not for an idea that neither needs nor offers anything."""
    found = suggest(*IDEAS)
    nothing = suggest(replace(IDEAS[0], needs=()), *IDEAS[1:])

    told = [prospect for each in found.values() for prospect in each.prospects if prospect.name is PartName.COMPLEMENT]
    assert told
    assert {prospect.points for prospect in told} == {DEFAULT_WEIGHTS.complement}
    assert all(p.rank < each.rank for each in found.values() for p in each.prospects)
    assert not [p for each in nothing.values() for p in each.prospects if p.name is PartName.COMPLEMENT]


def test_parts_that_fit_add_up_and_can_be_taken_away() -> None:
    """With all of them the sum stays exact, and each tells where its candidate would stand without it."""
    for suggestion in suggest(*IDEAS).values():
        assert sum(part.points for part in suggestion.parts) == pytest.approx(suggestion.points, abs=1e-9)
        for part in suggestion.parts[1:]:
            assert part.evidence
            assert part.rank_without is not None
            assert part.rank_without >= suggestion.rank
