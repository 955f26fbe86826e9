"""Terms told as noun phrases: "under the accord: release of all prisoners, reopening of the road", "half of the captives by noon, the rest on Friday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotate.clauses import subject
from onrecord.annotate.clauses.actors import main_parties, ranked_parties
from onrecord.annotate.commitments.acts import deed_noun
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.provisions import doer_of_deed
from onrecord.annotate.commitments.sides import actor, likely_keeper, other_party
from onrecord.annotate.commitments.terms import is_agreement, phrase_after, stands, words
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token

OPENING = 4
"""Words of a part of a list among which its head must stand."""
NEAR = 45
"""Words before a formula of parts in which the agreement must be named that has it."""
INNER = frozenset({"relcl", "advcl", "acl", "ccomp", "xcomp", "pcomp"})
"""Clauses inside of another one, whose subject begins no new one."""
MARKS = frozenset({",", ";", ":", "and", "then", "–", "—", "-"})


def headed_terms(draft: Draft) -> Iterator[Found]:
    """A commitment for each noun phrase of a list that words of an agreement open in the same sentence."""
    for sentence in draft.parsed.sentences:
        tokens = draft.parsed.of(sentence)
        colon = next((t for t in tokens if t.text == ":" and t.i > sentence.first + 1), None)
        if colon is None or tokens[-1].text == "?":
            continue
        head = tokens[: colon.i - sentence.first]
        promiser = opener(draft, head)
        if promiser is None:
            continue
        for part in parts(tokens[colon.i - sentence.first + 1 :]):
            found = term(draft, part, promiser)
            if found is not None:
                yield found
                yield from back(draft, found, part)


def opener(draft: Draft, head: Sequence[Token]) -> str | None:
    """Who undertakes what a list says that these words open: a party, or "" where they name only the agreement; None where they open no terms."""
    if any(t.lemma in words("agreement", "thoughts") or t.lemma in ("reject", "demand", "want", "offer", "propose", "ask", "if") for t in head):
        return None
    low = max(head[0].i - NEAR, 0)
    named = [t for t in (*draft.parsed.tokens[low : head[0].i], *head) if is_agreement(t) and stands(t)]
    verb = next((t for t in head if t.lemma in words("binding", "taking") | words("binding", "own") and t.pos == "VERB"), None)
    who = subject(verb) if verb is not None else None
    party = actor(draft, who) if who is not None else None
    if party is not None:
        return party
    told = [t for t in head if is_agreement(t) or t.lemma in words("agreement", "texts") or t.lemma in words("agreement", "duties")]
    return "" if told and named else None


def parts(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """The parts of a list of noun phrases: cut at semicolons, and at commas and "and" where a new deed or batch begins."""
    found: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        after = tokens[number + 1 :]
        if token.text in (";", "\n") or (token.lower in MARKS and after and (deed_head(after) is not None or batch(after))):
            found.append([])
        elif token.text != "." or after:
            found[-1].append(token)
    return [tuple(p) for p in found if len(p) > 1]


def deed_head(tokens: Sequence[Token]) -> Token | None:
    """The noun of a deed among the first words of a part, before which nothing else is named."""
    for token in tokens[:OPENING]:
        if deed_noun(token) is token or (token.tag == "VBG" and token.lower in words("acts", "deeds")):
            return token
        if token.pos not in ("DET", "ADJ", "NUM", "ADV", "PUNCT") and token.dep not in ("compound", "amod", "nummod", "npadvmod", "poss", "case"):
            return None
    return None


def batch(tokens: Sequence[Token]) -> bool:
    """Whether words open a share of what is owed that has a time of its own ("half of it by noon", "the rest once the army has left", "the 14 …")."""
    first = next((t for t in tokens[:2] if t.lower not in ("the", "another", "all", "a", "its", "their", "some")), None)
    counted = first is not None and first.pos == "NUM" and first.ent not in ("DATE", "TIME", "MONEY", "PERCENT")
    if first is None or not (counted or first.lower in words("batches", "shares")):
        return False
    stop = next((i for i, t in enumerate(tokens) if t.text in (";", ".") or (t.text == "," and i > 1)), len(tokens))
    own = tokens[:stop]
    timed = [i for i, t in enumerate(own) if tells_when(t)]
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t.dep not in ("aux", "auxpass", "relcl", "advcl") for t in own[: timed[0]]) if timed else True
    return bool(timed) and not finite


def term(draft: Draft, part: Sequence[Token], promiser: str) -> Found | None:
    """What one part of a list binds somebody to; None for a clause of its own, which other rules read."""
    deed = deed_head(part)
    if is_clause(part):
        return None
    if deed is None and not (batch(part) or all_of(part)):
        return None
    span = Span(part[0].start, part[-1].end)
    exchange = phrase_after(draft, deed or part[0], words("frames", "exchange"))
    if exchange is not None and span.holds(exchange):
        kept = [t for t in part if t.end <= exchange.start and t.pos != "PUNCT"]
        span = Span(part[0].start, kept[-1].end) if kept else span
    else:
        exchange = None
    thing = deed or next((t for t in part if t.pos in ("NOUN", "NUM")), part[0])
    party = promiser if promiser and " and " not in promiser else None
    if deed is not None and party is None:
        party = doer_of_deed(draft, deed)
    party = party or holder_of(draft, part) or promiser
    return Found(thing, span, party, "owed", span, exchange, rule="headed") if party else None


def is_clause(part: Sequence[Token]) -> bool:
    """Whether a part of a list is a clause with a subject of its own."""
    return any(t.dep in ("nsubj", "nsubjpass") and t.head.dep not in ("relcl", "advcl", "acl") and t.head in part for t in part)


def tells_when(token: Token) -> bool:
    """Whether a word tells a time by which a share is due."""
    return token.lower in words("batches", "whens") or token.ent in ("DATE", "TIME")


def all_of(part: Sequence[Token]) -> bool:
    """Whether a part tells the whole of some people with a time or in shares ("all the guards in three groups by the end of the week")."""
    timed = any(tells_when(t) for t in part)
    return part[0].lower in ("all", "everyone", "everybody", "every") and timed


def holder_of(draft: Draft, part: Sequence[Token]) -> str | None:
    """Who holds the people that a part names, else the party that holds captives; both sides where "all" are to go for "all"."""
    pair = main_parties(draft)
    if [t.lower for t in part[:3]] == ["all", "for", "all"]:
        return " and ".join(pair) if len(pair) == 2 else None
    return next((p for t in part if t.pos in ("NOUN", "NUM") and (p := likely_keeper(draft, t)) is not None), None)


def back(draft: Draft, found: Found, part: Sequence[Token]) -> Iterator[Found]:
    """The other half of an exchange told as a noun phrase ("in exchange for running water and an autopsy")."""
    if found.in_return is None or " and " in found.obligor:
        return
    party = other_party(draft, part[0], found.obligor)
    if party is None or party not in ranked_parties(draft):
        return
    text = found.in_return.of(draft.parsed.report.text)
    given = next((text[len(o) :].strip() for o in sorted(words("frames", "exchange")) if text.lower().startswith(o)), text)
    yield Found(part[0], found.in_return, party, "owed", given, None, found.obligor, rule="in return")


def batches(draft: Draft, found: Found) -> Iterator[Found]:
    """The shares with times of their own that a sentence adds to a term ("pay $180m, half of it by noon on Thursday")."""
    if found.account != "owed" or found.act is None or found.ultimatum:
        return
    sentence = draft.parsed.sentence_of(found.trigger)
    after_act = draft.parsed.tokens[found.act.i : sentence.last]
    stop = next((n for n, t in enumerate(after_act) if t.dep in ("nsubj", "nsubjpass") and t.head.i > t.i and t.head.dep not in INNER), len(after_act))
    tokens = after_act[:stop]
    for number, token in enumerate(tokens):
        after = tokens[number + 1 :]
        if token.lower not in MARKS or not after or not batch(after):
            continue
        part = parts(after)[0] if parts(after) else ()
        if is_clause(part) or not part:
            continue
        stop = next((i for i, t in enumerate(part) if t.text == "," and i > 1), len(part))
        span = Span(part[0].start, part[:stop][-1].end)
        what = f"{found.act.lemma} {span.of(draft.parsed.report.text)}"
        yield replace(found, trigger=part[0], span=span, what=what, in_return=None, act=None, rule="batch")
