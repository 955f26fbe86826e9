"""Adding what has no path: a pasted text, uploaded bytes, the sample that comes with the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from onrecord import pipeline
from onrecord.adding import AddResult, Progress, silent
from onrecord.errors import InputError
from onrecord.parse import Parser as Parser
from onrecord.pipeline import AddOptions
from onrecord.read import Namer, read_bytes, read_text
from onrecord.record import Record


def add_pasted(text: str, record: Record, parser: Parser, options: AddOptions, progress: Progress = silent) -> AddResult:
    """Reads one pasted text into *record*."""
    return pipeline.add_results([read_text(text, options.dated)], record, parser, options, progress)


def add_uploads(
    uploads: Sequence[tuple[str, bytes]], record: Record, parser: Parser, options: AddOptions, progress: Progress = silent,
) -> AddResult:
    """Reads files that came as (name, bytes) into *record*; the name never touches the file system."""
    namer = Namer()
    results = (r for name, data in uploads for r in read_bytes(data, Path(name).name or "upload", options.dated, namer=namer))
    return pipeline.add_results(results, record, parser, options, progress)


def add_sample(record: Record, parser: Parser, options: AddOptions, progress: Progress = silent) -> AddResult:
    """Reads the sample into *record*."""
    return pipeline.add([str(sample_folder())], record, parser, replace(options, collector="onrecord sample"), progress)


def sample_folder() -> Path:
    """The folder of the sample's reports: in the installed package, or beside the sources of a checkout."""
    package = Path(str(files("onrecord")))
    for folder in (package / "sample" / "reports", package.parents[1] / "sample" / "reports"):
        if folder.is_dir():
            return folder
    raise InputError("the sample is not part of this installation; it stands in the folder sample/ of the sources")
