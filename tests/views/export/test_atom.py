"""The feed is an Atom feed by RFC 4287, tells every change with its words, and stays the same for the same record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from onrecord.errors import InputError
from onrecord.record import Record, open_record
from onrecord.types import Snapshot
from onrecord.types.changes import Change
from onrecord.views.export import Book, ExportOptions, book_of, export
from onrecord.views.export.atom import News, atom, known_days, news_of

A = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="session")
def feed(filled: Path, whole: Book) -> bytes:
    """Of the last two days of the record: each day costs."""
    with open_record(filled) as record:
        return atom(whole.snapshot, news_of(record, whole.snapshot, 2))


def test_what_the_rfc_requires_is_there(feed: bytes) -> None:
    root = etree.fromstring(feed)
    assert root.tag == f"{A}feed"
    for name in ("id", "title", "updated"):
        assert len(root.findall(f"{A}{name}")) == 1
    assert root.findtext(f"{A}author/{A}name"), "a feed whose entries have no author has one"
    entries = root.findall(f"{A}entry")
    assert len(entries) > 5
    for entry in entries:
        for name in ("id", "title", "updated"):
            assert len(entry.findall(f"{A}{name}")) == 1 and entry.findtext(f"{A}{name}")
        assert len(entry.findall(f"{A}content")) == 1, "an entry without an alternate link has content"
        assert dt.datetime.fromisoformat(entry.findtext(f"{A}updated")).tzinfo is not None
        assert all(c.get("term") for c in entry.findall(f"{A}category"))
    ids = [e.findtext(f"{A}id") for e in entries]
    assert len(set(ids)) == len(ids)


def test_a_feed_reader_takes_it_newest_first(feed: bytes, whole: Book) -> None:
    read = feedparser.parse(feed)
    assert not read.bozo and read.version == "atom10" and read.feed.title.endswith("what changed")
    days = [e.updated[:10] for e in read.entries]
    assert days == sorted(days, reverse=True) and set(days) == {str(d) for d in known_days(whole.snapshot)[-2:]}
    quotes = {s.quote for s in whole.snapshot.statements.values()}
    told = [e for e in read.entries if "“" in e.content[0].value]
    assert len(told) > 5
    assert all(any(f"“{q}”" in e.content[0].value for q in quotes) and "SHA-256" in e.content[0].value for e in told)


def test_ids_and_entries_stay(feed: bytes, filled: Path, whole: Book) -> None:
    with open_record(filled) as record:
        assert atom(whole.snapshot, news_of(record, whole.snapshot, 2)) == feed
        last = atom(whole.snapshot, news_of(record, whole.snapshot, 1))
    ids = [e.id for e in feedparser.parse(feed).entries]
    assert [e.id for e in feedparser.parse(last).entries] == ids[: len(feedparser.parse(last).entries)], "a day is the same, however many are told"


def test_a_narrowed_book_has_no_days_before_to_compare_with(opened: Record, tmp_path: Path) -> None:
    negotiation = book_of(opened).snapshot.derived.negotiations[0].id
    with pytest.raises(InputError, match="--negotiation"):
        export(opened, "atom", tmp_path / "x.atom", ExportOptions(negotiation=negotiation))
    assert not list(tmp_path.iterdir())


def test_an_empty_record_gives_a_feed_without_entries_and_hostile_words_stay_words() -> None:
    assert feedparser.parse(atom(Snapshot(), iter(()))).entries == []
    change = Change("c", "new", "event", "<b>x</b>\x07 & y", 0.5, ())
    read = feedparser.parse(atom(Snapshot(), iter([News(dt.date(2025, 1, 2), change, ())])))
    assert not read.bozo and read.entries[0].title == "<b>x</b>\ufffd & y" and read.entries[0].title_detail.type == "text/plain"
