"""Past projects for tests of how partners are measured: small ones, and a made world with topics."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from matcher.known_projects import KnownProjects, ProjectQuestion, ask_past, know_projects, read_text
from matcher.partner_splits import Split
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode
from models.partner_evaluation import PastProject
from tests.fakes import FakeEncoder

BACKGROUND: Final = {
    FINNISH: ("Kunta järjestää.",),
    SWEDISH: ("Kommunen ordnar.",),
    ENGLISH: ("The municipality acts.",),
}
TOPICS: Final[Mapping[str, Sequence[str]]] = {
    "liikenne": ("bussi", "reitti", "pysäkki", "kyyti", "lippu"),
    "koulu": ("oppilas", "opettaja", "luokka", "todistus", "lukujärjestys"),
    "kirjasto": ("laina", "kokoelma", "lukija", "hylly", "aineisto"),
    "talous": ("lasku", "budjetti", "palkka", "tilinpäätös", "osto"),
    "terveys": ("hoito", "potilas", "lääkäri", "ajanvaraus", "neuvola"),
    "rakennus": ("kaava", "tontti", "lupa", "piirustus", "kartta"),
}
_FIRST_DAY: Final = date(2010, 1, 1)


def make_past(
    project_id: str,
    *members: str,
    title: str = "",
    text: str = "",
    start: date | None = None,
    language: LanguageCode = FINNISH,
    region: str = "",
) -> PastProject:
    """Return a past project; its title is its id where none is given, so that no two are sisters."""
    title = title or f"{project_id}-hanke"
    return PastProject(
        id=project_id, title=title, text=text, language=language, start=start, members=members, region=region
    )


def know(*projects: PastProject) -> KnownProjects:
    """Return the past that projects make, by an encoder that loads no model."""
    shipped = [sentence for sentences in BACKGROUND.values() for sentence in sentences]
    raw = FakeEncoder().encode([*map(read_text, projects), *shipped])
    return know_projects(projects, raw, background=BACKGROUND)


def ask(known: KnownProjects, project: PastProject) -> ProjectQuestion:
    """Return the question that a project is, which must be one."""
    question = ask_past(known, project, raw=FakeEncoder().encode([read_text(project)])[0])
    assert question is not None
    return question


def make_world(*, n_organisations: int = 60, n_history: int = 80, n_test: int = 40, seed: int = 7) -> Split:
    """Return projects whose members mostly work on what the text is about, the later ones to be measured on.

    Organisation k works on topic k mod 6; four members of five come from the topic of the project.
    """
    chance = np.random.default_rng(seed)
    topics = list(TOPICS)
    projects = []
    for number in range(n_history + n_test):
        topic = int(chance.integers(len(topics)))
        words = chance.choice(np.array(TOPICS[topics[topic]]), size=8)
        members: dict[str, None] = {}
        for _ in range(int(chance.integers(2, 6))):
            place = int(chance.integers(n_organisations))
            if chance.random() < 0.8:
                place = place // len(topics) * len(topics) + topic
            members[name_organisation(place)] = None
        projects.append(
            make_past(
                f"p{number:03}",
                *members,
                title=f"Hanke {number:03} {topics[topic]}",
                text=f"{number:03} {' '.join(words)}",
                start=_FIRST_DAY + timedelta(days=30 * number),
            )
        )
    return Split(tuple(projects[:n_history]), tuple(projects[n_history:]))


def name_organisation(place: int) -> str:
    """Return the name of an organisation of the made world; names share no words, so that they tell nothing."""
    return f"org{place:03}"


def tell_regions(split: Split, *, n_regions: int = 4) -> Split:
    """Return the split with a region for each project: that of its first member, whose number tells it."""
    history, test = (
        tuple(replace(each, region=f"maakunta{int(each.members[0][3:]) % n_regions}") for each in projects)
        for projects in (split.history, split.test)
    )
    return replace(split, history=history, test=test)


def shuffle_labels(split: Split, *, seed: int) -> Split:
    """Return the split with the members of each test project drawn anew from all organisations of the history."""
    chance = np.random.default_rng(seed)
    names = np.array(sorted({member for project in split.history for member in project.members}))
    drawn = [chance.choice(names, size=int(chance.integers(2, 6)), replace=False) for _ in split.test]
    test = tuple(
        replace(project, members=tuple(members.tolist())) for project, members in zip(split.test, drawn, strict=True)
    )
    return replace(split, test=test)
