"""The words in names of organisations: which say *municipality*, which *one of its units*, which *somebody else*.

Words are compared folded (`models.folding`): lower case, without marks. The lists are ours, from the names Finnish
municipalities, their units and their partners go by in Finnish, Swedish and English.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from models.folding import fold_name

Words = tuple[str, ...]
"""A name as folded words, in order."""


def _list(words: str) -> Words:
    """Return the words of a list that spaces separate."""
    return tuple(words.split())


NOMINATIVE_HEADS: Final = frozenset(
    _list(
        """
    kaupunki kunta kaupungissa kaupungista kaupunkiin kaupungilla kaupungilta kaupungille kaupunkia kunnassa
    kunnasta kuntaan kunnalla kunnalta kunnalle kuntaa stad staden kommun kommunen town municipality
    """
    )
)
"""Words that after a name say that a municipality is meant; what follows them is a unit of it."""
GENITIVE_HEADS: Final = frozenset(_list("kaupungin kunnan stads stadens kommuns kommunens city"))
"""The same as owners: what follows is the municipality's only if it is a unit, `kaupungin asunnot oy` is not."""
PLURAL_HEADS: Final = frozenset(_list("kaupungit kunnat kaupunkien kuntien stader staderna kommuner kommunerna"))
"""Words that after a list of names say that municipalities are meant."""
LEADING_HEADS: Final = (
    ("staden",),
    ("kommunen",),
    ("city", "of"),
    ("town", "of"),
    ("municipality", "of"),
    ("the", "city", "of"),
    ("the", "town", "of"),
    ("the", "municipality", "of"),
)
"""Words that before a name say that a municipality is meant."""
CONJUNCTIONS: Final = frozenset(_list("ja och and seka samt"))
"""Words between names."""

_GLUED_HEADS: Final = ("kaupungin", "kunnan", "kaupunki", "kunta")
_JOINT_AUTHORITY: Final = frozenset({"kuntayhtyma", "samkommun"})
_JOINT_AUTHORITY_ENDINGS: Final = ("yhtyma", "samkommun")
_COUNCILS: Final = frozenset({"liitto", "forbund", "sairaanhoitopiirin", "sjukvardsdistrikt"})
_BUSINESS_ID: Final = re.compile(r"\b\d{7}-\d\b")
_IN_PARENTHESES: Final = re.compile(r"\([^()\n]*\)?|\[[^\[\]\n]*\]?")
_CARE_OF: Final = re.compile(r"c/o\b.*", re.IGNORECASE)
_ROLE: Final = re.compile(
    r"\A\W*(?:p[aä][aä])?(?:hallinnoija|hakija|toteuttaja|vet[aä]j[aä]|koordinaattori|vastuutaho|s[oö]kande|"
    r"huvuds[oö]kande|koordinator|lead(?: partner)?|applicant|coordinator|kunta|kommun|municipality)\s*:(?=\s|\Z)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W_]+(?:[-:.'’_][^\W_]+)*")
_CASE_AFTER_COLON: Final = re.compile(r":(?:n|[aä]n|[iu]n|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle)\b", re.IGNORECASE)
_COMMON_FORM: Final = {
    "kaup": "kaupunki",
    "kuntayht": "kuntayhtyma",
    "ky": "kuntayhtyma",
    "kky": "koulutuskuntayhtyma",
    "koulutusky": "koulutuskuntayhtyma",
    "shp": "sairaanhoitopiirin",
    "sairaanhoitopiiri": "sairaanhoitopiirin",
    "sjukvardsdistrikts": "sjukvardsdistrikt",
    "maakuntaliitto": "liitto",
    "landskapsforbund": "forbund",
    "forbunds": "forbund",
    "samkommunen": "samkommun",
    "samkommuns": "samkommun",
    "samkommunens": "samkommun",
    "maalaiskunta": "mlk",
    "maalaiskunnan": "mlk",
    "mlkn": "mlk",
    "landskommun": "lk",
}
_CASES: Final = (
    (re.compile(r"(kuntayhtyma)(?:n|a|lla|lta|lle|ssa|sta|an)\Z"), r"\1"),
    (re.compile(r"\A(?:maakunta)?lii(?:ton|ttoa|tossa|tosta|ttoon|tolla|tolta|tolle)\Z"), "liitto"),
)

_AND_OTHERS: Final = frozenset(_list("ym ymt jne etc mfl mm"))
_RUN_TOGETHER: Final = re.compile(r"(kuntayhtyma)(\w{4,})")  # a line break was lost

