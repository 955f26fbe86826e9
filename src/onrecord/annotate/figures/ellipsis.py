"""Numbers without their noun: "another 20", "12 of them", "including 30 under a swap", "six more"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotate.figures.amount import Amount
from onrecord.annotate.figures.counted import Family, family_of
from onrecord.annotate.figures.frames import Frame
from onrecord.annotate.figures.measures import RISING, TALLIES, tally
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Measure, Token

PERSONAL = frozenset({"captives", "prisoners", "persons"})
BEHIND = frozenset({"more", "others", "other", "additional", "elsewhere", "people"})
BEFORE = frozenset({"including", "another", "the", "those", "with", "all", "further", "among", "and", "other", "remaining"})
OF_THEM = frozenset({"them", "whom", "which", "these", "those", "us"})
DEEDS = frozenset({"killed", "injured", "taken", "released", "rescued", "freed", "held", "dead", "alive", "missing", "feared_dead", "other"})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The set counted before, that a bare number may go on with; *near*: in the same sentence."""

    family: Family
    unit: str
    measure: Measure
    near: bool


def licensed(words: Sequence[Token], amount: Amount, frame: Frame | None, known: Antecedent | None) -> bool:
    """Whether a bare number may count something here at all."""
    if amount.ordinal:
        return False
    after = [w.lower for w in words[amount.last : amount.last + 2]]
    prefix = words[amount.first].lower if amount.first != amount.core else (words[amount.first - 1].lower if amount.first else "")
    if after[:1] == ["of"] and len(after) > 1 and (after[1] in OF_THEM or any(w.pos == "NUM" for w in words[amount.last + 1 : amount.last + 4])):
        return known is not None
    if amount.first > 1 and words[amount.first - 2].lower == "of" and words[amount.first - 1].lower in OF_THEM:
        return known is not None
    ratio = len(after) > 1 and after[0] == "for" and after[1] in ("each", "every")
    if known is not None and known.near and (ratio or taken_up(words, amount) or gapped(words, amount) is not None):
        return True
    if after == ["from", "each"] or after[:1] == ["each"] or compared_with(words, amount):
        return known is not None
    if after and after[0] in BEHIND:
        return known is not None or frame is not None
    if frame is not None and frame.measure in DEEDS:
        return True
    if known is not None and known.near and prefix in BEFORE:
        return amount.first != amount.core or prefix in ("including", "with", "among")
    return totals(words, amount) or (known is not None and known.family in PERSONAL and goes_on(words, amount))


def goes_on(words: Sequence[Token], amount: Amount) -> bool:
    """Whether a bare number stands as subject or object of a verb that tells nothing of captives ("sixty were meant to come, 22 turned up")."""
    token = words[amount.core_end - 1]
    verb = token.head
    few = amount.value is None or not 2 <= amount.value < LEAST_SUM
    taking_up = amount.first > 0 and words[amount.first - 1].tag in ("DT", "PRP$", "WDT")
    if few or taking_up or token.dep not in ("nsubj", "nsubjpass", "dobj") or verb.pos != "VERB":
        return False
    if verb.lemma in ("have", "show", "total") or verb.lemma in lexicon("figures_measures")["counting"]["verbs"]:
        return False
    return verb.lemma not in lexicon("figures_units")["speaking"]["words"] and not (amount.last < len(words) and words[amount.last].lower == "of")


def taken_up(words: Sequence[Token], amount: Amount) -> bool:
    """ "Of our eight demands two have been met": a bare subject behind "of" and another number at the head of the sentence."""
    ahead = words[: amount.first]
    opened = bool(ahead) and ahead[0].lower == "of" and len(ahead) <= OPENING and any(w.pos == "NUM" for w in ahead)
    return opened and words[amount.core_end - 1].dep in ("nsubj", "nsubjpass")


OPENING = 9
"""Most words of such an opening."""


def told_again(words: Sequence[Token], amount: Amount) -> bool:
    """Whether a bare number says anew how many the set counted last are ("campaigners put the figure at 114")."""
    token = words[amount.core_end - 1]
    over = tally(token.head) if token.dep == "pobj" else None
    nouns = [c for c in over.children if c.dep in ("dobj", "nsubj") and c.lemma in TALLIES - {"toll"}] if over is not None else []
    return any([c.lower for c in noun.children] in (["the"], ["that"], ["this"]) for noun in nouns)


