"""The history of projects as arrays."""

from matcher.partner_history import HistoryRow, build_history, find_successor, read_past, read_register
from models.idea import Party, PartyRole
from models.language import FINNISH
from models.organisation import OrganisationId
from models.project import ProjectId
from tests.factories import make_lead, make_member, make_organisation, make_project


def make_row(project_id: str, *member_ids: str, year: int | None = 2019) -> HistoryRow:
    """Return a row of a history."""
    members = tuple(OrganisationId(each) for each in member_ids)
    return HistoryRow(project_id=ProjectId(project_id), member_ids=members, year=year, language=FINNISH)


def test_a_history_is_built_from_bare_names() -> None:
    """Rows of any file will do: projects and organisations by id, one where a member was in."""
    history = build_history([make_row("p2", "Odense Kommune", "Firma A/S"), make_row("p1", "Firma A/S", year=None)])

    assert history.project_ids == ("p1", "p2")
    assert history.organisation_ids == ("Firma A/S", "Odense Kommune")
    assert history.membership.toarray().tolist() == [[1, 0], [1, 1]]
    assert str(history.years.tolist()) == "[nan, 2019.0]"


def test_the_columns_can_be_given() -> None:
    """Members that are not among the columns are left out, a member named twice counts once."""
    ids = [OrganisationId("b"), OrganisationId("a")]

    history = build_history([make_row("p", "a", "a", "c")], ids)

    assert history.organisation_ids == ("b", "a")
    assert history.membership.toarray().tolist() == [[0, 1]]


def test_no_rows_are_an_empty_history() -> None:
    """Without projects there are neither rows nor columns."""
    history = build_history([])

    assert history.membership.shape == (0, 0)


def test_the_register_knows_who_merged() -> None:
    """A municipality that has merged stands as its successor, once; names not understood are nobody."""
    valtimo = make_organisation(id=OrganisationId("911"), successor_id=OrganisationId("541"))
    organisations = {each.id: each for each in (valtimo, make_organisation())}
    unknown = Party(PartyRole.MEMBER, "Jokin")
    project = make_project(parties=(make_lead("Valtimo", "911"), make_member("Nurmes", "541"), unknown), year=2017)

    row = read_register([project], organisations)[0]

    assert row.member_ids == ("541",)
    assert (row.project_id, row.title, row.year) == ("yhteinen-hanke", "Yhteinen hanke", 2017)


def test_a_chain_of_mergers_ends() -> None:
    """What merged twice is what it is today; a circle in the data is no trap."""
    first = make_organisation(id=OrganisationId("1"), successor_id=OrganisationId("2"))
    second = make_organisation(id=OrganisationId("2"), successor_id=OrganisationId("3"))
    third = make_organisation(id=OrganisationId("3"))
    circular = make_organisation(id=OrganisationId("3"), successor_id=OrganisationId("1"))

    assert find_successor(first.id, {each.id: each for each in (first, second, third)}) == "3"
    assert find_successor(first.id, {each.id: each for each in (first, second, circular)}) == "3"
    assert find_successor(OrganisationId("unknown"), {}) == "unknown"


def test_a_project_is_read_as_an_idea_is() -> None:
    """Its title is the first sentence; without a title its text is read all the same."""
    titled = HistoryRow(
        project_id=ProjectId("p"), member_ids=(), year=None, language=FINNISH, title="Koulukyydit", text="Yksi. Kaksi."
    )
    untitled = HistoryRow(project_id=ProjectId("p"), member_ids=(), year=None, language=FINNISH, text="Koulukyydit.")

    assert read_past(titled).sentences == ("Koulukyydit", "Yksi.", "Kaksi.")
    assert read_past(untitled).sentences == ("Koulukyydit.",)
    assert not make_row("p").has_text
