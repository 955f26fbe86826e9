"""What was owed, joined across reports, with every account of its keeping; the standing is never a finding of ours."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.reconcile.agreements.terms import about_of
from onrecord.reconcile.instalments import by_ratio, instalment
from onrecord.reconcile.ordering import derived_id, moment
from onrecord.reconcile.owing import Owing, mutual_blame
from onrecord.reconcile.parties import account_of
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.sentences import within
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


UNKNOWN: Mapping[str, str | None] = {}


@dataclass(frozen=True, slots=True)
class Owed:
    """One account of one thing owed, with who owes it over all reports."""

    statement: Statement
    obligor: str
    obligee: str | None
    account: str
    whose: str


def build_commitments(scene: Scene, captors: Mapping[str, str | None] = UNKNOWN) -> tuple[CommitmentLine, ...]:
    """One line for what one party owes under an agreement or ultimatum, in the order of obligor and words.

    *captors* tells for each negotiation who holds captives; it is found out where that is not given.
    """
    owing = Owing(scene, dict(captors))
    by_obligor: defaultdict[tuple[str | None, str, bool], list[Owed]] = defaultdict(list)
    for statement in scene.of("commitments"):
        listed = about_of(item_of(statement).what) == "list"  # a list for a release is not the release, however many words they share
        for one in accounts_of(scene, owing, statement):
            by_obligor[scene.negotiation_of(statement.report), one.obligor, listed].append(one)
    lines = [line(scene, key[:2], group) for key in by_obligor for group in joined(by_obligor[key])]
    return tuple(sorted(lines, key=in_order))


def in_order(one: CommitmentLine) -> tuple[str, str, str, str]:
    """A sort key: negotiation, obligor, words."""
    return (one.negotiation or "", one.obligor, one.what, one.id)


def accounts_of(scene: Scene, owing: Owing, statement: Statement) -> Iterator[Owed]:
    """The accounts that a statement gives: one, or two of opposite sides where each accuses the other."""
    obligor = owing.obligor(statement)
    blamed = mutual_blame(scene, statement, obligor)
    for party, whose in blamed:
        yield Owed(statement, party, whose, "breached", whose)
    if not blamed:
        yield Owed(statement, obligor, owing.obligee(statement, obligor), told(statement), account_of(scene, statement))


def item_of(statement: Statement) -> Commitment:
    """The commitment that a statement of this layer is."""
    assert isinstance(statement.item, Commitment)
    return statement.item


def content(statement: Statement) -> frozenset[str]:
    """The words of a term without endings; empty where it only names the agreement."""
    found = re.findall(r"[\w-]+", item_of(statement).what.lower())
    stems = {re.sub(r"(?:ing|ed|es|e|s)$", "", w) for w in found if w not in SMALL and w not in BINDING and w.rstrip("s") not in BINDING}
    return frozenset(stems - {""})


def joined(owed: list[Owed]) -> list[list[Owed]]:
    """Groups of accounts of one term: linked where they share most content words, or where both only name the agreement."""
    by_id = {o.statement.id: o for o in owed}
    ordered = sorted((o.statement for o in by_id.values()), key=lambda s: (-len(content(s)), s.id))
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
    return [[by_id[s.id] for s in sorted(g, key=moment)] for _, g in sorted(groups.items())]


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


def line(scene: Scene, key: tuple[str | None, str], owed: list[Owed]) -> CommitmentLine:
    """The line of one term."""
    group = [o.statement for o in owed]
    whole = tuple((o.statement.id, o.account, o.whose) for o in owed)
    terms = [item_of(s).what for s in group if item_of(s).account == "owed"]
    full = {s.id for s in group if told(s) == "kept in part" and any(whole_part(scene, t, s) for t in terms)}
    accounts = tuple((i, "kept" if i in full else account, whose) for i, account, whose in whole)
    first = min(group, key=lambda s: (item_of(s).account != "owed", -len(item_of(s).what), s.id))
    items = [item_of(s) for s in group]
    obligees = Counter(o.obligee for o in owed if o.obligee)
    deadlines = sorted((s.date for s in group if item_of(s).deadline is not None and s.date is not None), key=lambda d: d.edtf())
    return CommitmentLine(
        derived_id("commitment", [min(s.id for s in group)], key[1]),
        key[1],
        obligees.most_common(1)[0][0] if obligees else None,
        item_of(first).what,
        next((i.in_return for i in items if i.in_return), None),
        deadlines[0] if deadlines else None,
        accounts,
        standing(whole),  # of several instalments one keeps a part of the whole
        next((i.agreement for i in items if i.agreement), None),
        key[0],
    )


def whole_part(scene: Scene, term: str, statement: Statement) -> bool:
    """Whether a deed is all that one of several times asks for: the very number, or what the ratio of the term makes of the other side's."""
    if instalment(term, statement.quote):
        return True
    reading, span = scene.by_report.get(statement.report), statement.span
    if reading is None:
        return False
    block = reading.report.block_at(span.start)
    around = next((s.of(reading.report.text) for s in within(reading.report.text, block.span) if s.holds(span)), "") if block is not None else ""
    return by_ratio(term, statement.quote, around)


def told(statement: Statement) -> str:
    """The account with its measure: "kept in part" where the words tell of part."""
    item = item_of(statement)
    return "kept in part" if item.account == "kept" and item.in_part else item.account


def standing(accounts: tuple[tuple[str, str, str], ...]) -> Standing:
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
