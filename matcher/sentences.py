"""Splits texts into sentences."""

import re
from typing import Final

# Short words after which a point does not end a sentence, in Finnish, Swedish and English administrative prose.
_ABBREVIATIONS: Final = frozenset(
    (
        *("esim", "mm", "ym", "yms", "ns", "jne", "ks", "vrt", "tms", "vs", "ko", "em", "eli", "os", "kpl", "puh"),
        *("klo", "milj", "mrd", "t.ex", "bl.a", "osv", "s.k", "d.v.s", "m.m", "m.fl", "o.s.v", "resp", "ca", "kl"),
        *("mn", "e.g", "i.e", "etc", "cf", "approx", "vol", "dr", "mr", "mrs", "ms"),
    )
)
_BREAK: Final = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+|\s*\n\s*")
_BULLET: Final = re.compile(r"^[-–—•*·]\s+")


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text` in order, stripped, without empty ones; line breaks end a sentence too.

    A point after a known abbreviation, a single letter or a number (*1. tammikuuta*) does not end a sentence.

    Examples
    --------
    >>> split_sentences("Pilotoimme esim. botteja. Haluatko mukaan?")
    ('Pilotoimme esim. botteja.', 'Haluatko mukaan?')
    """
    sentences: list[str] = []
    begin = 0
    for found in _BREAK.finditer(text):
        piece = text[begin : found.start()]
        if "\n" not in found.group() and _is_open(piece):
            continue
        sentences.append(piece + found.group().strip())
        begin = found.end()
    sentences.append(text[begin:])
    cleaned = (_BULLET.sub("", sentence.strip()) for sentence in sentences)
    return tuple(sentence for sentence in cleaned if any(letter.isalnum() for letter in sentence))


def _is_open(piece: str) -> bool:
    """Return whether a piece that ends in a point goes on after it."""
    if not piece.endswith("."):
        return False
    last = piece.rstrip(".").rsplit(maxsplit=1)[-1:] or [""]
    word = last[0].lstrip('("”').casefold()
    return word in _ABBREVIATIONS or word.isdigit() or (len(word) == 1 and word.isalpha())
