"""The pages of the web view as files: every page that is led to from the first, links made relative, no server and no script.

A record of eighteen reports gives some eight hundred files, most of them the pages of single statements; searching, adding and what changed since a day
need a program that answers, so they are left out, and with them every form.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import deque
from html import escape, unescape
from os.path import relpath
from pathlib import Path
from typing import NoReturn
from urllib.parse import parse_qsl, urlsplit

from onrecord.errors import InputError
from onrecord.record import queries
from onrecord.record.queries.sought import Sought
from onrecord.record.readers import Reader
from onrecord.types.changes import Changes
from onrecord.views.export.book import Book
from onrecord.views.web.asked import Asked, Page
from onrecord.views.web.book import Hit
from onrecord.views.web.frame import HERE, MENU, Frame, Sight
from onrecord.views.web.pages import PAGES, SINGLE
from onrecord.views.web.scope import Scope
from onrecord.views.web.seen import Seen
from onrecord.views.writing.marks import SIGN, filled, marking

NEEDS_A_PROGRAM = ("/search", "/add", "/new", "/review", "/audit", "/feed.atom")
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
HREF = re.compile(r'(?<=[\s"])href="([/?][^"]*)"')
DEAD = re.compile(r'<a\b[^>]*\bhref="/(?:search|add|new|review|audit|feed\.atom)\b[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def write(book: Book, path: Path) -> None:
    """Writes the folder."""
    with marking(SIGN):
        Site(book, path).write()


class Site:
    """One folder in the making."""

    def __init__(self, book: Book, folder: Path) -> None:
        self._book = book
        self._folder = folder
        self._seen = Seen(book.snapshot, "site", book.snapshot.derived.negotiations)
        self._frame = Frame()
        self._pages = {p.path: p for p in PAGES if p.path not in NEEDS_A_PROGRAM}
        self._single = {p.path.split("/")[1]: p for p in SINGLE}

    def write(self) -> None:
        """Writes every page that is led to from the first, and the style sheet."""
        (self._folder / "static").mkdir(parents=True)
        (self._folder / "static" / "style.css").write_bytes((HERE / "static" / "style.css").read_bytes())
        waiting, known = deque(["/"]), {"/"}
        while waiting:
            address = waiting.popleft()
            html = self._drawn(address)
            if html is None:
                continue
            for found in HREF.findall(html):
                other = full(address, unescape(found))
                if other not in known:
                    known.add(other)
                    waiting.append(other)
            self._put(file_of(address), relative(address, html).encode())

    def _drawn(self, address: str) -> str | None:
        """The page at an address; None for what is no page. The bytes of a report are written where the export holds them."""
        parts = urlsplit(address)
        if parts.path.startswith("/static/"):
            return None
        if parts.path.endswith("/bytes"):
            self._put(file_of(address), self._bytes(parts.path.split("/")[2]))
            return None
        page, identity = self._page(parts.path)
        if page is None:
            return None
        values = dict(parse_qsl(parts.query, keep_blank_values=True))
        scope = Scope()
        try:
            data = page.make(Asked(self._seen, scope, NoBook(), values, identity))
        except KeyError:
            return None
        sight = Sight(parts.path, values, self._seen, scope, live=False)
        menu = [entry for entry in MENU if entry[0] not in NEEDS_A_PROGRAM]
        html = self._frame.page(sight, page.template, data, heading=page.heading, menu=menu, has_bytes=self._book.record is not None)
        html = filled(html.encode(), SIGN, self._book.manner).decode()
        return DEAD.sub(r"\1", FORM.sub("", html))

    def _page(self, path: str) -> tuple[Page | None, str]:
        """The page of a path, and the id in it."""
        if path in self._pages:
            return self._pages[path], ""
        kind, _, identity = path.strip("/").partition("/")
        return (self._single.get(kind), identity) if identity and "/" not in identity else (None, "")

    def _bytes(self, report: str) -> bytes:
        """The bytes as they came."""
        if self._book.record is None or report not in self._seen.snapshot.by_id:
            raise InputError(f"{report}: this export holds no bytes of reports")
        return queries.raw_bytes(self._book.record, report)

    def _put(self, name: str, data: bytes) -> None:
        """Writes one file of the folder."""
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def relative(at: str, html: str) -> str:
    """The page *at* with its links as they lead from its file to the others'."""
    here = Path(file_of(at)).parent

    def led(match: re.Match[str]) -> str:
        link = unescape(match[1])
        anchor = link.partition("#")[2]
        return f'href="{escape(relpath(file_of(full(at, link)), here))}{f"#{anchor}" if anchor else ""}"'

    return HREF.sub(led, html)


def full(at: str, link: str) -> str:
    """The address of a link on the page *at*, without its place in the page."""
    bare = link.partition("#")[0]
    return urlsplit(at).path + bare if bare.startswith("?") else bare


def file_of(address: str) -> str:
    """The file of an address: its path, and a short name of what it asks for."""
    parts = urlsplit(address)
    path = parts.path.strip("/") or "index"
    if path.startswith("static/"):
        return path
    if path.endswith("/bytes"):
        return path.removesuffix("/bytes") + ".txt"
    asked = hashlib.sha256(parts.query.encode()).hexdigest()[:10] if parts.query else ""
    return path + (f"-{asked}" if asked else "") + ".html"


class NoBook:
    """A book for pages that ask nothing of the record but what was seen."""

    def seen(self, scope: Scope) -> Seen:
        """Refuses."""
        refuse()

    def version(self) -> str:
        """Refuses."""
        refuse()

    def raw(self, report: str) -> bytes:
        """Refuses."""
        refuse()

    def changes(self, scope: Scope) -> Changes:
        """Refuses."""
        refuse()

    def foresee(self, *_: object) -> None:
        """Nothing is asked for later."""
        refuse()

    def reader(self, name: str) -> Reader | None:
        """Refuses."""
        refuse()

    def keep_reader(self, name: str, watch: str) -> None:
        """Refuses."""
        refuse()

    def restore_reader(self, name: str, marked: dt.datetime, before: Reader | None) -> None:
        """Refuses."""
        refuse()

    def unseen(self, scope: Scope, mark: Reader) -> Changes:
        """Refuses."""
        refuse()

    def find(self, sought: Sought) -> tuple[str, ...]:
        """Refuses."""
        refuse()

    def search(self, words: str) -> tuple[Hit, ...]:
        """Refuses."""
        refuse()


def refuse() -> NoReturn:
    """Says why."""
    raise InputError("a folder of pages answers nothing; `onrecord serve` does")
