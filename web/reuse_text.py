"""The ready text for the application's question whether the same has been done elsewhere.

It says what was searched and what was found, each with its source, and nothing beyond the data; what only the
applicant can say is left open and marked so.
"""

from collections.abc import Callable, Iterator

from matcher.catalogue import Catalogue
from models.idea import Idea, Origin
from models.language import FINNISH, LANGUAGES, LanguageCode
from models.project import Project
from models.reuse import IdeaFinding, ProjectFinding, ReuseAnswer, ReuseEvidence, ReuseFinding
from web.formatting import Formatter
from web.labels import label_choice
from web.pages.parties import describe_party, name_party
from web.translations import load_translations

Translate = Callable[[str], str]


def choose_text_language(language: LanguageCode) -> LanguageCode:
    """Return the language to write in for an idea in `language`: its own, or Finnish where texts are not in that."""
    return language if language in LANGUAGES else FINNISH


def write_reuse_text(answer: ReuseAnswer, catalogue: Catalogue, language: LanguageCode, *, address: str = "") -> str:
    """Return the text, plain, ending in a line break.

    `address` is where this installation is, so that ideas can be linked to; without it they go by their number.
    """
    return "\n".join(_write_lines(answer, catalogue, language, address)) + "\n"


def _write_lines(answer: ReuseAnswer, catalogue: Catalogue, language: LanguageCode, address: str) -> Iterator[str]:
    """Give the lines."""
    _ = load_translations(language).gettext
    formatter = Formatter(language)
    yield _("Has the same been done elsewhere?")
    yield ""
    yield _(
        "We compared our idea in Kumppani on %(day)s with its register of joint projects"
        " (%(all)s entries, %(described)s of them with a description that can be compared)"
        " and with the other ideas there (%(ideas)s)."
    ) % {
        "day": formatter.day(answer.searched_on),
        "all": formatter.number(answer.n_projects),
        "described": formatter.number(answer.n_described),
        "ideas": formatter.number(answer.n_ideas),
    }
    yield ""
    if answer.findings:
        yield _("What was found:")
    else:
        yield _("Nothing was found that clearly asks for the same. The register is not complete.")
    for number, finding in enumerate(answer.findings, start=1):
        yield ""
        yield from _write_finding(finding, catalogue, language, number=number, address=address)
    yield ""
    if answer.findings:
        yield _("How our project differs, and what of the above it builds on:")
        yield _("[The applicant fills this in]")
        yield ""
    yield _("Whom we have asked about it, and what they answered:")
    yield _("[The applicant fills this in]")


def _write_finding(
    finding: ReuseFinding, catalogue: Catalogue, language: LanguageCode, *, number: int, address: str
) -> Iterator[str]:
    """Give the lines of one finding."""
    _ = load_translations(language).gettext
    confidence = _(label_choice(finding.confidence))
    if isinstance(finding, ProjectFinding):
        project = catalogue.get_project(finding.project_id)
        yield f"{number}. {project.title or project.id} ({confidence[:1].lower()}{confidence[1:]})"
        yield from _write_project(project, finding, catalogue, language)
    else:
        idea = catalogue.get_idea(finding.idea_id)
        yield f"{number}. {idea.title} ({confidence[:1].lower()}{confidence[1:]})"
        yield from _write_idea(idea, finding, catalogue, language, address=address)
    yield from _write_evidence(finding.evidence, _)


def _write_project(
    project: Project, finding: ProjectFinding, catalogue: Catalogue, language: LanguageCode
) -> Iterator[str]:
    """Give what is known of a project; what is not known is said."""
    _ = load_translations(language).gettext
    unknown = _("not known")
    names = [name_party(describe_party(party, catalogue), language) for party in project.parties]
    yield "   " + _("Parties: %(names)s") % {"names": ", ".join(names) or unknown}
    yield "   " + _("Year: %(year)s") % {"year": project.year or unknown}
    state = finding.state if finding.is_state_stated else None
    yield "   " + _("State: %(state)s") % {"state": unknown if state is None else _(label_choice(state)).lower()}
    yield "   " + _("Owner of the result: %(owner)s") % {"owner": project.owner or unknown}
    yield "   " + _("Licence of the result: %(licence)s") % {"licence": project.licence or unknown}
    yield "   " + _("Source: %(address)s") % {"address": project.source_url}


def _write_idea(
    idea: Idea, finding: IdeaFinding, catalogue: Catalogue, language: LanguageCode, *, address: str
) -> Iterator[str]:
    """Give what is known of an idea; one that was written to illustrate says so."""
    _ = load_translations(language).gettext
    lead = idea.lead
    yield "   " + _("An idea of others, not a project.")
    if idea.origin is Origin.ILLUSTRATIVE:
        yield "   " + _("This idea was written to show how the service works. No municipality has proposed it.")
    written = _("not known") if lead is None else name_party(describe_party(lead, catalogue), language)
    yield "   " + _("Lead: %(name)s") % {"name": written}
    place = f"{address.rstrip('/')}/ideas/{finding.idea_id}"
    yield "   " + (_("Source: %(address)s") % {"address": place} if address else f"Kumppani, {finding.idea_id}")


def _write_evidence(evidence: ReuseEvidence, _: Translate) -> Iterator[str]:
    """Give what is most alike, so that anybody can judge."""
    yield "   " + _("Most alike in ours: “%(sentence)s”") % {"sentence": evidence.own_sentence}
    yield "   " + _("Most alike in theirs: “%(sentence)s”") % {"sentence": evidence.their_sentence}
