"""python.md: the public names, with what each is."""

from __future__ import annotations

import inspect
from typing import Any

import onrecord
from docs.pages.declared import about, fields_of
from onrecord import errors, types

HEAD = """# Python

`import onrecord` gives these names; `onrecord.types` the values that all stages share, `onrecord.errors` what may be raised. All values
are frozen. Everything else may change without notice.

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
    return (
        HEAD + "## onrecord\n\n| name | what it is |\n|---|---|\n" + names + "\n## onrecord.errors\n\n```text\n" + tree.split("\n\n", 1)[1]
        + "\n```\n\n## onrecord.types\n" + "".join(described(cls) for cls in classes) + closed_lists()
    )


def meaning(value: Any) -> str:
    """What a name stands for."""
    return about(value) if inspect.isclass(value) else f"`{type(value).__name__}`"


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
