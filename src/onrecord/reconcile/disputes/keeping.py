"""Who kept and who broke an agreement, where the accounts differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.reconcile.commitments import content
from onrecord.reconcile.ordering import derived_id
from onrecord.reconcile.scene import Scene
from onrecord.types import CommitmentLine, Derived, Dispute


def breach_disputes(scene: Scene, derived: Derived) -> Iterator[Dispute]:
    """Terms with accounts both ways, and agreements that each side says the other broke."""
    for line in derived.commitments:
        kept = tuple(s for s, account, _ in line.accounts if account.startswith("kept") or account == "disputed")
        broken = tuple(s for s, account, _ in line.accounts if account == "breached")
        sides = both(line, broken, kept)
        if len(sides) > 1:
            own = "their commitment" if " and " in line.obligor else "its commitment"
            yield Dispute(
                derived_id("dispute", (), line.id, "breach"),
                "conflict",
                "breach",
                f"Whether {line.obligor} kept {own}: {line.what}",
                sides,
                settles(line),
                line.negotiation,
            )
    yield from mutual(scene, derived)


def both(line: CommitmentLine, broken: tuple[str, ...], kept: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The two sides with their statements and whose account they are."""
    whose = {s: w for s, _, w in line.accounts}
    how = {s: a for s, a, _ in line.accounts}
    found = []
    if broken:
        found.append((f"breached, by the account of {named(whose[s] for s in broken)}", tuple(sorted(broken))))
    for account in sorted({how[s] for s in kept}):
        ids = tuple(sorted(s for s in kept if how[s] == account))
        found.append((f"{account}, by the account of {named(whose[s] for s in ids)}", ids))
    return tuple(found)


def named(names: Iterator[str]) -> str:
    """Names in order, each once."""
    return ", ".join(sorted({"the report" if n == "own voice" else n for n in names}))


def settles(line: CommitmentLine) -> str:
    """What would settle it."""
    return "The text of the term, and a count by both sides of what was delivered under it" + (f" until {line.deadline.edtf()}" if line.deadline else "")


def mutual(scene: Scene, derived: Derived) -> Iterator[Dispute]:
    """Each side says that the other broke the agreement: who broke it is told differently."""
    general: defaultdict[str | None, list[CommitmentLine]] = defaultdict(list)
    for line in derived.commitments:
        broken = [s for s, account, _ in line.accounts if account == "breached"]
        if broken and any(not content(scene.by_id[s]) for s in broken):
            general[line.negotiation].append(line)
    members = {n.id: set(n.parties) for n in scene.negotiations}
    for negotiation, told in general.items():
        lines = [n for n in told if negotiation not in members or n.obligor in members[negotiation]]  # who only carries owes no truce to anybody
        parties = sorted({line.obligor for line in lines})
        if len(parties) < 2:
            continue
        sides = tuple(
            (f"{party} broke it", tuple(sorted(s for line in lines if line.obligor == party for s, account, _ in line.accounts if account == "breached")))
            for party in parties
        )
        yield Dispute(
            derived_id("dispute", (), negotiation or "", "who"),
            "conflict",
            "breach",
            "Who broke the agreement: " + " or ".join(parties),
            sides,
            "The text of the agreement, and a monitor's or mediator's account of the order of events",
            negotiation,
        )
