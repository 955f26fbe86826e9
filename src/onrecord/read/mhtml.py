"""MHTML (`.mhtml`, `.mht`): a page as a browser saves it in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.parser import BytesParser

from onrecord.errors import ReportError
from onrecord.read.form import Head, Source, Taken
from onrecord.read.html import Page, page_reports
from onrecord.read.mail import HEADER, cut_off
from onrecord.read.result import Input

EXTENSIONS = (".mhtml", ".mht")
SAVED = re.compile(r"^(?:snapshot-content-location:|from:\s*<saved by )", re.IGNORECASE | re.MULTILINE)
RELATED = re.compile(r"content-type:\s*multipart/related", re.IGNORECASE)


def is_mhtml(head: Head) -> bool:
    """Whether it is a bundle of related parts that a browser saved, as its header or its name says."""
    block = HEADER.match(head.text)
    return bool(block and RELATED.search(block.group()) and (SAVED.search(block.group()) or head.claims(EXTENSIONS)))


def read_mhtml(source: Source) -> Iterator[Taken]:
    """The report of the page in the bundle; its pictures are passed over."""
    whole = source.whole()
    bundle = BytesParser(policy=policy.default).parsebytes(whole.raw)
    page = next((part for part in bundle.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    raw = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(raw, bytes) or not raw.strip():
        raise ReportError("no page in this bundle; save the page again, as one file or as HTML", kind="no_text")
    url = str(bundle.get("Snapshot-Content-Location") or page.get("Content-Location") or "").strip()
    known = Page(charset=page.get_content_charset(), url=url if url.startswith("http") else None)
    cut = cut_off(bundle, whole.where)
    for taken in page_reports(Input(raw, whole.where, whole.name), known):
        # What is kept is the file as it came.
        yield Taken(Input(whole.raw, taken.source.where, taken.source.name), taken.found, (*taken.problems, *cut))
        cut = ()
