"""Statements about texts → one line a text, with its versions and every account of the answers to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.reconcile.agreements.settings import any_of
from onrecord.reconcile.ordering import derived_id
from onrecord.reconcile.parties import account_of, party_name
from onrecord.reconcile.proposals.settings import book
from onrecord.reconcile.proposals.told import MEDIATORS, NOBODY, Told, names_stem
from onrecord.reconcile.proposals.versions import Version, version_of
from onrecord.reconcile.sentences import sentences
from onrecord.reconcile.standing import Standing
from onrecord.types import Answer, ProposalAnswer, ProposalLine, ProposalVersion, Reply, Span, Words

ANSWERS: dict[Reply, Answer] = {
    "accepts": "accepted", "accepts_with_changes": "accepted_with_conditions", "rejects": "rejected", "studies": "studying",
    "not_our_text": "not_our_text", "none_yet": "unanswered",
}
WORDS: dict[Answer, str] = {
    "accepted": "accepted", "accepted_in_part": "accepted in part", "accepted_with_conditions": "accepted with changes", "rejected": "rejected",
    "amended": "amended", "studying": "under study", "not_our_text": "not our text", "unanswered": "no answer yet",
}
APART = 60
"""Days of silence after which a text of the same author is another one."""
NEAR = 2
"""Sentences behind a tabling, or behind a term, within which what a text provides is looked for."""


@dataclass(slots=True)
class Draft:
    """A text on the way."""

    talks: str | None
    author: str
    offer: bool
    told: list[Told] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    to: dict[str, Version | None] = field(default_factory=dict)
    """The version of each statement."""


def gathered(found: Sequence[Told]) -> list[Draft]:
    """Texts by talks and author; what names no author is of the text that its report named last, else of the only one that fits."""
    drafts: list[Draft] = []
    for told in found:
        draft = home(drafts, told)
        if draft is None:
            draft = Draft(told.talks, told.author, told.offer)
            drafts.append(draft)
        if not draft.author or (draft.author == MEDIATORS and told.author):
            draft.author = told.author
        draft.told.append(told)
        version = version_of(draft.versions, told)
        draft.to[told.statement.id] = version
        if (version is not None and told.item.role in ("tabled", "amended", "carried")) or (version is not None and not version.told):
            version.told.append(told)
    return drafts


def home(drafts: Sequence[Draft], told: Told) -> Draft | None:
    """The text that a statement is about, if it is known."""
    same = [d for d in drafts if d.talks == told.talks and not silent(d, told)]
    if told.author == MEDIATORS or told.author in told.mediators:
        own = [d for d in same if d.offer == told.offer and (d.author == told.author or MEDIATORS in (told.author, d.author)) and by_mediator(d, told)]
        if own:
            return own[-1]
    if told.author and told.item.version and any_of(book()["versions"]["changed"]).search(told.item.version):
        earlier = [d for d in same if d.versions and d.offer == told.offer]
        if len(earlier) == 1 and not any(d.author == told.author for d in same):
            return earlier[0]
    if told.author:
        own = [d for d in same if d.author == told.author and (d.offer == told.offer or not told.offer)]
        bare = [d for d in same if not d.author and d.told[-1].statement.report == told.statement.report and d.offer == told.offer]
        return own[-1] if own else bare[-1] if bare else None
    near = [d for d in same if d.offer == told.offer and d.told[-1].statement.report == told.statement.report]
    if near:
        return near[-1]
    fitting = [d for d in same if d.offer == told.offer]
    return fitting[0] if len(fitting) == 1 and not told.offer else None


def by_mediator(draft: Draft, told: Told) -> bool:
    """Whether a text is that of one who carries in the talks of a statement."""
    return draft.author == MEDIATORS or draft.author in told.mediators


def silent(draft: Draft, told: Told) -> bool:
    """Whether so long a time lies between what is known of a text and a statement that another one is meant."""
    last, now = draft.told[-1].day, told.day
    return bool(last and now and last.last and now.first and (now.first - last.last).days > APART)


def line_of(standing: Standing, draft: Draft) -> ProposalLine:
    """The line of a text."""
    versions = [v for v in draft.versions if v.told]
    ids = {id(v): derived_id("version", [t.statement.id for t in v.told], str(n)) for n, v in enumerate(versions)}
    numbers = {ids[id(v)]: v.number for v in versions}
    answers = tuple(answer for t in draft.told for answer in answers_of(standing, t, draft, ids))
    tabled = tuple(dict.fromkeys(n for t in draft.told if t.item.role == "tabled" for n in [who(standing, t)] if n))
    carried = tuple(dict.fromkeys(n for t in draft.told if t.item.role == "carried" for n in [who(standing, t)] if n))
    made = tuple(
        ProposalVersion(
            ids[id(v)], v.label, tuple(sorted(t.statement.id for t in v.told)), v.date, tuple(terms_of(standing, v)),
            tuple(dict.fromkeys(n for t in v.told if t.item.role == "carried" for n in [who(standing, t)] if n)), v.number,
        )
        for v in sorted(versions, key=lambda v: (v.number, v.label))
    )
    everything = sorted({t.statement.id for t in draft.told})
    name = title_of(draft)
    title = name if names_stem(draft.author, name) else f"{draft.author or 'author not told'}: {name}"
    return ProposalLine(
        derived_id("proposal", everything), title, made, answers, (draft.author,) if draft.author and not tabled else tabled, carried, draft.talks,
        tuple(differences(answers, numbers)), statements=tuple(everything),
    )


def title_of(draft: Draft) -> str:
    """What the text is called most plainly: the shortest name with a plain noun and without a word for a version."""
    sure = any_of(book()["sure"]["words"])
    names = sorted({t.item.title for t in draft.told}, key=lambda n: (not names_stem(draft.author, n), not sure.search(n), len(n), n))
    plain = [n for n in names if not any(w in book()["versions"]["ordinals"] or w in book()["versions"]["later"] for w in n.lower().split())]
    return (plain or names)[0]


def who(standing: Standing, told: Told) -> str:
    """Who did it, by the party's name; where a person did it, the side that all reports together give that person."""
    item, report = told.item, told.statement.report
    if item.who is None:
        return NOBODY
    before = [
        (span.start, p.name) for p in standing.scene.reading_of(report).participants for span in p.spans
        if p.kind == "person" and p.side == item.who and item.span.start <= span.start < item.trigger_span.start
    ]
    return party_name(standing.scene, report, max(before)[1] if before else item.who)


