"""The API keeps what its description promises, whatever is asked (schemathesis over the application in process)."""

from typing import Any, Final

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema
from starlette.testclient import TestClient

from web.api.examples import EXAMPLES

ANYTHING_GOES: Final = {
    "list_unresolved_names",
    "list_themes",
    "get_graph",
    "get_theme_map",
    "get_organisation",
    "get_project",
    "get_call",
    "get_evaluation",
}
"""Operations that take nothing or any text and therefore know no malformed request."""
GOOD: Final = [(each, GenerationMode.POSITIVE) for each in EXAMPLES]
BAD: Final = [(each, GenerationMode.NEGATIVE) for each in EXAMPLES if each not in ANYTHING_GOES]


@pytest.fixture(scope="session")
def schema(reader: TestClient) -> OpenApiSchema:
    """Return the API as its own description tells it."""
    return schemathesis.openapi.from_asgi("/openapi.json", reader.app)


@pytest.mark.parametrize(("operation_id", "mode"), [*GOOD, *BAD])
def test_answers_are_as_described(schema: OpenApiSchema, operation_id: str, mode: GenerationMode) -> None:
    """Every answer to a good or malformed request has a described status, header, media type and shape."""
    operation = schema.find_operation_by_id(operation_id)

    @settings(
        max_examples=10,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        # A cursor or a query can be well-formed and yet unusable: that these are refused is no fault.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    ask()
