"""Turns of a transcript: every run of blocks with one speaker is told by that speaker."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.attributions.sources import by_participant
from onrecord.annotate.cast import Cast
from onrecord.types import Attribution, Block, Confidence, Parsed, Participant, SourceClass, Span

ASKING = frozenset({"q", "question", "reporter", "journalist", "moderator", "interviewer", "host"})
SURE = Confidence(0.9, ("turn of a transcript",))


def turn_attributions(parsed: Parsed, who: Cast) -> list[Attribution]:
    """One direct attribution for each turn; the source is the name before it, the cue the mark after the name."""
    text, blocks = parsed.report.text, parsed.report.blocks
    found: list[Attribution] = []
    label: Block | None = None
    for block in blocks:
        if block.kind == "label":
            label = block
        elif block.kind == "turn" and block.speaker:
            content = stripped(text, block.span)
            if label is not None and label.span.end <= block.span.start and not text[label.span.end : block.span.start].strip():
                made = attribution(text, who, label.span, content, block.speaker)
                if made is not None:
                    found.append(made)
            elif found and found[-1].resolved:
                found.append(longer(found.pop(), content))
            label = None
        else:
            label = None
    return found


def stripped(text: str, span: Span) -> Span:
    """A span without white space at its edges."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def attribution(text: str, who: Cast, label: Span, content: Span, speaker: str) -> Attribution | None:
    """The attribution of one turn."""
    words = label.of(text)
    colon = max(words.rfind(":"), words.rfind("："))
    name = words[:colon].rstrip() if colon > 0 else words.rstrip(" .:)")
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
        affiliation=person.side if person else None,
        office=person.office if person else None,
        confidence=SURE,
    )


def named(who: Cast, speaker: str) -> Participant | None:
    """The participant whose name ends in the speaker's last word, whatever the capitals."""
    last = speaker.split()[-1].casefold() if speaker.split() else ""
    return next((p for p in who.participants if p.kind in ("person", "body") and p.name.split()[-1].casefold() == last), None)


def class_of(speaker: str, person: Participant | None) -> SourceClass:
    """A person by name, unless the transcript names no one or only a role that asks."""
    if speaker.casefold() in ASKING:
        return "unnamed_source"
    if person is not None:
        return by_participant(person)
    return "named_person"


def longer(item: Attribution, more: Span) -> Attribution:
    """The attribution with one more paragraph."""
    return replace(item, content_spans=(*item.content_spans, more))
