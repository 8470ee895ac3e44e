"""What is computed from one idea alone."""

from matcher.lemmas import fold_words, split_words
from matcher.passage import name_parties, read_passage
from models.idea import Need, Offer
from models.localised_text import LocalisedText
from models.organisation import OrganisationId
from tests.factories import make_draft, make_lead, make_member, make_organisation

OULU = OrganisationId("564")


def test_a_title_is_enough() -> None:
    """A title alone is the text and its only sentence."""
    passage = read_passage(make_draft(title="Koulukyydit yhteen"), fold_words)

    assert (passage.text, passage.sentences, passage.n_main) == ("Koulukyydit yhteen", ("Koulukyydit yhteen",), 1)


def test_needs_and_offers_are_sentences_but_no_part_of_the_text() -> None:
    """What partners seek and bring is searched and shown, but does not make two ideas alike."""
    idea = make_draft(
        title="Koulukyydit yhteen",
        text="Reitit tehdään käsin. Ne yhdistetään.",
        needs=(Need("Tarvitsemme osaajan."),),
        offers=(Offer("Tarjoamme koulupiirin. Se on suuri."),),
    )

    passage = read_passage(idea, fold_words)

    assert passage.text == "Koulukyydit yhteen\nReitit tehdään käsin. Ne yhdistetään."
    assert passage.sentences == (
        "Koulukyydit yhteen",
        "Reitit tehdään käsin.",
        "Ne yhdistetään.",
        "Tarvitsemme osaajan.",
        "Tarjoamme koulupiirin.",
        "Se on suuri.",
    )
    assert passage.n_main == 3


def test_there_is_one_lemma_a_word_of_the_sentences() -> None:
    """Lemmas stand in the order of the words, so that one can be found by the other."""
    passage = read_passage(make_draft(title="RPA-robotin palkat", text="Robotti laskee, esim. öisin."))

    words = [word for sentence in passage.sentences for word in split_words(sentence)]
    assert list(zip(words, passage.lemmas, strict=True))[:2] == [("RPA-robotin", "rpa-robotti"), ("palkat", "palkka")]


def test_parties_are_named_as_written_and_in_both_languages() -> None:
    """A party that was understood has its Finnish and Swedish names too, one that was not only what was written."""
    idea = make_draft(parties=(make_lead("Oulun kaupunki", OULU), make_member("Koulu Oy"), make_member("Ulea", OULU)))
    organisations = {OULU: make_organisation(id=OULU, name=LocalisedText("Oulu", "Uleåborg"))}

    names = name_parties(idea, organisations)

    assert names == ("Oulun kaupunki", "Oulu", "Uleåborg", "Koulu Oy", "Ulea")


def test_a_party_the_register_has_lost_keeps_its_written_name() -> None:
    """An id that no organisation has any more is no error."""
    assert name_parties(make_draft(parties=(make_lead("Oulu", OULU),)), {}) == ("Oulu",)
