"""The state that answers are given from: replaced as a whole, never changed, so that readers need no lock."""

from dataclasses import dataclass

from matcher.catalogue import Catalogue
from matcher.eligibility_index import EligibilityIndex
from matcher.partner_index import PartnerIndex
from matcher.reuse_index import ReuseIndex
from matcher.search_index import SearchIndex
from models.run import RunId
from models.theme import ThemeMap


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Snapshot:
    """The catalogue of one data version, the search index over its ideas, and the newest theme map.

    `map_run_id` is the run that drew `theme_map`; both are None until one was drawn. The map may be older than the
    ideas while a match is going on: an idea it does not know has no place yet, and one that is gone may be on it.
    `partner_index` is None until partners can be suggested, `reuse_index` until verdicts on reuse can be given, and
    `eligibility` until ideas have been read against the calls.
    """

    catalogue: Catalogue
    index: SearchIndex
    theme_map: ThemeMap | None = None
    map_run_id: RunId | None = None
    partner_index: PartnerIndex | None = None
    reuse_index: ReuseIndex | None = None
    eligibility: EligibilityIndex | None = None
