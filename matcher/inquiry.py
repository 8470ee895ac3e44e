"""For whom partners are sought, and for what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.compared_texts import ComparedTexts
from matcher.languages import find_certain_language
from matcher.partner_index import PartnerIndex
from matcher.passage import Passage
from matcher.search_index import SearchIndex
from models.embeddings import Vectors
from models.language import LanguageCode
from models.organisation import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InquiryText:
    """What is asked about: a passage with the vectors of its main sentences, its profile and crowding.

    `language` is the one that it is certain to be in, None where that is a guess. `relevance` (n_ideas,) in [0, 1] is
    how well each idea answers it as a search, None where it is no search or nothing answers it. `naming` is all that
    was written, in which names are looked for: the passage of a typed text leaves out what only refuses somebody.
    """

    passage: Passage
    main_vectors: Vectors
    profile: NDArray[np.float32]
    crowding: float
    language: LanguageCode | None
    naming: Passage
    relevance: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Inquiry:
    """For whom partners are sought, and for what.

    `start` tells how much each asking column counts for ties and walks, `excluded` which columns are not suggested.
    `row` is the idea asked for in the search index, None where there is none; `text` None where nothing is asked about.
    """

    start: Mapping[int, float]
    asking: tuple[int, ...]
    excluded: frozenset[int]
    text: InquiryText | None = None
    row: int | None = None


def read_inquiry_text(index: SearchIndex, row: int) -> InquiryText | None:
    """Return what an idea of the index asks about; None while only words can be searched."""
    if index.sentence_vectors is None or index.profiles is None or index.crowding is None:
        return None
    passage, begin = index.passages[row], index.bounds[row]
    return InquiryText(
        passage=passage,
        main_vectors=index.sentence_vectors[begin : begin + passage.n_main],
        profile=index.profiles[row],
        crowding=float(index.crowding[row]),
        language=passage.language,
        naming=passage,
    )


def read_typed_text(
    texts: ComparedTexts,
    row: int = 0,
    *,
    naming: Passage | None = None,
    relevance: NDArray[np.float32] | None = None,
) -> InquiryText:
    """Return what a text that is no idea asks about; `naming` and `relevance` as for `InquiryText`."""
    passage = texts.passages[row]
    return InquiryText(
        passage=passage,
        main_vectors=texts.list_main_vectors(row),
        profile=texts.profiles[row],
        crowding=float(texts.crowding[row]),
        language=find_certain_language(passage.text),
        naming=naming or passage,
        relevance=relevance,
    )


def ask_for_idea(index: PartnerIndex, search_index: SearchIndex, row: int) -> Inquiry:
    """Return whom and what an idea of the search index asks for."""
    parties = search_index.ideas[row].parties
    start, asking = find_asking(index, [each.organisation_id for each in parties if each.organisation_id is not None])
    return Inquiry(start, asking, frozenset(asking), read_inquiry_text(search_index, row), row)


def ask_for_text(index: PartnerIndex, text: InquiryText | None, lead_id: OrganisationId | None) -> Inquiry:
    """Return whom and what a text that is no idea asks for, with who would lead it, None where that is open."""
    start, asking = find_asking(index, [] if lead_id is None else [lead_id])
    return Inquiry(start, asking, frozenset(asking), text)


def find_asking(
    index: PartnerIndex, organisation_ids: Iterable[OrganisationId]
) -> tuple[dict[int, float], tuple[int, ...]]:
    """Return how much each column counts at the start of a walk, and the columns of those that ask themselves.

    A joint authority also stands for its members, which share one place at the start.
    """
    found = {index.find_column(each) for each in organisation_ids}
    asking = tuple(sorted(column for column in found if column is not None))
    start: dict[int, float] = {}
    for column in asking:
        members = index.authority_members.get(index.candidate_ids[column], ())
        for member in members:
            start[index.columns[member]] = start.get(index.columns[member], 0.0) + 1 / len(members)
    return start | dict.fromkeys(asking, 1.0), asking
