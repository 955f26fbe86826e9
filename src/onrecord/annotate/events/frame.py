"""Who does what to whom around a verb or noun, from its dependencies."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.clauses.shape import misjoined
from onrecord.annotate.events.lexicons import word_class
from onrecord.types import Token

WANTING = frozenset({"want", "see", "get", "need", "have", "like", "keep", "demand"})
"""Verbs that take a bare participle as passive ("want them freed")."""
RELATIVE = frozenset({"who", "which", "that", "whom"})
QUOTES = frozenset('"“”')
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
OBJECTS = frozenset({"dobj", "dative", "ccomp", "xcomp", "conj", "prt", "oprd"})
CLAUSAL = frozenset({"xcomp", "advcl", "pcomp", "acl", "ccomp"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The arguments of a trigger, as head tokens with their coordinated sisters."""

    verb: Token | None
    """The verb that carries tense: the trigger itself or the light verb over a noun."""
    subjects: tuple[Token, ...] = ()
    """Doers: active subjects, by-phrases, possessors and modifiers of a noun."""
    objects: tuple[Token, ...] = ()
    """What is acted on: objects, passive subjects."""
    dative: tuple[Token, ...] = ()
    oblique: tuple[tuple[str, Token], ...] = ()
    passive: bool = False
    implied: bool = False
    """Whether the doer stands in another clause (control, coordination)."""

    def at(self, *preps: str) -> tuple[Token, ...]:
        """The nouns after these prepositions."""
        return tuple(t for p, t in self.oblique if p in preps)


