"""Texts as pages show them: matched words marked, paragraphs apart."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape


def mark_words(text: str, words: Iterable[str]) -> Markup:
    """Return `text` as HTML with the given words marked where they stand alone, in any case.

    Examples
    --------
    >>> mark_words("Koulukyydit & reitit", ["reitit"])
    Markup('Koulukyydit &amp; <mark>reitit</mark>')
    """
    wanted = sorted({re.escape(word) for word in words if word}, key=len, reverse=True)
    if not wanted:
        return escape(text)
    pieces = re.split(rf"(?<!\w)({'|'.join(wanted)})(?!\w)", text, flags=re.IGNORECASE)
    # With one group, re.split puts what matched at the odd places.
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if place % 2 else escape(piece) for place, piece in enumerate(pieces)
    )


def split_paragraphs(text: str) -> tuple[str, ...]:
    r"""Return the paragraphs of a text: its lines, empty ones left out.

    Examples
    --------
    >>> split_paragraphs("Ensin tämä.\n\nSitten tuo.")
    ('Ensin tämä.', 'Sitten tuo.')
    """
    return tuple(line.strip() for line in text.splitlines() if line.strip())
