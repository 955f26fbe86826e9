"""Accounts that an agreement was kept or broken: "violated the truce", "has not met its obligations", "freed six as agreed"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, speaker_at, subject
from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.clauses.syntax import noun_holder
from onrecord.annotate.commitments.defaults import everything, mutual_charges
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor, other_party
from onrecord.annotate.commitments.terms import act_span, agreement_below, agreement_near, is_agreement, is_duty, observe, under, words
from onrecord.annotate.draft import Draft
from onrecord.types import Account, Span, Token


def entry(verb: Token, entries: frozenset[str]) -> list[Token] | None:
    """What *verb* governs in the way of one of *entries* ("comply with"); None where it meets none of them."""
    for child in verb.children:
        if child.dep in ("prep", "prt", "agent", "advmod", "acomp", "dobj") and child.i > verb.i:
            inner = next((g for g in child.children if g.dep == "prep"), None)
            later = next((c for c in verb.children if c.dep == "prep" and c.i > child.i), None)
            for second in (inner, later):
                if second is not None and f"{verb.lemma} {child.lower} {second.lower}" in entries:
                    return [second]
            if f"{verb.lemma} {child.lower}" in entries:
                return [child] if child.dep != "prt" else [c for c in verb.children if c.dep in ("dobj", "nsubjpass")] or None
    clause = next(
        (
            c
            for c in verb.children
            if c.dep in ("advcl", "ccomp") and c.i > verb.i and any(f"{verb.lemma} {m.lower}" in entries for m in c.children if m.dep == "mark")
        ),
        None,
    )
    if clause is not None:
        return [clause]
    if verb.lemma in entries:
        objects = [c for c in verb.children if c.dep in ("dobj", "nsubjpass", "attr")]
        if not objects and verb.dep == "relcl":
            objects = [verb.head]
        return objects or None
    return None


def broken(draft: Draft, verb: Token) -> Found | None:
    """ "Violated the truce", "reneged on its promise", and their denials."""
    charged = verb.dep == "pcomp" and verb.lemma in words("breaking", "charged") and blamed(verb) is not None
    objects = entry(verb, words("breaking", "verbs")) or ([c for c in verb.children if c.dep == "dobj"] if charged else None)
    if objects is None or verb.dep == "amod":
        return None
    what = next((a for o in objects if (a := agreement_below(o)) is not None), None)
    if what is None and any(o.lower in ("it", "them") for o in objects) and (charged or verb.lemma in ("violate", "break", "breach", "flout")):
        what = agreement_near(draft, verb)
    who = blamed(verb)
    if who is None and denied(verb) and denier(verb) is not None:  # "denied that the agreement had been breached"
        who = teller(draft, denier(verb) or verb)
    if what is None or who is None or unreal(verb):
        return None
    mutual = mutual_object(who)
    doer = subject(who.head) if mutual else who
    accused = who is not None and who.head.lemma in words("breaking", "blaming") and who.dep == "dobj"
    party = actor(draft, doer) if doer is not None else None
    if party is None and accused:  # "accused the island of": whoever is not the accuser
        accuser = subject(who.head)
        party = other_party(draft, verb, actor(draft, accuser) if accuser is not None else None)
    party = party or culprit(draft, who)
    pair = main_parties(draft)
    if mutual and len(pair) == 2:  # "each accuses the other of having broken it"
        party = " and ".join(pair)
    if party is None:
        return None
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    own = negated(verb) and (speaker == party or (speaker is None and draft.parsed.report.genre == "statement"))  # who denies its own breach disputes one
    account: Account = "disputed" if denied(verb) or mutual or own else "kept" if negated(verb) else "breached"
    above = who.head if mutual else denier(verb) or verb
    span = clause_span(draft.parsed, above, owner=doer) if account == "disputed" else with_accuser(draft, verb, who)
    return Found(verb, span, party, account, observe(draft, what) + manner(draft, verb), rule="broken", agreement=np_span(draft.parsed, what))


def manner(draft: Draft, verb: Token) -> str:
    """By what deed an agreement was broken ("by launching rockets"), as what was not to be done; empty where no deed is told."""
    by = next((c for c in verb.children if c.dep == "prep" and c.lower == "by" and c.i > verb.i), None)
    deed = by.has("pcomp") if by is not None else None
    if deed is None or deed.tag != "VBG" or negated(deed) or deed.has("xcomp") is not None:
        return ""
    return f": no {act_span(draft, deed).of(draft.parsed.report.text)}"


def teller(draft: Draft, verb: Token) -> Token | None:
    """Who denies: the subject of *verb*, or, where that is a thing, of the verb that it was joined to by mistake."""
    who = subject(verb)
    above = verb.head
    while (who is None or actor(draft, who) is None) and above.pos in ("VERB", "AUX") and above.head is not above:
        above = above.head
        who = subject(above) if above.pos in ("VERB", "AUX") else who
    return who


def undone(draft: Draft, verb: Token) -> Span | None:
    """What was to be done under an agreement whose keeping is told: "by refusing to produce a list", "that included releasing"."""
    for token in verb.subtree():
        if token.i <= verb.i or token.lemma not in words("delivering", "verbs"):
            continue
        if (token.dep == "xcomp" and failing(token)) or (token.tag == "VBG" and token.head.lemma in words("binding", "agreement")):
            return act_span(draft, token)
    return None


def culprit(draft: Draft, who: Token) -> str | None:
    """Whose act it was that broke a truce, where an act is the subject: nobody is accused by arithmetic, only by the report's own words."""
    whole = next((c.has("pobj") for c in who.children if c.dep == "prep" and c.lower == "of"), None)
    held = (whole if whole is not None and actor(draft, whole) else noun_holder(who, 0) or whole) if who.pos == "NOUN" else None
    if held is not None:
        return actor(draft, held)
    if who.lower not in ("this", "that", "it") and not any(c.lower in ("this", "that", "these", "those", "the") for c in who.children):
        return None
    sentence = draft.parsed.sentence_of(who)
    for word in reversed(draft.parsed.tokens[max(sentence.first - 90, 0) : sentence.first]):
        if word.lower in ("credit", "responsibility") and word.dep == "dobj":
            doer = subject(word.head)
            return actor(draft, doer) if doer is not None else None
    return None


