"""Capitalised names of one report, cut into bodies, persons, places and offices before anybody is joined with anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.annotate.cast.gazetteer import Entry, Table, found_in, look_up, lower_firsts, words
from onrecord.annotate.cast.offices import Office, begins_office, office_at, rank_at
from onrecord.annotate.cast.spelled import spelled_end, wing_end
from onrecord.types import Parsed, ParticipantKind, Sentence, Token

SMALL_TITLE = 4
"""A line shorter than this many words cannot be told to be in title case."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `[first, last)` that name or describe somebody; what is not known yet is None."""

    first: int
    last: int
    name: str
    kind: ParticipantKind | None = None
    role: str = "name"
    side: str | None = None
    office: str | None = None
    full: str | None = None
    """The fullest name, where a general list or the mention itself gives it."""
    reasons: tuple[str, ...] = ()
    lead: int | None = None
    """First word of the titles and offices that stand directly before the name."""
    packed: Entry | None = None
    """The entry of a pack that names it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with what is needed to tell names from capitals."""

    tokens: tuple[Token, ...]
    titled: bool
    """Whether it is written in title case, so that capitals tell nothing."""
    known: frozenset[str]
    """Words that running text of the report writes with a capital inside a sentence."""
    common: frozenset[str]
    """Words that the report also writes in lower case."""
    packed: Table = field(default_factory=dict)
    """The names that packs give."""


def lines(parsed: Parsed, packed: Table) -> list[Line]:
    """Every sentence of the report as a Line; *packed* are the names that packs give."""
    headed = [titled(parsed, s) for s in parsed.sentences]
    known, common = capitals(parsed, headed)
    return [Line(parsed.of(s), head, known, common, packed) for s, head in zip(parsed.sentences, headed, strict=True)]


def titled(parsed: Parsed, sentence: Sentence) -> bool:
    """Whether most longer words of the sentence have a capital though they are no names."""
    words_there = parsed.of(sentence)
    long = [t for t in words_there if len(t.text) > 3 and t.text[0].isalpha()]
    upper = sum(t.text[0].isupper() for t in long)
    if words_there[-1].text in (".", "”", '"', "?", "!"):
        if any(t.text.islower() and t.pos in ("VERB", "AUX", "PRON") for t in words_there):
            return False
        return len(long) > SMALL_TITLE and upper == len(long)
    return len(long) >= SMALL_TITLE and upper / len(long) > 0.75


def capitals(parsed: Parsed, headed: Sequence[bool]) -> tuple[frozenset[str], frozenset[str]]:
    """Words met with a capital inside a sentence, and words met in lower case; sentences that are *headed* in title case are left out."""
    known, common = set(), set()
    for sentence, head in zip(parsed.sentences, headed, strict=True):
        if head:
            continue
        for token in parsed.of(sentence):
            if token.text[0].islower():
                common.add(token.lower)
            elif token.text[0].isupper() and not opens(token, parsed.tokens):
                known.add(token.lower)
    return frozenset(known), frozenset(common)


