"""Commands with which the organiser edits the themes: rename, move, merge, split, lock, unlock, undo, edits."""

import getpass
from collections.abc import Callable
from typing import Annotated, Final

import typer

from models.errors import ThemeEditError
from models.idea import IdeaId
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode
from models.largest_number import LARGEST_NUMBER
from models.theme import ThemeId
from models.theme_edit import (
    LockTheme,
    MergeThemes,
    MoveIdea,
    RenameTheme,
    SplitTheme,
    ThemeChange,
    ThemeEdit,
    ThemeEditId,
)
from web.cli.ask import refresh
from web.cli.console import ERR, OUT, JsonOption, make_table, open_database, open_services, print_json
from web.wiring import Services

ThemeArgument = Annotated[int, typer.Argument(min=1, max=LARGEST_NUMBER, help="Number of the theme.")]
IdeaArgument = Annotated[int, typer.Argument(min=1, max=LARGEST_NUMBER, help="Number of the idea.")]

_UNDONE: Final = "undone"


def register(group: typer.Typer) -> None:
    """Add these commands to the group of themes."""
    for command in (rename, move, merge, split, lock, unlock, undo, edits):
        group.command()(command)


def rename(
    theme: ThemeArgument,
    *,
    fi: Annotated[str | None, typer.Option(help="The name for readers of Finnish.")] = None,
    sv: Annotated[str | None, typer.Option(help="The name for readers of Swedish.")] = None,
    en: Annotated[str | None, typer.Option(help="The name for readers of English.")] = None,
) -> None:
    """Call a theme by a name of your own, in one language or more; in the others its keywords stay."""
    from matcher.edit_themes import check_present, rename_theme
    from matcher.given_names import check_names

    given: tuple[tuple[LanguageCode, str | None], ...] = ((FINNISH, fi), (SWEDISH, sv), (ENGLISH, en))
    names = {language: name for language, name in given if name is not None}
    if not names:
        message = "Expected a name in at least one language: --fi, --sv or --en."
        raise typer.BadParameter(message)
    check_names(names, ())
    check_present(open_database(), theme_ids=[ThemeId(theme)])
    _edit(lambda services, actor: rename_theme(services.database, ThemeId(theme), names, actor=actor))


def move(
    idea: IdeaArgument,
    theme: Annotated[int, typer.Argument(min=1, max=LARGEST_NUMBER, help="Number of the theme it goes to.")],
) -> None:
    """Move an idea to another theme."""
    from matcher.edit_themes import check_present, move_idea

    check_present(open_database(), theme_ids=[ThemeId(theme)], idea_ids=[IdeaId(idea)])
    _edit(lambda services, actor: move_idea(services.database, IdeaId(idea), ThemeId(theme), actor=actor))


def merge(
    theme: Annotated[int, typer.Argument(min=1, max=LARGEST_NUMBER, help="Number of the theme that stays.")],
    other: Annotated[int, typer.Argument(min=1, max=LARGEST_NUMBER, help="Number of the theme whose ideas join it.")],
) -> None:
    """Merge two themes: the first stays under its name, with the ideas of both."""
    from matcher.edit_themes import check_present, merge_themes

    check_present(open_database(), theme_ids=[ThemeId(theme), ThemeId(other)])
    _edit(lambda services, actor: merge_themes(services.database, ThemeId(theme), ThemeId(other), actor=actor))


def split(
    theme: ThemeArgument,
    ideas: Annotated[
        list[int],
        typer.Argument(min=1, max=LARGEST_NUMBER, help="Numbers of the ideas that become a theme of their own."),
    ],
) -> None:
    """Make some ideas of a theme a theme of their own."""
    from matcher.edit_themes import check_present, split_theme

    idea_ids = [IdeaId(idea) for idea in ideas]
    check_present(open_database(), theme_ids=[ThemeId(theme)], idea_ids=idea_ids)
    _edit(lambda services, actor: split_theme(services.database, ThemeId(theme), idea_ids, actor=actor))


def lock(theme: ThemeArgument) -> None:
    """Let a theme stay: its ideas, its name and its colour, through every matching."""
    from matcher.edit_themes import check_present, lock_theme

    check_present(open_database(), theme_ids=[ThemeId(theme)])
    _edit(lambda services, actor: lock_theme(services.database, ThemeId(theme), actor=actor))


def unlock(theme: ThemeArgument) -> None:
    """Undo the lock of a theme."""
    from matcher.edit_themes import check_present, unlock_theme

    check_present(open_database(), theme_ids=[ThemeId(theme)])
    _edit(lambda services, actor: unlock_theme(services.database, ThemeId(theme), actor=actor), is_undone=True)


