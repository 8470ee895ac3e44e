"""The command `eligibility`."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from models.call import Call, CallId, CallState
from models.eligibility import Eligibility, EligibilityReport, Finding
from models.idea import IdeaId
from models.language import ENGLISH
from web.cli.ask import refresh
from web.cli.asked import check_asked, read_idea_number
from web.cli.console import OUT, JsonOption, make_table, open_services, print_json
from web.labels import label_choice, label_verdict
from web.rule_texts import find_rule_text
from web.wiring import Services


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(eligibility)


def eligibility(
    idea: Annotated[int | None, typer.Argument(parser=read_idea_number, help="Number of the idea.")] = None,
    *,
    text: Annotated[
        str | None, typer.Option(help="A text instead of an idea, its first sentence as the title.")
    ] = None,
    call: Annotated[str | None, typer.Option(help="Only this call.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Read whether an idea may be applied for: for each call a verdict, the rule, and the sentence that meets it."""
    if (idea is None) is (text is None):
        raise typer.BadParameter("Expected the number of an idea, or --text: one of the two.")
    check_asked(idea=idea, text=text, call=call)
    services = open_services()
    refresh(services)
    keeper = services.keeper
    call_id = None if call is None else keeper.current.catalogue.get_call(CallId(call)).id
    report = keeper.eligibility_of_text(text or "") if idea is None else keeper.eligibility_of_idea(IdeaId(idea))
    if as_json:
        from web.api.schemas.eligibility import describe_eligibility

        answer = describe_eligibility(keeper.current.catalogue, report, call_id=call_id)
        print_json(answer.model_dump(mode="json"))
        return
    _print_report(services, report, call_id)


def _print_report(services: Services, report: EligibilityReport | None, call_id: CallId | None) -> None:
    """Print a report as a table, one row a call."""
    table = make_table("Call", "Our reading", "Why", "Serves")
    calls = services.keeper.current.catalogue.calls
    for each in () if report is None else report.by_call:
        if call_id in {None, each.call_id}:
            table.add_row(*_describe(each, calls[each.call_id]))
    OUT.print(table)
    fitting_ids = () if report is None else report.fitting_ids
    closed_ids = [each for each in fitting_ids if calls[each].state_at(datetime.now(UTC)) is CallState.CLOSED]
    if len(closed_ids) < len(fitting_ids):
        OUT.print(f"It seems to fit: {', '.join(each for each in fitting_ids if each not in closed_ids)}.")
    if closed_ids:
        OUT.print(f"It would have fitted these calls, which have closed: {', '.join(closed_ids)}.")
    OUT.print("This is a reading of the text; the ministry decides.")


def _describe(each: Eligibility, call: Call) -> tuple[str, str, str, str]:
    """Return the cells of one call."""
    findings = "\n".join(_tell(finding, call) for finding in each.findings)
    purposes = "\n".join(_tell(finding, call) for finding in each.purposes)
    return each.call_id, label_verdict(each), findings, purposes


def _tell(finding: Finding, call: Call) -> str:
    """Return a finding in a few words."""
    rule = find_rule_text(call, finding)
    words = label_choice(finding.kind) if rule is None else rule.in_language(ENGLISH)
    return f"{words}: “{finding.sentence}”" if finding.sentence else words
