"""Whose words a document is: "the ministry's statement", "a letter from the union", "the statement" of somebody told of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate import phrases
from onrecord.annotate.attributions.cues import acts
from onrecord.annotate.cast import Cast
from onrecord.types import Attribution, Parsed, Participant, Token

FROM = frozenset({"from", "by"})


def issuer_in(phrase: Sequence[Token], head: Token, who: Cast) -> Participant | None:
    """The issuer that the noun phrase itself names, or a relative clause behind it ("a paper that the envoy brought"), or None."""
    inside = {t.i for t in phrase}
    for child in head.children:
        doer = phrases.own_subject(child) if child.dep == "relcl" and child.lemma in acts("issuing") else None
        if doer is not None and (found := issues(who.at(doer))) is not None:
            return found
        if child.i not in inside:
            continue
        if child.dep in ("poss", "compound", "nmod", "amod") and (found := issues(who.at(child))) is not None:
            return found
        if child.dep in ("prep", "agent") and child.lower in FROM and (noun := child.has("pobj")) is not None and (found := issues(who.at(noun))) is not None:
            return found
        if child.dep == "acl":
            by = next((c.has("pobj") for c in child.children if c.lower in FROM), None)
            if by is not None and (found := issues(who.at(by))) is not None:
                return found
    return None


def issues(who: Participant | None) -> Participant | None:
    """A participant that can issue a document."""
    return who if who is not None and who.kind in ("person", "body", "state", "group") else None


def resolve_documents(parsed: Parsed, who: Cast, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with every document resolved to its issuer: named in the phrase, or the last who told by such a document."""
    out: list[Attribution] = []
    told: dict[str, Attribution] = {}
    for item in attributions:
        phrase = parsed.within(item.source_spans[0])
        if not phrase:
            out.append(item)
            continue
        head = next((t for t in phrase if t.head.i < phrase[0].i or t.head.i > phrase[-1].i or t.head is t), phrase[-1])
        if item.source_class == "document":
            named = issuer_in(phrase, head, who)
            before = told.get(head.lemma)
            if named is not None:
                item = replace(item, resolved=named.name, affiliation=named.side)
            elif before is not None and phrase[0].lower in ("the", "this", "that", "it", "its", "their"):
                item = replace(item, resolved=before.resolved, affiliation=before.affiliation)
            told[head.lemma] = item
        else:
            for noun in means(parsed, item):
                told[noun] = item
        out.append(item)
    return out


def means(parsed: Parsed, item: Attribution) -> list[str]:
    """The documents by which something was told ("said in a statement", "wrote in a letter")."""
    found = []
    for cue in parsed.within(item.cue_spans[0]):
        for child in cue.children:
            noun = child.has("pobj") if child.dep == "prep" and child.lower in ("in", "on", "via", "by", "through") else None
            if noun is not None and noun.lemma in acts("recorded"):
                found.append(noun.lemma)
    return found
