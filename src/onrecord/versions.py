"""Which program read a report: versions that change when code, word lists or model change."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).parent
DIGITS = 10


def version() -> str:
    """The version of this package."""
    return metadata.version("onrecord")


def code_of(*folders: str) -> str:
    """A short hash over the code and word lists of some of the package's folders; the same on every machine."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted((HERE / folder).rglob("*")):
            if file.suffix in (".py", ".toml", ".sql"):
                digest.update(file.relative_to(HERE).as_posix().encode())
                digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:DIGITS]


def annotator(model: str) -> str:
    """What a reading depends on: this package's reading code and word lists, and the parser's model."""
    return f"onrecord {version()} {code_of('types', 'parse', 'annotate')} {with_version(model)}"


def parses(model: str) -> str:
    """What a kept parse depends on beside its report: this package's parsing code, and the parser's model."""
    return f"{code_of('parse')} {with_version(model)}"


def with_version(model: str) -> str:
    """A model and its version; `?` where it is no installed package."""
    try:
        return f"{model} {metadata.version(model)}"
    except metadata.PackageNotFoundError:
        return f"{model} ?"


def extractor() -> str:
    """What a report's text and blocks depend on."""
    return f"onrecord {version()} {code_of('read')}"


def reconciler() -> str:
    """What everything derived depends on, beside the readings."""
    return f"onrecord {version()} {code_of('types', 'reconcile')}"
