"""The other side of a commitment, where the words at hand do not name it."""

from __future__ import annotations

import re

from onrecord.annotate.cast.gazetteer import look_up
from onrecord.annotate.clauses import party_at, speaker_at, subject
from onrecord.annotate.clauses.actors import main_parties, ranked_parties, words_of
from onrecord.annotate.clauses.naming import bare, beside
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Span, Token

BEFORE = 40
"""Words before a quotation in which the side is named that is blamed in it."""
SUBJECTS = ("nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss")


MONEY = re.compile(r"(?:(?:A|C|HK|NZ|R|S|US)?\$|[KLNPQR]|Rs\.?|K?Sh\.?)\d")
"""A sum in a currency that was taken for a name ("N50", "P4"); not a group that is named by letter and number ("M23")."""


def actor(draft: Draft, token: Token) -> str | None:
    """The party that a word stands for where somebody acts: "their chiefs" are those of whom "their" speaks; no sum of money acts."""
    accusing = token.head.lemma in lexicon("commitments")["breaking"]["blaming"]
    if token.lower in ("each", "both", "neither") and token.pos in ("PRON", "DET", "CCONJ", "NOUN") and not accusing:  # "each is to free the other's captives"
        pair = main_parties(draft)
        return " and ".join(pair) if len(pair) == 2 else None
    owner = token.has("poss") if token.pos == "NOUN" else None
    if owner is not None and owner.tag == "PRP$" and draft.cast.at(token) is None:
        pair = main_parties(draft)
        if owner.lower == "their" and token.tag == "NNS" and len(pair) == 2 and not draft.cast.at(owner):
            return " and ".join(pair)
        return party_at(draft, owner) or party_at(draft, token)
    party = party_at(draft, token) or seat(draft, token) or land(draft, token) or debtor(draft, token)
    return None if party is not None and MONEY.match(party) else party


def debtor(draft: Draft, token: Token) -> str | None:
    """The words of a noun for people or bodies who can owe though they make no side elsewhere ("the family", "the owners", "tenants")."""
    acting = token.pos == "NOUN" and token.dep in ("nsubj", "nsubjpass", "dobj", "conj", "poss") and token.lemma in lexicon("commitments")["people"]["owing"]
    return words_of(draft, token) if acting else None


def land(draft: Draft, token: Token) -> str | None:
    """The country that a name for a place means where it acts ("Vesk has to pay")."""
    known = draft.cast.at(token) if token.pos == "PROPN" and token.dep == "nsubj" else None
    return bare(known.name) if known is not None and known.kind == "place" and known.side is None else None


def seat(draft: Draft, token: Token) -> str | None:
    """The state whose capital *token* names: where somebody acts, it is no mere place."""
    hit = look_up(draft.parsed.tokens, token.i) if token.pos == "PROPN" else None
    return hit[0].side if hit is not None and hit[0].role in ("capital", "seat") else None


def they_of_quotation(draft: Draft, who: Token) -> str | None:
    """Whom "they" means in the words of somebody who blamed, or spoke to, a side just before: that side; else the side that does not speak."""
    if who.lower != "they":
        return None
    sentence = draft.parsed.sentence_of(who)
    for word in reversed(draft.parsed.tokens[max(sentence.first - BEFORE, 0) : who.i]):
        if word.dep == "dobj" and word.head.lemma in lexicon("commitments")["breaking"]["blaming"]:
            return actor(draft, word)
    speaker = speaker_at(draft, Span(who.start, who.end))
    return other_party(draft, who, speaker) if speaker in main_parties(draft) else None


def not_the_speaker(draft: Draft, who: Token) -> str | None:
    """The party of *who*; where a pronoun was taken for whoever speaks, the party named most of the others."""
    party, speaker = actor(draft, who), speaker_at(draft, Span(who.start, who.end))
    if who.lower == "they" and (party is None or party == speaker):
        return next((p for p in ranked_parties(draft) if p not in (party, speaker)), None)
    return party


def parties_near(draft: Draft, token: Token, back: int) -> list[str]:
    """The parties named in the sentence of *token* and up to *back* words before it, nearest first."""
    sentence = draft.parsed.sentence_of(token)
    found: list[str] = []
    for word in reversed(draft.parsed.tokens[max(sentence.first - back, 0) : sentence.last]):
        if word.dep in SUBJECTS and word.pos in ("NOUN", "PROPN") and word.ent not in ("DATE", "TIME") and not mediates(word):
            party = party_at(draft, word)
            if party is not None and party not in found:
                found.append(party)
    return found


def mediates(word: Token) -> bool:
    """Whether a noun names a carrier between two sides, who owes nothing."""
    return word.lower in lexicon("parties")["mediating"]["words"]


