"""Plans of imports: added, updated, unchanged and refused, and what is never overwritten."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.call import CallId
from models.errors import UnknownCallError
from models.idea import IdeaStatus, Need, Offer, Origin
from models.import_plan import UnresolvedName
from models.language import ENGLISH, FINNISH, SWEDISH
from models.organisation import OrganisationId
from models.sheet import Sheet, SheetRow
from tests.factories import make_draft, make_lead, make_member
from tests.matcher.importing import make_plan, make_sheet, outcomes, store, store_draft

_COLUMNS = ("Otsikko", "Kuvaus", "Hakija")


def test_new_rows_are_added() -> None:
    """The draft has all that the row says, and the name of the file."""
    plan = make_plan(make_sheet(_COLUMNS, ("Kyydit  yhteen", "Koululaisille.", "Kuhmo")))

    assert outcomes(plan) == [(2, "added", None)]
    assert plan.rows[0].draft == make_draft(
        title="Kyydit yhteen", text="Koululaisille.", parties=(make_lead("Kuhmo", "290"),), source="ideat.csv"
    )
    assert (plan.n_added, plan.n_updated, plan.n_unchanged, plan.n_refused) == (1, 0, 0, 0)


def test_a_language_is_identified_where_none_is_given() -> None:
    """Title and text are read together; a language that is given is believed."""
    sheet = make_sheet(
        ("title", "text", "kieli"),
        ("Skjuts", "barn och unga", ""),
        ("Skjuts", "barn och unga", "en"),
        ("Kyyti", "", ""),
    )

    assert [row.draft.language for row in make_plan(sheet).rows] == [SWEDISH, ENGLISH, FINNISH]


def test_empty_rows_are_passed_over() -> None:
    """They are neither accepted nor refused; readers leave them out, but not only readers make sheets."""
    sheet = Sheet("ideat.csv", ("title",), (SheetRow(2, (" ",)), SheetRow(3, ("Kyydit",))))

    assert outcomes(make_plan(sheet)) == [(3, "added", None)]


def test_names_that_are_not_understood_are_listed() -> None:
    """The row is accepted, with the name as written."""
    plan = make_plan(make_sheet(("title", "lead", "members"), ("Kyydit", "Sallo", "Kuhmo; Atlantis")))

    assert plan.n_refused == 0
    assert plan.unresolved == (UnresolvedName(2, "Sallo", (OrganisationId("734"),)), UnresolvedName(2, "Atlantis"))


def test_an_organisation_is_in_an_idea_once() -> None:
    """A lead that is among the members too stays the lead."""
    plan = make_plan(make_sheet(("title", "lead", "members"), ("Kyydit", "Kuhmo", "kuhmo; Salo; Salo; Abc; abc")))

    assert plan.rows[0].draft.parties == (make_lead("Kuhmo", "290"), make_member("Salo", "734"), make_member("Abc"))


def test_a_row_that_says_an_earlier_one_again_is_refused() -> None:
    """The message names the earlier row; rows that differ in anything that is read are two ideas."""
    sheet = make_sheet(
        _COLUMNS, ("Kyydit", "a", "Kuhmo"), ("Kyydit", "b", "Kuhmo"), ("Kyydit ", "a", "Kuhmo"), ("Kyydit", "a", "Salo")
    )

    plan = make_plan(sheet)

    assert outcomes(plan) == [(2, "added", None), (3, "added", None), (5, "added", None)]
    assert [str(refusal) for refusal in plan.refusals] == [
        "ideat.csv, row 4: expected an idea that no earlier row has, got the same as row 2."
    ]


def test_refused_rows_are_counted_once() -> None:
    """A row with two problems is one refused row, and refusals are in the order of the file."""
    sheet = make_sheet(("title", "year"), ("Kyydit", "x"), ("", "x"), ("Niitty", "2019"), ("Niitty", "2019"))

    plan = make_plan(sheet)

    assert [refusal.row for refusal in plan.refusals] == [2, 3, 3, 5]
    assert (plan.n_refused, plan.n_added) == (3, 1)


def test_rows_without_a_call_get_the_default() -> None:
    """A call that a row names goes first."""
    sheet = make_sheet(("title", "call"), ("Kyydit", ""), ("Niitty", "2019-1"))

    plan = make_plan(sheet, default_call=CallId("2019-2"))

    assert [row.draft.call_id for row in plan.rows] == ["2019-2", "2019-1"]


def test_a_default_call_must_exist() -> None:
    """It is not a matter of rows."""
    with pytest.raises(UnknownCallError):
        make_plan(make_sheet(("title",), ("Kyydit",)), default_call=CallId("1999-1"))


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


def test_what_a_file_does_not_say_stays() -> None:
    """A list of titles and years does not empty the texts, the parties and the rest."""
    idea = store_draft(
        make_draft(
            title="Kyydit",
            text="barn och unga",
            language=ENGLISH,
            parties=(make_member("Salo", "734"),),
            needs=(Need("Kotlin"),),
            offers=(Offer("SAP"),),
            call_id=CallId("2019-1"),
            year=2019,
            status=IdeaStatus.COMPLETE,
            origin=Origin.ILLUSTRATIVE,
            reference="7",
            source="muu.csv",
        )
    )

    unchanged = make_plan(make_sheet(("title",), ("Kyydit",), source="muu.csv"), [idea])
    updated = make_plan(
        make_sheet(("title", "year", "status", "call"), ("Kyydit", "", "", ""), source="muu.csv"), [idea]
    )

    assert outcomes(unchanged) == [(2, "unchanged", 1)]
    assert outcomes(updated) == [(2, "updated", 1)]
    assert updated.rows[0].draft == replace(
        make_draft(**{name: getattr(idea, name) for name in make_draft().__slots__}), year=None
    )


def test_a_changed_text_is_read_for_its_language_again() -> None:
    """While title and text are the same, the language that was found earlier is not doubted."""
    stored = [store_draft(make_draft(title="Kyydit", text="a", language=SWEDISH, source="ideat.csv"))]

    same = make_plan(make_sheet(("title", "text"), ("Kyydit", "a")), stored)
    changed = make_plan(make_sheet(("title", "text"), ("Kyydit", "b")), stored)

    assert outcomes(same) == [(2, "unchanged", 1)]
    assert changed.rows[0].draft.language == FINNISH


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
        "ideat.csv, row 2, column 'nro': expected a reference that no other file of this name has used, "
        "got '1', which is 'Kyydit'; give the file a name of its own."
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


_names = st.sampled_from(["", "Kuhmo", "Salo", "Sallo", "Atlantis"])
_rows = st.lists(
    st.tuples(
        st.sampled_from(["", "1", "2", "3"]),
        st.sampled_from(["Kyydit", "Niitty", "Skjuts och park", "", "2019"]),
        st.sampled_from(["", "a", "b och c", "Taito: x"]),
        _names,
        st.lists(_names, max_size=2).map("; ".join),
        st.sampled_from(["", "2019", "1.8.2020", "x"]),
    ),
    max_size=8,
)
_ALL = ("id", "title", "text", "lead", "members", "year")


@settings(deadline=None)
@given(_rows)
def test_every_row_is_accepted_or_refused(rows: list[tuple[str, ...]]) -> None:
    """Filled rows are in exactly one part of the plan, in order."""
    plan = make_plan(make_sheet(_ALL, *rows))

    accepted = [row.number for row in plan.rows]
    refused = {refusal.row for refusal in plan.refusals}
    assert accepted == sorted(accepted)
    assert not refused & set(accepted)
    assert refused | set(accepted) == {number for number, row in enumerate(rows, 2) if any(row)}


@settings(deadline=None)
@given(_rows)
def test_the_same_file_again_changes_nothing(rows: list[tuple[str, ...]]) -> None:
    """What was accepted is unchanged, what was refused is refused, for the same reasons."""
    sheet = make_sheet(_ALL, *rows)
    first = make_plan(sheet)
    stored = store(first)

    again = make_plan(sheet, stored)

    assert outcomes(again) == [(row.number, "unchanged", n) for n, row in enumerate(first.rows, 1)]
    assert again.refusals == first.refusals


@settings(deadline=None)
@given(_rows, _rows)
def test_an_idea_is_updated_by_one_row_at_most(before: list[tuple[str, ...]], after: list[tuple[str, ...]]) -> None:
    """Whatever the two states of a file, no idea is taken twice, and the later state can be stored again."""
    stored = store(make_plan(make_sheet(_ALL, *before)))

    plan = make_plan(make_sheet(_ALL, *after), stored)

    taken = [row.idea_id for row in plan.rows if row.idea_id is not None]
    assert len(taken) == len(set(taken))
    assert make_plan(make_sheet(_ALL, *after), store(plan, stored)).n_added == 0
