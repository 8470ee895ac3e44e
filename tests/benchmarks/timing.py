"""How benchmarks take times."""

import time
from collections.abc import Callable
from statistics import quantiles

from starlette.testclient import TestClient


def time_work(work: Callable[[], object]) -> float:
    """Return the seconds that work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def time_request(client: TestClient, path: str) -> float:
    """Return the seconds of one answered request."""
    return time_work(lambda: client.get(path).raise_for_status())


def find_p95(seconds: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(seconds, n=20)[-1]
