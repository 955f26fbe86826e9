"""Past or ahead: read from the verb that governs a time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.times import words as w
from onrecord.types import Direction, Parsed, Span, Token

MODALS = frozenset({"will", "wo", "'ll", "’ll", "shall", "would", "may", "might", "can", "could", "must", "should", "'d", "’d"})
HAVE = frozenset({"have", "has", "had", "having", "’ve", "'ve"})
PAST_AUX = frozenset({"was", "were", "did", "had", "has", "have", "’ve", "'ve", "got", "been"})
BE_NOW = frozenset({"is", "are", "am", "’re", "'re", "'s", "’s", "’m", "'m", "be"})
PLANS = frozenset(w.WORDS["ahead_verbs"]["words"])
SCHEDULED = frozenset(w.WORDS["scheduled"]["words"])
TIMETABLE = frozenset(w.WORDS["timetable_verbs"]["words"])
DEFERRING = frozenset(w.WORDS["deferring"]["words"])
GRANTING = frozenset(w.WORDS["granting"]["words"])
CARRIED_OUT = frozenset(w.WORDS["carried_out"]["words"])
LIMITS = frozenset(w.WORDS["limits"]["words"])
LIMITING = frozenset(w.WORDS["limiting"]["words"])
OUTLOOKS = frozenset(w.WORDS["outlooks"]["words"])
PLEDGING = frozenset(w.WORDS["pledging"]["words"])
INVITING = frozenset(w.WORDS["inviting"]["words"])
BEFALLEN = frozenset(w.WORDS["befallen"]["words"])
DAY_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
COMING = frozenset({"upcoming", "scheduled", "planned", "proposed", "forthcoming"})
AHEAD = re.compile(rf"\b{w.either(w.WORDS['ahead_words']['words'])}\s+(?:the\s+)?$", re.IGNORECASE)
Said = tuple[Direction, str]


def direction(parsed: Parsed, span: Span, *, far: bool = False) -> Said:
    """Whether what happens at *span* lies behind or ahead, and the words that tell; past where nothing does.

    *far*: a plain past tense counts as such even where it governs the time through nouns ("freed two in a raid Monday").
    """
    tokens = parsed.within(span)
    if not tokens:
        return "past", "nothing governs it: what is reported lies behind"
    before = governing_preposition(tokens)
    if before is not None and before.lower == "for" and names_a_day(tokens):
        return "future", f"“{before.text}”"
    if follows_next(parsed.tokens, tokens[0].i):
        return "future", "“next”"
    way, reason, plain_past, steps = governed(tokens)
    if way == "future" and before is not None and before.lower == "since":
        return "past", f"“{before.text}”"
    if way == "past" and not plain_past:
        lead = AHEAD.search(parsed.report.text, max(0, span.start - 20), span.start)
        if lead:
            return "future", f"“{lead[0].strip()}”"
    if plain_past and (far or steps <= NEAR):
        return way, f"{PLAIN} {reason}"
    return way, reason


def governing_preposition(tokens: tuple[Token, ...]) -> Token | None:
    """The preposition whose object a time is, None where it is none's."""
    top = next((t for t in tokens if t.head not in tokens), tokens[0])
    return top.head if top.dep == "pobj" and top.head.pos in ("ADP", "SCONJ") and top.head.i < tokens[0].i else None


