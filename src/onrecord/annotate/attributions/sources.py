"""Who the source of an attribution is: its class, side, number, closeness and office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from onrecord.annotate.cast import Cast
from onrecord.annotate.cast.sides import side_of
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, Participant, SourceClass, Token

Access = Literal["direct knowledge", "briefed", "familiar"]
NUMBERS = {"one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "both": 2}
KINDS: dict[str, SourceClass] = {
    "person": "named_person",
    "body": "named_body",
    "state": "named_body",
    "place": "named_body",
    "outlet": "outlet",
    "group": "group",
    "document": "document",
    "thing": "document",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The source as read: *resolved* is the fullest form found in the report."""

    words: str
    source_class: SourceClass
    resolved: str
    affiliation: str | None
    access: Access | None
    number: int | None
    office: str | None
    participant: Participant | None


@cache
def nouns(section: str) -> frozenset[str]:
    """The words of one section of `lexicons/sources.toml`."""
    return frozenset(lexicon("sources")[section]["words"])


def read_source(parsed: Parsed, who: Cast, first: int, last: int, head: Token) -> Source:
    """What is known of the source at tokens `[first, last)` whose head is *head*."""
    phrase = parsed.tokens[first:last]
    text = parsed.report.text[phrase[0].start : phrase[-1].end]
    members = [c for c in conjuncts(head) if first <= c.i < last]
    name = apposed(phrase, head, who)
    person = name or who.at(part_of(head)) or who.at(head)
    kind = ("named_person" if name.kind == "person" else "named_body") if name is not None else class_of(phrase, part_of(head), person)
    names = [p.name for m in members if (p := who.at(m)) is not None]
    resolved = text
    own = own_name(parsed, part_of(head)) if kind in ("unnamed_official", "unnamed_source", "group") else None
    if own is not None:
        kind, resolved = own
    if person is not None and own is None:
        together = " and ".join(dict.fromkeys(names)) if len(names) == len(members) else text
        resolved = together if len(members) > 1 else person.name
    side = person.side if person is not None and person.side else side_of(phrase, who)
    if kind == "group" and person is not None and person.kind == "body":
        side = None
    kind = of_several(kind, head, members)
    if kind == "named_body" and side is None and person is not None and person.name in lexicon("bodies")["neutral"]["speaking"]:
        side = min((a for a in (person.name, *person.aliases) if a.isupper()), default=person.name)
    owner = owner_of(part_of(head), who)
    if owner is not None and owner.kind in ("body", "state"):
        kind, side = "unnamed_official", side or owner.side
    if len({p.side for m in members if (p := who.at(m)) is not None}) > 1:
        side = None
    access = access_of(text) or (access_of(person.name) if person is not None else None)
    office = person.office if person else None
    if kind == "outlet":
        state = {t.lower for t in phrase} & nouns("state_outlets")
        side = (side_of(phrase, who) or (who.home if head.pos == "NOUN" else None)) if state else None
    return Source(text, kind, resolved, side, access if kind.startswith("unnamed") else None, number_of(phrase), office, person)


def own_name(parsed: Parsed, head: Token) -> tuple[SourceClass, str] | None:
    """The class and name by which unnamed people go ("a commander who gave his name as Captain Lobo", "men calling themselves the Azgar Front"), or None."""
    ahead = parsed.tokens[head.i + 1 : min(head.i + NAMING, parsed.sentences[head.sent].last)]
    said = " ".join(t.lower for t in ahead[:BEGIN])
    book = lexicon("sources")["named_by"]
    found = next(((c, p) for c in ("person", "body") for p in book[c] if f" {p} " in f" {said} "), None)
    if found is None:
        return None
    start = len(f" {said} ".split(f" {found[1]} ")[0].split()) + len(found[1].split())
    name: list[Token] = []
    for token in ahead[start:]:
        if token.pos == "PROPN" or (name and token.lower in ("al", "el", "de", "bin", "ibn", "-")):
            name.append(token)
        elif name or token.pos in ("VERB", "AUX"):
            break
    return (KINDS[found[0]], parsed.report.text[name[0].start : name[-1].end]) if name else None


BEGIN = 8
"""Words behind a noun within which such a phrase stands whole."""
NAMING = 14
"""Words behind a noun within which the name stands that its owner gives."""


def of_several(kind: SourceClass, head: Token, members: Sequence[Token]) -> SourceClass:
    """The class where it hangs on how many speak: one person is no group, and officials who speak with a source are sources."""
    if kind == "group" and head.lower in ("he", "she", "him", "her", "one"):
        return "unnamed_source"
    told = {m.lower for m in members}
    return "unnamed_source" if kind == "unnamed_official" and len(members) > 1 and told & nouns("sources") else kind


