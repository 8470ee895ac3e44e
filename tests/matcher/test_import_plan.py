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


@given(st.lists(st.sampled_from(["", " ", "–", "Koululaisille.", "2"]), max_size=6))
def test_ideas_without_a_text_are_counted(texts: list[str]) -> None:
    """A text is one with a word in it; a row that is refused is no idea."""
    rows = [(f"Kyydit {number}", text, "Kuhmo") for number, text in enumerate(texts)]

    plan = make_plan(make_sheet(_COLUMNS, *rows, ("", "", "Kuhmo")))

    assert (plan.n_refused, plan.n_added) == (1, len(texts))
    assert plan.n_without_text == sum(text in {"", " ", "–"} for text in texts)


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
    assert store_draft(updated.rows[0].draft) == replace(idea, year=None)


def test_a_changed_text_is_read_for_its_language_again() -> None:
    """While title and text are the same, the language that was found earlier is not doubted."""
    stored = [store_draft(make_draft(title="Kyydit", text="a", language=SWEDISH, source="ideat.csv"))]

    same = make_plan(make_sheet(("title", "text"), ("Kyydit", "a")), stored)
    changed = make_plan(make_sheet(("title", "text"), ("Kyydit", "b")), stored)

    assert outcomes(same) == [(2, "unchanged", 1)]
    assert changed.rows[0].draft.language == FINNISH


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
