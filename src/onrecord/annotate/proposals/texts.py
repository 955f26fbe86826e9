"""Which nouns name a text on the table, what it is called, which version is meant, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.clauses import np_span, party_at
from onrecord.annotate.clauses.syntax import agent
from onrecord.annotate.draft import Draft
from onrecord.annotate.proposals.found import Text, words
from onrecord.types import Span, Token

ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those", "any", "its", "their", "his", "her", "our", "such"})
BACK = 45
"""Words within which "it" or an answer without object points back to a text; about two sentences."""


def texts_of(draft: Draft) -> Iterator[Text]:
    """Every noun that names a text, in the order of the report."""
    for token in draft.parsed.tokens:
        if token.pos in ("NOUN", "PROPN") and named(token):
            yield text_at(draft, token)


def named(noun: Token) -> bool:
    """Whether *noun* can name a text on the table."""
    lemma = noun.lemma.lower()
    if noun.dep in ("compound", "amod", "nmod", "poss") or any(c.lower in words("kinds", "other") for c in (*beside(noun), *aims(noun))):
        return False
    if lemma == "map":
        return any(c.lower == "road" for c in beside(noun))
    if lemma in words("versions", "nouns"):
        return of_text(noun) is not None or versioned(noun)
    if lemma in words("texts", "sure") | words("texts", "wide"):
        return True
    if lemma not in words("texts", "proposed"):
        return False
    return any(c.lower == "draft" for c in beside(noun)) or (noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in ("propose", "float", "table"))


def beside(noun: Token) -> list[Token]:
    """The words before *noun* that say what kind of it is meant."""
    return [c for c in noun.subtree() if c.i < noun.i and noun.i - c.i < 5 and c.dep in ("compound", "amod", "nmod", "npadvmod")]


def aims(noun: Token) -> list[Token]:
    """What a plan is for: "plans for a ground assault", "a plan to storm the town"."""
    found = [c.has("pobj") for c in noun.children if c.dep == "prep" and c.lower in ("for", "of")]
    return [t for t in found if t is not None] + [c for c in noun.children if c.dep == "acl" and c.tag == "VB"]


def of_text(noun: Token) -> Token | None:
    """The text of which *noun* is a version or part."""
    below = next((c.has("pobj") for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    if below is None:
        return None
    lemma = below.lemma.lower()
    return below if lemma in words("texts", "sure") | words("texts", "wide") | words("texts", "proposed") else None


def versioned(noun: Token) -> bool:
    """Whether a word before *noun* tells one version from another."""
    return any(c.lower in words("versions", "words") for c in beside(noun))


def traded(noun: Token) -> bool:
    """Whether the words before a wide noun make it a text of a negotiation."""
    return any(c.lower in words("kinds", "trade") for c in beside(noun))


def text_at(draft: Draft, noun: Token) -> Text:
    """The text that *noun* names, as the report calls it."""
    inner = of_text(noun) if noun.lemma.lower() in words("versions", "nouns") | words("texts", "partitive") else None
    owner = owner_of(draft, inner or noun) or (owner_of(draft, noun) if inner is not None else None)
    sure = noun.lemma.lower() in words("texts", "sure") or traded(noun) or (inner is not None)
    return Text(noun, title_of(draft, noun), version_of(draft, noun), party_at(draft, owner) if owner is not None else None, owner, sure)


def title_of(draft: Draft, noun: Token) -> str:
    """The words of the noun phrase without its article and what follows in clauses."""
    span = name_span(draft, noun)
    kept = [t for t in draft.parsed.within(span) if t.pos != "SPACE"]
    while len(kept) > 1 and kept[0].lower in ARTICLES and kept[0].i < noun.i:
        kept = kept[1:]
    return Span(kept[0].start, span.end).of(draft.parsed.report.text)


def name_span(draft: Draft, noun: Token) -> Span:
    """The noun with what stands before it and the phrases with "of" and "for" behind it."""
    base = np_span(draft.parsed, noun, bare=True)
    behind = [c for c in noun.children if c.i > noun.i and c.dep == "prep" and c.lower in ("of", "for") and c.i - noun.i < 4]
    before = [c for c in noun.children if c.i < noun.i and c.dep in ("det", "poss", "amod", "compound", "nummod", "nmod")]
    first = min((t.i for c in before for t in c.subtree()), default=noun.i)
    clauses = {t.i for c in behind for d in c.subtree() if d.dep in ("relcl", "acl", "punct", "appos") for t in d.subtree()}
    last = max([t.i for c in behind for t in c.subtree() if t.i - noun.i < 9 and t.i not in clauses], default=noun.i)
    tokens = draft.parsed.tokens
    return Span(min(tokens[first].start, base.start), tokens[last].end)


def version_of(draft: Draft, noun: Token) -> str | None:
    """The words that tell which version is meant: the noun phrase where it holds one, with a day that dates it."""
    behind = [c for c in noun.children if c.i > noun.i and c.dep in ("prep", "acl") and c.lower in words("versions", "dating")]
    dated = next((c for c in behind if day_in(draft, [t for t in c.subtree() if t.i - c.i < 4])), None)
    day = day_in(draft, [t for t in noun.subtree() if noun.i - 5 < t.i < noun.i])
    numbered = next((c for c in noun.children if c.i > noun.i and c.dep == "nummod"), None)
    if not (versioned(noun) or day or dated or numbered):
        return None
    start = name_span(draft, noun).start
    end = max(t.end for t in dated.subtree()) if dated is not None else numbered.end if numbered is not None else noun.end
    return Span(start, end).of(draft.parsed.report.text)


def day_in(draft: Draft, tokens: list[Token]) -> bool:
    """Whether a day, month or year is named by *tokens*."""
    return any(t.type == "DATE" and any(t.span.start <= w.start < t.span.end for w in tokens) for t in draft.times)


def owner_of(draft: Draft, noun: Token) -> Token | None:
    """The word for whose text it is: a possessor, a name before the noun, "by X", or who drafted it."""
    poss = noun.has("poss")
    if poss is not None and poss.ent not in ("DATE", "TIME"):
        return poss
    for child in noun.children:
        if child.i < noun.i and child.dep in ("amod", "compound", "nmod"):
            known = draft.cast.at(child)
            if known is not None and known.kind in ("state", "body", "person", "group"):
                return child
        if child.i > noun.i and child.dep in ("prep", "agent") and child.lower in ("by", "from"):
            pobj = child.has("pobj")
            if pobj is not None and pobj.ent not in ("DATE", "TIME") and party_at(draft, pobj):
                return pobj
        if child.i > noun.i and child.dep == "acl" and child.tag == "VBN" and child.lemma in words("tabled", "owning"):
            by = agent(child)
            if by is not None and party_at(draft, by):
                return by
    return None


def earlier(texts: list[Text], token: Token) -> Text | None:
    """The last text named shortly before *token*."""
    before = [t for t in texts if 0 < token.i - t.noun.i <= BACK]
    return before[-1] if before else None
