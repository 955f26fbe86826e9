"""Pronouns → whom they mean: the subject of the governing clause, else the last fitting subject told of."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.joining import Cluster
from onrecord.annotate.cast.known import Known
from onrecord.annotate.cast.mentions import Mention
from onrecord.types import Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
SORTS = {form: sort for sort, forms in (("he", HE), ("she", SHE), ("they", THEY), ("it", IT)) for form in forms}
REACH = 4
"""How many sentences back a pronoun may look."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One earlier mention that a pronoun may mean."""

    token: Token
    cluster: Cluster
    joined: tuple[Cluster, ...] = ()
    """Those that "and" joins to it, itself first; empty where it stands alone."""


class Genders:
    """Who is "he" and who "she": as a pronoun has shown, else by the words of office, kin and given name, which are looked at once a cluster."""

    def __init__(self) -> None:
        self.shown: dict[Cluster, str] = {}
        self._guessed: dict[Cluster, tuple[int, str | None]] = {}

    def guessed(self, cluster: Cluster) -> str | None:
        """he or she by words; looked at again after a mention came in."""
        known = self._guessed.get(cluster)
        if known is None or known[0] != len(cluster.mentions):
            known = self._guessed[cluster] = len(cluster.mentions), guess(cluster)
        return known[1]

    def allow(self, cluster: Cluster, sort: str) -> bool:
        """Whether nothing speaks against he or she."""
        shown = self.shown.get(cluster)
        return (shown if shown is not None else self.guessed(cluster) or sort) == sort


def resolve_pronouns(known: Known) -> None:
    """Adds a mention for every pronoun whose antecedent is told; others stay unresolved."""
    gender = Genders()
    quoted = quotations(known)
    for token in known.parsed.tokens:
        if token.tag in ("WP", "WDT", "WP$") and token.i not in known.at:
            relative(known, token)
            continue
        sort = sort_of(token)
        if not sort or token.i in known.at or (sort == "it" and empty(token)):
            continue
        best = antecedent(known, token, sort, gender, quoted)
        if best is not None:
            known.add(best, Mention(token.i, token.i + 1, token.text, role="pronoun"))
            if sort in ("he", "she"):
                gender.shown.setdefault(best, sort)


def sort_of(token: Token) -> str:
    """he, she, they, it, or empty for another word."""
    return SORTS.get(token.lower, "")


def relative(known: Known, token: Token) -> None:
    """Joins "who", "which", "that" to the noun of its relative clause."""
    clause = next((a for a in token.ancestors() if a.dep == "relcl"), None)
    if clause is None or token.i > clause.i + 2:
        return
    noun = clause.head
    if token.i and token.tag == "WP":
        beside = known.parsed.tokens[token.i - (2 if known.parsed.tokens[token.i - 1].text == "," and token.i > 1 else 1)]
        if beside.i in known.at and known.at[beside.i].kind == "person":
            noun = beside
    if noun.i in known.at and noun.i < token.i and not (token.tag == "WDT" and known.at[noun.i].kind == "group"):
        known.add(known.at[noun.i], Mention(token.i, token.i + 1, token.text, role="pronoun"))


def quotations(known: Known) -> dict[int, int]:
    """Token number → number of the quotation it stands in; tokens outside are left out."""
    out: dict[int, int] = {}
    number, is_open, block = 0, False, -1
    for token in known.parsed.tokens:
        if token.block != block:
            is_open, block = False, token.block
        if token.text in ("“", '"', "”", "``", "''"):
            is_open = token.text in ("“", "``") or (token.text == '"' and not is_open)
            number += is_open
        elif is_open:
            out[token.i] = number
    return out


