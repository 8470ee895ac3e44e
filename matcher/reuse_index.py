"""What reuse verdicts read, computed once for a moment of the data and never changed after."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.catalogue import Catalogue
from matcher.compared_texts import ComparedTexts
from matcher.concepts import ConceptReader
from matcher.partner_index import PartnerIndex
from matcher.passage import Passage
from matcher.project_names import list_project_names
from matcher.search_index import SearchIndex
from matcher.shared_words import (
    Mentions,
    Rarities,
    ReadWord,
    measure_rarities,
    read_mentions,
    read_words,
    widen_mentions,
)
from matcher.theme_words import list_place_names
from models.embeddings import Vectors
from models.project import Project
from models.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class ReuseIndex:
    """The projects that say what they are about, and the words of projects and ideas.

    `projects` are in the order of their ids; `profiles` (n_described, n_dims) and `crowding` (n_described,) are theirs,
    plain as in `SearchIndex`, for words in common are counted apart; rows `bounds[p]` to `bounds[p + 1]` of
    `sentence_vectors` are those of the main sentences of project p, whose `passages` have them as written. `names` are
    those by which a project is called, and `project_mentions` and, in the order of the search index, `idea_mentions`
    what each text is about; `idea_words` are the words of ideas one by one.
    `n_projects` counts all of the register.
    """

    projects: tuple[Project, ...]
    passages: tuple[Passage, ...]
    profiles: Vectors
    crowding: NDArray[np.float32]
    sentence_vectors: Vectors
    bounds: NDArray[np.intp]
    names: tuple[tuple[str, ...], ...]
    project_mentions: tuple[Mentions, ...]
    idea_mentions: tuple[Mentions, ...]
    idea_words: tuple[tuple[ReadWord, ...], ...]
    rarities: Rarities
    reader: ConceptReader
    n_projects: int


def index_reuse(
    catalogue: Catalogue, search_index: SearchIndex, partner_index: PartnerIndex, *, vocabulary: Vocabulary
) -> ReuseIndex:
    """Return what verdicts read; encodes nothing.

    Parameters
    ----------
    catalogue, search_index, partner_index : of one moment
    vocabulary : by which words of three languages are the same
    """
    reader = ConceptReader.build(
        vocabulary, place_names=list_place_names(catalogue), lemmatiser=search_index.lemmatiser
    )
    rows, projects = _list_described(catalogue, partner_index)
    texts = partner_index.project_texts
    passages = () if texts is None else tuple(texts.passages[row] for row in rows)
    project_mentions = tuple(read_mentions(passage, reader) for passage in passages)
    idea_mentions = tuple(read_mentions(passage, reader) for passage in search_index.passages)
    rarities = measure_rarities((*project_mentions, *idea_mentions))
    profiles, crowding, sentence_vectors = _take_vectors(texts, rows)
    return ReuseIndex(
        projects=projects,
        passages=passages,
        profiles=profiles,
        crowding=crowding,
        sentence_vectors=sentence_vectors,
        bounds=np.cumsum([0, *(passage.n_main for passage in passages)]).astype(np.intp),
        names=tuple(list_project_names(project.title or "") for project in projects),
        project_mentions=tuple(widen_mentions(each, reader.broader) for each in project_mentions),
        idea_mentions=tuple(widen_mentions(each, reader.broader) for each in idea_mentions),
        idea_words=tuple(read_words(passage, reader, rarities) for passage in search_index.passages),
        rarities=rarities,
        reader=reader,
        n_projects=len(catalogue.projects),
    )


def _list_described(catalogue: Catalogue, partner_index: PartnerIndex) -> tuple[list[int], tuple[Project, ...]]:
    """Return the projects with a description and their rows among the texts of projects.

    A title alone, as of a grant, tells too little to say that it is the same.
    """
    ids = [partner_index.history.project_ids[row] for row in partner_index.text_rows]
    found = [(row, catalogue.projects[each]) for row, each in enumerate(ids) if catalogue.projects[each].description]
    return [row for row, _ in found], tuple(project for _, project in found)


def _take_vectors(texts: ComparedTexts | None, rows: Sequence[int]) -> tuple[Vectors, NDArray[np.float32], Vectors]:
    """Return profiles, crowding and vectors of main sentences of some texts."""
    if texts is None or not rows:
        nothing = np.zeros((0, 0), dtype=np.float32)
        return nothing, nothing.ravel(), nothing
    sentence_vectors = np.concatenate([texts.list_main_vectors(row) for row in rows])
    return texts.plain_profiles[rows], texts.plain_crowding[rows], sentence_vectors
