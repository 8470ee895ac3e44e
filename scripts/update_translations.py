"""Brings the Finnish and Swedish catalogues up to date with the messages in the sources.

New messages are added empty, gone ones removed, and nothing is guessed; the test of translations names what is empty.
"""

import sys
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).parents[1]
METHODS: Final = [("web/templates/**.html", "jinja2"), ("web/**.py", "python")]
OPTIONS: Final = {"web/templates/**.html": {"trimmed": "true", "silent": "false", "encoding": "utf-8"}}
LANGUAGES: Final = ("fi", "sv")


def extract_messages() -> Catalog:
    """Return the catalogue of all messages in templates and modules."""
    catalogue = Catalog(project="Kumppani")
    for file, line, message, comments, context in extract_from_dir(
        ROOT, method_map=METHODS, options_map=OPTIONS, directory_filter=lambda _: True
    ):
        catalogue.add(message, None, [(file, line)], auto_comments=comments, context=context)
    return catalogue


def catalogue_path(language: str) -> Path:
    """Return where the catalogue of a language is."""
    return ROOT / "web" / "locale" / language / "LC_MESSAGES" / "kumppani.po"


def _is_translated(message: Message) -> bool:
    """Return whether a message has a translation in every plural form."""
    forms = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    return all(forms)


def main() -> None:
    """Update both catalogues and say what is still to be translated."""
    messages = extract_messages()
    for language in LANGUAGES:
        path = catalogue_path(language)
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
        catalogue.update(messages, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, width=0, sort_output=True, no_location=True, ignore_obsolete=True)
        empty = [message.id for message in catalogue if message.id and not _is_translated(message)]
        sys.stdout.write(f"{language}: {len(catalogue)} messages, {len(empty)} to translate\n")
        for message in empty:
            sys.stdout.write(f"  {message}\n")


if __name__ == "__main__":
    main()
