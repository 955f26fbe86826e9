"""Whether what a record keeps is what was put in: hashes of texts and bytes, and the chain of judgements."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.checks import Finding, evidence_kept, is_excerpt
from onrecord.record.connection import Record
from onrecord.record.judgements import chain_breaks, cut_off, judgements

RULE = "judgements are as they were written"


@dataclass(frozen=True, slots=True)
class Verified:
    """What was hashed anew, and what did not come out as it is written."""

    reports: int
    raws: int
    judgements: int
    head: str
    """Id of the last judgement; noted elsewhere, it shows later whether the log up to it was changed. Empty for no judgement."""
    findings: tuple[Finding, ...] = ()


def verify(record: Record, *, head: str | None = None) -> Verified:
    """Hashes every text, all bytes and all judgements anew; with *head*, an id that was noted earlier (or its beginning), the log must still hold it."""
    texts, raws = (int(record.rows(f"SELECT count(*) FROM {table}")[0][0]) for table in ("report", "raw"))
    found = [*evidence_kept(record), *chain_findings(record)]
    made = judgements(record)
    if head is not None and not any(head and j.id.startswith(head) for j in made):
        found.append(Finding(RULE, f"judgement {head}", "is not in the log, though it was when it was noted: the log was written anew"))
    return Verified(0 if is_excerpt(record) else texts, raws, len(made), made[-1].id if made else "", tuple(found))


def chain_findings(record: Record) -> list[Finding]:
    """The first judgement that does not follow from the one before it, and judgements cut off at the end."""
    found = []
    broken = chain_breaks(record)
    if broken:
        row = record.rows("SELECT n, who, decided_at FROM judgement WHERE id = ?", (broken[0],))[0]
        seen = f"row {row['n']} by {row['who']} of {row['decided_at']} does not follow from the one before it"
        found.append(Finding(RULE, f"judgement {broken[0]}", f"{seen}: it was changed, or one before it was changed, taken out or put in"))
    last = cut_off(record)
    if last is not None:
        found.append(Finding(RULE, f"judgement {last}", "was the last one written and is not the last one now: judgements were taken off the end or put there"))
    return found