def blamed(verb: Token) -> Token | None:
    """Who is said to have done *verb*: after "accused X of", the object of accusing."""
    prep = verb.head
    if verb.dep == "pcomp" and prep.dep == "prep" and prep.head.lemma in words("breaking", "blaming"):
        return prep.head.has("dobj", "nsubjpass")
    if verb.dep == "pcomp" and prep.head.dep == "dobj" and prep.head.head.lemma in words("breaking", "blaming") and mutual_object(prep.head):
        return prep.head  # "accused the other of ending it", read as "the other of …"
    above = verb.head
    if verb.dep == "advcl" and verb.tag == "VBG" and above.lemma in words("breaking", "blaming") and mutual_object(above.has("dobj")):
        return above.has("dobj")
    return subject(verb)


def mutual_object(word: Token | None) -> bool:
    """Whether a word is "each other" or "one another"."""
    if word is None or word.lower not in ("other", "another"):
        return False
    doer = subject(word.head)  # "each side accused the other"
    sides = (doer, *doer.children) if doer is not None else ()
    return any(c.lower in ("each", "one") for c in word.children) or any(c.lower in ("each", "both", "side") for c in sides)


def with_accuser(draft: Draft, verb: Token, who: Token) -> Span:
    """The clause of the breach from the party that is said to have done it."""
    base = clause_span(draft.parsed, verb, owner=who)
    if who.sent == verb.sent and who.i < verb.i and verb.i - who.i < 12:
        return Span(min(base.start, np_span(draft.parsed, who).start), base.end)
    return base


def denier(verb: Token) -> Token | None:
    """The verb of denying above *verb*."""
    at = verb
    while at.dep in ("ccomp", "xcomp", "pcomp", "prep", "acl", "dobj", "pobj") and at.head is not at:
        at = at.head
        if at.lemma in words("breaking", "denying"):
            return at
    return None


def denied(verb: Token) -> bool:
    """Whether somebody denies what *verb* says."""
    above = denier(verb)
    return above is not None and not negated(above)


def unreal(verb: Token) -> bool:
    """Whether it is only feared, asked for or supposed."""
    marks = {c.lower for c in verb.children if c.dep in ("aux", "mark")}
    return bool(marks & {"if", "would", "could", "might", "may", "must", "shall", "should", "can", "unless", "will"}) or (
        "to" in marks and verb.head.lemma not in ("fail", "seem", "appear", "continue")
    )


