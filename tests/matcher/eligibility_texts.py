"""A small lexicon and texts made of it, for tests of eligibility."""

from typing import Final

from matcher.subject_reader import SubjectReader
from matcher.subject_text import SubjectText
from models.call import Exclusion, Material
from models.language import FINNISH
from models.lexicon import ALONE, ANY_SUBJECT, DIGITAL, Lexicon, RuleKey, SubjectId, Term, TermKind
from models.localised_text import LocalisedText
from tests.factories import make_call

CARE: Final = SubjectId("care")
ROBOTS: Final = SubjectId("robots")
LEXICON: Final = Lexicon(
    (
        Term(ALONE, FINNISH, "yksin ^", TermKind.TELLS),
        Term(ALONE, FINNISH, "kunta yksin", TermKind.TELLS),
        Term(ALONE, FINNISH, "muita kuntia ei", TermKind.TELLS),
        Term(CARE, FINNISH, "sosiaali*", TermKind.TELLS),
        Term(CARE, FINNISH, "hoitaja", TermKind.SUGGESTS),
        Term(CARE, FINNISH, "potilas", TermKind.SUGGESTS),
        Term(ROBOTS, FINNISH, "robotti", TermKind.TELLS),
        Term(ANY_SUBJECT, FINNISH, "myöhemmin", TermKind.ASIDE),
        Term(DIGITAL, FINNISH, "sovellus", TermKind.TELLS),
        Term(DIGITAL, FINNISH, "lomake", TermKind.SUGGESTS),
        Term(DIGITAL, FINNISH, "hakea", TermKind.SUGGESTS),
    ),
    {RuleKey(None, "care"): (CARE,), RuleKey(make_call().id, "1"): (ROBOTS,)},
    {CARE: (LocalisedText("sosiaalityö", "socialarbete", "social work"),), ROBOTS: (LocalisedText("robotti"),)},
)
READER: Final = SubjectReader.build(LEXICON)
SOURCE: Final = "https://example.invalid/haku"
CALL: Final = make_call(
    exclusions=(Exclusion("care", LocalisedText("sosiaalihuolto")),),
    purposes=(LocalisedText("robotit"), LocalisedText("muu")),
    exclusions_known=True,
    joint_only=False,
    materials=(Material(title="Haku", language=FINNISH, address=SOURCE),),
)


def make_text(*sentences: str) -> SubjectText:
    """Return a text by its words alone."""
    readings = tuple(READER.read(sentence, FINNISH) for sentence in sentences)
    return SubjectText(sentences, readings)
