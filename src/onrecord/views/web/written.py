"""Days and numbers of a page as its reader writes them, put in as the page is sent."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.views.web.scope import STAYING
from onrecord.views.writing.manners import PLAIN, Manner, named, preferred
from onrecord.views.writing.marks import SIGN, filled, marking

MANNER = "onrecord.manner"
FILLED = ("text/html", "application/json", "application/atom+xml")


class Written:
    """The application, whose pages are worked out alike for all readers; data for programs have the plain form."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, with every mark filled."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        scope[MANNER] = wanted(request)
        with marking(SIGN):
            await self.app(scope, receive, self.filling(send, request))

    def filling(self, send: Send, request: Request) -> Send:
        """The same, with the marks of what is sent whole filled, and caches told that a page hangs on the language that is asked for.

        Where a form leads back to, the controls in the URL that it was sent to lead on.
        """
        manner = manner_of(request)
        waiting: list[Message] = []

        async def fill(message: Message) -> None:
            if message["type"] == "http.response.start":
                waiting.append(message)
                return
            if waiting:
                start = waiting.pop()
                headers = MutableHeaders(scope=start)
                kind = headers.get("content-type", "").partition(";")[0]
                page = kind == "text/html"
                if page or start["status"] == 304:
                    headers.add_vary_header("Accept-Language")
                if kind in FILLED and not message.get("more_body", False):
                    message["body"] = filled(message.get("body", b""), SIGN, manner if page else PLAIN, page=page)
                    headers["Content-Length"] = str(len(message["body"]))
                if request.method == "POST" and "location" in headers:
                    headers["Location"] = led_on(headers["location"], request)
                await send(start)
            await send(message)

        return fill


def wanted(request: Request) -> Manner:
    """The manner in the URL, else the first that the browser asks for and the program knows, else the plain one."""
    asked = locale_in(request)
    return (named(asked) if asked else preferred(request.headers.get("accept-language", ""))) or PLAIN


def locale_in(request: Request) -> str:
    """The manner that the URL asks for; empty for none."""
    return parse_qs(request.url.query).get("locale", [""])[0].strip()


def led_on(address: str, request: Request) -> str:
    """One of our addresses with the controls that the form was sent with; what it says itself stays."""
    path, hash_, place = address.partition("#")
    own, sent = parse_qs(path.partition("?")[2]), parse_qs(request.url.query)
    kept = {k: sent[k][0] for k in STAYING if k in sent and k not in own}
    return f"{path}{'&' if '?' in path else '?'}{urlencode(kept)}{hash_}{place}" if kept and address.startswith("/") else address


def manner_of(request: Request) -> Manner:
    """The manner in which a request is answered."""
    found: Manner = request.scope[MANNER]
    return found
