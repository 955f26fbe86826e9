"""Candidates from nouns and adjectives: the claim that, its refusal to, is confident that."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.clauses import clause_form, source_words
from onrecord.types import Parsed, Token

MAKING = frozenset({"make", "leave"})
"""Verbs of "made it clear that"."""


def noun_candidates(parsed: Parsed, noun: Token) -> Iterator[Candidate]:
    """Candidates whose cue is a noun with an owner or a supporting verb, and a clause or preposition as content."""
    for source, holder in owners(noun):
        for form, content in noun_contents(noun):
            content = phrases.trim(parsed.tokens, *content)
            if content[0] >= content[1] or content[0] <= source.i < content[1]:
                continue
            words = source_words(parsed, source, noun, (content,))
            yield Candidate(noun, cue_stretch(noun, form, holder), source, words, (content,), "noun:" + form, holder)


def cue_stretch(noun: Token, form: str, holder: str) -> Stretch:
    """The noun, with the verb that supports it and the preposition that follows it ("took credit for")."""
    first, last = noun.i, noun.i + 1
    if holder == "verb" and 0 < noun.i - noun.head.i <= 3:
        first = noun.head.i
        last += form.startswith("prep:")
    return first, last


def owners(noun: Token) -> Iterator[tuple[Token, str]]:
    """Whose noun it is: possessive, compound, "by"/"of"/"from", or the subject of the verb it is the object of."""
    for child in noun.children:
        if child.dep == "poss":
            yield child, "poss"
            return
    if noun.dep == "conj" and noun.head.pos == "NOUN":
        yield from ((owner, kind) for owner, kind in owners(noun.head) if kind == "poss")
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("by", "from", "in", "among"):
            holder = child.has("pobj")
            if holder is not None:
                yield holder, child.lower
    head = noun.head
    if noun.dep in ("dobj", "attr") and head.pos in ("VERB", "AUX"):
        doer = phrases.subject(head)
        if doer is not None and doer is not noun:
            yield doer, "verb"
    if noun.dep == "nsubj" and head.lemma == "be":
        for child in noun.children:
            if child.dep == "prep" and child.lower == "of":
                holder = child.has("pobj")
                if holder is not None:
                    yield holder, "of"
    if noun.dep == "nsubj" and head.lemma in ("come", "emanate", "originate"):
        origin = next((c.has("pobj") for c in head.children if c.dep == "prep" and c.lower == "from"), None)
        if origin is not None:
            yield origin, "from"
    if any(c.dep in ("acl", "ccomp") and clause_form(c) == "that" for c in noun.children):
        for child in noun.children:
            holder = child.has("pobj") if child.dep == "prep" and child.lower == "of" else None
            if holder is not None:
                yield holder, "of"
    for child in noun.children:
        if child.dep in ("compound", "amod") and child.ent in ("GPE", "NORP", "ORG", "PERSON"):
            yield child, "compound"
            return


def noun_contents(noun: Token) -> Iterator[tuple[str, Stretch]]:
    """(form, stretch) for every complement of a noun; a preposition right behind it counts though the parse gave it to the verb."""
    if noun.dep == "dobj":
        behind = [c for c in noun.head.children if c.dep == "prep" and c.i > noun.i]
        while len(behind) > 1 and (day := behind[0].has("pobj")) is not None and day.ent == "DATE" and behind[1].i == phrases.stretch(behind[0])[1]:
            behind = behind[1:]
        for child in behind[:1]:
            near = child.i == noun.i + 1 or behind[0] is not next(c for c in noun.head.children if c.dep == "prep" and c.i > noun.i)
            if near and child.lower in ("for", "of", "to", "against", "on"):
                yield "prep:" + child.lower, (child.i + 1, phrases.stretch(child)[1])
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep in ("acl", "ccomp", "relcl") and clause_form(child) in ("that", "to", "whether", "clause"):
            if child.dep == "relcl" and not full(child):
                continue
            yield clause_form(child), phrases.stretch(child)
        elif child.dep == "prep" and child.lower not in ("by", "from", "in", "during", "at", "after", "before"):
            first, last = phrases.stretch(child)
            yield "prep:" + child.lower, (first + 1, last)
    if noun.dep == "nsubj" and noun.head.lemma == "be":
        for child in noun.head.children:
            if child.dep in ("ccomp", "xcomp") and child.i > noun.head.i:
                yield "be-" + clause_form(child), phrases.stretch(child)


def full(clause: Token) -> bool:
    """Whether a clause that the parse takes for a relative one has all its parts, so that "that" only opens it ("a demand that he be freed")."""
    that = next((c for c in clause.children if c.lower == "that" and c.i < clause.i), None)
    own = phrases.own_subject(clause)
    return that is not None and own is not None and own is not that and that.dep in ("mark", "prep", "dep", "advmod")


def adjective_candidates(parsed: Parsed, word: Token) -> Iterator[Candidate]:
    """Candidates whose cue is an adjective with a clause or preposition ("is confident that", "were critical of")."""
    verb = word.head
    if word.dep not in ("acomp", "amod", "oprd", "conj", "acl", "advcl", "ccomp") or verb is word:
        return
    if word.dep == "ccomp" and verb.lemma not in MAKING:
        return
    source = phrases.subject(verb) if verb.pos in ("VERB", "AUX") else None
    if source is None:
        return
    clear = verb.lemma in MAKING
    sisters = [c for c in verb.children if word.dep == "acomp" and c.dep == "ccomp" and c.i > word.i]
    for child in (*word.children, *sisters):
        if child.i < word.i or child.dep not in ("ccomp", "xcomp", "prep", "advcl", *(("csubj",) if clear else ())):
            continue
        if child.dep == "advcl" and clause_form(child) != "that":
            continue
        first, last = phrases.stretch(child)
        form = "adj:" + (child.lower if child.dep == "prep" else clause_form(child))
        content = phrases.trim(parsed.tokens, first + (child.dep == "prep"), last)
        if content[0] >= content[1] or content[0] <= source.i < content[1]:
            continue
        cue = (verb.i, word.i + 1) if clear and word.i - verb.i <= 4 else (word.i, word.i + 1)
        yield Candidate(word, cue, source, source_words(parsed, source, word, (content,)), (content,), form, "making" if clear else "own")
