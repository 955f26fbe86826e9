"""Past or ahead: read from the verb that governs a time."""

from __future__ import annotations

from onrecord.types import Direction, Parsed, Span, Token

FUTURE_AUX = {"will", "wo", "'ll", "’ll", "shall", "would", "may", "might", "can", "could", "must", "should"}
PLANS = {"schedule", "expect", "due", "slate", "plan", "set", "intend", "aim", "upcoming", "hope", "deadline", "want", "ask", "urge", "demand", "propose", "need", "agree", "promise", "vow", "call"}
DETERMINED = ("by", "until", "till")


def direction(parsed: Parsed, span: Span) -> tuple[Direction, str]:
    """Whether what happens at *span* lies behind or ahead, and the words that tell; past where nothing does."""
    tokens = parsed.within(span)
    if not tokens:
        return "past", "no verb governs it; what is reported lies behind"
    token = tokens[-1]
    inside = {t.i for t in tokens}
    for head in token.ancestors():
        if head.i in inside:
            continue
        if head.lower in ("upcoming", "scheduled", "planned"):
            return "future", f"“{head.text}”"
        if head.pos in ("VERB", "AUX"):
            return of_verb(head)
        early = next((c for c in head.children if c.lower in ("upcoming", "scheduled", "planned", "proposed")), None)
        if head.pos in ("NOUN", "PROPN") and (early is not None or head.lemma == "deadline"):
            return "future", f"“{(early or head).text}”"
    return "past", "no verb governs it; what is reported lies behind"


def of_verb(verb: Token) -> tuple[Direction, str]:
    """The direction that a verb's form, its auxiliaries and what it hangs on give."""
    aux = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    words = " ".join([*(a.text for a in aux), verb.text])
    low = {a.lower for a in aux}
    if low & FUTURE_AUX:
        perfect = low & {"have", "’ve", "'ve"} and not low & {"will", "shall", "’ll", "'ll"}
        return ("past" if perfect else "future"), f"“{words}”"
    if any(a.lower == "to" for a in aux):
        if low & {"have", "having"}:
            return "past", f"“{words}”"
        return infinitive(verb, words)
    if verb.tag == "VBD" or low & {"was", "were", "had", "has", "have", "did", "been", "’s", "'s", "got"} - {"’s", "'s"}:
        plan = verb.lemma in PLANS and verb.tag == "VBN" and not low & {"had", "has", "have"}
        return ("future" if plan and low & {"is", "are"} else "past"), f"“{words}”"
    if verb.tag in ("VBZ", "VBP") or low & {"is", "are", "am", "’re", "'re", "'s", "’s"}:
        return present(verb, low, words)
    if verb.tag in ("VBG", "VBN") and verb.dep in ("advcl", "acl", "xcomp", "pcomp", "conj", "ccomp"):
        return participle(verb, words)
    return "past", f"“{words}”"


def infinitive(verb: Token, words: str) -> tuple[Direction, str]:
    """An infinitive looks ahead, but for one of result or purpose under a past verb ("came to talks on Friday to sign")."""
    head = verb.head
    if verb.dep == "advcl" and head.tag in ("VBD", "VBN") and head.lemma not in PLANS:
        return "past", f"“{head.text} … {words}”"
    return "future", f"“{words}”"


def present(verb: Token, low: set[str], words: str) -> tuple[Direction, str]:
    """"Is meeting Wednesday", "is due Friday", "meets Wednesday" look ahead; "is … since Friday" does not."""
    if verb.tag == "VBN" and verb.lemma not in PLANS and low:
        return "past", f"“{words}”"
    return "future", f"present “{words}”"


def participle(verb: Token, words: str) -> tuple[Direction, str]:
    """A participle takes the tense of the verb that it hangs on, unless it plans."""
    if verb.lemma in PLANS and verb.tag == "VBN":
        return "future", f"“{words}”"
    for head in verb.ancestors():
        if head.pos in ("VERB", "AUX") and head.tag not in ("VBG", "VBN"):
            return of_verb(head)
    return "past", f"“{words}”"
