"""Which rows are ideas that are stored already: changed rows keep their ids, and nothing is overwritten by accident."""

import pytest

from tests.matcher.importing import make_plan, make_sheet, outcomes, store, store_draft

_COLUMNS = ("Otsikko", "Kuvaus", "Hakija")


@pytest.mark.parametrize(
    ("columns", "before", "after"),
    [
        (("code", "title", "lead"), ("K-1", "Kyydit", "Kuhmo"), ("K-1", "Kyydit yhteen", "Kuhmo")),
        (("code", "title", "lead"), ("K-1", "Kyydit", "Kuhmo"), ("K-1", "Kyydit", "Salo")),
        (("code", "title"), ("K-1", "Kyydit"), ("K-1", "Niitty")),
        (("title", "lead", "year"), ("Kyydit", "Kuhmo", "2019"), ("Kyydit", "Kuhmo", "2020")),
        (("title", "lead"), ("Kyydit", "Kuhmo"), ("kyydit", "Kuhmo")),
        (("title", "text", "lead"), ("Kyydit", "a b", "Kuhmo"), ("Kyydit", "a c", "Kuhmo")),
        (("title", "text", "lead"), ("Kyydit", "a b", "Kuhmo"), ("Niitty", "a b", "Kuhmo")),
        (("title", "text", "lead"), ("Kyydit", "a b", "Kuhmo"), ("Kyydit", "a b", "Salo")),
        (("title", "text"), ("Kyydit", "a b"), ("Niitty", "a b")),
        (("title", "lead"), ("Kyydit", ""), ("Kyydit", "Kuhmo")),
    ],
)
def test_a_changed_row_updates_its_idea(
    columns: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    """Whatever one cell is changed, the idea keeps its id."""
    gone = {"code": "K-8", "title": "Toinen", "lead": "Inkoo"}
    new = {"code": "K-9", "title": "Kolmas", "lead": "Nokia"}
    stored = store(make_plan(make_sheet(columns, before, [gone.get(column, "") for column in columns])))

    plan = make_plan(make_sheet(columns, [new.get(column, "") for column in columns], after), stored)

    assert outcomes(plan) == [(2, "added", None), (3, "updated", 1)]


def test_rows_may_move_in_the_file() -> None:
    """Ideas of the same title and lead are told apart by their text, then by their order."""
    rows = (("Kyydit", "a", "Kuhmo"), ("Kyydit", "b", "Kuhmo"), ("Niitty", "", "Salo"))
    stored = store(make_plan(make_sheet(_COLUMNS, *rows)))

    plan = make_plan(make_sheet(_COLUMNS, *reversed(rows)), stored)

    assert outcomes(plan) == [(2, "unchanged", 3), (3, "unchanged", 2), (4, "unchanged", 1)]


def test_the_same_ideas_from_another_file_are_not_added_again() -> None:
    """A file may be saved under a new name, and get a column of codes."""
    stored = store(make_plan(make_sheet(("title", "lead"), ("Kyydit", "Kuhmo"), ("Niitty", ""))))

    renamed = make_plan(make_sheet(("title", "lead"), ("Kyydit", "Kuhmo"), ("Niitty", ""), source="uudet.csv"), stored)
    coded = make_plan(make_sheet(("id", "title", "lead"), ("7", "Kyydit", "Kuhmo"), source="uudet.csv"), stored)

    assert outcomes(renamed) == [(2, "unchanged", 1), (3, "unchanged", 2)]
    assert outcomes(coded) == [(2, "updated", 1)]
    assert coded.rows[0].draft.reference == "7"


def test_an_export_that_was_edited_updates() -> None:
    """A new title is a change where reference, lead and text are the same, though the file has another name."""
    columns = ("id", "title", "text", "lead")
    stored = store(make_plan(make_sheet(columns, ("7", "Kyydit", "a", "Kuhmo"))))

    plan = make_plan(make_sheet(columns, ("7", "Kyydit yhteen", "a", "Kuhmo"), source="vienti.xlsx"), stored)

    assert outcomes(plan) == [(2, "updated", 1)]


def test_differing_references_never_match() -> None:
    """Two projects may share title, text and lead."""
    stored = store(make_plan(make_sheet(("id", *_COLUMNS), ("7", "Kyydit", "a", "Kuhmo"))))

    plan = make_plan(make_sheet(("id", *_COLUMNS), ("8", "Kyydit", "a", "Kuhmo")), stored)

    assert outcomes(plan) == [(2, "added", None)]


def test_the_same_title_of_somebody_else_is_another_idea() -> None:
    """Neither a file of the same name nor another one overwrites it."""
    stored = store(make_plan(make_sheet(("title", "lead"), ("Chatbot", "Kuhmo"), ("Niitty", ""))))

    same_name = make_plan(make_sheet(("title", "lead"), ("Chatbot", "Salo")), stored)
    other_name = make_plan(
        make_sheet(("title", "lead", "text"), ("Chatbot", "Salo", "a"), ("Niitty", "", "b"), source="b.csv"), stored
    )

    assert outcomes(same_name) == [(2, "added", None)]
    assert outcomes(other_name) == [(2, "added", None), (3, "added", None)]


def test_a_new_lead_is_a_change_in_a_file_that_is_known() -> None:
    """Another row that is as it was shows that the file is a later state of the one before."""
    stored = store(make_plan(make_sheet(("title", "lead"), ("Chatbot", "Kuhmo"), ("Niitty", "Inkoo"))))

    plan = make_plan(make_sheet(("title", "lead"), ("Chatbot", "Salo"), ("Niitty", "Inkoo")), stored)

    assert outcomes(plan) == [(2, "updated", 1), (3, "unchanged", 2)]


def test_a_reference_of_somebody_else_in_a_file_of_the_same_name_is_refused() -> None:
    """Two municipalities may both number the rows of a file called ideat.csv."""
    stored = store(make_plan(make_sheet(("nro", "title", "lead"), ("1", "Kyydit", "Kuhmo"))))

    plan = make_plan(make_sheet(("nro", "title", "lead"), ("1", "Chatbot", "Salo")), stored)

    assert plan.rows == ()
    assert [str(refusal) for refusal in plan.refusals] == [
        (
            "ideat.csv, row 2, column 'nro': expected a reference that no other file of this name has used, "
            "got '1', which is 'Kyydit'; give the file a name of its own."
        )
    ]


@pytest.mark.parametrize(
    ("titles", "n_refused"),
    [
        (["Uusi", "Kyydit", "Niitty", "Puisto"], 3),  # a row was put first: the last number is new
        (["Niitty", "Puisto"], 2),  # the first row was taken out
        (["Niitty", "Kyydit", "Puisto"], 2),  # two rows were swapped
    ],
)
def test_running_numbers_that_have_moved_overwrite_nothing(titles: list[str], n_refused: int) -> None:
    """A row is refused if the idea of its number now stands at another one."""
    columns = ("nro", "title", "lead")
    stored = store(
        make_plan(make_sheet(columns, *[(str(n), t, "Kuhmo") for n, t in enumerate(["Kyydit", "Niitty", "Puisto"])]))
    )

    plan = make_plan(make_sheet(columns, *[(str(n), t, "Kuhmo") for n, t in enumerate(titles)]), stored)

    assert plan.n_refused == n_refused
    assert plan.n_updated == 0
    assert str(plan.refusals[0]) == (
        f"ideat.csv, row 2, column 'nro': expected '0' to mean 'Kyydit', as it did before, got '{titles[0]}'; "
        "references that move must not be read, so map the column to 'ignore'."
    )


def test_a_refused_row_does_not_take_the_idea_of_a_later_one() -> None:
    """Rows are first told apart by all they say: the repeated row must not be paired with its neighbour's idea."""
    columns = ("id", "title", "lead", "year")
    sheet = make_sheet(
        columns, ("1", "Niitty", "Kuhmo", "2019"), ("1", "Niitty", "Kuhmo", "2019"), ("1", "Niitty", "Kuhmo", "")
    )
    stored = store(make_plan(sheet))

    plan = make_plan(sheet, stored)

    assert outcomes(plan) == [(2, "unchanged", 1), (4, "unchanged", 2)]
    assert [refusal.row for refusal in plan.refusals] == [3]


def test_rows_that_say_the_same_may_be_stored_twice_already() -> None:
    """Pages can make two equal ideas; an export of both changes neither, though a third stands between them."""
    columns = ("title", "lead", "status", "language")
    equal, other = ("Niitty", "Kuhmo", "open", "fi"), ("Niitty", "Kuhmo", "complete", "fi")
    drafts = [row.draft for row in make_plan(make_sheet(columns, equal, other)).rows]
    stored = [store_draft(drafts[kind], number) for number, kind in enumerate((0, 0, 1), start=1)]

    plan = make_plan(make_sheet(columns, equal, equal, other), stored)

    assert outcomes(plan) == [(2, "unchanged", 1), (3, "unchanged", 2), (4, "unchanged", 3)]


def test_a_text_without_a_lead_is_somebodys_within_its_file_only() -> None:
    """The same template text under another title in another file is another idea."""
    stored = store(make_plan(make_sheet(("title", "text"), ("Kyydit", "Täydennetään myöhemmin."))))

    plan = make_plan(make_sheet(("title", "text"), ("Niitty", "Täydennetään myöhemmin."), source="b.csv"), stored)

    assert outcomes(plan) == [(2, "added", None)]


def test_codes_that_are_left_out_keep_ideas_apart_by_their_text() -> None:
    """Without references the text still tells two ideas of one title and lead apart, in whatever order."""
    rows = (("1", "Kyydit", "a", "Kuhmo"), ("2", "Kyydit", "b", "Kuhmo"))
    stored = store(make_plan(make_sheet(("id", *_COLUMNS), *rows)))

    plan = make_plan(make_sheet(_COLUMNS, rows[1][1:], rows[0][1:]), stored)

    assert outcomes(plan) == [(2, "unchanged", 2), (3, "unchanged", 1)]
