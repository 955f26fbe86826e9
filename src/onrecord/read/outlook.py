"""Outlook's `.msg`: a mail as a report, like `.eml`."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

from onrecord.errors import ReportError
from onrecord.read.form import Head, Member, Source, Taken, extra
from onrecord.read.forwarded import Letter, name_of
from onrecord.read.mail import ATTACHED, letter_report
from onrecord.read.names import safe_name

EXTENSIONS = (".msg",)
OLE = b"\xd0\xcf\x11\xe0"
INSIDE = "__properties_version1.0".encode("utf-16-le")
"""The name of a stream that every message has; other files of Office in the same container do not."""


def is_message(head: Head) -> bool:
    """Whether it is Office's old container with a message in it."""
    return head.raw.startswith(OLE) and (INSIDE in head.raw or head.claims(EXTENSIONS))


def read_message(source: Source) -> Iterator[Taken | Member]:
    """The message's text, then what is attached to it."""
    whole = source.whole()
    outlook = extra("extract_msg", "an Outlook message")
    try:
        message: Any = outlook.openMsg(io.BytesIO(whole.raw))
        body, plain = message.htmlBody, message.body
        sent, attached = message.date, list(message.attachments)
    except (OSError, outlook.exceptions.ExMsgBaseException, struct.error, ValueError, KeyError, AttributeError, NotImplementedError) as error:
        raise ReportError(f"a broken Outlook message ({error}); save it again, or as .eml", kind="unreadable") from error
    letter = Letter(name_of(str(message.sender or "")), sent.date().isoformat() if sent else None, message.subject or None, message.messageId)
    if not body and not plain:
        raise ReportError("a message without text; give its text as .txt", kind="no_text")
    content = plain or (body.decode("utf-8", "replace") if isinstance(body, bytes) else str(body))
    yield letter_report(content, not plain, letter, (whole, ()))
    for part in attached[:ATTACHED]:
        if isinstance(part.data, bytes) and part.data:
            yield Member(io.BytesIO(part.data), f"{source.where}/{safe_name(part.longFilename or part.shortFilename or 'attachment')}")
    if len(attached) > ATTACHED:
        raise ReportError(f"{len(attached)} files are attached, of which the first {ATTACHED} were read; save the others and give them", kind="limit")
