"""Compact annotation of a report, one item a line, turned into the JSON of the annotation guide.

A `.gold` file has a head (`key: value` lines), `---`, the text as it is, `===`, and then one line an item:

    B  quote
    T  quote = value | doubt
    A  id | source :: cue :: content [:: more content …] | class | key=value; …
    F  quote | amount | unit | measure | key=value; …
    E  quote :: trigger | type | factuality | key=value; …
    P  quote | party | stance | topic | key=value; …
    C  quote | obligor | account | what | key=value; …
    S  quote | status | key=value; …

Any quoted words may end in `#2` for their second place in the text. Amounts: `12`, `>12`, `>=12`, `<12`, `<=12`, `~12`, `12..15`,
`dozens`, `hundreds`. Keys: by, in (attribution inside), to (audience or obligee), aff, resolved, access, kind, date, asof, scope,
actors, targets, place, for (in return), deadline; the bare word `doubt` marks what only one reader would see.
Lines that begin with `#` are notes. What cannot be found in the text is an error that names file and line.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

QUOTES = "“”\"„‘’"
Options = dict[str, Any]
Span = tuple[int, int]


class MarkupError(ValueError):
    """A line that does not fit its text."""


@dataclass(frozen=True)
class Source:
    """One `.gold` file taken apart."""

    name: str
    head: dict[str, str]
    text: str
    lines: tuple[tuple[int, str], ...]
    """(line number, item line)."""


def load(path: Path) -> Source:
    """The parts of a `.gold` file."""
    whole = path.read_text(encoding="utf-8")
    head_text, rest = whole.split("\n---\n", 1)
    text, items = rest.split("\n===\n", 1)
    head = {k.strip(): v.strip() for k, v in (line.split(":", 1) for line in head_text.splitlines() if line.strip() and not line.startswith("#"))}
    first = whole[: len(whole) - len(items)].count("\n") + 1
    lines = tuple((first + i, line.strip()) for i, line in enumerate(items.splitlines()) if line.strip() and not line.lstrip().startswith("#"))
    return Source(path.stem, head, text, lines)


def place(text: str, words: str, near: int | None = None) -> Span:
    """Where *words* stand: at the place `#n` names, else nearest to *near*, else the first as whole words."""
    match = re.fullmatch(r"(.*?)#(\d+)", words, re.S)
    nth = int(match[2]) if match else None
    words = (match[1] if match else words).strip()
    found = [m.start() for m in re.finditer(re.escape(words), text)]
    whole = [f for f in found if not (f and text[f - 1].isalnum() and words[0].isalnum()) and not text[f + len(words) : f + len(words) + 1].isalnum()]
    found = whole or found
    if not found or (nth or 1) > len(found):
        raise MarkupError(f"{words!r} is not in the text" + (f" {nth} times" if nth else ""))
    start = found[nth - 1] if nth else found[0] if near is None else min(found, key=lambda f: abs(f - near))
    return start, start + len(words)


def options(text: str) -> Options:
    """`a=b; c=d; doubt` as a dict."""
    out: Options = {}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        key, _, value = part.partition("=")
        out[key.strip()] = value.strip() if value else True
    return out


def located(text: str, span: Span) -> Options:
    """Quote and offsets of a span."""
    return {"quote": text[span[0] : span[1]], "start": span[0], "end": span[1]}


def names(value: object) -> list[str]:
    """`A, B` as a list."""
    return [v.strip() for v in str(value).split(",")] if value else []


def kind_of(text: str, spans: list[Span]) -> str:
    """direct, mixed or indirect, by the quotation marks in and around the content."""
    inside = any(c in QUOTES[:4] for a, b in spans for c in text[a:b])
    around = all(a and text[a - 1] in QUOTES and text[b : b + 2].strip(",.")[:1] in tuple(QUOTES) for a, b in spans)
    if around or all(text[a] in QUOTES and text[b - 1] in QUOTES for a, b in spans):
        return "direct"
    return "mixed" if inside else "indirect"


def attribution(text: str, parts: list[str]) -> Options:
    """An `A` line."""
    identity, triple, source_class, more = parts
    source, cue, *contents = [p.strip() for p in triple.split("::")]
    content = [place(text, c) for c in contents]
    middle = content[0][0]
    cue_at = place(text, cue, near=content[0][1] if place_after(text, cue, content[0]) else middle)
    source_at = place(text, source, near=cue_at[0])
    extra = options(more)
    hull = min(source_at[0], cue_at[0], middle), max(source_at[1], cue_at[1], content[0][1])
    return {
        **located(text, hull), "id": identity, "kind": extra.get("kind") or kind_of(text, content), "source": text[slice(*source_at)],
        "source_class": source_class, "resolved": extra.get("resolved", text[slice(*source_at)]), "affiliation": extra.get("aff"),
        "access": extra.get("access"), "cue": text[slice(*cue_at)], "content": text[slice(*content[0])], "audience": extra.get("to"),
        "inside": extra.get("in"), "content_more": [text[slice(*c)] for c in content[1:]], "source_spans": [list(source_at)],
        "cue_spans": [list(cue_at)], "content_spans": [list(c) for c in content], "doubt": extra.get("doubt", False),
    }


def place_after(text: str, cue: str, content: Span) -> bool:
    """Whether the cue's nearest place lies behind the content's end rather than before its start."""
    at = re.sub(r"#\d+$", "", cue)
    before, after = text.rfind(at, 0, content[0]), text.find(at, content[1])
    if after < 0:
        return False
    return before < 0 or after - content[1] < content[0] - before


def amount(text: str) -> Options:
    """The amount of an `F` line as value, low, high, comparator."""
    if text in ("dozens", "hundreds"):
        return {"value": None, "low": 24 if text == "dozens" else 200, "high": None, "comparator": text}
    if text == "some":
        return {"value": None, "low": None, "high": None, "comparator": "about"}
    sign, number = re.fullmatch(r"(>=|<=|>|<|~|)\s*(.+)", text).groups()  # type: ignore[union-attr]
    if ".." in number:
        least, most = (float(n) for n in number.split(".."))
        return {"value": None, "low": least, "high": most, "comparator": "between"}
    value = float(number)
    bounds = {">=": (value, None, "at_least"), "<=": (None, value, "at_most"), ">": (value + 1, None, "more_than"), "<": (None, value - 1, "less_than")}
    low, high, comparator = bounds.get(sign, (None, None, "about" if sign == "~" else "exact"))
    return {"value": value, "low": low, "high": high, "comparator": comparator}


def figure(text: str, parts: list[str]) -> Options:
    """An `F` line."""
    quote, size, unit, measure, more = parts
    extra = options(more)
    rest = {"scope": extra.get("scope"), "as_of": extra.get("asof"), "by": extra.get("by"), "doubt": extra.get("doubt", False)}
    return {**located(text, place(text, quote)), **amount(size), "unit": unit, "measure": measure, **rest}


def event(text: str, parts: list[str]) -> Options:
    """An `E` line."""
    both, kind, factuality, more = parts
    quote, _, trigger = both.partition("::")
    span = place(text, quote)
    at = place(text[span[0] : span[1]], trigger.strip())
    extra = options(more)
    return {
        **located(text, span), "trigger": trigger.strip(), "trigger_span": [span[0] + at[0], span[0] + at[1]], "type": kind, "factuality": factuality,
        "actors": names(extra.get("actors")), "targets": names(extra.get("targets")), "place": extra.get("place"), "date": extra.get("date"),
        "by": extra.get("by"), "doubt": extra.get("doubt", False),
    }


def position(text: str, parts: list[str]) -> Options:
    """A `P` line."""
    quote, party, stance, topic, more = parts
    extra = options(more)
    rest = {"date": extra.get("date"), "by": extra.get("by"), "doubt": extra.get("doubt", False)}
    return {**located(text, place(text, quote)), "party": party, "stance": stance, "topic": topic, **rest}


def commitment(text: str, parts: list[str]) -> Options:
    """A `C` line."""
    quote, obligor, account, what, more = parts
    extra = options(more)
    return {
        **located(text, place(text, quote)), "obligor": obligor, "obligee": extra.get("to"), "what": what, "in_return": extra.get("for"),
        "deadline": extra.get("deadline"), "account": account, "by": extra.get("by"), "doubt": extra.get("doubt", False),
    }


def status(text: str, parts: list[str]) -> Options:
    """An `S` line."""
    quote, state, more = parts
    extra = options(more)
    return {**located(text, place(text, quote)), "status": state, "date": extra.get("date"), "by": extra.get("by"), "doubt": extra.get("doubt", False)}


def time(text: str, parts: list[str]) -> Options:
    """A `T` line."""
    quote, _, value = parts[0].rpartition("=")
    extra = options(parts[1])
    return {**located(text, place(text, quote.strip())), "value": None if value.strip() == "null" else value.strip(), "doubt": extra.get("doubt", False)}


def boilerplate(text: str, parts: list[str]) -> Options:
    """A `B` line."""
    return located(text, place(text, parts[0]))


LAYERS: dict[str, tuple[str, int, Callable[[str, list[str]], Options]]] = {
    "B": ("boilerplate", 1, boilerplate), "T": ("times", 2, time), "A": ("attributions", 4, attribution), "F": ("figures", 5, figure),
    "E": ("events", 4, event), "P": ("positions", 5, position), "C": ("commitments", 5, commitment), "S": ("status", 3, status),
}


def compile_gold(source: Source) -> dict[str, Any]:
    """The guide's JSON of one source; MarkupError names the line that does not fit."""
    out: dict[str, Any] = {
        "report": f"{source.name}.txt", "published": source.head["published"], "published_basis": source.head.get("basis", "inferred"),
        **{layer: [] for layer, _, _ in LAYERS.values()},
    }
    if "also" in source.head:
        out["published_also"] = names(source.head["also"])
    if "days" in source.head:
        out["published_days"] = int(source.head["days"])
    for number, line in source.lines:
        letter, _, rest = line.partition(" ")
        try:
            layer, count, make = LAYERS[letter]
            parts = [p.strip() for p in rest.split("|")]
            parts += [""] * (count - len(parts))
            out[layer].append(make(source.text, parts))
        except (MarkupError, KeyError, ValueError, AttributeError) as error:
            raise MarkupError(f"{source.name}.gold:{number}: {error} :: {line[:100]}") from error
    known = {a["id"] for a in out["attributions"]}
    for layer in ("figures", "events", "positions", "commitments", "status"):
        for item in out[layer]:
            if item["by"] and item["by"] not in known:
                raise MarkupError(f"{source.name}.gold: by={item['by']} names no attribution :: {item['quote'][:60]}")
    return out


def write(folder: Path, out: Path, keep: Callable[[Source], bool] = lambda _: True) -> int:
    """Compiles every `.gold` of *folder* that *keep* wants into OUT/gold and OUT/reports; gives how many."""
    (out / "gold").mkdir(parents=True, exist_ok=True)
    (out / "reports").mkdir(parents=True, exist_ok=True)
    count = 0
    for path in sorted(folder.glob("*.gold")):
        source = load(path)
        if not keep(source):
            continue
        (out / "reports" / f"{source.name}.txt").write_text(source.text, encoding="utf-8", newline="")
        (out / "gold" / f"{source.name}.json").write_text(json.dumps(compile_gold(source), ensure_ascii=False, indent=1), encoding="utf-8")
        count += 1
    return count


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), Path(sys.argv[2])), "compiled")
