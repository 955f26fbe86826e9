"""What a number counts: its noun, the unit and the scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.annotate.figures.amount import Amount
from onrecord.annotate.figures.durations import long_behind, qualified
from onrecord.annotate.figures.numbers import HYPHENS
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

Family = Literal["captives", "prisoners", "persons", "strikes", "deaths", "injuries", "bodies", "time", "money", "things", "percent"]
NOUNS = frozenset({"NOUN", "PROPN"})
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV", "PART"})
REACH = 8
"""How many words may stand between a number and its noun."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase of an amount: *first* to *last* are the tokens from the number to its end; *head* is None where the noun is left out."""

    head: Token | None
    family: Family | None
    unit: str
    scope: tuple[Token, ...]
    last: int
    """Index in the sentence after the last word."""
    apart: bool = False
    """Whether the noun is of the set from which these are taken ("twelve of the forty miners")."""


def lemma_of(token: Token) -> str:
    """The lower-case lemma, with the plural taken off a word that the model holds for a name."""
    text = token.lemma.lower()
    if token.tag == "NNPS" and text.endswith("s"):
        text = text[:-1]
    if text.endswith("men") and len(text) > 4:
        text = f"{text[:-3]}man"
    if text.endswith("children"):
        text = text[:-3]
    return {"pows": "pow", "troops": "troop"}.get(text, text)


def counted(words: Sequence[Token], amount: Amount) -> Counted:
    """The noun phrase behind *amount*; an empty one (head None) where no noun is there."""
    at = amount.last
    if amount.unit == "percent":
        return share(words, at)
    if amount.unit is not None:
        return Counted(words[amount.core - 1], "money", amount.unit, (), at)
    if at < len(words) and words[at].lower in HYPHENS:
        return hyphened(words, at)
    if not amount.ordinal and words[amount.core].lower in lexicon("figures_units")["time"]["words"]:
        return Counted(words[amount.core], "time", unit_of(words[amount.core], "time"), (), at)
    apart = False
    if at < len(words) and words[at].lower == "of" and at + 1 < len(words):
        begin = at + 1
        at = partitive(words, at)
        apart = at > begin
    end = noun_end(words, at)
    if end is None:
        return Counted(None, None, "", (), amount.last)
    head = words[end]
    end = joined(words, end)
    family = family_of(head)
    scope = scope_of(words, at, end, family)
    last = end + 1
    if family == "prisoners" and [w.lower for w in words[last : last + 2]] == ["of", "war"]:
        last += 2
    if family == "persons" and (tail := belonging(words, last)) > last:
        scope, last = (*scope, *words[last:tail]), tail
    return Counted(head, family, unit_of(head, family), scope, last, apart)


def share(words: Sequence[Token], at: int) -> Counted:
    """A percentage with the set it is taken of; its unit is spelt as the report spells it."""
    unit = "per cent" if at > 1 and words[at - 1].lower == "cent" else "percent"
    of = at + 1 < len(words) and words[at].lower in ("of", "the")
    at = partitive(words, at) if of and words[at].lower == "of" else at + of
    end = noun_end(words, at) if of else None
    if end is None:
        return Counted(None, "percent", unit, (), at)
    return Counted(words[end], "percent", unit, tuple(words[i] for i in range(at, end + 1) if words[i].pos not in ("DET", "NUM")), end + 1)


def hyphened(words: Sequence[Token], at: int) -> Counted:
    """ "seven-day", "45-minute": only a time can be counted by a compound."""
    nothing = Counted(None, None, "", (), at)
    if at + 1 >= len(words):
        return nothing
    times: dict[str, str] = lexicon("figures_units")["time"]["words"]
    unit = words[at + 1].lower
    if unit == "long" and words[at - 1].lower in times:
        return Counted(words[at - 1], "time", times[words[at - 1].lower], (), qualified(words, at + 2))
    old = at + 2 < len(words) and (words[at + 2].lower == "old" or (words[at + 2].lower in HYPHENS and words[min(at + 3, len(words) - 1)].lower == "old"))
    if unit.rstrip("s") not in times or old:
        return Counted(words[at + 1], None, "", (), at)
    at += 2 + 2 * long_behind(words, at + 2)
    return Counted(words[at - 1], "time", times[unit.rstrip("s")], (), qualified(words, at))


def partitive(words: Sequence[Token], of: int) -> int:
    """Where the noun phrase begins behind "of", "of the", "of its"; the place of "of" itself before another number or pronoun."""
    at = of + 1
    owner = next((i for i in range(at, min(at + 4, len(words) - 1)) if words[i].tag == "POS" and words[i + 1].pos == "NUM"), None)
    at = owner + 1 if owner is not None else at  # "five of the ship's 22 crew"
    while at < len(words) and (words[at].pos == "DET" or words[at].tag == "PRP$"):
        at += 1
    if at >= len(words) or words[at].pos in ("PRON", "SCONJ"):
        return of
    return at


def noun_end(words: Sequence[Token], at: int) -> int | None:
    """The place of the head noun of the phrase that begins at *at*, or None."""
    end: int | None = None
    for i in range(at, min(at + REACH, len(words))):
        token = words[i]
        if end is not None and words[end].tag in ("NNS", "NNPS") and token.lower in ("hostage", "captive", "prisoner"):
            break
        if end is not None and token.ent in ("DATE", "TIME") and words[end].ent not in ("DATE", "TIME"):
            break
        if token.pos in NOUNS or (token.lower in peoples() and token.lower.endswith("s")) or lemma_of(token) in lexicon("figures_units")["persons"]["words"]:
            if end is not None and end < i - 1 and not linked(words, end, i):
                break
            end = i
        elif token.lower in HYPHENS or token.lower in ("'s", "’s") or (end is None and i > at and links_adjectives(words, i)):
            continue
        elif end is not None or not modifies(token):
            break
    return end