def opens(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether *token* opens a sentence or quotation, where every word has a capital."""
    before = token.i - 1
    if before < 0 or tokens[before].sent != token.sent:
        return True
    return tokens[before].text in ("“", '"', "‘", "'", ":", "—", "–", "(", "[", "•", "-", "``")


def is_name(line: Line, at: int) -> bool:
    """Whether the word at place *at* of the line is (part of) a name by its capital."""
    token = line.tokens[at]
    text = token.text
    if not text[0].isupper() or (token.lower in words("names", "not_names", "words") and not month_as_name(line, at)):
        return False
    if line.titled:
        return (token.lower in line.known and token.lower not in line.common) or behind_realm(line, at)
    if at and not opens_at(line, at):
        return token.pos not in ("PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX") or (len(text) > 1 and text.isupper())
    if token.lower in line.common and token.lower in words("bodies", "common_bodies", "words"):
        return False
    if token.lower in line.known:
        return True
    following = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    named = bool(token.ent) and token.ent not in ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "MONEY")
    beside = following is not None and following.text[0].isupper() and following.lower not in words("names", "not_names", "words")
    return (token.pos == "PROPN" and token.lower not in line.common) or (named and (token.pos == "PROPN" or beside))


def behind_realm(line: Line, at: int) -> bool:
    """Whether "Republic of" or the like stands before place *at*: even in a line of capitals a state's name follows."""
    return at > 1 and line.tokens[at - 1].lower == "of" and line.tokens[at - 2].lower in words("countries", "learnt", "realms")


def month_as_name(line: Line, at: int) -> bool:
    """Whether a month's name is a person's here ("Jan Peeters"): tagged so, with a name after it."""
    after = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    named = after is not None and after.text[0].isupper() and after.text.isalpha()
    return named and line.tokens[at].ent == "PERSON" and line.tokens[at].lower in ("jan", "may", "april", "june", "august", "mar", "augustus")


def opens_at(line: Line, at: int) -> bool:
    """Whether place *at* opens the line or a quotation in it."""
    return at == 0 or line.tokens[at - 1].text in ("“", '"', "‘", "'", ":", "—", "–", "(", "[", "•", "-", "``")


def name_end(line: Line, at: int) -> int:
    """Where the run of name words that begins at *at* ends; particles and hyphens inside are kept."""
    tokens, particles = line.tokens, words("names", "particles")
    end = at
    while end < len(tokens):
        if end > at and (rank_at(tokens, end) or office_at(tokens, end) or listed_elsewhere(line, end)):
            break
        if is_name(line, end):
            end += 1
            continue
        step = end
        while step < len(tokens) and (tokens[step].lower in particles or tokens[step].text == "-") and step - end < 4:
            step += 1
        glued = step > end and step < len(tokens) and tokens[step].text[0].isupper() and is_name(line, step)
        spaced = any(tokens[k].text == "-" and tokens[k].start != tokens[k - 1].end for k in range(max(end, 1), min(step, len(tokens))))
        if not glued or spaced or (end == at and tokens[end].text == "-"):
            break
        end = step + 1
    return end


def listed_elsewhere(line: Line, at: int) -> bool:
    """Whether a listed body or people begins at *at*, so that a run of name words must stop before it."""
    hit = look_up(line.tokens, at)
    return hit is not None and (hit[1] > 1 or hit[0].role in ("service", "group", "seat"))


def body_at(line: Line, at: int) -> int | None:
    """The end of the capitalised name of a body that begins at *at* ("Ministry of Peace", "Blue Front"), or None."""
    tokens, nouns = line.tokens, words("bodies", "nouns", "words")
    end, last = at, None
    while end < len(tokens) and end - at < 12:
        token = tokens[end]
        if starts_upper(line, end):
            banner = token.lower in words("bodies", "banner", "firsts") and end == at and end + 1 < len(tokens) and bool(joins(line, end + 1))
            if (token.lower in nouns and token.text[0].isupper()) or banner:
                last = end + 1
            end += 1
        elif end > at and token.lower in ("'s", "’s", "'", "’", "-", "&") and end + 1 < len(tokens) and starts_upper(line, end + 1):
            end += 1
        elif last == end and joins(line, end):
            end = joins(line, end)
            last = after_joint(line, end)
            end = last
        else:
            break
    if last is None or (last - at == 1 and not whole_alone(line, at)) or hides_person(line, at, last):
        return None
    return last


def starts_upper(line: Line, at: int) -> bool:
    """Whether the word at *at* may stand in the name of a body."""
    token = line.tokens[at]
    return token.text[0].isupper() and (is_name(line, at) or look_up(line.tokens, at) is not None or office_at(line.tokens, at) is not None)


def whole_alone(line: Line, at: int) -> bool:
    """Whether one capitalised noun ("the Front", "Congress") is a body by itself: inside a sentence, with an article or as a name."""
    if opens_at(line, at):
        return False
    following = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    return not (following is not None and following.text[0].isupper() and (office_at(line.tokens, at + 1) or rank_at(line.tokens, at + 1)))


def joins(line: Line, at: int) -> int:
    """The place after "of", "for the", "against" when a capitalised word follows; 0 where the name ends."""
    tokens = line.tokens
    if tokens[at].lower not in ("of", "for", "against", "to", "on", "in", "de", "del"):
        return 0
    step = at + 1
    if step < len(tokens) and tokens[step].lower in ("the", "la", "los"):
        step += 1
    if step >= len(tokens) or not tokens[step].text[0].isupper() or not starts_upper(line, step):
        return 0
    hit = look_up(tokens, step)
    if tokens[at].lower in ("in", "to", "on") or (hit and hit[0].role not in ("country", "demonym", "people", "faith")):
        return 0
    return step


def after_joint(line: Line, at: int) -> int:
    """Where the complement of a body's name ends: "of Foreign Affairs and Trade"."""
    tokens = line.tokens
    hit = look_up(tokens, at)
    end = at + hit[1] if hit else at
    while end < len(tokens) and starts_upper(line, end) and not rank_at(tokens, end):
        end += 1
    glue = end + 1 < len(tokens) and tokens[end].lower in ("and", "&") and tokens[end + 1].text[0].isupper()
    if glue and not look_up(tokens, end + 1) and not office_at(tokens, end + 1) and tokens[end + 1].ent not in ("PERSON", "GPE"):
        end += 2
        while end < len(tokens) and is_name(line, end):
            end += 1
    return end


def hides_person(line: Line, at: int, end: int) -> bool:
    """Whether an office with a name after it stands inside `[at, end)`, so that the words are no single name."""
    for place in range(at, end - 1):
        found = office_at(line.tokens, place)
        if found and found.last < end - 1 and line.tokens[found.last].lower not in ("'s", "’s", "'", "’") and line.tokens[found.last].ent == "PERSON":
            return True
    return False


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of a line with one role, in the order of the text."""

    first: int
    last: int
    role: str
    entry: Entry | None = None
    office: Office | None = None


def atoms(line: Line) -> list[Atom]:
    """The line cut into listed names, bodies, offices, ranks and runs of name words; other words are left out. Places count from the line's start."""
    out: list[Atom] = []
    at = 0
    while at < len(line.tokens):
        atom = atom_at(line, at)
        if atom is not None:
            out.append(atom)
            at = atom.last
        else:
            at += 1
    return out


def atom_at(line: Line, at: int) -> Atom | None:
    """The atom that begins at place *at*, the longest reading first."""
    token = line.tokens[at]
    given = found_in(line.packed, line.tokens, at) if line.packed else None
    if given is None and token.text[0].islower() and token.text not in lower_firsts() and not begins_office(token):
        return None
    hit = given or look_up(line.tokens, at)
    body = spelled_end(line.tokens, at) or body_at(line, at) if token.text[0].isupper() else None
    if hit and not given and hit[0].role in ("country", "capital", "outlet", "people") and person_by_tag(line, at, hit[1]):
        hit = None
    if body and (hit is None or body > at + hit[1]):
        return Atom(at, body, "body")
    if hit and hit[0].role == "group" and (tail := wing_end(line.tokens, at + hit[1])):
        return Atom(at, tail, "body")
    if hit:
        return Atom(at, at + hit[1], "name" if hit[0].role == "person" else hit[0].role, hit[0])
    if rank := rank_at(line.tokens, at):
        return Atom(at, rank, "rank")
    office = office_at(line.tokens, at)
    if office:
        return Atom(at, office.last, "office", office=office)
    if is_name(line, at):
        return Atom(at, max(name_end(line, at), at + 1), "name")
    return None


def person_by_tag(line: Line, at: int, length: int) -> bool:
    """Whether a listed word is a person's name here ("Jordan Smith"): tagged so together with the name after or before it."""
    tokens = line.tokens
    after = tokens[at + length] if at + length < len(tokens) else None
    if any(t.ent != "PERSON" for t in tokens[at : at + length]):
        return False
    return after is not None and after.ent == "PERSON" and not after.ent_start and after.text[0].isupper()
