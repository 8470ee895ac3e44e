"""Several things in one cell of a spreadsheet: one a line, each with an optional word and a colon before it.

Both ways of the same grammar are here, so that what an export writes an import reads back as it was:

- Lines are the items. In a cell of a single line semicolons separate them instead; a lone item that contains a
  semicolon is therefore written with a line break after it.
- `skill: Kotlin` has the word *skill*, if that is one of the words looked for; else the whole item is its text.
  An item that only looks like that is written with a bare colon in front: `: skill: not a kind`.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from models.folding import fold_name

Meaning = TypeVar("Meaning")


def split_items(cell: str) -> tuple[str, ...]:
    r"""Return the items of a cell in order, each on one line with single spaces, empty ones left out.

    Examples
    --------
    >>> split_items("Nokia; Kangasala"), split_items("Nokia; Lempäälä\nKangasala")
    (('Nokia', 'Kangasala'), ('Nokia; Lempäälä', 'Kangasala'))
    """
    parts = cell.split("\n") if "\n" in cell else cell.split(";")
    return tuple(item for item in (" ".join(part.split()) for part in parts) if item)


def join_items(items: Iterable[str]) -> str:
    r"""Return the cell from which `split_items` reads the same items.

    Examples
    --------
    >>> join_items(["Nokia", "Kangasala"]), join_items(["Nokia; Kangasala"])
    ('Nokia\nKangasala', 'Nokia; Kangasala\n')
    """
    lines = [" ".join(item.split()) for item in items]
    cell = "\n".join(lines)
    return cell + "\n" if len(lines) == 1 and ";" in cell else cell


def read_prefix(item: str, meanings: Mapping[str, Meaning]) -> tuple[Meaning | None, str]:
    """Return what the word before the colon means, None without such a word, and the rest of the item.

    Parameters
    ----------
    item : one line
    meanings : what each folded word means (`models.idea_words`)

    Examples
    --------
    >>> read_prefix("Taito: Kotlin", {"taito": "skill"}), read_prefix("Huom: Kotlin", {"taito": "skill"})
    (('skill', 'Kotlin'), (None, 'Huom: Kotlin'))
    """
    before, colon, after = item.partition(":")
    if not colon:
        return None, item.strip()
    if not before.strip():
        return None, after.strip()
    meaning = meanings.get(fold_name(before))
    return (None, item.strip()) if meaning is None else (meaning, after.strip())


def write_prefix(word: str | None, text: str, meanings: Mapping[str, Meaning]) -> str:
    """Return the item from which `read_prefix` reads the same word and text.

    Examples
    --------
    >>> write_prefix("skill", "Kotlin", {"skill": 1}), write_prefix(None, "skill: Kotlin", {"skill": 1})
    ('skill: Kotlin', ': skill: Kotlin')
    """
    if word is not None:
        return f"{word}: {text}"
    return text if read_prefix(text, meanings) == (None, text) else f": {text}"
