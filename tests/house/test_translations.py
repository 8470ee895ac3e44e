"""Finnish and Swedish are complete, from the first page on."""

import re
from collections.abc import Sequence
from typing import Final

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from scripts.update_translations import LANGUAGES, catalogue_path, extract_messages

_PLACEHOLDER: Final = re.compile(r"%\((\w+)\)s|%[sd]|\{(\w*)\}")

_CLOSING: Final = ".:?"


@pytest.fixture(scope="module")
def messages() -> Catalog:
    """Return every message of templates and modules."""
    return extract_messages()


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    """Return the catalogue of each language in turn."""
    language: str = request.param
    with catalogue_path(language).open("rb") as file:
        return read_po(file, locale=language)


def _ids(catalogue: Catalog) -> set[object]:
    return {message.id for message in catalogue if message.id}


def _strings(message: Message) -> Sequence[tuple[str, str]]:
    """Return each form of a message beside its translation; every translated plural is held against the plural."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string or ""))]
    return [(message.id[min(form, 1)], string) for form, string in enumerate(message.string or ())]


def test_messages_are_found(messages: Catalog) -> None:
    """The extraction sees templates and modules alike."""
    assert {"Describe your idea in your own words", "Looking for partners"} <= _ids(messages)


def test_every_message_is_in_the_catalogue(messages: Catalog, catalogue: Catalog) -> None:
    """A catalogue has the messages of the sources, no fewer and no more."""
    assert _ids(messages) - _ids(catalogue) == set()
    assert _ids(catalogue) - _ids(messages) == set()
    assert dict(catalogue.obsolete) == {}


def test_every_message_is_translated(catalogue: Catalog) -> None:
    """No translation is empty, and none is only guessed."""
    untranslated = [
        message.id for message in catalogue if message.id and not all(string.strip() for _, string in _strings(message))
    ]

    assert untranslated == []
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []


def test_plurals_have_all_their_forms(catalogue: Catalog) -> None:
    """A message that counts has as many forms as the language."""
    incomplete = [
        message.id for message in catalogue if message.pluralizable and len(_strings(message)) != catalogue.num_plurals
    ]

    assert incomplete == []


def test_placeholders_are_kept(catalogue: Catalog) -> None:
    """A translation has the same placeholders as its message."""
    changed = [
        original
        for message in catalogue
        if message.id
        for original, string in _strings(message)
        if sorted(_PLACEHOLDER.findall(original)) != sorted(_PLACEHOLDER.findall(string))
    ]

    assert changed == []


def test_edges_are_kept(catalogue: Catalog) -> None:
    """A translation has no white space around it and closes with the same mark as its message."""
    changed = [
        original
        for message in catalogue
        if message.id
        for original, string in _strings(message)
        if string != string.strip() or (original[-1] in _CLOSING and original[-1] != string[-1:])
    ]

    assert changed == []
