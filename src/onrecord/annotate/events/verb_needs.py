"""Further tests that an entry of events_verbs.toml may name under `needs`: each asks something of the clause that classes cannot tell."""

from __future__ import annotations

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.clause_needs import CLAUSE_NEEDS, Need
from onrecord.annotate.events.frame import Frame
from onrecord.annotate.events.kinds import fits, is_party
from onrecord.annotate.events.lexicons import word_class
from onrecord.annotate.events.more_needs import MORE_NEEDS
from onrecord.annotate.events.negation import is_negated
from onrecord.annotate.events.wide_needs import WIDE_NEEDS
from onrecord.types import Token

GROUPS = frozenset({"they", "we", "both", "who"})
"""Pronouns for several."""


def to_infinitive(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "offered to mediate"."""
    return any(c.dep in ("xcomp", "ccomp", "advcl") and any(g.lower == "to" for g in c.children) for c in token.children)


def complement(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "agreed to", "agreed on", or several who agreed; "agree that it is fragile" is an opinion."""
    clause = token.has("ccomp")
    if clause is not None and not any(c.tag == "MD" for c in clause.children) and clause.tag in ("VBZ", "VBP", "VBD"):
        return False
    several = len(frame.subjects) > 1 or any(t.tag in ("NNS", "NNPS") or t.lower == "both" for t in frame.subjects)
    gerund = any(c.dep == "prep" and c.lower in ("to", "on") and c.has("pcomp") for c in token.children)
    oneself = token.lemma in ("commit", "recommit", "rededicate") and bool(frame.objects)
    bound = gerund or token.has("xcomp") is not None or bool(frame.at("on", "to")) or oneself
    settled = bool(frame.at("in", "by", "over")) and not frame.at("with")  # "agreed in principle", "agreed by telephone"
    return bound or (token.lemma == "agree" and (several or settled or bool(frame.objects)))


def deliberate(token: Token, frame: Frame, cast: Cast) -> bool:
    """Somebody proposes or orders something; "suggested that …" is an opinion."""
    clause = token.has("ccomp")
    if token.lemma in ("suggest", "offer") and clause is not None and not frame.objects:
        return False
    return bool(frame.objects or token.has("xcomp", "ccomp")) and bool(frame.subjects or frame.passive)


def no_complement(token: Token, frame: Frame, cast: Cast) -> bool:
    """Not "made the deal possible"."""
    return not token.has("ccomp", "acomp", "oprd")


def charged(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "accused them of breaking it"."""
    return charged_of(token, frame, cast) and any(t.lower in ("it", "them") for t in frame.objects)


def charged_of(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "accused them of withholding …"."""
    return token.dep == "pcomp" and token.head.head.lemma in word_class("charging")


def several(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "the ministers met": an intransitive with more than one doer."""
    return not frame.objects and (len(frame.subjects) > 1 or any(t.tag in ("NNS", "NNPS") or t.lower in GROUPS for t in frame.subjects))


def pair(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "the two leaders spoke"."""
    return len(frame.subjects) > 1 or any(c.lower in ("two", "both", "three") for s in frame.subjects for c in s.children)


def one_side(token: Token, frame: Frame, cast: Cast) -> bool:
    """One party accedes ("the army agreed to a pause"); two together agree."""
    if len(frame.subjects) != 1:
        return False
    who = frame.subjects[0]
    mutual = who.lower in ("both", "they", "we") or (who.tag == "NNS" and who.lemma in word_class("opposed"))
    return not mutual and not any(c.lower in ("both", "two") for c in who.children)


def addressed(token: Token, frame: Frame, cast: Cast) -> bool:
    """Something or somebody is called for, on or upon."""
    return bool(frame.objects or frame.oblique or frame.passive or token.has("xcomp", "ccomp", "advcl"))


def bare_denied(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "has not replied"."""
    pending = token.dep == "xcomp" and any(c.lower == "yet" for c in token.head.children)  # "has yet to respond"
    return (is_negated(token) or pending) and not frame.at("to") and not token.has("dobj")


def bare_out(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "all seven are out", and nothing more."""
    phrases = [c for c in token.children if c.dep == "prep" and c.i > token.i]
    timed = all(any(g.ent in ("DATE", "TIME") for g in c.subtree()) for c in phrases)  # "was out by Sunday evening"
    return not frame.objects and not token.has("attr", "acomp", "aux") and timed


def will_denied(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "will not pay"."""
    return is_negated(token) and any(c.lower in ("will", "would", "wo") for c in token.children) and not frame.objects


def flat_no(token: Token, frame: Frame, cast: Cast) -> bool:
    """A refusal by negation ("will not accept", "could not accept any fine"); what has not been accepted yet is no refusal."""
    return not any(c.dep == "aux" and c.lemma == "have" for c in token.children)


def let_leave(token: Token, frame: Frame, cast: Cast) -> bool:
    """Whether *token* ("let", "allow") lets somebody go away: "let the sick go home", "to let 5,000 civilians leave"."""
    below = token.has("ccomp", "xcomp")
    if below is None or below.i < token.i:
        return False
    return below.lemma == "leave" or (below.lemma in ("go", "come", "walk", "return") and any(c.lower in ("home", "free", "out") for c in below.children))


def taken_away(token: Token, frame: Frame, cast: Cast) -> bool:
    """People are taken: without a particle, and not to a hospital, to safety or to a place."""
    if token.has("prt", "acomp", "xcomp", "dative") or any(fits(t, ("away",), cast) for p, t in frame.oblique if p in ("to", "into", "for", "on", "in", "off")):
        return False
    away = any(c.lower == "away" for c in token.children)
    return frame.passive or away or bool(frame.at("from"))


def not_to_safety(token: Token, frame: Frame, cast: Cast) -> bool:
    """Captives are taken, not brought to a hospital or to safety."""
    return not any(fits(t, ("away",), cast) for t in frame.at("to", "into", "for"))


def not_office(token: Token, frame: Frame, cast: Cast) -> bool:
    """Who comes home is told as one of those held, not as an envoy or by a name."""
    return bool(frame.subjects) and not any(fits(t, ("envoys", "forces", "protesters"), cast) or t.ent == "PERSON" for t in frame.subjects)


def counted(token: Token, frame: Frame, cast: Cast) -> bool:
    """People received are captives, the dead, or counted."""
    numbers = [t for t in frame.objects if t.pos == "NUM" and t.ent not in ("MONEY", "DATE", "TIME", "PERCENT")]
    return bool(numbers) or any(fits(t, ("captives", "remains"), cast) or relation_of(t) for t in frame.objects)


def relation_of(token: Token) -> bool:
    """Whether people are counted or told as somebody's: "nine sailors", "its men"."""
    return token.lemma in word_class("people") and any(c.dep in ("nummod", "poss") for c in token.children)


def pronoun_subject(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "it expires on Monday", of what was told before."""
    return not frame.objects and any(t.lower in ("it", "which", "that") for t in frame.subjects)


def brought_together(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "brought the two armies together"."""
    return any(c.lower == "together" for c in token.children) or any(g.lower == "together" for t in frame.objects for g in t.children)


def declined_act(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "declined to attend": not to speak, which is no refusal of anything on the table."""
    below = token.has("xcomp")
    return below is not None and below.lemma not in word_class("telling")


def tried(token: Token, frame: Frame, cast: Cast) -> bool:
    """Somebody is tried or charged; not "try to", not "charge a fee"."""
    if token.lemma == "stand" or token.lemma == "go":
        return True
    return token.has("xcomp") is None and any(fits(t, ("people", "captives"), cast) for t in frame.objects)


def died_of_it(token: Token, frame: Frame, cast: Cast) -> bool:
    """Deaths that the report counts or gives a cause of."""
    return any(c.dep in ("nummod", "quantmod") or t.pos == "NUM" for t in frame.subjects for c in (t, *t.children)) or bool(frame.at("of", "from"))


def body_leaves(token: Token, frame: Frame, cast: Cast) -> bool:
    """Who gives up a place is an army or a body, not a person who travels on."""
    who = [cast.at(t) for t in frame.subjects]
    if any(fits(t, ("envoys_only",), cast) for t in frame.subjects):
        return False
    armed = any(fits(t, ("forces",), cast) or t.lemma == "side" for t in frame.subjects)
    return bool(frame.objects) and (armed or any(k is not None and k.kind in ("body", "group", "state") for k in who))


def offered_something(token: Token, frame: Frame, cast: Cast) -> bool:
    """A party offers so many, or them, or one thing in place of another; the entries above know what else is offered."""
    objects = (*frame.objects, *frame.dative)
    return any(t.pos in ("NUM", "PROPN", "PRON") or any(c.dep == "nummod" for c in t.children) or fits(t, ("people",), cast) for t in objects)


def will_never(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "would not talk to bandits", "will never negotiate with them"."""
    return is_negated(token) and any(c.lower in ("will", "would", "wo", "shall") for c in token.children)


def talking_now(token: Token, frame: Frame, cast: Cast) -> bool:
    """Talking as a state or habit ("are talking to them", "does not talk to them"), not a meeting that was held."""
    aux = [c.lower for c in token.children if c.dep == "aux"]
    return token.tag in ("VBZ", "VBP") or any(a in ("is", "are", "'re", "'s", "am", "'m", "been", "do", "does") for a in aux)


def moved_from(token: Token, frame: Frame, cast: Cast) -> bool:
    """Captives are moved from one place of custody to another."""
    return any(fits(t, ("custody", "place_noun"), cast) for t in frame.at("from"))


def counted_leaving(token: Token, frame: Frame, cast: Cast) -> bool:
    """People who leave a place in numbers."""
    return bool(frame.objects) and any(c.dep in ("nummod", "quantmod") or t.pos == "NUM" for t in frame.subjects for c in (t, *t.children))


def by_somebody(token: Token, frame: Frame, cast: Cast) -> bool:
    """Somebody kills or is killed; that "the attack killed six" is told by the attack."""
    return frame.passive or not frame.subjects or not any(fits(t, ("fight", "assault"), cast) for t in frame.subjects)


def haggling(token: Token, frame: Frame, cast: Cast) -> bool:
    """Bargaining told as under way: "are haggling over", "have been negotiating"."""
    return token.lemma != "negotiate" or any(c.dep == "aux" and c.lemma in ("be", "have") for c in token.children)


def bare_agreed(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "has already agreed": one party says yes to what was told before."""
    said = token.tag in ("VBD", "VBN") and token.has("nsubj") is not None
    alone = token.has("xcomp", "ccomp", "prep", "advcl", "parataxis") is None and not frame.objects and not frame.passive
    return said and alone and one_side(token, frame, cast)


VERB_NEEDS: dict[str, Need] = {
    "to_infinitive": to_infinitive,
    "complement": complement,
    "deliberate": deliberate,
    "passive_without_agent": lambda token, frame, cast: frame.passive and not frame.subjects,
    "active_party": lambda token, frame, cast: any(is_party(t, cast) for t in frame.subjects),
    "no_complement": no_complement,
    "charged": charged,
    "charged_of": charged_of,
    "several": several,
    "active": lambda token, frame, cast: not frame.passive,
    "object": lambda token, frame, cast: bool(frame.objects),
    "addressed": addressed,
    "pair": pair,
    "one_side": one_side,
    "bare_denied": bare_denied,
    "bare_out": bare_out,
    "will_denied": will_denied,
    "flat_no": flat_no,
    "let_leave": let_leave,
    "taken_away": taken_away,
    "not_office": not_office,
    "counted": counted,
    "pronoun_subject": pronoun_subject,
    "brought_together": brought_together,
    "declined_act": declined_act,
    "tried": tried,
    "died_of_it": died_of_it,
    "haggling": haggling,
    "not_to_safety": not_to_safety,
    "offered_something": offered_something,
    "will_never": will_never,
    "talking_now": talking_now,
    "moved_from": moved_from,
    "counted_leaving": counted_leaving,
    "intransitive": lambda token, frame, cast: not frame.objects and not frame.passive,
    "body_leaves": body_leaves,
    "by_somebody": by_somebody,
    **CLAUSE_NEEDS,
    **MORE_NEEDS,
    **WIDE_NEEDS,
    "bare_agreed": bare_agreed,
}
"""The tests by the name that the lexicon gives them."""
