"""Turns of a transcript: every run of blocks with one speaker is told by that speaker."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from onrecord.annotate.attributions.sources import by_participant
from onrecord.annotate.cast import Cast
from onrecord.annotate.cast.gazetteer import look_up, pieces, table, words
from onrecord.types import Attribution, Block, Confidence, Parsed, Participant, SourceClass, Span

ASKING = frozenset(
    {"q", "question", "reporter", "journalist", "moderator", "interviewer", "host", "audience", "audience member", "participant", "caller", "pregunta", "press"}
)
ANSWERING = frozenset({"a", "answer", "speaker", "voice", "unidentified speaker", "unknown speaker", "unidentified male", "unidentified female"})
"""Labels of somebody who is not named at all."""
SEATS = frozenset({"official", "officials", "speaker", "chair", "chairman", "chairwoman", "chairperson", "representative"})
"""Last words of a label that is an office and no name, beside those of the lexicon."""
ANSWERABLE = frozenset({"spokesperson", "spokesman", "spokeswoman", "briefer"})
"""Labels, not in capitals, of somebody who answers for a body."""
NUMBERED = re.compile(r"\s*(?:no\.? ?|#)?\d+$")
NOTE = re.compile(r"\(([^)]{2,40})\)\s*[:：]?\s*$")
"""What stands in brackets behind a speaker's name."""
LISTED = re.compile(r"(?P<name>[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3})\s*(?:,|–|—|\()\s*(?P<office>[^,.;]{3,80})")
"""A line of a list of those present: a name of two words or more and an office."""
NO_SPEAKER = frozenset(
    {"transcript", "edited transcript", "full transcript", "location", "place", "date", "present", "subject", "note", "time", "venue", "topic"}
)
"""Labels of the head of a transcript."""
SURE = Confidence(0.9, ("turn of a transcript",))


def turn_attributions(parsed: Parsed, who: Cast) -> list[Attribution]:
    """One direct attribution for each turn; the source is the name before it, the cue the mark after the name; officials speak for who holds the briefing."""
    found = [in_full(a, listed(parsed)) for a in plain_turns(parsed, who)]
    official = officials(parsed)
    side = host(parsed, who) if official else None
    if side is None:
        return found
    return [replace(a, affiliation=side) if a.affiliation is None and last_word(a.resolved) in official else a for a in found]


def officials(parsed: Parsed) -> frozenset[str]:
    """The speakers (last words, small letters) who answer for a government or body: told so by an office before a name, or the only one who answers."""
    labels = [b.span.of(parsed.report.text).rstrip(" .:)\n") for b in parsed.report.blocks if b.kind == "label"]
    speakers = [label for label in labels if not asks(label) and (label.isupper() or last_word(label) in ANSWERABLE)]
    official = {last_word(s) for s in speakers if any(w.lower().strip(".") in words("offices", "offices", "heads") for w in s.split())}
    answering = {last_word(s) for s in speakers}
    return frozenset(official | (answering if len(answering) == 1 and any(asks(label) for label in labels) else set()))


def listed(parsed: Parsed) -> dict[str, str]:
    """Full names by last word, out of the lines before the first turn that give a name and an office; a name that two share is left out."""
    text = parsed.report.text
    first = next((b.span.start for b in parsed.report.blocks if b.kind == "turn"), 0)
    names = [m["name"] for b in parsed.report.blocks if b.span.end <= first and b.kind != "title" for m in LISTED.finditer(b.span.of(text))]
    count = Counter(last_word(name) for name in set(names))
    return {last_word(name): name for name in names if count[last_word(name)] == 1}


def in_full(item: Attribution, names: dict[str, str]) -> Attribution:
    """The turn with the full name of a speaker whom only a surname names."""
    full = names.get(last_word(item.resolved))
    if full is None or item.source_class != "named_person" or len(item.resolved.split()) >= len(full.split()):
        return item
    return replace(item, resolved=full)


def asks(label: str) -> bool:
    """Whether a speaker's label is one of those who ask."""
    return NUMBERED.sub("", label.split("(")[0].strip().casefold()) in ASKING


def last_word(name: str) -> str:
    """The last word of a name in small letters."""
    return name.split()[-1].casefold() if name.split() else ""


