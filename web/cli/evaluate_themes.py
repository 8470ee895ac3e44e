"""The command `evaluate themes`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from matcher.languages import identify_language
from models.errors import UnreadableFileError
from models.evaluation import LabelledText
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
from web.wiring import load_shipped_background, make_encoder

_COLUMNS: Final = ("index_id", "category", "text")


def evaluate_theme_files(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Tab-separated, with columns `index_id`, `category` and `text`. Of several files each id is taken "
            "once, the files in turn: a set in mixed languages."
        ),
    ],
    *,
    n_themes: Annotated[
        int | None, typer.Option("--k", min=1, help="How many themes; chosen from the texts where it is not given.")
    ] = None,
    labels: Annotated[Path | None, typer.Option(help="Where to write the theme of every text.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Find themes as the product would, and compare them with the known categories: V-measure, ARI, stability."""
    texts = read_labelled_texts(files)
    from matcher.evaluate_themes import evaluate_themes

    encoder = make_encoder(read_settings(), report_step=report_step)
    with show_progress("Encoding") as report:
        found = evaluate_themes(
            texts, encoder=encoder, background=load_shipped_background(), n_themes=n_themes, report=report
        )
    if labels is not None:
        lines = [f"{each.text_id}\t{theme}" for each, theme in zip(texts, found.labels, strict=True)]
        write_file(labels, "\n".join(["index_id\ttheme", *lines, ""]).encode(), what=f"{len(lines)} labels")
    figures = {
        "texts": found.n_texts,
        "model": found.model,
        "themes": found.n_themes,
        "chosen": n_themes is None,
        "v_measure": found.v_measure,
        "adjusted_rand": found.adjusted_rand,
        "share_unassigned": found.share_unassigned,
        "stability": found.stability,
    }
    if as_json:
        print_json({**figures, **tell_note(found.n_texts)})
        return
    table = make_table("", "", title=f"{found.n_texts} texts, {found.model}")
    table.show_header = False
    for name, value in list(figures.items())[2:]:
        table.add_row(name, f"{value:.3f}" if isinstance(value, float) else str(value))
    OUT.print(table)
    print_note(found.n_texts)


def read_labelled_texts(paths: Sequence[Path]) -> list[LabelledText]:
    """Return the texts of files, each id once, the files in turn; or raise UnreadableFileError with the line."""
    tables = [_read_table(path) for path in paths]
    ids = list(dict.fromkeys(text_id for table in tables for text_id in table))
    texts = []
    for position, text_id in enumerate(ids):
        turn = position % len(tables)
        holder = next(table for table in (*tables[turn:], *tables[:turn]) if text_id in table)
        topic, text = holder[text_id]
        texts.append(LabelledText(text_id, text, topic, identify_language(text)))
    return texts


def _read_table(path: Path) -> dict[str, tuple[str, str]]:
    """Return category and text by id."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"Expected a UTF-8 file of tab-separated texts at {path}, but it can't be read: {error}."
        raise UnreadableFileError(message) from error
    header = lines[0].split("\t") if lines else []
    if not set(_COLUMNS) <= set(header):
        message = f"{path}, line 1: expected the columns {', '.join(_COLUMNS)}, tabs between them, got {header}."
        raise UnreadableFileError(message)
    places = [header.index(column) for column in _COLUMNS]
    rows: dict[str, tuple[str, str]] = {}
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(header) or not cells[places[2]].strip():
            message = f"{path}, line {number}: expected {len(header)} cells and a text, got {line[:60]!r}."
            raise UnreadableFileError(message)
        text_id, category, text = (cells[place] for place in places)
        rows[text_id] = (category, text)
    if not rows:
        message = f"Expected at least one text in {path}, but there is none."
        raise UnreadableFileError(message)
    return rows
