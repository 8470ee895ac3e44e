"""The command `partners`."""

from collections.abc import Sequence
from typing import Annotated

import typer

from matcher.catalogue import Catalogue
from matcher.partner_clarity import count_clear
from models.idea import IdeaId
from models.language import ENGLISH
from models.organisation import OrganisationId
from models.suggestion import (
    ComplementEvidence,
    DistanceEvidence,
    Evidence,
    IdeaEvidence,
    LanguageEvidence,
    NameEvidence,
    PartName,
    PartnerSuggestion,
    ProjectEvidence,
    SizeEvidence,
)
from web.cli.ask import refresh
from web.cli.asked import check_asked, read_idea_number
from web.cli.console import OUT, JsonOption, make_table, open_services, print_json
from web.labels import label_choice
from web.partner_claims import CLAIM_TEXTS, find_claim
from web.wiring import Services


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(partners)


def partners(
    idea: Annotated[
        int | None,
        typer.Argument(parser=read_idea_number, help="Number of the idea to find partners for."),
    ] = None,
    *,
    text: Annotated[str | None, typer.Option(help="An idea in your own words, instead of a number.")] = None,
    lead: Annotated[str | None, typer.Option(help="Who would lead it, as you would write it.")] = None,
    organisation: Annotated[
        str | None, typer.Option(help="A municipality to find partners for, over all its ideas and projects.")
    ] = None,
    n_suggestions: Annotated[int, typer.Option("--partners", min=1, max=100, help="How many to show.")] = 10,
    as_json: JsonOption = False,
) -> None:
    """Suggest the organisations most worth asking: for an idea, for a text with a lead, or for a municipality."""
    if sum(each is not None for each in (idea, text, organisation)) != 1:
        raise typer.BadParameter("Expected the number of an idea, or --text, or --organisation: one of the three.")
    if lead is not None and text is None:
        raise typer.BadParameter("Expected --lead together with --text; a stored idea has its own lead.")
    check_asked(idea=idea, text=text, name=organisation if lead is None else lead)
    services = open_services()
    refresh(services)
    keeper = services.keeper
    found: Sequence[PartnerSuggestion]
    if idea is not None:
        found = keeper.partners_of_idea(IdeaId(idea), n_suggestions=n_suggestions)
    elif text is not None:
        lead_id = None if lead is None else _resolve(services, lead)
        found = keeper.partners_for_text(text, lead_id=lead_id, n_suggestions=n_suggestions)
    else:
        found = keeper.partners_of_organisation(_resolve(services, organisation or ""), n_suggestions=n_suggestions)
    if as_json:
        from web.api.schemas.partner import describe_partners

        print_json(describe_partners(keeper.current.catalogue, found, is_ready=True).model_dump(mode="json"))
        return
    _print_suggestions(services, found)


def _resolve(services: Services, written: str) -> OrganisationId:
    """Return the organisation that is meant, or raise UnknownOrganisationError with what may be."""
    from web.name_resolver import resolve_name

    return resolve_name(services.keeper.current.catalogue, written)


def _print_suggestions(services: Services, suggestions: Sequence[PartnerSuggestion]) -> None:
    """Print suggestions as a table."""
    table = make_table("", "Organisation", "Score", "Points", "Why")
    catalogue = services.keeper.current.catalogue
    for position, suggestion in enumerate(suggestions, start=1):
        reasons = [
            f"{part.points:+.2f} {tell_reason(catalogue, part.name, evidence)} {told} (without: {part.rank_without}.)"
            for part in suggestion.parts
            for evidence in part.evidence
            for told in [tell_evidence(catalogue, part.name, evidence)]
        ]
        reasons += [f"{part.points:+.2f} {label_choice(part.name)}" for part in suggestion.parts if not part.evidence]
        table.add_row(
            str(position),
            catalogue.get_organisation(suggestion.organisation_id).name.in_language(ENGLISH),
            f"{suggestion.score:.2f}",
            f"{suggestion.points:.2f}",
            "\n".join(reasons),
        )
    OUT.print(table)
    n_clear = count_clear(suggestions)
    if suggestions and not n_clear:
        OUT.print("Nothing speaks clearly for anybody: these are only the nearest.")
    elif n_clear < len(suggestions):
        OUT.print(f"From {n_clear + 1} on nothing speaks clearly: they are only the next nearest.")


def tell_reason(catalogue: Catalogue, part: PartName, evidence: Evidence) -> str:
    """Return what evidence speaks for, in the words of the pages."""
    if not isinstance(evidence, IdeaEvidence | ProjectEvidence):
        return f"{label_choice(part)}:"
    with_ids = evidence.with_ids if isinstance(evidence, ProjectEvidence) else ()
    names = ", ".join(catalogue.get_organisation(each).name.in_language(ENGLISH) for each in with_ids)
    return CLAIM_TEXTS[find_claim(part, evidence, is_similar=evidence.is_similar)] % {"names": names}


def tell_evidence(catalogue: Catalogue, part: PartName, evidence: Evidence) -> str:
    """Return evidence in a few words; what a past project tells of itself only where it speaks for the part."""
    told: str
    match evidence:
        case IdeaEvidence():
            title = catalogue.get_idea(evidence.idea_id).title
            told = f"idea {evidence.idea_id} “{title}”: “{evidence.their_sentence}” – yours: “{evidence.own_sentence}”"
        case ProjectEvidence():
            title = catalogue.get_project(evidence.project_id).title or evidence.project_id
            told = f"“{title}”"
            claim = find_claim(part, evidence, is_similar=evidence.is_similar)
            if claim.is_quoted and evidence.their_sentence not in {"", title}:
                told += f": “{evidence.their_sentence}” – yours: “{evidence.own_sentence}”"
        case DistanceEvidence():
            name = catalogue.get_organisation(evidence.from_id).name.in_language(ENGLISH)
            told = f"{evidence.distance_km:.0f} km from {name}"
        case NameEvidence():
            told = f"{'not wanted: ' if evidence.is_refused else ''}“{evidence.own_sentence}”"
        case ComplementEvidence():
            whose = ("yours", "theirs") if evidence.is_their_offer else ("theirs", "yours")
            told = f"needed ({whose[0]}): “{evidence.need}” – offered ({whose[1]}): “{evidence.offer}”"
        case SizeEvidence():
            name = catalogue.get_organisation(evidence.with_id).name.in_language(ENGLISH)
            told = f"{evidence.their_population:,} inhabitants, {name} {evidence.population:,}"
        case LanguageEvidence():
            told = f"works in the language of the idea ({evidence.language})"
    return told
