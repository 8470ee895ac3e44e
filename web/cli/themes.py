"""The command `themes`, alone and as the group of what edits them."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from models.language import FINNISH, LANGUAGES, LanguageCode
from models.theme import Theme, ThemeMap
from web.cli import theme_edits
from web.cli.ask import refresh
from web.cli.console import ERR, OUT, JsonOption, make_table, open_services, print_json
from web.wiring import Services

LanguageOption = Annotated[str, typer.Option("--language", help="Language of the names: fi, sv or en.")]


def register(app: typer.Typer) -> None:
    """Add this command and those below it."""
    group = typer.Typer(invoke_without_command=True)
    group.callback()(themes)
    theme_edits.register(group)
    app.add_typer(group, name="themes")


def themes(context: typer.Context, *, language: LanguageOption = FINNISH, as_json: JsonOption = False) -> None:
    """Show what the ideas are about: the themes with their names and representative ideas; or edit them."""
    if context.invoked_subcommand is not None:
        return
    if language not in LANGUAGES:
        message = f"Expected one of the languages {', '.join(LANGUAGES)}, but {language!r} came."
        raise typer.BadParameter(message)
    services = open_services()
    refresh(services)
    theme_map = services.keeper.current.theme_map
    assert theme_map is not None  # noqa: S101 - a refresh has drawn it
    if as_json:
        _print_json(services)
        return
    theme_edits.warn_of_refusals(services)
    _print_themes(services, theme_map, LanguageCode(language))


def _print_json(services: Services) -> None:
    """Print what `/api/v1/themes` answers."""
    from web.api.schemas.theme import list_all_themes

    print_json(list_all_themes(services.keeper.current).model_dump(mode="json"))


def _print_themes(services: Services, theme_map: ThemeMap, language: LanguageCode) -> None:
    """Print the themes as a table, those of most ideas first; under their groups where there are any."""
    table = make_table("Theme", "Name", "Ideas", "Stability", "Representative ideas")
    themes = sorted(theme_map.themes, key=lambda each: -len(each.idea_ids))
    for group in sorted(theme_map.groups, key=lambda each: each.id):
        own = [theme for theme in themes if theme.id in group.theme_ids]
        n_ideas = sum(len(theme.idea_ids) for theme in own)
        table.add_section()
        table.add_row("", Text(group.name_in(language).upper(), style="bold"), str(n_ideas), "", "")
        _add_rows(table, services, own, language)
    if not theme_map.groups:
        _add_rows(table, services, themes, language)
    OUT.print(table)
    n_alone = sum(placement.is_alone for placement in theme_map.placements)
    ERR.print(f"{n_alone} ideas stand alone; they are counted with their nearest theme.")


def _add_rows(table: Table, services: Services, themes: Sequence[Theme], language: LanguageCode) -> None:
    """Add a row for each theme."""
    for theme in themes:
        table.add_row(
            str(theme.id),
            theme.name_in(language),
            str(len(theme.idea_ids)),
            "" if theme.stability is None else f"{theme.stability:.2f}",
            "\n".join(_list_titles(services, theme)),
        )


def _list_titles(services: Services, theme: Theme) -> list[str]:
    """Return the titles of the representative ideas."""
    ideas = services.keeper.current.catalogue.ideas
    return [ideas[each].title for each in theme.representative_ids if each in ideas]
