"""The columns a list of ideas may have, under the names people give them in Finnish, Swedish and English."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from models.folding import fold_name


class IdeaField(StrEnum):
    """What a column can say about an idea, in the order in which exports have their columns."""

    REFERENCE = "reference"
    TITLE = "title"
    TEXT = "text"
    LANGUAGE = "language"
    LEAD = "lead"
    MEMBERS = "members"
    NEEDS = "needs"
    OFFERS = "offers"
    CALL = "call"
    YEAR = "year"
    STATUS = "status"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The columns of a sheet, and beside each the field it fills; None where it is not read."""

    columns: tuple[str, ...]
    fields: tuple[IdeaField | None, ...]

    def positions(self, field: IdeaField) -> tuple[int, ...]:
        """Return where the columns of `field` are, from 0; empty where the sheet says nothing about it."""
        return tuple(position for position, found in enumerate(self.fields) if found is field)

    def names(self, field: IdeaField) -> str:
        """Return the names of the columns of `field` as the file has them, with commas between."""
        return ", ".join(self.columns[position] for position in self.positions(field))

    @property
    def ignored(self) -> tuple[str, ...]:
        """Return the columns that are not read, in their order."""
        return tuple(name for name, field in zip(self.columns, self.fields, strict=True) if field is None)


def _split(names: str) -> tuple[str, ...]:
    """Return the names that bars separate."""
    return tuple(" ".join(name.split()) for name in names.split("|"))