def follows_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether the time at *at* is set behind what comes next: "the date of their next encounter, 4 December"."""
    if at < LEAST_BEFORE or tokens[at - 1].lower != ",":
        return False
    noun = tokens[at - 2]
    return noun.pos == "NOUN" and noun.sent == tokens[at].sent and any(c.lower == "next" and c.dep == "amod" for c in noun.children)


LEAST_BEFORE = 3
"""Words: "next", a noun and a comma."""


def names_a_day(tokens: tuple[Token, ...]) -> bool:
    """Whether a time names a weekday or a day of a month: "a fresh meeting for Friday" is ahead, "the figures for June" may not be."""
    words = {t.lower for t in tokens}
    return bool(words & set(w.WEEKDAYS)) or (bool(words & set(w.MONTHS)) and any(DAY_NUMBER.fullmatch(t.lower) for t in tokens))


NEAR = 2
"""Words from a time up to its verb, the verb counted ("began on 3 May" has two)."""
PLAIN = "past tense"
"""Begins the reason when a finite past verb governs the time itself."""


def governed(tokens: tuple[Token, ...]) -> tuple[Direction, str, bool, int]:
    """The direction that the nearest verb above *tokens* gives, whether it is a plain past tense, and how far up it stands."""
    inside = {t.i for t in tokens}
    owned = any(c.dep == "case" and c.tag == "POS" for t in tokens for c in t.children)
    modifies = tokens[-1].dep in ("compound", "nmod", "amod") and tokens[-1].head.pos == "NOUN"
    if owned and tokens[-1].head.lower in BEFALLEN and tokens[-1].dep == "poss":
        return "past", f"“{tokens[-1].head.text}”", False, 0
    deadline = conditional(tokens) or limit(tokens)
    if deadline:
        return "future", f"“{deadline}”", False, 0
    above = [t for t in tokens[-1].ancestors() if t.i not in inside]
    for steps, head in enumerate(above, 1):
        ahead = head.lower in COMING or (head.pos == "ADJ" and head.lower in PLANS)
        coming = head if ahead else next((c for c in head.children if c.lower in COMING), None)
        deadline = "deadline" if deadline or head.lemma == "deadline" else ""
        if head.lemma in SCHEDULED and head.tag in ("VBD", "VBN") and head.has("aux", "auxpass", "dobj") is None and "for" in {c.lower for c in head.children}:
            return "future", f"“{head.text} for”", False, steps
        if head.pos in ("VERB", "AUX"):
            way, reason, plain = of_verb(head)
            if way == "past" and not plain and (deadline or (steps <= NEAR and head.lemma == "be" and head.tag in ("VBZ", "VBP"))):
                return "future", f"“{'deadline' if deadline else head.text}”", False, steps
            unsure = reason.startswith("present") if owned else modifies and not MODALS & {c.lower for c in head.children}
            return ("past" if unsure else way), reason, plain and not (owned and unsure), steps
        if coming is not None:
            return "future", f"“{coming.text}”", False, steps
    return "past", "no verb governs it: what is reported lies behind", False, 0


def conditional(tokens: tuple[Token, ...]) -> str:
    """The words that make "by Friday" a deadline yet to come ("if … by Friday", "extended to noon"); empty where none do."""
    top = next((t.head for t in tokens if t.head not in tokens), tokens[0])
    if top.lower not in ("by", "before", "until", "to", "till"):
        return ""
    if top.head.lemma in DEFERRING and top.lower != "by":
        return f"{top.head.text} {top.lower}"
    if top.lower in ("by", "before") and any(h.lemma in PLEDGING for h in [*top.ancestors()][:PLEDGED]):
        return f"promised or asked … {top.lower}"
    granting = next((v for v in [top.head, top.head.head] if v.lemma in GRANTING), None)
    if granting is not None and top.lower in ("until", "till", "to"):
        return f"{granting.text} … {top.lower}"
    for verb in [t for t in top.ancestors() if t.pos in ("VERB", "AUX")][:2]:
        mark = next((c for c in verb.children if c.dep in ("mark", "advmod") and c.lower in ("if", "unless", "provided")), None)
        if mark is not None:
            return f"{mark.lower} … {top.lower}"
    return ""


def limit(tokens: tuple[Token, ...]) -> str:
    """The noun or verb that makes a day one ahead: "set a deadline of Saturday", "the threat of a strike from Tuesday"; empty where none does."""
    above = [t for t in tokens[-1].ancestors() if t not in tokens][:OUTLOOK]
    for head in above:
        if head.lemma in INVITING and any(t.lower == "to" and t.pos == "ADP" for t in above[: above.index(head)]):
            return f"{head.text} … to"
        if head.pos in ("VERB", "AUX"):
            counting = head.lemma == "count" and any(c.lower == "down" and c.i == head.i + 1 for c in head.children)
            return f"{head.text} down" if counting else ""
        if head.lemma in OUTLOOKS or (head.lemma in LIMITS and (head.dep not in ("dobj", "nsubjpass") or head.head.lemma in LIMITING)):
            return "" if head.dep == "nsubj" else head.text
    return ""


PLEDGED = 3
"""Words from "by" up to the verb that promises or asks ("promised news of her by Wednesday" has three)."""
OUTLOOK = 6
"""Words from a time up to the noun that makes it one ahead ("the prospect of a strike from Tuesday" has five)."""


def of_verb(verb: Token) -> tuple[Direction, str, bool]:
    """The direction that a verb's form, its auxiliaries and what it hangs on give."""
    aux = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    words = " ".join([*(a.text for a in aux), verb.text])
    low = {a.lower for a in aux}
    if low & MODALS:
        perfect = bool(low & HAVE) and not low & {"will", "shall", "’ll", "'ll"}
        return ("past" if perfect else "future"), f"“{words}”", perfect
    if "to" in low:
        return infinitive(verb, low, words)
    if verb.tag == "VBD" or low & PAST_AUX:
        return "past", f"“{words}”", True
    if low & BE_NOW or verb.tag in ("VBZ", "VBP"):
        return present(verb, low, words)
    if verb.tag in ("VBG", "VBN", "VB"):
        return dependent(verb, words)
    return "past", f"“{words}”", False


