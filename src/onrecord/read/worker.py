"""The second process of `guard`: reads the files that come in on stdin, one at a time, and answers on stdout."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.read.form import Member, Source, Taken
from onrecord.read.forms import FORMS
from onrecord.read.guard import Asked, answered, receive, send


def main() -> None:
    """Serves until stdin ends."""
    limit_memory(int(sys.argv[1]))
    # Whatever a library prints must not get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    while (message := receive(sys.stdin.buffer)) is not None:
        answer = answered(msgspec.msgpack.decode(message, type=Asked), read_asked)
        send(answers, msgspec.msgpack.encode(answer))


def read_asked(asked: Asked) -> Iterator[Taken]:
    """What the form's own reader takes out of a file; a file inside it is left to the run, and no form that is read here has any."""
    form = next(form for form in FORMS if form.name == asked.form)
    for one in form.read(Source(asked.where, asked.raw, io.BytesIO(), asked.options)):
        if not isinstance(one, Member):
            yield one


def limit_memory(size: int) -> None:
    """Lets this process take *size* bytes beside what it has now, where the system can hold it to that (not on Windows)."""
    with contextlib.suppress(ModuleNotFoundError, OSError, ValueError, IndexError):
        resource = importlib.import_module("resource")
        has = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (has + size, has + size))


if __name__ == "__main__":
    main()
