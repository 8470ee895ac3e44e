"""A text as eligibility reads it: what each sentence's words say, and how near each is to the subjects."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from matcher.subject_closeness import SubjectCloseness
from matcher.subject_reader import SentenceReading, SubjectWords
from models.eligibility import Bearing
from models.lexicon import ALONE, DIGITAL, SubjectId

_VETO: Final = 0.03
"""Below this closeness a telling word is only a suggestion; measured: 95 % of those in planted ideas are above it."""
_SUGGESTED: Final = 0.1
"""Least closeness of a sentence whose words only suggest; measured on the same, docs/method.md."""
_N_SUGGESTIONS: Final = 2  # taste: one such word is in every second idea
_SERVES: Final = 0.0
"""Least mean closeness, of a sentence and of the whole, to a purpose that has its words; measured, docs/method.md."""
_NEAR_PURPOSE: Final = 0.15
"""Least closeness to what any call is for of a text that names nothing digital; measured, docs/method.md."""
_FEW_WORDS: Final = 6
"""Fewer words say too little for meaning to tell: a short text is near to something by chance; taste."""
_WORD: Final = 0.05
_N_WORDS: Final = 3
"""What each word of a purpose counts for against closeness when its best sentence is chosen; taste."""


@dataclass(frozen=True, slots=True)
class SubjectMention:
    """One sentence that speaks of a subject: its place, how it bears on it, and the places of the words that say so."""

    place: int
    bearing: Bearing
    words: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class SubjectText:
    """The main sentences of a text, the title first.

    `closeness`, of these sentences and of the text as a whole, is None while the model is loading. `mentioned` are the
    municipalities that each sentence mentions, by whatever number; empty where that is not asked.
    """

    sentences: tuple[str, ...]
    readings: tuple[SentenceReading, ...]
    closeness: SubjectCloseness | None = None
    mentioned: tuple[frozenset[int], ...] = ()

    @cached_property
    def named(self) -> frozenset[SubjectId]:
        """Return all subjects that any sentence has words of."""
        return frozenset(subject for reading in self.readings for subject in reading.subjects)

    def list_mentions(self, subjects: Sequence[SubjectId]) -> Iterator[SubjectMention]:
        """Give the sentences that speak of any of the subjects, in order.

        A sentence is *about* a subject where a telling word stands before everything that makes it an aside and the
        writers don't deny it. It *touches* it where telling words are denied or stand after that, or where at least two
        words suggest it. Where meaning is known, telling words far from the subject only suggest, and suggestions count
        in sentences near it.
        """
        if self.named.isdisjoint(subjects):
            return
        for place, reading in enumerate(self.readings):
            found = [self._read(place, subject) for subject in subjects if subject in reading.subjects]
            mentions = [mention for mention in found if mention is not None]
            if mentions:
                yield min(mentions, key=lambda mention: (mention.bearing is Bearing.TOUCHES, mention.words))

    def find_served(self, subjects: Sequence[SubjectId]) -> SubjectMention | None:
        """Return the sentence that shows best that the text serves a purpose, None where none does.

        It has a word that tells of the purpose, or two that suggest it, which the writers don't deny, and where meaning
        is known the mean closeness of it and of the whole text is not below 0. Of several, the one with the greatest
        closeness + 0.05 a word counts, at most three words; of equal ones the first.
        """
        best: tuple[float, SubjectMention] | None = None
        for subject in (each for each in subjects if each in self.named):
            for place, reading in enumerate(self.readings):
                found = reading.subjects.get(subject)
                if found is None:
                    continue
                tells, suggests = reading.list_claimed(found.tells), reading.list_claimed(found.suggests)
                if not tells and len(suggests) < _N_SUGGESTIONS:
                    continue
                words = tuple(sorted((*tells, *suggests)))
                nearness = self._measure(place, subject, with_whole=True)
                if nearness is not None and nearness < _SERVES:
                    continue
                points = (nearness or 0.0) + _WORD * min(len(words), _N_WORDS)
                if best is None or points > best[0]:
                    best = points, SubjectMention(place, Bearing.ABOUT, words)
        return None if best is None else best[1]

    def find_alone(self) -> SubjectMention | None:
        """Return the first sentence that says that one municipality does this alone, None where none does.

        Words that may also be said of residents (*alone*) say so only beside the name of a municipality. *No
        municipality can do it alone* says the contrary; *no other municipalities* is itself what says so.
        """
        for place, reading in enumerate(self.readings):
            found = reading.subjects.get(ALONE, SubjectWords())
            names_one = bool(self.mentioned) and bool(self.mentioned[place])
            words = found.tells or (found.suggests if names_one else ())
            if words and not reading.is_denied(words):
                return SubjectMention(place, Bearing.ABOUT, words)
        return None

    def is_far_from(self, purposes: Sequence[SubjectId]) -> bool:
        """Tell whether nothing in the text is digital or near to what calls are for; False where meaning is not known.

        No sentence has a word that tells of something digital, or two that suggest it, and the text has fewer than
        six words, or no sentence that is as near as 0.15 to any of the purposes.

        Parameters
        ----------
        purposes : what the purposes of all calls are about; with none nothing is far
        """
        if self.closeness is None or any(map(_is_digital, self.readings)):
            return False
        columns = [column for column, subject in enumerate(self.closeness.subjects) if subject in purposes]
        if not columns:
            return False
        is_short = sum(len(reading.words) for reading in self.readings) < _FEW_WORDS
        return is_short or float(self.closeness.sentences[:, columns].max()) < _NEAR_PURPOSE

    def _read(self, place: int, subject: SubjectId) -> SubjectMention | None:
        """Return how one sentence speaks of a subject that its words have, None where it does not after all."""
        sentence = self.readings[place]
        reading = sentence.subjects[subject]
        nearness = self._measure(place, subject)
        tells, suggests = reading.tells, reading.suggests
        if nearness is not None and nearness < _VETO:
            tells, suggests = (), tuple(sorted((*tells, *suggests)))
        if tells:
            claimed = sentence.list_claimed(tells)
            is_about = bool(claimed) and (sentence.aside_from is None or claimed[0] < sentence.aside_from)
            return SubjectMention(place, Bearing.ABOUT if is_about else Bearing.TOUCHES, tells)
        is_near = nearness is None or nearness >= _SUGGESTED
        return SubjectMention(place, Bearing.TOUCHES, suggests) if is_near and len(suggests) >= _N_SUGGESTIONS else None

    def _measure(self, place: int, subject: SubjectId, *, with_whole: bool = False) -> float | None:
        """Return how near a sentence, or the mean of it and of the whole, is to a subject, None where not known."""
        if self.closeness is None or subject not in self.closeness.subjects:
            return None
        column = self.closeness.subjects.index(subject)
        own = float(self.closeness.sentences[place, column])
        return (own + float(self.closeness.whole[column])) / 2 if with_whole else own


def _is_digital(sentence: SentenceReading) -> bool:
    """Tell whether a sentence names something digital that the writers don't deny."""
    found = sentence.subjects.get(DIGITAL, SubjectWords())
    return bool(sentence.list_claimed(found.tells)) or len(sentence.list_claimed(found.suggests)) >= _N_SUGGESTIONS
