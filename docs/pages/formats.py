"""formats.md: what goes in as JSON Lines and what comes out as JSON, from the functions that write it."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from docs.pages import forms_in
from docs.pages.declared import Field, about, fields_of
from onrecord import types
from onrecord.read.jsonl import FIELDS
from onrecord.reconcile.agreements.typed import RULE, TERM, WHOLE
from onrecord.types import AgreementRule, Attribution, Report, ReportDate, Resolved, Span
from onrecord.types.agreements import RuleKind
from onrecord.views.export import record_json
from onrecord.views.export.reading_json import PLAIN, attribution_json, located, reading_json

INPUT = {
    "id": "the name of the report in the record; made safe and unique", "text": "the report; required", "title": "its headline",
    "outlet": "who published it", "url": "its address", "published": "day of publication, ISO 8601 or EDTF",
    "language": "ISO 639-1 code; detected where it is not given",
}
TOP = {
    "report": "name of the report with `.txt`", "published": "day or interval of publication (EDTF), null where it cannot be told",
    "published_basis": "printed, given, metadata, url, inferred or unknown", "published_reason": "how it was told, in words",
    "boilerplate": "blocks outside the running text: captions, datelines, bylines, credits, labels, furniture, stretches without end",
    "times": "see below", "attributions": "see below",
    **dict.fromkeys(PLAIN, "see below"),
}
PLACE = {"quote": "the exact words", "start": "first character", "end": "one past the last character"}
ATTRIBUTION = {
    "source": "the words that name the source", "content": "the words that are attributed; of a split quotation the first part",
    "content_more": "the further parts of a split quotation", "source_spans": "places of the source's words", "cue_spans": "places of the cue",
    "content_spans": "places of all content", "confidence": "how sure the reading is, 0 to 1",
}
TIMES = {
    "id": "its id in this reading", "value": "day, interval, duration or PAST_REF, PRESENT_REF, FUTURE_REF", "timex": "the TIMEX3 value",
    "type": "DATE, TIME, DURATION or SET",
}
COMMON = {
    "id": "its id", "kind": "how it is told", "resolved": "whom or what the source is, in the fullest form of the report", "cue": "the words that attribute",
    "source": "the words that name the source", "source_class": "the class of the source", "affiliation": "the side it speaks for",
    "access": "how close an unnamed source is said to be", "audience": "told to whom or through which outlet",
    "inside": "id of the attribution in whose content it stands", "office": "the office of the source", "value": "the number said", "low": "least value",
    "high": "greatest value", "comparator": "how the number is bounded", "unit": "what is counted", "measure": "what is counted of them",
    "scope": "the qualifier of those counted, verbatim", "as_of": "when it holds", "by": "id of the innermost attribution that holds it",
    "type": "what happens", "factuality": "whether it happened", "actors": "who acts", "targets": "on whom", "through": "through whom", "place": "where",
    "about": "on what", "date": "when", "party": "whose position", "stance": "what it holds", "topic_key": "the topic's key", "role": "in which role",
    "obligor": "who owes", "what": "what is owed", "account": "what is said of its keeping", "obligee": "to whom", "in_return": "for what",
    "deadline": "due when", "in_part": "only part of it", "agreement": "the agreement it stands in", "status": "how the talks stand",
    "track": "of which talks", "report": "id of its report", "quote": "its words",
    "date_reason": "how the date was told", "cue_class": "what kind of word attributes", "title": "one line for a person",
    "label": "the value in short words", "rule": "how it was chosen", "sum": "the arithmetic in a sentence", "note": "what else there is to say",
    "topic": "what it is about", "trigger_span": "place of the trigger",
}
VALUES = {
    "figures": types.Figure, "events": types.EventMention, "positions": types.Position, "commitments": types.Commitment,
    "proposals": types.Proposal, "status": types.Status,
}
HEAD = """# Formats

"""
LINES = """
## JSON Lines in

One JSON object a line. Only `text` is required; fields that are not known are passed over.

"""
TYPED = {
    "name": "what the agreement is called; required", "parties": "two names or more, as the record has them; required",
    "first_day": "day 1, as 2025-04-07; without it no day is put to its terms", "note": "where the terms come from",
    "terms": "one `[[terms]]` table for each thing owed; required", "terms.obligor": "who owes it: one of the parties, or `both`; required",
    "terms.obligee": "to whom", "terms.what": "what is owed, in words; required where there are no rules", "terms.in_return": "for what",
    "terms.deadline": "a day by which it is due", "terms.rules": "a list of rules, each in words or as a table",
}
TYPED_HEAD = """
## `onrecord agreement add TERMS.toml`

A TOML file. A field that is not known is refused, with its name and what to write.

"""
TYPED_EXAMPLE = """
```toml
name = "Truce of 6 April"
parties = ["Maravel", "Highland Front"]
first_day = 2025-04-07
note = "text handed out in Port Ansel"

[[terms]]
obligor = "Highland Front"
obligee = "Maravel"
what = "release captives in three groups"
rules = ["eight captives on the first, fourth and seventh day"]

[[terms]]
obligor = "Maravel"
rules = [{kind = "ratio", amount = 3, unit = "prisoners", per = 1, per_unit = "captives"}]

[[terms]]
obligor = "both"
rules = ["the truce lasts ten days", "ten more captives, one more day"]
```
"""
OUT = """
## `onrecord read --out DIR`

