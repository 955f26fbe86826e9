"""E-mail (`.eml`): a newsletter or a forwarded one as a report; what is attached is read by its own form."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email import policy
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from onrecord.errors import ReportError
from onrecord.read.decode import decode
from onrecord.read.form import Head, Member, Source, Taken
from onrecord.read.forwarded import Letter, name_of, own_letter
from onrecord.read.markup import joined, lines_of, titled
from onrecord.read.names import safe_name
from onrecord.read.result import Extracted, Input
from onrecord.read.txt import encoding_problems
from onrecord.types import Block, Problem, Span

EXTENSIONS = (".eml",)
HEADER = re.compile(r"(?:From [^\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
TELLING = re.compile(r"^(?:from|received|message-id|mime-version|return-path|delivered-to|x-[\w-]+):", re.IGNORECASE | re.MULTILINE)
ATTACHED = 50
"""Files attached to one mail that are looked at."""


def is_mail(head: Head) -> bool:
    """Whether it begins with the header of a mail: two of the lines that only mails have, or one and the file's name."""
    block = HEADER.match(head.text)
    telling = {m.group().lower() for m in TELLING.finditer(block.group())} if block else set()
    return len(telling) >= (1 if head.claims(EXTENSIONS) else 2)


def read_mail(source: Source) -> Iterator[Taken | Member]:
    """The mail's text, then what is attached to it. Its outlet is who sent it, its date the day on which it was sent."""
    whole = source.whole()
    message = BytesParser(policy=policy.default).parsebytes(whole.raw)
    assert isinstance(message, EmailMessage)
    yield from message_reports(message, whole)


def message_reports(message: EmailMessage, whole: Input) -> Iterator[Taken | Member]:
    """The same of a mail that is parsed."""
    cut = cut_off(message, whole.where)
    body = message.get_body(preferencelist=("html", "plain"))
    attached = list(message.iter_attachments())
    if body is None and not attached:
        raise ReportError("a mail without text; give its text as .txt", kind="no_text")
    if body is not None:
        content, remarks = content_of(body, whole.where)
        yield letter_report(content, body.get_content_type() == "text/html", header_letter(message), (whole, (*remarks, *cut)))
    for part in attached[:ATTACHED]:
        yield from attachment(part, whole.where)
    if len(attached) > ATTACHED:
        raise ReportError(f"{len(attached)} files are attached, of which the first {ATTACHED} were read; save the others and give them", kind="limit")


def cut_off(message: Message, where: str) -> tuple[Problem, ...]:
    """A problem where the line that ends a part is not there."""
    if not any(isinstance(defect, CloseBoundaryNotFoundDefect) for part in message.walk() for defect in part.defects):
        return ()
    return (Problem("truncated", f"{where}: its end is missing; what is there was read: get it again", where=where, lost=True),)


def content_of(part: MIMEPart, where: str) -> tuple[str, tuple[Problem, ...]]:
    """The characters of a part in the charset that it names, else in the likeliest."""
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    try:
        return data.decode(part.get_content_charset("utf-8")), ()
    except (LookupError, UnicodeDecodeError):
        decoded = decode(data)
        return decoded.text, encoding_problems(decoded.remark, where)


def header_letter(message: EmailMessage) -> Letter:
    """Who sent the mail, when, and about what, as its header says."""
    return Letter(name_of(header(message, "From") or ""), day_of(header(message, "Date")), header(message, "Subject"), key=header(message, "Message-ID"))


def header(message: EmailMessage, name: str) -> str | None:
    """A line of the header; None where it is missing or too broken for the standard library."""
    try:
        value = message[name]
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def day_of(date: str | None) -> str | None:
    """The day of a header's date, where it was sent; the words themselves where they are no date, so that this is told."""
    try:
        return parsedate_to_datetime(date).date().isoformat() if date else None
    except (ValueError, OverflowError):
        return date


def letter_report(content: str, html: bool, letter: Letter, given: tuple[Input, tuple[Problem, ...]]) -> Taken:
    """The report of a mail's text: of a mail that only forwards another, that other."""
    whole, remarks = given
    lines, deep = lines_of(content, whole.where) if html else ([], ())
    text, hints = joined(lines) if html else (content, ())
    start, told = own_letter(text, letter)
    title = told.subject
    if html and start == 0:
        text, hints = joined(titled(lines, title))
    else:
        moved = (Block(Span(b.span.start - start, b.span.end - start), b.kind) for b in hints if b.span.start >= start)
        text, hints = text[start:], tuple(moved)
    found = Extracted(text, title or whole.name, title=title, outlet=told.sender, published=told.date, hints=hints, key=told.key)
    return Taken(whole, found, (*remarks, *deep))


def attachment(part: MIMEPart, where: str) -> Iterator[Taken | Member]:
    """A file that is attached, to be read by its own form; pictures and the like are part of the letter's looks."""
    if part.get_content_maintype() in ("image", "audio", "video", "font") or part.get_content_disposition() == "inline":
        return
    if part.get_content_type() == "message/rfc822":
        inner = part.get_content()
        yield Member(io.BytesIO(inner.as_bytes()), f"{where}/{safe_name(header(inner, 'Subject') or 'mail')}.eml")
        return
    raw = part.get_payload(decode=True)
    if isinstance(raw, bytes) and raw:
        yield Member(io.BytesIO(raw), f"{where}/{safe_name(part.get_filename() or 'attachment')}")
