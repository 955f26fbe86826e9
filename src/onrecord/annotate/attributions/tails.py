"""Parts of a content that stand apart from it: an "if" clause before the source, the words behind a colon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.cues import cue_of
from onrecord.annotate.attributions.ends import ended
from onrecord.annotate.attributions.weighing import Weighed
from onrecord.types import Parsed, Token

CONDITIONS = frozenset({"if", "unless"})
MARKS = frozenset({"“", '"', "``", "''", "”"})
SPOKEN = frozenset({"reporting", "factive", "belief", "threat", "promise", "demand", "denial"})


def with_tails(parsed: Parsed, kept: Sequence[Weighed]) -> list[Weighed]:
    """The attributions with what belongs to their contents but stands apart, and without what another one has behind a colon."""
    out = []
    for item in kept:
        candidate = ended(parsed, apart(parsed, behind_colon(parsed, condition(parsed, item.candidate), kept), kept), kept)
        out.append(item if candidate is item.candidate else replace(item, candidate=candidate))
    return out


def condition(parsed: Parsed, candidate: Candidate) -> Candidate:
    """The candidate with a condition told before its source ("If there is no deal, the unions have threatened to …"; "If not, NP said, "…"")."""
    cue, source = cue_of(candidate.cue), candidate.source
    if cue is None or cue.kind_with(candidate.form) not in SPOKEN or source is None or candidate.source_words is None:
        return candidate
    first = parsed.sentence_of(candidate.cue).first
    low = min(candidate.source_words[0], candidate.cue_words[0])
    if parsed.tokens[first].lower not in CONDITIONS or low - first < 2 or candidate.content[0][0] < low:
        return candidate
    clause = phrases.trim(parsed.tokens, first, low)
    between = parsed.tokens[first:low]
    if between[-1].text != "," or sum(t.text == "," for t in between) > 2 or any(t.text in MARKS for t in between):
        return candidate
    return replace(candidate, content=(clause, *candidate.content))


def behind_colon(parsed: Parsed, candidate: Candidate, kept: Sequence[Weighed]) -> Candidate:
    """The candidate with a list or fragment behind a colon, or cut at a colon behind which another source speaks ("…: 11 ships were loaded, it says")."""
    if candidate.form in ("colon", "after colon", "quotation") or len(candidate.content) > 2:
        return candidate
    first, last = candidate.content[-1]
    for i in range(first + 2, last - 1):
        if parsed.tokens[i].text == ":" and any(starts(other.candidate, i + 1) for other in kept if other.candidate.cue.i != candidate.cue.i):
            return replace(candidate, content=(*candidate.content[:-1], (first, i)))
    end = max(last, candidate.cue_words[1], candidate.source_words[1] if candidate.source_words else 0)
    colon = parsed.tokens[end] if end < len(parsed.tokens) else None
    if colon is None or colon.text != ":" or colon.sent != parsed.tokens[first].sent:
        return candidate
    rest = phrases.trim(parsed.tokens, end + 1, parsed.sentences[colon.sent].last)
    if rest[0] >= rest[1] or taken(parsed, rest, kept):
        return candidate
    whole = (first, rest[1]) if end == last else rest
    return replace(candidate, content=(*candidate.content[:-1], whole) if end == last else (*candidate.content, rest))


ADVERSE = frozenset({"although", "though", "while", "whereas", "but", "yet", "however"})
"""Words that lead over to what somebody else says."""
FRAMING = ("according", "after", "before")


def apart(parsed: Parsed, candidate: Candidate, kept: Sequence[Weighed]) -> Candidate:
    """The candidate without the clause of another source, behind "although", "but" or a semicolon, or before "but" where its own words come first."""
    if candidate.form == "quotation" or len(candidate.content) > 1:
        return candidate
    first, last = candidate.content[0]
    own = candidate.source.i if candidate.source is not None else -1
    others = [k.candidate for k in kept if k.candidate.source is not None and k.candidate.source.i != own and first < k.candidate.cue.i < last]
    if candidate.cue.i >= last and candidate.form in FRAMING:
        for other in others:
            end = max(other.cue_words[1], other.source_words[1] if other.source_words else 0)
            told = other.content[0][0] - first < 2 and other.content[0][1] <= other.cue.i
            if told and leads_over(parsed, end, last):
                return replace(candidate, content=(phrases.trim(parsed.tokens, after_mark(parsed, end), last),))
        return candidate
    for i in range(first + 2, last - 2):
        if leads_over(parsed, i, last) and candidate.cue.i < i and any(told_next(parsed, other, after_mark(parsed, i)) for other in others):
            return replace(candidate, content=(phrases.trim(parsed.tokens, first, i),))
    return candidate


def leads_over(parsed: Parsed, at: int, last: int) -> bool:
    """Whether a semicolon, or a comma with a word such as "although", stands at token *at*."""
    if at + 2 >= last:
        return False
    return parsed.tokens[at].text == ";" or (parsed.tokens[at].text == "," and parsed.tokens[at + 1].lower in ADVERSE)


def after_mark(parsed: Parsed, at: int) -> int:
    """The first token behind what leads over at token *at*."""
    return at + 2 if parsed.tokens[at + 1].lower in ADVERSE else at + 1


def told_next(parsed: Parsed, other: Candidate, at: int) -> bool:
    """Whether the source of *other* begins at token *at* and its cue comes before its content."""
    words = other.source_words
    return words is not None and words[0] in (at, at + 1) and other.content[0][0] > other.cue.i and parsed.tokens[at].pos != "PRON"


def starts(other: Candidate, at: int) -> bool:
    """Whether the content of another candidate begins at token *at*, before its source."""
    return other.content[0][0] in (at, at + 1) and other.cue.i > at


def taken(parsed: Parsed, stretch: Stretch, kept: Sequence[Weighed]) -> bool:
    """Whether words behind a colon are a quotation, or hold a cue of their own."""
    words: Sequence[Token] = parsed.tokens[stretch[0] : stretch[1]]
    inside = any(stretch[0] <= item.candidate.cue.i < stretch[1] for item in kept)
    return words[0].text in MARKS or inside
