"""The words for languages, statuses, origins and kinds that lists of ideas use, in Finnish, Swedish and English."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from models.folding import fold_name
from models.idea import IdeaStatus, Origin, PartyRole, ResourceKind
from models.language import ENGLISH, FINNISH, SWEDISH, LanguageCode

Meaning = TypeVar("Meaning")

# ISO 639-1: the two-letter codes in force (source: the Library of Congress, which keeps the list).
_CODES: Final = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja "
    "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb "
    "nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq "
    "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)


def _fold(words: Mapping[Meaning, str]) -> Mapping[str, Meaning]:
    """Return what each folded word means, from the words of each meaning with bars between."""
    return MappingProxyType(
        {fold_name(word): meaning for meaning, listed in words.items() for word in listed.split("|")}
    )


LANGUAGE_BY_WORD: Final = _fold(
    {LanguageCode(code): code for code in _CODES.split()}
    | {
        FINNISH: "fi|fin|suomi|suomeksi|suomenkielinen|finska|finskspråkig|finnish",
        SWEDISH: "sv|swe|ruotsi|ruotsiksi|ruotsinkielinen|svenska|svenskspråkig|swedish",
        ENGLISH: "en|eng|englanti|englanniksi|englanninkielinen|engelska|engelskspråkig|english",
    }
)
"""The language that a folded word or ISO 639-1 code means."""

STATUS_BY_WORD: Final = _fold(
    {
        IdeaStatus.OPEN: "open|avoin|auki|avoinna|etsii kumppaneita|öppen|öppet|söker partner",
        IdeaStatus.COMPLETE: "complete|completed|full|valmis|täynnä|koossa|kumppanit löytyneet|klar|komplett|fullt",
        IdeaStatus.WITHDRAWN: "withdrawn|cancelled|peruttu|peruutettu|vedetty pois|indragen|återkallad|tillbakadragen",
    }
)
"""The status that a folded word means."""

ORIGIN_BY_WORD: Final = _fold(
    {
        Origin.ILLUSTRATIVE: "illustrative|example|havainnollistava|esimerkki|illustrativ|exempel",
        Origin.IMPORTED: "imported|tuotu|importerad",
    }
)
"""The origin that a folded word means."""

KIND_BY_WORD: Final = _fold(
    {
        ResourceKind.SKILL: "skill|skills|expertise|osaaminen|taito|asiantuntemus|kompetens|kunnande|kunskap",
        ResourceKind.SYSTEM_IN_USE: "system in use|system|järjestelmä|käytössä oleva järjestelmä|järjestelmä käytössä"
        "|system i bruk|system i användning",
        ResourceKind.PILOT_SITE: "pilot site|pilot|pilottikohde|pilottipaikka|pilotti|kokeilupaikka|pilotplats"
        "|testplats",
        ResourceKind.PROCUREMENT: "procurement|hankinta|kilpailutus|upphandling",
        ResourceKind.MONEY: "money|funding|raha|rahoitus|pengar|finansiering",
        ResourceKind.FINISHED_SOLUTION: "finished solution|ready solution|valmis ratkaisu|färdig lösning",
    }
)
"""The kind of need or offer that a folded word means; the values of `ResourceKind` are among the words."""

ROLE_BY_WORD: Final = _fold({PartyRole.ASSOCIATE: "associate|yhteistyötaho|samarbetspart"})
"""The role other than member that a folded word before a member's name means."""
