"""Where a content ends before its sentence does: where the same source is taken up again, or where the writer sums up or adds to what was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.cues import acts, cue_of
from onrecord.annotate.attributions.speakers import quoted_apart, taken_up
from onrecord.annotate.attributions.weighing import Weighed
from onrecord.types import Parsed

SHORTEST = 2
"""Words that must be left of a content that is cut."""


def ended(parsed: Parsed, candidate: Candidate, kept: Sequence[Weighed]) -> Candidate:
    """The candidate with its last stretch of content cut at the first word that is its source's next act or the writer's own remark."""
    if candidate.form in ("quotation", "colon") or not candidate.content:
        return candidate
    first, last = candidate.content[-1]
    if first < candidate.cue.i:
        return candidate
    whole = (first, last)
    found = [at for at in (again(parsed, candidate, whole), summed(parsed, whole, kept)) if at is not None]
    if not found:
        return candidate
    end = phrases.trim(parsed.tokens, first, min(found))
    return replace(candidate, content=(*candidate.content[:-1], end)) if end[1] - end[0] >= SHORTEST else candidate


def again(parsed: Parsed, candidate: Candidate, content: Stretch) -> int | None:
    """Where "and declined to say more" begins, whose verb is told of the source and not of the subject of the content."""
    first, last = content
    for verb in parsed.tokens[first + 1 : last]:
        if verb.tag in ("VBD", "VBZ", "VBP", "VB") and taken_up(parsed, candidate.cue, verb):
            start = phrases.stretch(verb)[0]
            before = next((t.i for t in reversed(parsed.tokens[max(first, start - 3) : verb.i]) if t.lower in ("and", "but", ",")), None)
            if before is not None and before > first:
                return before - (parsed.tokens[before - 1].text == ",")
    return None


def summed(parsed: Parsed, content: Stretch, kept: Sequence[Weighed]) -> int | None:
    """Where ", a charge that others dismissed" begins: a noun for the words before it with a clause of somebody else."""
    first, last = content
    for comma in parsed.tokens[first + SHORTEST : last - 2]:
        if comma.text != "," or parsed.tokens[comma.i + 1].lower not in ("a", "an"):
            continue
        noun = next((t for t in parsed.tokens[comma.i + 2 : min(last, comma.i + 5)] if t.pos == "NOUN"), None)
        clause = next((c for c in noun.children if c.dep in ("relcl", "acl", "ccomp") and c.i > noun.i), None) if noun is not None else None
        if noun is None or clause is None or noun.lemma not in acts("summing") or quoted_apart(parsed, parsed.tokens[first - 1], comma):
            continue
        if (phrases.own_subject(clause) is not None and any(k.candidate.cue.i == clause.i for k in kept)) or cue_of(clause) is not None:
            return comma.i
    return None