One JSON file a report. Every item has `quote`, `start` and `end`, half-open characters of the report's text; for a `.txt` file these
are characters of the file as decoded, line ends untouched. Days are EDTF. `by` is the id of the innermost attribution that holds the item.

"""


def page() -> str:
    """The page's text."""
    lines = "".join(f"| `{name}` | {INPUT[name]} |\n" for name in FIELDS)
    return (
        HEAD + forms_in.page() + LINES + "| field | meaning |\n|---|---|\n" + lines + typed() + OUT + table(TOP, reading_keys())
        + "\n### times\n\n" + table(PLACE | TIMES, [*PLACE, *TIMES])
        + "\n### attributions\n\n" + table(attribution_words(), attribution_keys()) + "".join(layer(name) for name in PLAIN) + record()
    )


def typed() -> str:
    """The TOML file of `onrecord agreement add`, with the rules that its words may hold."""
    kinds = ", ".join(f"`{k}`" for k in RuleKind.__args__)
    rows = "".join(f"| `{name}` | {TYPED[name]} |\n" for name in WHOLE) + "".join(f"| `terms.{name}` | {TYPED[f'terms.{name}']} |\n" for name in TERM)
    fields = table(declared(fields_of(AgreementRule)), [*RULE])
    return f"{TYPED_HEAD}| field | meaning |\n|---|---|\n{rows}{TYPED_EXAMPLE}\nFields of a rule that is given as a table (kinds: {kinds}):\n\n{fields}"


def table(meanings: dict[str, str], keys: list[str]) -> str:
    """A table of keys; KeyError where the code writes a key that nobody described."""
    return "| key | meaning |\n|---|---|\n" + "".join(f"| `{key}` | {meanings[key]} |\n" for key in keys)


def report() -> Report:
    """An empty report, to see what is written of one."""
    return Report("0", "name", "A said b")


def reading_keys() -> list[str]:
    """The keys of one file as it is written."""
    return list(reading_json(types.Reading(report()), Resolved(None), ReportDate("0", None, "unknown", "")))


def attribution_keys() -> list[str]:
    """The keys of one attribution as it is written."""
    span = Span(0, 1)
    item = Attribution("a1", Span(0, 8), "indirect", "A", "named_body", "A", "said", "b", (span,), (span,), (span,))
    return list(attribution_json(report().text, item))


def attribution_words() -> dict[str, str]:
    """Key → meaning of an attribution."""
    return {**declared(fields_of(Attribution)), **PLACE, **ATTRIBUTION}


def declared(fields: tuple[Field, ...]) -> dict[str, str]:
    """Name → what the source says of a field and what its value is in JSON."""
    return {f.name: "; ".join(filter(None, (f.about.rstrip(".") or COMMON.get(f.name, ""), in_json(f.type)))) for f in fields}


def in_json(kind: str) -> str:
    """What a declared type is in JSON, in words; nothing where it is a plain string."""
    bare, null = kind.removesuffix(" | None"), " or null" if kind.endswith(" | None") else ""
    closed = getattr(getattr(types, bare, None), "__args__", None) or (ast.literal_eval(bare.removeprefix("Literal")) if bare.startswith("Literal") else None)
    if closed and all(isinstance(word, str) for word in closed):
        return "one of " + ", ".join(f"`{word}`" for word in closed) + null
    if bare.startswith("tuple["):
        return "a list"
    named = {"When": "days (EDTF)", "Interval": "days (EDTF)", "Span": "`[start, end]`", "float": "a number", "int": "a whole number", "bool": "true or false"}
    return (("text" if null else "") if bare == "str" else named.get(bare, "an object")) + null


def layer(name: str) -> str:
    """One layer: the fields of its value type with the place first."""
    cls: Any = VALUES[name]
    words = {**declared(fields_of(cls)), **PLACE, "confidence": "how sure the reading is, 0 to 1"}
    keys = [*located("x", Span(0, 1)), *(f for f in cls.__dataclass_fields__ if f != "span")]
    if "trigger_span" in keys:
        keys.append("trigger")
        words["trigger"] = "the words at `trigger_span`"
    return f"\n### {name}\n\n{about(cls)}\n\n" + table(words, keys)


def record() -> str:
    """The whole record in one file."""
    doc = inspect.getdoc(inspect.getmodule(record_json.record_json)) or ""
    rows = "".join(f"\n#### {cls.__name__}\n\n{about(cls)}\n\n" + table(declared(fields_of(cls)), [f.name for f in fields_of(cls)]) for cls in shown())
    return f"\n## `onrecord export json`\n\n{doc}\n{rows}"


def shown() -> list[Any]:
    """The value types that stand in an exported record."""
    return [
        types.Statement, types.Link, types.Event, types.Ledger, types.Headline, types.LedgerLine, types.PositionLine, types.CommitmentLine,
        types.TalksSpell, types.Dispute,
    ]
