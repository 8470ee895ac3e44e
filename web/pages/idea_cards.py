"""An idea in short, as lists of ideas show it."""

from dataclasses import dataclass
from typing import Final

from matcher.catalogue import Catalogue
from matcher.sentences import split_sentences
from models.idea import Idea, IdeaId, IdeaStatus, Origin
from models.language import LanguageCode
from models.search import SearchHit
from web.closeness import Closeness
from web.pages.parties import describe_party, name_party

_EXCERPT_CHARACTERS: Final = 240  # taste: three lines in a card of half the page


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaCard:
    """What a card shows.

    `lead` is the name of the lead in the reader's language, as written where it was not recognised, empty where nobody
    leads; `region` is where the lead is, empty where that is not known; `excerpt` is the sentence that answers a
    search, else the beginning of the text; `words` are those to mark; `closeness` is None where nothing was sought, and
    `by_meaning_only` then tells that no word was shared.
    """

    id: IdeaId
    title: str
    language: LanguageCode
    lead: str
    region: str
    year: int | None
    status: IdeaStatus
    origin: Origin
    excerpt: str
    words: tuple[str, ...] = ()
    closeness: Closeness | None = None
    by_meaning_only: bool = False


def make_card(
    idea: Idea,
    catalogue: Catalogue,
    language: LanguageCode,
    *,
    hit: SearchHit | None = None,
    closeness: Closeness | None = None,
) -> IdeaCard:
    """Return the card of an idea for readers of `language`, with what a search found in it and how near it is."""
    best = "" if hit is None else hit.best_sentence
    lead = None if idea.lead is None else describe_party(idea.lead, catalogue)
    excerpt = best if best and best != idea.title else _begin(idea.text)
    return IdeaCard(
        id=idea.id,
        title=idea.title,
        language=idea.language,
        lead="" if lead is None else name_party(lead, language),
        region="" if lead is None or lead.region is None else lead.region.name.in_language(language),
        year=idea.year,
        status=idea.status,
        origin=idea.origin,
        excerpt=shorten(excerpt),
        words=() if hit is None else hit.matched_words,
        closeness=closeness,
        by_meaning_only=hit is not None and not hit.matched_words and hit.word_score == 0,
    )


def shorten(text: str, n_characters: int = _EXCERPT_CHARACTERS) -> str:
    """Return the text cut between words where it is longer than `n_characters`.

    Examples
    --------
    >>> shorten("Koulukyydit naapurikunnan kanssa", 20)
    'Koulukyydit …'
    """
    if len(text) <= n_characters:
        return text
    return text[: n_characters - 1].rpartition(" ")[0] + " …"


def _begin(text: str) -> str:
    """Return the first sentence of a text, the first two where the first is short."""
    sentences = split_sentences(text)
    if not sentences:
        return ""
    if len(sentences) > 1 and len(sentences[0]) < _EXCERPT_CHARACTERS // 3:
        return f"{sentences[0]} {sentences[1]}"
    return sentences[0]
