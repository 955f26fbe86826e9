"""A hook of mkdocs: pages of the site that stand outside of docs/ in the repository, with links between both kept whole."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]
OUTSIDE = {
    "README.md": "index.md", "CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changes.md", "sample/README.md": "sample.md", "LICENSE": "licence.txt",
}
"""Files of the repository, and what they are called in the site."""
PLACE = {name: path for path, name in OUTSIDE.items()}
LINK = re.compile(r"(?<=\]\()([^)#\s]+)(?=[)#])")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The settings, with pages that no section lists put at the end of the section of their folder, so that a new page needs no second entry."""
    for section in config.nav or []:
        for pages in section.values() if isinstance(section, dict) else ():
            folder = Path(config.docs_dir) / Path(pages[0]).parent
            pages += sorted({p.relative_to(config.docs_dir).as_posix() for p in folder.glob("*.md")} - set(pages))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages of docs/ and those from outside."""
    for path, name in OUTSIDE.items():
        files.append(File.generated(config, name, abs_src_path=str(ROOT / path)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The text of a page, its links as they lead in the site; they are written as they lead in the repository."""
    name = page.file.src_uri
    here = PLACE.get(name, f"docs/{name}")

    def led(found: re.Match[str]) -> str:
        if "://" in found[1]:
            return found[1]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), found[1]))
        if target not in OUTSIDE and not target.startswith("docs/"):
            return found[1]
        return posixpath.relpath(OUTSIDE.get(target, target.removeprefix("docs/")), posixpath.dirname(name) or ".")

    return LINK.sub(led, markdown)
