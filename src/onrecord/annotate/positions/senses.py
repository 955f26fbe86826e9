"""What tells apart the senses of a verb: asking for something and asking when, expecting to be obeyed and expecting rain."""

from __future__ import annotations

from functools import cache

from onrecord.annotate.clauses import subject
from onrecord.annotate.clauses.actors import acts
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.topics import known_topic
from onrecord.types import Token


@cache
def abstract() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs that need an abstract object, and those objects."""
    table = lexicon("positions")["abstract"]
    return frozenset(table["verbs"]), frozenset(table["objects"])


@cache
def senses(name: str) -> frozenset[str]:
    """A list of the lexicon that tells apart what one verb means in different company."""
    return frozenset(lexicon("positions")["senses"][name])


def other_sense(verb: Token, entry: str, objects: list[Token]) -> bool:
    """Whether the company of a verb shows that it holds no stance: declining to speak, asserting, telling people to flee, holding something to be so."""
    lemma = verb.lemma
    if lemma == "decline" and any(o.lemma in ("discuss", "talk") for o in objects):
        return True
    if lemma in ("decline", "refuse") and any(o.lemma in senses("silent") or told_nothing(o) for o in objects):
        return True
    if lemma in ("accept", "offer", "reject", "refuse", "decline", "welcome") and objects and trifling(objects[0]):
        return True
    infinitive = any(c.tag == "VB" and c.i > verb.i for c in (*verb.children, *(t for o in objects for t in o.subtree())))
    if happened(verb, objects):
        return True
    if entry in ("call on", "call upon") and not infinitive:
        return True
    if lemma in ("persuade", "convince") and not infinitive:
        return True
    if lemma == "consider" and verb.dep == "acl" and verb.tag == "VBN":  # "China, considered the only country that"
        return True
    if lemma == "ask" and unasked(verb, objects):
        return True
    if lemma == "expect" and not commanded(verb, objects):
        return True
    if verb.dep == "relcl" and any(t.lower == "only" and verb.i - t.i < 3 for t in verb.subtree()):  # "the war they have not only wanted but waged"
        return True
    if verb.dep == "relcl" and verb.tag == "VBP" and lemma == "accept":  # "a list that both sides accept" describes the list
        return True
    clauses = [o for o in objects if o.dep == "ccomp"]
    if lemma in senses("asserting") and clauses and not any(wished(c) for c in clauses):
        return True
    if lemma == "consider" and any(c.dep in ("oprd", "ccomp", "acomp") and held_to_be(c) for c in verb.children):
        return True
    if lemma == "agree" and any(c.dep in ("xcomp", "ccomp") for c in objects):
        return True
    if any(t.lemma in senses("hearsay") for o in objects for t in (o, *o.children)):
        return True
    return lemma in ("call", "urge", "ask", "warn", "press") and any(
        o.lemma in senses("leaving") for o in (*objects, *(c for c in verb.children if c.tag == "VB"))
    )


def happened(verb: Token, objects: list[Token]) -> bool:
    """Whether something took place that nobody bargains over: people walk out of a town, somebody was persuaded, a release is welcomed."""
    if verb.lemma in ("walk", "storm"):
        return not any(t.lemma in abstract()[1] or t.lemma in senses("table") for o in objects for t in o.subtree())
    if verb.lemma in ("persuade", "convince"):
        return verb.tag in ("VBD", "VBN") and verb.dep in ("ROOT", "advcl", "conj", "ccomp", "relcl")
    return verb.lemma == "welcome" and any(done_deed(o) for o in objects)


def done_deed(thing: Token) -> bool:
    """Whether what is welcomed has taken place ("the release", "the signing of the accord"), and is no idea or offer."""
    deeds = {*lexicon("commitments")["acts"]["deeds"], *senses("done")}
    return thing.pos == "NOUN" and thing.lemma in deeds and any(c.lower == "the" for c in thing.children)


def claim_of(noun: Token) -> Token | None:
    """The claim in whose clause a noun stands, so that what is rejected behind it is the claim: "a claim that they are soldiers, which Israel rejects"."""
    return next((t.head for t in (noun, *noun.ancestors()) if t.dep in ("ccomp", "acl") and t.head.lemma in senses("hearsay")), None)


def told_nothing(act: Token) -> bool:
    """Whether what is refused is only to speak of something: "refused to give their names"."""
    thing = act.has("dobj")
    return act.lemma in ("give", "provide", "offer", "make", "take", "release", "answer") and thing is not None and thing.lemma in senses("untold")


def trifling(thing: Token) -> bool:
    """Whether what is offered, taken or greeted is no matter of talks: tea, an award, bail, people at an airport."""
    known = known_topic(" ".join(t.lower for t in thing.subtree()))
    greeted = thing.head.lemma == "welcome" and thing.tag in ("NNS", "NNP") and known is not None and thing.lemma in senses("greeted")
    return greeted or thing.lemma in senses("trifles")


def held_to_be(clause: Token) -> bool:
    """Whether what stands under "consider" says how something is regarded; "considers arbitration to end the strike" weighs it."""
    return clause.lemma not in senses("open") and not any(c.lower == "to" and c.dep == "aux" for c in clause.children)


def unasked(verb: Token, objects: list[Token]) -> bool:
    """Whether to ask is to put a question, or to ask for one's name to be kept out."""
    if any(o.lemma in senses("unasked") and o.dep in ("xcomp", "ccomp") for o in objects):
        return True
    words = [t.lower for o in (*objects, *verb.children) for t in o.subtree() if verb.i < t.i < verb.i + 4]
    return any(w in ("when", "how", "why", "whether", "what", "who", "where", "if") for w in words)


