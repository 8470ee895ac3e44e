"""A name or sentence that exists in the languages Kumppani speaks."""

from dataclasses import dataclass

from models.language import ENGLISH, SWEDISH, LanguageCode


@dataclass(frozen=True, slots=True)
class LocalisedText:
    """The same thing said in Finnish, Swedish and English; Finnish stands in where another is empty."""

    fi: str
    sv: str = ""
    en: str = ""

    def in_language(self, language: LanguageCode) -> str:
        """Return the wording in `language`, or the Finnish one where there is none."""
        wording = {SWEDISH: self.sv, ENGLISH: self.en}.get(language, self.fi)
        return wording or self.fi
