"""packs.md: the tables and keys of a pack file, from the list by which it is read."""

from __future__ import annotations

from onrecord.read.pack_keys import TABLES, TOP, Key

HEAD = """# Packs

A pack is a TOML file in which you write down what you know of a negotiation before you read of it: who negotiates and mediates, how they are called, who holds
which office, for whom an outlet speaks. `onrecord add --pack FILE`, `packs = ["FILE"]` in the [settings](config.md) or `onrecord pack add FILE` put it into
the record, with its hash and who added it. [How to add a pack](../howto/extend.md#a-pack-who-negotiates) has an example.

- A key or table that is not listed here, a value of another shape, or a name given twice is a problem with its line; that entry is left out, the others hold.
- A name stands with its capitals, as reports write it. Adjectives and peoples go among the aliases ("Belmari").
- What a report says goes before what a pack says. Where they differ, the report is followed and a problem tells it.
- What a pack decided is told with the reasons of the thing: `pack NAME: …`. Without the pack the record is as if it had never been there.
- A name that two packs give to two different things is used for neither.

"""
SHAPES = {"text": "text", "texts": "list of texts", "day": "day, as `2024-03-02`", "kind": "text"}


def page() -> str:
    """The page's text."""
    return HEAD + "## Before the first table\n\n" + table(TOP) + "".join(f"\n## `[[{name}]]`\n\n{table(keys)}" for name, keys in TABLES.items())


def table(keys: tuple[Key, ...]) -> str:
    """Keys with shape and meaning; those that must be there first say so."""
    rows = "".join(f"| `{k.name}` | {SHAPES[k.shape]} | {'yes' if k.needed else ''} | {k.about} |\n" for k in keys)
    return f"| key | shape | needed | meaning |\n|---|---|---|---|\n{rows}"
