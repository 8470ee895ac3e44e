"""The filters of the search page: what its address may ask for, and the fields to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, Field

from matcher.catalogue import Catalogue
from models.collation import sort_key
from models.idea import IdeaStatus
from models.language import LANGUAGES, LanguageCode
from models.organisation import RegionId, SizeClass
from models.search import SearchFilters
from web.formatting import Formatter
from web.labels import label_choice
from web.translations import load_translations

Value = TypeVar("Value")
# A form sends a filter that was not chosen as an empty value.
Chosen = Annotated[Value | None, BeforeValidator(lambda value: value or None)]


class SearchWish(BaseModel):
    """What the address of the search page asks for."""

    q: str = ""
    region: Chosen[str] = None
    size: Chosen[SizeClass] = None
    language: Chosen[str] = None
    status: Chosen[IdeaStatus] = None
    year: Chosen[int] = None
    page: int = Field(default=1, ge=1)

    def as_filters(self) -> SearchFilters:
        """Return the filters that were chosen."""
        return SearchFilters(
            region_id=None if self.region is None else RegionId(self.region),
            size_class=self.size,
            language=None if self.language is None else LanguageCode(self.language),
            status=self.status,
            year=self.year,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectField:
    """One filter in the reader's language; `all` is what choosing nothing is called, `options` are value and text."""

    name: str
    label: str
    all: str
    chosen: str
    options: tuple[tuple[str, str], ...]


def list_fields(catalogue: Catalogue, wish: SearchWish, language: LanguageCode) -> tuple[SelectField, ...]:
    """Return the filters for readers of `language`, with what was chosen."""
    _ = load_translations(language).gettext
    formatter = Formatter(language)
    regions = sorted(
        ((region.id, region.name.in_language(language)) for region in catalogue.regions.values()),
        key=lambda option: sort_key(option[1]),
    )
    years = sorted({idea.year for idea in catalogue.ideas.values() if idea.year is not None}, reverse=True)
    languages = [(code, formatter.language_name(code).capitalize()) for code in LANGUAGES]
    return (
        _make("region", _("Region"), _("All regions"), options=regions, chosen=wish.region),
        _make(
            "size",
            _("Size of municipality"),
            _("All sizes"),
            options=[(size, _(label_choice(size))) for size in SizeClass],
            chosen=wish.size,
        ),
        _make("language", _("Language of the idea"), _("All languages"), options=languages, chosen=wish.language),
        _make(
            "status",
            _("Status"),
            _("All statuses"),
            options=[(status, _(label_choice(status))) for status in IdeaStatus],
            chosen=wish.status,
        ),
        _make("year", _("Year"), _("All years"), options=[(str(year), str(year)) for year in years], chosen=wish.year),
    )


def _make(
    name: str, label: str, everything: str, *, options: Iterable[tuple[str, str]], chosen: str | int | None
) -> SelectField:
    """Return one field."""
    pairs = tuple((str(value), text) for value, text in options)
    return SelectField(
        name=name, label=label, all=everything, chosen="" if chosen is None else str(chosen), options=pairs
    )
