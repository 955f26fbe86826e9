"""What the words around a name tell of a captive where no event does: held, seen alive in a video, missing, a body returned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconcile.parties import party_name
from onrecord.reconcile.roster.names import APPOSITION, Found, Named, People, Signed, signed
from onrecord.reconcile.roster.naming import by_naming, introduces
from onrecord.reconcile.roster.settings import NAME, Rule, book, denying, genitive, moods, rules, saying, stems
from onrecord.reconcile.roster.told import Told, named, person_of
from onrecord.reconcile.sentences import sentences
from onrecord.reconcile.standing import Standing
from onrecord.types import CaptiveStatus, Factuality, Figure, Reading, Span

ONE_ONLY = re.compile(r"\b(?:was|is|has|remains)\b")
"""A verb that only the last name of a list can be the subject of."""
INSERTED = re.compile(r" (?:was|were|is|are|had|has|have) [^,;:.¤]{1,70},")
"""What is told of somebody behind "who", which stands with the name, before what is said of them."""
SPEAKING = re.compile(r"(?:,? (?:an?|the|who|whose) [^,.;]{1,60},)? (?:said|says|told|tells|added|announced|warned|wrote|stated|insisted|explained|argued)\b")
"""What behind a name makes of it the one who tells the rest of the sentence."""
LISTED = re.compile(
    r"[^.;,:]{0,40}?(?:,|:|—|–| -|\bincluding|\bincluded|\bnamed as|\bidentified as|\bamong them|\bthey (?:are|were)|\bwere)\s*(?:(?:the|a|an|his|her|their) )?"
    r"(?:[\w-]+ ){0,2}"
)
"""What may stand between a count and the names of those counted."""
LONGEST = 320
"""Characters of a sentence that are shown whole; of a longer one only what is between name and status."""
GRAVE: frozenset[CaptiveStatus] = frozenset({"said_dead", "body_returned"})
"""Told only where the name itself stands; whom "he" means is too unsure for it."""
LASTING: frozenset[CaptiveStatus] = frozenset({"held", "missing"})
"""States: the day told beside them is that of something else."""
BY = re.compile(r"(?: hostage| captive| prisoner)? by (?:(?:the|a|an) )?")
VERBS = frozenset({"", "is", "are", "was", "were", "has", "have", "had", "still", "has been", "also"})
"""What may stand between those who hold and the verb."""
MEASURED: dict[str, Factuality] = {"feared_dead": "possible", "to_release": "planned"}
Known = Mapping[tuple[str, CaptiveStatus], list[Span]]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that names somebody beside words that may tell of a captive."""

    sentence: Span
    ruled: bool
    """Whether a rule of the lexicon finds something; else only a count of captives in it can."""


def looked_at(reading: Reading) -> tuple[Telling, ...]:
    """The sentences of a report that are worth a look, by its words alone."""
    people = people_of(reading)
    text = reading.report.text
    if not people or not stems().search(text):
        return ()
    spans = [s for s in sentences(reading.report) if stems().search(text, s.start, s.end)]
    lines = [(s, line) for s in spans if (line := signed(text, s, people)) is not None]
    return tuple(Telling(s, introduces(line) or next(by_rules(line), None) is not None) for s, line in lines)


def people_of(reading: Reading) -> People:
    """The named persons of a report, at each of their places."""
    return [(p, span) for p in reading.participants if named(p) for span in p.spans]


def looks(standing: Standing) -> dict[str, tuple[Telling, ...]]:
    """For each report the sentences that are worth a look."""
    readings = standing.scene.readings
    found = standing.scene.memo.of_readings("sentences on captives", tuple[Telling, ...], readings, looked_at)
    return {r.report.id: own for r, own in zip(readings, found, strict=True) if own}


def from_words(standing: Standing, reading: Reading, looked: Sequence[Telling], known: Known) -> Iterator[Told]:
    """Every telling that the words around names give; *known* are the spans that events gave already, by person and status."""
    text, report, people = reading.report.text, reading.report.id, people_of(reading)
    figures = [s.span for s in standing.by_report.get(report, ()) if isinstance(s.item, Figure) and s.item.unit in book()["counted"]["units"]]
    for place in looked:
        sentence = place.sentence
        if not place.ruled and not any(sentence.holds(s) for s in figures):
            continue
        line = signed(text, sentence, people)
        if line is None or not standing.stands(report, sentence):
            continue
        seen: set[tuple[str, CaptiveStatus]] = set()
        for found in (*by_counts(standing, report, sentence, line), *by_naming(standing, report, sentence, line), *by_rules(line)):
            for mention in found.mentions:
                key = person_of(standing.scene, report, mention.who).key
                told_already = any(s.overlaps(sentence) for s in known.get((key, found.status), ()))
                told_already = told_already or (found.status == "held" and any(k == key for k, _ in seen))
                if (key, found.status) not in seen and not told_already and (mention.proper or found.status not in GRAVE):
                    seen.add((key, found.status))
                    yield telling(standing, report, sentence, (line, found, mention))


