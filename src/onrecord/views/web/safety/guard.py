"""What every request passes before any page: whose host, which origin, which session, how often, how much."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import Request, Response
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.views.web.safety.buckets import Buckets
from onrecord.views.web.safety.policy import HEADERS, Limits, Rate, Safety
from onrecord.views.web.safety.sessions import Session, Sessions

SESSION = "onrecord.session"
OPEN = ("/static/", "/enter")
"""What is answered without a token: the look of the page, and the page that asks for it."""
WRITING = ("/add", "/review", "/audit")
"""Pages that change the record, also their forms."""
UPLOADS = ("/add", "/review/packs")
"""Where files are sent."""
OWN = "/new/"
"""Forms by which a reader notes what they have seen, which change nothing that others see."""
READS = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    note: str
    after: float = 0.0
    """Seconds after which it may be tried again."""


class Guard:
    """The application behind its safety."""

    def __init__(self, app: ASGIApp, *, safety: Safety, refuse: Callable[[Request, Refusal], Response]) -> None:
        self.app = app
        self.safety = safety
        self.refuse = refuse
        self.sessions = Sessions()
        self.buckets = Buckets()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or refuses with a page that says why."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        request = Request(scope)
        session = self.session(request)
        scope[SESSION], scope["onrecord.guard"] = session, self
        refusal = self.refusal(request, session)
        app: ASGIApp = self.app if refusal is None else self.refuse(request, refusal)
        measured = receive if request.method in READS else metered(receive, most_of(request, self.safety.limits), self.safety.limits.seconds)
        await app(scope, measured, self.marked(send, scope))

    def session(self, request: Request) -> Session:
        """The session of the request's cookie, or a new one."""
        found = self.sessions.found(request.cookies.get(cookie_name(request), ""))
        return found or self.sessions.start("review" if self.safety.tokens is None else "none")

    def refusal(self, request: Request, session: Session) -> Refusal | None:
        """Why the request is refused; None where it is not."""
        host = request.headers.get("host", "")
        if not self.safety.answers_to(host):
            return Refusal(403, "This server does not answer to that name. Open it by the address that it told when it started.")
        if request.method not in READS:
            if not same_origin(request, host):
                return Refusal(403, "The form was sent from another site.")
            length = request.headers.get("content-length", "0")
            if not length.isdigit() or int(length) > most_of(request, self.safety.limits):
                return Refusal(413, too_much(most_of(request, self.safety.limits)))
        return self.barred(request, session) or self.hurried(request)

    def barred(self, request: Request, session: Session) -> Refusal | None:
        """Why the session's role does not do."""
        path = request.url.path
        if self.safety.tokens is None or path.startswith(OPEN):
            return None
        if session.role == "none":
            return Refusal(401, "This record asks for a token. Give it on the page /enter.")
        if session.role != "review" and (path.startswith(WRITING) or (request.method not in READS and not path.startswith(OWN))):
            return Refusal(403, "The token that you gave is for reading. Reviewing and adding ask for the other one.")
        return None

    def hurried(self, request: Request) -> Refusal | None:
        """Why the client must wait."""
        rate = rate_of(request, self.safety.limits)
        wait = 0.0 if rate is None else self.buckets.wait(request.client.host if request.client else "", rate)
        return Refusal(429, "Too many requests in a short time. Wait a little and try again.", wait) if wait else None

    def marked(self, send: Send, scope: Scope) -> Send:
        """The same, with the headers of safety and the session's cookie on the answer."""

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                session: Session = scope[SESSION]
                if session.fresh and not scope["path"].startswith("/static/"):
                    request = Request(scope)
                    secure = "; Secure" if request.url.scheme == "https" else ""
                    cookie = f"{cookie_name(request)}={self.sessions.cookie(session)}; Path=/; HttpOnly; SameSite=Strict{secure}"
                    headers.append("Set-Cookie", cookie)
            await send(message)

        return add


def session_of(request: Request) -> Session:
    """The session in which a request was sent."""
    found: Session = request.scope[SESSION]
    return found


def cookie_name(request: Request) -> str:
    """A name of its own for each port: browsers keep one set of cookies for all ports of a host."""
    port = request.headers.get("host", "").rpartition(":")[2]
    return f"onrecord_{port}" if port.isdigit() else "onrecord"


def same_origin(request: Request, host: str) -> bool:
    """Whether a form comes from a page of this server; who sends no Origin is no browser, and holds no cookie of one."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    return site in ("same-origin", "none") and (origin is None or urlsplit(origin).netloc.lower() == host.lower())


def most_of(request: Request, limits: Limits) -> int:
    """Bytes that the form of a request may have."""
    return limits.adding if request.url.path.startswith(UPLOADS) else limits.form


def rate_of(request: Request, limits: Limits) -> Rate | None:
    """How often such a request may come; None for any number."""
    if request.method not in READS:
        return limits.entering if request.url.path == "/enter" else limits.posts
    return limits.searches if request.url.path.startswith("/search") else None


def too_much(most: int) -> str:
    """What is told of a form that is too large."""
    return f"What was sent is larger than {most:,} bytes. Send it in parts, or use `onrecord add PATH…` on the machine itself."


def metered(receive: Receive, most: int, seconds: float) -> Receive:
    """The same, ended with an error when a body is larger than it said it was, or slower than it may be."""
    got, until, whole = 0, time.monotonic() + seconds, False

    async def take() -> Message:
        nonlocal got, whole
        if whole:
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), max(0.0, until - time.monotonic()))
        except TimeoutError as error:
            raise HTTPException(408, f"The form did not arrive within {seconds:g} seconds.") from error
        got += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if got > most:
            raise HTTPException(413, too_much(most))
        return message

    return take
