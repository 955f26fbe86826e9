"""When a figure holds: the time of its clause, the sentence's or the running one for what happened, the report's own for what stands."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Attribution, Measure, Parsed, Span, Time, Token, When

STOCKS: frozenset[str] = frozenset({
    "held", "alive", "dead", "feared_dead", "missing", "prisoners_held", "other", "to_release", "prisoners_to_release", "freed",
})
PLANNED = frozenset({"to_release", "prisoners_to_release"})
"""What is asked for, offered or agreed holds on no day unless one is told."""
VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
OPENERS = frozenset({"including"})
"""Behind these a breakdown begins: its times are its own, not the total's."""
DIRECT = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
"""Places in a clause of which its verb speaks directly; a time beside the verb is theirs."""
BACK = 3
"""How many sentences back a running time is looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: its topmost word, the word that gave its measure, and what helps to tell its times from others'."""

    anchor: Token
    trigger: Token | None
    measure: Measure
    event: Token | None = None
    """The noun that a duration qualifies ("a 20-minute call")."""
    other: Token | None = None
    """The noun of the set from which these are taken; the times under it are that set's."""
    ranked: bool = False
    """Whether an ordinal counts a happening, which then has a day."""


@dataclass(frozen=True, slots=True)
class Dater:
    """Finds the time of a figure among the times of a report."""

    parsed: Parsed
    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]

    def when(self, place: Place) -> When | None:
        """When the figure at *place* holds; None for a duration that is a term and not the length of a dated happening."""
        if place.measure == "duration":
            return self._of_event(place)
        if (attached := self._attached(place)) is not None:
            return None if place.measure in PLANNED and attached.relation == "before" else attached
        if place.measure in PLANNED:
            return None
        if place.measure == "other":
            return self._spoken(place.anchor) or (self._running(place) if place.ranked else at_present(place.anchor))
        standing = place.measure in STOCKS or (place.trigger is not None and perfect(place.trigger))
        if standing:
            return self._spoken(place.anchor) or When(None, reason="what stands without a date of its own holds at the report's date")
        return self._running(place) or When(None, reason="no time is told before it")

    def on(self, day: Token) -> When | None:
        """The time that *day* is a word of."""
        time = next((t for t in self._in(day.sent) if t.span.start <= day.start < t.span.end), None)
        return When(time.id, reason="the time beside the number") if time is not None else None

    def _usable(self, time: Time) -> bool:
        """Whether a time names days at all."""
        if time.type == "SET" or time.expression.value in VAGUE:
            return False
        return time.type != "DURATION" or time.anchor is not None or time.expression.direction is not None

    def _in(self, sentence: int) -> list[Time]:
        """The usable times of one sentence, in the order of the text."""
        first, last = self.parsed.sentences[sentence].first, self.parsed.sentences[sentence].last
        start, end = self.parsed.tokens[first].start, self.parsed.tokens[last - 1].end
        return [t for t in self.times if start <= t.span.start < end and self._usable(t)]

    def _attached(self, place: Place) -> When | None:
        """The time that hangs on the figure's own words or clause."""
        anchor, clause = place.anchor, clause_verb(place.trigger or place.anchor)
        best: tuple[int, Time] | None = None
        for time in self._in(anchor.sent):
            top = self._top(time)
            if top is None or self._barred(place, top) or self._asking(place, top, clause) or (distance := self._distance(top, clause, anchor)) is None:
                continue
            if place.measure == "other" and distance and anchor.dep not in DIRECT and not 0 < top.i - anchor.i <= 2:
                continue
            distance += 4 if time.type == "TIME" else 0
            if best is None or distance < best[0]:
                best = (distance, time)
        return self._relate(best[1], anchor) if best else None

    def _top(self, time: Time) -> Token | None:
        """The topmost token of a time."""
        tokens = self.parsed.within(time.span)
        return next((t for t in tokens if t.head not in tokens or t.head is t), tokens[0]) if tokens else None

    def _barred(self, place: Place, time: Token) -> bool:
        """Whether a time is another set's: a breakdown opens before it, or it hangs on the set from which these are taken."""
        between = self.parsed.tokens[place.anchor.i + 1 : time.i]
        opened = any(t.lower in OPENERS or (t.lower == "from" and self.parsed.tokens[t.i - 1].lower in ("down", "up")) for t in between)
        return opened or place.other in list(time.ancestors())

    def _asking(self, place: Place, time: Token, clause: Token | None) -> bool:
        """Whether a time tells when something to come was offered or asked for, not when it is to be ("had offered in July to free two")."""
        home = clause_verb(time)
        return place.measure in PLANNED and home is not None and clause is not None and home is not clause and home in list(clause.ancestors())

    def _distance(self, time: Token, clause: Token | None, anchor: Token) -> int | None:
        """How far a time is from the figure: same phrase, same clause, a clause around it; None where it belongs elsewhere."""
        if anchor in list(time.ancestors())[:4]:
            return 0
        noun = time.head.head if time.head.dep == "prep" else time.head
        if noun.pos in ("NOUN", "PROPN") and noun in list(anchor.ancestors()):
            return 2
        home = clause_verb(time)
        if home is None or clause is None:
            return 5 + abs(time.i - anchor.i)
        if home is clause:
            return 1 + abs(time.i - anchor.i) // 4
        chain = [t for t in clause.ancestors() if t.pos in ("VERB", "AUX")]
        if any(t.lower == ";" for t in self.parsed.tokens[min(anchor.i, time.i) : max(anchor.i, time.i)]):
            return None
        if clause.dep == "conj" and home is clause.head and home.i < time.i < clause.i:
            return None
        if home in chain and not self._is_cue(home) and not perfect(clause) and not standing_aside(clause, home):
            return 20 + chain.index(home)
        if clause in list(home.ancestors()) and not self._is_cue(clause) and home.dep not in ("relcl", "acl", "ccomp", "parataxis"):
            return 15 + abs(time.i - anchor.i) // 4
        return None

    def _is_cue(self, token: Token) -> bool:
        """Whether the verb only tells who says it."""
        return any(c.start <= token.start < c.end for a in self.attributions for c in a.cue_spans)

    def _relate(self, time: Time, anchor: Token) -> When:
        """The time with the relation that its preposition gives; a clause that hangs on the time ("since May, when nine fled") is on it."""
        tokens = self.parsed.within(time.span)
        before = self.parsed.tokens[tokens[0].i - 1].lower if tokens and tokens[0].i else ""
        if any(t in tokens for t in anchor.ancestors()):
            return When(time.id, reason="the time that its clause tells of")
        if before == "since" or (tokens and tokens[0].lower == "since"):
            return When(time.id, "to_date", reason="since that time, up to the report")
        if before in ("before", "until", "by"):
            return When(time.id, "before", reason=f"{before} that time")
        after = self.parsed.tokens[tokens[-1].i + 1 : tokens[-1].i + 3] if tokens else ()
        if len(after) == 2 and after[0].lower in ("and", "to", "or"):
            second = next((t for t in self.times if t.span.start == after[1].start and t.type == time.type == "DATE"), None)
            if second is not None:
                return When(time.id, to=second.id, reason="from the first of two times to the second")
        return When(time.id, reason="a time of its clause")

    def _spoken(self, anchor: Token) -> When | None:
        """The day on which the source of the figure spoke, where the words around its cue tell it, here or two sentences back."""
        here = Span(anchor.start, anchor.end)
        for attribution in self.attributions:
            if not any(c.holds(here) for c in attribution.content_spans):
                continue
            for other in self.attributions:
                if other.resolved == attribution.resolved and (day := self._cue_day(other, anchor.sent)) is not None:
                    return When(day.id, reason="the day on which its source spoke")
        return None

    def _cue_day(self, attribution: Attribution, sentence: int) -> Time | None:
        """The day beside an attribution's cue, if that stands in the sentence or at most two before."""
        for cue in attribution.cue_spans:
            tokens = self.parsed.within(cue)
            if not tokens or not 0 <= sentence - tokens[0].sent <= 2:
                continue
            verbs = [t for t in tokens if t.pos in ("VERB", "AUX")]
            for time in self._in(tokens[0].sent):
                top = self._top(time)
                if top is not None and time.type in ("DATE", "TIME") and clause_verb(top) in verbs:
                    return time
        return None

    def _running(self, place: Place) -> When | None:
        """The last day told in this sentence or in the sentences before it, for what happened."""
        anchor = place.anchor
        here = [t for t in self._in(anchor.sent) if t.type in ("DATE", "TIME") and (top := self._top(t)) is not None and self._covers(place, top)]
        if here:
            nearest = min(here, key=lambda t: abs(t.span.start - anchor.start))
            return When(nearest.id, reason="the nearest time of its sentence")
        for sentence in range(anchor.sent - 1, max(anchor.sent - BACK - 1, -1), -1):
            times = self._in(sentence)
            if times:
                if earlier(clause_verb(place.trigger or anchor)):
                    return When(times[-1].id, "before", reason="before the running time of the sentences before")
                return When(times[-1].id, reason="the running time of the sentences before")
        return None

    def _covers(self, place: Place, time: Token) -> bool:
        """Whether a time of the sentence may date the figure: no other set's, not said behind an earlier clause of its own."""
        if self._barred(place, time):
            return False
        home, clause = clause_verb(time), clause_verb(place.trigger or place.anchor)
        between = self.parsed.tokens[min(place.anchor.i, time.i) : max(place.anchor.i, time.i)]
        if any(t.lower == ";" for t in between):
            return False
        apart = home is not None and clause is not None and home is not clause and clause.has("nsubj", "nsubjpass") is not None
        return not (apart and home is not None and clause is not None and home.i < time.i < clause.i and clause.dep == "conj")

    def _of_event(self, place: Place) -> When | None:
        """The day of the happening that lasted so long; None where the duration is a term or nothing's."""
        anchor, event = place.anchor, place.event
        if event is None:
            event = spent(anchor)
        if event is None:
            return None
        found = [t for t in self._in(anchor.sent) if t.type in ("DATE", "TIME") and not t.span.start <= anchor.start < t.span.end]
        clause = clause_verb(event)
        for time in found:
            top = self._top(time)
            if top is not None and clause is not None and clause_verb(top) is clause:
                return When(time.id, reason="the day of the happening")
        return None


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause that holds *token*; itself when it is one."""
    if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound", "aux", "auxpass"):
        return token
    return next((t for t in token.ancestors() if t.pos in ("VERB", "AUX") and t.dep not in ("amod", "compound", "aux", "auxpass")), None)


def spent(anchor: Token) -> Token | None:
    """The past verb that a duration measures ("sat for five hours", "lasted 112 days"); None for terms, offers and rates."""
    verb = anchor.head.head if anchor.dep == "pobj" and anchor.head.lower == "for" else anchor.head if anchor.dep in ("dobj", "npadvmod", "attr") else None
    if verb is None or verb.pos != "VERB" or verb.lemma in lexicon("figures_measures")["planned"]["verbs"]:
        return None
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    gone = verb.tag == "VBD" or (verb.tag == "VBN" and not helpers & set(lexicon("figures_measures")["planned"]["modals"]))
    return verb if gone else None


def standing_aside(clause: Token, home: Token) -> bool:
    """Whether a relative clause tells in the present what the past verb around it does not date ("the rebels, who have 5,800 men, rose in 1964")."""
    if clause.dep != "relcl" or clause.tag not in ("VBP", "VBZ"):
        return False
    return home.tag == "VBD"


def at_present(anchor: Token) -> When | None:
    """The report's own day for what a set is or does now ("the militia occupies nine clinics", "40 ships lie at anchor"); None for other tenses."""
    verb = anchor.head
    if anchor.dep not in DIRECT or verb.pos not in ("VERB", "AUX") or verb.lemma in lexicon("figures_measures")["planned"]["verbs"]:
        return None
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    now = verb.tag in ("VBZ", "VBP") or bool(helpers & {"is", "are", "has", "have", "'s", "'re", "'ve"})
    if not now or helpers & set(lexicon("figures_measures")["planned"]["modals"]):
        return None
    return When(None, reason="what is so now is so at the report's date")


def earlier(verb: Token | None) -> bool:
    """Whether "before …", "prior to …" hangs on the verb."""
    below = verb.children if verb is not None else []
    return any((c.dep in ("prep", "advmod", "mark") and c.lower in ("before", "prior")) for c in below)


def perfect(verb: Token) -> bool:
    """Whether the verb is in the present perfect ("have been freed"): counted up to now."""
    return any(c.lower in ("have", "has", "'ve", "'s") and c.dep == "aux" and c.lemma == "have" for c in verb.children)
