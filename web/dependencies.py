"""What routes ask for: the services, the snapshot, and what time it is."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request

from matcher.snapshot import Snapshot
from web.wiring import Services


def get_services(request: Request) -> Services:
    """Return the services the application was made with."""
    services: Services = request.app.state.services
    return services


def get_snapshot(request: Request) -> Snapshot:
    """Return the current snapshot; one request sees one state."""
    return get_services(request).keeper.current


def get_moment() -> datetime:
    """Return what time it is, aware; one request sees one moment, and a test sets its own."""
    return datetime.now(UTC)


ServicesDep = Annotated[Services, Depends(get_services)]
SnapshotDep = Annotated[Snapshot, Depends(get_snapshot)]
MomentDep = Annotated[datetime, Depends(get_moment)]
