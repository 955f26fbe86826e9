"""Mentions of one report joined to participants, each called by its fullest form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from onrecord.annotate.cast.gazetteer import Entry, of_business, words
from onrecord.annotate.cast.mentions import Mention
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, ParticipantKind

ARTICLES = ("the ", "a ", "an ")
UNNAMED = frozenset({"office", "alias", "pronoun", "unnamed"})
"""Roles of mentions that are no names."""
LISTED_BODIES = frozenset({"group", "organisation", "service"})
"""Roles of names that the general lists have as those of bodies."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions held to be of one; grown while joining, then made a Participant."""

    mentions: list[Mention] = field(default_factory=list)
    forms: list[Mention] = field(default_factory=list)
    """One mention for each way it is written."""
    reasons: list[str] = field(default_factory=list)
    side: str | None = None
    office: str | None = None
    fixed_kind: ParticipantKind | None = None
    """The kind of one that has no name of its own."""
    fixed_name: str | None = None
    """The words by which one without a name was brought in."""

    guessed: bool = False
    """Whether the side is only that of the state which the report is about."""
    packed: Entry | None = None
    """The entry of a pack that names it, which is then how it is called."""
    plural: bool = False
    """Whether one without a name was brought in by a plural or collective noun."""
    _longest: tuple[int, str] | None = field(default=None, init=False, repr=False)

    @property
    def kind(self) -> ParticipantKind:
        """The kind that a general list gives one of its names, else that of the first mention that has one."""
        if self.fixed_kind is not None:
            return self.fixed_kind
        for mention in self.forms:  # plain loops: this is asked for more often than anything else of the cast
            if mention.full and mention.role in LISTED_BODIES:
                return "body"
        for mention in self.mentions:
            if mention.kind is not None:
                return mention.kind
        return "thing"

    @property
    def names(self) -> list[str]:
        """All names it is called by, without pronouns and descriptions."""
        return [m.name for m in self.mentions if m.role not in UNNAMED]

    @property
    def name(self) -> str:
        """The fullest form: the general list's for states and places, else the longest met."""
        if self.fixed_name is not None:
            return self.fixed_name
        if self.packed is not None:
            return self.packed.name
        kind = self.kind
        if kind in ("state", "place"):
            full = next((m.full for m in self.mentions if m.full), None)
            if full:
                return full
        longest = self.longest
        return longest if kind == "outlet" else bare(longest) if longest.lower().startswith("the ") else longest

    @property
    def longest(self) -> str:
        """The name of most words, of those alike the first; looked for again only after a mention came in, for it is asked for often."""
        if self._longest is None or self._longest[0] != len(self.mentions):
            self._longest = len(self.mentions), max(self.names or [m.name for m in self.mentions], key=length)
        return self._longest[1]

    @property
    def short(self) -> str:
        """The form that the report uses most, without its article; of two used alike the longer."""
        if self.packed is not None:
            return self.packed.name
        names = [bare(n) for n in self.names]
        nouns, groups = words("bodies", "nouns", "words"), words("bodies", "group_nouns", "words")
        names = [n for n in names if n.lower() not in nouns and n.lower() not in groups] or names
        names = [n.title() if n.isupper() and " " in n else n for n in names]
        return max(names, key=lambda n: (names.count(n), len(n))) if names else bare(self.name)

    @property
    def is_party(self) -> bool:
        """Whether it is a body that speaks for itself alone, as a group, union or gang does, and no international organisation."""
        return self.kind == "body" and self.side is not None and not any(m.role == "organisation" for m in self.mentions) and (
            any(m.full == self.side for m in self.mentions) or self.side in self.names or self.side in (bare(n) for n in self.names)
        )


