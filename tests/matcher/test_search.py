"""Searching: what is found, in which order, under which conditions."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.calibration import find_kind
from matcher.relevance import RELEVANCE_MIN
from matcher.search import search_ideas
from matcher.search_index import SearchIndex
from models.errors import EmptyQueryError
from models.idea import Idea, IdeaId, IdeaStatus
from models.language import FINNISH, SWEDISH
from models.localised_text import LocalisedText
from models.organisation import OrganisationId, RegionId, SizeClass
from models.search import SearchFilters, SearchMode, SearchResult
from tests.factories import make_idea, make_lead, make_organisation
from tests.fakes import FakeEncoder
from tests.matcher.indexing import make_ideas, make_index

OULU, KUHMO = OrganisationId("564"), OrganisationId("290")
ORGANISATIONS = {
    OULU: make_organisation(
        id=OULU, name=LocalisedText("Oulu", "Uleåborg"), region_id=RegionId("17"), population=200_000
    ),
    KUHMO: make_organisation(id=KUHMO, name=LocalisedText("Kuhmo"), region_id=RegionId("18"), population=8_000),
}
IDEAS = (
    make_idea(id=IdeaId(1), title="Koulukyydit yhteen", year=2019, parties=(make_lead("Kuhmon kaupunki", KUHMO),)),
    make_idea(
        id=IdeaId(2),
        title="Skolskjutsar och koulukyydit",
        language=SWEDISH,
        year=2020,
        parties=(make_lead("Oulu", OULU),),
    ),
    make_idea(id=IdeaId(3), title="Koulukyydit valmiina", status=IdeaStatus.COMPLETE, parties=(make_lead("Yhdistys"),)),
    make_idea(id=IdeaId(4), title="Aurat kartalle"),
)
INDEX = make_index(IDEAS, organisations=ORGANISATIONS)


def _search(
    query: str,
    *,
    index: SearchIndex = INDEX,
    filters: SearchFilters | None = None,
    n_hits: int = 20,
    n_skipped: int = 0,
) -> SearchResult:
    """Return the answer to a Finnish query."""
    return search_ideas(
        index,
        query,
        language=FINNISH,
        query_vector=FakeEncoder().encode([query])[0],
        organisations=ORGANISATIONS,
        filters=filters,
        n_hits=n_hits,
        n_skipped=n_skipped,
    )


def _ids(result: SearchResult) -> set[int]:
    """Return the ideas found."""
    return {hit.idea_id for hit in result.hits}


def test_a_hit_says_why_it_is_there() -> None:
    """The answer has the query, its language and mode, and each hit its figures, words and sentence."""
    result = _search("aurat")

    assert (result.query, result.language, result.mode, result.n_found) == ("aurat", FINNISH, SearchMode.HYBRID, 1)
    hit = result.hits[0]
    assert (hit.idea_id, hit.word_score, hit.matched_words) == (4, 1.0, ("Aurat",))
    assert hit.best_sentence == "Aurat kartalle"
    assert hit.similarity is not None
    assert hit.relevance > 0.5


@pytest.mark.parametrize("query", ["", "  ", "?!", "–"])
def test_a_search_needs_a_word(query: str) -> None:
    """Punctuation alone is no search."""
    with pytest.raises(EmptyQueryError):
        _search(query)


def test_what_no_idea_is_near_has_no_hit() -> None:
    """A query of no particular meaning and of unknown words finds nothing rather than the least bad."""
    assert INDEX.calibrator is not None
    meaningless = INDEX.calibrator.means[find_kind("xyzzy", FINNISH)]

    result = search_ideas(INDEX, "xyzzy", language=FINNISH, query_vector=meaningless, organisations=ORGANISATIONS)

    assert (result.hits, result.n_found) == ((), 0)


@pytest.mark.parametrize("query", ["Oulu", "Uleåborg", "oulun", "Ouluu"])
def test_an_organisation_is_found_by_its_names(query: str) -> None:
    """By its Finnish and Swedish names, inflected, and with a slip."""
    result = _search(query)

    assert result.hits[0].idea_id == 2
    assert set(result.hits[0].matched_words) <= {"Oulu", "Uleåborg"}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (SearchFilters(), {1, 2, 3}),
        (SearchFilters(language=SWEDISH), {2}),
        (SearchFilters(status=IdeaStatus.OPEN), {1, 2}),
        (SearchFilters(status=IdeaStatus.WITHDRAWN), set()),
        (SearchFilters(year=2019), {1}),
        (SearchFilters(region_id=RegionId("17")), {2}),
        (SearchFilters(size_class=SizeClass.FROM_5000), {1}),
        (SearchFilters(region_id=RegionId("17"), size_class=SizeClass.FROM_5000), set()),
        (SearchFilters(region_id=RegionId("18"), year=2019, language=FINNISH), {1}),
    ],
)
def test_every_hit_meets_all_filters(filters: SearchFilters, found: set[int]) -> None:
    """Region and size are those of any party that was understood; what is not known meets no condition on it."""
    result = _search("koulukyydit", filters=filters)

    assert _ids(result) == found
    assert result.n_found == len(found)


def test_one_party_must_meet_both_region_and_size() -> None:
    """A large party in one region and a small one in another do not make a small one in the first."""
    both = make_idea(title="Koulukyydit yhteen", parties=(make_lead("Oulu", OULU), make_lead("Kuhmo", KUHMO)))

    result = _search(
        "koulukyydit",
        index=make_index([both]),
        filters=SearchFilters(region_id=RegionId("17"), size_class=SizeClass.FROM_5000),
    )

    assert result.n_found == 0


def test_pages_follow_one_another() -> None:
    """What is skipped and what is shown are the whole, in the same order; beyond the end there is nothing."""
    everything = _search("koulukyydit").hits

    first, second = _search("koulukyydit", n_hits=2), _search("koulukyydit", n_hits=2, n_skipped=2)

    assert (*first.hits, *second.hits) == everything
    assert (first.n_found, second.n_found) == (3, 3)
    assert _search("koulukyydit", n_skipped=3).hits == ()


def test_equal_ideas_stand_in_the_order_of_their_ids() -> None:
    """Ties are broken by id, the same every time."""
    index = make_index(make_ideas("Aurat kartalle", "Aurat kartalle", "Kissat löytyvät", "Aurat kartalle"))

    assert [hit.idea_id for hit in _search("aurat kartalle", index=index).hits] == [1, 2, 4]


def test_while_the_model_loads_words_are_searched() -> None:
    """Without vectors the mode says so, and similarity is not known."""
    result = search_ideas(INDEX, "aurat", language=FINNISH, organisations=ORGANISATIONS)

    assert result.mode is SearchMode.WORDS
    assert [(hit.idea_id, hit.similarity) for hit in result.hits] == [(4, None)]


def test_an_empty_index_answers_with_nothing() -> None:
    """Before the first import a search finds nothing."""
    assert _search("koulukyydit", index=make_index([])).n_found == 0


@settings(max_examples=30)
@given(
    titles=st.lists(st.sampled_from(["Aurat kartalle", "Kissat löytyvät", "Palkat robotille"]), min_size=1, max_size=6),
    query=st.sampled_from(["aurat", "kissat kartalle", "robotti", "aurta", "xyzzy"]),
    turns=st.integers(0, 5),
)
def test_hits_do_not_depend_on_the_order_of_ideas(titles: list[str], query: str, turns: int) -> None:
    """Turning the ideas round changes no relevance; hits are in range and the most relevant come first."""
    ideas: list[Idea] = make_ideas(*titles)
    turned = [*ideas[turns % len(ideas) :], *ideas[: turns % len(ideas)]]

    hits = _search(query, index=make_index(ideas)).hits
    others = {hit.idea_id: hit for hit in _search(query, index=make_index(turned)).hits}

    assert {hit.idea_id for hit in hits} == set(others)
    for hit in hits:
        assert RELEVANCE_MIN <= hit.relevance <= 1
        assert hit.relevance == pytest.approx(others[hit.idea_id].relevance, abs=1e-4)
    assert [hit.relevance for hit in hits] == sorted((hit.relevance for hit in hits), reverse=True)


def test_a_filter_only_leaves_out() -> None:
    """The hits under a filter are the unfiltered ones that meet it, with the same relevance."""
    unfiltered = _search("koulukyydit")

    filtered = _search("koulukyydit", filters=SearchFilters(language=FINNISH))

    assert filtered.hits == tuple(hit for hit in unfiltered.hits if hit.idea_id != 2)
    assert replace(filtered, hits=(), n_found=0) == replace(unfiltered, hits=(), n_found=0)
