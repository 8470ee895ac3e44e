"""The ways people see a page: narrow or wide, in each language, light or dark, with scripts or without."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, Literal, TypeAlias

from models.language import LANGUAGES, LanguageCode

PHONE: Final = 390
DESKTOP: Final = 1280
Scheme: TypeAlias = Literal["light", "dark"]
_SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
_STRIDE: Final = 7  # shares no factor with the 24 looks, so that steps of it meet every one of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One way to see a page; `width` is CSS pixels."""

    width: int = DESKTOP
    language: LanguageCode = LANGUAGES[0]
    scheme: Scheme = "light"
    has_scripts: bool = True

    def __str__(self) -> str:
        scripts = "scripts" if self.has_scripts else "no-scripts"
        return f"{self.width}-{self.language}-{self.scheme}-{scripts}"


ALL_LOOKS: Final = tuple(
    Look(width=width, language=language, scheme=scheme, has_scripts=has_scripts)
    for width, language, scheme, has_scripts in product((PHONE, DESKTOP), LANGUAGES, _SCHEMES, (True, False))
)


def rotate_looks(paths: Sequence[str], *, n_each: int = 2) -> list[tuple[str, Look]]:
    """Return each path with some looks, the same every time, so that together they go round all of them.

    The looks of one path are half a round apart, so that it is seen narrow and wide, with scripts and without.
    """
    n_looks = len(ALL_LOOKS)
    return [
        (path, ALL_LOOKS[(place * _STRIDE + turn * (n_looks // 2 + 1)) % n_looks])
        for place, path in enumerate(paths)
        for turn in range(n_each)
    ]
