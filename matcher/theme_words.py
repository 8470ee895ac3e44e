"""What the themes of a map are named from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from matcher.catalogue import Catalogue
from matcher.clustering import Labels
from matcher.lemmas import lemmatise, split_words
from matcher.mapped_ideas import MappedIdeas
from matcher.pipeline import NO_BACKGROUND, Background
from matcher.theme_names import Names, name_themes
from models.vocabulary import NO_VOCABULARY, Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What themes are named from: the vocabulary, the background that tells common words, and names of places."""

    vocabulary: Vocabulary = NO_VOCABULARY
    background: Background = field(default_factory=lambda: NO_BACKGROUND)
    place_names: Collection[str] = ()

    def name_clusters(
        self, ideas: MappedIdeas, labels: Labels, *, previous: Sequence[Names | None] = ()
    ) -> tuple[Names, ...]:
        """Return the keywords of each cluster, as `name_themes` chooses them; previous ones stay while they hold."""
        return name_themes(
            ideas.list_lemmas(),
            ideas.languages,
            labels,
            vocabulary=self.vocabulary,
            background=[[lemmatise(text, language) for text in texts] for language, texts in self.background.items()],
            place_names=self.place_names,
            previous=previous,
        )


def list_place_names(catalogue: Catalogue) -> frozenset[str]:
    """Return the words of all names and spellings of organisations and regions, in lower case."""
    names = [
        *(name for each in catalogue.organisations.values() for name in (each.name.fi, each.name.sv, each.name.en)),
        *(name for each in catalogue.regions.values() for name in (each.name.fi, each.name.sv, each.name.en)),
        *(alias.spelling for alias in catalogue.aliases if not alias.common_word),
    ]
    return frozenset(word.casefold() for name in names for word in split_words(name))
