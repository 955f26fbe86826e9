"""Atoms of a line → mentions: who has which office, whose body it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.learnt import realm_of
from onrecord.annotate.cast.mentions import Atom, Line, Mention, atoms
from onrecord.annotate.cast.titles import POSSESSIVE, after_name, before_name, belongs, inner_side, lead_of, member_of, owner, side_or_words, words_of
from onrecord.types import ParticipantKind, Token

KINDS: dict[str, ParticipantKind] = {
    "country": "state", "demonym": "state", "people": "group", "capital": "place", "seat": "body", "organisation": "body",
    "outlet": "outlet", "service": "body", "group": "body", "faith": "group", "body": "body", "place": "place",
}


def line_mentions(line: Line) -> list[Mention]:
    """All mentions of one line, in order; tokens are numbered as in the report."""
    found = atoms(line)
    out: list[Mention] = []
    for k, atom in enumerate(found):
        if atom.role == "rank" or (out and out[-1].role == "outlet" and line.tokens[0].i + atom.first < out[-1].last):
            continue
        mention = named(line, found, k) if atom.role == "name" else office(line, found, k) if atom.role == "office" else listed(line, found, k)
        if mention is not None:
            out.append(by_pack(mention, atom))
            if mention.role == "owned" and mention.side:
                out.append(make(line, atom))
    return out


def by_pack(mention: Mention, atom: Atom) -> Mention:
    """The mention with what a pack says of it, and that it does."""
    entry = atom.entry
    if entry is None or entry.pack is None or mention.role in ("outlet", "owned") or (mention.role == "body" and atom.role != "body"):
        return mention
    side = f", of {entry.side}" if entry.side and entry.side != entry.name else ""
    kind = "person" if entry.role == "person" else mention.kind
    return replace(mention, kind=kind, full=entry.name, packed=entry, reasons=(*mention.reasons, f"pack {entry.pack}: {mention.name} is {entry.name}{side}"))


def make(line: Line, atom: Atom, **more: object) -> Mention:
    """A mention over an atom's words."""
    base = line.tokens[0].i
    return Mention(base + atom.first, base + atom.last, words_of(line, atom.first, atom.last), **more)  # type: ignore[arg-type]


def listed(line: Line, found: Sequence[Atom], k: int) -> Mention:
    """A mention of something from a general list or of a body by its name."""
    atom = found[k]
    entry = atom.entry
    side = entry.side if entry else inner_side(line, atom) or owner(line, found, k) or realm(line, found, k) or realm_of(words_of(line, atom.first, atom.last))
    mention = make(line, atom, kind=KINDS[atom.role], role=atom.role, side=side, full=entry.name if entry and atom.role != "seat" else None)
    told = [t.lower for t in line.tokens[max(atom.last - 2, atom.first) : atom.last]]
    if atom.role == "body" and told in (["press", "agency"], ["news", "agency"], ["news", "service"]):
        return replace(mention, kind="outlet", role="outlet", side=None)
    paper = paper_end(line, atom) if atom.role in ("demonym", "country", "capital") else 0
    if paper:
        return replace(mention, last=line.tokens[0].i + paper, name=words_of(line, atom.first, paper), kind="outlet", role="outlet", side=None, full=None)
    end = common_body(line, atom) if atom.role in ("demonym", "country", "seat", "group", "service", "organisation", "body", "capital") else 0
    if end:
        base = line.tokens[0].i
        name = words_of(line, atom.first, end)
        if {t.lower for t in line.tokens[atom.last : end]} & PRESS:
            return replace(mention, last=base + end, name=name, kind="outlet", role="outlet", side=None, full=None)
        return replace(mention, last=base + end, name=name, kind="body", role="body", side=side or name, full=None)
    return mention


def realm(line: Line, found: Sequence[Atom], k: int) -> str | None:
    """The state told behind a body's name in full ("the Ministry of Health of the Republic of Ardania")."""
    behind = next((a for a in found[k + 1 :] if a.role in ("name", "country") and a.first > found[k].last + 2), None)
    seat = found[k + 1] if k + 1 < len(found) else None
    if seat is not None and seat.role == "capital" and seat.entry and [t.lower for t in line.tokens[found[k].last : seat.first]] == ["in"]:
        return seat.entry.side if line.tokens[found[k].first].lower in ("ministry", "department") else None
    gap = [t.lower for t in line.tokens[found[k].last : behind.first]] if behind is not None else []
    if behind is None or len(gap) not in (3, 4) or gap[0] != "of" or gap[-1] != "of" or gap[-2] not in words("countries", "learnt", "realms"):
        return None
    told = side_or_words(line, behind)
    return told.title() if told and told.isupper() and len(told) > 3 else told


