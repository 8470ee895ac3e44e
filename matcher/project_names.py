"""Names of projects (eVaka, DigiOne, LIIRA), found where a text mentions them."""

import re
from typing import Final

from matcher.lemmas import split_compound, split_words

_COINED: Final = re.compile(r"[^\W\d]\w*[A-ZÅÄÖ]\w*")
_IN_PARENTHESES: Final = re.compile(r"\((\w+)\)")
_LETTERS_MIN: Final = 4
_ENDING: Final = r"(?:[:'’]?[a-zåäö]{1,6})?"  # what Finnish and Swedish put after a name: eVakassa, LIIRAn, DigiOne:s


def list_project_names(title: str) -> tuple[str, ...]:
    """Return the coined names in a title: words with a capital inside, and single words in parentheses.

    Examples
    --------
    >>> list_project_names("DigiOne – oppimisen uusi ekosysteemi"), list_project_names("Töissä Suomessa")
    (('DigiOne',), ())
    >>> list_project_names("6Aika: Energiaviisaat kaupungit (EKAT)")
    ('EKAT',)
    """
    parts = [part for word in split_words(title) for part in split_compound(word)]
    coined = [part for part in parts if _COINED.fullmatch(part)]
    names = dict.fromkeys((*coined, *_IN_PARENTHESES.findall(title)))
    return tuple(name for name in names if len(name) >= _LETTERS_MIN)


def find_project_name(text: str, names: tuple[str, ...]) -> str | None:
    """Return the first of a project's names that a text mentions, also with an ending; None where there is none.

    A name all in capitals is only found so: *KUUMA* is no *kuuma*.

    Examples
    --------
    >>> find_project_name("Voisimmeko ottaa evakan käyttöön?", ("eVaka",)), find_project_name("kuuma", ("KUUMA",))
    ('eVaka', None)
    """
    for name in names:
        flags = re.NOFLAG if name.isupper() else re.IGNORECASE
        if re.search(rf"(?<!\w){re.escape(name)}{_ENDING}(?!\w)", text, flags):
            return name
    return None
