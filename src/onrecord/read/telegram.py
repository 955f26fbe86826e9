"""An exported Telegram channel (`result.json`): one report a message, with its own day and address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.errors import ReportError
from onrecord.read.decode import decode
from onrecord.read.form import Head, Source, Taken
from onrecord.read.result import Extracted, Input
from onrecord.read.rows import lost
from onrecord.types import Problem

KIND = re.compile(r"\"type\"\s*:\s*\"(?:public|private)_(?:channel|supergroup|group)\"")
MESSAGES = re.compile(r"\"messages\"\s*:\s*\[")
LONGEST_TITLE = 120


def is_export(head: Head) -> bool:
    """Whether it is what Telegram Desktop writes for a channel or group."""
    return head.text.startswith("{") and KIND.search(head.text) is not None and MESSAGES.search(head.text) is not None


def read_export(source: Source) -> Iterator[Taken]:
    """Every message that has a text; those of pictures only and of the service are counted and told."""
    whole = source.whole()
    try:
        export: Any = msgspec.json.decode(decode(whole.raw).text.lstrip("\ufeff"))
    except (msgspec.DecodeError, RecursionError) as error:
        raise ReportError(f"broken JSON ({error}); export the channel again", kind="broken_line") from error
    messages = export.get("messages")
    if not isinstance(messages, list) or not messages:
        raise ReportError("a channel without messages; nothing was read: export it again", kind="empty")
    untold = 0
    for number, message in enumerate(messages, 1):
        where = f"{source.where}:{message.get('id', number) if isinstance(message, dict) else number}"
        one = Input(msgspec.json.encode(message), where, f"{source.name}-{number}")
        if not isinstance(message, dict):
            yield Taken(one, None, (lost("broken_line", f"JSON {type(message).__name__} instead of a message; export it again", where=where),))
        elif message.get("type", "message") != "message" or not words_of(message).strip():
            untold += 1
        else:
            yield Taken(one, *message_report(message, export, one))
    if untold:
        text = f"{source.where}: {untold} messages have no text (pictures, notices of the service) and were passed over; nothing needs to be done"
        yield Taken(Input(b"", source.where, source.name), None, (Problem("no_text", text, where=source.where),))


def words_of(message: dict[str, Any]) -> str:
    """The message's text, which may be a list of plain parts and of parts with a look."""
    parts = message.get("text", "")
    if isinstance(parts, str):
        return parts
    return "".join(p if isinstance(p, str) else str(p.get("text", "")) if isinstance(p, dict) else "" for p in parts) if isinstance(parts, list) else ""


def message_report(message: dict[str, Any], channel: dict[str, Any], one: Input) -> tuple[Extracted, tuple[Problem, ...]]:
    """The report of one message. What was forwarded is told by whom it is from: that is its outlet, as its words are theirs."""
    text = words_of(message)
    name, identity, date = str(channel.get("name") or "") or None, message.get("id"), message.get("date")
    forwarded = str(message.get("forwarded_from") or "") or None
    edited = str(message.get("edited") or "")
    problems = []
    if edited[:10] and date and edited[:10] != str(date)[:10]:
        seen = f"{one.where}: edited on {edited[:10]}, after it was published on {str(date)[:10]}; it is read as edited, its first words are not in the export"
        problems.append(Problem("date_conflict", seen, where=one.where))
    first = text.strip().split("\n", 1)[0].strip()
    return (
        Extracted(
            text, f"{name or one.name}-{identity}", title=first if "\n" in text.strip() and len(first) <= LONGEST_TITLE else None, outlet=forwarded or name,
            url=address(channel, identity), published=str(date) if date else None, key=f"telegram {channel.get('id')}#{identity}",
        ),
        tuple(problems),
    )


def address(channel: dict[str, Any], identity: object) -> str | None:
    """The message's address: by the channel's public name where the export has it, else by its number."""
    if identity is None:
        return None
    if name := channel.get("username"):
        return f"https://t.me/{name}/{identity}"
    return f"https://t.me/c/{channel['id']}/{identity}" if channel.get("id") else None
