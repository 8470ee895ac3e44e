"""Finds what a query names outright: organisations and projects of the register, and the names that an idea has."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from matcher.catalogue import Catalogue
from matcher.lemmas import split_words
from matcher.passage import Passage
from models.folding import fold_name
from models.idea import Idea
from models.organisation import Organisation
from models.project import Project

_SEAM: Final = re.compile(r"\s[–-]\s|[:()]")  # DigiOne – oppimisen uusi ekosysteemi; 6Aika: Energiaviisaat kaupungit
_COINED: Final = re.compile(r"\w+[A-ZÅÄÖ]|[A-ZÅÄÖ]{2}|\d[A-ZÅÄÖ]")
"""A word with a capital inside, such as eVaka and LIIRA: it was made up as a name and is no other word."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a query is the name of, each in the order of the catalogue."""

    organisations: tuple[Organisation, ...] = ()
    projects: tuple[Project, ...] = ()


def find_named(catalogue: Catalogue, query: str) -> Named:
    """Return the organisations and projects that `query` is the name of.

    Parameters
    ----------
    catalogue : of the moment
    query : compared without regard to case, accents and punctuation; the whole of it must be a name or a spelling
    """
    name = fold_name(query)
    if not name:
        return Named()
    spelt = {alias.organisation_id for alias in catalogue.aliases if fold_name(alias.spelling) == name}
    organisations = (
        each
        for each in catalogue.organisations.values()
        if each.id in spelt or name in map(fold_name, filter(None, (each.name.fi, each.name.sv, each.name.en)))
    )
    projects = (each for each in catalogue.projects.values() if name in list_title_names(each.title or ""))
    return Named(tuple(organisations), tuple(projects))


def list_title_names(title: str) -> frozenset[str]:
    """Return the names in the title of a project, folded: itself, its parts, and its words that were coined as names.

    Examples
    --------
    >>> sorted(list_title_names("DigiOne – uusi ekosysteemi")), sorted(list_title_names("Kuntien eVaka"))
    (['digione', 'digioneuusiekosysteemi', 'uusiekosysteemi'], ['evaka', 'kuntienevaka'])
    """
    coined = (word for word in split_words(title) if _COINED.search(word))
    return frozenset(filter(None, map(fold_name, (title, *_SEAM.split(title), *coined))))


def name_ideas(ideas: Iterable[Idea], passages: Sequence[Passage]) -> dict[str, tuple[int, ...]]:
    """Return the rows of the ideas by what they are called, folded: reference, title and the names of their parties."""
    rows: dict[str, list[int]] = {}
    for row, (idea, passage) in enumerate(zip(ideas, passages, strict=True)):
        for name in {fold_name(each) for each in (idea.reference or "", idea.title, *passage.names)}:
            if name:
                rows.setdefault(name, []).append(row)
    return {name: tuple(own) for name, own in rows.items()}