def other_party(draft: Draft, token: Token, own: str | None = None) -> str | None:
    """The party other than *own* that the sentence of *token* names, else the one that the report names most; None where there is no second one."""
    barred = {*lexicon("commitments")["people"]["tellers"], *lexicon("commitments")["courts"]["nouns"]}
    ranked = [p for p in ranked_parties(draft) if p.split()[-1].lower() not in barred and not MONEY.match(p) and not beside(p)]
    near = [p for p in parties_near(draft, token, 0) if p in ranked]
    pair = [p for p in main_parties(draft) if p in ranked]
    between = [p for p in near if p in pair]
    order = (*between, *pair, *near, *ranked) if own in pair else (*near, *ranked)
    return next((p for p in order if p != own), None)


def giver(draft: Draft, words: tuple[Token, ...], token: Token, own: str) -> str | None:
    """Who gives what the *words* of "in exchange for …" name: "by X", "whom X had freed", else the other side, which is not the thing given."""
    for word in words:
        agent = word.has("pobj") if word.lower == "by" else word if word.dep == "nsubj" and word.head.dep == "relcl" and word.pos in ("NOUN", "PROPN") else None
        party = actor(draft, agent) if agent is not None else None
        if party is not None and party != own:
            return party
    given = {actor(draft, w) for w in words if w.dep in ("pobj", "dobj", "conj") and w.pos == "NOUN"}
    first = other_party(draft, token, own)
    return first if first not in given else next((p for p in main_parties(draft) if p not in given | {own}), None)


def addressee(draft: Draft, token: Token) -> str | None:
    """Whom the words around *token* speak to: the object of the verb of saying above, or after "to" of a message."""
    spoken = {*lexicon("positions")["senses"]["addressing"], "send", "give", "write", "message", "threaten", "issue", "deliver"}
    for head in token.ancestors():
        for child in head.children:
            if child.dep in ("dobj", "dative") and child.pos in ("NOUN", "PROPN") and head.lemma in spoken:
                party = party_at(draft, child)
                if party is not None:
                    return party
                to = next((g.has("pobj") for g in child.children if g.lower == "to" and g.has("pobj") is not None), None)
                if to is not None and party_at(draft, to) is not None:
                    return party_at(draft, to)
            if child.dep in ("prep", "dative") and child.lower == "to" and child.has("pobj") is not None:
                below = child.has("pobj")
                party = actor(draft, below) if below is not None else None
                if party is not None:
                    return party
    if token.lower == "you":
        sentence = draft.parsed.sentence_of(token)
        for word in reversed(draft.parsed.tokens[max(sentence.first - 60, 0) : sentence.first]):
            if word.dep == "pobj" and word.head.lower in ("on", "upon", "to") and word.head.head.lemma in ("call", "appeal", "speak", "say", "write"):
                return party_at(draft, word)
            if word.dep == "dobj" and word.head.lemma in ("tell", "urge", "ask", "address", "beg", "press", "warn"):
                return party_at(draft, word)
    return None


def releaser(draft: Draft, who: Token, party: str | None) -> str | None:
    """*party*, unless it is the held whom a pronoun was taken for: those let themselves go least of all; then whoever takes captives here."""
    known = draft.cast.at(who)
    held = {*lexicon("commitments")["people"]["taken"], *lexicon("commitments")["people"]["captives"], "child", "children"}
    named = set(known.name.lower().split()) if known is not None else set()
    if who.pos != "PRON" or not (named | {n.rstrip("s") for n in named}) & held:
        return party
    return next((p for p in ranked_parties(draft) if takes_captives(draft, p)), party)


def holder_of_captives(draft: Draft, verb: Token) -> str | None:
    """Who released people of whom only "were released" is said: the party that was last said to owe or to do such a release."""
    sentence = draft.parsed.sentence_of(verb)
    for word in reversed(draft.parsed.tokens[max(sentence.first - 90, 0) : sentence.first]):
        freeing = word.lemma in ("release", "free") or (word.lemma in lexicon("commitments")["hostile"]["captive"] and held_below(word))
        if freeing and word.pos == "VERB":
            who = subject(word)
            party = party_at(draft, who) if who is not None and not mediates(who) else None
            if party is not None:
                return party
    return None


def held_below(verb: Token) -> bool:
    """Whether a verb of handing over governs people who are held, or a number ("hand over ten of the 87")."""
    table = lexicon("commitments")["people"]
    things = [c for c in verb.children if c.dep in ("dobj", "nsubjpass")]
    known = {*table["taken"], *table["captives"], *table["prisoners"], "body", "remains"}
    return any(t.pos == "NUM" or people_of(t) & known for t in things)


def owing(draft: Draft, verb: Token, *, done: bool | None = None) -> str | None:
    """Who is to do, did (*done*) or did not do what *verb* says: its subject or agent; of a passive that names nobody, whoever can have."""
    parted = parted_patient(draft, verb)
    if parted is not None:
        return parted
    below = next((a for c in verb.children if c.dep in ("ccomp", "xcomp", "prt") and (a := c.has("agent")) is not None), None)
    patient = verb.dep == "xcomp" and verb.has("auxpass") is not None and verb.has("agent") is None  # "are to be freed": the subject is who is freed
    joined = verb.dep == "conj" and verb.has("auxpass") is not None and verb.has("nsubj", "nsubjpass", "agent") is None  # "was due but has not been freed"
    who = (subject(verb) if not (patient or joined) else None) or (below.has("pobj") if below is not None else None)  # "were let go by the gang"
    if who is not None:
        return actor(draft, who)
    thing = verb.has("nsubjpass")
    if thing is None:
        thing = verb.head.has("nsubj", "nsubjpass") if verb.dep == "xcomp" or joined else None
    if thing is None:
        return None
    party = keeper(draft, thing) or by_account(draft, verb, thing, done) or holder_of_captives(draft, verb) or taker(draft, verb, thing)
    return party or likely_keeper(draft, thing) or other_party(draft, verb)


