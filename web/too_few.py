"""What is said where too little was measured for figures to mean anything; the same wherever they are shown."""

from typing import Final

from models.evaluation import FEWEST_MEASURED
from web.translations import N_

TOO_FEW: Final = N_(
    "So few show nothing: with fewer than %(fewest)s, figures this good or this bad come by chance. "
    "Measured: %(measured)s."
)


def write_note(n_measured: int) -> str | None:
    """Return the sentence for figures over `n_measured` projects, pairs or texts, None where there are enough.

    Examples
    --------
    >>> write_note(2)
    'So few show nothing: with fewer than 30, figures this good or this bad come by chance. Measured: 2.'
    >>> write_note(30) is None
    True
    """
    return TOO_FEW % {"fewest": FEWEST_MEASURED, "measured": n_measured} if n_measured < FEWEST_MEASURED else None
