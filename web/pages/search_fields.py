"""The filters of the search page: what its address may ask for, and the fields to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import BaseModel, Field

from matcher.catalogue import Catalogue
from models.collation import sort_key
from models.idea import IdeaStatus
from models.language import LANGUAGES, LanguageCode
from models.organisation import RegionId, SizeClass
from models.search import SearchFilters
from web.choices import AskedChoice, find_choice, refuse_unknown_choices
from web.formatting import Formatter
from web.labels import label_choice
from web.translations import load_translations


class SearchWish(BaseModel):
    """What the address of the search page asks for; a form sends a filter that was not chosen as an empty value."""

    q: str = ""
    region: str = ""
    size: str = ""
    language: str = ""
    status: str = ""
    year: str = ""
    page: int = Field(default=1, ge=1)

    def as_filters(self) -> SearchFilters:
        """Return the filters that were chosen, once none of them is refused."""
        return SearchFilters(
            region_id=RegionId(self.region) if self.region else None,
            size_class=find_choice(SizeClass, self.size),
            language=LanguageCode(self.language) if self.language else None,
            status=find_choice(IdeaStatus, self.status),
            year=int(self.year) if self.year else None,
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
    """Return the filters for readers of `language`, with what was chosen; raise UnknownChoiceError."""
    _ = load_translations(language).gettext
    formatter = Formatter(language)
    regions = sorted(
        ((region.id, region.name.in_language(language)) for region in catalogue.regions.values()),
        key=lambda option: sort_key(option[1]),
    )
    years = sorted({idea.year for idea in catalogue.ideas.values() if idea.year is not None}, reverse=True)
    languages = [(code, formatter.language_name(code).capitalize()) for code in LANGUAGES]
    fields = (
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
    refuse_unknown_choices(*(AskedChoice(each.name, each.label, each.chosen, dict(each.options)) for each in fields))
    return fields


def _make(name: str, label: str, everything: str, *, options: Iterable[tuple[str, str]], chosen: str) -> SelectField:
    """Return one field."""
    pairs = tuple((str(value), text) for value, text in options)
    return SelectField(name=name, label=label, all=everything, chosen=chosen, options=pairs)
