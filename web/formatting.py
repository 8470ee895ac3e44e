"""Numbers, money, dates and times as people write them in Finnish, Finland-Swedish and English."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import PurePath
from typing import Final, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_time
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit
from jinja2 import Environment

from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode

TIME_ZONE: Final = ZoneInfo("Europe/Helsinki")

_LOCALES: Final = {FINNISH: "fi_FI", SWEDISH: "sv_FI", ENGLISH: "en_GB"}
# Babel's own short dates differ (sv_FI gives 2019-09-27): these are what Finnish and Finland-Swedish offices write.
_DAY: Final = {FINNISH: "d.M.y", SWEDISH: "d.M.y", ENGLISH: "d MMMM y"}
_CLOCK: Final = {FINNISH: "H.mm", SWEDISH: "H.mm", ENGLISH: "HH:mm"}
_MOMENT: Final = {FINNISH: "d.M.y 'klo' H.mm", SWEDISH: "d.M.y 'kl.' H.mm", ENGLISH: "d MMMM y 'at' HH:mm"}
_EUROS: Final = {FINNISH: "#,##0\N{NO-BREAK SPACE}¤", SWEDISH: "#,##0\N{NO-BREAK SPACE}¤", ENGLISH: "¤#,##0"}
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Formatter:
    """Writes values in one language."""

    language: LanguageCode

    def number(self, value: float, n_decimals: int | None = None) -> str:
        """Return a number with its thousands apart, with exactly `n_decimals` where that is given.

        Examples
        --------
        >>> Formatter("en").number(1234.5), Formatter("en").number(0.5, 2)
        ('1,234.5', '0.50')
        """
        pattern = None
        if n_decimals is not None:
            pattern = "#,##0." + "0" * n_decimals if n_decimals else "#,##0"
        return format_decimal(value, format=pattern, locale=self._locale)

    def signed(self, value: float, n_decimals: int) -> str:
        """Return a difference with its sign, also where it is above 0.

        Examples
        --------
        >>> Formatter("fi").signed(0.1034, 3), Formatter("en").signed(-0.5, 2)
        ('+0,103', '-0.50')
        """
        decimals = "0." + "0" * n_decimals
        return format_decimal(value, format=f"+{decimals};-{decimals}", locale=self._locale)

    def euros(self, value: int) -> str:
        """Return a sum of whole euros.

        Examples
        --------
        >>> Formatter("en").euros(280_500)
        '€280,500'
        """
        return format_currency(value, "EUR", _EUROS[self.language], self._locale, currency_digits=False)

    def percent(self, share: float) -> str:
        """Return a share in [0, 1] as whole per cent.

        Examples
        --------
        >>> Formatter("en").percent(0.85)
        '85%'
        """
        return format_percent(share, locale=self._locale)

    def day(self, value: date) -> str:
        """Return a day.

        Examples
        --------
        >>> Formatter("fi").day(date(2019, 9, 27)), Formatter("en").day(date(2019, 9, 27))
        ('27.9.2019', '27 September 2019')
        """
        return format_date(value, _DAY[self.language], locale=self._locale)

    def day_or_month(self, value: str) -> str:
        """Return a day given as `2021-11-30`, or a month given as `2021-11`.

        Examples
        --------
        >>> Formatter("fi").day_or_month("2021-11"), Formatter("fi").day_or_month("2021-11-30")
        ('marraskuu 2021', '30.11.2021')
        """
        month = _MONTH.fullmatch(value)
        if month is None:
            return self.day(date.fromisoformat(value))
        first = date(int(month[1]), int(month[2]), 1)
        return format_date(first, "LLLL y", locale=self._locale)

    def clock(self, value: time) -> str:
        """Return a time of day.

        Examples
        --------
        >>> Formatter("fi").clock(time(16, 15)), Formatter("en").clock(time(16, 15))
        ('16.15', '16:15')
        """
        return format_time(value, _CLOCK[self.language], locale=self._locale)

    def moment(self, value: datetime) -> str:
        """Return an aware moment in Finnish time.

        Examples
        --------
        >>> from datetime import UTC
        >>> Formatter("fi").moment(datetime(2019, 12, 19, 14, 15, tzinfo=UTC))
        '19.12.2019 klo 16.15'
        """
        return format_datetime(value, _MOMENT[self.language], tzinfo=TIME_ZONE, locale=self._locale)

    def amount(self, value: int, unit: Literal["day", "hour", "minute"]) -> str:
        """Return an amount of time in one unit, as browsers write it too (both have it from CLDR).

        Examples
        --------
        >>> Formatter("fi").amount(3, "day"), Formatter("en").amount(1, "hour")
        ('3 päivää', '1 hour')
        """
        return format_unit(value, f"duration-{unit}", length="long", locale=self._locale)

    def language_name(self, language: LanguageCode) -> str:
        """Return what a language is called, in the middle of a sentence; its code where nobody has named it.

        Examples
        --------
        >>> Formatter("fi").language_name("sv"), Formatter("en").language_name("sv")
        ('ruotsi', 'Swedish')
        """
        name: str | None = Locale.parse(self._locale).languages.get(language)
        return name or language

    @property
    def _locale(self) -> str:
        return _LOCALES[self.language]


def name_model(model: str) -> str:
    """Return what a model is called: a model in a folder of this machine by the folder's own name.

    Examples
    --------
    >>> name_model("intfloat/multilingual-e5-small"), name_model("/srv/models/e5-large/")
    ('intfloat/multilingual-e5-small', 'e5-large')
    """
    return PurePath(model).name if model.startswith(("/", ".", "~")) else model


def name_site(address: str) -> str:
    """Return the site that a web address is on.

    Examples
    --------
    >>> name_site("https://www.kuntaliitto.fi/ajankohtaista/2020")
    'kuntaliitto.fi'
    """
    return urlsplit(address).netloc.removeprefix("www.").rstrip(".")


def add_filters(environment: Environment, language: LanguageCode) -> None:
    """Give templates the formats of one language as filters of the same names."""
    formatter = Formatter(language)
    filters = ("number", "signed", "euros", "percent", "day", "day_or_month", "clock", "moment", "language_name")
    environment.filters.update({name: getattr(formatter, name) for name in filters})
    environment.filters |= {"model_name": name_model, "site": name_site}
