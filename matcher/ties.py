"""Who has worked with whom, from the register of projects."""

from collections import defaultdict
from collections.abc import Sequence

from models.organisation import OrganisationId
from models.project import Project
from models.tie import Tie


def find_ties(projects: Sequence[Project], organisation_id: OrganisationId) -> tuple[Tie, ...]:
    """Return the partners that one organisation has had, those with most projects in common first.

    Parameters
    ----------
    projects : any part of the register; projects without the organisation do not count
    organisation_id : whose partners

    Returns
    -------
    one Tie a partner, its projects in the order given; equal numbers of projects by organisation id.
    The organisation itself and names that were not understood are never included.

    Examples
    --------
    >>> find_ties([], OrganisationId("091"))
    ()
    """
    shared: defaultdict[OrganisationId, list[Project]] = defaultdict(list)
    for project in projects:
        partner_ids = dict.fromkeys(project.organisation_ids)
        if organisation_id in partner_ids:
            for partner_id in partner_ids:
                shared[partner_id].append(project)
    shared.pop(organisation_id, None)
    ties = (Tie(partner_id, tuple(together)) for partner_id, together in shared.items())
    return tuple(sorted(ties, key=lambda tie: (-len(tie.projects), tie.organisation_id)))
