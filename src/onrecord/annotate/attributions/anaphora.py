"""Sources that go back to earlier ones: a part of them ("one of the three", "the other"), both sides, the pronoun after an unnamed one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.clauses.naming import both_sides
from onrecord.annotate.draft import Draft
from onrecord.types import Attribution, Parsed, Token

PART = re.compile(
    r"(?:one|two|three|four|some|several|both|another|many|most|neither|each|a (?:second|third|fourth)|the (?:other|others|second|third|former|latter))"
    r"(?: of (?:the |these |those )?(?P<noun>[\w-]+))?$",
    re.I,
)
ALONE = frozenset({"one", "another", "a second", "a third", "a fourth", "the other", "the others", "the second", "the third", "the former", "the latter"})
COUNTS = frozenset({"two", "three", "four", "five", "six", "them", "these", "those"})
HE = frozenset({"he", "she"})
UNNAMED = ("unnamed_source", "unnamed_official")


def resolve_parts(draft: Draft, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with parts, sides and pronouns resolved to the earlier source that they mean; what nobody fits stays as it is."""
    out: list[Attribution] = []
    for item in attributions:
        found = part(draft.parsed, item, out) or pair(draft, item) or last_speaker(draft, item, out) or mediators(draft.parsed, item, attributions)
        out.append(found or item)
    return out


def part(parsed: Parsed, item: Attribution, before: Sequence[Attribution]) -> Attribution | None:
    """A part of an earlier group of unnamed sources: resolved to that group, with its class, side and closeness."""
    told = PART.match(item.source)
    if told is None or (told["noun"] is None and item.source.lower() not in ALONE):
        return None
    noun = (told["noun"] or "").lower()
    for other in reversed(before):
        many = (other.source_class in UNNAMED and (other.number or 0) > 1) or plural(parsed, other)
        if other.source_class == "group" and any(within(other, o) for o in before if o.source_class in UNNAMED):
            continue  # rebels of whom the diplomats tell are not "them"
        if not many or other.source_class not in (*UNNAMED, "group") or (PART.match(other.source) and other.resolved == other.source):
            continue
        if noun and noun not in COUNTS and noun.rstrip("s") not in other.source.lower() + other.resolved.lower():
            continue
        own = item.source_class if noun and item.source_class in UNNAMED else other.source_class
        return replace(
            item, resolved=other.resolved, source_class=own, affiliation=other.affiliation, access=item.access or other.access,
            number=item.number or (1 if item.source.lower().startswith(("one", "the other", "another", "a ")) else None),
        )
    return None


def within(inner: Attribution, outer: Attribution) -> bool:
    """Whether one attribution stands in what another one tells."""
    return any(s.start <= inner.span.start and inner.span.end <= s.end for s in outer.content_spans)


def plural(parsed: Parsed, item: Attribution) -> bool:
    """Whether a source's noun is plural."""
    return any(t.tag in ("NNS", "NNPS") for t in parsed.within(item.source_spans[0])[:4])


def pair(draft: Draft, item: Attribution) -> Attribution | None:
    """Both sides together ("the Parties", "both sides", "the two governments"): the two parties that the report names most, the side of neither."""
    head = head_of(draft.parsed, item)
    words = [t.lower for t in draft.parsed.within(item.source_spans[0])]
    capitals = head is not None and head.lower in ("capitals", "capital") and {"both", "two", "each"} & set(words)
    each = words == ["each"]
    if head is None or len(words) > 4 or not (both_sides(head) or capitals or each):
        return None
    parties = main_parties(draft)
    return replace(item, resolved=" and ".join(parties), source_class="named_body", affiliation=None) if len(parties) == 2 else None


def mediators(parsed: Parsed, item: Attribution, told: Sequence[Attribution]) -> Attribution | None:
    """"The mediators" where two states or bodies speak together elsewhere in the report ("Egypt and Qatar said"): these two."""
    head = head_of(parsed, item)
    if head is None or head.lower not in ("mediators", "facilitators", "guarantors") or len(parsed.within(item.source_spans[0])) > 2:
        return None
    block = parsed.report.block_at(head.start)
    if not item.source.lower().startswith("the ") and (block is None or block.kind != "title"):
        return None
    bodies = [a for a in told if a.source_class == "named_body" and a.affiliation is None and a.source_spans != item.source_spans]
    joint = {a.resolved for a in bodies if a.resolved.count(" and ") == 1}
    return replace(item, resolved=joint.pop(), source_class="named_body", affiliation=None) if len(joint) == 1 else None


def head_of(parsed: Parsed, item: Attribution) -> Token | None:
    """The token of a source whose head lies outside it."""
    phrase = parsed.within(item.source_spans[0])
    inside = {t.i for t in phrase}
    return next((t for t in phrase if t.head is t or t.head.i not in inside), None)


def last_speaker(draft: Draft, item: Attribution, before: Sequence[Attribution]) -> Attribution | None:
    """Whom "he" and "she" go on from: the unnamed single source of the attribution before, in the same paragraph, with no other subject between."""
    if item.source.lower() not in HE or not before:
        return None
    last = before[-1]
    parsed = draft.parsed
    pronoun = parsed.within(item.source_spans[0])
    source = parsed.within(last.source_spans[0])
    if not pronoun or not source or last.source_class not in UNNAMED or not single(last, source) or pronoun[0].block != source[0].block:
        return None
    known = draft.cast.at(pronoun[0])
    own = head_of(parsed, last)
    if own is not None and known is not None and draft.cast.at(own) is known:
        return None
    between = parsed.tokens[source[-1].i + 1 : pronoun[0].i]
    if any(t.dep in ("nsubj", "nsubjpass") and t.tag in ("NNP", "NN") and (who := draft.cast.at(t)) is not None and who.kind == "person" for t in between):
        return None
    resolved = last.resolved if last.source.lower() in HE or PART.match(last.source) is None else last.source
    return replace(item, resolved=resolved, source_class=last.source_class, affiliation=last.affiliation, access=last.access, office=last.office)


def single(item: Attribution, source: Sequence[Token]) -> bool:
    """Whether a source is one person."""
    if item.number is not None:
        return item.number == 1
    return item.source.lower() in HE or (any(t.tag == "NN" for t in source) and not any(t.tag == "NNS" for t in source[:4]))


def one_side(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; a person whose side one phrase tells ("an Algerian mediator") has it wherever no other side is told of him."""
    told: dict[str, set[str]] = {}
    for item in attributions:
        if item.source_class == "named_person" and item.affiliation is not None:
            told.setdefault(item.resolved, set()).add(item.affiliation)
    sides = {name: next(iter(found)) for name, found in told.items() if len(found) == 1}
    lacking = [a.source_class == "named_person" and a.affiliation is None and a.resolved in sides for a in attributions]
    return [replace(a, affiliation=sides[a.resolved]) if missing else a for a, missing in zip(attributions, lacking, strict=True)]
