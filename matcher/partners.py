"""Suggests partners: for an idea, for a text with a lead, and for an organisation."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from matcher.compared_texts import compare_texts
from matcher.inquiry import Inquiry, ask_for_idea, ask_for_text, find_asking, read_typed_text
from matcher.named_places import leave_out_refusals
from matcher.partner_index import PartnerIndex
from matcher.partner_points import DEFAULT_WEIGHTS, PartnerWeights, weigh_partners
from matcher.partner_reasons import explain_points, list_shared_projects
from matcher.partner_standing import Standing, count_without_projects
from matcher.passage import read_typed_passage
from matcher.ports import Encoder
from matcher.search import measure_relevance
from matcher.search_index import SearchIndex
from models.errors import UnknownOrganisationError
from models.idea import IdeaId
from models.language import LanguageCode
from models.organisation import OrganisationId
from models.suggestion import PartName, PartnerSuggestion

N_SUGGESTIONS: Final = 10
"""How many are suggested unless asked otherwise; taste: more are not phoned."""
QUERY_WORDS_MAX: Final = 24
"""Most words of a text that is also read as a search; longer ones say enough to be compared as ideas are. Taste."""
_OF_PAST_PROJECTS: Final = frozenset({PartName.WALK, PartName.TIES})


def suggest_for_idea(
    search_index: SearchIndex,
    partner_index: PartnerIndex,
    *,
    idea_id: IdeaId,
    n_suggestions: int = N_SUGGESTIONS,
    weights: PartnerWeights = DEFAULT_WEIGHTS,
) -> tuple[PartnerSuggestion, ...]:
    """Return the organisations most worth asking to join an idea.

    Parameters
    ----------
    search_index, partner_index : of one moment
    idea_id : an idea of the index
    n_suggestions : int > 0; fewer come back where there are fewer candidates
    weights : of the signals, see `weigh_partners`

    Returns
    -------
    by descending points, ties by organisation id; the idea's own parties are never among them

    Raises
    ------
    UnknownIdeaError : if there is no such idea
    """
    inquiry = ask_for_idea(partner_index, search_index, search_index.find_row(idea_id))
    return _suggest(partner_index, search_index, [inquiry], n_suggestions=n_suggestions, weights=weights)


def suggest_for_text(
    search_index: SearchIndex,
    partner_index: PartnerIndex,
    *,
    text: str,
    language: LanguageCode,
    lead_id: OrganisationId | None,
    encoder: Encoder,
    n_suggestions: int = N_SUGGESTIONS,
    weights: PartnerWeights = DEFAULT_WEIGHTS,
) -> tuple[PartnerSuggestion, ...]:
    """Return the organisations most worth asking to join what somebody is writing.

    Parameters
    ----------
    text : what it is about, at least one letter or digit; its first sentence is read as a title
    language : the language the text is in
    lead_id : the organisation that would lead, None where that is open; an associate, which is nowhere, adds neither
        ties nor distance
    encoder : the one that made the indexes; the text is encoded, sentence by sentence too
    other parameters, returns : as for `suggest_for_idea`; the lead is never among them

    Raises
    ------
    EmptyQueryError : if the text has no words
    UnknownOrganisationError : if there is no such lead
    """
    if lead_id is not None and lead_id not in partner_index.successors:
        raise UnknownOrganisationError(lead_id)
    naming = read_typed_passage(text, language, search_index.lemmatiser)
    matter = leave_out_refusals(text, language, partner_index.named_columns)
    passage = read_typed_passage(matter, language, search_index.lemmatiser)
    compared = compare_texts([passage], search_index, encoder=encoder)
    relevance = None
    if compared is not None and len(passage.lemmas) <= QUERY_WORDS_MAX:
        relevance = measure_relevance(
            search_index, passage.text, language=language, query_vector=compared.raw_vectors[0]
        )
    inquiry_text = None if compared is None else read_typed_text(compared, naming=naming, relevance=relevance)
    inquiry = ask_for_text(partner_index, inquiry_text, lead_id)
    return _suggest(partner_index, search_index, [inquiry], n_suggestions=n_suggestions, weights=weights)


def suggest_for_organisation(
    search_index: SearchIndex,
    partner_index: PartnerIndex,
    *,
    organisation_id: OrganisationId,
    n_suggestions: int = N_SUGGESTIONS,
    weights: PartnerWeights = DEFAULT_WEIGHTS,
) -> tuple[PartnerSuggestion, ...]:
    """Return the organisations most worth asking by one: over all its ideas, or by past projects where it has none.

    Every candidate is suggested for the idea for which it has most points; what was withdrawn is no longer asked for.
    Nobody is suggested to an associate, which may not apply.

    Parameters
    ----------
    organisation_id : any organisation that is known; one that has ended is asked for as what it merged into
    other parameters, returns : as for `suggest_for_idea`

    Raises
    ------
    UnknownOrganisationError : if there is no such organisation
    """
    if organisation_id not in partner_index.successors:
        raise UnknownOrganisationError(organisation_id)
    start, asking = find_asking(partner_index, [organisation_id])
    if not asking:
        return ()
    rows = sorted(partner_index.list_idea_rows(asking[0]), key=lambda row: search_index.ideas[row].id)
    inquiries = [ask_for_idea(partner_index, search_index, row) for row in rows]
    inquiries = inquiries or [Inquiry(start, asking, frozenset(asking))]
    return _suggest(partner_index, search_index, inquiries, n_suggestions=n_suggestions, weights=weights)


def _suggest(
    index: PartnerIndex,
    search_index: SearchIndex,
    inquiries: Sequence[Inquiry],
    *,
    n_suggestions: int,
    weights: PartnerWeights,
) -> tuple[PartnerSuggestion, ...]:
    """Return the best candidates over all inquiries, each for the first inquiry that gives it most points."""
    found = [weigh_partners(index, search_index, inquiry=inquiry, weights=weights) for inquiry in inquiries]
    standing = Standing(np.stack([points.totals for points in found]))
    suggestions = []
    for column in standing.list_best(n_suggestions):
        chosen = standing.find_inquiry(column)
        row = inquiries[chosen].row
        shared = list_shared_projects(index, inquiries[chosen], column)
        lost = count_without_projects(index, found[chosen], column=column, rows=shared, weights=weights)
        parts = explain_points(index, search_index, inquiry=inquiries[chosen], points=found[chosen], column=column)
        total = math.fsum(part.points for part in parts)
        suggestions.append(
            PartnerSuggestion(
                organisation_id=index.candidate_ids[column],
                points=total,
                score=1 / (1 + math.exp(-total)),
                parts=tuple(
                    standing.tell_rank_without(
                        part, chosen, column=column, lost=lost if part.name in _OF_PAST_PROJECTS else None
                    )
                    for part in parts
                ),
                rank=standing.find_rank(column),
                idea_id=None if row is None else search_index.ideas[row].id,
                prospects=standing.list_prospects(found[chosen], chosen, column=column, weights=weights),
            )
        )
    return tuple(suggestions)