def owner_of(member: Token, who: Cast) -> Participant | None:
    """The body or state whose member is told of by a pronoun ("its members", "a member of its delegation"), or None."""
    if member.lemma != "member":
        return None
    whole = next((n for c in member.children if c.dep == "prep" and c.lower == "of" and (n := c.has("pobj")) is not None), None)
    nouns_told = [member, *([whole] if whole is not None else [])]
    return next((p for n in nouns_told for c in n.children if c.tag == "PRP$" and (p := who.at(c)) is not None), None)


def apposed(phrase: Sequence[Token], head: Token, who: Cast) -> Participant | None:
    """The person named in apposition to a common noun ("the prefect, Luc Marchand"), or None."""
    if head.pos != "NOUN" and part_of(head) is head:
        return None
    last = phrase[-1].i
    for child in (*head.children, *(part_of(head).children if part_of(head) is not head else ())):
        if child.dep == "appos" and head.i < child.i <= last and child.pos == "PROPN":
            person = who.at(child)
            if person is not None and (person.kind == "person" or (person.kind == "body" and head.tag == "NN" and head.lower in nouns("employers"))):
                return person
    return None


def part_of(head: Token) -> Token:
    """Of whom "one", "some" and "both" are a part ("one of them"), else the head itself."""
    if head.lower in ("one", "some", "two", "three", "several", "many", "most", "all", "both", "another"):
        of = next((c for c in head.children if c.dep == "prep" and c.lower == "of"), None)
        noun = of.has("pobj") if of is not None else None
        return noun if noun is not None else head
    return head


def conjuncts(head: Token) -> list[Token]:
    """The noun and those joined to it by "and"."""
    found, at = [head], head
    while (joined := at.has("conj")) is not None:
        found.append(joined)
        at = joined
    return found


def class_of(phrase: Sequence[Token], head: Token, person: Participant | None) -> SourceClass:
    """The class of a source: by its noun where that is a common one, else by what its name is known to be."""
    noun = head.lower
    if person is not None and person.kind == "body" and watching(phrase):
        return "group"
    if (person is not None and stands_for_state(phrase, head, person)) or of_commander(phrase, head):
        return "named_body"
    common = head.pos == "NOUN" or (head.pos in ("PRON", "DET", "ADJ", "NUM") and noun in nouns("sources") | nouns("groups"))
    if common or (head.pos == "PROPN" and head.text.islower()):
        found = common_class(phrase, noun)
        by_name = person is not None and person.kind == "person" and person.name != " ".join(t.text for t in phrase)
        if found is not None and not (by_name and found in ("unnamed_official", "unnamed_source", "group")):
            return found
    if is_outlet(phrase, head) and (person is None or person.kind in ("body", "outlet", "thing")):
        return "outlet"
    if person is not None:
        found = by_participant(person)
        return "unnamed_source" if found == "group" and head.tag == "NN" and noun not in nouns("collective") | nouns("bodies") else found
    if head.ent == "PERSON":
        return "named_person"
    if head.ent in ("ORG", "GPE", "NORP", "LOC", "FAC") or head.pos == "PROPN":
        return "named_body"
    return common_class(phrase, noun) or ("unnamed_source" if head.tag == "NN" else "group")


def stands_for_state(phrase: Sequence[Token], head: Token, person: Participant) -> bool:
    """Whether a people stands for its state ("the Omanis told the rebels"), with nothing behind it that makes them some of that people."""
    return person.kind in ("state", "group") and len(phrase) == 2 and phrase[0].lower == "the" and phrase[1] is head and head.lower in peoples()


def of_commander(phrase: Sequence[Token], head: Token) -> bool:
    """Whether fighters are told of by whose they are ("Diedhiou's men"): they speak as the armed band that they are."""
    owner = next((c for c in head.children if c.dep == "poss"), None)
    return head.lower in nouns("bands") and owner is not None and owner.pos == "PROPN" and not any(t.pos == "NUM" for t in phrase)


@cache
def peoples() -> frozenset[str]:
    """What the people of every country are called, many of them, lower case."""
    names = [n.lower() for row in lexicon("countries")["rows"] for n in row[2].split("/") if n]
    return frozenset(n if n.endswith(("s", "ese", "ch", "sh")) else f"{n}s" for n in names)


