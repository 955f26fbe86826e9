"""`score`: readings against gold, by layer."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