def join(mentions: Sequence[Mention], parsed: Parsed) -> list[Cluster]:
    """Clusters in the order of their first mention; nothing is joined that the names do not allow."""
    clusters: list[Cluster] = []
    pairs = bracketed(mentions, parsed)
    forms: dict[tuple[object, ...], list[Mention]] = {}
    for mention in mentions:
        forms.setdefault((bare(mention.name), mention.full, mention.kind, mention.role), []).append(mention)
    for alike in sorted(forms.values(), key=lambda group: (-len(group[0].name.split()), group[0].first)):
        homes = [(c, reason) for c in clusters if (reason := fits(alike[0], c, pairs))]
        if not homes:
            homes = [(Cluster(), "")]
            clusters.append(homes[0][0])
        for mention in alike:
            cluster, reason = homes[0] if len(homes) == 1 else min(homes, key=lambda home: distance(mention, home[0]))
            if not any(m.name == mention.name and m.full == mention.full and m.role == mention.role for m in cluster.forms):
                cluster.forms.append(mention)
            cluster.mentions.append(mention)
            cluster.reasons.extend(r for r in (*mention.reasons, reason) if r and r not in cluster.reasons)
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: m.first)
    clusters.sort(key=lambda c: c.mentions[0].first)
    return clusters


def fits(mention: Mention, cluster: Cluster, pairs: dict[str, str]) -> str:
    """Why *mention* belongs to *cluster*, empty where nothing says so."""
    for form in cluster.forms:
        reason = same(mention, form, pairs)
        if reason:
            return reason
    return ""


def distance(mention: Mention, cluster: Cluster) -> int:
    """How far *mention* stands from the nearest mention of *cluster*; one that comes later counts as far."""
    return min(abs(m.first - mention.first) + (0 if m.first <= mention.first else 5000) for m in cluster.mentions)


def same(mention: Mention, other: Mention, pairs: dict[str, str]) -> str:
    """Why *mention* and *other* are one, empty where nothing says so."""
    if "office" in (mention.role, other.role) or "unnamed" in (mention.role, other.role):
        return ""
    if mention.full and mention.full == other.full and alike_kind(mention, other):
        if mention.packed is not None and mention.name != other.name:
            return f"pack {mention.packed.pack} names {mention.name} and {other.name} as one"
        return "one row of a general list" if mention.name != other.name else "same name"
    a, b = bare(mention.name), bare(other.name)
    if (a == b or (len(a) > 3 and a.lower() == b.lower() and (a.isupper() or b.isupper()))) and alike_kind(mention, other):
        return "same name"
    if pairs.get(a) == b or pairs.get(b) == a:
        return f"bracketed beside it: {mention.name} = {other.name}"
    if mention.kind == "person" and other.kind == "person":
        return person(a, b)
    if mention.kind in ("body", "outlet") and other.kind in ("body", "outlet"):
        return body(mention, other)
    return ""


def alike_kind(a: Mention, b: Mention) -> bool:
    """Whether two mentions of one name may be one by their kinds; a demonym is its state, a capital may be."""
    return a.kind == b.kind or None in (a.kind, b.kind)


@lru_cache(4096)
def length(name: str) -> tuple[int, int]:
    """Words and characters of a name."""
    return len(name.split()), len(name)


@lru_cache(4096)
def bare(name: str) -> str:
    """A name without article and possessive, with straight signs, for comparing."""
    text = name.replace("’", "'").replace("–", "-")
    for article in ARTICLES:
        if text.lower().startswith(article):
            text = text[len(article) :]
    return text.removesuffix("'s").removesuffix("'").strip()


def name_parts(name: str) -> list[str]:
    """The parts of a person's name, lower case, particles glued to what follows ("al-Sharif", "bin Salman")."""
    particles, parts, glue = words("names", "particles"), [], ""
    for part in name.lower().replace("-", " ").replace(".", "").split():
        if part in particles:
            glue += part + "-"
        else:
            parts.append(glue + part)
            glue = ""
    if glue:
        parts.append(glue.rstrip("-"))
    return parts


def plain(part: str) -> str:
    """A part of a name without its particles ("al-sharif" → "sharif")."""
    return part.rsplit("-", 1)[-1]


def person(a: str, b: str) -> str:
    """Why two names of persons may be one person of a report: the shorter is the end (or an initialled form) of the longer."""
    long, short = sorted((name_parts(a), name_parts(b)), key=len, reverse=True)
    if not short:
        return ""
    if [plain(p) for p in long[-len(short) :]] == [plain(p) for p in short]:
        return "surname alone" if len(short) == 1 else "end of the full name"
    if len(short) >= 2 and plain(long[-1]) == plain(short[-1]):
        given, other = long[0], short[0]
        if given[0] == other[0] and (len(given) == 1 or len(other) == 1 or given == other):
            return "same surname, same initial"
    if len(short) == 1 and len(long) > 1 and short[0] == long[0]:
        return "given name alone"
    return ""