def gapped(words: Sequence[Token], amount: Amount) -> Token | None:
    """The first word of the day on which a bare number goes on with the set before it ("12 on Friday, six more on Monday, then two in May"); None for none.

    The verb is left out: the number stands behind a comma or "and", with nothing but the day behind it, or right behind the day ("on Monday five").
    """
    link = words[amount.first - 1] if amount.first else None
    at = amount.last
    while at < len(words) and words[at].lower in (*BEHIND, "in", "on", "last", "this", "since", "early", "late", "the"):
        at += 1
    behind = at > amount.last and at < len(words) and words[at].ent == "DATE" and words[at].pos != "NUM"
    if link is not None and link.lower in LINKS and behind and apart(words, amount.first):
        return words[at]
    closed = at == len(words) or words[at].pos == "PUNCT" or words[at].lower in ("and", "then")
    if link is not None and link.ent == "DATE" and link.pos == "PROPN" and closed and apart(words, amount.first):
        return link
    return None


LINKS = frozenset({",", ";", "and", "then", "by", "later"})


def apart(words: Sequence[Token], first: int) -> bool:
    """Whether no verb stands between the number or the day before and this number."""
    for word in reversed(words[:first]):
        if word.pos in ("VERB", "AUX"):
            return False
        if word.ent == "DATE" or word.pos == "NUM":
            return True
    return False


def sum_of(words: Sequence[Token], amount: Amount, family: Family) -> bool:
    """Whether a bare number goes on with the sum or the length told before it ("12 million dollars in May, 9 million in June"; "48 hours; it took 60")."""
    if amount.ordinal or amount.value is None:
        return False
    return amount.value >= LEAST_SUM if family == "money" else family == "time" and words[amount.core].dep == "dobj" and goes_on(words, amount)


LEAST_SUM = 1000
"""Smaller bare numbers beside a sum count something else."""


def compared_with(words: Sequence[Token], amount: Amount) -> bool:
    """ "down from 112", "up from about 40", "compared with 12"."""
    ahead = [w.lower for w in words[max(amount.first - 2, 0) : amount.first]]
    return ahead in (["down", "from"], ["up", "from"], ["compared", "with"], ["compared", "to"])


def totals(words: Sequence[Token], amount: Amount) -> bool:
    """Whether the number is what a total is said to be ("the total rose to 212", "strikes now total 212")."""
    token = words[amount.core_end - 1]
    over = token.head
    if over.lemma in ("total", "count", "number") and token.dep in ("dobj", "attr", "npadvmod", "oprd"):
        return True
    if over.dep == "prep" and over.lower == "of":
        return over.head.lemma in lexicon("figures_units")["tallied"]["words"]
    if over.dep == "prep" and over.lower in ("to", "at"):
        return tally(over) is not None
    return over.lemma in RISING and token.dep == "dobj" and any(t.lemma in TALLIES for t in over.subtree())


def bare(words: Sequence[Token], amount: Amount, frame: Frame | None, known: Antecedent | None) -> tuple[Family | None, int]:
    """The family of a bare number and where its words end."""
    token = words[amount.core_end - 1]
    if token.head.dep == "prep" and (over := tally(token.head)) is not None:
        nouns = [t for t in over.subtree() if t.i < token.i and t.pos in ("NOUN", "PROPN") and t.lemma not in TALLIES]
        family = next((f for t in nouns if (f := family_of(t)) in (*PERSONAL, "strikes")), None)
        if family is not None:
            return family, amount.last
    last = amount.last
    if last < len(words) and words[last].lower in BEHIND:
        last += 1
    elif last + 1 < len(words) and words[last].lower == "of" and words[last + 1].lower in OF_THEM:
        last += 2
    elif last < len(words) and words[last].lower == "of":
        last = next((i + 1 for i in range(last + 1, min(last + 4, len(words))) if words[i].pos == "NUM"), last)
    if frame is not None and frame.end is None and frame.by is not None and frame.by.i - words[0].i >= last:
        last = within_relative(words, last, frame.by)
    if known is not None and (frame is None or known.family in PERSONAL or frame.measure in ("struck", "other")):
        return known.family, last
    if frame is not None and frame.measure in ("released", "rescued", "freed", "held", "taken", "alive"):
        return "captives", last
    return "persons", last


def within_relative(words: Sequence[Token], last: int, verb: Token) -> int:
    """The end of "the 30 who have been freed": the verb of the relative clause that begins right behind the number."""
    if last < len(words) and words[last].lower in ("who", "that", "which"):
        return verb.i - words[0].i + 1
    return last
