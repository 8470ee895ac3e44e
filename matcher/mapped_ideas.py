"""The ideas of a map, in the order of their ids."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from matcher.lemmas import lemmatise
from matcher.nearest_ideas import NearestIdeas, find_nearest_ideas
from matcher.search_index import SearchIndex
from models.embeddings import Vectors
from models.idea import Idea, IdeaId
from models.language import LanguageCode

_TITLE_WEIGHT: Final = 2
"""How often the words of a title count for the name of a theme; taste: a title says what an idea is about."""


@dataclass(frozen=True, slots=True, eq=False)
class MappedIdeas:
    """Ideas with their profiles, shape (n_ideas, n_dims), one a row, and how they lie among each other."""

    ideas: Sequence[Idea]
    profiles: Vectors
    nearest: NearestIdeas

    @classmethod
    def read(cls, index: SearchIndex) -> Self:
        """Return the ideas of an index, whatever their order there."""
        rows = sorted(range(len(index.ideas)), key=lambda row: index.ideas[row].id)
        assert index.plain_profiles is not None  # noqa: S101 - maps are drawn once meanings are known
        assert index.plain_crowding is not None  # noqa: S101 - the same
        profiles = index.plain_profiles[rows]
        nearest = find_nearest_ideas(profiles, crowding=index.plain_crowding[rows])
        return cls([index.ideas[row] for row in rows], profiles, nearest)

    @property
    def ids(self) -> list[IdeaId]:
        """Return the ids, in order."""
        return [idea.id for idea in self.ideas]

    @property
    def languages(self) -> list[LanguageCode]:
        """Return the languages, in the same order."""
        return [idea.language for idea in self.ideas]

    def list_lemmas(self) -> list[list[str]]:
        """Return the lemmas of each text and, counting more, of its title; needs and offers are much alike in all."""
        return [
            [*lemmatise(idea.title, idea.language) * _TITLE_WEIGHT, *lemmatise(idea.text, idea.language)]
            for idea in self.ideas
        ]
