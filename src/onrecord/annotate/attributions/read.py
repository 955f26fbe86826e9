"""Reads the layer of attributions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.annotate import phrases
from onrecord.annotate.attributions.anaphora import one_side, resolve_parts
from onrecord.annotate.attributions.audience import audience_of
from onrecord.annotate.attributions.candidate import Candidate
from onrecord.annotate.attributions.choice import choose, claim
from onrecord.annotate.attributions.citations import with_citations
from onrecord.annotate.attributions.conventions import GUIDE, Conventions, hopeful
from onrecord.annotate.attributions.cues import cue_of
from onrecord.annotate.attributions.extent import Kind, content_spans, kind_of
from onrecord.annotate.attributions.gather import gather
from onrecord.annotate.attributions.issuers import resolve_documents
from onrecord.annotate.attributions.nesting import carry_audience, counted_back, first_person, nest
from onrecord.annotate.attributions.quotations import Quotation, find_quotations
from onrecord.annotate.attributions.refine import refine
from onrecord.annotate.attributions.relays import give_blocks
from onrecord.annotate.attributions.sources import nouns, read_source
from onrecord.annotate.attributions.tails import with_tails
from onrecord.annotate.attributions.turns import turn_attributions
from onrecord.annotate.attributions.weighing import Weighed, weigh, weights
from onrecord.annotate.cast import Cast
from onrecord.annotate.cast.gazetteer import words as words_of
from onrecord.annotate.draft import Draft
from onrecord.types import Attribution, Confidence, Parsed, Problem, Span, Token

FAR = 10
"""Words behind a colon within which somebody else must speak for the words before it to be a label."""


def read_attributions(draft: Draft) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """The attributions of one report in the order of the text, and what was not understood."""
    kept, quotations, problems = extract(draft.parsed, GUIDE)
    kept = with_citations(draft.parsed, give_blocks(draft.parsed, kept, outlets=outlet_tokens(draft.cast, draft.parsed)))
    made = [a for item in kept if (a := make(draft, item, quotations)) is not None]
    turns = turn_attributions(draft.parsed, draft.cast)
    ordered = sorted((*made, *turns), key=lambda a: (a.span.start, a.cue_spans[0].start))
    numbered = [replace(a, id=f"a{n}") for n, a in enumerate(ordered, 1)]
    told = resolve_parts(draft, counted_back(numbered))
    resolved = resolve_documents(draft.parsed, draft.cast, carry_audience(told))
    return tuple(one_side(first_person(nest(resolved, journalists(draft, resolved))))), problems


def own_voice(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether the writer speaks as "I" or "we" in a text that is no statement: that is the report's own voice."""
    source, blocks = candidate.source, parsed.report.blocks
    if source is None or source.lower not in ("i", "we") or "quoted" in candidate.marks or parsed.report.genre in ("statement", "readout", "transcript"):
        return False
    return not blocks or blocks[source.block].kind not in ("turn", "quotation")


def journalists(draft: Draft, made: Sequence[Attribution]) -> dict[str, str]:
    """The outlet named in the source, by the attribution's id, where the source is a person of it ("the Herald's Jane Roe")."""
    found = {}
    for item in made:
        if item.source_class == "named_person":
            outlet = next((p for t in draft.parsed.within(item.source_spans[0]) if (p := draft.cast.at(t)) is not None and p.kind == "outlet"), None)
            if outlet is not None:
                found[item.id] = outlet.name
    return found


def extract(
    parsed: Parsed, conventions: Conventions, known: Mapping[str, float] | None = None
) -> tuple[list[Weighed], tuple[Quotation, ...], tuple[Problem, ...]]:
    """What is kept under *conventions*, with the quotations of the report and the marks that have no partner.

    *known*: weights of features other than those of the lexicon (for benches that fit their own).
    """
    quotations, problems = find_quotations(parsed)
    weighed = weigh(parsed, hopeful(gather(parsed, quotations), conventions, quotations), quotations, weights() if known is None else known)
    kept = choose(weighed, conventions)
    refined = refine(parsed, claim(parsed, kept, weighed, quotations))
    return with_tails(parsed, [item for item in refined if not labels(item, refined)]), quotations, problems


def labels(item: Weighed, kept: Sequence[Weighed]) -> bool:
    """Whether the words before a colon are the heading's label, since who speaks is told behind it ("Ardania: rebels say talks are over")."""
    if item.candidate.form != "colon" or item.candidate.variant != "line":
        return False
    first, last = item.candidate.content[0]
    inner = [o.candidate for o in kept if first <= o.candidate.cue.i < min(last, first + FAR)]
    return any(c.source_words is not None and first <= c.source_words[0] <= first + 2 for c in inner)


def speaks(who: Cast, token: Token) -> bool:
    """Whether somebody who can speak is named at *token*: a label or a heading is no source."""
    person = who.at(token)
    return person is not None and person.kind in ("person", "body", "state", "outlet", "group")


def outlet_tokens(who: Cast, parsed: Parsed) -> frozenset[int]:
    """The numbers of the tokens that name an outlet."""
    return frozenset(t.i for t in parsed.tokens if (p := who.at(t)) is not None and p.kind == "outlet")