def answers_of(standing: Standing, told: Told, draft: Draft, ids: dict[int, str]) -> Iterator[ProposalAnswer]:
    """The answer that a statement tells; an acceptance in whose sentence the teller says that it was another text is that "not our text"."""
    item, statement = told.item, told.statement
    by = standing.told_by(statement.report, statement.chain) if statement.chain else account_of(standing.scene, statement)
    version = draft.to.get(statement.id)
    answer: Answer | None = ANSWERS[item.answer] if item.answer else "amended" if item.role == "amended" and who(standing, told) != draft.author else None
    if item.role not in ("answered", "amended") or answer is None:
        return
    party = who(standing, told) or "not told"
    said = standing.sentence_at(statement.report, item.trigger_span).of(standing.scene.reading_of(statement.report).report.text)
    if answer == "accepted" and party != by and any_of(book()["disowning"]["words"]).search(said):
        party, answer = by, "not_our_text"
    elif answer == "accepted" and beside(draft, told):
        return
    yield ProposalAnswer(party, ids.get(id(version)) if version is not None else None, answer, statement.id, told.day, by)


def beside(draft: Draft, told: Told) -> bool:
    """Whether the words of another statement that disowns the text hold those of this one."""
    return any(
        t.item.answer == "not_our_text" and t.statement.report == told.statement.report and t.item.span.overlaps(told.item.span) for t in draft.told
    )


def differences(answers: Sequence[ProposalAnswer], numbers: dict[str, int]) -> Iterator[str]:
    """The points on which accounts of the answers differ; an acceptance is never said to be of a version that no words tell."""
    accepted = [a for a in answers if a.answer == "accepted"]
    disowned = [a for a in answers if a.answer == "not_our_text"]
    if accepted and disowned:
        takers = " and ".join(dict.fromkeys(a.party for a in accepted))
        others = " and ".join(dict.fromkeys(a.told_by for a in disowned))
        not_it = next((f", and not version {numbers[a.version]}" for a in disowned if a.version in numbers), "")
        yield f"accepted by {takers}; by the account of {others} what was accepted is another text{not_it}"
    for party in dict.fromkeys(a.party for a in answers):
        own = {WORDS[a.answer] for a in answers if a.party == party and a.answer in ("accepted", "rejected")}
        if len(own) > 1:
            yield f"{party}: {' and '.join(sorted(own))} by different accounts"


def terms_of(standing: Standing, version: Version) -> Iterator[Words]:
    """What a version provides, in the words of the reports that tell of its tabling."""
    pattern = any_of(book()["providing"]["words"])
    for report in dict.fromkeys(t.statement.report for t in version.told if t.item.role == "tabled"):
        reading = standing.scene.reading_of(report)
        first = min(t.item.span.start for t in version.told if t.statement.report == report)
        far = NEAR + 1
        for sentence in sentences(reading.report):
            if sentence.end <= first:
                continue
            words = sentence.of(reading.report.text)
            found = pattern.search(words, max(0, first - sentence.start))
            far = 0 if sentence.start <= first < sentence.end else far + 1
            if far > NEAR:
                break
            if found is None or re.match(rf" (?:{'|'.join(book()['providing']['asked'])})\b", words[found.end() :]):
                continue
            far = 0
            begin = sentence.start + (found.start() if found.group().lower() != "would" else 0)
            place = Span(begin, sentence.start + len(words.rstrip(" .”\"")))
            statement = standing.statement_at(report, place)
            yield standing.words(report, place, statement.id if statement is not None else None)
