"""Keeps the figures of an evaluation as a recorded run, so that everybody sees what was measured, on what and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

from matcher.catalogue import Catalogue
from matcher.evaluate_partners import RANDOM_STATE
from matcher.ports import Database
from models.audit_event import EVALUATED, AuditEvent
from models.evaluation_record import EvaluationRecord
from models.partner_evaluation import PartnerEvaluation, Ranker
from models.register_evaluation import RegisterEvaluation, RegisterRecord
from models.run import RunId, RunKind, RunRecord, Value
from models.version import SOFTWARE_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredData:
    """What was measured on: how it is called, the SHA-256 of its files, and the day that parts it, None for no day."""

    name: str
    data_version: str
    cut: date | None = None


def hash_files(contents: Iterable[bytes]) -> str:
    """Return the SHA-256 of the contents of files in order, 64 hexadecimal digits; of one file as `sha256sum` has it.

    Examples
    --------
    >>> hash_files([b"a", b"b"]) == hash_files([b"ab"])
    True
    """
    digest = sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()


def keep_register_figures(found: RegisterEvaluation, catalogue: Catalogue) -> RegisterRecord:
    """Return what is kept of an evaluation of the register that has ended now.

    Parameters
    ----------
    found : as measured
    catalogue : what it was measured on; its version is the SHA-256 of id, title, description and members of each
        project, by id
    """
    projects = sorted(catalogue.projects.values(), key=lambda project: project.id)
    told = ((each.id, each.title or "", each.description, *each.organisation_ids) for each in projects)
    return RegisterRecord(
        measured_at=datetime.now(UTC),
        data_version=hash_files("\t".join(fields).encode() for fields in told),
        software_version=SOFTWARE_VERSION,
        evaluation=found,
    )


def keep_figures(found: PartnerEvaluation, *, data: MeasuredData, started_at: datetime) -> EvaluationRecord:
    """Return what is kept of an evaluation that has ended now: its figures, without the rankings.

    Parameters
    ----------
    found : as measured, with the seed that is usual
    data : what it was measured on
    started_at : when it began, UTC
    """
    return EvaluationRecord(
        name=data.name,
        data_version=data.data_version,
        cut=data.cut,
        random_state=RANDOM_STATE,
        software_version=SOFTWARE_VERSION,
        started_at=started_at,
        finished_at=datetime.now(UTC),
        model=found.model,
        n_folds=found.n_folds,
        n_history=found.n_history,
        n_organisations=found.n_organisations,
        n_learned_from=found.n_learned_from,
        n_projects=found.n_projects,
        n_questions=found.n_questions,
        n_left_out=found.n_left_out,
        figures=found.figures,
        differences=found.differences,
        weights={signal.value: weight for signal, weight in found.weights.items()},
    )


def record_evaluation(record: EvaluationRecord, *, database: Database, actor: str) -> RunId:
    """Keep an evaluation with its run and its audit event, all of them or none, and return the run.

    Parameters
    ----------
    record : the figures
    database : where they are kept
    actor : who measured, for the audit event
    """
    own = record.figures[Ranker.KUMPPANI]
    results: Mapping[str, Value] = {
        "projects": record.n_projects,
        "questions": record.n_questions,
        "recall_at_10": own.recall_at_10.value,
        "ndcg_at_10": own.ndcg_at_10.value,
    }
    run = RunRecord(
        kind=RunKind.EVALUATION,
        started_at=record.started_at,
        finished_at=record.finished_at,
        data_version=record.data_version,
        software_version=record.software_version,
        model=record.model,
        random_state=record.random_state,
        parameters={
            "name": record.name,
            "folds": record.n_folds,
            "cut": None if record.cut is None else record.cut.isoformat(),
        },
        results=results,
    )
    with database.writing() as stores:
        run_id = stores.runs.add(run)
        stores.evaluations.add(run_id, record)
        stores.audit.add(
            AuditEvent(at=record.finished_at, actor=actor, action=EVALUATED, subject=record.name, details=results)
        )
    return run_id
