"""Finds projects of the register by their words, kind and year."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.lemmas import find_lemma, lemmatise, split_words
from models.call import CallId
from models.project import Project, ProjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFilters:
    """Conditions that every project found meets; None asks for nothing."""

    kind: ProjectKind | None = None
    year: int | None = None
    call_id: CallId | None = None

    def meets(self, project: Project) -> bool:
        """Return whether a project meets all of them."""
        wanted = ((self.kind, project.kind), (self.year, project.year), (self.call_id, project.call_id))
        return all(wish is None or wish == found for wish, found in wanted)


def find_projects(
    projects: Sequence[Project], text: str = "", *, filters: ProjectFilters | None = None
) -> tuple[Project, ...]:
    """Return the projects that have every word of `text` and meet the filters, in the order given.

    A word counts as written anywhere in the title, description, parties or programme, or by its lemma in the
    project's own language: *varhaiskasvatus* finds *varhaiskasvatuksen*, and *kasvatus* finds both.

    Parameters
    ----------
    projects : the register, in the order in which projects are to come
    text : words in any order; nothing finds all
    filters : conditions, None for none
    """
    meets = (filters or ProjectFilters()).meets
    words = [word.casefold() for word in split_words(text)]
    return tuple(project for project in projects if meets(project) and _has_words(project, words))


def _has_words(project: Project, words: Sequence[str]) -> bool:
    """Return whether a project has all the words, as written or by their lemma."""
    if not words:
        return True
    parts = (project.title, project.description, project.programme, *(party.written for party in project.parties))
    text = "\n".join(part for part in parts if part)
    lemmas = " ".join(lemmatise(text, project.language))
    written = text.casefold()
    return all(word in written or find_lemma(word, project.language) in lemmas for word in words)
