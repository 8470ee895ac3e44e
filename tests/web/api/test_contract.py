"""The API keeps what its description promises, whatever is asked (schemathesis over the application in process)."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.schemas import OpenApiSchema
from starlette.testclient import TestClient

from web.api.examples import EXAMPLES


@pytest.fixture(scope="session")
def schema(reader: TestClient) -> OpenApiSchema:
    """Return the API as its own description tells it."""
    return schemathesis.openapi.from_asgi("/openapi.json", reader.app)


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("operation_id", EXAMPLES)
def test_answers_are_as_described(schema: OpenApiSchema, operation_id: str, mode: GenerationMode) -> None:
    """Every answer to a good or bad request has a described status, headers, media type and shape."""
    operation = schema.find_operation_by_id(operation_id)

    @settings(
        max_examples=20,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        case.call_and_validate()

    ask()
