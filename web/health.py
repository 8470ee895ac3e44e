"""Whether the server lives, and whether it is ready to search by meaning."""

from http import HTTPStatus
from typing import Final

from fastapi import APIRouter, Response

from web.dependencies import ServicesDep

router = APIRouter(prefix="/health", include_in_schema=False)

_RETRY_SECONDS: Final = 5  # measured: the bundled model is ready 10 to 20 seconds after the start


@router.get("/live")
def tell_live(response: Response) -> dict[str, str]:
    """Answer as soon as the server runs."""
    response.headers["Cache-Control"] = "no-store"
    return {"status": "live"}


@router.get("/ready")
def tell_ready(services: ServicesDep, response: Response) -> dict[str, str]:
    """Answer 200 once searches go by meaning, 503 before."""
    response.headers["Cache-Control"] = "no-store"
    if services.keeper.is_ready:
        return {"status": "ready"}
    response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    response.headers["Retry-After"] = str(_RETRY_SECONDS)
    return {"status": "starting"}
