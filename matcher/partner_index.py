"""What suggestions of partners read, computed once for a moment of the data and never changed after."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from matcher.catalogue import Catalogue
from matcher.compared_texts import ComparedTexts, compare_texts
from matcher.complements import Complement, find_complements
from matcher.concepts import ConceptReader
from matcher.named_places import NamedPlaces, find_named, list_names
from matcher.partner_history import PartnerHistory, build_history, find_successor, read_past, read_register
from matcher.partner_signals import Signal, place_on_sphere
from matcher.passage import Passage
from matcher.ports import Encoder
from matcher.search_index import SearchIndex
from matcher.theme_words import list_place_names
from models.idea import Idea, IdeaStatus, PartyRole
from models.language import LanguageCode
from models.organisation import Neighbours, Organisation, OrganisationId, OrganisationKind
from models.vocabulary import NO_VOCABULARY, Vocabulary

MEMBER_SHARE: Final = 0.7
"""What an idea counts for its members beside its lead, who owns it and answers for it; taste."""


@dataclass(frozen=True, slots=True, eq=False)
class PartnerIndex:
    """The organisations that can be suggested and what is known of them.

    Column c of every array is `candidate_ids[c]`; candidates stand in the order of their ids. `places` (n_candidates,
    3) are unit vectors on the globe, NaN where the seat is not known; `region_ids` (n_candidates,) are empty where
    there is none; `borders` (n_candidates, n_candidates) is non-zero between neighbours. Row i of `proposals` (n_ideas,
    n_candidates) is 1 for the lead of idea i of the search index and less for its members, and row p of `history` is
    project p.
    `project_texts` are the projects that say what they were about, `text_rows` (n_texts,) their rows in the history;
    None while only words can be searched. `authority_members` are the candidates that a joint authority stands for,
    `successors` what every known organisation is today, mostly itself;
    `named_columns` the candidates by name in lower case. `populations` (n_candidates,) are NaN where not known, and
    `official_languages` (n_candidates,) empty. `complements` are the needs and offers of ideas that answer each other,
    by the rows of both.
    """

    candidate_ids: tuple[OrganisationId, ...]
    columns: Mapping[OrganisationId, int]
    places: NDArray[np.float64]
    region_ids: NDArray[np.str_]
    borders: csr_array
    proposals: csr_array
    history: PartnerHistory
    project_texts: ComparedTexts | None
    text_rows: NDArray[np.intp]
    authority_members: Mapping[OrganisationId, tuple[OrganisationId, ...]]
    successors: Mapping[OrganisationId, OrganisationId]
    named_columns: Mapping[str, int]
    populations: Signal
    official_languages: tuple[frozenset[LanguageCode], ...]
    complements: Mapping[int, tuple[Complement, ...]]

    def find_named(self, passage: Passage) -> NamedPlaces:
        """Return whom a text names and whom it refuses, by column; see `matcher/named_places.py`."""
        return find_named(passage, self.named_columns)

    def find_column(self, organisation_id: OrganisationId) -> int | None:
        """Return the column of an organisation, or of what it merged into; None where that can't be suggested."""
        return self.columns.get(self.successors.get(organisation_id, organisation_id))

    def list_idea_rows(self, column: int) -> list[int]:
        """Return the rows of the ideas that an organisation is a party of, in order."""
        rows: list[int] = np.flatnonzero(self.proposals[:, [column]].toarray()).tolist()
        return rows


def index_partners(
    catalogue: Catalogue, search_index: SearchIndex, *, encoder: Encoder, vocabulary: Vocabulary = NO_VOCABULARY
) -> PartnerIndex:
    """Return what suggestions read.

    Parameters
    ----------
    catalogue : organisations, neighbours and the register
    search_index : the ideas of the same catalogue; without vectors suggestions rest on ties and distance alone
    encoder : the one that made the search index, with its cache: only projects that are new are encoded
    vocabulary : by which needs and offers in three languages have words in common

    Notes
    -----
    Candidates are the municipalities and joint authorities of today. Projects are calibrated with the means of the
    ideas, so a changed idea changes vectors of projects a little and encodes none. Neither the order of ideas,
    organisations and projects nor anything random matters.
    """
    organisations = catalogue.organisations
    candidates = sorted(filter(_can_be_suggested, organisations.values()), key=lambda each: each.id)
    candidate_ids = tuple(each.id for each in candidates)
    columns = {organisation_id: column for column, organisation_id in enumerate(candidate_ids)}
    successors = {each: find_successor(each, organisations) for each in organisations}
    rows = sorted(read_register(tuple(catalogue.projects.values()), organisations), key=lambda row: row.project_id)
    text_rows = [position for position, row in enumerate(rows) if row.has_text]
    passages = [read_past(rows[position]) for position in text_rows]
    return PartnerIndex(
        candidate_ids=candidate_ids,
        columns=columns,
        places=_place_candidates(candidates, organisations),
        region_ids=np.array([_find_region(each, organisations) for each in candidates], dtype=np.str_),
        borders=_draw_borders([pair for pairs in catalogue.neighbours.values() for pair in pairs], columns),
        proposals=_tell_parties(search_index.ideas, columns, successors),
        history=build_history(rows, candidate_ids),
        project_texts=compare_texts(passages, search_index, encoder=encoder),
        text_rows=np.array(text_rows, dtype=np.intp),
        authority_members={
            each.id: tuple(member for member in dict.fromkeys(each.member_ids) if member in columns)
            for each in candidates
            if each.member_ids
        },
        successors=successors,
        named_columns=list_names(candidates),
        populations=np.array([each.population or np.nan for each in candidates], dtype=np.float64),
        official_languages=tuple(each.official_languages for each in candidates),
        complements=find_complements(
            search_index,
            reader=ConceptReader.build(
                vocabulary, place_names=list_place_names(catalogue), lemmatiser=search_index.lemmatiser
            ),
        ),
    )


