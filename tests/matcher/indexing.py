"""Search indexes for tests, over the fake encoder."""

from collections.abc import Mapping, Sequence
from typing import Final

from matcher.pipeline import Background, index_meaning, index_sentences, index_words
from matcher.ports import Encoder
from matcher.search_index import SearchIndex
from models.idea import Idea, IdeaId
from models.language import ENGLISH, FINNISH, SWEDISH
from models.organisation import Organisation, OrganisationId
from models.vocabulary import NO_VOCABULARY, Vocabulary
from tests.factories import make_idea
from tests.fakes import FakeEncoder

BACKGROUND: Final[Background] = {
    FINNISH: ("Kunta järjestää palvelut.", "Hallitus päätti asiasta.", "kirje ja lasku"),
    SWEDISH: ("Kommunen ordnar servicen.", "Styrelsen beslutade om saken.", "brev och faktura"),
    ENGLISH: ("The municipality provides the services.", "The board decided on the matter.", "letter and invoice"),
}


def make_ideas(*titles: str) -> list[Idea]:
    """Return ideas with these titles, numbered from 1."""
    return [make_idea(id=IdeaId(number), title=title) for number, title in enumerate(titles, start=1)]


def make_index(
    ideas: Sequence[Idea],
    *,
    organisations: Mapping[OrganisationId, Organisation] | None = None,
    encoder: Encoder | None = None,
    vocabulary: Vocabulary = NO_VOCABULARY,
) -> SearchIndex:
    """Return the whole index of ideas."""
    words = index_words(ideas, background=BACKGROUND, organisations=organisations or {}, vocabulary=vocabulary)
    chosen = encoder or FakeEncoder()
    return index_sentences(
        index_meaning(words, encoder=chosen, background=BACKGROUND),
        encoder=chosen,
        background=BACKGROUND,
        vocabulary=vocabulary,
    )
