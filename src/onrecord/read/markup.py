"""HTML → lines with their roles, where all of it is text: a feed's entry, a mail's body, an entry of a live blog, rendered Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from onrecord.read.blocks import BLANK
from onrecord.read.lexicon import words
from onrecord.types import Block, BlockKind, Problem, Span

APART, UNSEEN = words("markup", "apart"), words("markup", "unseen")
ROLES: dict[str, BlockKind] = {"blockquote": "quotation", "li": "list_item", "figcaption": "caption"}
HIDDEN = re.compile(r"display:\s*none|max-height:\s*0", re.IGNORECASE)
TAGGED = re.compile(r"</?(?:p|div|br|a|b|i|em|strong|ul|ol|li|blockquote|h[1-6]|span|table|figure|img)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a text and the role that the markup gives it."""

    text: str
    kind: BlockKind | None = None


@dataclass(slots=True)
class Gathering:
    """The lines that a walk has found so far; lives as long as the walk."""

    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    roles: list[BlockKind] = field(default_factory=list)

    def flush(self, kind: BlockKind | None = None) -> None:
        """Ends the line."""
        text = tidy("".join(self.words))
        if text:
            self.lines.append(Line(text, kind or (self.roles[-1] if self.roles else None)))
        self.words.clear()


def lines_of(html: str, where: str) -> tuple[list[Line], tuple[Problem, ...]]:
    """Every line of a piece of HTML with its role, without what a browser does not show; a Problem where it is nested too deep to be read to its end."""
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        root = etree.fromstring(f"<div>{html}</div>".encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return [], ()
    return walked(root) if root is not None else [], too_deep(parser, where)


def too_deep(parser: etree.HTMLParser, where: str) -> tuple[Problem, ...]:
    """The Problem of a page of which the parser left out what is nested deeper than it goes."""
    if not any("xcessive depth" in entry.message for entry in parser.error_log):
        return ()
    message = f"{where}: the markup is nested too deep, and what stands deeper was not read; save the text itself as .txt"
    return (Problem("limit", message, where=where, lost=True),)


def walked(root: etree._Element) -> list[Line]:
    """The same of an element, without recursion."""
    found = Gathering()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "start":
            if tag in UNSEEN or HIDDEN.search(element.get("style", "")):
                walk.skip_subtree()
                if tag in APART:
                    found.flush()
                continue
            enter(found, tag, element)
        elif tag not in UNSEEN and not HIDDEN.search(element.get("style", "")):
            leave(found, tag)
        if event == "end" and element is not root:
            found.words.append(element.tail or "")
    found.flush()
    return found.lines


def enter(found: Gathering, tag: str, element: etree._Element) -> None:
    """Begins an element."""
    if tag in APART:
        found.flush()
    if tag in ROLES:
        found.roles.append(ROLES[tag])
    found.words.append(element.text or "")


def leave(found: Gathering, tag: str) -> None:
    """Ends an element."""
    if tag in APART:
        found.flush("title" if tag == "h1" and not any(line.kind == "title" for line in found.lines) else None)
    if tag in ROLES:
        found.roles.pop()


def is_markup(text: str) -> bool:
    """Whether a text holds tags of HTML."""
    return TAGGED.search(text) is not None


def tidy(text: str) -> str:
    """Runs of white space as one space, none at the ends."""
    return re.sub(r"\s+", " ", text).strip(BLANK)


def bare(text: str) -> str:
    """Letters and digits only, to compare two lines."""
    return re.sub(r"\W+", "", text).casefold()


def titled(lines: Sequence[Line], title: str | None) -> list[Line]:
    """The lines with the title as the first, unless one of the first three is it already."""
    if not title or any(bare(line.text) == bare(title) for line in lines[:3]):
        return list(lines)
    return [Line(title, "title"), *lines]


def joined(lines: Sequence[Line]) -> tuple[str, tuple[Block, ...]]:
    """The text with an empty line between blocks, and the roles that the markup gave."""
    hints: list[Block] = []
    at = 0
    for line in lines:
        if line.kind:
            hints.append(Block(Span(at, at + len(line.text)), line.kind))
        at += len(line.text) + 2
    return "\n\n".join(line.text for line in lines), tuple(hints)
