"""Whether words that sound like a state of talks are about talks at all, and tell what is so."""

from __future__ import annotations

from onrecord.annotate.clauses import np_span, subject, verb_of
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.read import WIDE
from onrecord.annotate.status.cues import Cue, plain, word_pattern
from onrecord.types import Sentence, Span, TalksStatus, Token

UNREAL = frozenset({"if", "unless", "whether", "until", "before", "once"})
DISTANT = frozenset({"could", "might", "may", "should", "must", "can", "will", "would", "shall", "'ll", "wo", "’ll"})
LASTING = frozenset({"continue", "proceed", "carry", "go"})
"""Verbs of which a future tells of what goes on now ("discussions will continue")."""
REACH = 400
"""Characters before a sentence in which talks may have been named; all of the report where it is BUSY."""
BUSY = 5
"""Different words of the trade from which on a report is so much about a negotiation that its headline need not say "talks"."""


def about_talks(draft: Draft, sentence: Sentence, cue: Cue, talked: int) -> bool:
    """Whether the words that the cue's rule asks for stand in its sentence or before it in the report."""
    tokens = draft.parsed.of(sentence)
    words = plain(draft.parsed.report.text[tokens[0].start : tokens[-1].end])
    talks = word_pattern("T").search(words) is not None
    if talks:
        return talked >= 1
    if cue.anchor == "none":
        return talked >= 2
    if cue.anchor == "context" and elsewhere(draft, sentence, cue):
        return False
    if cue.anchor == "context" and word_pattern("P").search(words) is not None:
        return True
    deal = word_pattern("D").search(words) is not None
    if deal and cue.anchor in ("deal", "context"):
        return talked >= 2
    if cue.anchor == "talks":
        return False
    text, at = plain(draft.parsed.report.text[: tokens[-1].end]), tokens[0].start
    near = text[max(at - (REACH if talked < BUSY else at), 0) : at]
    if word_pattern("T").search(near) or (talked >= 4 and word_pattern("D").search(near)):
        return True
    if cue.anchor != "context" or talked < WIDE:
        return False
    about = text[max(at - (2 * REACH if talked < BUSY else at), 0) :]
    return any(word_pattern(name).search(about) for name in ("S", "P"))


def elsewhere(draft: Draft, sentence: Sentence, cue: Cue) -> bool:
    """Whether the words after a cue say that another field is meant ("progress on the eastern front")."""
    tokens = [t for t in draft.parsed.of(sentence) if t.start >= cue.span.start]
    last = sum(t.start < cue.span.end for t in tokens)
    where = next((i for i, t in enumerate(tokens[: last + 1]) if t.pos == "ADP"), None)
    return where is not None and any(t.lower in lexicon("status")["sense"]["elsewhere"] for t in tokens[where : where + 6])


def real(draft: Draft, cue: Cue) -> bool:
    """Whether the clause tells what is or was so: not what may come, is asked for, or hangs on a condition."""
    verb = told_by(draft, cue.span)
    if cue.noun or cue.future:
        return not supposed(draft, cue.span)
    if cue.subject and not subject_fits(draft, cue, verb):
        return False
    words = {c.lower for c in verb.children if c.dep in ("aux", "mark")}
    if words & UNREAL and verb.dep == "advcl":
        return False
    if verb.dep == "advcl" and "when" in {c.lower for c in verb.children if c.dep == "advmod"} and verb.tag in ("VBP", "VBZ", "VB"):
        return False
    if (
        verb.dep == "ccomp"
        and verb.tag in ("VB", "VBP")
        and verb.head.lemma in lexicon("status")["sense"]["asked"]
        and cue.status in ("agreed", "active", "suspended")
    ):
        return False
    if cue.status in ("agreed", "active", "collapsed", "suspended", "progress") and ahead(draft, cue):
        return False
    if cue.status == "exploring" and words & {"should", "could", "might", "must", "may"}:
        return False
    if cue.status in ("agreed", "active", "collapsed", "suspended") and verb.lemma not in LASTING:
        if verb.tag == "VBG" and verb.dep in ("csubj", "pcomp", "nsubj", "csubjpass"):
            return False
        if words & DISTANT and "not" not in {c.lower for c in verb.children}:
            return False
        if (
            "to" in words
            and verb.dep in ("xcomp", "advcl", "acl", "relcl", "ccomp")
            and verb.head.lemma not in ("continue", "have", "begin", "start", "manage", "seem", "appear")
        ):
            return False
    if cue.finite:
        return not any(c.dep == "neg" for c in verb.children) and verb.tag not in ("VB", "VBG")
    return True


