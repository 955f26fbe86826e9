"""config.md: settings and environment variables."""

from __future__ import annotations

from typing import Any

import typer

from docs.pages.cli import leaves
from docs.pages.declared import fields_of
from onrecord.config import Config
from onrecord.views.cli.app import app

HEAD = """# Settings

Nothing needs to be set. A TOML file given with `--config` may hold these keys; a key that is not known is an error.

"""
EMPTY = {"field(default_factory=dict)": "{}"}
VARIABLES = """
## Environment

What an option gives wins over the variable.

| variable | stands for |
|---|---|
"""


def page() -> str:
    """The page's text."""
    rows = "".join(f"| `{f.name}` | {f.type} | `{EMPTY.get(f.default, f.default)}` | {f.about} |\n" for f in fields_of(Config))
    named = "".join(f"| `{name}` | `{option}` of {', '.join(f'`{c}`' for c in commands)} |\n" for (name, option), commands in variables().items())
    return HEAD + "| key | type | default | meaning |\n|---|---|---|---|\n" + rows + VARIABLES + named


def variables() -> dict[tuple[str, str], list[str]]:
    """(environment variable, option) → the commands that have it."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, command in leaves(typer.main.get_command(app), "onrecord"):
        parameters: list[Any] = command.params
        for parameter in parameters:
            if parameter.envvar:
                found.setdefault((str(parameter.envvar), parameter.opts[0]), []).append(name.removeprefix("onrecord "))
    return dict(sorted(found.items()))
