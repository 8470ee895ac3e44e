"""Ideas in short."""

from hypothesis import given
from hypothesis import strategies as st

from models.idea import IdeaId
from models.language import ENGLISH, FINNISH, SWEDISH
from models.localised_text import LocalisedText
from models.organisation import OrganisationId, RegionId
from models.search import SearchHit
from tests.factories import make_catalogue, make_idea, make_lead, make_organisation, make_region
from web.closeness import Closeness
from web.pages.idea_cards import make_card, shorten
from web.templating import make_environment

ESPOO = make_organisation(
    id=OrganisationId("049"), name=LocalisedText("Espoo", "Esbo", "Espoo"), region_id=RegionId("01")
)
UUSIMAA = make_region(id=RegionId("01"), name=LocalisedText("Uusimaa", "Nyland", "Uusimaa"))
IDEA = make_idea(
    title="Lumen auraus",
    text="Aura kulkee yöllä. Asukas kysyy, milloin aura tulee.",
    parties=(make_lead("Esbo stad", "049"),),
)
CATALOGUE = make_catalogue(ideas=[IDEA], organisations=[ESPOO], regions=[UUSIMAA])
HIT = SearchHit(
    idea_id=IdeaId(1),
    relevance=0.9,
    similarity=0.8,
    word_score=0.5,
    matched_words=("aura",),
    best_sentence="Asukas kysyy, milloin aura tulee.",
)


def test_a_card_names_the_lead_in_the_readers_language() -> None:
    """The lead and its region are named as the reader knows them, however they were written."""
    card = make_card(IDEA, CATALOGUE, SWEDISH)

    assert (card.lead, card.region) == ("Esbo", "Nyland")


def test_an_unknown_lead_is_named_as_written() -> None:
    """A name that was not recognised stays, and an idea without a lead has none."""
    unknown = make_card(make_idea(parties=(make_lead("Jokin yhtymä"),)), CATALOGUE, FINNISH)
    nobody = make_card(make_idea(), CATALOGUE, FINNISH)

    assert (unknown.lead, unknown.region) == ("Jokin yhtymä", "")
    assert (nobody.lead, nobody.region) == ("", "")


def test_outside_searches_the_text_begins() -> None:
    """Without a hit the card shows how the text begins, and nothing about closeness."""
    card = make_card(IDEA, CATALOGUE, FINNISH)

    assert card.excerpt == "Aura kulkee yöllä. Asukas kysyy, milloin aura tulee."
    assert card.closeness is None
    assert not card.by_meaning_only


def test_a_hit_shows_the_sentence_that_answers() -> None:
    """With a hit the card shows its best sentence, its words and how close it is."""
    card = make_card(IDEA, CATALOGUE, FINNISH, hit=HIT, closeness=Closeness.VERY_CLOSE)

    assert card.excerpt == "Asukas kysyy, milloin aura tulee."
    assert card.words == ("aura",)
    assert card.closeness is Closeness.VERY_CLOSE


def test_the_title_is_not_said_twice() -> None:
    """Where the title itself answers best, the card goes on with the text."""
    hit = SearchHit(idea_id=IdeaId(1), relevance=0.9, similarity=0.8, word_score=0.0, best_sentence="Lumen auraus")

    card = make_card(IDEA, CATALOGUE, FINNISH, hit=hit)

    assert card.excerpt.startswith("Aura kulkee")
    assert card.by_meaning_only


def test_the_card_marks_words_and_says_the_language() -> None:
    """Matched words are marked, and a text in another language than the page's says which."""
    template = make_environment(ENGLISH).from_string(
        '{% from "components/idea_card.html" import idea_card %}{{ idea_card(card) }}'
    )

    html = template.render(card=make_card(IDEA, CATALOGUE, ENGLISH, hit=HIT, closeness=Closeness.VERY_CLOSE))

    assert '<p class="idea-card__excerpt" lang="fi">Asukas kysyy, milloin <mark>aura</mark> tulee.</p>' in html
    assert "Very close" in html
    assert "by meaning, not by words" not in html


@given(st.text(), st.integers(2, 60))
def test_shortened_texts_fit(text: str, n_characters: int) -> None:
    """A shortened text is no longer than asked for, and short texts stay as they are."""
    short = shorten(text, n_characters)

    assert len(short) <= n_characters + 1
    assert len(text) > n_characters or short == text
