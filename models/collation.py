"""Finnish and Swedish alphabetical order as a plain key, equal on every database."""

import re
import unicodedata
from typing import Final

# Both languages sort å, ä, ö after z, and w and v as one letter was given up in 2006 for names: they differ here.
# Letters that a Finn reads as a variant sort with their base letter: ü as y, ø as ö, æ as ä, đ as d, ŋ as n.
_AFTER_Z: Final = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "õ": "}"}
_VARIANTS: Final = {"ü": "y", "đ": "d", "ð": "d", "ŋ": "n", "ß": "ss", "þ": "th", "ŧ": "t", "ł": "l"}


def sort_key(text: str) -> str:
    """Return a string whose code-point order is the Finnish and Swedish alphabetical order of `text`.

    Case, punctuation and accents other than those of å, ä and ö do not count at first; the original text follows
    after a space-less separator so that equal words keep one order.

    Examples
    --------
    >>> sorted(["Öja", "Zoo", "Åbo", "Äänekoski", "ahti"], key=sort_key)
    ['ahti', 'Zoo', 'Åbo', 'Äänekoski', 'Öja']
    """
    letters = []
    for letter in unicodedata.normalize("NFC", text).casefold():
        if letter in _AFTER_Z:
            letters.append(_AFTER_Z[letter])
        elif letter in _VARIANTS:
            letters.append(_VARIANTS[letter])
        else:
            letters.append(
                "".join(mark for mark in unicodedata.normalize("NFD", letter) if not unicodedata.combining(mark))
            )
    words = re.sub(r"[^\w{|}]+", " ", "".join(letters)).strip()
    return f"{words}\x01{text}"
