"""The application reaches no other machine."""

import socket

import pytest

from tests.conftest import NetworkTriedError


def test_another_machine_can_not_be_reached_from_tests() -> None:
    """The guard that all tests run under refuses a connection to another machine."""
    with socket.socket() as outgoing, pytest.raises(NetworkTriedError, match=r"192\.0\.2\.1"):
        outgoing.connect(("192.0.2.1", 80))


def test_this_machine_can_be_reached_from_tests() -> None:
    """The guard lets a connection to this machine through."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as outgoing:
        assert outgoing.getpeername() == server.getsockname()
