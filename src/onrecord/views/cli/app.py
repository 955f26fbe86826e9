"""The application: its commands in the order in which a newcomer meets them, and errors in one line."""

from __future__ import annotations

import os
import sys
import warnings
from typing import Any

import typer
from typer.core import TyperGroup

from onrecord.errors import OnRecordError, of_system
from onrecord.views.cli import (
    adding,
    agreeing,
    auditing,
    briefing,
    changing,
    coding,
    dossier,
    exporting,
    judging,
    keeping,
    lists,
    looking,
    packing,
    people,
    reading,
    releasing,
    safekeeping,
    scoring,
    serving,
    spreading,
    watching,
)
from onrecord.views.cli.console import complain
from onrecord.views.cli.moments import USAGE, in_words

DONE, LOST, FAILED = 0, 1, 2
"""Exit statuses: done; done, but some input was lost; could not be done."""
INTERRUPTED = 130
OWNER_ONLY = 0o077
"""Files of mode 0600, folders of mode 0700: what is written holds what the record holds."""


class Commands(TyperGroup):
    """Commands whose errors of ours become one line on stderr."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command; status 2 where it could not be done."""
        try:
            return super().invoke(ctx)
        except USAGE as error:
            raise in_words(error) from error
        except OnRecordError as error:
            complain(str(error))
            raise typer.Exit(FAILED) from error
        except BrokenPipeError:
            # Whoever read the output wants no more of it; Typer ends in silence.
            raise
        except OSError as error:
            complain(str(of_system(error)))
            raise typer.Exit(FAILED) from error
        except KeyboardInterrupt as error:
            complain("interrupted; what was read so far is kept, and the same command goes on from there")
            raise typer.Exit(INTERRUPTED) from error

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands as they were put in, not by the alphabet."""
        return list(self.commands)


app = typer.Typer(
    name="onrecord", cls=Commands, no_args_is_help=True, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]}, rich_markup_mode="rich",
    help="Reads reports about a mediated negotiation and keeps one sourced record of it.",
    epilog="Exit status: 0 done, 1 done but input was lost, 2 could not be done. A citation is NAME:START-END, as `onrecord report` takes it.",
)
for group in (
    adding, watching, packing, briefing, changing, lists, people, looking, reading, spreading, keeping, safekeeping, exporting, dossier, judging, agreeing,
    releasing, scoring, auditing, coding, serving,
):
    group.register(app)


def run() -> None:
    """Runs the command that the process was started with; what it writes, exports too, is for its owner alone until they say otherwise."""
    os.umask(OWNER_ONLY)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is loaded: the parser's sums are so small that a second thread only waits
    warnings.filterwarnings("ignore", message=r"\[W095\]")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    app()
