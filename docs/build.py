"""Writes docs/reference/ from the code: python -m docs.build [--check].

`--check` writes nothing and fails where a page differs from what the code gives; tests/docs does the same.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from docs.pages import cli, config, exporters, exports, formats, lexicons, packs, python, schema

REFERENCE = Path(__file__).parent / "reference"
PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli.page, "schema.md": schema.page, "lexicons.md": lexicons.page, "config.md": config.page, "formats.md": formats.page,
    "python.md": python.page, "exports.md": exports.page, "exporters.md": exporters.page,
    "packs.md": packs.page,
}
MADE = "<!-- Made by `make docs` from the code; do not edit. -->\n\n"


def made(name: str) -> str:
    """The text of a reference page as the code gives it now."""
    return MADE + PAGES[name]().rstrip() + "\n"


def stale() -> list[str]:
    """Names of pages that differ from what the code gives, or are not there."""
    return [name for name in PAGES if not (REFERENCE / name).exists() or (REFERENCE / name).read_text(encoding="utf-8") != made(name)]


def main() -> int:
    """Writes the pages, or with --check tells which are out of date."""
    if "--check" in sys.argv[1:]:
        late = stale()
        print("out of date: " + ", ".join(late) + "; run `make docs`" if late else "docs/reference is up to date", file=sys.stderr)
        return 1 if late else 0
    REFERENCE.mkdir(exist_ok=True)
    for name in PAGES:
        (REFERENCE / name).write_text(made(name), encoding="utf-8")
    print(f"{len(PAGES)} pages written to {REFERENCE}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
