"""The calls and the register of projects as JSON documents of the reference data."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter

from data.call_document import CALL_DOCUMENT, check_call
from models.call import Call, CallId, Material, Question
from models.errors import UnreadableFileError
from models.idea import Party, PartyRole
from models.language import LanguageCode
from models.localised_text import LocalisedText
from models.project import Project, ProjectId, ProjectKind, ProjectState

Value = TypeVar("Value")


class _ProjectDocument(BaseModel):
    """A project as the register has it: parties are names under the part they have."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: ProjectKind
    title: str | None
    description: str
    language: str
    lead: str | None
    partners: tuple[str, ...]
    other_partners: tuple[str, ...]
    year: int | None
    programme: str | None
    call_id: str | None
    granted_eur: int | None
    source_url: str
    lead_stated: bool
    note: str
    owner: str | None
    licence: str | None
    state: ProjectState | None

    def describe_parties(self) -> tuple[Party, ...]:
        """Return the parties as written, the lead first."""
        leads = () if self.lead is None else (self.lead,)
        named = ((PartyRole.LEAD, leads), (PartyRole.MEMBER, self.partners), (PartyRole.ASSOCIATE, self.other_partners))
        return tuple(Party(role, written) for role, names in named for written in names)


class _QuestionDocument(BaseModel):
    """A question with its answer, and the calls it is about."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    call_ids: tuple[CallId, ...]
    question: LocalisedText
    answer: LocalisedText
    sources: tuple[Material, ...]

    def read_question(self) -> Question:
        """Return the question without its calls."""
        return Question(id=self.id, question=self.question, answer=self.answer, sources=self.sources)


_PROJECT_DOCUMENT: Final = TypeAdapter(_ProjectDocument)
_QUESTION_DOCUMENT: Final = TypeAdapter(_QuestionDocument)


def read_calls(path: Path, questions_path: Path) -> tuple[Call, ...]:
    """Return the calls in a file with their questions from another, or raise UnreadableFileError.

    What is not as it should be, an unknown field or days in the wrong order, is told with file and item.
    """
    calls = _read_documents(path, _read_call)
    documents = _read_documents(questions_path, _read_question)
    known = {call.id for call in calls}
    for number, document in enumerate(documents, start=1):
        if not document.call_ids or not known.issuperset(document.call_ids):
            message = f"Expected ids of calls in {questions_path}, item {number}, but {document.call_ids!r} came."
            raise UnreadableFileError(message)
    return tuple(
        replace(call, questions=tuple(each.read_question() for each in documents if call.id in each.call_ids))
        for call in calls
    )


def read_projects(path: Path) -> tuple[Project, ...]:
    """Return the projects in a file with their parties as written, or raise UnreadableFileError."""
    return _read_documents(path, _read_project)


def _read_call(document: object) -> Call:
    """Return the call that a document describes, checked as closely as can be."""
    call = CALL_DOCUMENT.validate_python(document, extra="forbid")
    check_call(call)
    return call


def _read_question(document: object) -> _QuestionDocument:
    """Return the question that a document describes; a field too many within it is an error too."""
    return _QUESTION_DOCUMENT.validate_python(document, extra="forbid")


def _read_project(document: object) -> Project:
    """Return the project that a document describes."""
    read = _PROJECT_DOCUMENT.validate_python(document)
    return Project(
        id=ProjectId(read.id),
        kind=read.kind,
        source_url=read.source_url,
        title=read.title,
        description=read.description,
        language=LanguageCode(read.language),
        parties=read.describe_parties(),
        year=read.year,
        programme=read.programme,
        call_id=None if read.call_id is None else CallId(read.call_id),
        granted_eur=read.granted_eur,
        lead_stated=read.lead_stated,
        note=read.note,
        owner=read.owner,
        licence=read.licence,
        state=read.state,
    )


def _read_documents(path: Path, read_document: Callable[[object], Value]) -> tuple[Value, ...]:
    """Return the values of all documents in a file, which is a list of them."""
    try:
        documents = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        message = f"Expected a list of JSON documents at {path}, but it can't be read ({problem}); restore the file."
        raise UnreadableFileError(message) from problem
    values = []
    for number, document in enumerate(documents, start=1):
        try:
            values.append(read_document(document))
        except ValueError as problem:  # what pydantic raises is a child of it
            message = f"Expected a document of reference data in {path}, item {number}, but {problem}."
            raise UnreadableFileError(message) from problem
    return tuple(values)
