"""The command `evaluate partners`."""

import getpass
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.text import Text

from matcher.languages import identify_language
from models.errors import UnreadableFileError
from models.evaluation import Figure
from models.language import LanguageCode
from models.partner_evaluation import PartnerEvaluation, PastProject, RankingFigures
from web.cli.console import (
    ERR,
    OUT,
    JsonOption,
    make_table,
    open_services,
    print_json,
    print_note,
    read_settings,
    report_step,
    show_progress,
    tell_note,
    write_file,
)
from web.wiring import describe_record, load_shipped_background, make_measuring_encoder

if TYPE_CHECKING:
    from matcher.partner_splits import Split
    from matcher.record_evaluation import MeasuredData

_DAY: Final = "%Y-%m-%d"


def evaluate_partner_file(
    *,
    history: Annotated[Path | None, typer.Option(help="Past projects, JSON lines; with --test.")] = None,
    test: Annotated[Path | None, typer.Option(help="Later projects whose members are sought, JSON lines.")] = None,
    projects: Annotated[
        Path | None, typer.Option(help="All projects in one file, JSON lines; with --cut or --folds.")
    ] = None,
    cut: Annotated[
        datetime | None, typer.Option(formats=[_DAY], help="What began before this day is the past of the rest.")
    ] = None,
    folds: Annotated[
        int | None,
        typer.Option(min=2, max=20, help="Measure each of so many parts on all others; sisters stay together."),
    ] = None,
    rankings: Annotated[
        Path | None, typer.Option(help="Where to write all organisations ranked for each question.")
    ] = None,
    record: Annotated[
        str | None, typer.Option(help="Keep the figures in this installation under this name, for all to see.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Give one member of each project and look for the others among all known organisations, against every baseline."""
    started_at = datetime.now(UTC)
    splits = _read_splits(history=history, test=test, projects=projects, cut=cut, folds=folds)
    from matcher.evaluate_partners import evaluate_partners
    from matcher.record_evaluation import keep_figures, record_evaluation

    data = _name_data([path for path in (projects, history, test) if path is not None], name=record, cut=cut)
    # Measuring takes minutes: whether the database is there is found out before.
    services = None if record is None else open_services()
    encoder = make_measuring_encoder(read_settings(), report_step=report_step)
    with show_progress("Encoding") as report:
        found = evaluate_partners(splits, encoder=encoder, background=load_shipped_background(), report=report)
    if rankings is not None:
        lines = [
            json.dumps({"id": each.project_id, "given": each.given, "ranked": list(each.ranked)}, ensure_ascii=False)
            for each in found.rankings
        ]
        write_file(rankings, "\n".join([*lines, ""]).encode(), what=f"{len(lines)} rankings")
    kept = keep_figures(found, data=data, started_at=started_at)
    if services is not None:
        run_id = record_evaluation(kept, database=services.database, actor=f"command line: {getpass.getuser()}")
        ERR.print(f"Recorded as run {run_id}: see the pages /evaluation and /runs/{run_id}.")
    if as_json:
        print_json({**describe_record(kept), **tell_note(found.n_projects)})
        return
    _print_tables(found)


def _name_data(files: Sequence[Path], *, name: str | None, cut: datetime | None) -> "MeasuredData":
    """Return what is measured on, by the name given or that of the file; the folder it lies in is nobody's business."""
    from matcher.record_evaluation import MeasuredData, hash_files

    if name is not None and not name.strip():
        message = "Expected a name for the figures after --record, but it is empty."
        raise typer.BadParameter(message)
    return MeasuredData(
        name=files[-1].name if name is None else name.strip(),
        data_version=hash_files(path.read_bytes() for path in files),
        cut=None if cut is None else cut.date(),
    )


def read_projects(path: Path) -> list[PastProject]:
    """Return the projects of a file, or raise UnreadableFileError with the line that is not one."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        message = f"Expected a UTF-8 file of JSON lines at {path}, but it can't be read: {error}."
        raise UnreadableFileError(message) from error
    places: dict[str, int] = {}
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        project = _read_project(line, f"{path}, line {number}")
        if project.id in places:
            message = (
                f"{path}, line {number}: expected each id once, but {project.id!r} is on line {places[project.id]}."
            )
            raise UnreadableFileError(message)
        places[project.id] = number
        found.append(project)
    if not found:
        message = f"Expected at least one project in {path}, but there is none."
        raise UnreadableFileError(message)
    return found


def _read_project(line: str, place: str) -> PastProject:
    """Return the project on one line."""
    expected = "a JSON object with `id`, `title` or `text`, and a list of `members`"
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        message = f"{place}: expected {expected}, got {line[:60]!r}."
        raise UnreadableFileError(message) from error
    fields = row if isinstance(row, dict) else {}
    title, text = (fields.get(name) or "" for name in ("title", "text"))
    members = fields.get("members")
    is_told = isinstance(title, str) and isinstance(text, str) and bool(title.strip() or text.strip())
    if not (_is_name(fields.get("id")) and is_told and isinstance(members, list) and all(map(_is_name, members))):
        message = f"{place}: expected {expected}, got {line[:60]!r}."
        raise UnreadableFileError(message)
    language = fields.get("language") or identify_language(f"{title}\n{text}")
    return PastProject(
        id=str(fields["id"]),
        title=title.strip(),
        text=text.strip(),
        language=LanguageCode(str(language)),
        start=_read_day(fields, place),
        members=tuple(dict.fromkeys(str(member).strip() for member in members)),
        region=str(region).strip() if _is_name(region := fields.get("region")) else "",
    )


def _is_name(value: object) -> bool:
    """Return whether this names a member, a project or a region: a text, or a number that is its id."""
    return isinstance(value, int | str) and not isinstance(value, bool) and bool(str(value).strip())


def _read_day(fields: Mapping[str, object], place: str) -> date | None:
    """Return the day a project began, None where the file does not tell."""
    start = fields.get("start")
    if start is None or start == "":
        return None
    try:
        return datetime.strptime(str(start)[:10], _DAY).date()  # noqa: DTZ007 - a day has no time zone
    except ValueError as error:
        message = f"{place}: expected a day like 2019-12-31 in `start`, or nothing, got {start!r}."
        raise UnreadableFileError(message) from error


def _read_splits(
    *, history: Path | None, test: Path | None, projects: Path | None, cut: datetime | None, folds: int | None
) -> "list[Split]":
    """Return what is known and what is measured, as the options say."""
    if history is not None and test is not None and projects is None and cut is None and folds is None:
        past, later = (tuple(read_projects(path)) for path in (history, test))
        from matcher.partner_splits import Split

        return [Split(past, later)]
    if projects is not None and history is None and test is None and (cut is None) != (folds is None):
        rows = read_projects(projects)
        from matcher.evaluate_partners import RANDOM_STATE
        from matcher.partner_splits import split_by_day, split_in_folds

        if cut is not None:
            return [split_by_day(rows, cut.date())]
        assert folds is not None  # noqa: S101 - one of the two is given
        return list(split_in_folds(rows, folds, random_state=RANDOM_STATE))
    message = "Give either --history and --test, or --projects with one of --cut and --folds."
    raise typer.BadParameter(message)


def _print_tables(found: PartnerEvaluation) -> None:
    """Print the figures of all rankers, by how much the blend is better, and whom they show; 80 columns are enough."""
    title = (
        f"{found.n_questions} questions in {found.n_projects} projects, {found.n_organisations} organisations, "
        f"{found.model}; learned from {found.n_learned_from}; with 95 % intervals"
    )
    table = make_table("", "recall@5", "recall@10", "MRR", "nDCG@10", "newcomers", title=title)
    shown = make_table("", "coverage@10", "Gini of exposure", "new ties", title="Whom the first ten places go to")
    for ranker, figures in found.figures.items():
        table.add_row(ranker.value, *map(_show, _list_figures(figures)))
        shares = (figures.coverage_at_10, figures.exposure_gini, figures.new_ties)
        shown.add_row(ranker.value, *(f"{share:.2f}" for share in shares))
    compared = make_table("better than", "by nDCG@10", "95 % interval", "p (Holm)")
    for ranker, difference in found.differences.items():
        span = f"{difference.low:+.3f} to {difference.high:+.3f}"
        compared.add_row(ranker.value, f"{difference.value:+.3f}", span, f"{difference.p_value:.4f}")
    for each in (table, compared, shown):
        OUT.print(each)
    print_note(found.n_projects)


def _list_figures(figures: RankingFigures) -> list[Figure | None]:
    """Return the figures of one ranker that have intervals, in the order of the columns."""
    found = [figures.recall_at_5, figures.recall_at_10, figures.mean_reciprocal_rank, figures.ndcg_at_10]
    return [*found, figures.newcomers]


def _show(figure: Figure | None) -> Text:
    """Return a figure, and its interval on a second line so that all fit beside each other."""
    if figure is None:
        return Text("–")
    return Text.assemble(f"{figure.value:.3f}\n", (f"{figure.low:.2f}–{figure.high:.2f}", "dim"))