def sisters(token: Token) -> tuple[Token, ...]:
    """A noun with those coordinated to it."""
    found = [token]
    for child in token.children:
        if child.dep in ("conj", "appos") and child.dep == "conj" and child.pos in NOMINAL:
            found.extend(sisters(child))
    return tuple(found)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; the token itself for any other word."""
    if token.lower not in RELATIVE or token.pos not in ("PRON", "SCONJ", "DET"):
        return token
    for up in token.ancestors():
        if up.dep in ("relcl", "acl"):
            return undated(up.head)
        if up.dep == "advcl" and token.lower == "which" and token.head is up:
            return before(token, up.head) or token
    return token


def undated(noun: Token) -> Token:
    """*noun*, and where the parse hung the relative clause on a date ("a truce in May, which broke down") the noun before that date."""
    if noun.ent not in ("DATE", "TIME"):
        return noun
    up = next((t for t in noun.ancestors() if t.pos != "ADP" and t.ent not in ("DATE", "TIME")), noun)
    return up if up is noun or up.pos in ("NOUN", "PROPN") else before(noun, up) or noun


def before(token: Token, verb: Token) -> Token | None:
    """The argument nearest before *token* among the words under *verb*."""
    near = [t for t in verb.subtree() if t.i < token.i and t.pos in ("NOUN", "PROPN") and t.dep in ("pobj", "dobj", "nsubj", "nsubjpass")]
    return max((t for t in near if t.ent not in ("DATE", "TIME")), key=lambda t: t.i, default=None)


def spread(tokens: list[Token]) -> tuple[Token, ...]:
    """Heads with their sisters, relative pronouns resolved."""
    return tuple(m for t in tokens for s in sisters(antecedent(t)) for m in measured(s))


def measured(token: Token) -> tuple[Token, ...]:
    """*token*, and behind a word that only measures ("a total of") what it measures."""
    measures = word_class("partitive") | word_class("stretch")
    if token.lemma not in measures and token.lower not in measures and token.pos != "NUM":
        return (token,)
    below = [g for c in token.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj"]
    return (token, *(s for b in below for s in sisters(b)))


def told_of_root(verb: Token) -> bool:
    """Whether the parse took the main verb for a participle: "Norland, a kingdom that has mediated before, offered on Tuesday to …"."""
    head = verb.head
    plain = verb.dep == "acl" and verb.tag == "VBN" and head.dep == "ROOT" and head.pos in ("PROPN", "NOUN")
    return plain and any(c.dep == "appos" and c.i < verb.i for c in head.children) and verb.has("xcomp", "ccomp", "dobj") is not None


def is_passive(verb: Token) -> bool:
    """Whether *verb* is a passive, also one without auxiliary after a noun."""
    if told_of_root(verb):
        return False
    if verb.has("auxpass", "nsubjpass") or (verb.has("agent") and verb.tag != "VBD"):
        return True
    if verb.lemma == "blame" and verb.dep == "xcomp" and verb.head.lemma == "be":
        return True  # "is to blame": active in form, passive in sense
    if verb.tag == "VBN" and verb.dep in ("ccomp", "xcomp") and not verb.has("aux") and verb.head.lemma in WANTING:
        return True
    if verb.dep == "conj" and verb.tag == "VBN" and not verb.has("aux", "nsubj") and verb.head.pos == "VERB":
        return is_passive(verb.head)
    if verb.tag == "VBN" and verb.has("nsubj") and not verb.has("aux", "dobj", "prt", "xcomp", "ccomp"):
        return True  # "Nineteen people freed", "Twelve people taken from a bus stumbled …": a participle that was read as the main verb
    objects = any(c.i > verb.i and c.dep in OBJECTS for c in verb.children)
    if verb.tag == "VBD" and verb.dep == "ROOT" and verb.lemma in word_class("transitive") and not objects:
        return True  # a headline's "Nineteen people freed"
    free = verb.tag == "VBN" and not verb.has("aux", "nsubj")
    return free and (verb.dep in ("acl", "relcl") or (verb.dep == "advcl" and not verb.has("dobj", "mark")))  # "Captured in May, the sergeant …"


def obliques(token: Token) -> tuple[tuple[str, Token], ...]:
    """Pairs (preposition, noun) that hang on *token*, two-word prepositions by their last word."""
    found: list[tuple[str, Token]] = []
    for child in token.children:
        if child.dep not in ("prep", "agent", "dative") or child.pos not in ("ADP", "SCONJ", "VERB", "ADV"):
            continue
        for below in child.children:
            if below.dep in ("pobj", "dobj"):
                found.extend((child.lower, s) for s in sisters(antecedent(below)))
            elif below.dep == "prep" or (below.dep == "conj" and below.pos == "ADP"):
                found.extend((below.lower, s) for last in below.children if last.dep == "pobj" for s in sisters(last))
    return tuple(found)


def controller(verb: Token) -> tuple[Token, ...]:
    """Who does what an infinitive, participle or coordinated verb without subject says."""
    head, dep = verb.head, verb.dep
    if imperative(verb):
        return ()
    if dep == "conj" and (saying := beyond_quotation(verb, head)) is not None:
        return subjects_of(saying)[0]
    if dep == "pcomp" and (whom := charged_by(verb, head)):
        return whom
    if dep == "pcomp" and head.dep in ("prep", "agent"):
        head = head.head
    if head is verb:
        return ()
    if head.pos not in ("VERB", "AUX"):
        if dep in ("acl", "relcl") and (verb.tag == "VBG" or verb.has("auxpass")):
            return tuple(m for s in sisters(head) for m in measured(s))
        if head.pos == "NOUN":
            owner = head.has("poss")
            if owner:
                return sisters(owner)
            up = head.head
            return subjects_of(up)[0] if up is not head and up.pos == "VERB" and head.dep in ("dobj", "attr") else ()
        return subjects_of(head.head)[0] if head.dep in ("acomp", "attr") and head.head is not head else ()
    if dep != "conj" and verb.tag != "VBG" and head.lemma in word_class("control"):
        given = spread([c for c in head.children if c.dep in ("dobj", "dative")]) or tuple(t for p, t in obliques(head) if p in ("on", "to", "upon", "for"))
        if given:
            return given
        if is_passive(head):
            return spread([c for c in head.children if c.dep == "nsubjpass"])
    return subjects_of(head)[0]


def charged_by(verb: Token, prep: Token) -> tuple[Token, ...]:
    """Who is charged with what a gerund tells, also where *prep* hangs on the accused, on the accuser or on "responsible"."""
    if prep.lower not in ("of", "for", "with"):
        return ()
    up = prep.head
    if up.dep == "pobj" and up.head.dep == "agent":
        up = up.head
    blames = up.head.lemma in word_class("charging") or up.lower == "responsible"
    over = up.head if up.dep in ("dobj", "nsubjpass", "agent", "oprd") and blames else up
    if over.lemma not in word_class("charging") and up.lower != "responsible":
        return ()
    return spread([c for c in over.children if c.dep in ("dobj", "nsubjpass")])


def imperative(verb: Token) -> bool:
    """Whether *verb* is a bare form that no verb of letting or urging asks for: a command, spoken to somebody."""
    if verb.tag not in ("VB", "VBP") or verb.dep == "xcomp" or any(c.dep in ("aux", "mark", "nsubj", "nsubjpass") for c in verb.children):
        return False
    if verb.dep == "conj":
        return verb.head.pos == "VERB" and imperative(verb.head)
    return verb.head is verb or verb.dep in ("ccomp", "advcl", "intj", "dep", "preconj", "parataxis")


def subjects_of(verb: Token) -> tuple[tuple[Token, ...], bool]:
    """The surface subject of *verb*, and whether it had to be taken from another clause."""
    own = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass") or (c.dep == "csubj" and c.pos in NOMINAL)]
    own = [s for s in own if not labels(s, own[-1])]
    if own:
        return spread([*own, *(t for s in own for t in misjoined(s, verb))]), False
    if verb.dep in ("relcl", "acl") and verb.tag != "VB" and not verb.has("aux") and verb.head.pos in NOMINAL:
        return sisters(verb.head), False
    if verb.dep == "conj" or verb.dep in CLAUSAL:
        return controller(verb), True
    return (), False


def labels(noun: Token, last: Token) -> bool:
    """Whether a first subject names who speaks before a colon ("Interior ministry: 11 prisoners left"), with the doer behind it."""
    return noun is not last and any(c.text == ":" and noun.i < c.i < last.i for c in (*noun.children, *noun.head.children))


def beyond_quotation(verb: Token, head: Token) -> Token | None:
    """The verb of saying over *head*, where a quotation that holds *head* ends before *verb*: "said they had "torn it up" and ordered …"."""
    marks = sum(t.text in QUOTES for t in head.subtree() if head.i < t.i < verb.i)
    over = head.head
    return over if marks % 2 and head.dep == "ccomp" and over.pos == "VERB" and verb.tag == over.tag else None


def verb_frame(verb: Token) -> Frame:
    """The arguments of a verb."""
    passive = is_passive(verb)
    surface, implied = subjects_of(verb)
    objects = spread([c for c in verb.children if c.dep in ("dobj", "oprd") and c.pos in NOMINAL])
    if not objects and not is_passive(verb):
        objects = misread_object(verb) or shared_object(verb)
    dative = spread([c for c in verb.children if c.dep == "dative" and c.pos in NOMINAL])
    places = obliques(verb)
    if passive:
        agents = tuple(t for p, t in places if p == "by")
        return Frame(verb, agents, surface + objects, dative, places, True, False)
    if not objects and verb.dep == "relcl" and gapped(verb):
        objects = tuple(m for s in sisters(verb.head) for m in measured(s))
    places += tuple((p, t) for o in objects for p, t in obliques(o) if p in ("with", "between", "to"))
    return Frame(verb, surface, objects, dative, places, False, implied)


def gapped(verb: Token) -> bool:
    """Whether a relative clause lacks its object, which is the noun before it: not "whose talks broke down", "in which", "where"."""
    subject = verb.has("nsubj")
    if subject is None or subject.lower in RELATIVE:
        return False
    return not any(t.lower in ("whose", "where", "when", "why") or (t.lower in RELATIVE and t.head.pos == "ADP") for t in verb.subtree() if t.i < verb.i)


def shared_object(verb: Token) -> tuple[Token, ...]:
    """The object that stands behind a coordinated verb only ("shot and wounded a guard")."""
    nxt = next((c for c in verb.children if c.dep == "conj" and c.pos == "VERB" and c.i <= verb.i + 3), None)
    if nxt is None or nxt.has("nsubj", "nsubjpass") or nxt.tag != verb.tag:
        return ()
    return spread([c for c in nxt.children if c.dep == "dobj"])


def misread_object(verb: Token) -> tuple[Token, ...]:
    """The noun right behind a verb that the parse made the subject of a later clause ("resumed the talks, which they said were …")."""
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.i > verb.i), None)
    if clause is not None and verb.lemma in ("let", "allow", "permit"):  # "let the sick go": who may go is the object in sense
        return spread([c for c in clause.children if c.dep == "nsubj"])
    if clause is None or any(c.dep == "mark" for c in clause.children):
        return ()
    subjects = [c for c in clause.children if c.dep == "nsubj" and verb.i < c.i < clause.i and c.pos == "NOUN"]
    near = [s for s in subjects if min(t.i for t in s.subtree()) == verb.i + 1 and len(subjects) > 1]
    return tuple(near[:1])
