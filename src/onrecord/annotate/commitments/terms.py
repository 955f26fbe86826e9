"""Agreements, their duties, and the words that put a clause under one."""

from __future__ import annotations

from functools import cache

from onrecord.annotate.clauses.shape import np_span, right_span
from onrecord.annotate.clauses.syntax import verb_of
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Span, Token

FAR = 150
"""Words before "in the first phase" in which the agreement must be named that has phases."""
MARKS = str.maketrans("", "", '“”‘"')
"""Quotation marks, which would lose their partner in a shortened name."""


@cache
def words(section: str, name: str) -> frozenset[str]:
    """A list of the lexicon as a set."""
    return frozenset(lexicon("commitments")[section][name])


def is_agreement(token: Token) -> bool:
    """Whether *token* names something that binds parties."""
    if token.lemma.lower() in words("agreement", "nouns") or token.lower in words("agreement", "nouns"):
        return not (token.lemma == "arrangement" and any(c.dep == "compound" and not is_agreement(c) for c in token.children))  # "a security arrangement"
    signed = token.lemma.lower() in words("agreement", "signed")
    return signed and any(c.lower in words("agreement", "joint") for c in token.children)  # "the trilateral statement"


def is_duty(token: Token) -> bool:
    """Whether *token* names a duty under an agreement."""
    return token.lemma in words("agreement", "duties")


def agreement_below(token: Token, *, duties: bool = True) -> Token | None:
    """The agreement or duty named in the words under *token*."""
    found = [t for t in token.subtree() if is_agreement(t) or (duties and is_duty(t))]
    return next((t for t in found if is_agreement(t)), found[0] if found else None)


def tentative(noun: Token, *, done: bool = False) -> bool:
    """Whether an agreement is only thought of ("such a deal", "a possible truce"); beside what was *done* an article is no doubt."""
    doubtful = words("agreement", "tentative") - ({"a", "an", "new", "another"} if done else frozenset())
    return any(c.lower in doubtful for c in noun.children if c.dep in ("det", "amod", "predet", "advmod"))


def dead(noun: Token) -> bool:
    """Whether an agreement is told to be over ("a truce in 1987, which broke down within weeks")."""
    clauses = [t.head for t in top_of(noun).subtree() if t.lower == "which" and t.dep == "nsubj" and t.i > noun.i]
    return any(c.lemma in words("agreement", "dying") or any(f"{c.lemma} {p.lower}" in words("agreement", "dying") for p in c.children) for c in clauses)


def top_of(token: Token) -> Token:
    """The word that heads the sentence of *token*."""
    return (token, *token.ancestors())[-1]


def thought_of(noun: Token) -> bool:
    """Whether an agreement is only what talks, a proposal or a hope are about ("talks on a swap", "ceasefire negotiations")."""
    above = noun.head.head if noun.dep == "pobj" else noun.head if noun.dep in ("compound", "amod", "nmod") else None
    return above is not None and above.lemma in words("acts", "talks") | words("agreement", "thoughts")


def binding_subject(draft: Draft, noun: Token) -> Token | None:
    """The agreement that *noun* names, is a part of ("the first phase of the deal") or, as "it", points back to; None where it binds nobody."""
    if is_agreement(noun):
        return noun
    if noun.lemma in words("agreement", "texts"):
        own = next((t for t in noun.subtree() if t is not noun and is_agreement(t)), None)
        return noun if own is not None or reached(noun) or agreement_near(draft, noun) is not None else None
    if noun.lower in ("it", "this", "which", "that"):
        sentence = draft.parsed.sentence_of(noun)
        before = draft.parsed.tokens[max(sentence.first - 45, 0) : noun.i]
        return next((t for t in reversed(before) if is_agreement(t) and t.pos in ("NOUN", "PROPN") and t.block == noun.block), None)
    return None


def reached(noun: Token) -> bool:
    """Whether terms are told as agreed upon by themselves ("terms reached overnight by the elders oblige …")."""
    made = [noun.head, *(c for c in noun.children if c.dep in ("acl", "relcl"))]
    return noun.tag == "NNS" and any(v.lemma in words("agreement", "making") and v.tag in ("VBN", "VBD") for v in made)


