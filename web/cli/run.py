"""Commands that set up and serve: init, serve, demo."""

from typing import Annotated

import typer

from web.cli.console import ERR, OUT, open_services, read_settings, report_step
from web.settings import Settings
from web.setup import load_demo, set_up
from web.wiring import Services, make_services

PortOption = Annotated[int | None, typer.Option(help="Port to listen on; KUMPPANI_PORT where it is not given.")]
HostOption = Annotated[str | None, typer.Option(help="Address to listen on; KUMPPANI_HOST where it is not given.")]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(init)
    app.command()(serve)
    app.command()(demo)


def _serve(services: Services) -> None:
    """Serve until told to stop; the web framework is imported here, so that other commands start without it."""
    import uvicorn

    from web.app import create_app

    settings = services.settings
    app = create_app(services, report_matched=_report_matched)
    uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning", server_header=False)


def _report_matched() -> None:
    """Say that nothing has to be waited for any more."""
    OUT.print("Matched: searches by meaning, themes, the map and partners are up to date.")


def init() -> None:
    """Set up the database and bring the reference data up to date."""
    services = make_services(read_settings(), report_step=report_step)
    is_new = set_up(services)
    OUT.print(_say_set_up(is_new=is_new))


def serve(port: PortOption = None, host: HostOption = None) -> None:
    """Serve the pages and the API."""
    settings = _choose_address(port, host)
    services = open_services(settings)
    ERR.print(f"Kumppani is at http://{settings.host}:{settings.port}/")
    _serve(services)


def demo(port: PortOption = None, host: HostOption = None) -> None:
    """Set everything up, load the illustrative ideas and the real register, and serve while matching."""
    settings = _choose_address(port, host)
    services = make_services(settings, report_step=report_step)
    OUT.print(_say_set_up(is_new=set_up(services)))
    plan = load_demo(services)
    OUT.print(f"Illustrative ideas: {plan.n_added} added, {plan.n_unchanged} there already.")
    OUT.print(f"Kumppani is at http://{settings.host}:{settings.port}/ – Ctrl-C ends it.")
    OUT.print("Pages answer now; searches go by words until the language model is loaded.")
    _serve(services)


def _say_set_up(*, is_new: bool) -> str:
    """Return what setting up did, for people."""
    return f"The database is ready; the reference data {'were brought in' if is_new else 'are up to date'}."


def _choose_address(port: int | None, host: str | None) -> Settings:
    """Return the settings with the options of the command in front."""
    given = {name: value for name, value in (("port", port), ("host", host)) if value is not None}
    return read_settings(**given)
