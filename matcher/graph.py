"""The graph of organisations, ideas and projects: who proposes what, who was in what, what is alike, who is near whom.

It answers what lists can't: which municipalities already work together as a group, and which organisations join groups
that are otherwise apart.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from matcher.catalogue import Catalogue
from matcher.partner_history import find_successor
from models.graph import EdgeKind, NodeKind, SimilarIdeas
from models.idea import Party, PartyRole
from models.organisation import OrganisationId, OrganisationKind


@dataclass(frozen=True, slots=True)
class WorkingGroup:
    """Organisations that work together more with one another than with others, those with most ties first.

    `bridges` are those of them without whom other organisations would be further apart, best first.
    """

    organisation_ids: tuple[OrganisationId, ...]
    bridges: tuple[OrganisationId, ...]


def name_node(kind: NodeKind, own_id: str | int) -> str:
    """Return the id of a node, which says what it stands for.

    Examples
    --------
    >>> name_node(NodeKind.ORGANISATION, "091")
    'organisation:091'
    """
    return f"{kind}:{own_id}"


def build_graph(catalogue: Catalogue, similar: Sequence[SimilarIdeas] = ()) -> nx.Graph:
    """Return the graph of everything in the catalogue.

    Parameters
    ----------
    catalogue : ideas, organisations, regions, projects and neighbours
    similar : pairs of ideas that are alike; ideas that the catalogue has not are left out

    Returns
    -------
    nodes and edges with the attributes of docs/graph.md, none of them None; the same catalogue in any order gives an
    equal graph. At most one edge joins two nodes: where two organisations are neighbours and have been in a project
    together, its `kind` is *tie* and `is_neighbour` says the rest.

    Notes
    -----
    Whoever was in an idea or a project stands as what it is today; what has ended keeps its node and its borders.
    Organisations of one region are joined through a node of the region: 26 municipalities are 26 edges, not 325.
    Cost is linear in what the catalogue holds, and quadratic in the members of a project.

    References
    ----------
    Our own choice, see docs/adr/the-graph-has-one-edge-for-two-nodes.md.
    """
    graph = nx.Graph()
    _add_organisations(graph, catalogue)
    for idea in sorted(catalogue.ideas.values(), key=lambda each: each.id):
        node = name_node(NodeKind.IDEA, idea.id)
        attributes = {"language": idea.language, "status": str(idea.status), "origin": str(idea.origin)}
        graph.add_node(node, kind=str(NodeKind.IDEA), label=idea.title, **attributes)
        if idea.year is not None:
            graph.nodes[node]["year"] = idea.year
        _join_parties(graph, node, parties=idea.parties, kind=EdgeKind.PROPOSES, catalogue=catalogue)
    for project in sorted(catalogue.projects.values(), key=lambda each: each.id):
        node = name_node(NodeKind.PROJECT, project.id)
        graph.add_node(node, kind=str(NodeKind.PROJECT), label=project.title or project.id, language=project.language)
        if project.year is not None:
            graph.nodes[node]["year"] = project.year
        _join_parties(graph, node, parties=project.parties, kind=EdgeKind.MEMBER_OF, catalogue=catalogue)
    for pair in sorted(similar, key=lambda each: (each.first_id, each.second_id)):
        if pair.first_id in catalogue.ideas and pair.second_id in catalogue.ideas:
            first, second = (name_node(NodeKind.IDEA, each) for each in (pair.first_id, pair.second_id))
            graph.add_edge(first, second, kind=str(EdgeKind.SIMILAR_TO), weight=pair.closeness)
    _add_neighbours(graph, catalogue)
    _add_ties(graph, catalogue)
    return graph


def build_tie_graph(catalogue: Catalogue) -> nx.Graph:
    """Return the organisations that have been in a project together, joined by how much, and nothing else.

    weight = Σ 1 / (|p| − 1) over the projects p that two organisations share: in a large project each pair knows each
    other less.

    Returns
    -------
    nodes are ids of organisations as they are today, edges have `weight` > 0 and `n_projects` ≥ 1; associates too

    References
    ----------
    Newman (2001), Scientific collaboration networks II, https://doi.org/10.1103/PhysRevE.64.016132, for the weight.
    """
    graph = nx.Graph()
    shared: defaultdict[tuple[OrganisationId, OrganisationId], list[int]] = defaultdict(list)
    for project in sorted(catalogue.projects.values(), key=lambda each: each.id):
        members = sorted({find_successor(each, catalogue.organisations) for each in project.organisation_ids})
        for position, first in enumerate(members):
            for second in members[position + 1 :]:
                shared[first, second].append(len(members))
    for (first, second), sizes in sorted(shared.items()):
        graph.add_edge(first, second, weight=sum(1 / (size - 1) for size in sizes), n_projects=len(sizes))
    return graph


def find_working_groups(catalogue: Catalogue, *, random_state: int = 0) -> tuple[WorkingGroup, ...]:
    """Return the groups of organisations that already work together, the largest first.

    Parameters
    ----------
    catalogue : the register
    random_state : seed of the Louvain method; the order of ties decides between partitions of equal modularity

    Returns
    -------
    communities of the graph of ties; organisations without a tie are in none. Equal sizes by the least id.

    References
    ----------
    Blondel et al. (2008), Fast unfolding of communities in large networks,
    https://doi.org/10.1088/1742-5468/2008/10/P10008. Brandes (2001), A faster algorithm for betweenness centrality,
    https://doi.org/10.1080/0022250X.2001.9990249.
    """
    graph = build_tie_graph(catalogue)
    if not graph:
        return ()
    communities = nx.community.louvain_communities(graph, weight="weight", seed=random_state)
    degree = dict(graph.degree(weight="weight"))
    betweenness = find_bridges(graph)
    groups = []
    for community in communities:
        members = sorted(community, key=lambda each: (-degree[each], each))
        bridges = [each for each in betweenness if each in community]
        groups.append(WorkingGroup(tuple(members), tuple(bridges)))
    return tuple(sorted(groups, key=lambda group: (-len(group.organisation_ids), min(group.organisation_ids))))


def find_bridges(graph: nx.Graph) -> Mapping[OrganisationId, float]:
    """Return the organisations on shortest paths between others, each with its betweenness in (0, 1], best first.

    Notes
    -----
    Every tie counts as one step, however strong: the question is whom one has to ask to reach another, not how well.
    Equal ones by id.
    """
    betweenness: dict[OrganisationId, float] = nx.betweenness_centrality(graph)
    found = [(each, value) for each, value in betweenness.items() if value > 0]
    return dict(sorted(found, key=lambda item: (-item[1], item[0])))


def _add_organisations(graph: nx.Graph, catalogue: Catalogue) -> None:
    """Add regions and organisations, and join the latter to their regions."""
    for region in sorted(catalogue.regions.values(), key=lambda each: each.id):
        graph.add_node(name_node(NodeKind.REGION, region.id), kind=str(NodeKind.REGION), label=region.name.fi)
    for organisation in sorted(catalogue.organisations.values(), key=lambda each: each.id):
        node = name_node(NodeKind.ORGANISATION, organisation.id)
        graph.add_node(
            node,
            kind=str(NodeKind.ORGANISATION),
            label=organisation.name.fi,
            organisation_kind=str(organisation.kind),
            is_current=organisation.valid_to is None,
        )
        attributes = graph.nodes[node]
        if organisation.population is not None:
            attributes["population"] = organisation.population
        if organisation.latitude is not None and organisation.longitude is not None:
            attributes["latitude"], attributes["longitude"] = organisation.latitude, organisation.longitude
        if organisation.region_id in catalogue.regions:
            region_node = name_node(NodeKind.REGION, str(organisation.region_id))
            graph.add_edge(node, region_node, kind=str(EdgeKind.SAME_REGION), weight=1.0)
        if organisation.kind is OrganisationKind.JOINT_AUTHORITY:
            attributes["n_members"] = len(organisation.member_ids)


def _join_parties(
    graph: nx.Graph, node: str, *, parties: Sequence[Party], kind: EdgeKind, catalogue: Catalogue
) -> None:
    """Join an idea or a project to its parties, the lead where one is both lead and member."""
    roles: dict[OrganisationId, PartyRole] = {}
    for party in parties:
        if party.organisation_id is None or party.organisation_id not in catalogue.organisations:
            continue
        own_id = find_successor(party.organisation_id, catalogue.organisations)
        if roles.get(own_id) is not PartyRole.LEAD:
            roles[own_id] = party.role
    for organisation_id, role in sorted(roles.items()):
        graph.add_edge(
            name_node(NodeKind.ORGANISATION, organisation_id), node, kind=str(kind), role=str(role), weight=1.0
        )


def _add_neighbours(graph: nx.Graph, catalogue: Catalogue) -> None:
    """Join municipalities that share a border."""
    for pairs in catalogue.neighbours.values():
        for pair in pairs:
            if pair.first_id in catalogue.organisations and pair.second_id in catalogue.organisations:
                first, second = (name_node(NodeKind.ORGANISATION, each) for each in (pair.first_id, pair.second_id))
                kind = str(EdgeKind.NEIGHBOUR)
                graph.add_edge(first, second, kind=kind, weight=1.0, is_neighbour=True, by_sea=pair.by_sea)


def _add_ties(graph: nx.Graph, catalogue: Catalogue) -> None:
    """Join organisations that have been in a project together; a border they share stays as an attribute."""
    for first_id, second_id, attributes in build_tie_graph(catalogue).edges(data=True):
        first, second = (name_node(NodeKind.ORGANISATION, each) for each in (first_id, second_id))
        if first in graph and second in graph:
            is_neighbour = graph.has_edge(first, second)
            graph.add_edge(first, second, kind=str(EdgeKind.TIE), is_neighbour=is_neighbour, **attributes)