def agreement_near(draft: Draft, token: Token, reach: int = 60) -> Token | None:
    """The last agreement named in the sentence of *token* or shortly before it."""
    sentence = draft.parsed.sentence_of(token)
    low = max(sentence.first - reach, 0)
    return next((t for t in reversed(draft.parsed.tokens[low : sentence.last]) if is_agreement(t) and t.pos in ("NOUN", "PROPN")), None)


def anywhere(draft: Draft) -> Token | None:
    """The first agreement of the report that is there: a headline speaks of a breach before the truce is named."""
    return next((t for t in draft.parsed.tokens if is_agreement(t) and t.pos in ("NOUN", "PROPN") and stands(t)), None)


def stands(noun: Token) -> bool:
    """Whether an agreement or truce is there: made, not only thought of, and not over."""
    return not (tentative(noun, done=True) or thought_of(noun) or dead(noun) or unsigned(noun))


def unsigned(noun: Token) -> bool:
    """Whether an agreement is only made under a modal or an "if" ("may sign a truce", "if a deal is reached")."""
    above = {c.lower for c in noun.head.children if c.dep in ("aux", "mark")}
    return noun.dep in ("dobj", "nsubjpass") and bool(above & {"may", "might", "could", "should", "would", "if"})


def in_force(draft: Draft, token: Token, reach: int) -> Token | None:
    """The agreement that is there, in the sentence of *token* or up to *reach* words before it."""
    noun = agreement_near(draft, token, reach)
    return noun if noun is not None and stands(noun) else None


def to_do(verb: Token) -> bool:
    """Whether a verb is an infinitive with its own "to" ("to free", "to be freed")."""
    bare = verb.tag == "VB" or (verb.tag == "VBN" and verb.has("auxpass") is not None)
    return bare and any(c.lower == "to" and c.dep == "aux" for c in verb.children)


def promise_of(verb: Token) -> Token | None:
    """What *verb* promises to do ("agreed to leave", "was to leave"), where it is a verb of promising."""
    if verb.lemma == "be" and verb.dep not in ("aux", "auxpass"):
        return next((c for c in verb.children if c.dep == "xcomp" and to_do(c)), None)
    awaited = verb.lemma in words("binding", "passive") and verb.has("auxpass") is not None  # "was expected to release"
    if not (awaited or verb.lemma in words("binding", "own")) or any(c.dep == "neg" for c in verb.children):
        return None
    if awaited and not any(c.dep == "xcomp" and c.lemma in words("delivering", "verbs") for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep in ("xcomp", "ccomp", "advcl") and to_do(c)), None)


def last_promise(draft: Draft, token: Token, low: int) -> Token | None:
    """The last verb of promising, or with "must" or "shall", between word *low* and *token*."""
    for word in reversed(draft.parsed.tokens[max(low, 0) : token.i]):
        if word.pos in ("VERB", "AUX") and (promise_of(word) is not None or any(c.lower in ("must", "shall") for c in word.children if c.dep == "aux")):
            return word
    return None


def bound_near(draft: Draft, token: Token, reach: int) -> Token | None:
    """The agreement named, or else the promise made, in the sentence of *token* or up to *reach* words before it."""
    return agreement_near(draft, token, reach) or last_promise(draft, token, draft.parsed.sentence_of(token).first - min(reach, 50))


