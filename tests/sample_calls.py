"""The calls of the small world: one for all, one for joint projects, one of which little is known."""

from datetime import date, time
from typing import Final

from models.call import CallId, Exclusion, Material, Question
from models.language import FINNISH, SWEDISH
from models.localised_text import LocalisedText
from tests.factories import make_call

CALLS: Final = (
    make_call(
        id=CallId("2019-1"),
        subject=LocalisedText("tiedolla johtaminen", "informationsledning", "management by information"),
        joint_only=False,
        opens_note=LocalisedText("elokuun 2019 alussa", "i början av augusti 2019", "early August 2019"),
        closes=date(2019, 9, 19),
        decided=date(2019, 11, 21),
        projects_end="2021-11-30",
        aid_share_max=0.85,
        n_applications=185,
        n_granted=41,
        grant_range_eur=(11_900, 2_000_000),
        materials=(
            Material(title="Avustus 2019", language=FINNISH, address="https://example.invalid/2019"),
            Material(
                title="Understöd 2019",
                language=SWEDISH,
                address="https://example.invalid/sv/2019",
                read_on=date(2026, 11, 25),
            ),
        ),
    ),
    make_call(
        id=CallId("2019-2"),
        subject=LocalisedText("yhteishankkeet", "gemensamma projekt", "joint projects"),
        opens=date(2019, 11, 13),
        closes=date(2019, 12, 19),
        closes_time=time(16, 15),
        projects_end="2021-11",
        aid_share_max=0.85,
        n_ideas_before=133,
        workshop=date(2019, 9, 27),
        n_applications=51,
        purposes=(LocalisedText("tiedolla johtaminen", "informationsledning", "management by information"),),
        exclusions=(Exclusion("built_environment", LocalisedText("rakennettu ympäristö", "byggd miljö")),),
        exclusions_known=True,
        materials=(Material(title="Yhteishankkeet", language=FINNISH, address="https://example.invalid/2019-2"),),
        questions=(
            Question(
                id="own-share",
                question=LocalisedText(
                    "Mikä on omarahoitus?", "Vilken är självfinansieringen?", "What is the own share?"
                ),
                answer=LocalisedText("Vähintään 15 prosenttia.", "Minst 15 procent.", "At least 15 per cent."),
                sources=(Material(title="Asetus", language=FINNISH, address="https://example.invalid/asetus"),),
            ),
        ),
        recorded=date(2026, 11, 25),
    ),
    make_call(id=CallId("2022"), subject=LocalisedText("tietojen laatu", "datakvalitet", "quality of data")),
)
