"""The graph of organisations, ideas and projects."""

import networkx as nx
import pytest

from matcher.catalogue import Catalogue
from matcher.graph import build_graph, build_tie_graph, find_bridges, find_working_groups
from matcher.similar_ideas import list_similar_pairs
from models.graph import SimilarIdeas
from models.idea import IdeaId
from models.organisation import Neighbours, RegionId
from tests.factories import make_catalogue, make_region
from tests.matcher.indexing import make_ideas, make_index
from tests.matcher.partnering import (
    ALFA,
    AUTHORITY,
    BEETA,
    BORDER,
    COMPANY,
    DELTA,
    ENDED,
    EPSILON,
    GAMMA,
    TOWNS,
    forget_meaning,
    make_country,
    make_past,
    make_proposal,
)

IDEAS = (make_proposal(1, "Koulukyydit", ALFA, COMPANY.id), make_proposal(2, "Reitit", ENDED.id))
PROJECTS = (make_past("pari", ALFA, BEETA, about="Pari"), make_past("kolme", ALFA, BEETA, ENDED.id, year=None))


def make_small_graph() -> nx.Graph:
    """Return the graph of a small country."""
    similar = [SimilarIdeas(IdeaId(1), IdeaId(2), 0.5), SimilarIdeas(IdeaId(1), IdeaId(9), 0.5)]
    return build_graph(make_country(IDEAS, PROJECTS), similar)


def test_nodes_say_what_they_stand_for() -> None:
    """Ids carry the kind; every node has a kind and a label, and what is not known is left out."""
    graph = make_small_graph()

    assert graph.nodes["idea:1"]["label"] == "Koulukyydit"
    assert graph.nodes["organisation:100"]["label"] == "Alfa"
    assert graph.nodes["project:kolme"] == {"kind": "project", "label": "kolme", "language": "fi"}
    assert graph.nodes["project:pari"]["year"] == 2017
    assert all({"kind", "label"} <= attributes.keys() for _, attributes in graph.nodes(data=True))
    everything = [*graph.nodes(data=True), *((edge, attributes) for *edge, attributes in graph.edges(data=True))]
    assert all(value is not None for _, attributes in everything for value in attributes.values())


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("organisation:100", "idea:1", {"kind": "proposes", "role": "lead", "weight": 1.0}),
        ("organisation:oy", "idea:1", {"kind": "proposes", "role": "member", "weight": 1.0}),
        ("organisation:400", "idea:2", {"kind": "proposes", "role": "lead", "weight": 1.0}),
        ("organisation:200", "project:pari", {"kind": "member_of", "role": "member", "weight": 1.0}),
        ("idea:1", "idea:2", {"kind": "similar_to", "weight": 0.5}),
        (
            "organisation:200",
            "organisation:400",
            {"kind": "tie", "weight": 0.5, "n_projects": 1, "is_neighbour": False},
        ),
        (
            "organisation:100",
            "organisation:200",
            {"kind": "tie", "weight": 1.5, "n_projects": 2, "is_neighbour": True, "by_sea": False},
        ),
    ],
)
def test_edges_say_what_joins(first: str, second: str, expected: dict[str, object]) -> None:
    """Each kind of edge with its attributes; who merged stands as its successor; a tie keeps the border beside it."""
    assert make_small_graph().edges[first, second] == expected


def test_ideas_that_are_gone_are_not_similar() -> None:
    """A pair with an idea that the catalogue has not adds neither node nor edge."""
    assert "idea:9" not in make_small_graph()


def test_a_region_is_a_node() -> None:
    """Two towns of one region are two steps apart, through it; a border alone is a neighbour."""
    catalogue = make_catalogue(organisations=TOWNS, regions=[make_region(id=RegionId("01"))], neighbours=[BORDER])

    graph = build_graph(catalogue)

    assert graph.edges["organisation:100", "region:01"]["kind"] == "same_region"
    assert graph.edges["organisation:100", "organisation:200"]["kind"] == "neighbour"
    assert graph.number_of_edges() == 4


def test_the_order_of_the_catalogue_does_not_matter() -> None:
    """Turned round it gives an equal graph."""
    here = build_graph(make_country(IDEAS, PROJECTS))
    turned = build_graph(make_country(IDEAS[::-1], PROJECTS[::-1]))

    assert nx.utils.graphs_equal(here, turned)
    assert list(here) == list(turned)


def test_a_border_with_a_stranger_is_left_out() -> None:
    """Neighbours that the catalogue has not add no node."""
    catalogue = make_catalogue(organisations=TOWNS[:1], neighbours=[Neighbours(ALFA, BEETA, by_sea=False)])

    assert list(build_graph(catalogue)) == ["organisation:100"]


def make_two_groups() -> Catalogue:
    """Return a country in which two groups work, joined by Gamma alone."""
    pairs = [(ALFA, BEETA), (ALFA, BEETA), (BEETA, GAMMA), (GAMMA, DELTA), (DELTA, EPSILON), (DELTA, EPSILON)]
    return make_country(projects=[make_past(f"p{number}", *pair) for number, pair in enumerate(pairs)])


def test_ties_weigh_more_in_small_projects() -> None:
    """Two together count one, three together half for each pair."""
    graph = build_tie_graph(make_country(projects=PROJECTS))

    assert graph.edges[ALFA, BEETA] == {"weight": 1.5, "n_projects": 2}
    assert set(graph) == {ALFA, BEETA, DELTA}


def test_groups_are_those_that_work_together() -> None:
    """Each strong pair is in one group, the same seed gives the same, and who has no tie is in none."""
    groups = find_working_groups(make_two_groups())

    members = [set(group.organisation_ids) for group in groups]
    assert any({ALFA, BEETA} <= group for group in members)
    assert any({DELTA, EPSILON} <= group for group in members)
    assert not any({ALFA, EPSILON} <= group for group in members)
    assert sorted(each for group in members for each in group) == [ALFA, BEETA, GAMMA, DELTA, EPSILON]
    assert AUTHORITY.id not in set().union(*members)
    assert groups == find_working_groups(make_two_groups())


def test_bridges_join_what_is_apart() -> None:
    """In a row of five the middle one is on most paths: 4 of 6; the ends are on none."""
    bridges = find_bridges(build_tie_graph(make_two_groups()))

    assert list(bridges) == [GAMMA, BEETA, DELTA]
    assert bridges[GAMMA] == pytest.approx(4 / 6)
    assert find_working_groups(make_two_groups())[0].bridges


def test_without_ties_there_are_no_groups() -> None:
    """An empty register is no error."""
    assert find_working_groups(make_country()) == ()


def test_similar_pairs_are_listed_once() -> None:
    """Each idea with its nearest, the lower id first, with a closeness in (0, 1]; none before the model is there."""
    index = make_index(make_ideas("Koulukyytien reitit", "Aurat kartalle", "Koulukyytien reitit pian", "Kissat"))

    pairs = list_similar_pairs(index, n_nearest=1)

    assert (1, 3) in {(pair.first_id, pair.second_id) for pair in pairs}
    assert all(pair.first_id < pair.second_id and 0 < pair.closeness <= 1 for pair in pairs)
    assert len({(pair.first_id, pair.second_id) for pair in pairs}) == len(pairs) <= 4
    assert list_similar_pairs(forget_meaning(index)) == ()
    assert list_similar_pairs(make_index(make_ideas("Kissat"))) == ()
