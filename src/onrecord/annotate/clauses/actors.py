"""Which party a word stands for: through the cast, the attribution it stands in, or its own words."""

from __future__ import annotations

from collections import Counter

from onrecord.annotate.clauses.naming import armed, bare, beside, both_sides, civil, counted, names_agreement, private, stands_by
from onrecord.annotate.clauses.shape import BODIES, joined_names, np_span
from onrecord.annotate.clauses.syntax import subject
from onrecord.annotate.clauses.unframed import told_before
from onrecord.annotate.clauses.voice import issuer
from onrecord.annotate.draft import OWN_WORDS, Draft, of_cast
from onrecord.annotate.holding import holder
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Attribution, Participant, Span, Token

FIRST = frozenset({"i", "we", "us", "me", "our", "my", "ourselves"})
THIRD = frozenset({"he", "she", "they", "it", "them", "him", "his", "her", "their", "its"})
TOGETHER = frozenset({"parties", "sides", "the parties", "the sides", "both sides", "both parties", "panels", "states parties"})
"""Names of both sides at once, which are no party."""
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def party_at(draft: Draft, token: Token) -> str | None:
    """The party that acts where *token* stands: its side for a body or official, the group's own words; two joined parties as "A and B"; None for things."""
    first = one_party(draft, token)
    if first is None or token.dep not in ("nsubj", "nsubjpass", "pobj", "agent"):
        return first
    names = [first]
    for other in joined_names(token):
        name = one_party(draft, other)
        if name is not None and name not in names:
            names.append(name)
    return " and ".join(names) if len(names) == 2 else first


def one_party(draft: Draft, token: Token) -> str | None:
    """The party of one name, noun or pronoun."""
    if first_person(token):
        return speaker_at(draft, Span(token.start, token.end), unnamed=True)
    if both_sides(token):
        pair = main_parties(draft)
        if len(pair) == 2:
            return " and ".join(pair)
    if token.lemma == "side" and any(c.lower == "other" for c in token.children):
        pair = main_parties(draft, speaker_at(draft, Span(token.start, token.end)))
        if pair:
            return pair[0]
    whole = next((c.has("pobj") for c in token.children if c.dep == "prep" and c.lower == "of"), None)
    if token.lemma.lower() in BODIES and whole is not None:
        owner = draft.cast.at(whole)
        if owner is not None and owner.kind in ("state", "body"):
            return owner.side or bare(owner.name)
    known = draft.cast.at(token) or named_inside(draft, token)
    if known is None or not known.side:
        sent = sent_by(draft, token)
        if sent is not None:
            return sent
    if known is not None and (known.side or not own_government(token)):
        return owned(draft, token, known) or name_of(known, draft, token)
    if own_government(token):
        side = speaker_side(draft, token)
        if side is not None:
            return side
    if token.lower in THIRD:
        return pronoun(draft, token)
    if token.lower in RELATIVE and token.head.dep == "relcl":
        return party_at(draft, token.head.head)
    if token.pos not in ("NOUN", "PROPN", "NUM", "DET", "ADJ"):
        return None
    if token.pos == "PROPN" or acts(token):
        return words_of(draft, token)
    return None


def sent_by(draft: Draft, token: Token) -> str | None:
    """Whose spokesman, negotiators or men a noun means, where a noun or a pronoun owns it, or who speaks of "the delegation"."""
    owner, table = token.has("poss"), lexicon("parties")["sent"]
    if owner is not None and owner.tag == "PRP$" and token.lower in (*table["speaking"], *table["teams"]):
        return party_at(draft, owner)
    if owner is not None and owner.pos == "NOUN" and token.lower in table["speaking"] and acts(owner):
        return party_at(draft, owner)
    if token.lower in table["own"] and owner is None and {c.lower for c in token.children if c.i < token.i} == {"the"}:
        return speaker_at(draft, Span(token.start, token.end))
    return None


def owned(draft: Draft, token: Token, known: Participant) -> str | None:
    """Whose team, navy or leadership a body is that the cast has by itself: "the Front's delegation" is the Front."""
    owner = token.has("poss") if known.kind in ("body", "group") and known.side in (None, known.name) else None
    if owner is None or owner.pos != "PROPN" or civil(token.lemma) or token.lower not in lexicon("parties")["teams"]["nouns"]:
        return None
    words = [t for t in draft.parsed.within(np_span(draft.parsed, owner)) if t.lower not in ("the", "'s", "’s")]
    holds = draft.cast.named(Span(words[0].start, words[-1].end).of(draft.parsed.report.text)) if words else None
    return (holds.side or bare(holds.name)) if holds is not None and holds.kind in ("state", "body", "group", "place") and holds is not known else None


