"""The filters that several lists share, by the words of the vocabulary."""

from typing import Annotated

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from models.idea import Idea, IdeaStatus
from models.language import LanguageCode
from models.organisation import OrganisationId, RegionId, SizeClass
from models.search import SearchFilters

RegionFilter = Annotated[
    str | None,
    Field(max_length=100, description="Two-digit code of the region of an organisation.", examples=["18"]),
]
OrganisationFilter = Annotated[
    str | None,
    Field(min_length=1, max_length=100, description="Id of an organisation with a part in it.", examples=["290"]),
]
YearFilter = Annotated[int | None, Field(ge=1900, le=2200, description="The year.", examples=[2019])]


class IdeaFilters(BaseModel):
    """Conditions every idea of an answer meets; region and size are those of any of its organisations."""

    region: RegionFilter = None
    size: Annotated[SizeClass | None, Field(description="Size class of an organisation by population.")] = None
    language: Annotated[
        str | None, Field(max_length=100, description="Language of the text, ISO 639-1.", examples=["sv"])
    ] = None
    status: Annotated[IdeaStatus | None, Field(description="Whether it still looks for partners.")] = None
    year: YearFilter = None

    def as_search_filters(self) -> SearchFilters:
        """Return the conditions as a search takes them."""
        return SearchFilters(
            region_id=None if self.region is None else RegionId(self.region),
            size_class=self.size,
            language=None if self.language is None else LanguageCode(self.language),
            status=self.status,
            year=self.year,
        )

    def admit(self, idea: Idea, catalogue: Catalogue) -> bool:
        """Return whether an idea meets the conditions."""
        parties = [catalogue.organisations[each] for each in find_organisation_ids(idea)]
        return (
            (self.language is None or idea.language == self.language)
            and (self.status is None or idea.status is self.status)
            and (self.year is None or idea.year == self.year)
            and (
                (self.region is None and self.size is None)
                or any(
                    (self.region is None or party.region_id == self.region)
                    and (self.size is None or party.size_class is self.size)
                    for party in parties
                )
            )
        )


def find_organisation_ids(idea: Idea) -> list[OrganisationId]:
    """Return the organisations an idea names, as far as they were understood."""
    return [party.organisation_id for party in idea.parties if party.organisation_id is not None]
