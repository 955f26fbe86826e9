"""exports.md: the formats of `onrecord export`, its tables with every column, and codebook files."""

from __future__ import annotations

from onrecord.views.export import FORMATS
from onrecord.views.export.codebook import CODED, RULES, load_codebook, shipped
from onrecord.views.export.formats import Carried
from onrecord.views.export.tables import TABLES, Table
from onrecord.views.export.tables.filled import TYPES

HEAD = """# Exports

`onrecord export FORMAT PATH` writes the record for other programs. What stands at PATH is replaced only with `--force`, a folder only if an export made
it; the export is made beside its place and put there when it is whole. Filters go over the record before any format sees it, so that every format obeys
them. In Python: `onrecord.views.export.export(record, format, path, ExportOptions(…))`.

| format | makes | what it is |
|---|---|---|
"""
LEFT_OUT = """
## What is left out

`--release NAME` writes what a release froze, ids and judgements as they were; problems are not frozen, and of a report that was removed since only the words
of its statements are known.

`--as-of DATE` and `--negotiation NAME` narrow the record. `--quotes-only` is for licensed texts: every character outside of the words of statements, titles
and printed dates is masked by `·`, so that a place in a text is still the same place; ids stay those of the whole texts.

`--redact NAMES` (commas between, or `@FILE` with a name a line) removes names from texts, quotations, titles, chains, entities, addresses and names of files.
Each character becomes `█`, so that `text[start:end]` is still the words; a name is found in any case, with or without accents, with possessives, across
lines, with middle names, as "surname, given name", and run together in addresses. Of a person's full name the surname alone is removed too; the given name
alone is not, and neither are nicknames, offices or "his sister": **list them as well**. A name of several words that the record knows as a body or place is
removed as a whole only. Reports that held a name get the id of what is left; whatever else held one gets an id that tells nothing, because ids are hashes by
which a guess could be tried. What was removed is told on stderr, with counts and with other names of the same persons that stay, and is in no file. The
length of a name still shows, and whoever finds the original report elsewhere finds the name in it.
"""
RECORD = """
## The record's file

`onrecord export record talks.db` writes one SQLite file and `talks.metadata.json` beside it:

```sh
datasette talks.db --metadata talks.metadata.json
```

Datasette then shows the [ready views](schema.md#ready-views) with facets, searches statements and reports by their words, and opens every row. A file
without `--redact`, `--quotes-only` and `--negotiation` is a whole copy, the bytes as they came and all, which any command opens. With them it is an excerpt:
without those bytes and without readings, so that `onrecord` shows and checks it, but neither adds to it nor serves it.
"""
TABLES_HEAD = """
## Tables

`csv`, `xlsx`, `jsonl` and `parquet` hold these tables. A row that rests on words has them in `words`, and `text[start:end] == words` in the text that the table
*texts* has for `report`. In CSV a text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a return) has an apostrophe
before it, and so has one that begins with an apostrophe: take the first apostrophe of a cell away, and you have the words. Numbers are written as they are. In
XLSX a date of one day is a date, and a long text takes several rows of *texts*; any other cell of more than 32,000 characters ends with a mark that says how
many are missing, and the sheet *cut* lists them. The same list is in every export as the table *codebook*.
"""
CODEBOOKS = """
## Codebook files

`--codebook FILE` takes a TOML file that maps our words to the variables of your project; {shipped} come with the program and are named without a path. Each
part names a variable, which becomes a column beside ours wherever ours stands, in `csv`, `xlsx`, `jsonl`, `parquet`, `plover`, `mend` and `ceasefires`; what
is not coded stays blank. `[rename.TABLE]` gives our columns other names, `[rename."plover.events"]` those of a table of `plover`, `mend` or `ceasefires`.
Numbers are coded in *figures*.

| part | codes |
|---|---|
{parts}
A rule of `number` is a number, or one of {rules}: whether "dozens" is 12 or 24 is your project's decision, and it is written down in this file.

```toml
title = "my project"

[number]
variable = "n_best"
exact = "value"
more_than = "low"
dozens = 12

[precision]
variable = "date_prec"
day = 1
month = 3

[rename.figures]
low = "n_low"
```

A mistake is told with its line and key.
"""
SHIPPED = """
### {name}

{note}

| part | variable | codes |
|---|---|---|
{rows}"""


CARRIED = """
## What each format carries

Measured by `tests/views/export/test_carried.py` on the sample: whether the words, the places (report, hash, characters), the chains (who says so, through whom)
of all statements are in the export, of those that its rows or lines rest on, or of none; and whether people's decisions are. A date is never told more exactly
than the record has it.

| format | words | places | chains | decisions | what it does not carry, or otherwise |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The page's text."""
    formats = "".join(f"| `{f.name}` | a {f.shape} | {f.about} |\n" for f in FORMATS)
    parts = "".join(f"| `[{part}]` | {', '.join(f'`{w}`' for w in words)} |\n" for part, words in CODED.items())
    codebooks = CODEBOOKS.format(shipped=" and ".join(f"`{n}`" for n in shipped()), parts=parts, rules=", ".join(f"`{r}`" for r in RULES))
    rows = "".join(carried(f.name, f.carries) for f in FORMATS if f.carries is not None)
    codebooks += "".join(shown(n) for n in shipped())
    return HEAD + formats + CARRIED + rows + LEFT_OUT + RECORD + codebooks + TABLES_HEAD + "".join(table(t) for t in TABLES)


def shown(name: str) -> str:
    """A codebook that comes with the program, with all its codes."""
    book = load_codebook(name)
    rows = "".join(f"| {part} | `{v.name}` | {', '.join(f'{word} = {code}' for word, code in v.codes.items())} |\n" for part, v in book.variables.items())
    return SHIPPED.format(name=name, note=book.note, rows=rows)


def carried(name: str, it: Carried) -> str:
    """The row of one format."""
    return f"| `{name}` | {it.words} | {it.places} | {it.chains} | {it.decisions} | {it.lost} |\n"


def table(shown: Table) -> str:
    """One table with its columns."""
    lines = "".join(f"| `{c.name}` | {TYPES[c.kind]} | {c.about}{listed(c.words)} |\n" for c in shown.columns)
    return f"\n### {shown.name}\n\n{shown.about}\n\n| column | type | meaning |\n|---|---|---|\n{lines}"


def listed(words: tuple[str, ...]) -> str:
    """A closed list."""
    return " One of " + ", ".join(f"`{w}`" for w in words) + "." if words else ""