def body(mention: Mention, other: Mention) -> str:
    """Why two names of bodies are one: initials, or the last noun alone ("the Front")."""
    a, b = (n.title() if n.isupper() and " " in n else n for n in (bare(mention.name), bare(other.name)))
    if mention.side and other.side and mention.side != other.side and mention.name not in (mention.side,) and other.name not in (other.side,):
        return ""
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    if short.isupper() and " " not in short and initials(long) == short.replace(".", ""):
        return f"initials: {short} = {long}"
    if " " not in short and short[0].isupper() and long.split()[-1] == short and short.lower() in words("bodies", "nouns", "words") and "'s" not in long:
        return f"last word of {long}"
    if len(short.split()) > 1 and long.endswith(" " + short):
        return f"end of {long}"
    if long.startswith(short + " ") and of_business(long.split()[-1]):
        return f"{long} without its legal form or trade"
    return ""


def initials(name: str) -> str:
    """The initials of the capitalised words of a name."""
    return "".join(p[0] for p in name.replace("-", " ").split() if p[0].isupper())


def bracketed(mentions: Sequence[Mention], parsed: Parsed) -> dict[str, str]:
    """Names told one in brackets behind the other ("National Unity Council (NUC)"), or joined by "or", "also known as", "alias"."""
    out: dict[str, str] = {}
    ordered = sorted(mentions, key=lambda m: m.first)
    for k, b in enumerate(ordered):
        for a in reversed(ordered[max(k - 3, 0) : k]):
            if a.last > b.first or parsed.tokens[a.first].sent != parsed.tokens[b.first].sent:
                break
            if bare(b.name) not in out and told_as_one(a, b, parsed):
                out[bare(b.name)] = bare(a.name)
        if bare(b.name) not in out and (named := named_so(ordered[:k], b, parsed)) is not None:
            out[bare(b.name)] = bare(named.name)
    return out


@cache
def called() -> re.Pattern[str]:
    """What stands between a name and another one of the same body or person ("also known as the", ", better known by its French initials")."""
    return re.compile(str(lexicon("names")["called"]["words"]))


def named_so(before: Sequence[Mention], b: Mention, parsed: Parsed) -> Mention | None:
    """Whose other name *b* is behind a description: "the Free Arda Movement … the movement, known as the FAM", by the noun that its name has."""
    tokens, at = parsed.tokens, b.first
    while at and tokens[at - 1].lower in ("the", "as", "known", "called", "also", "better", "by", "its", "initials", ","):
        at -= 1
    said = {t.lower for t in tokens[at : b.first]}
    noun = tokens[at - 1] if at else None
    if noun is None or not said & {"known", "called"} or noun.pos != "NOUN" or not any(c.lower == "the" for c in noun.children):
        return None
    return next((m for m in reversed(before) if m.kind != "person" and noun.lower in m.name.lower().split()), None)


def told_as_one(a: Mention, b: Mention, parsed: Parsed) -> bool:
    """Whether *b* is told as another name of *a* before it."""
    gap = [t.lower for t in parsed.tokens[a.last : b.first]]
    closing = parsed.tokens[b.last].text if b.last < len(parsed.tokens) else ""
    if gap and gap[0] in ("'s", "’s"):
        gap = gap[1:]
    if gap == ["/"] and a.kind == b.kind == "body" and a.name.upper() == a.name and b.name.upper() == b.name:
        return True
    if "(" in gap and ")" in gap:
        gap = gap[: gap.index("(")] + gap[len(gap) - gap[::-1].index(")") :]
    text = " ".join(gap).strip(", ")
    if (text in ("alias", "or") or called().fullmatch(" ".join(gap))) and a.kind == b.kind:
        return text != "or" or (closing == "," and gap[0] == ",")
    if not gap or closing != ")" or "person" in (a.kind, b.kind) or b.kind == "state":
        return False
    if gap in (["("], ["(", "the"]):
        return a.kind != "state"
    whole = parsed.report.text[parsed.tokens[a.first].start : parsed.tokens[b.first - 1].start]
    large = " ".join(w for w in whole.title().split() if w.lower() not in words("names", "joining", "words"))
    spelt = {initials(whole), initials(whole.title()), initials(large)}
    return gap[-1] == "(" and len(gap) <= 4 and b.name.isupper() and b.name in spelt
