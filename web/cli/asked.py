"""Checks what a command is asked for before the language model is loaded, so that a wrong number is said at once."""

from unicodedata import category

import typer

from matcher.catalogue import read_catalogue
from models.asked_text import MAX_TEXT_CHARACTERS, has_word
from models.call import CallId
from models.errors import EmptyQueryError
from models.idea import IdeaId
from web.cli.console import open_database


def read_idea_number(written: str) -> int:
    """Return the number of an idea; whoever wrote a text in its place is told where texts go."""
    try:
        return int(written)
    except ValueError as error:
        message = f"Expected the number of an idea, but “{written}” came; a text of your own goes after --text."
        raise typer.BadParameter(message) from error


def check_asked(
    *, idea: int | None = None, call: str | None = None, text: str | None = None, name: str | None = None
) -> None:
    """Refuse an idea, call, text or organisation that can't be answered for, as the answer itself would.

    Parameters
    ----------
    idea, call : a number and an id, None where none was given
    text : in which there should be a word; longer than `MAX_TEXT_CHARACTERS`, or not in UTF-8, is wrong usage
    name : of an organisation, or its id
    """
    if text is not None and len(text) > MAX_TEXT_CHARACTERS:
        message = f"Expected a text of at most {MAX_TEXT_CHARACTERS:,} characters, but {len(text):,} came."
        raise typer.BadParameter(message)
    # Python keeps bytes of a command line that are no UTF-8 as surrogates (Cs).
    if text is not None and any(category(character) == "Cs" for character in text):
        raise typer.BadParameter("Expected a text in UTF-8, but some of what came is not.")
    if text is not None and not has_word(text):
        raise EmptyQueryError(text)
    if idea is None and call is None and name is None:
        return
    with open_database().reading() as stores:
        catalogue = read_catalogue(stores)
    if idea is not None:
        catalogue.get_idea(IdeaId(idea))
    if call is not None:
        catalogue.get_call(CallId(call))
    if name is not None:
        from web.name_resolver import resolve_name

        resolve_name(catalogue, name)
