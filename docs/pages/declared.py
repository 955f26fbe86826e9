"""What the source says of its own classes: fields with types, defaults and the strings below them."""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a class as declared."""

    name: str
    type: str
    default: str
    about: str


def fields_of(cls: type) -> tuple[Field, ...]:
    """The annotated fields of *cls* in order, with the string that follows each."""
    body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(body, ast.ClassDef)
    found: list[Field] = []
    for n, node in enumerate(body.body):
        if not isinstance(node, ast.AnnAssign):
            continue
        after = body.body[n + 1] if n + 1 < len(body.body) else None
        about = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
        found.append(Field(ast.unparse(node.target), ast.unparse(node.annotation), ast.unparse(node.value) if node.value else "", " ".join(str(about).split())))
    return tuple(found)


def about(thing: object) -> str:
    """The docstring of a class or function in one line."""
    return " ".join((inspect.getdoc(thing) or "").split())
