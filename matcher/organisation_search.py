"""Finds organisations by name, whichever of their names somebody writes, and by what they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.folding import fold_name
from models.organisation import (
    Alias,
    LanguageStatus,
    Organisation,
    OrganisationId,
    OrganisationKind,
    RegionId,
    SizeClass,
)
from models.resolution import Resolution

ResolveName = Callable[[str], Resolution]
"""Understands one name as somebody wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFilters:
    """Conditions that every organisation found meets; None asks for nothing."""

    kind: OrganisationKind | None = None
    region_id: RegionId | None = None
    size_class: SizeClass | None = None
    language_status: LanguageStatus | None = None

    def meets(self, organisation: Organisation) -> bool:
        """Return whether an organisation meets all of them."""
        wanted = (
            (self.kind, organisation.kind),
            (self.region_id, organisation.region_id),
            (self.size_class, organisation.size_class),
            (self.language_status, organisation.language_status),
        )
        return all(wish is None or wish == found for wish, found in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationsFound:
    """What came of a search by name: the organisations, or those that may have been meant where there is none."""

    organisations: tuple[Organisation, ...] = ()
    did_you_mean: tuple[OrganisationId, ...] = ()


def find_organisations(
    organisations: Sequence[Organisation],
    aliases: Sequence[Alias],
    name: str = "",
    *,
    resolve: ResolveName,
    filters: OrganisationFilters | None = None,
) -> OrganisationsFound:
    """Return the organisations of which a name contains `name` and that meet the filters.

    Parameters
    ----------
    organisations : all there are, in the order in which they are to come
    aliases : all spellings
    name : a part of any spelling, without regard to case, accents and punctuation; nothing finds all
    resolve : asked where no spelling contains `name`, so that short forms and typing errors are understood
    filters : conditions, None for none

    Returns
    -------
    organisations in the order given, those with a spelling that begins with `name` first.
    `did_you_mean` holds what the name may mean where nothing was found by it, whatever the filters, else nothing.
    """
    meets = (filters or OrganisationFilters()).meets
    if not name.strip():
        return OrganisationsFound(organisations=tuple(filter(meets, organisations)))
    part = fold_name(name)
    if not part:
        return OrganisationsFound()
    beginning, containing = _match_spellings(organisations, aliases, part)
    if not containing:
        resolution = resolve(name)
        if resolution.organisation_id is None:
            return OrganisationsFound(did_you_mean=resolution.did_you_mean)
        beginning = containing = {resolution.organisation_id}
    found = [each for each in organisations if each.id in containing and meets(each)]
    return OrganisationsFound(organisations=tuple(sorted(found, key=lambda each: each.id not in beginning)))


def _match_spellings(
    organisations: Sequence[Organisation], aliases: Sequence[Alias], part: str
) -> tuple[set[OrganisationId], set[OrganisationId]]:
    """Return whose spellings begin with a folded part of a name, and whose contain it."""
    spellings = [
        *((each.id, name) for each in organisations for name in (each.name.fi, each.name.sv, each.name.en)),
        *((alias.organisation_id, alias.spelling) for alias in aliases),
    ]
    beginning, containing = set(), set()
    for organisation_id, spelling in spellings:
        folded = fold_name(spelling)
        if part in folded:
            containing.add(organisation_id)
            if folded.startswith(part):
                beginning.add(organisation_id)
    return beginning, containing
