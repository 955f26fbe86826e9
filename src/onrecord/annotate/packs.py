"""What packs do to a reading beside who is who: nouns for those held, tracks of the talks; and which packs a report has anything of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.types import Confidence, Figure, Pack, Packs, Parsed, Report, Status, Token

LEMMAS = {"hostages": "hostage", "prisoners": "prisoner"}


def touching(packs: Packs, report: Report) -> Packs:
    """The packs of which a report has a name or a word; the others change nothing in its reading."""
    text = report.text.casefold().replace("’", "'")
    return tuple(p for p in packs if any(w.casefold().replace("’", "'") in text for w in words_of(p)))


def words_of(pack: Pack) -> Iterable[str]:
    """Every word of a pack that reading looks for."""
    yield from (n for entry in pack.names for n in entry.names)
    yield from (o.holder for o in pack.offices)
    yield from (w for track in pack.tracks for w in track.words)
    yield from (c.word for c in pack.captives)


def worded(parsed: Parsed, packs: Packs) -> Parsed:
    """The parse with the nouns that a pack gives for those held read as the usual ones; the text stays."""
    held = {c.word: LEMMAS[c.held_as] for pack in packs for c in pack.captives}
    if not held or not any(means(t, held) for t in parsed.tokens):
        return parsed
    made = tuple(copied(t, held[found] if (found := means(t, held)) else t.lemma) for t in parsed.tokens)
    for token, old in zip(made, parsed.tokens, strict=True):
        token.head = made[old.head.i]
        token.children = [made[c.i] for c in old.children]
    return replace(parsed, tokens=made)


def means(token: Token, held: Iterable[str]) -> str:
    """The word of *held* that a noun is; empty where it is none."""
    return next((w for w in held if w in (token.lemma.lower(), token.lower) and token.pos in ("NOUN", "PROPN")), "")


def copied(token: Token, lemma: str) -> Token:
    """A token of its own with another lemma, its syntax not set yet."""
    return Token(
        token.i, token.text, token.start, lemma=lemma, pos=token.pos, tag=token.tag, dep=token.dep, ent=token.ent, ent_start=token.ent_start,
        sent=token.sent, block=token.block,
    )


def figures_said(figures: Sequence[Figure], parsed: Parsed, packs: Packs) -> tuple[Figure, ...]:
    """The figures, those counted by a noun of a pack with that as a reason; *parsed* has the report's own nouns."""
    out = []
    for figure in figures:
        told = [
            f"pack {pack.name}: {c.word} means {c.held_as}" for pack in packs for c in pack.captives
            if any(means(t, (c.word,)) for t in parsed.within(figure.span))
        ]
        out.append(replace(figure, confidence=because(figure.confidence, told)) if told else figure)
    return tuple(out)


def tracks_said(status: Sequence[Status], parsed: Parsed, packs: Packs) -> tuple[Status, ...]:
    """The states of the talks, each on the track whose words its sentence has; on none where the words of two stand there."""
    out = []
    for state in status:
        tokens = parsed.within(state.span)
        first, last = parsed.sentence_of(tokens[0]), parsed.sentence_of(tokens[-1])
        text = parsed.report.text[parsed.tokens[first.first].start : parsed.tokens[last.last - 1].end].casefold()
        told = {track.name: (pack.name, w) for pack in packs for track in pack.tracks for w in track.words if w.casefold() in text}
        if len(told) == 1:
            ((name, (pack_name, word)),) = told.items()
            reason = f"pack {pack_name}: “{word}” is of the track {name}"
            state = replace(state, track=name, confidence=because(state.confidence, [reason]))
        out.append(state)
    return tuple(out)


def because(confidence: Confidence, reasons: Sequence[str]) -> Confidence:
    """The same with more reasons."""
    return replace(confidence, reasons=(*confidence.reasons, *reasons))
