"""Atoms of a line → mentions: who has which office, whose body it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.cast.gazetteer import look_up, words
from onrecord.annotate.cast.mentions import Atom, Line, Mention, atoms
from onrecord.types import ParticipantKind, Token

POSSESSIVE = ("'s", "’s", "'", "’")
BETWEEN = (
    ",", "a", "an", "the", "its", "their", "his", "her", "who", "is", "was", "one", "of", "now", "then", "and", "currently", "also", "whose",
    "has", "been", "serves", "as", "served", "acts", "acting", "heads", "leads", "(", "described", "identified",
)
"""Words that may stand between a name and the office told after it."""
KINDS: dict[str, ParticipantKind] = {
    "country": "state", "demonym": "state", "people": "group", "capital": "place", "seat": "body", "organisation": "body",
    "outlet": "outlet", "service": "body", "group": "body", "faith": "group", "body": "body", "place": "place",
}
OWNERS = ("demonym", "country", "capital", "seat", "service", "group", "organisation", "body", "name", "outlet")


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


def words_of(line: Line, first: int, last: int) -> str:
    """The text of places `[first, last)` of a line with single spaces where the report has any space."""
    tokens = line.tokens[first:last]
    out = ""
    for k, token in enumerate(tokens):
        if k and token.start > tokens[k - 1].end:
            out += " "
        out += token.text
    return out


def make(line: Line, atom: Atom, **more: object) -> Mention:
    """A mention over an atom's words."""
    base = line.tokens[0].i
    return Mention(base + atom.first, base + atom.last, words_of(line, atom.first, atom.last), **more)  # type: ignore[arg-type]


def listed(line: Line, found: Sequence[Atom], k: int) -> Mention:
    """A mention of something from a general list or of a body by its name."""
    atom = found[k]
    entry = atom.entry
    side = entry.side if entry else inner_side(line, atom) or owner(line, found, k) or realm(line, found, k)
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


def inner_side(line: Line, atom: Atom) -> str | None:
    """The side named inside a body's own name ("Kenyan Foreign Ministry", "Ministry of Peace of Kenya")."""
    for place in range(atom.first, atom.last):
        hit = look_up(line.tokens[: atom.last], place)
        if place > atom.first and line.tokens[place - 1].lower in ("for", "on", "to", "against"):
            break
        if hit and hit[0].side and hit[0].role in ("country", "demonym", "seat", "service", "group") and not (hit[0].role == "group" and place != atom.first):
            liberation = place > 0 and line.tokens[place - 1].lower in ("of", "the") and "liberation" in words_of(line, atom.first, place).lower()
            return None if liberation else hit[0].side
    return None


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


def owner(line: Line, found: Sequence[Atom], k: int) -> str | None:
    """Whose the thing of atom *k* is, told directly before it ("Kenya's", "Kenyan", "Front"): the side or the owner's words."""
    if k == 0:
        return None
    before, atom = found[k - 1], found[k]
    gap = line.tokens[before.last : atom.first]
    allowed = words("offices", "offices", "modifiers")
    if before.role not in OWNERS or any(t.lower not in POSSESSIVE and t.lower not in allowed for t in gap):
        return None
    if gap and gap[0].lower not in POSSESSIVE and before.role not in ("demonym", "country", "group", "body", "service"):
        return None
    return side_or_words(line, before)


def side_or_words(line: Line, atom: Atom) -> str | None:
    """The side of a listed atom, the plain words of another."""
    if atom.entry:
        return atom.entry.side
    return inner_side(line, atom) or words_of(line, atom.first, atom.last)


def belongs(line: Line, found: Sequence[Atom], k: int) -> str | None:
    """Whose office atom *k* is, told before it, or after it with "of", "for"."""
    before = owner(line, found, k)
    if before:
        return before
    if k + 1 >= len(found):
        return None
    atom, after = found[k], found[k + 1]
    gap = [t.lower for t in line.tokens[atom.last : after.first]]
    between = words("offices", "offices", "modifiers") | {"the", "a", "an"}
    lands = gap[:1] == ["for"] and atom.office is not None and atom.office.head in SENT and after.role in ("country", "capital")
    if gap and gap[0] in ("of", "for", "at", "with") and not lands and after.role in OWNERS and all(w in between for w in gap[1:]):
        deeper = found[k + 2] if k + 2 < len(found) else None
        if after.role in ("demonym",) and deeper and deeper.first == after.last and deeper.role in ("body", "service"):
            return after.entry.side if after.entry else None
        return side_or_words(line, after)
    return None


