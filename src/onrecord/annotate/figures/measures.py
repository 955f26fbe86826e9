"""What is said of the counted: taken, held, released, killed … from the frame that governs the number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.figures.counted import Counted, lemma_of
from onrecord.annotate.figures.frames import Frame, acts, book, coordinate, doubted, held_place, looked_up, state, sure
from onrecord.annotate.figures.predicates import predicate
from onrecord.annotate.figures.tense import to_come
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

SKIPPED = frozenset({
    "confirmed", "believed", "feared", "presumed", "known", "reported", "said", "thought", "considered", "listed", "declared", "still", "to", "be",
    "have", "been", "no", "longer", "not", "also", "already", "now", "being", "reportedly", "pronounced", "officially", "either", "in", "later",
    "seriously", "badly", "critically", "lightly", "unharmed", "were", "was", "are", "is", "had", "has", "who", "that", "remain", "remained", "remaining",
    "found", "left", "since", "suspected", "assumed",
})
"""Words that may stand between the counted and the participle or adjective that says what they are ("feared no longer alive")."""
IN_RETURN = (["in", "exchange", "for"], ["in", "return", "for"])
REACH = 10
"""Words before "with 21 crew" within which their vessel and its seizure stand."""
RESTRICTING = frozenset({"taken", "held"})
"""Said under a noun these tell which set is meant; what the main verb says of it is the news ("the nine seized in May were freed")."""

BEFALLEN = frozenset({"released", "freed", "rescued", "killed"})
"""Said by a noun over the set these are the news as well ("the release of 21 pupils kidnapped in May")."""


def frame_of(words: Sequence[Token], noun: Counted, anchor: Token) -> Frame | None:
    """The frame of a counted set: said behind it, under its noun, or by what governs it; None where no frame is known.

    *anchor*: the topmost word of its phrase. What stands under the noun of "twelve of the forty miners taken in May" is said of the forty.
    """
    if noun.head is None and (said := labelled(words, noun)) is not None:
        return said
    if noun.head is not None and demanded(words, noun):
        return Frame("to_release")
    if noun.head is not None and (freed := misread_free(words, noun)) is not None:
        return Frame("freed", freed)
    if noun.apart:
        return (under(anchor) if anchor is not noun.head else None) or above(anchor)
    head = noun.head
    if head is not None and (aboard := carried(words, noun)) is not None:
        return aboard
    said = behind(words, noun.last, anchor)
    if said is not None and said.end is not None and said.end.lower in book()["taking"]["nouns"]:
        seized = above(said.end if anchor.head is said.end else anchor)
        if seized is not None and seized.measure == "taken":
            return replace(seized, end=said.end)
    if head is not None and (returned := in_return(words, noun)) is not None:
        return returned
    said = said or under(head or anchor) or (under(anchor) if head is not None and anchor is not head else None)
    if said is None or said.measure in RESTRICTING:
        news = (stranded(words, said.by) if said is not None and said.by is not None else None) or above(anchor)
        if said is None:
            return news or (stranded(words, anchor.head) if cut_off(words, noun, anchor) else None)
        if news is not None and news.by is not None and (news.by.pos == "VERB" or done(news, said)) and news.by is not said.by:
            return replace(news, aside=said.by)
    return said


def labelled(words: Sequence[Token], noun: Counted) -> Frame | None:
    """ "Freed: 23", "Dead – 4": what the word before a colon or dash says of the bare number behind it."""
    mark = next((i for i in range(min(noun.last, len(words)) - 1, 0, -1) if words[i].text in (":", "–", "—")), None)
    if mark is None or noun.last - mark > LABELLED or any(w.pos in ("VERB", "NOUN") for w in words[mark + 1 : noun.last]):
        return None
    before = words[mark - 2 : mark] if mark > 1 else words[:mark]
    said = next((w for w in before if looked_up("labels", w.lower)), None)
    return Frame(looked_up("labels", said.lower) or "other", said) if said is not None else None


LABELLED = 5
"""Words from a label's colon to the end of its number."""


