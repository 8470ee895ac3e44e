"""Reads out of a sentence which subjects its words are about, and whether in earnest or by the way."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final, Self

from matcher.denials import Denial, find_denials, split_stretches
from matcher.lemmas import Lemmatiser, lemmatise, split_words
from models.language import LanguageCode
from models.lexicon import ANY_SUBJECT, Lexicon, SubjectId, TermKind

_STAR: Final = "*"
_CAPITAL: Final = "^"
_ANY_SUBJECT_KINDS: Final = (TermKind.ASIDE, TermKind.LEAVES_OUT)


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """What the words of one sentence say of one subject.

    `tells` and `suggests` are the places of its words, in order, a word being in one of the two at most.
    """

    tells: tuple[int, ...] = ()
    suggests: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What the words of one sentence say: by subject, those that are spoken of.

    `aside_from` is the place of the first word after which what is spoken of comes in by the way, as after *perhaps
    later also*; None where there is none. What a stretch says to be left out is none of its subjects; `denials` are
    whatever else is denied.
    """

    words: tuple[str, ...]
    subjects: Mapping[SubjectId, SubjectWords]
    aside_from: int | None = None
    denials: tuple[Denial, ...] = ()

    def list_claimed(self, places: Sequence[int]) -> tuple[int, ...]:
        """Return the places of those words that the writers don't deny of what they want, in order."""
        own = [denial for denial in self.denials if denial.is_own]
        return tuple(place for place in places if not any(denial.covers(place) for denial in own))

    def is_denied(self, phrase: Sequence[int]) -> bool:
        """Tell whether a phrase of at least one word is denied by a word outside it, by whomever."""
        return any(denial.covers(phrase[0]) and denial.place not in phrase for denial in self.denials)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term as it is looked for: the patterns of its words."""

    subject: SubjectId
    kind: TermKind
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _WordForms:
    """A word as written, in lower case, its lemma, and whether it has a capital letter."""

    surface: str
    lemma: str
    is_capital: bool

    def has(self, pattern: str) -> bool:
        """Tell whether one of the two is what a pattern stands for."""
        if pattern == _CAPITAL:
            return self.is_capital
        return any(_fits(form, pattern) for form in (self.surface, self.lemma))


@dataclass(frozen=True, slots=True, eq=False)
class SubjectReader:
    """The terms of a lexicon by the pattern of their first word.

    The lexicon is data for people: its words are dictionary forms or beginnings of words. They are looked for among
    the lemmas and among the words as written, because lemmas of compounds are sometimes unknown to the dictionary.
    """

    entries: Mapping[LanguageCode, Mapping[str, Sequence[_Entry]]]
    lemmatiser: Lemmatiser = lemmatise
    _known: dict[tuple[str, LanguageCode], tuple[_Entry, ...]] = field(default_factory=dict)

    @classmethod
    def build(cls, lexicon: Lexicon, *, lemmatiser: Lemmatiser = lemmatise) -> Self:
        """Return the reader of a lexicon."""
        entries: dict[LanguageCode, dict[str, list[_Entry]]] = {}
        for term in lexicon.terms:
            patterns = tuple(term.text.casefold().split())
            own = entries.setdefault(term.language, defaultdict(list))
            own[patterns[0]].append(_Entry(term.subject, term.kind, patterns))
        return cls(entries, lemmatiser)

    def read(self, sentence: str, language: LanguageCode) -> SentenceReading:
        """Return what the words of a sentence say of each subject.

        A word under a term that clears a subject does not count for it, wherever else it would. Nor does any in a
        stretch with words that leave something out; see `split_stretches`.

        Parameters
        ----------
        sentence : one sentence; the words of a phrase stand next to one another
        language : of the sentence; in one without terms nothing is found

        Examples
        --------
        >>> from models.lexicon import Term
        >>> terms = [("sosiaali*", TermKind.TELLS), ("sosiaalinen media", TermKind.CLEARS)]
        >>> care, finnish = SubjectId("care"), LanguageCode("fi")
        >>> reader = SubjectReader.build(Lexicon(tuple(Term(care, finnish, text, kind) for text, kind in terms)))
        >>> reader.read("Sosiaalityö näkyy sosiaalisessa mediassa.", finnish).subjects
        {'care': SubjectWords(tells=(0,), suggests=())}
        """
        words = split_words(sentence)
        lemmas = self.lemmatiser(sentence, language)
        forms = [
            _WordForms(word.casefold(), lemma, word[0].isupper()) for word, lemma in zip(words, lemmas, strict=True)
        ]
        found: defaultdict[tuple[SubjectId, TermKind], set[int]] = defaultdict(set)
        for place in range(len(forms)):
            for entry, n_words in self._find(forms, place, language):
                found[entry.subject, entry.kind].update(range(place, place + n_words))
        leaving_out = found.get((ANY_SUBJECT, TermKind.LEAVES_OUT), set())
        stretches = split_stretches(sentence, language) if leaving_out else ()
        left_out = {place for stretch in stretches if not leaving_out.isdisjoint(stretch) for place in stretch}
        return SentenceReading(
            words,
            subjects=dict(_gather(found, left_out)),
            aside_from=min(found.get((ANY_SUBJECT, TermKind.ASIDE), ()), default=None),
            denials=find_denials(sentence, language),
        )

    def _find(self, forms: Sequence[_WordForms], place: int, language: LanguageCode) -> Iterator[tuple[_Entry, int]]:
        """Give the terms that begin at a word, with their number of words."""
        word = forms[place]
        for form in dict.fromkeys((word.surface, word.lemma)):
            for entry in self._find_by_first(form, language):
                rest = forms[place + 1 : place + len(entry.patterns)]
                if len(rest) == len(entry.patterns) - 1 and all(map(_WordForms.has, rest, entry.patterns[1:])):
                    yield entry, len(entry.patterns)

    def _find_by_first(self, form: str, language: LanguageCode) -> tuple[_Entry, ...]:
        """Return the terms whose first word a form is; each form is looked up once, then remembered."""
        key = (form, language)
        if key not in self._known:
            own = self.entries.get(language, {})
            patterns = [form, *(form[:end] + _STAR for end in range(1, len(form) + 1))]
            patterns += [_STAR + form[begin:] for begin in range(len(form))]
            self._known[key] = tuple(entry for pattern in patterns for entry in own.get(pattern, ()))
        return self._known[key]


def _gather(
    found: Mapping[tuple[SubjectId, TermKind], set[int]], left_out: AbstractSet[int]
) -> Iterator[tuple[SubjectId, SubjectWords]]:
    """Give what is left of each subject once words that are left out or mean something else are taken out."""
    for subject in sorted({subject for subject, kind in found if kind not in _ANY_SUBJECT_KINDS}):
        cleared = found.get((subject, TermKind.CLEARS), set()) | left_out
        tells = found.get((subject, TermKind.TELLS), set()) - cleared
        suggests = found.get((subject, TermKind.SUGGESTS), set()) - cleared - tells
        if tells or suggests:
            yield subject, SubjectWords(tuple(sorted(tells)), tuple(sorted(suggests)))


def _fits(form: str, pattern: str) -> bool:
    """Tell whether a pattern stands for a form."""
    if pattern.endswith(_STAR):
        return form.startswith(pattern[:-1])
    if pattern.startswith(_STAR):
        return form.endswith(pattern[1:])
    return form == pattern
