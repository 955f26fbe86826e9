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
CLOSING = frozenset({"”", '"', "''"})


def ended(parsed: Parsed, candidate: Candidate, kept: Sequence[Weighed]) -> Candidate:
    """The candidate with its last stretch of content cut at the first word that is its source's next act or the writer's own remark."""
    if candidate.form in ("quotation", "colon") or not candidate.content:
        return candidate
    first, last = candidate.content[-1]
    if first < candidate.cue.i:
        return candidate
    whole = (first, last)
    ways = (again(parsed, candidate, whole), summed(parsed, whole, kept), described(parsed, candidate, whole, kept), told_on(parsed, candidate, whole))
    found = [at for at in ways if at is not None]
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


def described(parsed: Parsed, candidate: Candidate, content: Stretch, kept: Sequence[Weighed]) -> int | None:
    """Where ", which he described as illegal", ", which according to him set them back" begins: the next thing that is told, with a source of its own."""
    first, last = content
    for comma in parsed.tokens[first + SHORTEST : last - 3]:
        if comma.text != "," or parsed.tokens[comma.i + 1].lower not in ("which", "whom") or quoted_apart(parsed, parsed.tokens[first - 1], comma):
            continue
        for other in (k.candidate for k in kept):
            own = other.source is not None and comma.i + 1 < other.source.i < last and other.source.tag in ("PRP", "NNP", "NN", "NNS")
            if other is not candidate and own and comma.i + 1 < other.cue.i < comma.i + NEAR:
                return comma.i
    return None


NEAR = 8
"""Words behind a comma within which the next source and its cue stand."""


def told_on(parsed: Parsed, candidate: Candidate, content: Stretch) -> int | None:
    """Where the writer tells on, as in "said it had been taken up, and the envoy met him on Tuesday".

    What was said in the past stands a tense back ("had been taken", "would"); a clause with its own subject in the plain past behind it is the
    writer's. Of such clauses in PolNeAR train, people end the content before all 7, and before 3 of 11 in the plain past after the plain past.
    """
    first, last = content
    if candidate.form not in ("clause", "that", "surface") or candidate.cue.tag != "VBD":
        return None
    for comma in parsed.tokens[first + SHORTEST : last - 3]:
        joint = parsed.tokens[comma.i + 1 + (parsed.tokens[comma.i + 1].text in CLOSING)]
        if comma.text != "," or joint.lower not in ("and", "but", "yet") or parsed.tokens[joint.i + 1].lower == "that":
            continue
        said, verb = joint.head, next((c for c in joint.head.children if c.dep == "conj" and c.i > joint.i), None)
        shifted = said.tag == "VBZ" or any(c.dep in ("aux", "auxpass") for c in said.children)
        if verb is None or verb.i >= last or verb.tag != "VBD" or not shifted or any(c.dep in ("aux", "auxpass", "mark") for c in verb.children):
            continue
        who = phrases.own_subject(verb)
        if who is not None and joint.i < who.i < verb.i and not quoted_apart(parsed, parsed.tokens[first - 1], joint):
            return joint.i
    return None