def paper_end(line: Line, atom: Atom) -> int:
    """The end of an outlet's name that begins with a place or people ("Austrian Press Agency", "Nairobi Star"); 0 where it is none."""
    end, paper = atom.last, False
    while end < len(line.tokens) and line.tokens[end].text[0].isupper() and line.tokens[end].lower in words("bodies", "outlets", "nouns") | {"agency"}:
        paper = paper or line.tokens[end].lower != "agency"
        end += 1
    return end if paper and end > atom.last else 0


def common_body(line: Line, atom: Atom) -> int:
    """The end of "X's war cabinet", "X government": a lower-case body noun after an owner's name; 0 where there is none."""
    nouns, tokens = words("bodies", "state_nouns", "words"), line.tokens
    at = atom.last
    if at < len(tokens) and tokens[at].lower in POSSESSIVE:
        at += 1
    for end in range(min(at + 4, len(tokens)), at, -1):
        phrase = tokens[at:end]
        if any(t.pos not in ("NOUN", "ADJ", "PROPN", "VERB") or t.text[0].isupper() or not t.text[0].isalpha() for t in phrase):
            continue
        if any(t.tag in ("VBD", "VBP", "VBZ") for t in phrase) or any(t.tag == "NNS" and t.lower in PEOPLE for t in phrase[:-1]):
            continue
        text = " ".join(t.lower for t in phrase)
        if (text in nouns or phrase[-1].lower in nouns | EXTRA) and not office_word(phrase[-1]):
            after = tokens[end] if end < len(tokens) else None
            if after is None or after.pos != "NOUN" or after.lower in EXTRA:
                return end
    return 0


PEOPLE = frozenset({"rebels", "militants", "gunmen", "officials", "leaders", "troops", "police", "villagers", "residents", "workers", "protesters"})
"""Plurals that begin a clause in a headline ("Arda rebels accuse army") rather than the name of a body."""
PRESS = frozenset({"news", "newspaper", "broadcaster", "television", "media", "tv", "radio"})
EXTRA = frozenset(
    {"office", "forces", "leadership", "court", "agency", "delegation", "team", "bureau", "wing", "politburo", "council", "intelligence", "service"}
)
"""Further nouns of bodies that have an owner, lower case."""


def office_word(token: Token) -> bool:
    """Whether *token* is an office's noun."""
    return token.lower in words("offices", "offices", "heads")


def named(line: Line, found: Sequence[Atom], k: int) -> Mention:
    """A run of name words, with the office told before or after it."""
    atom = found[k]
    mention = make(line, atom)
    titled, text, side = before_name(line, found, k)
    if titled:
        reason = f"office before the name: {text}" if text else "title before the name"
        mention = replace(mention, kind="person", office=text, side=side, reasons=(reason,), lead=line.tokens[0].i + lead_of(found, k))
    if mention.office is None:
        text, side = after_name(line, found, k)
        if text:
            mention = replace(mention, kind="person", office=text, side=side or mention.side, reasons=(f"office beside the name: {text}",))
    if mention.kind == "person" and mention.side is None:
        mention = replace(mention, side=member_of(line, found, k))
    end = common_body(line, atom)
    if end and mention.kind is None:
        name = words_of(line, atom.first, end)
        base = line.tokens[0].i
        owner_name = words_of(line, atom.first, atom.last)
        if owner_name.lower() in words("offices", "offices", "modifiers"):  # "the Interior ministry" is nobody's of that name
            return Mention(base + atom.first, base + end, name, "body", "body")
        return Mention(base + atom.first, base + end, name, "body", "owned", owner_name, reasons=(f"body of {owner_name}",))
    return mention


def office(line: Line, found: Sequence[Atom], k: int) -> Mention | None:
    """A description by office that no name follows ("the foreign minister", "Kenya's president"); None where a name takes it."""
    atom = found[k]
    if k + 1 < len(found) and found[k + 1].first == atom.last and found[k + 1].role in ("name", "office", "rank"):
        return None
    end = common_body(line, atom) if line.tokens[atom.last : atom.last + 1] and line.tokens[atom.last].lower in POSSESSIVE else 0
    if end:
        first = found[k - 1].first if k and found[k - 1].role in ("demonym", "country") and found[k - 1].last >= atom.first - 1 else atom.first
        base = line.tokens[0].i
        return Mention(base + first, base + end, words_of(line, first, end), "body", "body", belongs(line, found, k))
    return make(line, atom, role="office", side=belongs(line, found, k), office=words_of(line, atom.first, atom.last))
