"""Stances that hang on something: "will not, until", "threatened to, unless", "if … not, … would", "any attack would end the talks"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import THIRD, acts
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.annotate.positions.hinges import FUTURE, goes_on, lacking, none_of, not_before
from onrecord.types import Span, Token

TALK_HEADS = frozenset(
    {"talk", "negotiation", "deal", "agreement", "truce", "ceasefire", "cease-fire", "process", "mediation", "exchange", "accord", "dialogue", "pause", "swap"}
)


def marks_of(verb: Token) -> set[str]:
    """The words that open an adverbial clause."""
    found = {c.lower for c in verb.children if c.dep in ("mark", "advmod", "prep") and c.i <= verb.i}
    if verb.dep == "pcomp" or (verb.dep == "pobj"):
        found.add(verb.head.lower)
    return found


def conditional(verb: Token) -> tuple[Token, str] | None:
    """The clause on which *verb* hangs, with its mark."""
    if idle_condition(verb):
        return None
    for reading in (hinge_clause, long_as, given_that, the_minute, told_condition, hinge_noun):
        found = reading(verb)
        if found is not None:
            return found
    return None


def idle_condition(verb: Token) -> bool:
    """Whether "if" only gives a measure or a manner: "if need be", "if that is what it takes"."""
    idle = lexicon("positions")["conditions"]["idle"]
    for clause in verb.subtree():
        if clause.dep in ("advcl", "acomp", "amod") and clause.i > verb.i and "if" in {c.lower for c in clause.children}:
            words = " ".join(t.lower for t in clause.subtree())
            return any(w in words for w in idle)
    return False


def hinge_clause(verb: Token) -> tuple[Token, str] | None:
    """A clause with "if", "until", "unless", "once", or with "when" or "after" where words close it."""
    wanted = frozenset(lexicon("positions")["conditions"]["marks"])
    negative = frozenset(lexicon("positions")["conditions"]["negative_marks"])
    for clause in verb.subtree():
        joined = clause.dep == "conj" and clause.head is verb and once_before(verb, clause)
        if clause is verb or not (joined or (clause.dep in ("advcl", "pcomp", "ccomp") and inside(clause, verb))):
            continue
        if joined:
            return clause, "once"
        found = marks_of(clause) & wanted - {"only"}
        if not found and marks_of(clause) & {"when", "after"} and (restricted(clause) or not_before(verb) or once_done(verb, clause)):
            return clause, "if"
        if found & {"if", "once", "provided"} or (found & negative) or (clause.lemma == "long" and "as" in marks_of(clause)):
            return clause, next(iter(sorted(found)), "as long as")
        if clause.head.lower in negative and clause.dep == "pcomp":
            return clause, clause.head.lower
    return None


def once_before(verb: Token, clause: Token) -> bool:
    """Whether a bare "once" stands right before a clause that the parse joined to *verb* ("would be handed over once Peru produced the list")."""
    first = min(t.i for t in clause.subtree())
    return any(c.lower == "once" and c.i == first - 1 for c in verb.children) and not any(c.dep == "cc" and verb.i < c.i < clause.i for c in verb.children)


def long_as(verb: Token) -> tuple[Token, str] | None:
    """What stands under "as long as"."""
    for word in verb.subtree():
        if word.lower == "long" and any(g.lower == "as" for g in word.children) and (inside(word, verb) or none_of(verb)):
            below = next((g for g in word.subtree() if g.pos in ("VERB", "AUX") and g is not word), None)
            if below is not None:
                return below, "as long as"
    return None


def given_that(verb: Token) -> tuple[Token, str] | None:
    """ "Provided the army left the area", read as a preposition."""
    hanging = (verb, *(c for c in verb.children if c.dep == "xcomp"))
    marks = ("provided", "providing", "assuming")
    given = next((c for v in hanging for c in v.children if c.lower in marks and c.i > v.i and c.has("ccomp", "pcomp") is not None), None)
    return (given.has("ccomp", "pcomp") or given, "provided") if given is not None else None


def the_minute(verb: Token) -> tuple[Token, str] | None:
    """ "Would open the minute the captives walked free": what stands under a noun of time that is a "when"."""
    for noun in verb.children:
        if noun.i > verb.i and noun.lemma in ("minute", "moment", "instant", "day", "second") and noun.dep in ("dobj", "npadvmod", "obl", "dep"):
            clause = noun.has("relcl", "acl")
            if clause is not None and clause.has("nsubj", "nsubjpass") is not None and {c.lower for c in verb.children if c.dep == "aux"} & FUTURE:
                return clause, "once"
    return None


def told_condition(verb: Token) -> tuple[Token, str] | None:
    """What is said after "on condition that", what is waited for, what will not be done without."""
    for below, mark in ((on_condition(verb), "condition"), (following(verb), "once"), (lacking(verb), "unless")):
        if below is not None:
            return below, mark
    return None


def hinge_noun(verb: Token) -> tuple[Token, str] | None:
    """The noun after "until", "unless" or "before" of what will not be done."""
    for child in verb.children:
        thing = child.has("pobj") if child.dep == "prep" and child.lower in ("until", "unless", "before") and child.i > verb.i else None
        if thing is not None and negated(verb) and not thing.ent.startswith(("DATE", "TIME")):
            return thing, child.lower
    return None


def once_done(verb: Token, clause: Token) -> bool:
    """Whether something will be done when something else "has" or "had" been: "the guns would go when the last drone had gone"."""
    will = {c.lower for c in verb.children if c.dep == "aux"} & FUTURE
    return bool(will) and "when" in marks_of(clause) and any(c.lower in ("has", "have", "had") for c in clause.children if c.dep == "aux")


def on_condition(verb: Token) -> Token | None:
    """What is said after "on condition that", "on the understanding that"."""
    for prep in verb.subtree():
        noun = prep.has("pobj") if prep.dep == "prep" and prep.lower in ("on", "under", "with") and prep.i > verb.i else None
        if noun is not None and noun.lemma in ("condition", "understanding", "proviso", "assumption"):
            return next((c for c in noun.children if c.dep in ("acl", "ccomp", "relcl") and c.i > noun.i and c.tag != "VBG"), None)
    return None


def following(verb: Token) -> Token | None:
    """The happening within a time of which, or upon which, *verb* is to be done: "within 48 hours of the arrival of the money"."""
    for prep in verb.subtree():
        if prep.dep != "prep" or not inside(prep, verb) or prep.lower not in ("within", "upon"):
            continue
        below = prep.has("pobj")
        if below is not None and prep.lower == "within":
            below = next((c.has("pobj") for c in below.children if c.dep == "prep" and c.lower in ("of", "after")), None)
        if below is not None and below.pos == "NOUN" and below.ent not in ("DATE", "TIME"):
            return below
    return None


def restricted(clause: Token) -> bool:
    """Whether "only" stands before a clause: "only when the army has left"."""
    first = min(t.i for t in clause.subtree())
    below = any(t.lower == "only" and t.i <= first + 1 for t in clause.subtree())
    return below or any(c.lower == "only" and c.i == first - 1 for c in clause.head.children)


def inside(clause: Token, verb: Token) -> bool:
    """Whether *clause* hangs on *verb* directly or through its infinitive or preposition."""
    at, steps = clause.head, 0
    while at is not verb and steps < 4:
        if at.dep not in ("xcomp", "prep", "ccomp", "acomp", "pcomp", "dobj", "advmod", "conj"):
            return False
        at, steps = at.head, steps + 1
    return at is verb


def condition(draft: Draft, verb: Token) -> Found | None:
    """A refusal, threat or promise that hangs on a clause with "until", "unless", "if", "once"."""
    hangs = conditional(verb) if verb.dep not in ("advcl", "xcomp") else None
    if hangs is None or any(c.lower == "shall" and c.dep == "aux" for c in verb.children):  # "shall resume upon verification" is a term
        return None
    clause, mark = hangs
    if verb.lemma in ("offer", "propose", "volunteer") and mark not in ("unless", "until"):  # what is offered on terms is offered
        return None
    if verb.lemma == "threaten":
        return threat(draft, verb, clause) if mark in ("unless", "if") else None
    negative = mark in lexicon("positions")["conditions"]["negative_marks"] or mark == "as long as"
    if not (withheld(verb, mark) if negative else promised(draft, verb, hangs)):
        return None
    who = subject(verb)
    if any(c.tag in ("WP", "WDT") and c.dep == "dobj" for c in verb.children):  # "what the car would cost if"
        return None
    party = willing_party(draft, verb, who)
    if party is None:
        return None
    base = clause_span(draft.parsed, verb, owner=who, keep=frozenset(lexicon("positions")["conditions"]["marks"]))
    whole = right_span(draft.parsed, [clause])
    span = Span(min(base.start, whole.start), max(base.end, whole.end))
    thing = who is not None and who.pos == "NOUN" and not acts(who) and draft.cast.at(who) is None  # "the ship will stay where it is until"
    return Found(verb, "conditions", party, span, span, 2, "condition", holder=None if thing else who)


def withheld(verb: Token, mark: str) -> bool:
    """Whether something is refused, kept as it is or demanded "until", "unless", "as long as"."""
    table = lexicon("positions")["conditions"]
    will = {c.lower for c in verb.children if c.dep == "aux"} & FUTURE
    staying = (verb.lemma in table["staying"] or goes_on(verb)) and verb.dep != "relcl" and mark in ("until", "till", "unless", "as long as")
    forsworn = verb.lemma in table["binding"] and any(c.dep == "xcomp" and negated(c) for c in verb.children)  # "promised not to fire so long as"
    refusing = negated(verb) or forsworn or none_of(verb) or verb.lemma in ("refuse", "reject", "vow", "rule") or staying
    return refusing or (mark == "unless" and bool(will)) or verb.lemma == "demand"


def promised(draft: Draft, verb: Token, hangs: tuple[Token, str]) -> bool:
    """Whether something will be, can be given, is bound or lapses "if", "once", "provided" something else is done."""
    (clause, mark), table = hangs, lexicon("positions")["conditions"]
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    ending = ("acomp", "advmod", "attr", "prep")
    void = verb.lemma == "be" and any(c.lower in ("dead", "over", "off", "void", "finished") for c in verb.children if c.dep in ending)
    can = "can" in aux or (aux & {"could", "may", "might"} and (verb.has("nsubj") or verb).pos == "PRON")
    able = mark in ("if", "once", "provided") and can and verb.lemma in {"surrender", *lexicon("positions")["senses"]["bargained"]}
    bound = verb.lemma in table["binding"] and (verb.dep != "ccomp" or mark == "condition")
    lapses = verb.lemma in table["lapsing"] or (negated(clause) and clause.i < verb.i)  # "if he isn't out by then, the licence goes away"
    threatened = mark == "if" and lapses and verb.tag in ("VBZ", "VBP") and speaker_at(draft, Span(verb.start, verb.end)) is not None
    if not (void or able or aux & FUTURE or bound or threatened):
        return False
    ready = any(c.lemma in ("ready", "willing", "prepared") for c in verb.children)
    return void or verb.lemma != "be" or mark == "condition" or ready


def threat(draft: Draft, verb: Token, clause: Token) -> Found | None:
    """ "Threatened to kill a hostage unless a ransom was paid": what would avert a threat is its condition."""
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if party is None:
        return None
    base = clause_span(draft.parsed, verb, owner=who, keep=frozenset(lexicon("positions")["conditions"]["marks"]))
    about = right_span(draft.parsed, [clause])
    return Found(verb, "conditions", party, Span(min(base.start, about.start), max(base.end, about.end)), about, 2, "threat", holder=who)


def talks_hang(draft: Draft, verb: Token) -> Found | None:
    """ "Talks can begin when the siege is lifted", "the dialogue can only be saved by": whoever says so sets a condition."""
    who = verb.has("nsubj", "nsubjpass")
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    judged = verb.lemma == "be" and any(c.lower in ("possible", "impossible", "unthinkable", "conceivable") for c in verb.children)
    if who is None or not (judged or aux & (FUTURE | {"can", "could", "may"})) or not (who.lemma in TALK_HEADS or who.lower in THIRD):
        return None
    opened = [c for c in verb.children if c.dep == "advcl" and marks_of(c) & {"when", "once", "if", "after", "unless", "until"}]
    only = any(c.lower == "only" for c in verb.children)
    opened = opened or [c for c in verb.children if only and c.dep in ("prep", "agent") and c.lower in ("with", "by", "through", "after", "on", "in")]
    party = speaker_at(draft, Span(verb.start, verb.end))
    if not opened or party is None or (who.lemma not in TALK_HEADS and not only):
        return None
    base, tail = clause_span(draft.parsed, verb, owner=who), right_span(draft.parsed, opened[:1])
    span = Span(min(base.start, tail.start), max(base.end, tail.end))
    return Found(verb, "conditions", party, span, span, 2, "condition", holder=None)


def willing_party(draft: Draft, verb: Token, who: Token | None) -> str | None:
    """Who sets a condition: the subject if it can act, else the source of the words."""
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    if who is None or who.dep == "nsubjpass" or any(c.lower in ("no", "not") for c in who.children):
        return speaker
    if who.lemma in lexicon("parties")["held"]["nouns"] and speaker is not None:  # "the hostages would die if a rescue was tried"
        return speaker
    return party_at(draft, who) or speaker


def ender(draft: Draft, verb: Token) -> Found | None:
    """ "Any shelling would end the talks": what would wreck talks or a deal is a condition set by who says so."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    if verb.lemma not in lexicon("positions")["conditions"]["enders"] or not aux & FUTURE or negated(verb):
        return None
    hit = [t for c in verb.children if c.i > verb.i for t in c.subtree() if t.lemma in TALK_HEADS or t.lower in TALK_HEADS]
    who = subject(verb)
    if not hit or who is None or not any(c.lower in ("any", "a", "an", "further", "another", "more", "new") for c in who.subtree()):
        return None
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None:
        return None
    return Found(verb, "conditions", party, clause_span(draft.parsed, verb, owner=who), clause_span(draft.parsed, verb, owner=who), 2, "ender")