def by_rules(line: Signed) -> Iterator[Found]:
    """What the rules of the lexicon find."""
    for run in line.runs:
        first, last = line.mentions[run[0]], line.mentions[run[-1]]
        for rule in rules():
            if rule.sentence is not None and not rule.sentence.search(line.words):
                continue
            found = around(line, rule, first.at, last.at)
            if found is None:
                continue
            between = line.words[found.start : found.end].replace(NAME, " ")
            alone = len(run) > 1 and found.start > first.at and ONE_ONLY.search(between) is not None
            chosen = tuple(line.mentions[k] for k in (run[-1:] if alone else run))
            yield Found(rule.status, chosen, found, mood(between, line.words[max(0, found.start - 60) : found.start]))


def around(line: Signed, rule: Rule, first: int, last: int) -> Span | None:
    """Where a rule's words stand before a list of names that begins at *first*, or behind one that ends at *last*; None where they do not."""
    start, end = first, last + 1
    if rule.before is not None:
        before = rule.before.search(line.words, max(0, first - 90), first)
        if before is None or before.end() != first or SPEAKING.match(line.words, last + 1):
            return None
        start = before.start()
    if rule.after is not None:
        if genitive().search(line.words, max(0, first - 60), first):
            return None
        after = behind(line.words, rule.after, last + 1)
        if after is None:
            return None
        end = after
    return Span(start, end)


def behind(words: str, pattern: re.Pattern[str], at: int) -> int | None:
    """Where *pattern* ends that begins at *at* or behind the apposition that stands there; None where it does not."""
    apposition = APPOSITION.match(words, at)
    inserted = INSERTED.match(words, at)
    starts = (at, apposition.end() if apposition else at, (apposition.end() - 1) if apposition and apposition.end() > at else at)
    for start in dict.fromkeys((*starts, *((inserted.end(), inserted.end() - 1) if inserted else ()))):
        found = pattern.match(words, start)
        if found is not None:
            return found.end()
    return None


def mood(between: str, before: str) -> Factuality:
    """What the words between name and status make of it, and a denial before them."""
    if denying().search(before):
        return "denied"
    for factuality, pattern in moods():
        if pattern.search(between):
            return factuality
    return "happened"


def by_counts(standing: Standing, report: str, sentence: Span, line: Signed) -> Iterator[Found]:
    """The status of those who are named behind a count of captives: "three hostages: A, B and C"; words before the count tell it first."""
    for statement in standing.by_report.get(report, ()):
        item = statement.item
        if not isinstance(item, Figure) or not sentence.holds(statement.span) or item.unit not in book()["counted"]["units"]:
            continue
        start, end = line.sign(statement.span.start), line.sign(statement.span.end)
        for run in line.runs:
            first, last = line.mentions[run[0]], line.mentions[run[-1]]
            between = line.words[end : first.at] if first.at >= end else "."
            if not all(line.mentions[k].proper for k in run) or not LISTED.fullmatch(between) or saying().search(between + line.words[last.at : last.at + 20]):
                continue
            words = Span(start, last.at + 1)
            told = [rule.status for rule in rules() if rule.after is None and around(line, rule, start, last.at) is not None]
            status = told[0] if told else book()["figures"].get(item.measure)
            if status is not None:
                factuality = MEASURED.get(item.measure, "happened") if not told else mood("", line.words[max(0, start - 60) : start])
                yield Found(status, tuple(line.mentions[k] for k in run), words, factuality)


def telling(standing: Standing, report: str, sentence: Span, told: tuple[Signed, Found, Named]) -> Told:
    """One telling with its words: the statement that holds them, else the sentence, or of a long one what lies between name and status."""
    line, found, mention = told
    cue = Span(line.place(found.words.start), line.place(found.words.end))
    place = Span(min(cue.start, mention.span.start), max(cue.end, mention.span.end))
    statement = standing.statement_at(report, place)
    shown = sentence if sentence.end - sentence.start <= LONGEST else place
    chain = statement.chain if statement is not None and statement.layer != "attributions" else standing.chain_at(report, place)
    if statement is not None and statement.span.end - statement.span.start > LONGEST:
        statement = None
    words = standing.words(report, statement.span if statement else shown, statement.id if statement else None)
    return Told(
        person_of(standing.scene, report, mention.who), found.status, found.factuality, words,
        None if found.status in LASTING else standing.day_beside(report, cue, sentence), standing.scene.dates[report].published, chain,
        holder(standing, report, cue) if found.held_by and found.status in ("taken", "held") else None,
    )


def holder(standing: Standing, report: str, cue: Span) -> str | None:
    """Who takes or holds by the words at *cue*: named behind "by", or right before the verb."""
    reading = standing.scene.reading_of(report)
    text = reading.report.text
    behind = BY.match(text, cue.end)
    for who in reading.participants:
        if who.kind in ("body", "group", "state") and any(
            (behind is not None and s.start == behind.end()) or (s.end <= cue.start and text[s.end : cue.start].strip() in VERBS) for s in who.spans
        ):
            return party_name(standing.scene, report, who.name)
    return None