def done(news: Frame, said: Frame) -> bool:
    """Whether a noun over a set tells what has befallen those whom a participle tells apart, not what is asked or planned for them."""
    participle = said.by is not None and said.by.pos == "VERB"
    return participle and news.measure in BEFALLEN and news.by is not None and not to_come(news.by)


def carried(words: Sequence[Token], noun: Counted) -> Frame | None:
    """Those aboard of what is held or was seized, whatever the parser makes of "with" ("pirates holding a tanker with 21 crew")."""
    aboard = lexicon("figures_measures")["aboard"]
    place = next((i for i in range(noun.last - 1, max(noun.last - 8, 0), -1) if words[i].lower in aboard["with"]), None)
    if noun.head is None or place is None or lemma_of(noun.head) not in aboard["people"] or not any(w.pos == "NUM" for w in words[place : noun.last]):
        return None
    near = words[max(place - REACH, 0) : place]
    verb = next((w for w in reversed(near) if w.pos == "VERB" and w.lemma in aboard["verbs"]), None)
    if verb is None or not any(w.lemma.lower() in aboard["vessels"] for w in near):
        return None
    measure = looked_up("object", verb.lemma)
    return Frame(measure, verb) if measure in RESTRICTING else None


def in_return(words: Sequence[Token], noun: Counted) -> Frame | None:
    """What stands behind "in exchange for", "in return for" shares what is said before it of those who are freed, wherever the parser hangs it."""
    start = next((i for i in range(max(noun.last - 9, 1), noun.last - 1) if [w.lower for w in words[i : i + 3]] in IN_RETURN), None)
    if start is None or any(w.pos == "VERB" and w.tag != "VBN" for w in words[start + 3 : noun.last]):
        return None
    freeing = next((w for w in reversed(words[:start]) if w.pos == "VERB" and looked_up("object", w.lemma) in ("released", "freed")), None)
    if freeing is None and any(w.pos == "VERB" and w.lemma in book()["demanding"]["verbs"] for w in words[:start]):
        return Frame("to_release")
    return Frame("released", freeing) if freeing is not None else None


def misread_free(words: Sequence[Token], noun: Counted) -> Token | None:
    """The verb beside which "free" stands that the parse took for an adjective ("would pull back and free 19 detainees"), or None."""
    number = next((c for c in noun.head.children if c.dep == "nummod"), None) if noun.head is not None else None
    at = number.i - words[0].i - 1 if number is not None else -1
    if at < 1 or words[at].lower != "free" or words[at].pos == "VERB":
        return None
    if words[at - 1].lower == "set":
        return words[at - 1]
    if words[at - 1].tag in ("NNS", "NNPS"):
        return words[at]  # a headline's "Inmates Free Four Guards"
    if words[at - 1].lower not in ("and", "to", "or", "will", "would"):
        return None
    return next((h for h in words[at].ancestors() if h.pos == "VERB"), None)


def demanded(words: Sequence[Token], noun: Counted) -> bool:
    """Whether a set is what somebody asks for "in return for" something that the sentence names behind it."""
    later = any([w.lower for w in words[i : i + 3]] in IN_RETURN for i in range(noun.last, len(words) - 2))
    verb = next((w for w in reversed(words[: noun.last]) if w.pos == "VERB" and w.dep not in ("amod", "acl", "compound")), None)
    return later and verb is not None and verb.lemma in book()["demanding"]["verbs"]


def cut_off(words: Sequence[Token], noun: Counted, anchor: Token) -> bool:
    """Whether the participle right behind a set was taken for its verb ("said four reporters sentenced to death would be freed")."""
    verb = anchor.head
    return anchor.dep in ("nsubj", "nsubjpass") and verb.tag == "VBN" and verb.has("auxpass", "aux") is None and verb.i == words[noun.last - 1].i + 1


def stranded(words: Sequence[Token], participle: Token) -> Frame | None:
    """The frame of a verb without a subject behind a participle that the parser took for the main verb ("nine held since May would be freed")."""
    for token in words[participle.i - words[0].i + 1 :]:
        if token.pos == "PUNCT" or token.dep in ("mark", "nsubj", "nsubjpass"):
            return None
        if token.dep in ("aux", "auxpass") and token.lower != "to" and token.head.i > token.i:
            return predicate(token.head, "subject") if token.head.has("nsubj", "nsubjpass") is None else None
    return None


