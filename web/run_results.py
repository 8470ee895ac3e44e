"""What the results of runs are called: the message of every count and figure that a run is recorded with."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from web.translations import N_

RESULT_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "added": N_("Ideas added"),
        "updated": N_("Ideas changed"),
        "unchanged": N_("Ideas unchanged"),
        "refused": N_("Rows refused"),
        "unresolved": N_("Names not understood"),
        "ideas": N_("Ideas"),
        "sentences": N_("Sentences"),
        "themes": N_("Themes"),
        "alone": N_("Ideas that stand alone"),
        "trustworthiness": N_("Trustworthiness of the map"),
        "edits_not_applicable": N_("Edits that no longer apply"),
        "projects": N_("Projects"),
        "questions": N_("Questions asked"),
        "recall_at_10": N_("Recall@10"),
        "ndcg_at_10": N_("nDCG@10"),
    }
)


def name_result(key: str) -> str:
    """Return the message of a result, the name it is recorded by where that is of another version.

    Examples
    --------
    >>> name_result("alone"), name_result("n_moons")
    ('Ideas that stand alone', 'n_moons')
    """
    return RESULT_NAMES.get(key, key)
