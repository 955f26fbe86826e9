"""Whole sentences for stances whose words have a shape that can be turned without adding or leaving out anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.types import Stance

PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i", "you", "them", "him", "her", "us", "me", "who", "which", "that", "this", "these", "those", "there"})
OWN = "it|they|he|she|we|i"
DUTY = r"(?:must|should|shall|has to|have to|needs? to|ought to|(?:is|are) to)"
ASKING = (
    r"(?:(?:call|appeal)(?:s|ed|ing)? (?:on|upon|to|for)|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|implor(?:e|es|ed|ing)|"
    r"beg(?:s|ged|ging)?|want(?:s|ed)?|order(?:s|ed|ing)?|tell(?:s|ing)?|told|request(?:s|ed|ing)?|challeng(?:e|es|ed|ing)|warn(?:s|ed|ing)?|invit(?:e|es|ed|ing))"
)
SOMEBODY = r"(?P<who>(?:[\w’'-]+ ){0,5}?[\w’'-]+(?: \[[^\]]+\])?)"
REST = r"(?P<rest>\S.*)"
SAME = re.compile(r"(?:claim|demand|proposal|request|condition|accusation|suggestion|idea|charge) (?:that|of|for)\b")
"""A topic that names what is answered without its article."""


@dataclass(frozen=True, slots=True)
class Told:
    """A stance to be put into a sentence."""

    party: str
    verb: str
    stance: Stance
    quote: str
    topic: str
    own: tuple[str, ...]
    """Names of the party."""
    many: bool


def phrased(told: Told) -> str | None:
    """The stance as a sentence made of its words; None where they have no shape that can be turned."""
    return next((made for shape in SHAPES if (made := shape(told)) is not None), None)


def is_own(told: Told, who: str) -> bool:
    """Whether words mean the party: its name, with or without an article."""
    bare = re.sub(r"^(?:the|our|its|their)\s+", "", who.strip(), flags=re.I).casefold()
    return bare in {re.sub(r"^the\s+", "", n.casefold()) for n in told.own}


def named(who: str) -> bool:
    """Whether words name somebody, and do not only point."""
    return who.casefold() not in PRONOUNS


def duty(told: Told) -> str | None:
    """ "Norland demands that the League free the crew"; "the League refuses to free the crew", where it is the one who must."""
    found = re.match(rf"^(?:that )?{SOMEBODY} {DUTY} (?:(?P<adverb>[a-z]+ly|first) )?{REST}$", told.topic)
    if found is None or not named(found["who"]) or found["rest"].split()[0].lower() in ("have", "not"):
        return None
    deed = " ".join(w for w in (found["adverb"], found["rest"]) if w)
    if told.stance == "demands" and not is_own(told, found["who"]):
        return f"{told.party} {told.verb} that {found['who']} {deed}"
    if told.stance == "refuses":
        return f"{told.party} {told.verb} to {deed}" if is_own(told, found["who"]) else f"{told.party} {told.verb} the demand that {found['who']} {deed}"
    return None


def asked(told: Told) -> str | None:
    """ "Norland demands that the army free the crew", of words that call on somebody."""
    found = re.search(rf"\b{ASKING} {SOMEBODY} to (?!be reassured\b){REST}$", told.quote) if told.stance == "demands" else None
    if found is None or not named(found["who"]) or re.search(r"\bto\b|\bnot$", found["who"]):
        return None
    return f"{told.party} {told.verb} that {found['who']} {found['rest']}"


def willing(told: Told) -> str | None:
    """ "The League offers to free the crew", "refuses to talk", of words in which it says that it will or will not."""
    subject = rf"(?:{OWN}|(?P<who>(?:[\w’'-]+ ){{0,4}}?[\w’'-]+))"
    shapes = {
        "offers": rf"^{subject} (?:will|would|could|can|(?:is|are|was|were) (?:ready|willing|prepared) to) (?!not\b|be\b|have\b){REST}$",
        "refuses": rf"^{subject} (?:(?:will|would|could|can|do|does|did) not|won['’]t|cannot|can['’]t|don['’]t|doesn['’]t) (?!be\b|have\b){REST}$",
    }
    found = re.match(shapes[told.stance], told.quote, re.I) if told.stance in shapes else None
    if found is None or (found["who"] and found["who"].casefold() not in PRONOUNS and not is_own(told, found["who"])):
        return None
    return f"{told.party} {told.verb} to {found['rest']}" if found["rest"].split()[0].islower() else None


def answered(told: Told) -> str | None:
    """ "Norland refuses the claim that …", where the words only name what it answers."""
    return f"{told.party} {told.verb} the {told.topic}" if told.stance in ("refuses", "accepts") and SAME.match(told.topic) else None


def denied(told: Told) -> str | None:
    """ "The League refuses: talks under fire", of "there will be no talks under fire"."""
    found = re.match(rf"^there (?:will|would|can|could|shall|is|are) (?:be )?no {REST}$", told.quote, re.I) if told.stance == "refuses" else None
    return f"{told.party} {told.verb}: {found['rest']}" if found else None


def stressed(told: Told) -> str | None:
    """ "Norland stresses the need to free the crew"."""
    found = re.search(rf"\b(?:stress|underscor|underlin|emphasi[sz]|highlight)\w* [“\"']?the need {REST}$", told.quote) if told.stance == "demands" else None
    if found is None:
        return None
    rest = re.sub(r"[,.]?[”\"]?,?\s+according to\b.*$", "", found["rest"]).rstrip(",”\"' ")
    return f"{told.party} {'stress' if told.many else 'stresses'} the need {rest.translate(str.maketrans('', '', '“”'))}"


def acted(told: Told) -> str | None:
    """ "Norland refuses: it “had pulled out of the talks”", of words that begin with its own name and a verb."""
    for name in sorted(told.own, key=len, reverse=True):
        found = re.match(rf"^(?:the )?{re.escape(name)} (?P<rest>(?:has|had|have|is|was|are|were|will|would|\w+(?:ed|s))\b.*)$", told.quote, re.I)
        if found is not None:
            return f"{told.party} {told.verb}: {'they' if told.many else 'it'} “{found['rest'].translate(str.maketrans('“”', '‘’'))}”"
    return None


SHAPES: tuple[Callable[[Told], str | None], ...] = (duty, asked, willing, answered, denied, stressed)
"""Tried in this order before any other sentence is made."""

