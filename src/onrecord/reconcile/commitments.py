"""What was owed, joined across reports, with every account of its keeping; the standing is never a finding of ours."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from onrecord.reconcile.agreements.terms import about_of
from onrecord.reconcile.instalments import instalment
from onrecord.reconcile.ordering import derived_id, moment
from onrecord.reconcile.parties import account_of, party_name
from onrecord.reconcile.scene import Scene
from onrecord.types import Commitment, CommitmentLine, Statement

Standing = Literal["owed", "kept", "kept in part", "breached by one account", "breached by several accounts", "disputed"]
SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "to",
        "and",
        "for",
        "at",
        "by",
        "with",
        "all",
        "it",
        "its",
        "that",
        "were",
        "was",
        "would",
        "more",
        "than",
        "any",
        "from",
        "under",
        "who",
        "which",
        "be",
        "is",
        "are",
        "their",
        "could",
        "will",
        "as",
        "part",
        "list",
        "into",
    ]
)
BINDING = frozenset(
    [
        "truce",
        "ceasefire",
        "cease-fire",
        "pause",
        "agreement",
        "accord",
        "deal",
        "term",
        "obligation",
        "pact",
        "commitment",
        "obligations",
        "armistice",
        "lull",
        "treaty",
        "observe",
        "keep",
        "honour",
        "operational",
        "previous",
        "original",
        "promise",
        "pledge",
        "word",
        "cessation",
    ]
)
"""Words that name the agreement itself: two commitments made of nothing else are one, to observe it."""
ENOUGH = 0.6
"""Share of the shorter one's content words that two terms must have in common; set on invented pairs of terms."""


def build_commitments(scene: Scene) -> tuple[CommitmentLine, ...]:
    """One line for what one party owes under an agreement or ultimatum, in the order of obligor and words."""
    by_obligor: defaultdict[tuple[str | None, str, bool], list[Statement]] = defaultdict(list)
    for statement in scene.of("commitments"):
        item = item_of(statement)
        listed = about_of(item.what) == "list"  # a list for a release is not the release, however many words they share
        by_obligor[scene.negotiation_of(statement.report), party_name(scene, statement.report, item.obligor), listed].append(statement)
    lines = [line(scene, key[:2], group) for key in by_obligor for group in joined(by_obligor[key])]
    return tuple(sorted(lines, key=lambda one: (one.negotiation or "", one.obligor, one.what, one.id)))


def item_of(statement: Statement) -> Commitment:
    """The commitment that a statement of this layer is."""
    assert isinstance(statement.item, Commitment)
    return statement.item


def content(statement: Statement) -> frozenset[str]:
    """The words of a term without endings; empty where it only names the agreement."""
    found = re.findall(r"[\w-]+", item_of(statement).what.lower())
    stems = {re.sub(r"(?:ing|ed|es|e|s)$", "", w) for w in found if w not in SMALL and w not in BINDING and w.rstrip("s") not in BINDING}
    return frozenset(stems - {""})


def joined(statements: list[Statement]) -> list[list[Statement]]:
    """Groups of statements of one term: linked where they share most content words, or where both only name the agreement."""
    ordered = sorted(statements, key=lambda s: (-len(content(s)), s.id))
    words = {s.id: content(s) for s in ordered}
    parent = {s.id: s.id for s in ordered}

    def root(identity: str) -> str:
        while parent[identity] != identity:
            identity = parent[identity]
        return identity

    for one, two in linked([(words[s.id], s.id) for s in ordered]):
        low, high = sorted((root(one), root(two)))
        parent[high] = low
    groups: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in ordered:
        groups[root(statement.id)].append(statement)
    return [sorted(g, key=moment) for _, g in sorted(groups.items())]


def linked(terms: Iterable[tuple[frozenset[str], str]]) -> Iterator[tuple[str, str]]:
    """Pairs of ids whose words are alike, enough of them to join all that hang together: terms of the same words are taken as one,
    and others are compared only where they share a word."""
    first: dict[frozenset[str], str] = {}
    holders: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for words, identity in terms:
        if words in first:
            yield first[words], identity
            continue
        for known in {k: None for w in sorted(words) for k in holders[w]}:
            if alike(known, words):
                yield first[known], identity
        first[words] = identity
        for word in words:
            holders[word].append(words)


def alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two terms ask for the same thing."""
    if not one or not two:
        return not one and not two
    shared = one & two
    return len(shared) >= min(2, len(one), len(two)) and len(shared) / min(len(one), len(two)) >= ENOUGH


def line(scene: Scene, key: tuple[str | None, str], group: list[Statement]) -> CommitmentLine:
    """The line of one term."""
    whole = tuple((s.id, told(s), account_of(scene, s)) for s in group)
    terms = [item_of(s).what for s in group if item_of(s).account == "owed"]
    full = {s.id for s in group if told(s) == "kept in part" and any(instalment(t, s.quote) for t in terms)}
    accounts = tuple((i, "kept" if i in full else account, whose) for i, account, whose in whole)
    first = min(group, key=lambda s: (item_of(s).account != "owed", -len(item_of(s).what), s.id))
    items = [item_of(s) for s in group]
    obligees = Counter(party_name(scene, s.report, name) for s in group if (name := item_of(s).obligee))
    deadlines = sorted((s.date for s in group if item_of(s).deadline is not None and s.date is not None), key=lambda d: d.edtf())
    return CommitmentLine(
        derived_id("commitment", [s.id for s in group], key[1]),
        key[1],
        obligees.most_common(1)[0][0] if obligees else None,
        item_of(first).what,
        next((i.in_return for i in items if i.in_return), None),
        deadlines[0] if deadlines else None,
        accounts,
        standing(group, whole),  # of several instalments one keeps a part of the whole
        next((i.agreement for i in items if i.agreement), None),
        key[0],
    )


def told(statement: Statement) -> str:
    """The account with its measure: "kept in part" where the words tell of part."""
    item = item_of(statement)
    return "kept in part" if item.account == "kept" and item.in_part else item.account


def standing(group: list[Statement], accounts: tuple[tuple[str, str, str], ...]) -> Standing:
    """What the accounts come to, in words that find nobody guilty."""
    kinds = {account for _, account, _ in accounts}
    breached = {whose for _, account, whose in accounts if account == "breached"}
    if "disputed" in kinds or (breached and "kept" in kinds):
        return "disputed"
    if breached:
        return "breached by one account" if len(breached) == 1 else "breached by several accounts"
    if "kept" in kinds:
        return "kept"
    return "kept in part" if "kept in part" in kinds else "owed"