# Written by us, from the words Finnish application forms and registers of projects use. Within a field the surest
# name comes first: where two columns could be the title, the earlier word wins.
COLUMN_NAMES: Final[Mapping[IdeaField, tuple[str, ...]]] = MappingProxyType(
    {
        IdeaField.REFERENCE: _split(
            """reference|tunnus|koodi|code|viite|viitenumero|hankekoodi|hanketunnus|hankenumero|projektikoodi
            |projektitunnus|projektinumero|idean tunnus|ideatunnus|ehdotuksen tunnus|diaarinumero|asianumero|kod
            |beteckning|referens|referensnummer|projektkod|projektnummer|diarienummer|reference number|project code
            |project id|project number|idea id|ref|id|numero|nummer|number|nro|nr|no"""
        ),
        IdeaField.TITLE: _split(
            """title|otsikko|rubrik|hankkeen nimi|idean nimi|projektin nimi|ehdotuksen nimi|hankeidean nimi
            |hankkeen otsikko|idean otsikko|projektin otsikko|ehdotuksen otsikko|hankeidean otsikko|hankenimi
            |projektinimi|projektets namn|projektnamn|idéns namn|förslagets namn|idéns rubrik|förslagets rubrik
            |project title|project name|name of project|name of the project|idea title|idea name|proposal title|titel
            |nimike|benämning|hankeidea|projektidé|project idea|idea|idé|ehdotus|förslag|proposal|hanke|projekti
            |projekt|project|nimi|namn|name|aihe|ämne|subject|topic"""
        ),
        IdeaField.TEXT: _split(
            """text|kuvaus|beskrivning|description|hankkeen kuvaus|idean kuvaus|projektin kuvaus|ehdotuksen kuvaus
            |lyhyt kuvaus|hankekuvaus|projektikuvaus|kuvausteksti|projektbeskrivning|projektets beskrivning
            |idéns beskrivning|idébeskrivning|kort beskrivning|project description|idea description
            |short description|sisältö|innehåll|content|teksti|tiivistelmä|sammanfattning|sammandrag|summary|abstract
            |selite|selostus|details|tavoite|tavoitteet|mål|syfte|goal|goals|objective|objectives"""
        ),
        IdeaField.LANGUAGE: _split(
            """language|kieli|språk|idean kieli|tekstin kieli|kielikoodi|språkkod|language code|lang"""
        ),
        IdeaField.LEAD: _split(
            """lead|hakija|sökande|applicant|päähakija|huvudsökande|lead applicant|lead partner|lead organisation
            |lead organization|hallinnoija|hallinnoijakunta|vetäjä|hankkeen vetäjä|idean vetäjä|vetäjäkunta
            |vetovastuullinen|vastuuorganisaatio|vastuukunta|hakijakunta|hakijaorganisaatio|hakijan nimi|toteuttaja
            |toteuttajan nimi|päätoteuttaja|ehdottaja|ehdottajakunta|esittäjä|koordinaattori|förslagsställare
            |koordinator|coordinator|samordnare|ledare|ledande kommun|ansvarig kommun|ansvarig organisation
            |projektägare|proposer|proposed by|owner|omistaja|tuensaaja|stödmottagare|beneficiary|kunta|kunnan nimi
            |kommun|kommunens namn|municipality|organisaatio|organisaation nimi|organisation|organization"""
        ),
        IdeaField.MEMBERS: _split(
            """members|jäsenet|medlemmar|kumppanit|kumppani|kumppanikunnat|muut kunnat|mukana olevat kunnat|mukana
            |osallistujat|osallistuvat kunnat|osallistuvat organisaatiot|osapuolet|muut osapuolet|muut toimijat
            |muut hakijat|muut toteuttajat|yhteistyökumppanit|yhteistyökumppani|yhteistyötahot|yhteistyökunnat
            |partnerit|partneri|konsortio|deltagare|deltagande kommuner|samarbetspartner|samarbetspartners
            |samarbetsparter|övriga kommuner|andra kommuner|övriga parter|partners|partner|participants
            |partner organisations|other municipalities|other partners|consortium|kunnat|kommuner
            |municipalities"""
        ),
        IdeaField.NEEDS: _split(
            """needs|need|tarpeet|tarve|behov|tarvitsemme|mitä tarvitsemme|etsimme|etsitään|haemme|mitä haemme
            |kumppanilta toivotaan|vi behöver|vi söker|söks|we need|what we need|looking for|seeking"""
        ),
        IdeaField.OFFERS: _split(
            """offers|offer|tarjoama|tarjoamat|tarjoamme|mitä tarjoamme|tarjotaan|tarjonta|erbjudande|erbjudanden
            |vi erbjuder|erbjuds|we offer|what we offer|offering|offerings"""
        ),
        IdeaField.CALL: _split(
            """call|haku|utlysning|haun tunnus|hakukierros|rahoitushaku|utlysningens id|ansökningsomgång|call id
            |funding call"""
        ),
        IdeaField.YEAR: _split(
            """year|vuosi|år|hakuvuosi|ansökningsår|aloitusvuosi|alkamisvuosi|startår|start year|alkamispäivä
            |aloituspäivä|alkupäivä|alkamispvm|aloituspvm|alkupvm|startdatum|startdag|start date|alkaa|börjar|alku
            |start|begins|begin"""
        ),
        IdeaField.STATUS: _split("""status|tila|tilanne|idean tila|hankkeen tila|läge|ideans status|state"""),
        IdeaField.ORIGIN: _split("origin|alkuperä|ursprung"),
    }
)

FIELD_BY_NAME: Final[Mapping[str, IdeaField]] = MappingProxyType(
    {fold_name(name): field for field, names in COLUMN_NAMES.items() for name in names}
)
"""The field that a folded column name means; no name means two."""

# Longer cells are prose, not names of columns.
_NAME_LENGTH_MAX: Final = 80


@lru_cache(maxsize=4096)
def column_keys(name: str) -> tuple[str, ...]:
    """Return the folded names to look a header up by, the whole name first.

    A header may carry a remark in brackets, a running number, or a second language after a slash.

    Examples
    --------
    >>> column_keys("Otsikko / Rubrik (pakollinen)")
    ('otsikkorubrikpakollinen', 'otsikkorubrik', 'otsikko', 'rubrik')
    >>> column_keys("Kumppani 2")
    ('kumppani2', 'kumppani')
    """
    if len(name) > _NAME_LENGTH_MAX:
        return ()
    plain = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", name)
    variants = [name, plain, re.sub(r"[\W\d]+$", "", plain), *re.split(r"[/\n]", plain)]
    return tuple(dict.fromkeys(key for key in map(fold_name, variants) if key))