def is_outlet(phrase: Sequence[Token], head: Token) -> bool:
    """Whether a name begins or ends with the word of a newspaper, station or agency ("Radio Tamis", "the Harbour Gazette")."""
    if head.pos != "PROPN":
        return False
    names = [t.lower for t in phrase if t.pos == "PROPN"]
    return bool(names) and (names[-1] in nouns("outlet_words") or names[0] in ("radio", "tv") or " ".join(names).endswith(("news agency", "press agency")))


def watching(phrase: Sequence[Token]) -> bool:
    """Whether a name is told of as a group of citizens ("the rights group Memoria", "Airwatch, a war-tracking group")."""
    words = [t.lower for t in phrase]
    at = next((i for i, t in enumerate(phrase) if t.lower in nouns("watching_groups") and t.pos == "NOUN"), 0)
    return at > 0 and any(w in nouns("causes") for w in words[max(0, at - 3) : at])


def by_participant(person: Participant) -> SourceClass:
    """The class that follows from what a participant is; one known by a description only is classed by its words."""
    words = re.findall(r"[\w'’-]+", person.name)
    described = bool(words) and words[0].lower() in ("the", "a", "an", "our", "his", "her", "their", "its")
    described = described or (len(words) == 1 and person.kind == "group")
    if (words and person.kind in ("person", "group") and (words[-1].islower() or described)) or (words and words[0].islower() and person.kind != "body"):
        for word in reversed([w.lower() for w in words]):
            for section, kind in (("sources", "unnamed_source"), ("officials", "unnamed_official"), ("groups", "group"), ("documents", "document")):
                if word in nouns(section):
                    return cast(SourceClass, kind)
    return KINDS[person.kind]


def common_class(phrase: Sequence[Token], noun: str) -> SourceClass | None:
    """The class that a common noun gives, or None."""
    words = {t.lower for t in phrase}
    if noun == "media" and words & nouns("state_outlets"):
        return "outlet"
    if noun in nouns("fighting_sides") and not any(t.pos == "NUM" for t in phrase) and (phrase[0].lower == "the" or len(phrase) == 1):
        return "named_body"
    if noun in ("group", "groups") and any(t.dep == "pobj" and t.head.lower == "of" and t.lower in nouns("groups") for t in phrase):
        return "group"
    if noun in ("member", "members"):
        return "unnamed_official" if words & nouns("bodies") else "group" if noun == "members" else "unnamed_source"
    if noun in ("people", "person", "those", "one", "someone", "individual", "individuals"):
        needed = set(lexicon("sources")["sources"]["people_need"])
        if noun in ("those", "one", "people") and not words & needed:
            return "group"
        return "unnamed_source"
    if noun in ("leader", "leaders", "figure", "elder") and words & nouns("communities"):
        return "unnamed_source" if is_one(phrase, noun) else "group"
    if noun in ("paper", "papers") and phrase[0].lower in ("a", "an", "one", "two"):
        return "document"
    if noun == "agencies" and words & nouns("helping"):
        return "group"
    if noun in nouns("documents") and noun not in nouns("outlet_words"):
        return "document"
    if any(h in " ".join(t.lower for t in phrase) for h in lexicon("sources")["outlet_words"]["heads"]):
        return "outlet"
    for section, kind in (
        ("sources", "unnamed_source"),
        ("officials", "unnamed_official"),
        ("documents", "document"),
        ("bodies", "named_body"),
        ("groups", "group"),
    ):
        if noun in nouns(section):
            return "unnamed_source" if kind == "group" and is_one(phrase, noun) else cast(SourceClass, kind)
    if noun in nouns("outlet_words"):
        return "outlet"
    return "unnamed_source" if noun.endswith(("er", "or", "ist", "man", "woman", "ian")) and is_one(phrase, noun) else None


def is_one(phrase: Sequence[Token], noun: str) -> bool:
    """Whether a noun tells of one person."""
    return noun not in nouns("collective") and any(t.lower == noun and t.tag in ("NN", "NNP") for t in phrase)


def access_of(text: str) -> Access | None:
    """How close the source is said to be to the matter."""
    low = text.lower()
    words = lexicon("sources")["access"]
    found: tuple[tuple[str, Access], ...] = (("direct", "direct knowledge"), ("briefed", "briefed"), ("familiar", "familiar"))
    return next((name for key, name in found if any(w in low for w in words[key])), None)


def number_of(phrase: Sequence[Token]) -> int | None:
    """How many sources are said to speak, where a number or "a" is told."""
    first = phrase[0]
    for token in phrase[:4]:
        if token.lower in NUMBERS and token is not first:
            return NUMBERS[token.lower]
        if token.text.isdigit():
            return int(token.text)
    return NUMBERS.get(first.lower)
