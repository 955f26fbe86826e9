"""Why some commands show no earlier day: said in words where somebody asks them for one."""

from __future__ import annotations

from typing import Any

import typer

FROZEN = "a release is what was frozen when it was made; `onrecord diff DATE1 DATE2` compares days"
WRITES = "what it writes holds from now on; ask for the day when you look, as in `onrecord brief --as-of DATE`"
WHOLE = "it is about the whole file, with reports and judgements of whatever day"
NO_DAY = {
    "add": "it reads reports in as they are today; `onrecord diff DATE1 DATE2` tells what changed between two days",
    "remove": WRITES, "watch": "it reads in what comes, as it is on that day",
    "diff": "DATE1 and DATE2 are the days that it compares",
    "read": "it reads reports without a record; `onrecord brief PATH --as-of DATE` reads and shows a day",
    "sort": "it looks at all readings of the folder; take them into a record, and ask that for the day",
    "check": "it looks at the whole file, at every report of whatever day",
    "backup": WHOLE, "restore": WHOLE, "verify": WHOLE, "judge export": WHOLE,
    "dossier": "it holds what stands in the record now; `onrecord release freeze` keeps what stood on a day",
    "score": "gold tells what reports say, not when it was known",
    "serve": "each page takes the day for itself: set it at the top of the page, or open the address with ?as_of=DATE",
    "judge accept": WRITES, "judge reject": WRITES, "judge add": WRITES, "judge origin": WRITES, "judge date": WRITES, "judge set-aside": WRITES,
    "judge edit": WRITES, "judge merge": WRITES, "judge split": WRITES, "judge undo": WRITES,
    "judge replay": WRITES, "codings import": WRITES, "merge": WRITES,
    "agreement add": WRITES, "agreement remove": WRITES,
    "pack check": "a pack holds from whatever day its offices say", "pack add": WRITES, "pack list": WHOLE, "pack remove": WRITES,
    "audit": "it asks about all reports that were read, of whatever day",
    "release freeze": WRITES, "release list": FROZEN, "release show": FROZEN, "release diff": FROZEN,
}
"""By command; a test asks for one of every command that has no --as-of."""


USAGE: Any = typer.BadParameter.__bases__[0]
"""The error of a wrong use of a command; typer has it from click, or from its own copy of click."""


def in_words(error: Any) -> Any:
    """The same error, with the reason where it is --as-of that a command does not have."""
    path = error.ctx.command_path.split(" ", 1)[-1] if error.ctx else ""
    if getattr(error, "option_name", None) != "--as-of" or path not in NO_DAY:
        return error
    return USAGE(f"`{path}` takes no --as-of: {NO_DAY[path]}", error.ctx)