SENT = frozenset({"envoy", "coordinator", "rapporteur", "mediator", "representative", "commissioner"})
"""Offices that are held for a country and not by it ("the special envoy for Sudan")."""


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
        return Mention(base + atom.first, base + end, name, "body", "owned", owner_name, reasons=(f"body of {owner_name}",))
    return mention


def member_of(line: Line, found: Sequence[Atom], k: int) -> str | None:
    """The body told after a name with "of", "from", "with" ("lawmaker Ana Silva of the Green Party")."""
    if k + 1 >= len(found):
        return None
    gap = [t.lower for t in line.tokens[found[k].last : found[k + 1].first]]
    bodies = ("body", "group", "service", "organisation", *(("country", "name") if gap[:1] == ["of"] else ()))
    return side_or_words(line, found[k + 1]) if gap in (["of"], ["of", "the"], ["from", "the"], ["with", "the"]) and found[k + 1].role in bodies else None


def lead_of(found: Sequence[Atom], k: int) -> int:
    """The first place of the titles and offices directly before name *k*."""
    at = found[k].first
    for atom in reversed(found[:k]):
        if atom.last != at or atom.role not in ("rank", "office"):
            break
        at = atom.first
    return at


def before_name(line: Line, found: Sequence[Atom], k: int) -> tuple[bool, str | None, str | None]:
    """Whether a title or office stands directly before name *k*; its office and side."""
    place, at = k - 1, found[k].first
    titled, text, side = False, None, None
    while place >= 0 and found[place].last == at and found[place].role in ("rank", "office"):
        titled = True
        if found[place].role == "office":
            text, side = words_of(line, found[place].first, found[place].last), belongs(line, found, place)
        at = found[place].first
        place -= 1
    if titled and text is None and place >= 0:
        side = owner(line, found, place + 1) if found[place + 1].role == "office" else None
    return titled, text, side


def after_name(line: Line, found: Sequence[Atom], k: int) -> tuple[str | None, str | None]:
    """Office and side told after name *k* in apposition, or before it as "the head of X, NAME"."""
    allowed = words("offices", "offices", "modifiers") | set(BETWEEN) | set(POSSESSIVE)
    for j in range(k + 1, min(k + 4, len(found))):
        gap = line.tokens[found[k].last : found[j].first]
        outside = [t for t in gap if not inside(found, t, line)]
        if not outside or outside[0].text not in (",", "(", "-", "—", "–", "is", "was"):
            break
        if any(t.lower not in allowed and not t.text.isdigit() for t in outside):
            break
        if found[j].role == "office":
            if j + 1 < len(found) and found[j + 1].first == found[j].last and found[j + 1].role == "name":
                break
            return words_of(line, found[j].first, found[j].last), belongs(line, found, j)
    return ahead_of_name(line, found, k)


def ahead_of_name(line: Line, found: Sequence[Atom], k: int) -> tuple[str | None, str | None]:
    """Office and side told before name *k* and parted by a comma: "the head of the Front, NAME, said"."""
    for j in range(k - 1, max(k - 4, -1), -1):
        between = line.tokens[found[j].last : found[k].first]
        if found[j].role != "office" or not between or between[-1].text != "," or len(between) >= 12:
            continue
        if all(inside(found, t, line) or t.lower in (",", "of", "for", "the", "'s", "’s") for t in between):
            closing = line.tokens[found[k].last : found[k].last + 1]
            if closing and (closing[0].text == "," or closing[0].pos in ("VERB", "AUX")):
                return words_of(line, found[j].first, found[j].last), belongs(line, found, j)
    return None, None


def inside(found: Sequence[Atom], token: Token, line: Line) -> bool:
    """Whether *token* lies in one of the atoms."""
    place = token.i - line.tokens[0].i
    return any(a.first <= place < a.last for a in found)


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
