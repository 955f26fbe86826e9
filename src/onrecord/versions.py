"""Which program read a report: versions that change when code, word lists or model change."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).parent
DIGITS = 10


def version() -> str:
    """The version of this package."""
    return metadata.version("onrecord")


def code_of(*folders: str) -> str:
    """A short hash over the code and word lists of some of the package's folders; the same on every machine."""
    return hash_of(HERE, [file for folder in folders for file in sorted((HERE / folder).rglob("*"))])


def hash_of(root: Path, files: Iterable[Path]) -> str:
    """A short hash over those of *files* that are code or data, by their places below *root*."""
    digest = hashlib.sha256()
    for file in files:
        if file.suffix in (".py", ".toml", ".sql", ".json"):
            digest.update(file.relative_to(root).as_posix().encode())
            digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:DIGITS]


def annotator(model: str) -> str:
    """What a reading depends on: this package's reading code and word lists, and the parser's model."""
    return f"onrecord {version()} {code_of('types', 'parse', 'annotate')} {with_version(model)}"


def parses(model: str) -> str:
    """What a kept parse depends on beside its report: this package's parsing code, and the parser's model."""
    return f"{code_of('parse')} {with_version(model)}"


def layers(model: str, root: Path = HERE / "annotate") -> dict[str, str]:
    """The version of each layer of a reading: of its own code and word lists, of the parse, and of the layers that it leans on (annotate/layers.toml)."""
    table = tomllib.loads((root / "layers.toml").read_text(encoding="utf-8"))
    shared = table.pop("shared")
    by = f"{code_of('types')} {parses(model)} {layer_code(root, shared)}"
    found: dict[str, str] = {}
    for name, row in table.items():
        told = (by, layer_code(root, row), *(found[other] for other in row["leans_on"]))
        found[name] = hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:DIGITS]
    return found


def layer_code(root: Path, row: Mapping[str, Sequence[str]]) -> str:
    """A hash of the code and the word lists of a layer."""
    places = [*(root / name for name in row["code"]), *(root / "lexicons" / name for name in row["lexicons"])]
    return hash_of(root, [file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*")))])


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