def host(parsed: Parsed, who: Cast) -> str | None:
    """Whose briefing it is: the body or state named with "by" or "of" before the first turn, the report's foremost state, or the one seat told of."""
    first = next((b.span.start for b in parsed.report.blocks if b.kind == "label"), 0)
    for token in parsed.tokens:
        if token.start >= first:
            break
        person = who.at(token)
        before = [t.lower for t in parsed.tokens[max(token.i - 2, 0) : token.i]]
        if person is not None and person.side and person.kind in ("body", "state") and {"by", "of"} & set(before):
            return person.side
    if who.home is not None:
        return who.home
    hits = (look_up(parsed.tokens, t.i) for t in parsed.tokens)
    seats = {hit[0].side for hit in hits if hit is not None and hit[0].role == "seat"}
    return next(iter(seats)) if len(seats) == 1 else None


def plain_turns(parsed: Parsed, who: Cast) -> list[Attribution]:
    """The turns with the side that the speaker's own name tells."""
    text, blocks = parsed.report.text, parsed.report.blocks
    found: list[Attribution] = []
    label: Block | None = None
    for block in blocks:
        if block.kind == "label":
            label = block if block.span.of(text).strip(" .:)\n").casefold() not in NO_SPEAKER else None
        elif block.kind == "turn" and block.speaker:
            content = stripped(text, block.span)
            if label is not None and label.span.end <= block.span.start and not text[label.span.end : block.span.start].strip():
                made = attribution(text, who, label.span, content, block.speaker)
                if made is not None:
                    found.append(made)
            elif found and found[-1].resolved and not direction(content.of(text)):
                found.append(longer(found.pop(), content))
            label = None
        else:
            label = None
    return found


def direction(words: str) -> bool:
    """Whether a paragraph is a note in brackets about the meeting, which nobody speaks."""
    return words.startswith(("(", "[")) and words.endswith((")", "]"))


def stripped(text: str, span: Span) -> Span:
    """A span without white space at its edges."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def attribution(text: str, who: Cast, label: Span, content: Span, speaker: str) -> Attribution | None:
    """The attribution of one turn."""
    words = label.of(text)
    colon = max(words.rfind(":"), words.rfind("："))
    name = words[:colon].rstrip(" *_") if colon > 0 else words.rstrip(" .:)—–*_")
    lead = len(name) - len(name.lstrip())
    if not name.strip() or content.start >= content.end:
        return None
    source = Span(label.start + lead, label.start + len(name))
    cue = Span(label.start + colon, label.start + colon + 1) if colon > 0 else source
    person = named(who, speaker)
    return Attribution(
        id="",
        span=Span(source.start, content.end),
        kind="direct",
        source=source.of(text),
        source_class=class_of(speaker, person),
        resolved=person.name if person else speaker,
        cue=cue.of(text),
        content=content.of(text),
        source_spans=(source,),
        cue_spans=(cue,),
        content_spans=(content,),
        affiliation=(person.side if person else None) or side_noted(words),
        office=person.office if person else None,
        confidence=SURE,
    )


def side_noted(label: str) -> str | None:
    """The country in brackets behind a speaker's name, as councils of states print it."""
    note = NOTE.search(label)
    told = pieces(note[1]) if note else ()
    rows = table().get(told[0], ()) if told else ()
    return next((entry.side for row, entry, _ in rows if row == told and entry.role == "country"), None)


def named(who: Cast, speaker: str) -> Participant | None:
    """The participant whose name ends in the speaker's last word, whatever the capitals."""
    last = speaker.split()[-1].casefold() if speaker.split() else ""
    return next((p for p in who.participants if p.kind in ("person", "body") and p.name.split()[-1].casefold() == last), None)


def class_of(speaker: str, person: Participant | None) -> SourceClass:
    """A person by name, unless the transcript names no one or only a role that asks."""
    if asks(speaker) or NUMBERED.sub("", speaker.casefold()) in ANSWERING:
        return "unnamed_source"
    if person is not None:
        return by_participant(person)
    return "unnamed_official" if last_word(speaker) in SEATS or last_word(speaker) in words("offices", "offices", "heads") else "named_person"


def longer(item: Attribution, more: Span) -> Attribution:
    """The attribution with one more paragraph."""
    return replace(item, content_spans=(*item.content_spans, more))
