"""`serve`: the record in a browser."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import InputError
from onrecord.views.cli.console import say
from onrecord.views.cli.inputs import Config, read_options
from onrecord.views.cli.opening import now
from onrecord.views.cli.options import DEFAULT_RECORD, RecordPath

if TYPE_CHECKING:
    from onrecord.views.web.safety import Safety

LOCAL = ("127.0.0.1", "localhost", "::1")


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("serve", epilog="Example: onrecord serve --record demo/record.db --port 8765")(serve)


def serve(
    record: RecordPath = DEFAULT_RECORD,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Address to listen on; the default is this machine only.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port to listen on.")] = 8000, config: Config = None,
    allow_remote: Annotated[bool, typer.Option("--allow-remote", help="Let other machines ask, who must give a token; tokens are told once.")] = False,
    new_tokens: Annotated[bool, typer.Option("--new-tokens", help="Make new tokens; the earlier ones hold no longer.")] = False,
    name: Annotated[list[str] | None, typer.Option("--name", metavar="HOST", help="A name by which other machines open the pages.")] = None,
) -> None:
    """Open the record as pages in a browser; an empty one offers to add reports."""
    import uvicorn

    from onrecord.config import load_config
    from onrecord.pipeline import AddOptions, parser_for
    from onrecord.views.web.app import create_app
    from onrecord.views.web.record_book import RecordBook

    if host not in LOCAL and not allow_remote:
        raise InputError(f"{host}: other machines could reach this address; say so with --allow-remote, or leave --host out")
    settings = load_config(config)

    def options(outlet: str | None, published: str | None) -> AddOptions:
        return AddOptions(now(), "onrecord serve", read_options(settings, published=published, outlet=outlet))

    bound = listening(host, port)
    book = RecordBook(record, parser_for(settings), options)
    app = create_app(book, safety_of(record, name or [], new_tokens=new_tokens) if allow_remote else None)
    say(f"onrecord: open http://{host if ':' not in host else f'[{host}]'}:{port}/ (stop with Ctrl-C)")
    uvicorn.Server(uvicorn.Config(app, log_level="warning", proxy_headers=False, server_header=False)).run(sockets=[bound])


def safety_of(record: Path, names: list[str], *, new_tokens: bool) -> Safety:
    """What other machines are asked for; tokens that are made now are told here and never again."""
    from onrecord.views.web.safety import Safety
    from onrecord.views.web.safety.policy import LOCAL_NAMES
    from onrecord.views.web.safety.tokens import beside, hashed, known, made

    kept = None if new_tokens else known(record)
    if kept is None:
        fresh = made(record)
        say(f"onrecord: token for reading: {fresh['read']}\nonrecord: token for reviewing and adding: {fresh['review']}")
        say("onrecord: they are not told again; `--new-tokens` makes others")
        kept = {role: hashed(token) for role, token in fresh.items()}
    else:
        say(f"onrecord: the tokens whose hashes stand in {beside(record)} hold; `--new-tokens` makes others")
    say("onrecord: the pages are sent as they are, so use a network that you trust, or a proxy with TLS before this server")
    own = socket.gethostname().lower()
    return Safety(tokens=kept, names=LOCAL_NAMES | {own, f"{own}.local", *(n.lower() for n in names)})


def listening(host: str, port: int) -> socket.socket:
    """A socket that is bound already, so that a port that is taken is told before anything is said to be open."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise InputError(f"{host}:{port}: cannot be listened on ({error.strerror}); give another with --port or --host") from error
