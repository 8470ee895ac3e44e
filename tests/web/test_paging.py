"""Long lists in pages."""

from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from web.paging import address_with, choose_numbers, count_pages, paginate


def _request(query: str = "") -> Request:
    return Request({"type": "http", "path": "/ideas", "query_string": query.encode(), "headers": []})


def test_the_middle_page_leads_both_ways() -> None:
    """The second of three pages has a page before it, one after it, and keeps the rest of the query."""
    pages = paginate(_request("sort=title&page=2"), page=2, n_items=5, page_size=2)

    assert (pages.page, pages.n_pages) == (2, 3)
    assert pages.previous == "/ideas?sort=title"
    assert pages.next == "/ideas?sort=title&page=3"
    assert [link.number for link in pages.links] == [1, 2, 3]


def test_the_ends_lead_one_way() -> None:
    """The first page has nothing before it, the last nothing after it."""
    first = paginate(_request(), page=1, n_items=3, page_size=2)
    last = paginate(_request("page=2"), page=2, n_items=3, page_size=2)

    assert (first.previous, bool(first.next)) == ("", True)
    assert (bool(last.previous), last.next) == (True, "")


def test_a_page_after_the_last_is_the_last() -> None:
    """An old link into a list that has become shorter still shows something."""
    pages = paginate(_request(), page=99, n_items=3, page_size=2)

    assert (pages.asked, pages.page, pages.n_pages) == (99, 2, 2)


def test_empty_values_and_the_first_page_stay_out_of_addresses() -> None:
    """An address names only what was chosen."""
    request = _request("q=koulu&region=&page=4")

    assert address_with(request, page="1") == "/ideas?q=koulu"
    assert address_with(request, q="", page="") == "/ideas"


@given(st.integers(1, 10_000), st.integers(1, 100))
def test_the_last_page_is_neither_empty_nor_too_full(n_items: int, page_size: int) -> None:
    """The pages together hold all items and the last one at least one."""
    on_last = n_items - (count_pages(n_items, page_size) - 1) * page_size

    assert 1 <= on_last <= page_size


@given(st.integers(1, 500), st.integers(1, 500))
def test_numbers_lead_to_both_ends_and_to_the_neighbours(page: int, n_pages: int) -> None:
    """First, last, current and neighbouring pages are linked in order, and a gap leaves out at least two pages."""
    page = min(page, n_pages)

    numbers = choose_numbers(page, n_pages)

    shown = [number for number in numbers if number is not None]
    assert shown == sorted(set(shown))
    assert {1, page, n_pages} | ({page - 1, page + 1} & set(range(1, n_pages + 1))) <= set(shown)
    for before, gap, after in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if gap is None:
            assert before is not None
            assert after is not None
            assert after - before > 2
