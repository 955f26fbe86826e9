"""The documentation builds as a site with strict links, and the site loads nothing from anywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASSET = re.compile(
    r"<(?:script|img|iframe|source|audio|video|embed|object)\b[^>]*?\b(?:src|srcset|data)=[\"']?\s*(?:https?:)?//[^>]*>"
    r"|<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|preconnect|preload|icon|modulepreload|dns-prefetch))[^>]*\bhref=[\"']?\s*(?:https?:)?//[^>]*>"
    r"|@import\s+(?:url\()?[\"']?\s*(?:https?:)?//[^;]*|url\(\s*[\"']?\s*(?:https?:)?//[^)]*\)",
    re.I,
)
"""What a browser fetches when it opens a page; an ordinary link is fetched only by who follows it."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    line = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.slow
def test_every_page_is_in_the_site(site: Path) -> None:
    pages = {p.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for p in (ROOT / "docs").rglob("*.md")}
    made = {p.relative_to(site).as_posix() for p in site.rglob("*.html")}
    assert pages | {"index.html", "changes.html", "contributing.html", "sample.html"} <= made
    assert not list(site.rglob("*.py"))


@pytest.mark.slow
def test_the_site_loads_nothing_from_anywhere(site: Path) -> None:
    files = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert len(files) > 30
    assert [f"{p.relative_to(site)}: {m[0][:120]}" for p in files for m in ASSET.finditer(p.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example/x.js"></script>', "<img alt=x src=//cdn.example/x.png>", '<link href="https://f.example/c.css" rel="stylesheet">',
        '<link rel="preconnect" href="https://f.example" crossorigin>', "@import 'https://f.example/c.css';", "src: url(https://f.example/a.woff2)",
    ],
)
def test_what_would_be_loaded_is_noticed(text: str) -> None:
    assert ASSET.search(text)


def test_a_link_that_a_reader_may_follow_is_no_asset() -> None:
    assert not ASSET.search('<a href="https://example.org/">there</a> <script src="assets/x.js"></script> <link rel="canonical" href="https://example.org/">')
