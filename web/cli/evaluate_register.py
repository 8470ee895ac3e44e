"""The command `evaluate register`."""

import csv
from collections import defaultdict
from itertools import permutations
from pathlib import Path
from typing import Annotated, Final

import typer

from matcher.catalogue import Catalogue
from models.errors import UnreadableFileError
from models.evaluation import Figure
from models.idea import IdeaId
from models.language import ENGLISH
from models.project import ProjectId
from models.register_evaluation import RegisterCase, RegisterEvaluation
from web.cli.ask import refresh
from web.cli.console import OUT, JsonOption, make_table, open_services, print_json
from web.wiring import describe_register_record

NO_CLAIM: Final = (
    "No claim: so few projects, chosen by what was published, tell neither that one ranking is better than another nor "
    "how well partners are found in general. Several projects went on from one another, and texts name members."
)
_COLUMNS: Final = ("reference", "twin")


def evaluate_own_register(
    *,
    twins: Annotated[
        Path | None, typer.Option(help="CSV with columns reference and twin: ideas with one mark say the same.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Take each project out of the register, and look for its members from one of them and its text."""
    from matcher.evaluate_register import evaluate_register
    from matcher.record_evaluation import keep_register_figures

    services = open_services()
    refresh(services)
    snapshot = services.keeper.current
    assert snapshot.partner_index is not None  # noqa: S101 - refresh() has made it
    found = evaluate_register(
        snapshot.catalogue,
        snapshot.index,
        snapshot.partner_index,
        model=services.encoder.model,
        twins=() if twins is None else read_twins(twins, snapshot.catalogue),
    )
    if as_json:
        record = keep_register_figures(found, snapshot.catalogue)
        print_json({"claim": None, "note": NO_CLAIM, **describe_register_record(record)})
        return
    _print_tables(found, snapshot.catalogue)


def read_twins(path: Path, catalogue: Catalogue) -> list[tuple[IdeaId, IdeaId]]:
    """Return all ordered pairs of ideas with one mark, or raise UnreadableFileError with what is not one."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            marked = [tuple((row.get(name) or "").strip() for name in _COLUMNS) for row in rows]
            header = rows.fieldnames or ()
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"Expected a CSV file in UTF-8 at {path}, but it can't be read: {error}."
        raise UnreadableFileError(message) from error
    if not set(_COLUMNS) <= set(header):
        message = f"{path}, line 1: expected the columns {' and '.join(_COLUMNS)}, got {', '.join(header) or 'none'}."
        raise UnreadableFileError(message)
    ids = {idea.reference: idea.id for idea in catalogue.ideas.values() if idea.reference is not None}
    groups: dict[str, list[IdeaId]] = defaultdict(list)
    for number, (reference, mark) in enumerate(marked, start=2):
        if not mark:
            continue
        if reference not in ids:
            message = f"{path}, line {number}: expected the reference of an idea, got {reference!r}."
            raise UnreadableFileError(message)
        groups[mark].append(ids[reference])
    return [pair for group in groups.values() for pair in permutations(group, 2)]


def _print_tables(found: RegisterEvaluation, catalogue: Catalogue) -> None:
    """Print the figures, then each project with where its members stand."""
    title = (
        f"{found.n_projects} projects, {found.n_questions} questions, {found.n_candidates} candidates, {found.model}"
    )
    figures = make_table("", "recall@10", "MRR", title=title)
    for ranker, values in found.figures.items():
        figures.add_row(ranker.value, _show(values.recall_at_10), _show(values.mean_reciprocal_rank))
    OUT.print(figures)
    cases = make_table("Project", "Given", "The others, by place")
    before: ProjectId | None = None
    for case in found.cases:
        cases.add_row(
            "" if case.project_id == before else case.project_id,
            catalogue.get_organisation(case.given_id).name.in_language(ENGLISH),
            _tell_ranks(case, catalogue),
        )
        before = case.project_id
    OUT.print(cases)
    survey = found.survey
    if survey.without_history is not None and survey.newcomers is not None and survey.small is not None:
        OUT.print(
            f"Of {survey.n_suggestions} suggestions for {survey.n_ideas} ideas {survey.without_history:.0%} have no "
            f"past project behind them; {survey.newcomers:.0%} go to organisations without one "
            f"({survey.newcomers_among_candidates:.0%} of candidates), {survey.small:.0%} to municipalities under "
            f"5,000 inhabitants ({survey.small_among_candidates:.0%}). "
            f"{survey.coverage:.0%} of candidates are suggested for any idea."
        )
    if found.twins_found is not None:
        OUT.print(f"{found.twins_found:.0%} of {found.n_twins} ideas have a twin's party among the first three.")
    OUT.print(NO_CLAIM)


def _tell_ranks(case: RegisterCase, catalogue: Catalogue) -> str:
    """Return the others by place, the best first."""
    ranks = sorted(case.ranks.items(), key=lambda item: item[1])
    return ", ".join(f"{catalogue.get_organisation(each).name.in_language(ENGLISH)} {rank}" for each, rank in ranks)


def _show(figure: Figure) -> str:
    """Return a figure with its interval."""
    return f"{figure.value:.2f} ({figure.low:.2f}–{figure.high:.2f})"
