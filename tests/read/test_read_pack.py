"""A pack file: what it may hold, and every mistake as a problem with its line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from onrecord.read.pack import read_pack
from onrecord.read.pack_keys import TABLES, TOP
from onrecord.types import PackName, PackOffice

SAMPLE = Path(__file__).parents[2] / "sample" / "packs" / "orlo.toml"
PARTY = '[[parties]]\nname = "Free Coast Front"\n'


def test_the_sample_pack_is_read_without_a_mistake() -> None:
    found = read_pack(SAMPLE.read_bytes(), "orlo.toml")
    assert found.pack is not None and not found.problems
    assert found.pack.talks == "Captives of the Orlo dam"
    assert [n.name for n in found.pack.of("mediator")] == ["Belmar"]
    assert PackOffice("foreign minister", "Belmar", "Oren Hask", dt.date(2024, 6, 1)) in found.pack.offices


def test_a_party_is_its_own_side_a_person_has_the_one_given() -> None:
    pack = read_pack(b'name = "P"\n[[parties]]\nname = "Front"\naliases = ["FF"]\n[[persons]]\nname = "Odo Marsh"\nside = "Front"\n', "p.toml").pack
    assert pack is not None
    assert pack.names == (PackName("Front", "body", "Front", ("FF",)), PackName("Odo Marsh", "person", "Front", role="person"))


@pytest.mark.parametrize(
    ("toml", "line", "words"),
    [
        ('name = "P"\nname = "Q"\n', 2, "no TOML"),
        ('name = "P\n', 1, "no TOML"),
        ('note = "of nobody"\n', 1, "has no `name`"),
        ('name = "P"\ntopic = "x"\n', 2, "`topic` is no key here"),
        ('name = 3\n', 1, "`name` is text"),
        ('name = "P"\n\n[[parties]]\naliases = ["X"]\n', 3, "this entry of `parties` has no `name`"),
        (f'name = "P"\n{PARTY}[[parties]]\nname = "Velland"\nside = ""\n', 6, "`side` is text"),
        (f'name = "P"\n{PARTY}aliases = "FCF"\n', 4, "`aliases` is a list of words"),
        (f'name = "P"\n{PARTY}kind = "army"\n', 4, "`kind` is body or state"),
        (f'name = "P"\n{PARTY}leader = "Odo"\n', 4, "`leader` is no key here"),
        ('name = "P"\n[[parties]]\nname = "the rebels"\n', 3, "has no capital"),
        (f'name = "P"\n{PARTY}[[persons]]\nname = "Free Coast Front"\n', 5, "is named in `parties` already"),
        ('name = "P"\n[parties]\nname = "X"\n', 2, "write [[parties]] before each"),
        ('name = "P"\n[[offices]]\noffice = "envoy"\nside = "X"\nholder = "Ana Kost"\nfrom = "2024-01-02"\n', 6, "is a day without quotation marks"),
        ('name = "P"\n[[offices]]\noffice = "envoy"\nside = "X"\nholder = "Ana Kost"\nfrom = 2024-01-02\nto = 2023-01-02\n', 7, "is before `from`"),
        ('name = "P"\n[[captives]]\nword = "guest"\nheld_as = "guests"\n', 4, "`held_as` is hostages or prisoners"),
        ('name = "P"\n[[tracks]]\nname = "aid"\nwords = []\n', 4, "`words` is a list of words"),
    ],
)
def test_a_mistake_is_a_problem_with_its_line(toml: str, line: int, words: str) -> None:
    (problem,) = read_pack(toml.encode(), "p.toml").problems
    assert problem.where == f"p.toml:{line}"
    assert words in problem.message and problem.kind == "pack" and problem.lost


def test_an_entry_with_a_mistake_is_left_out_and_the_others_are_kept() -> None:
    found = read_pack(f'name = "P"\n{PARTY}[[parties]]\nname = 4\n'.encode(), "p.toml")
    assert found.pack is not None and [n.name for n in found.pack.names] == ["Free Coast Front"]
    assert len(found.problems) == 1


@pytest.mark.parametrize(("data", "words"), [(b'name = "\xff"', "no UTF-8 at byte 8"), (b"#" * 2_000_001, "at most")])
def test_bytes_that_are_no_pack_are_refused(data: bytes, words: str) -> None:
    found = read_pack(data, "p.toml")
    assert found.pack is None and words in found.problems[0].message


def test_every_key_says_what_it_is_for() -> None:
    assert all(key.about.endswith(".") for keys in (TOP, *TABLES.values()) for key in keys)
    assert all(any(key.needed for key in keys) for keys in (TOP, *TABLES.values()))
