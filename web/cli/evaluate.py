"""Commands that measure: evaluate search, evaluate themes, evaluate partners, evaluate register."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from models.errors import UnreadableFileError
from models.evaluation import Figure, SearchEvaluation, TextPair
from models.language import LanguageCode
from web.cli.console import (
    OUT,
    JsonOption,
    make_table,
    print_json,
    print_note,
    read_settings,
    report_step,
    show_progress,
    tell_note,
    write_file,
)
from web.cli.evaluate_partners import evaluate_partner_file
from web.cli.evaluate_register import evaluate_own_register
from web.cli.evaluate_themes import evaluate_theme_files
from web.wiring import load_shipped_background, load_shipped_vocabulary, make_encoder


def register(app: typer.Typer) -> None:
    """Add these commands."""
    group = typer.Typer(help="Measure quality on files in the benchmark formats.", no_args_is_help=True)
    group.command("search")(evaluate_search_file)
    group.command("themes")(evaluate_theme_files)
    group.command("partners")(evaluate_partner_file)
    group.command("register")(evaluate_own_register)
    app.add_typer(group, name="evaluate")


def evaluate_search_file(
    *,
    pairs: Annotated[Path, typer.Option(help="JSON lines, each with texts `a` and `b` and perhaps a `language`.")],
    rankings: Annotated[Path | None, typer.Option(help="Where to write the ranked rows of every pair.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Rank the `b` of all rows for each row's `a`; hit@1 and mean reciprocal rank, with 95 % intervals."""
    texts = read_pairs(pairs)
    from matcher.evaluate_search import evaluate_search

    encoder = make_encoder(read_settings(), report_step=report_step)
    with show_progress("Encoding") as report:
        evaluation = evaluate_search(
            texts,
            encoder=encoder,
            background=load_shipped_background(),
            vocabulary=load_shipped_vocabulary(),
            report=report,
        )
    if rankings is not None:
        _write_rankings(rankings, evaluation)
    if as_json:
        print_json(
            {
                "pairs": evaluation.n_pairs,
                "model": evaluation.model,
                **tell_note(evaluation.n_pairs),
                **{channel.value: asdict(figures) for channel, figures in evaluation.figures.items()},
            }
        )
        return
    table = make_table("", "hit@1", "MRR", title=f"{evaluation.n_pairs} pairs, {evaluation.model}")
    for channel, figures in evaluation.figures.items():
        table.add_row(channel.value, _show(figures.hit_at_1), _show(figures.mean_reciprocal_rank))
    OUT.print(table)
    print_note(evaluation.n_pairs)


def read_pairs(path: Path) -> list[TextPair]:
    """Return the pairs of a file, or raise UnreadableFileError with the line that is not one."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"Expected a UTF-8 file of JSON lines at {path}, but it can't be read: {error}."
        raise UnreadableFileError(message) from error
    pairs = [_read_pair(line, f"{path}, line {number}") for number, line in enumerate(lines, start=1) if line.strip()]
    if not pairs:
        message = f"Expected at least one pair in {path}, but there is none."
        raise UnreadableFileError(message)
    return pairs


def _read_pair(line: str, place: str) -> TextPair:
    """Return the pair on one line."""
    try:
        row = json.loads(line)
        first, second, language = row["a"], row["b"], row.get("language")
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        message = f"{place}: expected a JSON object with texts `a` and `b`, got {line[:60]!r}."
        raise UnreadableFileError(message) from error
    if not (isinstance(first, str) and isinstance(second, str) and first.strip() and second.strip()):
        message = f"{place}: expected texts in `a` and `b`, got {line[:60]!r}."
        raise UnreadableFileError(message)
    return TextPair(first, second, LanguageCode(language) if isinstance(language, str) and language else None)


def _write_rankings(path: Path, evaluation: SearchEvaluation) -> None:
    """Write one line a pair: its row, from 0, and the rows of the best texts."""
    lines = [json.dumps({"id": row, "ranked": list(ranked)}) for row, ranked in enumerate(evaluation.rankings)]
    write_file(path, "\n".join([*lines, ""]).encode(), what=f"{len(lines)} rankings")


def _show(figure: Figure) -> str:
    """Return a figure with its interval."""
    return f"{figure.value:.3f} ({figure.low:.3f}–{figure.high:.3f})"
