"""What parts of a suggestion are, in words."""

from dataclasses import fields

import pytest

from matcher.partner_points import DEFAULT_WEIGHTS, PartnerWeights
from models.language import LANGUAGES, LanguageCode
from models.suggestion import PartName
from web.labels import label_choice
from web.partner_parts import PART_TEXTS, list_terms
from web.translations import load_translations


def test_every_part_is_explained_once() -> None:
    """No part is missing, none is explained that there is not, and no two share a symbol or a name."""
    assert set(PART_TEXTS) == set(PartName)
    symbols = [text.symbol for text in PART_TEXTS.values()]
    assert len(set(symbols)) == len(symbols)
    assert len({label_choice(name) for name in PartName}) == len(PartName)


def test_terms_have_the_weights_in_use() -> None:
    """A term carries the weight of its name, in the order of the parts."""
    terms = list_terms(DEFAULT_WEIGHTS)

    assert [term.name for term in terms] == list(PartName)
    assert {term.name: term.weight for term in terms} == {name: getattr(DEFAULT_WEIGHTS, name) for name in PartName}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PartName)
def test_explanations_name_only_what_there_is(name: PartName, language: LanguageCode) -> None:
    """Every placeholder of an explanation, in every language, is a field of the weights."""
    told = load_translations(language).gettext(PART_TEXTS[name].rests_on)

    assert told % {field.name: "7" for field in fields(PartnerWeights)}
