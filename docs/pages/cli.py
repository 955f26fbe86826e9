"""cli.md: every command with its arguments, options and example, from the typer application."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer

from onrecord.views.cli.app import app

HEAD = """# Commands

Data go to stdout, everything else to stderr; a piped stdout holds nothing but data. Exit status: 0 done, 1 done but input was
lost, 2 could not be done. Reports are named by a name or by the shortest unique beginning of their id; a citation is
`NAME:START-END` in characters of the report's text. The record is `./record.db` unless `--record` or `ONRECORD_RECORD` says otherwise.

`onrecord --install-completion` makes your shell (bash, zsh, fish, PowerShell) complete commands and options; `--show-completion` prints what it would install.
"""


def page() -> str:
    """The page's text."""
    root = typer.main.get_command(app)
    commands = list(leaves(root, "onrecord"))
    contents = "".join(f"- [`{name}`](#{name.replace(' ', '-')}): {sentence(command.help)}\n" for name, command in commands)
    return HEAD + "\n" + contents + "\n" + "\n".join(section(name, command) for name, command in commands)


def leaves(group: Any, path: str) -> Iterator[tuple[str, Any]]:
    """(full name, command) of every command that does something, in the order of `onrecord --help`."""
    for name in group.list_commands(None) if hasattr(group, "list_commands") else group.commands:
        command = group.commands[name]
        if command.hidden:
            continue
        if hasattr(command, "commands"):
            if command.invoke_without_command:
                yield f"{path} {name}", command
            yield from leaves(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def sentence(text: str | None) -> str:
    """The first paragraph of a help text in one line."""
    return joined((text or "").split("\n\n")[0])


def joined(text: str) -> str:
    """A text in one line, without rich's mark-up."""
    return re.sub(r"\[/?[a-z ]+\]", "", " ".join(text.split()))


def section(name: str, command: Any) -> str:
    """One command."""
    paragraphs = [joined(p) for p in (command.help or "").split("\n\n")]
    words = " ".join(p.metavar or p.name.upper() for p in command.params if not is_option(p))
    lines = [f"## {name}", "", *(f"{p}\n" for p in paragraphs), f"    {name} [OPTIONS] {words}".rstrip(), ""]
    if command.epilog:
        lines += [f"{joined(command.epilog)}", ""]
    rows = [row(p) for p in command.params if not p.hidden]
    if rows:
        lines += ["| option | meaning | default |", "|---|---|---|", *rows, ""]
    return "\n".join(lines)


def is_option(parameter: Any) -> bool:
    """Whether a parameter is given by name."""
    return bool(parameter.opts and parameter.opts[0].startswith("-"))


def row(parameter: Any) -> str:
    """A parameter as a row of the table."""
    names = ", ".join([*parameter.opts, *parameter.secondary_opts]) if is_option(parameter) else parameter.metavar or parameter.name.upper()
    flag = is_option(parameter) and not parameter.is_flag
    value = f" {parameter.metavar or kind(parameter)}" if flag else ""
    more = f" (also: `{parameter.envvar}`)" if parameter.envvar else ""
    many = " May be given several times." if getattr(parameter, "multiple", False) else ""
    meaning = joined(parameter.help or "").replace("|", "\\|")
    return f"| `{names}{value}` | {meaning}{many}{more} | {default(parameter)} |"


def kind(parameter: Any) -> str:
    """What a value of the parameter is, in capitals."""
    annotation = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return "|".join(str(m.value) for m in annotation).upper()
    return {"Path": "FILE", "int": "N", "float": "X", "str": "TEXT"}.get(getattr(annotation, "__name__", ""), "VALUE")


def default(parameter: Any) -> str:
    """The value that holds when nothing is given."""
    if parameter.required:
        return "required"
    value = parameter.default
    if value is None or value is False or value in ("", [], ()) or callable(value):
        return ""
    return f"`{value.value if isinstance(value, Enum) else value}`" if not isinstance(value, Path) else f"`{value.as_posix()}`"