def undo(
    edit: Annotated[
        int | None, typer.Argument(min=1, max=LARGEST_NUMBER, help="Number of the edit; the newest where not given.")
    ] = None,
) -> None:
    """Undo an edit; those made later are still obeyed."""
    from matcher.edit_themes import find_undoable, undo_edit

    edit_id = None if edit is None else ThemeEditId(edit)
    find_undoable(open_database(), edit_id)
    _edit(lambda services, actor: undo_edit(services.database, edit_id, actor=actor), is_undone=True)


def edits(*, as_json: JsonOption = False) -> None:
    """List all edits of the themes, who made them, and which no longer apply."""
    services = open_services()
    refresh(services)
    with services.database.reading() as stores:
        made = stores.theme_edits.list_all()
    refusals = _find_refusals(services, made)
    if as_json:
        print_json([_describe(edit, refusals) for edit in made])
        return
    if not made:
        OUT.print("The themes have not been edited.")
        return
    table = make_table("Edit", "What", "Who", "When", "State")
    for edit in made:
        state = _UNDONE if not edit.is_obeyed else str(refusals.get(edit.id, "obeyed"))
        table.add_row(str(edit.id), say_change(edit.change), edit.actor, f"{edit.at:%Y-%m-%d %H:%M} UTC", state)
    OUT.print(table)


def say_change(change: ThemeChange) -> str:
    """Return a change as a phrase.

    Examples
    --------
    >>> say_change(MoveIdea(idea_id=IdeaId(7), theme_id=ThemeId(2)))
    'idea 7 is in theme 2'
    """
    match change:
        case RenameTheme():
            names = ", ".join(f"{name} ({language})" for language, name in change.names.items())
            return f"theme {change.theme_id} is called {names}"
        case MoveIdea():
            return f"idea {change.idea_id} is in theme {change.theme_id}"
        case MergeThemes():
            return f"theme {change.other_id} is part of theme {change.theme_id}"
        case SplitTheme():
            ideas = ", ".join(str(idea_id) for idea_id in change.idea_ids)
            return f"ideas {ideas} of theme {change.theme_id} are theme {change.new_id}"
        case LockTheme():
            return f"theme {change.theme_id} is locked with {len(change.idea_ids)} ideas"


def warn_of_refusals(services: Services) -> None:
    """Say on stderr how many edits no longer apply."""
    with services.database.reading() as stores:
        refusals = _find_refusals(services, stores.theme_edits.list_all())
    if refusals:
        ERR.print(f"Edits that no longer apply: {len(refusals)}; `kumppani themes edits` says why.")


def _edit(make: Callable[[Services, str], ThemeEdit], *, is_undone: bool = False) -> None:
    """Make an edit on themes that are up to date, bring them up to date again and say what was done."""
    services = open_services()
    refresh(services)
    before = _name_themes(services)
    edit = make(services, f"command line: {getpass.getuser()}")
    refresh(services)
    done = "is undone, which was" if is_undone else "is made"
    OUT.print(f"Edit {edit.id} {done}: {say_change(edit.change)}.", soft_wrap=True)
    for theme_id, name in _name_themes(services).items():
        was = before.get(theme_id, name)
        if name != was:
            OUT.print(f"Theme {theme_id} is now called “{name}”; it was “{was}”.")
    warn_of_refusals(services)


def _name_themes(services: Services) -> dict[ThemeId, str]:
    """Return what each theme is called in Finnish."""
    theme_map = services.keeper.current.theme_map
    assert theme_map is not None  # noqa: S101 - a refresh has drawn it
    return {theme.id: theme.name_in(FINNISH) for theme in theme_map.themes}


def _find_refusals(services: Services, made: tuple[ThemeEdit, ...]) -> dict[ThemeEditId, ThemeEditError]:
    """Return why edits no longer apply to the newest map."""
    from matcher.theme_arrangement import arrange_ideas
    from matcher.theme_edits import read_theme_of

    theme_map = services.keeper.current.theme_map
    assert theme_map is not None  # noqa: S101 - a refresh has drawn it
    return arrange_ideas(read_theme_of(theme_map.unedited), made).refusals


def _describe(edit: ThemeEdit, refusals: dict[ThemeEditId, ThemeEditError]) -> dict[str, object]:
    """Return an edit as it is shown to programs."""
    return {
        "id": edit.id,
        "kind": edit.change.kind.value,
        "what": say_change(edit.change),
        "actor": edit.actor,
        "at": edit.at.isoformat(),
        "undone_at": None if edit.undone_at is None else edit.undone_at.isoformat(),
        "undone_by": edit.undone_by,
        "refused": None if edit.id not in refusals else str(refusals[edit.id]),
    }
