"""The process that reads for a worker: lists of reports come in on stdin, the reading of each goes out on stdout."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

import msgspec

from onrecord.errors import ModelError
from onrecord.parse import SpacyParser
from onrecord.pipeline import layers_of, parse_any, read_safely
from onrecord.read.guard import receive, send
from onrecord.read.worker import limit_memory
from onrecord.types import Report


def main() -> None:
    """Serves until stdin ends; the first message out is empty, or why the model could not be loaded."""
    # Whatever a library prints must not get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    parser = SpacyParser(sys.argv[2])
    try:
        parser.nlp  # noqa: B018  (loads the model)
    except ModelError as error:
        send(answers, str(error).encode())
        return
    limit_memory(int(sys.argv[1]))
    send(answers, b"")
    kept = layers_of(parser)
    while (message := receive(sys.stdin.buffer)) is not None:
        for parsed in parse_any(parser, iter(msgspec.msgpack.decode(message, type=list[Report]))):
            reading = read_safely(parsed, kept=kept)
            send(answers, msgspec.json.encode(replace(reading, report=Report(reading.report.id, reading.report.name, ""))))


if __name__ == "__main__":
    main()