def behind(words: Sequence[Token], last: int, anchor: Token) -> Frame | None:
    """ "confirmed dead", "feared no longer alive", "still missing", "killed" right behind the set."""
    at, doubt, no = last, False, False
    if [w.lower for w in words[at : at + 2]] in (["of", "them"], ["of", "whom"]):
        at += 2
    while at < len(words) and at - last < 8:
        token = words[at]
        measure = state(token)
        if measure is not None and not (token.pos == "VERB" and acts(token)):
            subject = (token if token.pos == "VERB" else token.head).has("nsubj", "nsubjpass")
            if subject is not None and subject is not anchor and anchor in list(subject.subtree()) and not coordinate(anchor, subject):
                return None
            return Frame(sure(measure, doubt or doubted(token), no), token, token)
        if token.lower not in SKIPPED:
            return None
        doubt |= token.lower in book()["doubt"]["words"]
        no |= token.lower in ("no", "not")
        at += 1
    return None


def under(head: Token) -> Frame | None:
    """What a relative clause, a participle or a place under the noun says."""
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep in ("relcl", "acl"):
            if (theirs := possessed(child)) is not None:
                return theirs
            found = predicate(child, "subject" if child.tag == "VBG" or subject_relative(child) else "object")
            if found is not None:
                return found
        if child.dep == "prep" and child.lower in ("in", "from", "behind", "under", "at") and held_place(child):
            return Frame("held", child)
        if child.dep in ("acomp", "amod", "oprd") and (measure := looked_up("state", child.lower)):
            return Frame(measure, child)
    return None


def possessed(clause: Token) -> Frame | None:
    """ "42 comrades whose release they want": what happens to whose it is, by the noun of a happening."""
    for child in clause.children:
        if child.dep in ("dobj", "nsubj", "nsubjpass") and any(c.lower == "whose" for c in child.children) and (measure := looked_up("noun", child.lemma)):
            return Frame(measure, child)
    return None


def subject_relative(verb: Token) -> bool:
    """Whether the relative pronoun is the doer ("who died") rather than the one done to ("whom they hold")."""
    subject = verb.has("nsubj")
    return subject is not None and subject.tag in ("WP", "WDT") and verb.has("auxpass") is None


def above(anchor: Token) -> Frame | None:
    """What governs the set: a verb of which it is subject or object, or a noun of which it is the "of"."""
    top = anchor
    while top.dep in ("conj", "appos") and top.head is not top and top.head.pos in ("NOUN", "PROPN", "NUM", "PRON", "VERB"):
        if top.head.pos == "VERB":
            return None
        top = top.head
    parent = top.head
    if parent is top:
        return None
    if top.dep in ("nsubj", "csubj"):
        letting = book()["letting"]
        if parent.head.lemma in letting["verbs"] and parent.lemma in letting["going"] and parent.dep in ("ccomp", "xcomp"):
            return Frame("released", parent.head)
        return predicate(parent, "subject") or joined(parent)
    left = [c for c in parent.children if c.i > top.i and held_place(c)] if top.dep == "dobj" and parent.lemma in book()["leaving"]["verbs"] else []
    if left:
        return Frame("held", left[0])
    if top.dep in ("nsubjpass", "dobj", "dative", "npadvmod", "oprd") or (top.dep in ("advmod", "dep") and top.lower in ("more", "others")):
        return predicate(parent, "object")
    if top.dep == "attr":
        return predicate(parent, "subject")
    if top.dep == "pobj" and parent.dep in ("prep", "agent", "dative"):
        return governed(parent)
    if top.dep in ("compound", "nmod", "poss"):
        measure = looked_up("noun", parent.lemma)
        return Frame(measure, parent) if measure else None
    return None