def unkept(draft: Draft, verb: Token) -> Found | None:
    """ "Has not complied with the terms" and "honoured its part"."""
    objects = entry(verb, words("keeping", "verbs")) or own_part(verb)
    if objects is None:
        return None
    what = next((a for o in objects if (a := agreement_below(o)) is not None), None) or order_below(verb, objects)
    who = subject(verb) or (what.has("poss") if what is not None else None)  # "its promise was never kept"
    if what is None or who is None or (unreal(verb) and not failing(verb)):
        return None
    party = actor(draft, who)
    if party is None or (not is_agreement(what) and agreement_near(draft, verb) is None and what.lemma in ("part", "end", "side", "term", "condition")):
        return None
    account: Account = "disputed" if denied(verb) else "breached" if negated(verb) or failing(verb) else "kept"
    if account == "kept" and not told_done(verb):
        return None
    top = verb.head if failing(verb) else verb
    span = clause_span(draft.parsed, top, owner=who)
    partly = any(t.lower in words("keeping", "partly") for t in verb.subtree())
    return Found(
        verb,
        span,
        party,
        account,
        undone(draft, verb) or observe(draft, what),
        rule="kept",
        in_part=partly and account == "kept",
        agreement=np_span(draft.parsed, what),
    )


def own_part(verb: Token) -> list[Token] | None:
    """What is done in "we did our part", "it has done its share"."""
    thing = verb.has("dobj") if verb.lemma == "do" else None
    return [thing] if thing is not None and thing.has("poss") is not None and is_duty(thing) else None


def order_below(verb: Token, objects: list[Token]) -> Token | None:
    """The order or demand that a verb of obeying governs: "did not comply with the order to leave"."""
    if verb.lemma not in words("hostile", "obeying"):
        return None
    below = [o.has("pobj") or o for o in objects]
    return next((o for o in below if o.lemma in words("hostile", "ordering")), None)


def told_done(verb: Token) -> bool:
    """Whether *verb* tells keeping as a fact: a finite verb, "is abiding by", or "pulled back, thereby meeting"."""
    if verb.tag == "VBG":
        going_on = any(c.lemma == "be" for c in verb.children if c.dep == "aux")
        return going_on or (verb.dep == "advcl" and verb.head.tag == "VBD" and not unreal(verb.head))
    return verb.tag != "VB"


def failing(verb: Token) -> bool:
    """Whether it was not done: "failed to", "was unable to", "refused to"."""
    return verb.dep in ("xcomp", "acl") and verb.head.lemma in ("fail", "refuse", "neglect", "unable", "failure", "unwilling", "decline")


def undelivered(draft: Draft, verb: Token) -> Found | None:
    """ "Failed to hand over the officers as agreed", "did not send a list": a duty not done, where an agreement is spoken of."""
    if verb.lemma not in words("delivering", "verbs"):
        return None
    past = verb.tag == "VBD" or any(c.lower in ("did", "has", "have", "had") for c in verb.children if c.dep == "aux")
    missed = (failing(verb) and verb.head.lemma in ("fail", "failure", "neglect")) or (negated(verb) and past)
    who = blamed_for(verb) or (blamed(verb.head) if failing(verb) and verb.head.dep == "pcomp" else None) or subject(verb)
    what = any((c.dep == "dobj" and c.pos in ("NOUN", "PROPN", "NUM")) or c.dep in ("prep", "xcomp", "ccomp") for c in verb.children)
    if not missed or who is None or not what:
        return None
    party = actor(draft, who)
    bound = blamed_for(verb) or under(draft, verb.head if failing(verb) else verb) or under(draft, verb)
    bound = bound or next((t for c in verb.children if c.dep == "dobj" for t in c.subtree() if t.dep == "relcl" and t.lemma in words("binding", "own")), None)
    bound = bound or (agreement_near(draft, verb, 50) or pledge_near(draft, verb, 50) if verb.lemma not in words("hostile", "told") or failing(verb) else None)
    if party is None or bound is None:
        return None
    top = verb.head if failing(verb) else verb
    span = clause_span(draft.parsed, top, owner=who)
    return Found(verb, span, party, "disputed" if denied(verb) else "breached", act_span(draft, verb), rule="not done")


def pledge_near(draft: Draft, verb: Token, reach: int) -> Token | None:
    """The pledge told of in the sentence of *verb* or shortly before ("in line with a pledge it made … it has not freed")."""
    sentence = draft.parsed.sentence_of(verb)
    before = draft.parsed.tokens[max(sentence.first - reach, 0) : verb.i]
    return next((t for t in reversed(before) if t.pos == "NOUN" and t.lemma in words("hostile", "promises")), None)


def blamed_for(verb: Token) -> Token | None:
    """Whom a failure is laid to: "blamed Minsk for the failure to release the group"."""
    noun = verb.head
    if verb.dep != "acl" or noun.lemma != "failure" or noun.dep != "pobj" or noun.head.head.lemma not in words("breaking", "blaming"):
        return None
    return noun.head.head.has("dobj", "nsubjpass")


RULES = (mutual_charges, broken, unkept, undelivered, everything)
"""Every account of keeping or breaking."""
