"""What speaks for and against a candidate, as names of features; their weights are in `lexicons/attribution_weights.json`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate
from onrecord.annotate.attributions.cues import cue_of, lemma_of
from onrecord.annotate.attributions.quotations import Quotation
from onrecord.types import Parsed, Token

LENGTHS = (1, 2, 3, 4, 6, 9, 14, 20, 30, 45)
NAMED = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
"""Kinds of entities that are names."""
WORDS = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV", "X", "INTJ"})
"""Parts of speech that can be (mis)read names; the small words inside a name ("of", "the") stay."""
A_NAME = "~"
"""Stands in a feature for any name, so that no weight is learnt for a person, place or group of the corpus."""


def features(parsed: Parsed, candidate: Candidate, quotations: Sequence[Quotation], inside: frozenset[int]) -> list[str]:
    """The features of one candidate; *inside* holds the numbers of tokens in quotation marks."""
    form, variant, cue = candidate.form, candidate.variant, candidate.cue
    shape = f"{form}/{variant}"
    lemma = lemma_of(cue)
    known = cue_of(cue)
    kind = known.kind_with(form) if known else "unknown"
    lemma = "―" if candidate.variant == "signed" else lemma if known else unnamed(parsed, cue, lemma)
    out = [
        "bias",
        f"class={kind}",
        f"class+form={kind}|{form}",
        f"class+shape={kind}|{shape}",
        f"form={form}",
        f"shape={shape}",
        f"cue={lemma}",
        f"cue+form={lemma}|{form}",
        f"cue+shape={lemma}|{shape}",
        *candidate.marks,
    ]
    out += cue_features(parsed, candidate, inside)
    out += source_features(parsed, candidate)
    out += content_features(parsed, candidate, inside, shape)
    return out


def unnamed(parsed: Parsed, token: Token, form: str) -> str:
    """*form* (the word or lemma of *token*) in lower case, or the sign for a name: by part of speech, kind of entity, or a capital inside a sentence."""
    if token.pos not in WORDS:
        return form.lower()
    named = token.pos == "PROPN" or token.ent in NAMED or (token.text[0].isupper() and token.i > parsed.sentence_of(token).first)
    return A_NAME if named else form.lower()


def cue_features(parsed: Parsed, candidate: Candidate, inside: frozenset[int]) -> list[str]:
    """Of the cue: its form, negation, modality, place in the tree and whether it stands in a quotation itself."""
    cue, form = candidate.cue, candidate.form
    modal = phrases.modal(cue)
    have = any(c.dep == "aux" and c.lemma == "have" for c in cue.children)
    be = any(c.dep == "aux" and c.lemma == "be" for c in cue.children)
    to = any(c.dep == "aux" and c.lower == "to" for c in cue.children)
    out = [f"tag={cue.tag}", f"tag+form={cue.tag}|{form}", f"dep={cue.dep}", f"dep+form={cue.dep}|{form}", f"aux={have:d}{be:d}{to:d}|{cue.tag}"]
    if modal:
        out += ["modal", f"modal={modal}"]
    if phrases.is_negated(cue):
        out += ["negated", f"negated|{form}"]
    if cue.i in inside and (candidate.source is None or candidate.source.i in inside):
        out += ["quoted cue", f"quoted cue|{form}", f"quoted cue={unnamed(parsed, cue, cue.lemma)}"]
    if cue.head is not cue and to:
        out.append(f"to under={unnamed(parsed, cue.head, cue.head.lemma)}")
    elif cue.head is not cue:
        out.append(f"under={cue.head.pos}|{cue.dep}")
    if parsed.sentence_of(cue).first == 0:
        out.append("headline")
    if any(c.text == "?" for c in parsed.tokens[parsed.sentence_of(cue).last - 1 : parsed.sentence_of(cue).last]):
        out.append("question")
    return out


def source_features(parsed: Parsed, candidate: Candidate) -> list[str]:
    """Of the source: pronoun, name or noun, number, and how it hangs together with the cue."""
    source, cue = candidate.source, candidate.cue
    if source is None:
        return ["source=none"]
    if source.pos == "PRON" or source.tag in ("PRP", "PRP$", "WP", "WDT", "DT"):
        kind = f"pron:{source.lower}"
    elif source.ent in ("PERSON", "ORG", "GPE", "NORP"):
        kind = f"ent:{source.ent}"
    elif source.pos == "PROPN":
        kind = "name"
    else:
        kind = "nouns" if source.tag == "NNS" else "noun"
    link = "own" if source.head is cue else "other"
    if source.sent != cue.sent:
        link = "far"
    side = "before" if source.i < cue.i else "after"
    out = [f"source={kind}", f"source+form={kind}|{candidate.form}", f"source dep={source.dep}|{link}", f"link={link}|{side}|{candidate.form}"]
    out.append(f"source+cue={kind.split(':')[0]}|{unnamed(parsed, cue, cue.lemma)}")
    if candidate.form.startswith("noun:") and candidate.variant == "verb":
        out.append(f"support={unnamed(parsed, cue.head, cue.head.lemma)}")
    if source.pos == "NOUN":
        out.append(f"source noun={unnamed(parsed, source, source.lemma)}")
    distance = abs(source.i - cue.i)
    out.append(f"source far={bisect_right(LENGTHS, distance)}")
    return out


def content_features(parsed: Parsed, candidate: Candidate, inside: frozenset[int], shape: str) -> list[str]:
    """Of the content: its length, quotation marks, first word, and what stands at its edges."""
    first, last = candidate.content[0][0], candidate.content[-1][1]
    words = [i for a, b in candidate.content for i in range(a, b)]
    share = sum(i in inside for i in words) / len(words)
    quoted = "all" if share > 0.9 else "some" if share > 0 else "none"
    start = parsed.tokens[first]
    after = parsed.tokens[last] if last < len(parsed.tokens) else None
    form, cue = candidate.form, unnamed(parsed, candidate.cue, candidate.cue.lemma)
    size = bisect_right(LENGTHS, candidate.size)
    root = root_of(parsed, first, candidate.content[0][1])
    out = [
        f"size={size}",
        f"size+shape={size}|{shape}",
        f"quoted={quoted}|{form}",
        f"quoted+shape={quoted}|{shape}",
        f"parts={min(len(candidate.content), 3)}|{form}",
        f"first={unnamed(parsed, start, start.lower)}",
        f"first tag={start.tag}|{shape}",
        f"root={root.tag}|{form}",
        f"root dep={root.dep}|{root.head.pos}",
        f"root word={unnamed(parsed, root, root.lemma)}|{form}",
    ]
    out += edge_features(parsed, candidate, after, last, shape)
    if start.dep == "mark" or start.lower in ("that", "to", "whether"):
        out.append(f"cue+first={cue}|{start.lower}")
    out.append(f"cue+quoted={cue}|{quoted}|{form}")
    gap = first - candidate.cue.i
    out.append(f"gap={max(-3, min(gap, 5))}|{form}")
    return out


def edge_features(parsed: Parsed, candidate: Candidate, after: Token | None, last: int, shape: str) -> list[str]:
    """What follows the content, and how it hangs together with what was left out."""
    end = parsed.tokens[last - 1]
    if after is None or after.sent != end.sent:
        return [f"after=end|{shape}", f"ends={end.text if not end.text[0].isalnum() else 'w'}|{shape}"]
    follower = after
    if after.text in (",", "—", "–", "-", "--", ";", ":") and last + 1 < len(parsed.tokens):
        follower = parsed.tokens[last + 1]
    mark = after.text if not after.text[0].isalnum() else "w"
    out = [
        f"after={mark}|{shape}",
        f"after word={unnamed(parsed, follower, follower.lower)}|{candidate.variant}",
        f"after tag={mark}{follower.tag}|{candidate.variant}",
        f"after dep={mark}{follower.dep}|{candidate.variant}",
    ]
    head = phrase_head(follower)
    inside_head = any(a <= head.head.i < b for a, b in candidate.content)
    out.append(f"left out={mark}{head.dep}|{'in' if inside_head else 'out'}|{candidate.variant}")
    out.append(f"left out form={mark}{head.dep}{head.tag}|{candidate.form}|{candidate.variant}")
    if head.ent in ("DATE", "TIME") or follower.ent in ("DATE", "TIME"):
        out.append(f"left out time|{candidate.variant}")
    return out


def phrase_head(token: Token) -> Token:
    """The head of the phrase that *token* begins."""
    at = token
    while at.head is not at and at.head.i > token.i:
        at = at.head
    return at


def root_of(parsed: Parsed, first: int, last: int) -> Token:
    """The first token of a stretch whose head lies outside it."""
    for token in parsed.tokens[first:last]:
        if token.pos != "PUNCT" and (token.head is token or not first <= token.head.i < last):
            return token
    return parsed.tokens[first]
