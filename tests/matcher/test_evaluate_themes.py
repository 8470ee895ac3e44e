"""Measuring themes on texts whose topics are known."""

from matcher.evaluate_themes import evaluate_themes
from matcher.pipeline import NO_BACKGROUND
from models.evaluation import LabelledText
from models.language import FINNISH
from tests.fakes import FakeEncoder

TEXTS = [
    LabelledText(str(number), f"{word} {other}", word, FINNISH)
    for number, (word, other) in enumerate(
        (word, other)
        for word in ("koulukyyti", "ostolasku", "kirjasto")
        for other in ("yhteen", "kartalle", "kuntien", "talvella", "uusiksi", "kerralla", "joka", "heti")
    )
]


def test_topics_that_share_words_are_found_again() -> None:
    """Three topics of eight texts each, told as three, are just the three themes."""
    found = evaluate_themes(TEXTS, encoder=FakeEncoder(), background=NO_BACKGROUND, n_themes=3)

    assert (found.n_texts, found.n_themes, found.share_unassigned) == (24, 3, 0.0)
    assert (found.v_measure, found.adjusted_rand) == (1.0, 1.0)
    assert [found.labels[row : row + 8] for row in (0, 8, 16)] == [[label] * 8 for label in (1, 2, 3)]


def test_the_number_of_themes_is_chosen() -> None:
    """Without a number the three topics are found too."""
    assert evaluate_themes(TEXTS, encoder=FakeEncoder(), background=NO_BACKGROUND).n_themes == 3


def test_shuffled_topics_agree_with_nothing() -> None:
    """Where topics were dealt out at random the agreement is that of chance."""
    topics = [TEXTS[7 * row % 24].topic for row in range(24)]
    dealt = [LabelledText(each.text_id, each.text, topic, FINNISH) for each, topic in zip(TEXTS, topics, strict=True)]

    found = evaluate_themes(dealt, encoder=FakeEncoder(), background=NO_BACKGROUND, n_themes=3)

    assert found.adjusted_rand < 0.1
