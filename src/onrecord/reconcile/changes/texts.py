"""Texts on the table and people held: another version, another answer, another fate told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reconcile.changes.fresh import Fresh, latest_days
from onrecord.reconcile.changes.match import matched
from onrecord.reconcile.changes.weigh import of_days, weight
from onrecord.types import Words
from onrecord.types.changes import Change
from onrecord.types.proposals import ProposalLine
from onrecord.types.roster import RosterLine


def proposal_support(line: ProposalLine) -> Iterator[str]:
    """The statements of its versions and answers."""
    yield from (s for version in line.versions for s in version.statements)
    yield from (answer.statement for answer in line.answers)


def proposal_changes(before: Sequence[ProposalLine], after: Sequence[ProposalLine], fresh: Fresh) -> Iterator[Change]:
    """Texts that are new on the table, their new versions, and answers that were not known."""
    for line, was in matched(before, after, proposal_support):
        told = fresh.of(proposal_support(line))
        if not told:
            continue
        for made in (*version_changes(line, was, fresh), *answer_changes(line, was, fresh)):
            yield of_days(replace(made, object=line.id, negotiation=line.negotiation), latest_days(fresh, made.statements))


def version_changes(line: ProposalLine, was: ProposalLine | None, fresh: Fresh) -> Iterator[Change]:
    """The text itself where it is new, else its versions that are."""
    by = f" ({', '.join(line.tabled_by)})" if line.tabled_by else ""
    if was is None:
        told = fresh.of(s for version in line.versions for s in version.statements)
        if told:
            yield Change("", "new", "proposal", f"On the table: {line.title}{by}", weight("proposal"), told)
        return
    known = {s for version in was.versions for s in version.statements}
    for version in line.versions:
        told = fresh.of(version.statements)
        if told and not known & set(version.statements):
            yield Change("", "updates", "proposal", f"{line.title}{by}: another version: {version.label}", weight("version"), told, after=version.label)


def answer_changes(line: ProposalLine, was: ProposalLine | None, fresh: Fresh) -> Iterator[Change]:
    """Answers of a party that were not known; one that differs from the party's answer before says so."""
    labels = {v.id: v.label for v in line.versions}
    earlier = {(a.party, a.answer) for a in was.answers} if was else set()
    last = {a.party: a.answer for a in was.answers} if was else {}
    for party, answer in dict.fromkeys((a.party, a.answer) for a in line.answers):
        mine = [a for a in line.answers if (a.party, a.answer) == (party, answer)]
        told = fresh.of(a.statement for a in mine)
        if not told or (party, answer) in earlier:
            continue
        to = next((labels[a.version] for a in mine if a.version in labels), None)
        title = f"{party}: {answer.replace('_', ' ')} — {line.title}, {f'version {to}' if to else 'which version is not told'}"
        moved = last.get(party)
        if moved:
            title += f"; before: {moved.replace('_', ' ')}"
        yield Change("", "moves" if moved else "new", "proposal", title, weight("answer"), told, moved, answer)


def roster_changes(before: Sequence[RosterLine], after: Sequence[RosterLine], fresh: Fresh) -> Iterator[Change]:
    """Captives named for the first time, and those of whom something else is told."""
    for line, was in matched(before, after, lambda r: (place_of(p.words) for p in r.points)):
        told = [p for p in line.points if p.words.report in fresh.own]
        if told:
            statements = tuple(p.words.statement for p in told if p.words.statement in fresh.news)
            bare = tuple(p.words for p in told if p.words.statement is None)
            made = replace(fate_change(line, was), statements=tuple(filter(None, statements)), words=bare)
            yield of_days(replace(made, object=line.id, negotiation=line.negotiation), told[-1].date)


def place_of(words: Words) -> str:
    """Report and place as one key."""
    return f"{words.report}:{words.span.start}-{words.span.end}"


def fate_change(line: RosterLine, was: RosterLine | None) -> Change:
    """What is told of one captive beside what was told before."""
    status = f"{line.name}: {line.status.replace('_', ' ')}"
    if was is None:
        return Change("", "new", "roster", status, weight("roster"), (), None, line.status)
    if was.status != line.status:
        title = f"{status}, before {was.status.replace('_', ' ')}"
        return Change("", "updates", "roster", title, weight("roster"), (), was.status, line.status)
    return Change("", "confirms", "roster", status, weight("confirms"), ())