def infinitive(verb: Token, low: set[str], words: str) -> tuple[Direction, str, bool]:
    """An infinitive looks ahead, but for a perfect one and one of purpose under a past verb ("came on Friday to sign")."""
    if low & HAVE:
        return "past", f"“{words}”", True
    head = verb.head
    if head.lemma in CARRIED_OUT and head.has("neg") is None:
        way, reason, plain = of_verb(head)
        return way, reason, plain
    if verb.lemma == "do" and head.tag in ("VBD", "VBN") and verb.has("dobj") is None:
        return "past", f"“{head.text} … {words}”", True  # "as it undertook to do on 3 May"
    over = head.head if head.dep == "acomp" else head
    if head.lower in DUE and any(c.lower == "had" and c.dep == "aux" for c in over.children):
        return "past", f"“had … {head.text} … {words}”", False  # "had been due to leave on Monday"
    if verb.dep == "advcl" and head.tag in ("VBD", "VBN") and head.lemma not in PLANS:
        return "past", f"“{head.text} … {words}”", True
    return "future", f"“{words}”", False


DUE = frozenset({"due", "scheduled", "supposed", "meant"})
"""What had been so is over; what somebody had promised or agreed to do may lie ahead."""


def present(verb: Token, low: set[str], words: str) -> tuple[Direction, str, bool]:
    """"Is meeting Wednesday", "is due Friday", "the talks open Friday" look ahead; other present tenses tell nothing."""
    planned = verb.lemma in PLANS or any(c.lower in PLANS or c.lower in COMING for c in verb.children if c.dep in ("acomp", "attr", "advmod"))
    if verb.tag == "VBG" and low & BE_NOW:
        return "future", f"present “{words}”", False
    if verb.tag == "VBN":
        return ("future" if planned else "past"), f"“{words}”", False
    if planned or verb.lemma in TIMETABLE:
        return "future", f"present “{words}”", False
    return "past", f"present “{words}”", False


def aside(verb: Token) -> bool:
    """Whether a participle stands between commas behind a noun ("under the deal, reached on Sunday, they must …")."""
    before = [t for t in verb.head.subtree() if t.i in (verb.i - 1, verb.i - 2)]
    return len(before) == 2 and before[1].lower == "," and before[0].pos in ("NOUN", "PROPN")


def dependent(verb: Token, words: str) -> tuple[Direction, str, bool]:
    """A participle or bare form takes the tense of the verb that it hangs on, unless it plans."""
    if verb.lemma in SCHEDULED and verb.tag == "VBN":
        return "future", f"“{words}”", False
    if verb.tag == "VBN" and (verb.dep in ("acl", "amod") or aside(verb)):
        return "past", f"“{words}”", True
    for head in verb.ancestors():
        if head.pos in ("VERB", "AUX") and (head.tag not in ("VBG", "VBN", "VB") or head.has("aux", "auxpass")):
            way, reason, plain = of_verb(head)
            return ("past" if reason.startswith("present") else way), reason, plain
    if verb.tag == "VB":
        return "future", f"imperative “{words}”", False
    return "past", f"“{words}”", False