def commanded(verb: Token, objects: list[Token]) -> bool:
    """Whether to expect asks for an act: an infinitive with its subject, or a noun of obeying."""
    if verb.tag not in ("VBP", "VBZ"):  # "expected the others to be released": a forecast
        return False
    if any(t.lemma in senses("obeying") and t.pos == "NOUN" for o in objects for t in (o, *o.children)):
        return True
    act = next((o for o in objects if o.tag in ("VB", "VBN") and o.has("nsubj", "nsubjpass") is not None), None)
    asked = senses("bargained") | frozenset(lexicon("commitments")["delivering"]["verbs"])
    doer = act.has("nsubj") if act is not None else None
    if doer is not None and doer.pos == "NOUN" and not acts(doer):  # "expect the talks to reopen": a forecast
        return False
    return act is not None and (act.has("nsubjpass") is not None or act.lemma in asked) and not verb.has("auxpass")


def wished(clause: Token) -> bool:
    """Whether a "that" clause says what is to be, not what is: with a modal of duty or will, or in the bare form ("that he leave")."""
    modal = any(c.lower in ("must", "should", "will", "would", "shall", "can", "to", "ought", "wo", "ca") for c in clause.children if c.dep == "aux")
    subjunctive = any(c.lower == "be" and c.dep == "auxpass" for c in clause.children) and not any(c.dep == "aux" for c in clause.children)
    modal |= clause.lemma == "be" and any(c.dep == "xcomp" and c.has("auxpass") is not None for c in clause.children)  # "that they are to be taken out"
    return modal or subjunctive or (clause.tag == "VB" and not any(c.dep == "aux" for c in clause.children)) or (clause.tag == "VBP" and clause.lemma != "be")


def concrete(entry: str, objects: list[Token]) -> bool:
    """Whether a verb of wide meaning governs something that is bargained over."""
    verbs, wanted = abstract()
    if entry not in verbs and entry.split()[0] not in verbs:
        return True
    words = [t for o in objects for t in o.subtree()]
    found = known_topic(" ".join(t.lower for t in words))
    if entry.split()[0] not in senses("narrow") and found is not None and found[1] == 2 and not {t.tag for t in words} <= {"PRP", "NNP"}:
        return True
    return any(t.lemma in wanted or t.lower in wanted for t in words)


def above_passive(verb: Token) -> Token | None:
    """Who says so, where the parse hung an active verb on what was done to others: "said that the men had been taken and demanded their return"."""
    first = verb.head
    own = verb.has("nsubj", "nsubjpass", "auxpass")
    if verb.dep != "conj" or verb.tag != "VBD" or own is not None or first.dep != "ccomp" or first.has("nsubjpass") is None:
        return None
    return subject(first.head)


def subjunctive(objects: list[Token]) -> bool:
    """Whether a "that" clause asks or proposes by its bare verb: "suggested that half be paid", "proposed that a judge oversee it"."""
    clause = next((o for o in objects if o.dep == "ccomp"), None)
    if clause is None or not any(c.lower == "that" and c.dep == "mark" for c in clause.children):
        return False
    doer = clause.has("nsubj", "nsubjpass")
    if doer is not None and doer.lemma in senses("unnamed"):  # "asked that his name be left out"
        return False
    one = doer is not None and doer.tag in ("NN", "NNP", "CD") and not any(c.dep == "conj" for c in doer.children)
    bare = one and clause.tag in ("VB", "VBP") and clause.lemma != "be" and not any(c.dep == "aux" for c in clause.children)
    return bare or any(c.lower == "be" and c.dep == "auxpass" for c in clause.children)
