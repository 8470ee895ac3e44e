"""Splits texts into sentences."""

import re
from typing import Final

from models.asked_text import has_word

# Short words after which a point does not end a sentence, in Finnish, Swedish and English administrative prose.
_ABBREVIATIONS: Final = frozenset(
    (
        *("esim", "mm", "ns", "ks", "vrt", "vs", "ko", "em", "os", "kpl", "puh", "klo", "milj", "mrd", "n"),
        *("t.ex", "bl.a", "s.k", "d.v.s", "resp", "ca", "kl", "mn"),
        *("e.g", "i.e", "cf", "approx", "vol", "dr", "mr", "mrs", "ms", "prof"),
    )
)
# These close a list, so that a sentence ends after them where the next word has a capital; as after a number.
_LIST_ENDS: Final = frozenset(("ym", "yms", "jne", "tms", "osv", "o.s.v", "m.m", "m.fl", "etc"))
_BREAK: Final = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+|\s*\n\s*")
_BULLET: Final = re.compile(r"^[-–—•*·]\s+")


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text` in order, stripped, without empty ones; line breaks end a sentence too.

    A point after a known abbreviation or a single letter does not end a sentence, nor does one after a number where a
    small letter follows (*1. tammikuuta*).

    Examples
    --------
    >>> split_sentences("Pilotoimme esim. botteja. Haluatko mukaan?")
    ('Pilotoimme esim. botteja.', 'Haluatko mukaan?')
    """
    sentences: list[str] = []
    begin = 0
    for found in _BREAK.finditer(text):
        piece = text[begin : found.start()]
        if "\n" not in found.group() and _is_open(piece, text[found.end() : found.end() + 1]):
            continue
        sentences.append(piece + found.group().strip())
        begin = found.end()
    sentences.append(text[begin:])
    cleaned = (_BULLET.sub("", sentence.strip()) for sentence in sentences)
    return tuple(sentence for sentence in cleaned if has_word(sentence))


def _is_open(piece: str, next_letter: str) -> bool:
    """Return whether a piece that ends in a point goes on with the word that begins with `next_letter`."""
    if not piece.endswith("."):
        return False
    last = piece.rstrip(".").rsplit(maxsplit=1)[-1:] or [""]
    word = last[0].lstrip('("”').casefold()
    if word.isdigit() or word in _LIST_ENDS:
        return next_letter.islower()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