_LEGAL_WORDS: Final = frozenset(_list("oy oyj ab abp ry rf osk tmi ltd inc oyab ay"))
_LEGAL_ENDINGS: Final = _list(
    """
    saatio saation stiftelse stiftelsen osuuskunta osuuskunnan andelslag andelslaget yhdistys yhdistyksen forening
    foreningen yhtio yhtion bolag bolaget foundation association
    """
)
_BODY_WORDS: Final = frozenset(_list("ely avi amk uas suomen finlands valtion statens kansallinen"))
_BODY_ENDINGS: Final = _list(
    """
    korkeakoulu korkeakoulun yliopisto yliopiston universitet universitetet university hogskola hogskolan opisto
    opiston instituutti institut institute oppilaitos seurakunta seurakunnan seurakuntayhtyma forsamling
    samfallighet elykeskus hyvinvointialue hyvinvointialueen valfardsomrade valfardsomradet kauppakamari
    handelskammare yrittajat foretagare ministerio ministeriet ministry seutukunta seutukunnan maakunta
    aluehallintovirasto vaestotietovirasto liikennevirasto vaylavirasto maahanmuuttovirasto ruokavirasto
    energiavirasto tutkimuslaitos tutkimuskeskus metsakeskus teatteri klubi seura kerho seutu poliisilaitos
    karajaoikeus tetoimisto
    """
)
_STATE_OFFICE: Final = ("liikenne", "ja", "ymparistokeskus")  # elinkeino-, liikenne- ja ympäristökeskus
_UNIT_ENDINGS: Final = _list(
    """
    toimi toimiala toimialue palvelut palvelu palvelualue palvelukeskus osasto virasto yksikko laitos laitokset
    lautakunta hallinto hallitus kirjasto museo museot lukio koulu keskus toimisto kanslia hoitokunta tulosalue
    tulosyksikko koulutus tekniikka asema tuotanto tyopaja tyopajat pajat satama orkesteri ryhma bibliotek
    biblioteket avdelning avdelningen namnd namnden tjanster kansli forvaltning forvaltningen sektor sektorn enhet
    enheten affarsverk affarsverket vasende vasendet centralen skola museum museet department division services
    office unit library sector
    """
)
_UNIT_SUBJECTS: Final = _list(
    """
    hyvinvoin kulttuuri liikun sivisty kasvatu opetu varhaiskasvatu tietohallin konserni elinvoima teknin teknis
    nuoriso kaavoitu kehittami markkinoin viestin henkilost talous tyollisy vapaaai ymparist bildning kultur fritid
    ungdom teknisk teknik
    """
)


@lru_cache(maxsize=4_096)  # a text is read as a whole, as a piece and as a name
def read_words(text: str) -> Words:
    """Return the words of a name, folded and in their common form.

    What stands in parentheses, a business id, a role before a colon (*hakija: Salo*) and what follows *c/o* are no
    part of the name, nor is a case after a colon (*Tl:n*). Hyphens, dots and colons inside a word join: `r.y.` is `ry`.

    Examples
    --------
    >>> read_words("Hakija: YLÄ-SAVON kky (hallinnoija)")
    ('ylasavon', 'koulutuskuntayhtyma')
    """
    name = _CARE_OF.sub(" ", unicodedata.normalize("NFKC", text))
    name = _BUSINESS_ID.sub(" ", _IN_PARENTHESES.sub(" ", _ROLE.sub(" ", name)))
    name = _CASE_AFTER_COLON.sub("", name)
    folded = (_find_common_form(fold_name(found)) for found in _WORD.findall(name))
    words = (word for found in folded for word in _RUN_TOGETHER.sub(r"\1 \2", found).split())
    return tuple(word for word in words if word not in _AND_OTHERS)


def hide_asides(text: str) -> str:
    """Return a text of the same length in which parentheses and what follows *c/o* have nothing that separates."""
    for aside in (_IN_PARENTHESES, _CARE_OF):
        text = aside.sub(lambda found: "·" * len(found.group()), text)
    return text


def read_acronyms(text: str) -> tuple[Words, ...]:
    """Return what stands in the parentheses of an official name, as names of their own."""
    return tuple(read_words(found.strip("()[]")) for found in _IN_PARENTHESES.findall(text))


def drop_joint_authority(words: Words) -> Words:
    """Return the words without those that only say *joint authority*."""
    return tuple(word for word in words if word not in _JOINT_AUTHORITY)


def split_glued_head(word: str) -> tuple[str, str] | None:
    """Return head and rest of a word that begins with a head, such as `kaupunginkirjasto`; None for other words."""
    for head in _GLUED_HEADS:
        if word.startswith(head) and word != head:
            return head, word.removeprefix(head)
    return None


def marks_legal_person(words: Words) -> bool:
    """Tell whether a word says that this is a company, an association or a foundation."""
    return any(word in _LEGAL_WORDS or word.endswith(_LEGAL_ENDINGS) for word in words)


def marks_other_body(words: Words) -> bool:
    """Tell whether a word says that this is somebody else than a municipality, its unit or a joint authority."""
    if marks_legal_person(words):
        return True
    if any(word in _BODY_WORDS or word.endswith(_BODY_ENDINGS) for word in words):
        return True
    return any(words[start : start + len(_STATE_OFFICE)] == _STATE_OFFICE for start in range(len(words)))


def names_joint_authority(words: Words) -> bool:
    """Tell whether a word says that this is a joint authority or a regional council."""
    return any(word in _COUNCILS or word.endswith(_JOINT_AUTHORITY_ENDINGS) for word in words)


def names_unit(words: Words) -> bool:
    """Tell whether this is a unit of a municipality, known by its last part (*-palvelut*) or subject (*sivistys-*)."""
    if marks_other_body(words) or names_joint_authority(words):
        return False
    return any(word.endswith(_UNIT_ENDINGS) or word.startswith(_UNIT_SUBJECTS) for word in words)


def _find_common_form(word: str) -> str:
    """Return the form under which a word with abbreviations or cases is known."""
    for pattern, form in _CASES:
        word = pattern.sub(form, word)
    return _COMMON_FORM.get(word, word)