def joined(verb: Token) -> Frame | None:
    """What a second verb says of the subject of one that says nothing ("one man jumped overboard and is missing")."""
    second = next((c for c in verb.children if c.dep == "conj" and c.pos in ("VERB", "AUX") and c.has("nsubj", "nsubjpass") is None), None)
    return predicate(second, "subject") if second is not None else None


RISING = frozenset({"rise", "climb", "bring", "put", "stand", "grow", "increase", "reach", "fall", "drop"})
TALLIES = frozenset({"number", "toll", "total", "count", "figure", "tally"})


def tally(prep: Token) -> Token | None:
    """The verb that says what a number or toll rose to or is put at, where *prep* stands under it."""
    chain = list(prep.ancestors())[:4]
    verb = next((t for t in chain if t.lemma in RISING and t.pos == "VERB"), None)
    return verb if verb is not None and any(t.lemma in TALLIES for t in verb.subtree()) else None


def won(noun: Token) -> bool:
    """Whether the freedom of somebody was won ("the swap won the freedom of four")."""
    freedom = book()["freedom"]
    return noun.lemma in freedom["nouns"] and noun.dep == "dobj" and noun.head.lemma in freedom["winning"] and noun.head.tag in ("VBD", "VBN")


def exchanged(prep: Token) -> Frame | None:
    """ "freed 12 soldiers for 36 prisoners", "release everybody for 100": what is given in return shares the frame of what is freed."""
    noun = prep.head
    if noun.pos in ("NOUN", "PROPN", "NUM"):
        found = above(noun)
        return found if found is not None and found.measure in ("released", "freed") else None
    chain = [noun, *noun.ancestors()][:4]
    verb = next((t for t in chain if t.pos == "VERB" and (looked_up("object", t.lemma) in ("released", "freed"))), None)
    return Frame("released", verb) if verb is not None else None


def governed(prep: Token) -> Frame | None:
    """What the noun or verb before a preposition says of its object."""
    noun = prep.head
    if prep.lower == "for" and noun.lemma in book()["searching"]["words"]:
        return Frame("missing", noun)
    if prep.lower == "of" and noun.lower in book()["phrases"]["killed"] and noun.head.lemma in ("cost", "claim", "take"):
        return Frame("killed", noun)
    if prep.lower == "of" and won(noun):
        return Frame("released", noun.head)
    if prep.lower in ("of", "for", "between") and noun.pos in ("NOUN", "PROPN"):
        measure = looked_up("noun", noun.lemma)
        if measure is None and prep.lower == "of" and noun.lemma in ("total", "number", "group", "batch", "set", "list", "count", "figure"):
            return above(noun)
        return Frame(measure, noun) if measure else None
    if prep.lower in ("for", "to") and noun.lemma in ("return", "exchange", "swap", "trade"):
        return Frame("released", noun)
    if prep.lower in ("to", "at", "by") and (over := tally(prep)) is not None:
        told = [t for t in over.subtree() if t.i < prep.i or t.head.lemma in TALLIES]
        return next((Frame(m, over) for t in told if (m := looked_up("noun", t.lemma) or looked_up("state", t.lower) or looked_up("object", t.lemma))), None)
    if prep.lower == "for" and (freeing := exchanged(prep)) is not None:
        return freeing
    if prep.lower in ("against", "on", "at") and noun.pos == "NOUN" and noun.lemma in lexicon("figures_units")["strikes"]["hitting"]:
        return Frame("struck", noun)
    blow = noun.has("dobj") if prep.lower in ("against", "on", "at") and noun.pos == "VERB" else None
    if blow is not None and blow.lemma in lexicon("figures_units")["strikes"]["hitting"]:
        return Frame("struck", blow)
    if prep.lower in ("for", "of") and noun.pos == "VERB" and noun.lemma in ("exchange", "swap", "trade"):
        return Frame("released", noun)
    if prep.lower == "with" and noun.lemma == "make" and any(c.lower in ("off", "away") for c in noun.children):
        return Frame("taken", noun)
    if prep.lower == "including":
        return above(noun) if noun.pos in ("NOUN", "NUM", "PROPN") else predicate(noun, "subject")
    return None
