"""Everything stored that pages and answers read, of one moment, found by id."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.ports import Stores
from models.call import Call, CallId
from models.errors import UnknownCallError, UnknownIdeaError, UnknownOrganisationError, UnknownProjectError
from models.idea import Idea, IdeaId
from models.organisation import Alias, Neighbours, Organisation, OrganisationId, Region, RegionId
from models.project import Project, ProjectId


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Catalogue:
    """What the stores held when it was read; mappings keep the stores' order."""

    version: int
    ideas: Mapping[IdeaId, Idea]
    organisations: Mapping[OrganisationId, Organisation]
    regions: Mapping[RegionId, Region]
    projects: Mapping[ProjectId, Project]
    calls: Mapping[CallId, Call]
    neighbours: Mapping[OrganisationId, Sequence[Neighbours]]
    aliases: Sequence[Alias]
    ideas_of: Mapping[OrganisationId, Sequence[Idea]]
    projects_of: Mapping[OrganisationId, Sequence[Project]]

    def get_idea(self, idea_id: IdeaId) -> Idea:
        """Return one idea, or raise UnknownIdeaError."""
        if idea_id not in self.ideas:
            raise UnknownIdeaError(idea_id)
        return self.ideas[idea_id]

    def get_organisation(self, organisation_id: OrganisationId) -> Organisation:
        """Return one organisation, or raise UnknownOrganisationError."""
        if organisation_id not in self.organisations:
            raise UnknownOrganisationError(organisation_id)
        return self.organisations[organisation_id]

    def get_project(self, project_id: ProjectId) -> Project:
        """Return one project, or raise UnknownProjectError."""
        if project_id not in self.projects:
            raise UnknownProjectError(project_id)
        return self.projects[project_id]

    def get_call(self, call_id: CallId) -> Call:
        """Return one call, or raise UnknownCallError."""
        if call_id not in self.calls:
            raise UnknownCallError(call_id)
        return self.calls[call_id]


def read_catalogue(stores: Stores) -> Catalogue:
    """Return the catalogue of what the stores hold, in a constant number of queries."""
    ideas = stores.ideas.list_all()
    projects = stores.projects.list_all()
    neighbours: defaultdict[OrganisationId, list[Neighbours]] = defaultdict(list)
    for pair in stores.organisations.list_neighbours():
        neighbours[pair.first_id].append(pair)
        neighbours[pair.second_id].append(pair)
    ideas_of: defaultdict[OrganisationId, list[Idea]] = defaultdict(list)
    for idea in ideas:
        for organisation_id in dict.fromkeys(party.organisation_id for party in idea.parties):
            if organisation_id is not None:
                ideas_of[organisation_id].append(idea)
    projects_of: defaultdict[OrganisationId, list[Project]] = defaultdict(list)
    for project in projects:
        for organisation_id in dict.fromkeys(project.organisation_ids):
            projects_of[organisation_id].append(project)
    return Catalogue(
        version=stores.audit.version(),
        ideas={idea.id: idea for idea in ideas},
        organisations={each.id: each for each in stores.organisations.list_all()},
        regions={region.id: region for region in stores.organisations.list_regions()},
        projects={project.id: project for project in projects},
        calls={call.id: call for call in stores.calls.list_all()},
        neighbours=dict(neighbours),
        aliases=stores.organisations.list_aliases(),
        ideas_of=dict(ideas_of),
        projects_of=dict(projects_of),
    )
