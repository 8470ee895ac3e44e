"""Numbers, money, dates and times are written as each language writes them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest

from models.language import ENGLISH, FINNISH, LANGUAGES, SWEDISH, LanguageCode
from web.formatting import Formatter
from web.templating import make_environment

NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("write", "finnish", "swedish", "english"),
    [
        (lambda formats: formats.number(1234.5), f"1{NO_BREAK}234,5", f"1{NO_BREAK}234,5", "1,234.5"),
        (lambda formats: formats.number(0.5, 2), "0,50", "0,50", "0.50"),
        (lambda formats: formats.number(1999.6, 0), f"2{NO_BREAK}000", f"2{NO_BREAK}000", "2,000"),
        (
            lambda formats: formats.euros(1_090_100),
            f"1{NO_BREAK}090{NO_BREAK}100{NO_BREAK}€",
            f"1{NO_BREAK}090{NO_BREAK}100{NO_BREAK}€",
            "€1,090,100",
        ),
        (lambda formats: formats.percent(0.85), f"85{NO_BREAK}%", f"85{NO_BREAK}%", "85%"),
        (lambda formats: formats.day(date(2019, 9, 7)), "7.9.2019", "7.9.2019", "7 September 2019"),
        (lambda formats: formats.day_or_month("2021-11"), "marraskuu 2021", "november 2021", "November 2021"),
        (lambda formats: formats.day_or_month("2021-11-30"), "30.11.2021", "30.11.2021", "30 November 2021"),
        (lambda formats: formats.clock(time(16, 15)), "16.15", "16.15", "16:15"),
        (lambda formats: formats.language_name(SWEDISH), "ruotsi", "svenska", "Swedish"),
        (lambda formats: formats.language_name(LanguageCode("zz")), "zz", "zz", "zz"),
    ],
)
def test_writes_in_three_languages(write: Callable[[Formatter], str], finnish: str, swedish: str, english: str) -> None:
    """A value reads as an office of each language would write it."""
    written = [write(Formatter(language)) for language in (FINNISH, SWEDISH, ENGLISH)]

    assert [text.replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK) for text in written] == [finnish, swedish, english]


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2019, 12, 19, 14, 15, tzinfo=UTC), "19.12.2019 klo 16.15"),
        (datetime(2019, 7, 1, 21, 5, tzinfo=UTC), "2.7.2019 klo 0.05"),
    ],
)
def test_moments_are_in_finnish_time(moment: datetime, written: str) -> None:
    """A moment in UTC is shown in Finnish time, winter and summer."""
    assert Formatter(FINNISH).moment(moment) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_have_the_formats(language: LanguageCode) -> None:
    """Templates of every language write with the formats of that language."""
    template = make_environment(language).from_string("{{ 0.85 | percent }} {{ 1234 | number }} {{ 5 | euros }}")

    html = template.render()

    formats = Formatter(language)
    assert html == f"{formats.percent(0.85)} {formats.number(1234)} {formats.euros(5)}"
