"""Texts on the table with their versions and answers; agreements with their days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from onrecord.types import Agreement, AgreementTerm, Answer, ProposalAnswer, ProposalLine, ScheduleDay, Snapshot
from onrecord.views.brief.captives import cited
from onrecord.views.brief.page import Line, Section, cites
from onrecord.views.brief.words import date_words, day_words, joined, last_day, origins_words, plural, shortened

AGREEMENTS_NOTE = (
    "What is due follows from the terms as told. What no report tells may have been delivered all the same; a breach is always somebody's account."
)
PROPOSALS_NOTE = (
    "An answer is somebody's account, and to the version that its words tell; where they tell none it is agreement to nothing. "
    "No answer reported does not mean that none was given."
)
ANSWER_WORDS: dict[Answer, str] = {
    "accepted": "accepted", "accepted_in_part": "accepted in part", "accepted_with_conditions": "accepted with changes or conditions",
    "rejected": "rejected", "amended": "amended", "studying": "studying it", "not_our_text": "says that what was accepted is another text",
    "unanswered": "no answer yet",
}
LONGEST_TERM = 110
"""Characters of a term that its line shows; the words beneath it are whole."""
MOST_PROPOSALS = 2
"""Texts of which the brief tells; each takes two lines at most."""
MOST_AGREEMENTS = 2
"""Agreements of which the brief tells; each takes two lines at most."""


def agreements_section(snapshot: Snapshot) -> Section:
    """An agreement after another: its terms, then what was due and told on each day."""
    found = snapshot.derived.agreements
    lines = [line for agreement in found for line in agreement_lines(snapshot, agreement)]
    none = "No agreement with a rule that makes days was read; `onrecord agreement add terms.toml` types one in."
    return Section("agreements", f"Agreements: {plural(len(found), 'agreement')}", tuple(lines), note=AGREEMENTS_NOTE if lines else none)


def agreement_lines(snapshot: Snapshot, agreement: Agreement) -> list[Line]:
    """One agreement, whole."""
    now = last_day(snapshot)
    lines = [head_line(agreement), *(term_line(snapshot, t) for t in agreement.terms)]
    coming = next((d.day for d in agreement.schedule if now is not None and d.day > now and d.due), None)
    return lines + [line for d in agreement.schedule for line in day_lines(snapshot, d, coming)]


def head_line(agreement: Agreement) -> Line:
    """Its name and from when to when it holds."""
    marks = [f"typed in by {agreement.typed_by}"] if agreement.typed_by else []
    if origins_words(agreement.origins):
        marks.append(origins_words(agreement.origins))
    if agreement.note:
        marks.append(agreement.note)
    return Line(agreement.name, date_words(agreement.dates) if agreement.dates else "", tuple(marks), link=agreement.id)


def term_line(snapshot: Snapshot, term: AgreementTerm) -> Line:
    """One term: who owes it to whom, and in return for what."""
    text = f"{term.obligor or 'by whom is not told'}{f' to {term.obligee}' if term.obligee else ''}: {term.what}"
    if term.in_return:
        text += f" — in return for {term.in_return}"
    words = [r.words for r in term.rules if r.words.casefold() not in term.what.casefold()]
    due = f"due {date_words(term.deadline)}" if term.deadline else ""
    return Line(text, due, tuple(f"rule: {w}" for w in words), cites(snapshot, term.statements), level=1)


def day_lines(snapshot: Snapshot, day: ScheduleDay, coming: dt.date | None) -> list[Line]:
    """What was due and told on one day; an end tells itself."""
    ends = [d.why for d in day.due if d.unit == "days"]
    said = "; ".join(x for x in (day.account, *ends) if x)
    if not said:
        return []
    sums = [d.why for d in day.due if "=" in d.why]
    marks = (["due next"] if day.day == coming else []) + sums
    number = f"day {day.number}" if day.number > 0 else "before day 1"
    found = cites(snapshot, tuple(dict.fromkeys(d.statement for d in day.reported)), len(day.reported))
    places = tuple({c.place: c for c in reversed(found)}.values())[::-1]
    return [Line(f"{number} — {said}", day_words(day.day), tuple(marks), places, level=1)]


def agreements_brief(snapshot: Snapshot) -> Section | None:
    """The agreements in four lines at most: each with its latest day that is told of, and what is due next; None where there is none."""
    found = [a for a in snapshot.derived.agreements if a.schedule]
    if not found:
        return None
    now = last_day(snapshot)
    lines = []
    for agreement in sorted(found, key=lambda a: a.schedule[-1].day, reverse=True)[:MOST_AGREEMENTS]:
        told = [d for d in agreement.schedule if d.reported]
        coming = [d for d in agreement.schedule if now is not None and d.day > now and d.due]
        lines.append(head_line(agreement))
        shown = coming[0] if coming else told[-1] if told else agreement.schedule[-1]
        lines += day_lines(snapshot, shown, coming[0].day if coming else None)
    more = max(0, len(found) - MOST_AGREEMENTS)
    return Section("agreements", "Agreements that run", tuple(lines), more=more, note=AGREEMENTS_NOTE)


def proposals_section(snapshot: Snapshot) -> Section:
    """A text after another: its versions with what they provide, then every account of the answers."""
    found = snapshot.derived.proposals
    lines = [line for proposal in found for line in proposal_lines(snapshot, proposal)]
    title = f"Proposals: {plural(len(found), 'text')} on the table"
    return Section("proposals", title, tuple(lines), note=PROPOSALS_NOTE if lines else "No text on the table was read.")


def proposal_lines(snapshot: Snapshot, proposal: ProposalLine) -> list[Line]:
    """One text, whole."""
    marks = [f"tabled by {joined(proposal.tabled_by)}" if proposal.tabled_by else "by whom it was tabled is not told"]
    if proposal.carried_by:
        marks.append(f"carried by {joined(proposal.carried_by)}")
    if origins_words(proposal.origins):
        marks.append(origins_words(proposal.origins))
    lines = [Line(proposal.title, "", tuple(marks), link=proposal.id)]
    lines += [Line(f"accounts differ: {words}", "", level=1) for words in proposal.differs]
    for version in proposal.versions:
        told = tuple(f"carried by {joined(version.carried_by)}" for _ in version.carried_by[:1])
        places = cites(snapshot, version.statements)
        lines.append(Line(f"version {version.number}: “{version.label}”", date_words(version.date), told, places, level=1))
        lines += [Line(f"provides “{shortened(words.quote, LONGEST_TERM)}”", "", (), cited(snapshot, words), level=2) for words in version.terms]
    return lines + answer_lines(snapshot, proposal)


def answer_lines(snapshot: Snapshot, proposal: ProposalLine) -> list[Line]:
    """Every account of the answers, those that say the same on one day by one account in one line."""
    numbers = {v.id: v.number for v in proposal.versions}
    groups: dict[tuple[str, str], list[ProposalAnswer]] = {}
    for answer in proposal.answers:
        line = answer_line(snapshot, answer, numbers)
        groups.setdefault((line.text, line.date), []).append(answer)
    return [
        replace(answer_line(snapshot, same[0], numbers), cites=cites(snapshot, tuple(a.statement for a in same), len(same))) for same in groups.values()
    ]


def answer_line(snapshot: Snapshot, answer: ProposalAnswer, numbers: dict[str, int]) -> Line:
    """One account of one answer; without a version it says so."""
    said = f"{answer.party}: {ANSWER_WORDS[answer.answer]}"
    number = numbers.get(answer.version or "")
    if answer.answer == "not_our_text":
        said += f", it is not version {number}" if number else ""
    else:
        said += f", version {number}" if number else ", to which version is not told"
    return Line(f"{said} — {answer.told_by}", date_words(answer.date), (), cites(snapshot, (answer.statement,)), level=1)


def proposals_brief(snapshot: Snapshot) -> Section | None:
    """The texts in four lines at most: each with the last answer told of each party; None where there is none."""
    found = [p for p in snapshot.derived.proposals if p.versions or p.answers]
    if not found:
        return None
    lines = []
    for proposal in sorted(found, key=lambda p: -len(p.answers) - len(p.versions))[:MOST_PROPOSALS]:
        numbers = {v.id: v.number for v in proposal.versions}
        newest = proposal.versions[-1] if proposal.versions else None
        last = {a.party: a for a in proposal.answers}
        marks = [f"version {newest.number} of {date_words(newest.date)}"] if newest is not None and newest.date else []
        places = cites(snapshot, newest.statements, 1) if newest is not None else ()
        lines.append(Line(proposal.title, "", tuple(marks), places, link=proposal.id))
        if last:
            said = "; ".join(answer_line(snapshot, a, numbers).text for a in list(last.values())[:4])
            lines.append(Line(said, "", (), cites(snapshot, tuple(a.statement for a in last.values())), level=1))
    more = max(0, len(found) - MOST_PROPOSALS)
    return Section("proposals", "Texts on the table", tuple(lines), more=more, note=PROPOSALS_NOTE)
