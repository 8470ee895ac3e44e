"""Understands names of organisations as people write them, and says *did you mean* instead of guessing."""

from collections.abc import Sequence
from dataclasses import replace

from matcher.name_list import NameListReader
from matcher.name_reader import SEVERAL, NameReader, Sureness
from matcher.spellings import N_SUGGESTIONS, Spellings
from models.organisation import Alias, Organisation, OrganisationId
from models.resolution import Resolution


class OrganisationResolver:
    """Finds the organisation that a written name means.

    Parameters
    ----------
    organisations : all that can be meant
    aliases : more spellings of these

    Notes
    -----
    Sure is a known spelling, with or without *kaupunki*, *kommun* and the like, in any letter case, without accents,
    and in the Finnish cases that the aliases have; and an official name with a unit of it.
    Everything else is *did you mean*: an ambiguous spelling, an official name in the middle of a text, a unit after
    a bare name, several names where one was expected, and what is near to a known spelling (`matcher.spellings`).
    A company, association, school or church is nobody here, whatever place its name begins with.

    Examples
    --------
    >>> from models.localised_text import LocalisedText
    >>> from models.organisation import OrganisationKind
    >>> espoo = Organisation(
    ...     id=OrganisationId("049"), kind=OrganisationKind.MUNICIPALITY, name=LocalisedText("Espoo", "Esbo")
    ... )
    >>> resolver = OrganisationResolver([espoo], [Alias(espoo.id, "Espoon", "genitive")])
    >>> resolver.resolve("ESPOON KAUPUNKI, sivistystoimi")
    Resolution(written='ESPOON KAUPUNKI, sivistystoimi', organisation_id='049', did_you_mean=(), note='unit')
    >>> resolver.resolve("Esppo")
    Resolution(written='Esppo', organisation_id=None, did_you_mean=('049',), note='typo')
    >>> resolver.resolve("Espoon Yrittäjät ry")
    Resolution(written='Espoon Yrittäjät ry', organisation_id=None, did_you_mean=(), note='')
    """

    def __init__(self, organisations: Sequence[Organisation], aliases: Sequence[Alias]) -> None:
        spellings = Spellings(organisations, aliases)
        self._reader = NameListReader(NameReader(spellings), spellings.is_municipality)

    def resolve(self, written: str) -> Resolution:
        """Return what one name means; where there are several in it, they are suggestions.

        Parameters
        ----------
        written : a name in any spelling

        Returns
        -------
        Resolution; its `note` is empty for a plain name, `merged` or `renamed` for a former one, `unit` for a part of
        a municipality or joint authority. With suggestions it is `ambiguous`, `mentioned`, `several`, `typo` or `unit`.
        """
        found = self.resolve_all(written)
        if len(found) == 1:
            return replace(found[0], written=written)
        ids = dict.fromkeys(each.organisation_id for each in found if each.organisation_id is not None)
        return Resolution(written, None, tuple(ids)[:N_SUGGESTIONS], SEVERAL if ids else "")

    def resolve_all(self, written: str) -> tuple[Resolution, ...]:
        """Return what each name in a text means.

        Parameters
        ----------
        written : any number of names, with commas, slashes, *ja*, *och* and the like between them

        Returns
        -------
        Resolutions in the order of the text, each organisation once; empty for a text without letters and digits.
        What comes back as `written` is a piece of the text that by itself means the same. A unit belongs to the
        organisation beside it; what is no organisation that is known comes as it is written.
        """
        resolutions: dict[OrganisationId | str, Resolution] = {}
        for part in self._reader.read(written):
            piece, reading = written[part.start : part.end], part.reading
            if reading.sureness is Sureness.KNOWN:
                resolutions.setdefault(reading.ids[0], Resolution(piece, reading.ids[0], (), reading.note))
            elif reading.sureness is Sureness.PERHAPS:
                resolutions.setdefault(piece, Resolution(piece, None, reading.ids[:N_SUGGESTIONS], reading.note))
            else:
                resolutions.setdefault(piece, Resolution(piece))
        return tuple(resolutions.values())
