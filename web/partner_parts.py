"""What each part of a suggestion's points is, in words: its symbol in the formula and what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from matcher.partner_points import PartnerWeights
from models.suggestion import PartName
from web.translations import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class PartText:
    """Messages on one part: `symbol` of its signal, empty where there is none, and what it `rests_on`.

    `rests_on` may name fields of `PartnerWeights`. `is_logarithmic` says that log(1 + signal) is weighed.
    """

    symbol: str
    rests_on: str
    is_logarithmic: bool = False


PART_TEXTS: Final[Mapping[PartName, PartText]] = MappingProxyType(
    {
        PartName.START: PartText(
            symbol="", rests_on=N_("The same for everybody: without a reason nobody is a likely partner.")
        ),
        PartName.TEXT: PartText(
            symbol=N_("text"),
            rests_on=N_(
                "How much closer its nearest idea or past project is to yours than %(text_floor)s, squared, so that a "
                "clear likeness counts for much more than a faint one; an idea it leads counts more than one it is a "
                "member of, or than a project that may be over. A short text that you type is read as a search as "
                "well, and %(relevance)s times how well an idea answers it counts where that is more."
            ),
        ),
        PartName.NAMED: PartText(
            symbol=N_("named"),
            rests_on=N_(
                "1 where a sentence of your text names the organisation, −1 where it says that it is not wanted,"
                " otherwise 0."
            ),
        ),
        PartName.COMPLEMENT: PartText(
            symbol=N_("need and offer"),
            rests_on=N_(
                "1 where an idea it leads offers what yours needs, or needs what yours offers: of the same kind, close "
                "in meaning and with a telling word in common; less where it is a member, otherwise 0."
            ),
        ),
        PartName.WALK: PartText(
            symbol=N_("walk"),
            rests_on=N_(
                "How it can be reached from those that ask through projects they were in together; projects on a "
                "similar matter count most."
            ),
            is_logarithmic=True,
        ),
        PartName.TIES: PartText(
            symbol=N_("ties"),
            rests_on=N_("How many past projects it shares with those that ask, whatever they were about."),
            is_logarithmic=True,
        ),
        PartName.DISTANCE: PartText(
            symbol=N_("nearness"),
            rests_on=N_(
                "Kilometres between the seats, which count less and less beyond %(distance_scale_km)s km, a common "
                "border and a common region, together from 0 to 1. It never rules anybody out."
            ),
        ),
        PartName.SIZE: PartText(
            symbol=N_("size"),
            rests_on=N_(
                "How alike the numbers of inhabitants are: from 1 for as many to 0 for half or twice as many. It "
                "brings small municipalities together as much as cities."
            ),
        ),
        PartName.LANGUAGE: PartText(
            symbol=N_("shared language"),
            rests_on=N_(
                "Where the language of your idea is an official one of theirs: the more, the fewer work in it, and "
                "nothing where at least half do. Nobody loses points for a language."
            ),
        ),
    }
)
"""One a part; a test holds that none is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTerm:
    """A part as the formula has it: the `weight` in use and the messages on it."""

    name: PartName
    weight: float
    text: PartText


def list_terms(weights: PartnerWeights) -> tuple[PartTerm, ...]:
    """Return all parts in their order with their weights, each of which is the field of the part's name."""
    return tuple(PartTerm(name=name, weight=getattr(weights, name), text=PART_TEXTS[name]) for name in PartName)