def supposed(draft: Draft, span: Span) -> bool:
    """Whether "if" or "unless" opens the noun phrase at *span* ("if the talks collapse", misread as a noun)."""
    first = draft.parsed.within(span)[0]
    return any(t.lower in UNREAL for t in draft.parsed.tokens[max(first.i - 2, 0) : first.i] if t.sent == first.sent)


def subject_fits(draft: Draft, cue: Cue, verb: Token) -> bool:
    """Whether the subject is no common noun of another field: "funds stuck in banks" are not stuck talks."""
    first = draft.parsed.of(draft.parsed.sentence_of(verb))[0]
    if word_pattern("T").search(plain(draft.parsed.report.text[first.start : cue.span.start])):
        return True
    who = subject(verb) or (verb.head if verb.dep in ("acl", "relcl", "amod") else None)
    if who is None or who.pos != "NOUN":
        return True
    span = np_span(draft.parsed, who)
    words = plain(span.of(draft.parsed.report.text))
    return any(word_pattern(name).search(words) for name in "TDPSM")


def turned(draft: Draft, cue: Cue) -> TalksStatus:
    """The state that a cue tells; what has not collapsed, stalled or been suspended goes on."""
    if cue.status in ("collapsed", "stalled", "suspended") and not cue.noun:
        verb = verb_of(top(draft, cue.span))
        denied = any(c.dep == "neg" and cue.span.start <= c.start for c in verb.children)
        words = plain(cue.span.of(draft.parsed.report.text))
        if denied and any(f" {w}" in f" {words}" for w in lexicon("status")["sense"]["ended"]):
            return "active"
    return cue.status


def ahead(draft: Draft, cue: Cue) -> bool:
    """Whether the words of a cue only plan, expect or ask for it: "scheduled to begin", "for talks to resume"."""
    for token in draft.parsed.within(cue.span):
        if token.head.dep == "relcl" and token.head.start < cue.span.end and token.dep == "xcomp":  # "a round, which was to open on Monday, has been put off"
            continue
        if token.tag == "VB" and token.dep not in ("acl", "relcl") and any(c.lower == "to" and c.dep == "aux" for c in token.children):
            if token.head.lemma == "agree":
                return cue.status != "active" and token.lemma in lexicon("status")["sense"]["kept"]
            return token.head.lemma not in ("continue", "begin", "start", "manage", "seem", "appear", "fail", "have", "use", "struggle")
    return False


def told_by(draft: Draft, span: Span) -> Token:
    """The verb that tells the state: in "the talks, which were broken off" that of the relative clause, else the one on which the words hang."""
    head = top(draft, span)
    return telling_clause(head, span) or verb_of(head)


def telling_clause(head: Token, span: Span) -> Token | None:
    """The verb within *span* of a clause with "which" or "that" about talks, where *head* is the word for them."""
    if head.pos != "NOUN" or word_pattern("T").fullmatch(head.lower) is None:
        return None
    inside = (c for c in head.children if c.dep == "relcl" and span.start <= c.start and c.end <= span.end)
    return next((c for c in inside if any(g.tag == "WDT" for g in c.children)), None)


def top(draft: Draft, span: Span) -> Token:
    """The token of *span* on which its others hang."""
    tokens = draft.parsed.within(span)
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head is t or t.head.i not in inside), tokens[0])
