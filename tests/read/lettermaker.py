"""Writes `tests/read/fixtures/*.msg`: Outlook messages with the properties that a letter has. Run it to make them anew: python tests/read/lettermaker.py."""

from __future__ import annotations

import datetime as dt
import struct
from pathlib import Path

import extract_msg

FIXTURES = Path(__file__).parent / "fixtures"
EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
TEXT, TIME, CLASS, SUBJECT, SENDER, ADDRESS, BODY, SENT, MESSAGE_ID = 0x1F, 0x40, 0x1A, 0x37, 0xC1A, 0xC1F, 0x1000, 0x39, 0x1035
LETTER = (
    "Relatives of the ferry crews waited at the quay in Brant Harbour on Thursday for word of a release, and two of them said that nobody had called.\r\n\r\n"
    "A spokesman for the Karst Brigade, Olan Verrick, said by telephone that seven of the 27 would be freed before the weekend.\r\n"
)


def message(texts: dict[int, str], sent: dt.datetime | None, path: Path) -> None:
    """Writes a message with these texts by the number of their property."""
    writer = extract_msg.OleWriter()
    rows = b""
    for number, text in texts.items():
        data = text.encode("utf-16-le")
        writer.addEntry(f"__substg1.0_{number:04X}{TEXT:04X}", data)
        rows += struct.pack("<HHIII", TEXT, number, 6, len(data) + 2, 0)
    if sent:
        rows += struct.pack("<HHIQ", TIME, SENT, 6, int((sent - EPOCH).total_seconds()) * 10_000_000)
    writer.addEntry("__properties_version1.0", bytes(32) + rows)
    for name in ("__substg1.0_00020102", "__substg1.0_00030102", "__substg1.0_00040102"):
        writer.addEntry(["__nameid_version1.0", name], b"")
    writer.write(str(path))


def main() -> None:
    """Writes all of them."""
    letter = {CLASS: "IPM.Note", SUBJECT: "Families wait at the quay", SENDER: "Inland Radio", ADDRESS: "news@inlandradio.example", BODY: LETTER,
              MESSAGE_ID: "<quay-0410@inlandradio.example>"}
    sent = dt.datetime(2031, 4, 10, 18, 20, tzinfo=dt.UTC)
    message(letter, sent, FIXTURES / "msg-newsletter.msg")
    message({**letter, BODY: ""}, sent, FIXTURES / "msg-without-text.msg")
    whole = (FIXTURES / "msg-newsletter.msg").read_bytes()
    (FIXTURES / "msg-truncated.msg").write_bytes(whole[: len(whole) // 3])


if __name__ == "__main__":
    main()