def under(draft: Draft, verb: Token, *, done: bool = False) -> Token | None:
    """The agreement under which the clause of *verb* stands ("under the deal", "as part of the accord", "as agreed").

    What is *done* "under a deal" was done under one that is there; what "would" be done under "a deal" is done under none yet.
    """
    head = verb_of(verb)
    for child in (*head.children, *(g for c in head.children if c.dep in ("xcomp", "dobj", "pobj", "advmod", "prep") for g in c.subtree() if g.dep == "prep")):
        if child.dep not in ("prep", "advcl", "mark", "pcomp", "agent", "advmod"):
            continue
        phrase = [t.lower for t in child.subtree()]
        joined = " ".join(phrase)
        parted = next((c for c in head.children if c.lower == "with" and c.i == child.i + 2), None) if len(phrase) == 2 and phrase[0] == "in" else None
        if parted is not None:  # "in line", "with a promise": one opener, parted by the parse
            phrase, child = [*phrase, *(t.lower for t in parted.subtree())], parted
            joined = " ".join(phrase)
        if any(joined.startswith(line) for line in ("as agreed", "as promised", "as required", "as stipulated", "as scheduled")):
            return child
        if child.dep == "advcl" and phrase[0] == "as" and child.lemma in words("frames", "binding"):  # "as the accord requires", "as it had promised"
            return child
        if not any(joined.startswith(o + " ") for o in words("frames", "openers")):
            continue
        nouns = [t for t in child.subtree() if t.pos in ("NOUN", "PROPN")]
        noun = next((t for t in nouns if is_agreement(t)), None) or next(
            (t for t in nouns if (is_duty(t) and t.lemma != "part") or t.lemma == "process" or t.lemma in words("agreement", "texts")), None
        )
        if noun is not None and noun.lemma in ("phase", "stage") and (agreement_near(draft, verb, FAR) or named_beside(draft, verb)) is not None:
            return noun
        if noun is not None and joined.startswith(("in the ", "in a ")) and noun.lemma not in ("deal", "agreement", "accord", "pact", "treaty"):
            continue
        drafted = joined.startswith("according to") and noun is not None and noun.lemma in words("agreement", "texts")
        if noun is not None and (drafted or not tentative(noun, done=done)):
            return noun
    return None


def named_beside(draft: Draft, verb: Token) -> Token | None:
    """The agreement that the paragraph of *verb* names after it ("In the first stage … . The agreement was signed on Saturday")."""
    after = draft.parsed.tokens[verb.i : verb.i + FAR]
    return next((t for t in after if t.block == verb.block and is_agreement(t) and t.pos in ("NOUN", "PROPN") and not tentative(t)), None)


def phrase_after(draft: Draft, verb: Token, openers: frozenset[str]) -> Span | None:
    """The words from one of *openers* to the end of what hangs on it, within the sentence of *verb*."""
    sentence = draft.parsed.sentence_of(verb)
    tokens = draft.parsed.tokens
    for i in range(sentence.first, sentence.last - 2):
        if " ".join(t.lower for t in tokens[i : i + 3]) in openers:
            last = max((t.i for t in tokens[i].subtree() if t.i < sentence.last), default=i + 2)
            last = max(last, max((t.i for t in tokens[i + 2].subtree() if t.i < sentence.last), default=i + 2))
            while last > i and tokens[last].pos == "PUNCT":
                last -= 1
            return Span(tokens[i].start, tokens[last].end)
    return None


def observe(draft: Draft, what: Token) -> str:
    """The duty to keep an agreement, in words; a duty that says what it is for is that ("its promise to release")."""
    act = next((c for c in what.children if c.dep == "acl" and c.tag == "VB"), None)
    if act is not None:
        return act_span(draft, act).of(draft.parsed.report.text)
    verb = "meet" if is_duty(what) and not is_agreement(what) else "observe"
    name = np_span(draft.parsed, what, bare=True).of(draft.parsed.report.text)
    return f"{verb} {name.translate(MARKS)}"


def act_span(draft: Draft, verb: Token) -> Span:
    """A verb with its complements, without subject and auxiliaries; one that was taken for an adjective ("to clear mines") with the noun it stands before."""
    if verb.dep in ("amod", "compound") and verb.head.i > verb.i:
        return Span(verb.start, right_span(draft.parsed, [verb.head]).end)
    return (
        right_span(draft.parsed, [verb])
        if not verb.children
        else Span(
            verb.start, right_span(draft.parsed, [c for c in verb.children if c.i > verb.i and c.dep not in ("conj", "cc", "punct", "advcl")] or [verb]).end
        )
    )


def without(span: Span, exchange: Span | None, draft: Draft) -> Span:
    """*span* up to the words that say what is given in return."""
    if exchange is None or not span.overlaps(exchange) or exchange.start <= span.start:
        return span
    return Span(span.start, span.start + len(draft.parsed.report.text[span.start : exchange.start].rstrip(" ,;–—")))


def hangs_on(draft: Draft, span: Span | None, verb: Token) -> Span | None:
    """*span* if the words there hang on *verb* itself and not on another verb below it."""
    if span is None:
        return None
    opener = draft.parsed.within(span)[0]
    above = verb_of(opener.head)
    return span if above is verb or (above.pos not in ("VERB", "AUX")) else None
