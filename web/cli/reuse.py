"""The command `reuse`."""

from typing import Annotated

import typer
from rich.text import Text

from models.idea import IdeaId
from models.language import LANGUAGES, LanguageCode
from models.reuse import ProjectFinding, ReuseAnswer, ReuseFinding
from web.cli.ask import refresh
from web.cli.asked import check_asked, read_idea_number
from web.cli.console import OUT, JsonOption, make_table, open_services, print_json
from web.labels import label_choice
from web.wiring import Services


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(reuse)


def reuse(
    idea: Annotated[int | None, typer.Argument(parser=read_idea_number, help="Number of the idea.")] = None,
    *,
    text: Annotated[str | None, typer.Option(help="An idea in your own words, instead of a number.")] = None,
    language: Annotated[
        str | None, typer.Option(help="Language of the ready text: fi, sv or en; the idea's own where none is given.")
    ] = None,
    ready_text: Annotated[
        bool, typer.Option("--ready-text", help="Print the text for the application instead of a table.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Tell whether an idea has been done: what to adopt, join or build together, or that nothing like it is known."""
    if (idea is None) == (text is None):
        raise typer.BadParameter("Expected the number of an idea, or --text: one of the two.")
    if language is not None and language not in LANGUAGES:
        message = f"Expected --language to be one of {', '.join(LANGUAGES)}, but it is {language}."
        raise typer.BadParameter(message)
    check_asked(idea=idea, text=text)
    services = open_services()
    refresh(services)
    from web.pages.reuse import find_today

    if idea is not None:
        answer = services.keeper.reuse_of_idea(IdeaId(idea), today=find_today())
    else:
        answer = services.keeper.reuse_of_text(text or "", today=find_today())
    assert answer is not None  # noqa: S101 - refreshed above
    chosen = _choose_language(services, idea=idea, text=text, wish=language)
    catalogue = services.keeper.current.catalogue
    if as_json:
        from web.api.schemas.reuse import describe_reuse

        print_json(describe_reuse(answer, catalogue, language=chosen).model_dump(mode="json"))
    elif ready_text:
        from web.reuse_text import write_reuse_text

        print(write_reuse_text(answer, catalogue, chosen), end="")
    else:
        _print_answer(services, answer)


def _choose_language(services: Services, *, idea: int | None, text: str | None, wish: str | None) -> LanguageCode:
    """Return the language of the ready text."""
    from matcher.languages import identify_language
    from web.reuse_text import choose_text_language

    if wish is not None:
        return LanguageCode(wish)
    if idea is not None:
        return choose_text_language(services.keeper.current.catalogue.get_idea(IdeaId(idea)).language)
    return choose_text_language(identify_language(text or ""))


def _print_answer(services: Services, answer: ReuseAnswer) -> None:
    """Print the verdict and what it rests on."""
    sure = "" if answer.confidence is None else f" ({label_choice(answer.confidence)})"
    OUT.print(Text.assemble((label_choice(answer.verdict), "bold"), sure))
    OUT.print(
        f"Compared with {answer.n_described} described projects of {answer.n_projects} and {answer.n_ideas} ideas.",
    )
    if not answer.findings:
        return
    table = make_table("Verdict", "How sure", "Points", "What was found", "Words in common")
    for finding in answer.findings:
        table.add_row(
            label_choice(finding.verdict),
            label_choice(finding.confidence),
            f"{finding.evidence.points:+.2f}",
            _name(services, finding),
            ", ".join(word.own for word in finding.evidence.shared_words),
        )
    OUT.print(table)


def _name(services: Services, finding: ReuseFinding) -> str:
    """Return what was found in a few words."""
    catalogue = services.keeper.current.catalogue
    if isinstance(finding, ProjectFinding):
        project = catalogue.get_project(finding.project_id)
        licence = project.licence or "not known"
        via = "" if finding.via_idea_id is None else f", by way of idea {finding.via_idea_id}"
        return f"“{project.title or project.id}”, {project.year or 'year not known'}, licence: {licence}{via}"
    title = catalogue.get_idea(finding.idea_id).title
    made_by = ", ".join(catalogue.get_project(each).title or each for each in finding.project_ids)
    return f"idea {finding.idea_id} “{title}”" + (f", made by: {made_by}" if made_by else "")
