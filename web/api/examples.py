"""One example of the answer of every operation, for the description; each is a real answer object, so it holds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from web.api.schemas.call import CALL_EXAMPLE, CALL_PAGE_EXAMPLE
from web.api.schemas.eligibility import ELIGIBILITY_EXAMPLE
from web.api.schemas.evaluation import EVALUATION_EXAMPLE, EVALUATION_PAGE_EXAMPLE
from web.api.schemas.graph import GRAPH_EXAMPLE
from web.api.schemas.idea import IDEA_EXAMPLE, IDEA_PAGE_EXAMPLE
from web.api.schemas.organisation import ORGANISATION_EXAMPLE, ORGANISATION_PAGE_EXAMPLE, UNRESOLVED_EXAMPLE
from web.api.schemas.partner import PARTNERS_EXAMPLE
from web.api.schemas.project import PROJECT_EXAMPLE, PROJECT_PAGE_EXAMPLE
from web.api.schemas.reuse import REUSE_EXAMPLE
from web.api.schemas.run import RUN_EXAMPLE, RUN_PAGE_EXAMPLE
from web.api.schemas.search import SEARCH_EXAMPLE, SIMILAR_EXAMPLE
from web.api.schemas.theme import THEME_EXAMPLE, THEME_LIST_EXAMPLE
from web.api.schemas.theme_map import THEME_MAP_EXAMPLE

EXAMPLES: Final[Mapping[str, BaseModel]] = MappingProxyType(
    {
        "list_ideas": IDEA_PAGE_EXAMPLE,
        "get_idea": IDEA_EXAMPLE,
        "list_similar_ideas": SIMILAR_EXAMPLE,
        "search_ideas": SEARCH_EXAMPLE,
        "suggest_partners": PARTNERS_EXAMPLE,
        "list_partners_of_idea": PARTNERS_EXAMPLE,
        "list_partners_of_organisation": PARTNERS_EXAMPLE,
        "assess_text": REUSE_EXAMPLE,
        "assess_idea": REUSE_EXAMPLE,
        "check_text": ELIGIBILITY_EXAMPLE,
        "get_eligibility_of_idea": ELIGIBILITY_EXAMPLE,
        "list_themes": THEME_LIST_EXAMPLE,
        "get_theme": THEME_EXAMPLE,
        "get_theme_map": THEME_MAP_EXAMPLE,
        "list_organisations": ORGANISATION_PAGE_EXAMPLE,
        "list_unresolved_names": UNRESOLVED_EXAMPLE,
        "get_organisation": ORGANISATION_EXAMPLE,
        "list_projects": PROJECT_PAGE_EXAMPLE,
        "get_project": PROJECT_EXAMPLE,
        "get_graph": GRAPH_EXAMPLE,
        "list_calls": CALL_PAGE_EXAMPLE,
        "get_call": CALL_EXAMPLE,
        "list_runs": RUN_PAGE_EXAMPLE,
        "get_run": RUN_EXAMPLE,
        "list_evaluations": EVALUATION_PAGE_EXAMPLE,
        "get_evaluation": EVALUATION_EXAMPLE,
    }
)
"""By operation id, which is the name of the route's function."""
