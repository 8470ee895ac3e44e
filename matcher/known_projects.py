"""Past projects made ready for ranking partners by them, and the questions that a project asks of the past."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matcher.bm25 import Bm25Index, index_bm25
from matcher.calibration import Calibrator, find_kind
from matcher.history_signals import (
    Values,
    find_experience_signal,
    find_named_signal,
    find_nearest_signal,
    find_region_signal,
    find_text_signal,
    find_walk_signal,
    liken_names,
    liken_projects,
    weigh_names,
)
from matcher.partner_blend import TaughtChoice
from matcher.partner_history import HistoryRow, PartnerHistory, build_history
from matcher.pipeline import Background, calibrate_texts
from matcher.wording import WordingIndex, build_wording_index
from models.embeddings import Vectors
from models.organisation import OrganisationId
from models.partner_evaluation import HistorySignal, PastProject
from models.project import ProjectId

_DAYS_A_YEAR: Final = 365.25
_SISTER_LETTERS: Final = 40  # of the text, spaces and punctuation left out; what the Danish benchmark's note suggests
_TAUGHT_MEMBERS_MAX: Final = 10
"""Most members of one project that it is seen from; measured: more take longer and teach no better."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownProjects:
    """The past: row p of every array is `projects[p]`, column c of the membership `history.organisation_ids[c]`.

    `vectors` (n_projects, n_dims) are calibrated; `days` (n_projects,) count from 1970, NaN where the start is not
    known; `regions` (n_projects,) tell where projects are, empty where it is not told; `sisters` (n_projects,) number
    the groups of projects that are one work. `name_columns` and `name_weights` are the words of the names of
    organisations.
    """

    projects: tuple[PastProject, ...]
    history: PartnerHistory
    vectors: Vectors
    calibrator: Calibrator
    wording: WordingIndex
    bm25: Bm25Index
    days: Values
    regions: NDArray[np.str_]
    sisters: NDArray[np.intp]
    name_columns: dict[str, int]
    name_weights: csr_array

    @property
    def membership(self) -> csr_array:
        """Return who was in which project, shape (n_projects, n_organisations)."""
        return self.history.membership


@dataclass(frozen=True, slots=True, eq=False)
class ProjectQuestion:
    """A project whose members are sought from each one of them.

    `members` are the columns of all its known members; `dense`, `wording` and `words` (n_projects,) its similarities
    with the past by meaning, runs of letters and whole words; `is_seen` (n_projects,) tells which of the past may be
    used.
    """

    project: PastProject
    members: NDArray[np.intp]
    dense: Values
    wording: Values
    words: Values
    is_seen: NDArray[np.bool_]

    @property
    def likeness(self) -> Values:
        """Return how like the project each past one is, in standard deviations; shape (n_projects,)."""
        return liken_projects(self.dense, self.wording, self.words, self.is_seen)


def read_text(project: PastProject) -> str:
    """Return what is encoded and compared: title and text."""
    return "\n".join(part for part in (project.title, project.text) if part)


def name_sisters(project: PastProject) -> str:
    """Return the key that sister projects share: how the text begins."""
    return re.sub(r"\W", "", (project.text or project.title).casefold())[:_SISTER_LETTERS]


def know_projects(projects: Sequence[PastProject], raw: Vectors, *, background: Background) -> KnownProjects:
    """Return the past that projects make.

    Parameters
    ----------
    projects : the past, each id once; order does not matter
    raw : shape (n_projects + n_background, n_dims), vectors of `read_text` of each and of the background in its order
    background : the shipped sentences; a language that has none is centred on its own mean
    """
    order = sorted(range(len(projects)), key=lambda row: projects[row].id)
    past = tuple(projects[row] for row in order)
    raw = np.concatenate([raw[order], raw[len(projects) :]])
    texts = [read_text(project) for project in past]
    vectors, calibrator = calibrate_texts(texts, [project.language for project in past], raw=raw, background=background)
    history = build_history([_read_row(project) for project in past])
    keys = [name_sisters(project) for project in past]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    columns, weights = weigh_names(history.organisation_ids)
    return KnownProjects(
        projects=past,
        history=history,
        vectors=vectors,
        calibrator=calibrator,
        wording=build_wording_index(texts),
        bm25=index_bm25(texts),
        days=np.array([_count_days(project.start) for project in past]),
        regions=np.array([project.region for project in past], dtype=np.str_),
        sisters=np.array([numbers[key] for key in keys], dtype=np.intp),
        name_columns=columns,
        name_weights=weights,
    )


def ask_past(known: KnownProjects, project: PastProject, *, raw: NDArray[np.float32]) -> ProjectQuestion | None:
    """Return the question that a new project is; None where fewer than two of its members are known.

    Parameters
    ----------
    raw : vector of the project's text, shape (n_dims,)
    """
    members = _find_members(known, project)
    if len(members) < 2:  # noqa: PLR2004 - one to be given and one to be found
        return None
    vector = known.calibrator.calibrate(raw[None], [find_kind(read_text(project), project.language)])[0]
    is_seen = np.ones(len(known.projects), dtype=np.bool_)
    return _make_question(known, project, members=members, vector=vector, is_seen=is_seen)


