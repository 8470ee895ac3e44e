"""Whether an idea has been done: its verdict against the register and the other ideas, with what it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

import numpy as np

from matcher.closeness import measure_closeness
from matcher.compared_texts import compare_texts
from matcher.passage import read_typed_passage
from matcher.ports import Encoder
from matcher.project_state import find_state
from matcher.reuse_index import ReuseIndex
from matcher.reuse_points import IDEA_WEIGHTS, PROJECT_WEIGHTS, OtherText, OwnText, judge_points, weigh_reuse
from matcher.search_index import SearchIndex
from matcher.shared_words import read_mentions, read_words, widen_mentions
from models.call import Call, CallId
from models.embeddings import Vectors
from models.idea import IdeaId, IdeaStatus
from models.language import LanguageCode
from models.project import Project, ProjectId, ProjectState
from models.reuse import Confidence, IdeaFinding, ProjectFinding, ReuseAnswer, ReuseEvidence, ReuseFinding, ReuseVerdict

N_FINDINGS: Final = 5
"""How many findings are told; taste: more are not read."""
_N_NEAREST: Final = 20
"""How many of the closest ideas are read word by word; those beyond are too far for any words in common."""
LEADS_ON_MIN: Final = 1.2
"""Points from which an idea that is alike leads on to the projects that have made it; measured, see docs/method.md."""
_VERDICTS: Final = tuple(ReuseVerdict)
_CONFIDENCES: Final = tuple(Confidence)


def assess_idea(
    search_index: SearchIndex,
    reuse_index: ReuseIndex,
    *,
    idea_id: IdeaId,
    calls: Mapping[CallId, Call],
    today: date,
) -> ReuseAnswer:
    """Return whether what an idea asks for has been made, is being made, or is asked for by others.

    Parameters
    ----------
    search_index, reuse_index : of one moment
    idea_id : an idea of the index; it is never its own like, nor is one that was withdrawn
    calls : that tell when the projects they paid for end
    today : by which projects are running or over

    Returns
    -------
    the verdict and its findings, at most `N_FINDINGS`: what is clear before what is alike, then by verdict, the
    thriftiest first, then by descending points, ties by id

    Raises
    ------
    UnknownIdeaError : if there is no such idea
    """
    own_row = search_index.find_row(idea_id)
    own = _read_idea(search_index, reuse_index, own_row)
    return _assess(search_index, reuse_index, own=own, own_row=own_row, calls=calls, today=today)


def assess_text(
    search_index: SearchIndex,
    reuse_index: ReuseIndex,
    *,
    text: str,
    language: LanguageCode,
    encoder: Encoder,
    calls: Mapping[CallId, Call],
    today: date,
) -> ReuseAnswer:
    """Return the same for what somebody is writing.

    Parameters
    ----------
    text : what it is about, at least one letter or digit; its first sentence is read as a title
    language : the language the text is in
    encoder : the one that made the indexes; the text is encoded, sentence by sentence too
    other parameters, returns : as for `assess_idea`

    Raises
    ------
    EmptyQueryError : if the text has no words
    """
    passage = read_typed_passage(text, language, search_index.lemmatiser)
    compared = compare_texts([passage], search_index, encoder=encoder)
    assert compared is not None  # noqa: S101 - a reuse index is made after what it takes
    own = OwnText(
        passage,
        compared.plain_profiles[0],
        float(compared.plain_crowding[0]),
        compared.list_main_vectors(0),
        widen_mentions(read_mentions(passage, reuse_index.reader), reuse_index.reader.broader),
        read_words(passage, reuse_index.reader, reuse_index.rarities),
    )
    return _assess(search_index, reuse_index, own=own, own_row=None, calls=calls, today=today)


def choose_verdict(project: Project, state: ProjectState | None) -> ReuseVerdict:
    """Return what a project calls for: to adopt what anybody may use or what is finished, to join what goes on.

    Where nothing tells whether it goes on, there is something to adopt at best and somebody to ask at worst.
    """
    if project.licence is None and state is ProjectState.RUNNING:
        return ReuseVerdict.JOIN
    return ReuseVerdict.ADOPT


def _assess(
    search_index: SearchIndex,
    reuse_index: ReuseIndex,
    *,
    own: OwnText,
    own_row: int | None,
    calls: Mapping[CallId, Call],
    today: date,
) -> ReuseAnswer:
    """Return the verdict on a text, or on the idea of a row."""
    rows = [
        row for row, idea in enumerate(search_index.ideas) if row != own_row and idea.status is not IdeaStatus.WITHDRAWN
    ]
    ideas = _find_ideas(search_index, reuse_index, own=own, rows=rows)
    projects = _find_projects(reuse_index, own=own, ideas=ideas, calls=calls, today=today)
    findings: list[ReuseFinding] = [*projects, *ideas]
    findings.sort(key=_rank)
    return ReuseAnswer(
        verdict=findings[0].verdict if findings else ReuseVerdict.NEW,
        findings=tuple(findings[:N_FINDINGS]),
        n_projects=reuse_index.n_projects,
        n_described=len(reuse_index.projects),
        n_ideas=len(rows),
        searched_on=today,
    )


def _rank(finding: ReuseFinding) -> tuple[int, int, float, str]:
    """Return what findings are sorted by."""
    own_id = finding.project_id if isinstance(finding, ProjectFinding) else f"{finding.idea_id:012}"
    return (
        _CONFIDENCES.index(finding.confidence),
        _VERDICTS.index(finding.verdict),
        -finding.evidence.points,
        own_id,
    )


def _find_projects(
    index: ReuseIndex, *, own: OwnText, ideas: Iterable[IdeaFinding], calls: Mapping[CallId, Call], today: date
) -> Iterator[ProjectFinding]:
    """Give the projects that a text is like, and those that have made what an idea much like it asks for.

    Two sure steps, from the text to an idea that is clearly the same and from there to its project, make one sure step.
    """
    leading = _list_leading(ideas)
    for project, evidence, confidence in _weigh_projects(index, own):
        idea = leading.get(project.id)
        if confidence is None and idea is None:
            continue
        is_clear = confidence is Confidence.CLEAR or (idea is not None and idea.confidence is Confidence.CLEAR)
        known = find_state(project, calls, today=today)
        yield ProjectFinding(
            project_id=project.id,
            verdict=choose_verdict(project, known.state),
            confidence=Confidence.CLEAR if is_clear else Confidence.ALIKE,
            evidence=evidence,
            state=known.state,
            is_state_stated=known.is_stated,
            via_idea_id=idea.idea_id if idea is not None and confidence is None else None,
        )


def _list_leading(ideas: Iterable[IdeaFinding]) -> dict[ProjectId, IdeaFinding]:
    """Return the projects that ideas lead on to, each with the one of most points."""
    ordered = sorted(ideas, key=lambda idea: (idea.evidence.points, -idea.idea_id))
    return {own: idea for idea in ordered if idea.evidence.points >= LEADS_ON_MIN for own in idea.project_ids}


def _weigh_projects(index: ReuseIndex, own: OwnText) -> Iterator[tuple[Project, ReuseEvidence, Confidence | None]]:
    """Give the described projects, by id, each with what speaks for it and how surely a text is like it, if at all."""
    if not index.projects:
        return
    similarity = index.profiles @ own.profile
    closeness = measure_closeness(similarity, crowding=index.crowding, own_crowding=own.crowding)
    for row, project in enumerate(index.projects):
        other = OtherText(
            index.passages[row],
            float(similarity[row]),
            float(closeness[row]),
            index.sentence_vectors[index.bounds[row] : index.bounds[row + 1]],
            index.project_mentions[row],
            index.names[row],
        )
        evidence = weigh_reuse(own, other, rarities=index.rarities, weights=PROJECT_WEIGHTS)
        yield project, evidence, judge_points(evidence.points, PROJECT_WEIGHTS)


def _find_ideas(
    search_index: SearchIndex, index: ReuseIndex, *, own: OwnText, rows: Sequence[int]
) -> list[IdeaFinding]:
    """Return the ideas among `rows` that ask for the same as a text."""
    if not rows:
        return []
    assert search_index.plain_profiles is not None  # noqa: S101 - a reuse index is made after them
    assert search_index.plain_crowding is not None  # noqa: S101
    similarity = search_index.plain_profiles[rows] @ own.profile
    closeness = measure_closeness(similarity, crowding=search_index.plain_crowding[rows], own_crowding=own.crowding)
    findings = []
    for place in np.argsort(-closeness, kind="stable")[:_N_NEAREST].tolist():
        row = rows[place]
        other = OtherText(
            search_index.passages[row],
            float(similarity[place]),
            float(closeness[place]),
            _list_main_vectors(search_index, row),
            index.idea_mentions[row],
        )
        evidence = weigh_reuse(own, other, rarities=index.rarities, weights=IDEA_WEIGHTS)
        confidence = judge_points(evidence.points, IDEA_WEIGHTS)
        if confidence is not None:
            made = _weigh_projects(index, _read_idea(search_index, index, row))
            findings.append(
                IdeaFinding(
                    idea_id=search_index.ideas[row].id,
                    confidence=confidence,
                    evidence=evidence,
                    project_ids=tuple(project.id for project, _, sure in made if sure is Confidence.CLEAR),
                )
            )
    return findings


def _read_idea(search_index: SearchIndex, index: ReuseIndex, row: int) -> OwnText:
    """Return the idea of a row as a text that is asked about."""
    assert search_index.plain_profiles is not None  # noqa: S101 - a reuse index is made after them
    assert search_index.plain_crowding is not None  # noqa: S101
    return OwnText(
        search_index.passages[row],
        search_index.plain_profiles[row],
        float(search_index.plain_crowding[row]),
        _list_main_vectors(search_index, row),
        index.idea_mentions[row],
        index.idea_words[row],
    )


def _list_main_vectors(index: SearchIndex, row: int) -> Vectors:
    """Return the vectors of the main sentences of an idea."""
    assert index.sentence_vectors is not None  # noqa: S101 - a reuse index is made after them
    begin = index.bounds[row]
    return index.sentence_vectors[begin : begin + index.passages[row].n_main]