def empty(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "make it clear", "it seems", "it takes time"."""
    if token.lower != "it":
        return False
    verb = token.head
    if token.dep == "expl":
        return True
    if token.dep in SUBJECTS and verb.lemma in ("be", "seem", "appear", "take", "happen", "emerge", "remain", "become", "turn", "rain"):
        kinds = {c.dep for c in verb.children}
        told = verb.has("acomp", "attr", "oprd")
        if kinds & {"ccomp", "xcomp", "csubj"} or (told is not None and any(c.dep in ("ccomp", "xcomp", "advcl", "relcl", "acl") for c in told.children)):
            return verb.lemma != "be" or told is None or (told.tag[:2] in ("JJ", "NN", "RB") and told.lemma not in ABLE)
        if verb.lemma == "be" and told is None and any(c.dep == "advcl" for c in verb.children):
            return True
        return verb.lemma == "be" and told is not None and told.lemma in ("time", "day", "year", "month", "week", "hour")
    if verb.pos == "ADJ" and verb.head.lemma in EMPTYING:
        return True
    return token.dep in ("dobj", "nsubj") and verb.lemma in EMPTYING and any(c.pos == "ADJ" for c in verb.children)


EMPTYING = ("make", "find", "think")
"""Verbs whose "it" only holds the place of a clause ("made it clear that")."""


ABLE = frozenset({"ready", "willing", "able", "open", "prepared", "committed", "responsible", "aware", "party"})
"""What only somebody can be, so that "it is ready to" has a subject."""


def antecedent(known: Known, token: Token, sort: str, gender: Genders, quoted: dict[int, int]) -> Cluster | None:
    """The best earlier mention for a pronoun, or the subject that follows a fronted phrase ("In his speech, Roe …")."""
    forward = fronted(known, token, sort, gender)
    if forward is not None:
        return forward
    best: tuple[float, Candidate] | None = None
    for candidate in candidates(known, token):
        if not fits(candidate, token, sort, gender):
            continue
        score = weigh(candidate, token, sort, gender, quoted)
        if best is None or score > best[0]:
            best = (score, candidate)
    if best is None:
        return None
    return together(known, best[1]) if sort == "they" else best[1].cluster


def together(known: Known, candidate: Candidate) -> Cluster | None:
    """The participant that "they" means: the candidate, or all those joined to it by "and"."""
    joined = candidate.joined
    if not joined or joined[0].kind == "place":
        return None if candidate.cluster.kind == "person" else candidate.cluster
    name = ", ".join(c.name for c in joined[:-1]) + " and " + joined[-1].name
    known_one = next((c for c in known.clusters if c.fixed_name == name), None)
    if known_one is not None:
        return known_one
    sides = {c.side for c in joined}
    return Cluster(side=sides.pop() if len(sides) == 1 else None, fixed_kind="group", fixed_name=name, reasons=["told of together"])


def candidates(known: Known, token: Token) -> list[Candidate]:
    """Earlier mentions within reach, the last first."""
    out = []
    for at, cluster in known.earlier(token):
        other = known.parsed.tokens[at]
        if token.sent - other.sent > REACH:
            break
        out.append(Candidate(top(known, other, cluster), cluster, chain(known, at)))
    return out


def chain(known: Known, last: int) -> tuple[Cluster, ...]:
    """The participants that commas and "and" join to the mention that ends at token *last*, itself first; empty where there are none."""
    tokens, joined, ended, at = known.parsed.tokens, [known.at[last]], False, last + 1
    while at + 1 < len(tokens) and tokens[at].lower in (",", "and"):
        at += 1 + (tokens[at].text == "," and tokens[at + 1].lower == "and")
        ended = ended or tokens[at - 1].lower == "and"
        at += at < len(tokens) and tokens[at].lower in ("the", "a")
        follower = known.at.get(at)
        if follower is None or follower is joined[-1] or follower.kind != joined[0].kind:
            break
        joined.append(follower)
        while known.at.get(at) is follower:
            at += 1
    return tuple(joined) if ended and len(joined) > 1 else ()


def top(known: Known, last: Token, cluster: Cluster) -> Token:
    """The token of a mention that links it to its sentence."""
    token = last
    while token.head is not token and known.at.get(token.head.i) is cluster and token.head.sent == token.sent and abs(token.head.i - last.i) < 25:
        token = token.head
    return token


def fronted(known: Known, token: Token, sort: str, gender: Genders) -> Cluster | None:
    """The main subject after a phrase that stands before it and holds the pronoun."""
    path = [token, *token.ancestors()]
    for below, above in pairwise(path):
        if below.dep in ("prep", "advcl") and below.i < above.i and above.pos in ("VERB", "AUX"):
            subject = above.has("nsubj", "nsubjpass")
            if subject is not None and subject.i > token.i and subject.i in known.at and token.tag == "PRP$":
                found = Candidate(subject, known.at[subject.i])
                return found.cluster if fits(found, token, sort, gender) else None
    return None


def fits(candidate: Candidate, token: Token, sort: str, gender: Genders) -> bool:
    """Whether number, kind and gender allow it, and no verb has both as subject and object."""
    cluster, other = candidate.cluster, candidate.token
    kind = cluster.kind
    if token.head is other.head and token.tag == "PRP" and not token.lower.endswith(("self", "selves")) and other.dep != token.dep:
        return False
    if sort in ("he", "she"):
        if kind not in ("person", "group") or (kind == "group" and not single(cluster)):
            return False
        return gender.allow(cluster, sort)
    if sort == "they":
        return kind in ("body", "state", "outlet") or (kind == "group" and not single(cluster)) or (kind == "person" and bool(candidate.joined))
    return kind in ("body", "state", "outlet", "document")


def single(cluster: Cluster) -> bool:
    """Whether an unnamed participant is one person."""
    return cluster.office is not None and not cluster.plural


def guess(cluster: Cluster) -> str | None:
    """he or she by the words of office, kin and given name; None where nothing tells."""
    called = " ".join(m.name for m in cluster.mentions if m.role == "alias")
    told = {w.strip(".,").lower() for w in f"{cluster.office or ''} {cluster.fixed_name or ''} {called}".split()}
    if told & words("names", "gender", "male"):
        return "he"
    if told & words("names", "gender", "female"):
        return "she"
    given = cluster.name.split()[0].lower()
    male, female = given in words("names", "male"), given in words("names", "female")
    return "he" if male and not female else "she" if female and not male else None


def weigh(candidate: Candidate, token: Token, sort: str, gender: Genders, quoted: dict[int, int]) -> float:
    """How likely a candidate is: near, a subject, the subject of a clause that governs the pronoun's own, in the same voice."""
    other = candidate.token
    back = token.sent - other.sent
    score = -2.0 * back - 0.01 * (token.i - other.i)
    subject = other.dep in SUBJECTS or (other.dep == "ROOT" and other.pos in ("PROPN", "NOUN"))
    if subject:
        score += 2.0
        if back == 0 and any(other.head is a for a in token.ancestors()):
            score += 3.0
        if "ROOT" in (other.head.dep, other.dep) and back:
            score += 1.0
    elif other.dep in ("poss", "compound", "amod", "nmod"):
        score -= 1.5
    elif other.dep == "pobj":
        score -= 0.6 if other.head.lower != "by" else 0.0
    elif other.dep == "conj":
        score -= 0.3
    if token.block != other.block:
        score -= 0.5
    if quoted.get(token.i) != quoted.get(other.i):
        score -= 1.5 if token.i not in quoted else 2.0
    if sort == "they" and candidate.cluster.kind in ("state", "outlet"):
        score -= 1.5
    if sort == "they" and candidate.cluster.kind == "group":
        score += 0.8
    if candidate.cluster.kind == "outlet" and not (subject and back == 0):
        score -= 3.0
    if token.head.dep == "conj" and token.head.head is other:
        score += 5.0
    if sort in ("he", "she") and gender.guessed(candidate.cluster) == sort:
        score += 1.0
    if back == 0 and not subject and in_subject(other, token):
        score += 4.0 if other.dep == "poss" and sort in ("he", "she") else 2.5
    return score


def in_subject(other: Token, token: Token) -> bool:
    """Whether *other* stands inside the subject of a clause that governs *token* ("an official of X said it")."""
    for above in other.ancestors():
        if above.dep in SUBJECTS:
            return any(above.head is a for a in token.ancestors())
        if above.pos in ("VERB", "AUX"):
            return False
    return False