def forget_projects(index: PartnerIndex, rows: Collection[int]) -> PartnerIndex:
    """Return an index that does not know who was in some projects of its history."""
    membership = index.history.membership
    is_kept = np.array([row not in rows for row in range(membership.shape[0])], dtype=np.float64)
    kept = csr_array(diags_array(is_kept) @ membership)
    kept.eliminate_zeros()
    return replace(index, history=replace(index.history, membership=kept))


def _can_be_suggested(organisation: Organisation) -> bool:
    """Return whether an organisation may apply and has not ended."""
    is_ended = organisation.valid_to is not None or organisation.successor_id is not None
    return organisation.kind is not OrganisationKind.ASSOCIATE and not is_ended


def _place_candidates(
    candidates: Sequence[Organisation], organisations: Mapping[OrganisationId, Organisation]
) -> NDArray[np.float64]:
    """Return where candidates are: their seats, or the middle of the seats of a joint authority's members."""
    places = np.full((len(candidates), 3), np.nan)
    for row, candidate in enumerate(candidates):
        seats = [candidate, *(organisations[each] for each in candidate.member_ids if each in organisations)]
        known = [(each.latitude, each.longitude) for each in seats if each.latitude is not None]
        if candidate.latitude is not None:
            known = known[:1]
        if known:
            degrees = np.array(known, dtype=np.float64)
            middle = place_on_sphere(degrees[:, 0], degrees[:, 1]).mean(axis=0)
            places[row] = middle / np.linalg.norm(middle)
    return places


def _find_region(organisation: Organisation, organisations: Mapping[OrganisationId, Organisation]) -> str:
    """Return the region of an organisation, of a joint authority that of all its members; empty where there is none."""
    if organisation.region_id is not None:
        return organisation.region_id
    regions = {organisations[each].region_id for each in organisation.member_ids if each in organisations}
    only = regions.pop() if len(regions) == 1 else None
    return only or ""


def _draw_borders(pairs: Sequence[Neighbours], columns: Mapping[OrganisationId, int]) -> csr_array:
    """Return which candidates are neighbours; symmetric, shape (n_candidates, n_candidates)."""
    known = [
        (pair.first_id, pair.second_id) for pair in pairs if pair.first_id in columns and pair.second_id in columns
    ]
    places = sorted({(columns[one], columns[other]) for pair in known for one, other in (pair, pair[::-1])})
    first, second = np.array(places, dtype=np.int32).reshape(-1, 2).T
    return csr_array((np.ones(len(places), dtype=np.bool_), (first, second)), shape=(len(columns), len(columns)))


def _tell_parties(
    ideas: Sequence[Idea],
    columns: Mapping[OrganisationId, int],
    successors: Mapping[OrganisationId, OrganisationId],
) -> csr_array:
    """Return how much each idea is whose, shape (n_ideas, n_candidates); what was withdrawn is nobody's."""
    shares: dict[tuple[int, int], float] = {}
    for row, idea in enumerate(ideas):
        for party in idea.parties:
            if party.organisation_id is None or idea.status is IdeaStatus.WITHDRAWN:
                continue
            column = columns.get(successors.get(party.organisation_id, party.organisation_id))
            if column is None:
                continue
            share = 1.0 if party.role is PartyRole.LEAD else MEMBER_SHARE
            shares[row, column] = max(shares.get((row, column), 0.0), share)
    rows, owners = np.array(list(shares), dtype=np.int32).reshape(-1, 2).T
    return csr_array((np.array(list(shares.values())), (rows, owners)), shape=(len(ideas), len(columns)))
