"""To whom it was told: "told Reuters", "informed the mediators that", "said on the channel's morning programme"."""

from __future__ import annotations

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate
from onrecord.annotate.attributions.cues import acts
from onrecord.annotate.attributions.sources import nouns
from onrecord.annotate.cast import Cast
from onrecord.types import Parsed, Span, Token


def audience_of(parsed: Parsed, who: Cast, candidate: Candidate) -> Span | None:
    """The noun phrase of those who were told, or the programme on which it was said; None where the words name none."""
    cue = candidate.cue
    if candidate.form == "according" or cue.pos not in ("VERB", "AUX"):
        return None
    noun = told(candidate) or addressed(candidate) or on_air(who, cue)
    return phrase_span(parsed, noun, candidate) if noun is not None else None


def told(candidate: Candidate) -> Token | None:
    """The object of a verb of telling."""
    cue = candidate.cue
    if cue.lemma not in acts("telling"):
        return None
    for child in cue.children:
        if child.lower == "it" and candidate.form == "as told":
            continue  # "as NP tells it"
        if child.dep in ("dobj", "dative", "nsubjpass") and (child.i > cue.i or child.dep == "nsubjpass"):
            whole = len(candidate.content) == 1 and candidate.content[0][0] <= child.i < candidate.content[0][1]
            asked = any(c.dep in ("xcomp", "ccomp") and c.i > child.i for c in cue.children) and candidate.form in ("dobj", "to")
            if (not whole or asked or candidate.form.startswith("object+")) and child.pos in ("NOUN", "PROPN", "PRON"):
                if child.tag in ("WP", "WDT") and cue.dep == "relcl":
                    return cue.head
                return child if child.dep != "dative" or child.pos != "ADP" else child.has("pobj")
    return None


def addressed(candidate: Candidate) -> Token | None:
    """The noun after "to" ("said to reporters") or "on" ("called on the council to")."""
    cue = candidate.cue
    if cue.lemma not in acts("addressing"):
        return None
    for child in cue.children:
        noun = child.has("pobj") if child.dep in ("prep", "dative") else None
        if noun is None:
            continue
        if cue.lemma == "call" and child.lower in ("on", "upon"):
            return noun if noun.ent not in ("DATE", "TIME") else None
        inside = any(a <= noun.i < b for a, b in candidate.content)
        if child.lower == "to" and not inside and noun.pos in ("NOUN", "PROPN", "PRON") and noun.ent not in ("DATE", "TIME"):
            return noun
    return None


def on_air(who: Cast, cue: Token) -> Token | None:
    """The programme or outlet of "said on X's show" and "said in an interview with X"."""
    for child in cue.children:
        noun = child.has("pobj") if child.dep == "prep" else None
        if noun is None:
            continue
        if child.lower in ("on", "in", "to") and any((p := who.at(t)) is not None and p.kind == "outlet" for t in noun.subtree()):
            host = host_of(noun) if noun.lemma in acts("talks") else None
            return host if host is not None else noun
        if child.lower in ("in", "during") and noun.lemma in acts("talks"):
            return host_of(noun)
        if child.lower == "on" and noun.lower in nouns("outlet_words"):
            return noun
    return None


def host_of(noun: Token) -> Token | None:
    """With whom a talk was."""
    return next((p.has("pobj") for p in noun.children if p.dep == "prep" and p.lower == "with"), None)


def phrase_span(parsed: Parsed, noun: Token, candidate: Candidate) -> Span:
    """The noun phrase of *noun* with its relative clause, cut where the content or the time begins."""
    first, last = phrases.noun_phrase(noun, relative=not (candidate.cue.dep == "relcl" and candidate.cue.head is noun))
    for low, high in candidate.content:
        if low > noun.i:
            last = min(last, low)
        elif high <= noun.i:
            first = max(first, high)
    for token in parsed.tokens[noun.i + 1 : last]:
        if (token.ent == "DATE" and token.dep in ("npadvmod", "nmod", "compound")) or (token.dep == "aux" and token.lower == "to"):
            last = token.i
            break
    first, last = phrases.trim(parsed.tokens, first, last)
    return Span(parsed.tokens[first].start, parsed.tokens[last - 1].end)
