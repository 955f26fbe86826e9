"""What came of duties told before, where neither the deed nor the debtor is said again: "neither has happened", "Beskia has not", "the list never came"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.clauses import clause_span, negated, subject
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.accounts import unreal
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor
from onrecord.annotate.commitments.terms import words
from onrecord.annotate.draft import Draft
from onrecord.types import Account, Span, Token

FAR = 5
"""Sentences after a duty in which what came of it is looked for; set on invented reports."""
ELLIPTIC = frozenset({"has", "have", "had", "did"})


def outcome(draft: Draft, verb: Token, owed: Sequence[Found]) -> Found | None:
    """The account that *verb* gives of the duties in *owed*, or None."""
    told = [d for d in reversed(owed) if 0 <= verb.sent - d.trigger.sent <= FAR and d.trigger.i < verb.i]
    if not told or verb.dep in ("relcl", "advcl", "acl", "xcomp"):
        return None
    return lapsed(draft, verb, told) or happened(draft, verb, told) or elliptic(draft, verb, told) or came(draft, verb, told) or got(draft, verb, told)


def happened(draft: Draft, verb: Token, told: Sequence[Found]) -> Found | None:
    """ "Neither has happened", "none of this happened": what was told last was not done, or was."""
    thing = verb.has("nsubj")
    if verb.lemma not in words("outcomes", "happening") or thing is None or unreal(verb) or verb.tag not in ("VBD", "VBN"):
        return None
    if thing.lower not in words("outcomes", "pointing") | {"neither", "none", "nothing", "both"}:
        return None
    near = [d for d in told if d.trigger.sent >= told[0].trigger.sent - 1]
    two = thing.lower in ("neither", "both", "none", "nothing")
    names = list(dict.fromkeys(d.obligor for d in (near if two else near[:1])))[:2]
    account: Account = "breached" if negated(verb) or thing.lower in ("neither", "none", "nothing") else "kept"
    party = " and ".join(reversed(names)) if len(names) == 2 and not any(" and " in n for n in names) else names[0]
    return Found(verb, clause_span(draft.parsed, verb, owner=thing), party, account, near[0].what, rule="happened")


def elliptic(draft: Draft, verb: Token, told: Sequence[Found]) -> Found | None:
    """ "Beskia has not", "the mortars have not": an auxiliary that denies the duty told before of that party or thing."""
    thing = verb.has("nsubj", "nsubjpass")
    if verb.lower not in ELLIPTIC or verb.dep in ("aux", "auxpass") or not negated(verb) or thing is None:
        return None
    if verb.has("dobj", "attr", "acomp", "xcomp", "ccomp") is not None:
        return None
    party = actor(draft, thing)
    for duty in told:
        if party is not None and duty.owed_by(party):
            return Found(verb, Span(np_span(draft.parsed, thing).start, denial_end(verb)), party, "breached", duty.what, rule="left undone")
        if party is None and thing.pos == "NOUN" and names(draft, duty, thing):
            return Found(verb, Span(np_span(draft.parsed, thing).start, denial_end(verb)), duty.obligor, "breached", duty.what, rule="left undone")
    return None


def denial_end(verb: Token) -> int:
    """Where the words of a bare denial end."""
    return max(c.end for c in (verb, *verb.children) if c is verb or c.dep == "neg")


def came(draft: Draft, verb: Token, told: Sequence[Found]) -> Found | None:
    """ "The second payment never came", "its inquiry has yet to appear", "the water returned at six": what was owed, by whether it is there."""
    yet = verb.lemma in ("have", "be") and any(c.lower == "yet" for c in (*verb.children, *(g for c in verb.children for g in c.children)))
    below = next((c for c in verb.children if c.dep == "xcomp"), None) if yet else None
    deed = below or verb
    thing = verb.has("nsubj")
    if deed.lemma not in words("outcomes", "coming") or thing is None or thing.pos not in ("NOUN", "PROPN") or unreal(verb):
        return None
    if (below is None and verb.tag not in ("VBD", "VBN")) or deed.has("dobj") is not None:
        return None
    duty = next((d for d in told if names(draft, d, thing)), None)
    if duty is None:
        return None
    absent = below is not None or negated(verb)
    account: Account = "breached" if absent else "kept"
    span = clause_span(draft.parsed, verb, owner=thing)
    return Found(verb, Span(min(span.start, np_span(draft.parsed, thing).start), span.end), duty.obligor, account, duty.what, rule="came", in_part=not absent)


def got(draft: Draft, verb: Token, told: Sequence[Found]) -> Found | None:
    """ "They got the toilet", "has received 12 of the files": what was owed is told by who took it."""
    thing, who = verb.has("dobj"), subject(verb)
    if verb.lemma not in words("outcomes", "getting") or thing is None or who is None or unreal(verb) or verb.tag not in ("VBD", "VBN"):
        return None
    party = actor(draft, who)
    duty = next((d for d in told if names(draft, d, thing) and not d.owed_by(party)), None)
    if duty is None:
        return None
    account: Account = "breached" if negated(verb) else "kept"
    return Found(verb, clause_span(draft.parsed, verb, owner=who), duty.obligor, account, duty.what, rule="got", obligee=party, in_part=account == "kept")


def names(draft: Draft, duty: Found, thing: Token) -> bool:
    """Whether *thing* is what a duty is about, by its noun or by another word for money."""
    own = {thing.lemma, *(t.lemma for c in thing.children if c.dep == "prep" and c.lower == "of" for t in c.subtree() if t.pos == "NOUN")}
    told = [t for t in draft.parsed.within(duty.span) if not conditional(t, duty)]
    about = {t.lemma for t in told if t.pos == "NOUN" and t.ent not in ("DATE", "TIME") and t.dep not in ("nsubj", "nsubjpass")}
    about |= {duty.trigger.lemma} if duty.act is None else set()
    money = words("outcomes", "money")
    sums = bool(about & money) or any(t.ent == "MONEY" for t in told)
    return bool(own & about - words("outcomes", "vague")) or (sums and bool(own & money))


def conditional(word: Token, duty: Found) -> bool:
    """Whether a word of a duty stands in a clause beside it ("to free the doctor as soon as the water came back")."""
    above = (word, *word.ancestors())
    return any(a.dep == "advcl" and a.tag != "VB" and a.i > duty.trigger.i for a in above)


def lapsed(draft: Draft, verb: Token, told: Sequence[Found]) -> Found | None:
    """ "The deadline passed without word from them": the duty of the last ultimatum or term, where it is said that nothing came of it."""
    noun = verb.has("nsubj")
    over = verb.lemma in words("lapses", "passing") or any(f"{verb.lemma} {c.lower}" in words("lapses", "passing") for c in verb.children)
    unmet = any(c.dep == "prep" and (c.lower == "without" or (c.lower == "with" and any(t.lower == "no" for t in c.subtree()))) for c in verb.children)
    if noun is None or noun.lemma not in words("threats", "deadlines") or not (over and unmet) or unreal(verb) or verb.tag not in ("VBD", "VBN"):
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=noun), told[0].obligor, "breached", told[0].what, rule="passed")


def accused(draft: Draft, verb: Token, owed: Sequence[Found]) -> Found | None:
    """ "Accuses the army of turning back six ambulances", where the army was told to have a duty: a breach by the accuser's account."""
    prep = verb.head
    if verb.tag != "VBG" or verb.dep != "pcomp" or prep.dep != "prep" or prep.head.lemma not in words("breaking", "blaming"):
        return None
    who = prep.head.has("dobj", "nsubjpass")
    party = actor(draft, who) if who is not None else None
    own = [d for d in reversed(owed) if d.trigger.i < verb.i and d.owed_by(party)]
    duty = next((d for d in own if any(names(draft, d, t) for t in verb.children if t.dep in ("dobj", "pobj"))), None)
    if duty is None or party is None:
        return None
    span = clause_span(draft.parsed, prep.head, owner=subject(prep.head))
    return Found(verb, span, party, "breached", duty.what, rule="accused")