def parted_patient(draft: Draft, verb: Token) -> str | None:
    """Who holds people whose participle the parse took for the verb: "said four journalists sentenced by the rebels would be freed"."""
    if verb.has("auxpass") is None or verb.dep != "ccomp" or verb.has("nsubjpass", "nsubj", "agent") is not None:
        return None
    beside = next((c for c in verb.head.children if c.dep == "ccomp" and c.i < verb.i and c.tag == "VBN" and c.has("agent") is not None), None)
    by = beside.has("agent") if beside is not None else None
    who = by.has("pobj") if by is not None else None
    return actor(draft, who) if who is not None else None


def taker(draft: Draft, verb: Token, thing: Token) -> str | None:
    """Who lets people go of whom only their nation or number is told: the side that takes captives, where prisoners of a state are not meant."""
    table = lexicon("commitments")["people"]
    lets_go = {*lexicon("commitments")["hostile"]["captive"], "let"}
    if people_of(thing) & {*table["prisoners"], *table["goods"]} or verb.lemma not in lets_go:
        return None
    return next((p for p in main_parties(draft) if takes_captives(draft, p)), None)


def by_account(draft: Draft, verb: Token, thing: Token, done: bool | None) -> str | None:
    """What one of the two sides says was done, it did itself; what it says was not done, the other did not."""
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    pair = main_parties(draft)
    if done is None or speaker not in pair or people_of(thing) & set(lexicon("commitments")["people"]["taken"]):
        return None
    return speaker if done else next((p for p in pair if p != speaker), None)


def keeper(draft: Draft, thing: Token) -> str | None:
    """Who holds the people that *thing* names, by its own words: whose jail they are in, or not the side they are of ("their comrades")."""
    ranked = list(ranked_parties(draft))
    jail = next((c for c in thing.children if c.dep == "acl" and c.lemma in ("hold", "jail", "detain", "imprison", "keep")), None)
    for word in jail.subtree() if jail is not None else ():
        party = party_at(draft, word) if word.pos == "PROPN" else None
        if party in ranked:
            return party
    own = side_of_people(draft, thing)
    return next((p for p in main_parties(draft) if p != own), None) if own is not None else None


def likely_keeper(draft: Draft, thing: Token) -> str | None:
    """Who holds such people as a rule: captives those who take captives, prisoners the state; money and goods are not theirs to give."""
    ranked = list(ranked_parties(draft))
    table = lexicon("commitments")["people"]
    nouns = people_of(thing)
    if nouns & {*table["taken"], *table["captives"]}:
        return next((p for p in ranked if takes_captives(draft, p)), None)
    if nouns & {*table["prisoners"], *table["goods"]}:
        return next((p for p in ranked if not takes_captives(draft, p) and p.split()[-1].lower() not in table["tellers"]), None)
    return None


def people_of(thing: Token) -> set[str]:
    """The lemma of a noun and of the many of whom it is a part ("one of the hostages")."""
    return {thing.lemma, *(t.lemma for c in thing.children if c.dep == "prep" and c.lower == "of" for t in c.subtree())}


def takes_captives(draft: Draft, party: str) -> bool:
    """Whether a party is no state: a group by its words or kind."""
    known = draft.cast.named(party) or draft.cast.named(f"the {party}") or draft.cast.named(f"The {party}")
    if beside(party):
        return False
    return (known is not None and known.kind == "group") or party.split()[-1].lower() in lexicon("commitments")["people"]["takers"]


def side_of_people(draft: Draft, thing: Token) -> str | None:
    """The side of the people that *thing* names by a word beside it ("Saudi soldier", "its men", "soldiers of the republic")."""
    for child in thing.children:
        if child.dep in ("compound", "amod", "nmod", "poss"):
            known = draft.cast.at(child)
            party = (known.side or None) if known is not None else None
            if party is None and child.dep == "poss":
                party = party_at(draft, child)
            if party is not None and party in ranked_parties(draft):
                return party
    known = draft.cast.at(thing)
    return known.side if known is not None and known.kind == "state" else None


def in_return_for_it(verb: Token) -> bool:
    """Whether a clause has a bare "in return", so that it tells the other half of what was agreed before it."""
    for child in verb.children:
        noun = child.has("pobj") if child.dep == "prep" and child.lower == "in" else None
        if noun is not None and noun.lower in ("return", "exchange") and not any(c.dep == "prep" and c.lower in ("for", "of") for c in noun.children):
            return True
    return False
