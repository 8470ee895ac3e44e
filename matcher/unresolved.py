"""Names of organisations that were kept as written, gathered for somebody to look at."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.collation import sort_key
from models.idea import Idea
from models.organisation import OrganisationId


@dataclass(frozen=True, slots=True)
class UnresolvedParty:
    """A name as `written`, what it may mean, the likeliest first, and the ideas it is in, in the order they came."""

    written: str
    did_you_mean: tuple[OrganisationId, ...]
    ideas: tuple[Idea, ...]


def find_unresolved(ideas: Iterable[Idea]) -> tuple[UnresolvedParty, ...]:
    """Return the names that were not resolved, those of most ideas first.

    Parameters
    ----------
    ideas : in the order they came

    Returns
    -------
    one entry a name as written, by descending number of ideas, equal ones in Finnish alphabetical order
    """
    found: defaultdict[str, dict[int, Idea]] = defaultdict(dict)
    guesses: dict[str, tuple[OrganisationId, ...]] = {}
    for idea in ideas:
        for party in idea.parties:
            if party.organisation_id is None:
                found[party.written][idea.id] = idea
                guesses[party.written] = party.did_you_mean
    entries = [UnresolvedParty(written, guesses[written], tuple(held.values())) for written, held in found.items()]
    return tuple(sorted(entries, key=lambda entry: (-len(entry.ideas), sort_key(entry.written))))
