"""The tables and keys of a pack: what a person may write, of which shape, and what it is for. The reference is made of this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["text", "texts", "day", "kind"]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table of a pack."""

    name: str
    shape: Shape
    about: str
    needed: bool = False


ALIASES = Key("aliases", "texts", "Other names of the same, with their capitals as reports write them.")
TOP = (
    Key("name", "text", "What the pack is called in reasons and lists.", needed=True),
    Key("note", "text", "Who wrote it, from what; kept and not read."),
    Key("talks", "text", "How the negotiation between the parties of the pack is called."),
)
"""Keys before the first table."""
TABLES: dict[str, tuple[Key, ...]] = {
    "parties": (
        Key("name", "text", "A party to the talks, in full.", needed=True), ALIASES,
        Key("side", "text", "The side that it acts for; its own name where nothing is given."),
        Key("kind", "kind", "`body` (the usual) or `state`."),
    ),
    "mediators": (
        Key("name", "text", "Who carries between the parties.", needed=True), ALIASES,
        Key("side", "text", "The state or body that it acts for; its own name where nothing is given."),
        Key("kind", "kind", "`state` (the usual), `body` or `person`."),
    ),
    "persons": (
        Key("name", "text", "A person, given name and surname.", needed=True), ALIASES, Key("side", "text", "The side that the person speaks for."),
    ),
    "offices": (
        Key("office", "text", "The office as reports write it, without country (`foreign minister`).", needed=True),
        Key("side", "text", "Whose office it is.", needed=True), Key("holder", "text", "Who holds it, given name and surname.", needed=True),
        Key("from", "day", "First day in office; open where nothing is given."), Key("to", "day", "Last day in office; open where nothing is given."),
    ),
    "places": (Key("name", "text", "A place that plays a part.", needed=True), ALIASES),
    "tracks": (
        Key("name", "text", "A strand of the talks.", needed=True),
        Key("words", "texts", "Words by which a sentence tells of it (`prisoner talks`).", needed=True),
    ),
    "captives": (
        Key("word", "text", "A noun, one of them, by which reports mean those held (`guest`).", needed=True),
        Key("held_as", "text", "`hostages` or `prisoners`.", needed=True),
    ),
    "outlets": (
        Key("name", "text", "An outlet, as its reports name it.", needed=True),
        Key("side", "text", "The side for which it speaks in its own voice.", needed=True),
    ),
}
"""The tables, each of which may stand any number of times (`[[parties]]`), with their keys."""