def links_adjectives(words: Sequence[Token], i: int) -> bool:
    """Whether "and", "or" or a comma joins two adjectives before a noun."""
    return words[i].lower in ("and", "or", ",") and i + 1 < len(words) and words[i + 1].pos == "ADJ"


def linked(words: Sequence[Token], end: int, i: int) -> bool:
    """Whether the words between two nouns are hyphens or a possessive ending."""
    return all(w.lower in HYPHENS or w.lower in ("'s", "’s", "/") for w in words[end + 1 : i])


def modifies(token: Token) -> bool:
    """Whether a word may stand between a number and its noun."""
    if token.pos == "VERB":
        return token.tag in ("VBN", "VBG", "JJ") and token.dep in ("amod", "compound", "nmod")
    return token.pos in ("ADJ", "ADV", "NUM") and token.dep not in ("acomp", "oprd") and token.lower not in ("so", "also", "still", "already", "later")


def joined(words: Sequence[Token], end: int) -> int:
    """The end of "women and children": a second bare noun of persons is counted with the first."""
    if end + 2 < len(words) and words[end + 1].lower in ("and", "or") and family_of(words[end]) == family_of(words[end + 2]) == "persons":
        after = end + 3 < len(words) and words[end + 3].pos in NOUNS
        if words[end + 2].pos in NOUNS and not after:
            return end + 2
    third = end + 3 < len(words) and words[end + 1].lower == "and" and words[end + 2].pos in ("NOUN", "ADJ") and words[end + 2].head is words[end + 3]
    if third and words[end + 3].tag == "NNS" and words[end + 3].dep == "conj" and family_of(words[end]) == family_of(words[end + 3]) == "persons":
        return end + 3  # "61 monks and lay workers"
    return end


def belonging(words: Sequence[Token], at: int) -> int:
    """The end of a short "of …" phrase behind members; *at* where none stands."""
    if at >= len(words) or words[at].lower != "of" or lemma_of(words[at - 1]) not in ("member", "leader", "employee", "family"):
        return at
    end = noun_end(words, at + 2 if words[min(at + 1, len(words) - 1)].pos == "DET" else at + 1)
    return end + 1 if end is not None else at


def family_of(head: Token) -> Family:
    """The family of things that a noun belongs to."""
    book, lemma = lexicon("figures_units"), lemma_of(head)
    for family in ("captives", "prisoners", "strikes", "bodies", "deaths", "injuries"):
        if lemma in book[family]["words"]:
            return family
    if lemma in book["time"]["words"]:
        return "time"
    if lemma in book["money"]["words"]:
        return "money"
    people = head.pos in NOUNS and (head.ent == "NORP" or head.lower in peoples() or of_a_people(head))
    if people or lemma in book["persons"]["words"] or lemma.endswith(tuple(book["persons"]["endings"])):
        return "persons"
    return "things"


def of_a_people(head: Token) -> bool:
    """Whether a name in the plural is formed like one of a people."""
    return head.tag == "NNPS" and len(head.lower) > 5 and head.lower.endswith(tuple(lexicon("figures_units")["peoples"]["endings"]))


@cache
def peoples() -> frozenset[str]:
    """What the people of every country are called, one and many, lower case."""
    names = [n.lower() for row in lexicon("countries")["rows"] for n in row[2].split("/") if n] + ["kurds", "arabs", "jews", "europeans", "africans", "asians"]
    return frozenset(names) | frozenset(n[:-1] for n in names if n.endswith("s"))


def doer(head: Token | None) -> bool:
    """Whether a noun that no list has is formed like one of persons ("negotiators", "climbers", "pianists")."""
    book = lexicon("figures_units")["persons"]
    lemma = lemma_of(head) if head is not None else ""
    return lemma.endswith(tuple(book["doers"])) and len(lemma) > 4 and not lemma.endswith(tuple(book["things"]))


def unit_of(head: Token, family: Family) -> str:
    """The canonical plural noun of *head*."""
    book, lemma = lexicon("figures_units"), lemma_of(head)
    if family in ("captives", "prisoners", "strikes"):
        return str(book[family]["unit"])
    fixed = {"persons": "people", "deaths": "people", "injuries": "people", "bodies": "bodies"}
    if family in fixed:
        return fixed[family]
    if family in ("time", "money"):
        return str(book[family]["words"][lemma])
    return plural(head)


def plural(head: Token) -> str:
    """The plural of a noun, by spelling alone."""
    word = head.lower
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word in ("child", "person"):
        return {"child": "children", "person": "people"}[word]
    if head.tag in ("NNS", "NNPS") or word.endswith(("s", "men", "people", "children", "crew", "personnel", "staff")):
        return word
    if word.endswith("y") and word[-2:-1] not in ("a", "e", "o", "u"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ch", "sh", "x", "z")) else f"{word}s"


def scope_of(words: Sequence[Token], at: int, end: int, family: Family) -> tuple[Token, ...]:
    """The words that say which of them are counted: the qualifiers, with the noun where the unit does not say it."""
    book = lexicon("figures_units")
    if family in ("things", "strikes", "time", "money"):
        return ()
    plain = family != "persons" or lemma_of(words[end]) in ("people", "person", "other")
    last = end - 1 if plain else end
    part = list(words[at : last + 1]) if last >= at else []
    while part and (part[0].lower in book["no_scope"]["words"] or part[0].pos in ("DET", "NUM", "ADV", "PUNCT") or part[0].tag == "PRP$"):
        part.pop(0)
    while part and (part[-1].lower in HYPHENS or part[-1].lower in book["no_scope"]["words"] or part[-1].lower == "and"):
        part.pop()
    return tuple(part)
