"""How short names are compared: without case, accents, punctuation or spaces."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=100_000)
def fold_name(name: str) -> str:
    """Return the letters and digits of `name` in lower case and without marks, so that spellings of one name agree.

    Examples
    --------
    >>> fold_name("Hankkeen_NIMI:"), fold_name("År")
    ('hankkeennimi', 'ar')
    """
    return "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if letter.isalnum())
