"""Everything a search reads, computed from the ideas of one moment and never changed after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from matcher.calibration import Calibrator
from matcher.concept_vectors import ConceptVectors
from matcher.lemmas import Lemmatiser, lemmatise
from matcher.lexical import NO_TRANSLATIONS, LexicalIndex
from matcher.passage import Passage
from matcher.translations import Translations
from matcher.wording import WordingIndex
from models.embeddings import Vectors
from models.errors import UnknownIdeaError
from models.idea import Idea, IdeaId


@dataclass(frozen=True, slots=True, eq=False)
class SearchIndex:
    """Ideas with their passages, words and, once the model is there, vectors.

    Row i of `vectors` (n_ideas, n_dims) is the embedding of `ideas[i]`, `languages[i]` its language; rows `bounds[i]`
    to `bounds[i + 1]` of `sentence_vectors` (n_sentences, n_dims) are those of its sentences. Row i of `plain_profiles`
    (n_ideas, n_dims) is both together, for themes and for what counts words apart; row i of `profiles` has besides what
    the idea names of the `concepts`: by these ideas are compared with one another. `plain_crowding` and `crowding`
    (n_ideas,) are the mean similarities of the nearest by either. All vectors are calibrated, those of ideas by
    `calibrator` and those of sentences by `sentence_calibrator`, and of unit length. `lemmatiser` made the passages'
    lemmas and makes those of queries, which `translations` say in other languages; `named_rows` has the ideas by
    reference, title and parties' names, folded.
    The vectors and calibrators are None while only words can be searched; those of sentences follow those of ideas.
    """

    ideas: Sequence[Idea]
    passages: Sequence[Passage]
    lexical: LexicalIndex
    wording: WordingIndex
    bounds: NDArray[np.intp]
    languages: NDArray[np.str_]
    lemmatiser: Lemmatiser = lemmatise
    translations: Translations = NO_TRANSLATIONS
    named_rows: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    vectors: Vectors | None = None
    sentence_vectors: Vectors | None = None
    plain_profiles: Vectors | None = None
    plain_crowding: NDArray[np.float32] | None = None
    profiles: Vectors | None = None
    crowding: NDArray[np.float32] | None = None
    calibrator: Calibrator | None = None
    sentence_calibrator: Calibrator | None = None
    concepts: ConceptVectors | None = None

    def find_row(self, idea_id: IdeaId) -> int:
        """Return the row of an idea; raise UnknownIdeaError where it is not in the index."""
        row = next((row for row, idea in enumerate(self.ideas) if idea.id == idea_id), None)
        if row is None:
            raise UnknownIdeaError(idea_id)
        return row