@of_cast
def ranked_parties(draft: Draft) -> dict[str, int]:
    """The parties of a report with the place of their first mention, the most named first, those that carry between them left out."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    carrying, between = carriers_of(draft), frozenset(lexicon("parties")["mediating"]["words"])
    for number, known in sorted(draft.cast.places.items()):
        if known.kind not in ("body", "state") and not known.side and not (known.kind == "group" and armed(known.name)):
            continue
        name = known.side or bare(known.name)
        sides = name.lower() not in TOGETHER and name.split()[-1].lower() not in between and not stands_by(name) and not counted(name)
        if name not in carrying and known.kind != "outlet" and sides:
            counts[name] += 1
            first.setdefault(name, number)
    return {n: first[n] for n in sorted(counts, key=lambda n: (beside(n), -counts[n], first[n]))}


def main_parties(draft: Draft, without: str | None = None) -> list[str]:
    """The two parties that a report names most, in the order of their first mention; *without* is the one that speaks to both."""
    ranked = {n: place for n, place in ranked_parties(draft).items() if n != without}
    return sorted(list(ranked)[:2], key=lambda n: ranked[n])


def named_inside(draft: Draft, token: Token) -> Participant | None:
    """The body or state whose name stands before a common noun ("the Free Army fighters")."""
    for child in token.children:
        if child.dep in ("compound", "nmod", "amod"):
            known = draft.cast.at(child)
            if known is not None and known.kind in ("body", "state"):
                return known
    return None


def own_government(token: Token) -> bool:
    """Whether a noun means the government, army or country of whoever is speaking: definite, with no name beside it."""
    if token.lemma not in lexicon("parties")["own"]["nouns"]:
        return False
    return not any(c.dep in ("compound", "amod", "poss", "nmod") and c.tag != "PRP$" for c in token.children) and not any(
        c.dep == "prep" and c.lower == "of" for c in token.children
    )


def speaker_side(draft: Draft, token: Token) -> str | None:
    """The side of the official in whose words *token* stands; one without a name of its own ("strikers' committee") has no army or ministry."""
    found = holder(draft.attributions, Span(token.start, token.end))
    if found is None or found.source_class not in ("named_person", "named_body", "unnamed_official", "document"):
        return None
    known = draft.cast.named(found.affiliation) if found.affiliation else None
    named = known is not None and bare(found.resolved) == found.affiliation  # the body itself speaks, not an office of it
    if known is not None and (known.kind in ("group", "person") or (known.kind == "body" and named)):  # rebels have no government of their own to blame
        return None
    if found.source_class == "document" and names_agreement(found.source):
        return None
    return None if (found.affiliation or "").islower() else found.affiliation


def first_person(token: Token) -> bool:
    """Whether a word means who speaks ("US" in capitals does not)."""
    return token.lower in FIRST and not (token.text.isupper() and len(token.text) > 1)


def carriers_of(draft: Draft) -> frozenset[str]:
    """The parties that mediate."""
    from onrecord.annotate.clauses.carriers import mediators

    return mediators(draft)


def name_of(known: Participant, draft: Draft, token: Token) -> str | None:
    """The party of a participant of the cast: groups of private people stand for themselves, all others for their side."""
    if known.kind == "thing" or known.kind == "document" or (known.kind == "place" and not known.side):
        return None
    people = token.tag in ("NNPS", "NNS") and token.ent == "NORP" and token.has("det") is None  # "Kenyans", not "the Kenyans"
    if (people and known.kind in ("group", "state")) or (known.kind == "group" and (known.side is None or private(token))):
        return words_of(draft, token) if token.pos in ("NOUN", "PROPN") else bare(known.name)
    if civil(token.lemma) or civil(known.name.split(" of ")[0].split()[-1]):
        return bare(known.name)
    return known.side or bare(known.name)


def acts(token: Token) -> bool:
    """Whether a common noun names people or bodies that can hold a position."""
    words = lexicon("parties")["actors"]["nouns"]
    return token.lemma in words or token.lower in words or (token.lower == "sides" or token.lemma in ("side", "party"))


def words_of(draft: Draft, token: Token) -> str:
    """The noun phrase of *token* as the text has it, without article and trailing clauses."""
    span = np_span(draft.parsed, token)
    behind = [c for c in token.children if c.i > token.i and (c.dep in ("relcl", "acl", "appos") or any(g.ent in ("DATE", "TIME") for g in (c, *c.children)))]
    without = {t.i for c in behind for t in c.subtree()}
    without |= {c.i for c in token.children if c.tag == "POS"}
    words = [t for t in draft.parsed.within(span) if not (t.i < token.i and t.dep == "punct") and t.i not in without]
    while words and words[0].lower in ("the", "a", "an", "their", "his", "her", "its", "our", "these", "those"):
        words = words[1:]
    if not words:
        return token.text
    return Span(words[0].start, words[-1].end).of(draft.parsed.report.text)


def speaker_at(draft: Draft, span: Span, *, unnamed: bool = False) -> str | None:
    """The party of the source of the innermost attribution around *span*; without attributions, of the verb of saying above it.

    *unnamed*: also that of an owner, a wife or a captor who has no name, which stands for what they say of themselves only.
    """
    found = holder(draft.attributions, span)
    if found is not None:
        own = party_of(draft, found) or (placed(draft, found) if unnamed else None)
        return own if own is not None or found.resolved.lower() not in FIRST else turn_of(draft, span)
    before = told_before(draft, span)
    if before is not None:
        return party_of(draft, before) or (placed(draft, before) if unnamed else None)
    return said_by(draft, span) or turn_of(draft, span)


def turn_of(draft: Draft, span: Span) -> str | None:
    """Who speaks where no attribution was read: whose turn it is in a transcript, or who issued a statement."""
    block = draft.parsed.report.block_at(span.start)
    name = block.speaker if block is not None else None
    if name is None and draft.parsed.report.genre in OWN_WORDS:
        name = draft.parsed.report.outlet
    if name is None:
        return issuer(draft)
    known = draft.cast.named(name)
    return (known.side or bare(known.name)) if known is not None else name


def party_of(draft: Draft, attribution: Attribution) -> str | None:
    """The side for which a source speaks, else its name; None for outlets and for sources that nobody can place."""
    if attribution.affiliation:
        source = draft.parsed.within(attribution.source_spans[0]) if attribution.source_spans else ()
        if attribution.source_class == "group" and any(private(t) for t in source):
            return bare(attribution.source)
        if attribution.source_class == "named_body" and civil(attribution.resolved.split(" of ")[0].split()[-1]):
            return bare(attribution.resolved)
        return attribution.affiliation
    if attribution.source_class == "document":
        return sender(draft, attribution)
    if attribution.source_class in ("outlet", "unnamed_source") or attribution.resolved.lower() in FIRST | THIRD | {"you"}:
        return None
    return placed(draft, attribution) or bare(attribution.resolved)


def placed(draft: Draft, attribution: Attribution) -> str | None:
    """The party of a source without a side, by its own words: whose spokesman it is, or that it is an owner, a wife, a captor."""
    words = draft.parsed.within(attribution.source_spans[0]) if attribution.source_spans else ()
    head = next((t for t in words if t.pos in ("NOUN", "PROPN") and t.head not in words), None)
    if head is None:
        return None
    if attribution.source_class == "unnamed_source":
        return words_of(draft, head) if acts(head) and head.lemma not in lexicon("parties")["witnesses"]["nouns"] else None
    office = next((t for t in (head, *(c for c in words if c.head is head)) if t.lower in lexicon("parties")["sent"]["speaking"]), None)
    return sent_by(draft, office) if office is not None else None


def sender(draft: Draft, attribution: Attribution) -> str | None:
    """Whose document or message speaks: who sent, issued or wrote it, as the verb above it tells."""
    known = draft.cast.named(attribution.resolved)
    if known is not None and known.kind != "document":
        return known.side or bare(known.name)
    for token in draft.parsed.within(attribution.source_spans[0]) if attribution.source_spans else ():
        if token.dep == "dobj" and token.head.pos == "VERB":
            who = subject(token.head)
            return party_at(draft, who) if who is not None and who.pos != "PRON" else None
    return None


def said_by(draft: Draft, span: Span) -> str | None:
    """The party of the nearest verb of saying that governs the words at *span*."""
    for token in draft.parsed.within(span)[:1]:
        for head in token.ancestors():
            if head.lemma in lexicon("parties")["saying"]["verbs"]:
                who = subject(head)
                return party_at(draft, who) if who is not None and who is not token and not first_person(who) else None
    return None


def pronoun(draft: Draft, token: Token) -> str | None:
    """A third-person pronoun that the cast does not know: the source of its sentence, else the subject of the sentence before."""
    for head in token.ancestors():
        if head.lemma in lexicon("parties")["saying"]["verbs"]:
            who = subject(head)
            if who is not None and who.i < token.i and who is not token and who.lower not in THIRD and not first_person(who):
                return party_at(draft, who)
    if token.lower in ("it", "its"):
        sentence = draft.parsed.sentence_of(token)
        for word in reversed(draft.parsed.tokens[sentence.first : token.i]):
            known = draft.cast.at(word)
            if known is not None and known.kind in ("body", "state") and word.dep in ("nsubj", "nsubjpass", "dobj"):
                return known.side or bare(known.name)
    found = holder(draft.attributions, Span(token.start, token.end))
    if found is not None and found.kind == "indirect":
        return party_of(draft, found)
    sentence = draft.parsed.sentence_of(token)
    for word in reversed(draft.parsed.tokens[max(sentence.first - 40, 0) : token.i]):
        if word.dep in ("nsubj", "nsubjpass") and word.pos in ("PROPN", "NOUN") and word.block == token.block:
            return party_at(draft, word)
    return None
