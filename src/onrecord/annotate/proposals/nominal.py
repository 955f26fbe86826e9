"""What nouns and predicates say of a text: "its rejection of the plan", "no reply to the draft", "changes to the text", "is under review"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.clauses import clause_span, negated, np_span, party_at, speaker_at, subject, verb_of
from onrecord.annotate.clauses.syntax import noun_holder
from onrecord.annotate.draft import Draft
from onrecord.annotate.proposals.found import Found, Text, words
from onrecord.annotate.proposals.reality import UNREAL, auxiliaries, changed, is_real, marked
from onrecord.types import ProposalRole, Reply, Span, Token

LINKS = frozenset({"of", "to", "on", "in", "for"})
ASKED = frozenset({"no", "yes"})


def by_nouns(draft: Draft, text: Text) -> Iterator[Found]:
    """What a noun over *text* says of it."""
    at = text.noun
    while at.dep == "pobj" and at.head.lower == "of" and at.head.head.lemma.lower() in words("texts", "partitive"):
        at = at.head.head
    if at.dep != "pobj" or at.head.lower not in LINKS:
        return
    noun = at.head.head
    if noun.pos in ("VERB", "AUX") and at.head.lower == "to":  # "gave its blessing to the plan", with "to" at the verb
        noun = next((c for c in noun.children if c.dep == "dobj" and c.i < text.noun.i), noun)
    for name in ("accepts", "rejects", "studies"):
        if noun.lemma in words("nouns", name) and noun.pos == "NOUN":
            found = answered(draft, text, noun, name)
            if found is not None:
                yield found
            return
    if noun.lemma in words("nouns", "reply") and noun.pos == "NOUN":
        yield reply(draft, text, noun)
    elif noun.lemma in words("nouns", "changes") and noun.pos == "NOUN":
        yield from changes(draft, text, noun)


def holder_of(noun: Token) -> Token | None:
    """Whose answer a noun is: its possessor, "from X", or the subject of the verb that governs it."""
    behind = next((c.has("pobj") for c in verb_of(noun).children if c.dep == "prep" and c.lower == "from"), None)
    inner = next((c.has("pobj") for c in noun.children if c.dep == "prep" and c.lower in ("from", "by")), None)
    return noun.has("poss") or inner or behind or noun_holder(noun, 0)


def answered(draft: Draft, text: Text, noun: Token, answer: str) -> Found | None:
    """ "Its rejection of the plan", "gave its blessing to the draft"."""
    verb = verb_of(noun)
    over = noun.dep == "dobj" and verb.pos == "VERB"
    if over and (negated(verb) or verb.lemma in words("nouns", "waiting") or not is_real(verb)):
        return None
    if any(c.lower in ("no", "possible", "any") for c in noun.children):
        return None
    who = noun.has("poss") or holder_of(noun)
    party = party_at(draft, who) if who is not None else None
    span = clause_span(draft.parsed, verb, owner=subject(verb)) if over else wide(draft, noun)
    value: Reply = "accepts_with_changes" if answer == "accepts" and changed(noun) else answer  # type: ignore[assignment]
    return Found(text, Span(noun.start, noun.end), span, "answered", party, value, None, f"answered: {noun.lemma}", 0.65)


def wide(draft: Draft, noun: Token) -> Span:
    """A noun phrase with what follows it."""
    tokens = [t for t in noun.subtree() if t.dep != "punct" or t.i < noun.i]
    base = np_span(draft.parsed, noun)
    last = max((t.end for t in tokens if t.i - noun.i < 15), default=noun.end)
    return Span(base.start, max(base.end, last))


def reply(draft: Draft, text: Text, noun: Token) -> Found:
    """ "Handed over its reply to the draft", "is waiting for an answer to", "has given no response to"."""
    verb = verb_of(noun)
    said = {c.lower for c in noun.children}
    yet = any(c.lower == "yet" for c in verb.subtree()) or (verb.tag == "VB" and any(c.lower == "yet" for c in verb.head.children))
    waiting = verb.lemma in words("nouns", "waiting") or "no" in said or negated(verb) or yet or bool(auxiliaries(verb) & UNREAL)
    value: Reply | None = "none_yet" if waiting else None
    for name, answer in (("positive", "accepts"), ("negative", "rejects"), ("qualified", "accepts_with_changes")):
        if not waiting and said & (words("answers", name) - ASKED):
            value = answer  # type: ignore[assignment]
    who = noun.has("poss") or next((c.has("pobj") for c in noun.children if c.dep == "prep" and c.lower in ("from", "by")), None)
    if who is None and verb.lemma not in words("nouns", "waiting"):
        who = holder_of(noun)
    party = party_at(draft, who) if who is not None else None
    span = clause_span(draft.parsed, verb, owner=subject(verb)) if verb.pos in ("VERB", "AUX") else wide(draft, noun)
    return Found(text, Span(noun.start, noun.end), span, "answered", party, value, None, f"answered: {noun.lemma}", 0.65)


def changes(draft: Draft, text: Text, noun: Token) -> Iterator[Found]:
    """ "Made changes to the draft" changes it, "asked for changes to it" answers it, so that it is not agreed to."""
    verb = verb_of(noun)
    who = subject(verb) if verb.pos == "VERB" else None
    party = party_at(draft, who) if who is not None else None
    if verb.pos != "VERB" or party is None or marked(verb) or negated(verb):
        return
    span = clause_span(draft.parsed, verb, owner=who)
    if verb.lemma in words("nouns", "wanting"):
        yield Found(text, Span(noun.start, noun.end), span, "answered", party, "accepts_with_changes", None, f"changes wanted: {verb.lemma}", 0.6)
    elif verb.lemma in ("make", "introduce", "insert", "add", "write") and is_real(verb):
        yield Found(text, Span(noun.start, noun.end), span, "amended", party, None, None, f"amended: {noun.lemma}", 0.65)


def by_predicate(draft: Draft, text: Text) -> Iterator[Found]:
    """ "Is under review", "is on the table", "is off the table", "is unacceptable", "came from Norland"."""
    verb = text.noun.head
    if text.noun.dep != "nsubj" or marked(verb) or auxiliaries(verb) & UNREAL:
        return
    span = clause_span(draft.parsed, verb, owner=text.noun)
    source = next((c.has("pobj") for c in verb.children if c.dep == "prep" and c.lower == "from"), None)
    if verb.lemma in ("come", "originate") and source is not None and source.ent not in ("DATE", "TIME"):
        party = party_at(draft, source)
        if party is not None:
            yield Found(text, Span(verb.start, verb.end), span, "tabled", party, None, None, "tabled: come from", 0.65)
    if verb.lemma not in ("be", "remain", "stay"):
        return
    behind = f" {' '.join(t.lower for t in draft.parsed.within(span) if t.i >= verb.i)} ".replace(" n't ", " not ")
    for name in ("withdrawn", "tabled", "studies", "rejects", "accepts"):
        phrase = next((p for p in sorted(words("standing", name)) if f" {p} " in behind), None)
        if phrase is None or (name in ("tabled", "accepts") and " not " in behind):
            continue
        role: ProposalRole = name if name in ("tabled", "withdrawn") else "answered"  # type: ignore[assignment]
        value: Reply | None = name if role == "answered" else None  # type: ignore[assignment]
        who = speaker_at(draft, span) if role == "answered" else text.whose
        yield Found(text, Span(verb.start, span.end), span, role, who, value, None, f"{role}: {phrase}", 0.6)
        return


def by_disowning(draft: Draft, text: Text) -> Found | None:
    """ "That is not our text": whoever says so answers it, and for no version of it."""
    verb, owner = text.noun.head, text.noun.has("poss")
    if text.noun.dep != "attr" or verb.lemma != "be" or not negated(verb) or owner is None:
        return None
    span = clause_span(draft.parsed, verb, owner=verb.has("nsubj"))
    who = speaker_at(draft, span) or party_at(draft, owner)
    return Found(text, Span(verb.start, text.noun.end), span, "answered", who, "not_our_text", None, "disowned", 0.6)


def by_yes_or_no(draft: Draft, text: Text) -> Iterator[Found]:
    """ "Said yes to the plan", "says no to the draft"."""
    prep = text.noun.head
    word = draft.parsed.tokens[prep.i - 1] if prep.i and text.noun.dep == "pobj" and prep.lower == "to" else None
    if word is None or word.lower not in ASKED:
        return
    verb = next((t for t in (word.head, prep.head, word.head.head) if t.pos == "VERB" and t.lemma in ("say", "answer", "reply")), None)
    who = subject(verb) if verb is not None else None
    if verb is None or who is None or not is_real(verb):
        return
    answer: Reply = "accepts" if word.lower == "yes" else "rejects"
    base = clause_span(draft.parsed, verb, owner=who)
    span = Span(base.start, max(base.end, text.noun.end))
    yield Found(text, Span(word.start, word.end), span, "answered", party_at(draft, who), answer, None, f"said {word.lower}")


def by_mention(draft: Draft, text: Text) -> Found | None:
    """A text that is called somebody's: that it was put on the table stands behind the words."""
    if not text.sure or text.whose is None or text.owner is None or text.noun.lemma in ("offer", "version"):
        return None
    if any(c.lower in ("no", "possible", "any", "own") for c in text.noun.children) or text.owner.lower in ("its", "their", "our"):
        return None
    if text.owner.dep == "pobj" and text.owner.head.lower != "by" and text.owner.head.lower != "from":
        return None
    base, owner = wide(draft, text.noun), Span(text.owner.start, text.owner.end)
    span = Span(min(base.start, owner.start), max(base.end, owner.end))
    return Found(text, owner, span, "tabled", text.whose, None, None, "called theirs", 0.5)
