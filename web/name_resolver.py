"""The resolver of organisations' names over the catalogue of the moment, made once for each."""

from matcher.catalogue import Catalogue
from matcher.resolver import OrganisationResolver
from models.errors import UnresolvedNameError
from models.organisation import OrganisationId
from web.remembered import remember


@remember
def make_resolver(catalogue: Catalogue) -> OrganisationResolver:
    """Return the resolver of one catalogue, which takes a tenth of a second to make."""
    return OrganisationResolver(tuple(catalogue.organisations.values()), catalogue.aliases)


def resolve_name(catalogue: Catalogue, written: str) -> OrganisationId:
    """Return the organisation that an id or a name means, or raise UnresolvedNameError with what it may mean."""
    if written in catalogue.organisations:
        return OrganisationId(written)
    resolution = make_resolver(catalogue).resolve(written)
    if resolution.organisation_id is None:
        names = [catalogue.get_organisation(each).name.fi for each in resolution.did_you_mean]
        raise UnresolvedNameError(written, names)
    return resolution.organisation_id
