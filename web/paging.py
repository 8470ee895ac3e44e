"""Long lists in pages of equal length."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request

_NEAR: Final = 1  # pages shown on each side of the current one; taste: five links fit in one line on a phone


@dataclass(frozen=True, slots=True)
class PageLink:
    """One numbered link; `number` is None where pages are left out."""

    number: int | None
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """Where the reader is in a list, from 1, and the ways on; an address is empty where there is none.

    `asked` is the page the address asks for, which is above `n_pages` where the list is not so long.
    """

    asked: int
    page: int
    n_pages: int
    links: tuple[PageLink, ...]
    previous: str
    next: str


def count_pages(n_items: int, page_size: int) -> int:
    """Return how many pages a list fills; an empty list fills one.

    Examples
    --------
    >>> count_pages(0, 20), count_pages(20, 20), count_pages(21, 20)
    (1, 1, 2)
    """
    return max(1, -(-n_items // page_size))


def paginate(request: Request, *, page: int, n_items: int, page_size: int) -> Pagination:
    """Return the pagination of the address asked for; a page after the last one is taken as the last."""
    n_pages = count_pages(n_items, page_size)
    asked, page = page, min(page, n_pages)
    return Pagination(
        asked=asked,
        page=page,
        n_pages=n_pages,
        links=tuple(
            PageLink(number, "" if number is None else address_with(request, page=str(number)))
            for number in choose_numbers(page, n_pages)
        ),
        previous=address_with(request, page=str(page - 1)) if page > 1 else "",
        next=address_with(request, page=str(page + 1)) if page < n_pages else "",
    )


def choose_numbers(page: int, n_pages: int) -> tuple[int | None, ...]:
    """Return the pages to link: the first, the last and those near, None for a gap of more than one page.

    Examples
    --------
    >>> choose_numbers(1, 9), choose_numbers(3, 9), choose_numbers(5, 9)
    ((1, 2, None, 9), (1, 2, 3, 4, None, 9), (1, None, 4, 5, 6, None, 9))
    """
    near = {number for number in range(page - _NEAR, page + _NEAR + 1) if 1 <= number <= n_pages}
    wanted = sorted({1, n_pages} | near)
    numbers: list[int | None] = []
    for number in wanted:
        last = numbers[-1] if numbers else 0
        if last is not None and number - last == 2:  # noqa: PLR2004 - a gap of one page is that page
            numbers.append(number - 1)
        elif last is not None and number - last > 1:
            numbers.append(None)
        numbers.append(number)
    return tuple(numbers)


def address_with(request: Request, **changes: str) -> str:
    """Return the address asked for with some of its query replaced; an empty value is left out, and so is page 1."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changes and value]
    added = [(name, value) for name, value in changes.items() if value and (name, value) != ("page", "1")]
    query = urlencode([*kept, *added])
    return f"{request.url.path}?{query}" if query else request.url.path
