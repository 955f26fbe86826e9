"""`serve`: the record in a browser."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from onrecord.errors import InputError
from onrecord.views.cli.console import say
from onrecord.views.cli.inputs import Config, read_options
from onrecord.views.cli.opening import now
from onrecord.views.cli.options import DEFAULT_RECORD, RecordPath

LOCAL = ("127.0.0.1", "localhost", "::1")


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("serve", epilog="Example: onrecord serve --record demo/record.db --port 8765")(serve)


def serve(
    record: RecordPath = DEFAULT_RECORD,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Address to listen on; the default is this machine only.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port to listen on.")] = 8000, config: Config = None,
) -> None:
    """Open the record as pages in a browser; an empty one offers to add reports."""
    import uvicorn

    from onrecord.config import load_config
    from onrecord.pipeline import AddOptions, parser_for
    from onrecord.views.web.app import create_app
    from onrecord.views.web.record_book import RecordBook

    settings = load_config(config)

    def options(outlet: str | None, published: str | None) -> AddOptions:
        return AddOptions(now(), "onrecord serve", read_options(settings, published=published, outlet=outlet))

    book = RecordBook(record, parser_for(settings), options)
    app = create_app(book)
    if host not in LOCAL:
        say(f"onrecord: anybody who reaches {host} can read this record and add to it; there is no password")
    bound = listening(host, port)
    say(f"onrecord: open http://{host if ':' not in host else f'[{host}]'}:{port}/ (stop with Ctrl-C)")
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[bound])


def listening(host: str, port: int) -> socket.socket:
    """A socket that is bound already, so that a port that is taken is told before anything is said to be open."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise InputError(f"{host}:{port}: cannot be listened on ({error.strerror}); give another with --port or --host") from error