def make(draft: Draft, item: Weighed, quotations: Sequence[Quotation]) -> Attribution | None:
    """One attribution of what was kept; None where nothing is left of its source or content."""
    parsed, candidate = draft.parsed, antecedent(draft.parsed, item.candidate)
    if candidate.source is None or candidate.source_words is None or candidate.source_words[0] >= candidate.source_words[1]:
        return None
    kind = kind_of(parsed, candidate, quotations)
    content = content_spans(parsed, candidate, kind)
    if not content or own_voice(parsed, candidate):
        return None
    if candidate.form == "colon" and candidate.variant == "line" and not speaks(draft.cast, candidate.source):
        return None
    return written(draft, replace(item, candidate=described(parsed, candidate)), kind, content)


def written(draft: Draft, item: Weighed, kind: Kind, content: tuple[Span, ...]) -> Attribution:
    """The attribution with its source as read, its audience and the class of its cue."""
    parsed, candidate, text = draft.parsed, item.candidate, draft.parsed.report.text
    assert candidate.source is not None and candidate.source_words is not None
    source = read_source(parsed, draft.cast, *candidate.source_words, candidate.source)
    words, cue, first = span_of(parsed, *candidate.source_words), span_of(parsed, *candidate.cue_words), content[0]
    audience, known = audience_of(parsed, draft.cast, candidate), cue_of(candidate.cue)
    return Attribution(
        id="",
        span=Span(min(words.start, cue.start, first.start), max(words.end, cue.end, first.end)),
        kind=kind,
        source=source.words,
        source_class=source.source_class,
        resolved=source.resolved,
        cue=cue.of(text),
        content=first.of(text),
        source_spans=(words,),
        cue_spans=(cue,),
        content_spans=content,
        affiliation=source.affiliation,
        access=source.access,
        audience=audience.of(text) if audience else None,
        number=source.number,
        office=source.office,
        cue_class=class_of_cue(known.kind_with(candidate.form) if known else "reporting"),
        confidence=Confidence(round(item.chance, 2), (f"{candidate.form}: {candidate.variant}",)),
    )


def antecedent(parsed: Parsed, candidate: Candidate) -> Candidate:
    """The candidate with the noun phrase that a relative pronoun stands for as its source ("a message that stressed")."""
    source = candidate.source
    if source is None or source.tag not in ("WDT", "WP") or source.lower not in ("who", "that", "which"):
        return candidate
    noun = next((a for a in (source, *source.ancestors()) if a.dep == "relcl"), None)
    if noun is None or noun.head.i > source.i:
        return candidate
    head = noun.head
    while head.dep == "appos" and head.head.i < head.i and head.head.pos in ("NOUN", "PROPN"):
        head = head.head
    while source.lower == "who" and head.ent in ("GPE", "LOC", "FAC") and head.dep == "pobj" and head.head.head.pos in ("NOUN", "PROPN"):
        head = head.head.head  # "a diplomat in the capital, who said"
    words = phrases.trim(parsed.tokens, *phrases.noun_phrase(head))
    words = (words[0], min(words[1], source.i))
    return replace(candidate, source=head, source_words=phrases.trim(parsed.tokens, *words))


def described(parsed: Parsed, candidate: Candidate) -> Candidate:
    """The candidate with the relative clause that tells who an unnamed source is ("two officers who shuttle between the camps")."""
    noun, words = candidate.source, candidate.source_words
    if noun is None or words is None or noun.pos != "NOUN":
        return candidate
    clause = next((c for c in noun.children if c.dep == "relcl" and c.i > noun.i), None)
    if clause is None or parsed.tokens[words[1]].lower != "who" or captives_or_captors(noun):
        return candidate
    told = [t for t in clause.subtree() if t.i >= words[1]]
    last = max(t.i for t in told) + 1
    if last - words[1] > LONGEST or clause.lemma in nouns("secrecy") or any(t.text in (",", ";", ":", "“", "\"") or t.lemma == "name" for t in told):
        return candidate
    overlaps = words[1] <= candidate.cue.i < last or any(a < last and words[1] < b for a, b in candidate.content)
    return candidate if overlaps else replace(candidate, source_words=(words[0], last))


LONGEST = 12
"""Words of a relative clause that still tells who somebody is."""


def captives_or_captors(noun: Token) -> bool:
    """Whether a noun tells of a part that people play in the tale, which a relative clause recalls ("gunmen who seized the pupils"); aid workers have none."""
    if any(c.dep in ("compound", "amod") and c.lower in nouns("helping") for c in noun.children):
        return False
    word = noun.lower
    return word in words_of("bodies", "party_owned", "alone") or word.rstrip("s") + "s" in words_of("offices", "unnamed", "held")


def class_of_cue(kind: str) -> str:
    """The class that the record shows: appraisals and words of another trade are reporting, intentions a promise."""
    return {"appraisal": "reporting", "other": "reporting", "intention": "promise"}.get(kind, kind)


def span_of(parsed: Parsed, first: int, last: int) -> Span:
    """The characters of tokens `[first, last)`."""
    return Span(parsed.tokens[first].start, parsed.tokens[last - 1].end)