def teach_past(known: KnownProjects) -> list[TaughtChoice]:
    """Return what each past project with two members or more teaches, seen from each member.

    A project and its sisters are left out of the past that it is seen with. Who then is in no project any more is no
    candidate, for a new project too can only be answered with organisations that are known.
    """
    choices = []
    for row, project in enumerate(known.projects):
        members = _find_members(known, project)
        if len(members) < 2:  # noqa: PLR2004 - one to be given and one to be found
            continue
        is_seen = known.sisters != known.sisters[row]
        is_known = known.membership.T @ is_seen.astype(np.float64) > 0
        members = members[is_known[members]]
        if len(members) < 2:  # noqa: PLR2004
            continue
        question = _make_question(known, project, members=members, vector=known.vectors[row], is_seen=is_seen)
        drawn = np.random.default_rng(row).permutation(len(members))[:_TAUGHT_MEMBERS_MAX]
        signals = measure_signals(known, question, given=members[drawn]).astype(np.float32)
        for place, column in enumerate(members[drawn]):
            is_candidate = is_known.copy()
            is_candidate[column] = False
            is_partner = np.zeros(len(is_known), dtype=np.bool_)
            is_partner[members] = True
            is_partner[column] = False
            choices.append(TaughtChoice(signals[place], is_partner, is_candidate, 1 / len(drawn)))
    return choices


def measure_signals(
    known: KnownProjects, question: ProjectQuestion, *, given: NDArray[np.intp] | None = None
) -> NDArray[np.float64]:
    """Return the signals of every organisation seen from each given member.

    Parameters
    ----------
    given : columns, shape (n_given,); all members of the question where None

    Returns
    -------
    shape (n_given, n_organisations, n_signals), the last axis in the order of `HistorySignal`
    """
    given = question.members if given is None else given
    membership, is_seen, likeness = known.membership, question.is_seen, question.likeness
    n_organisations = membership.shape[1]
    start = np.zeros((n_organisations, len(given)))
    start[given, np.arange(len(given))] = 1
    by_signal: dict[HistorySignal, Values] = {
        HistorySignal.TEXT: find_text_signal(likeness, membership, is_seen),
        HistorySignal.NEAREST: find_nearest_signal(likeness, membership, is_seen),
        HistorySignal.WALK: find_walk_signal(start, likeness, membership, is_seen).T,
        HistorySignal.NAMED: find_named_signal(read_text(question.project), known.name_columns, known.name_weights),
        HistorySignal.NAME_LIKENESS: liken_names(known.name_weights, given).T,
        HistorySignal.EXPERIENCE: find_experience_signal(_tell_ages(known, question.project), membership, is_seen),
        HistorySignal.REGION: find_region_signal(question.project.region, known.regions, membership, is_seen),
    }
    signals = np.empty((len(given), n_organisations, len(HistorySignal)))
    for place, signal in enumerate(HistorySignal):
        signals[:, :, place] = by_signal[signal]
    return signals


def _make_question(
    known: KnownProjects,
    project: PastProject,
    *,
    members: NDArray[np.intp],
    vector: NDArray[np.float32],
    is_seen: NDArray[np.bool_],
) -> ProjectQuestion:
    """Return a question with its similarities."""
    text = read_text(project)
    return ProjectQuestion(
        project=project,
        members=members,
        dense=(known.vectors @ vector).astype(np.float64),
        wording=known.wording.score(text).astype(np.float64),
        words=known.bm25.score(text),
        is_seen=is_seen,
    )


def _read_row(project: PastProject) -> HistoryRow:
    """Return a project as a row of a history."""
    return HistoryRow(
        project_id=ProjectId(project.id),
        member_ids=tuple(OrganisationId(member) for member in project.members),
        year=None if project.start is None else project.start.year,
        language=project.language,
        title=project.title,
        text=project.text,
    )


def _find_members(known: KnownProjects, project: PastProject) -> NDArray[np.intp]:
    """Return the columns of a project's members that are known, in order."""
    places = known.history.find_columns(project.members)
    return np.array(sorted(places), dtype=np.intp)


def _tell_ages(known: KnownProjects, project: PastProject) -> Values:
    """Return how old past projects were when one began, in years ≥ 0; NaN where either day is not known."""
    ages: Values = np.maximum(_count_days(project.start) - known.days, 0) / _DAYS_A_YEAR
    return ages


def _count_days(day: date | None) -> float:
    """Return the days since 1970, NaN for no day."""
    return float("nan") if day is None else float((day - date(1970, 1, 1)).days)
