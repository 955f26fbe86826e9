"""When a figure holds: the time of its clause, the sentence's or the running one for what happened, the report's own for what stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.figures.occasions import occasion
from onrecord.annotate.figures.verbs import BRIEF, DIRECT, at_present, clause_verb, earlier, happened, perfect, so_far, spent, standing_aside
from onrecord.types import Attribution, Measure, Parsed, Span, Time, Token, When

STOCKS: frozenset[str] = frozenset({
    "held", "alive", "dead", "feared_dead", "missing", "prisoners_held", "other", "to_release", "prisoners_to_release", "freed",
})
PLANNED = frozenset({"to_release", "prisoners_to_release"})
"""What is asked for, offered or agreed holds on no day unless one is told."""
VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
OPENERS = frozenset({"including"})
"""Behind these a breakdown begins: its times are its own, not the total's."""
STANDING = "what stands without a date of its own holds at the report's date"
UNTOLD = "no time is told before it"
NEAREST = "the nearest time of its sentence"
RUNNING = "the running time of the sentences before"
SHARED = frozenset({STANDING, UNTOLD, NEAREST, RUNNING})
"""Reasons of a day that stands in no word of the figure's own clause."""
ENDING = frozenset({"by", "until", "till", "within"})
"""Words before a term, which is no running time."""
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
    news: tuple[str, ...] = ()
    """Ids of the days of the report's news."""

    def when(self, place: Place) -> When | None:
        """When the figure at *place* holds; None for a duration that is a term and not the length of a dated happening."""
        if place.measure == "duration":
            return self._of_event(place)
        if (attached := self._attached(place)) is not None:
            return None if place.measure in PLANNED and attached.relation in ("before", "to_date") else attached
        if place.measure in PLANNED:
            return None
        if (told := self._occasion(place)) is not None:
            return told
        if place.measure == "other":
            if at_present(place.anchor):
                return self._spoken(place.anchor) or self._today("what is so now is so at the report's date")
            return self._running(place) if place.ranked or happened(place.anchor) else None
        standing = place.measure in STOCKS or (place.trigger is not None and (perfect(place.trigger) or so_far(self._words(place.anchor))))
        if standing:
            return self._spoken(place.anchor) or self._today(STANDING)
        return self._running(place) or self._today(UNTOLD)

    def _today(self, reason: str) -> When:
        """The report's own day, narrowed by the latest day of its news."""
        return When(None, also=self.news, reason=reason)

    def _occasion(self, place: Place) -> When | None:
        """The day of the happening in which this befell them; what stands now is of no such day."""
        trigger, anchor = place.trigger, place.anchor
        if place.measure in STOCKS and not happened(anchor):
            return None
        clause = clause_verb(trigger or anchor)
        heads = [t for t in (trigger, anchor, clause) if t is not None]
        return None if clause is not None and perfect(clause) else occasion(self.parsed, self.times, heads)

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
            if top is None or self._barred(place, top) or self._asking(place, top, clause) or self._unfit(place, time, clause):
                continue
            if (distance := self._distance(top, clause, anchor)) is None:
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

    def _unfit(self, place: Place, time: Time, clause: Token | None) -> bool:
        """Whether what happened cannot be of that time: one ahead, or one since which a plain past tells nothing."""
        if place.measure in PLANNED or place.measure == "other":
            return False
        plain = clause is not None and clause.tag == "VBD" and not any(c.dep in ("aux", "auxpass") for c in clause.children)
        ahead = time.expression.direction == "future" and place.measure not in STOCKS
        return ahead or (plain and self._word_before(time) == "since")

    def _words(self, token: Token) -> Sequence[Token]:
        """The words of the token's sentence."""
        return self.parsed.of(self.parsed.sentences[token.sent])

    def _word_before(self, time: Time) -> str:
        """The word right before a time, or its own first one where that is "since"; empty where none stands there."""
        tokens = self.parsed.within(time.span)
        if tokens and tokens[0].lower == "since":
            return "since"
        return self.parsed.tokens[tokens[0].i - 1].lower if tokens and tokens[0].i else ""

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
        tokens, before = self.parsed.within(time.span), self._word_before(time)
        if any(t in tokens for t in anchor.ancestors()):
            return When(time.id, reason="the time that its clause tells of")
        if before == "since":
            return self._since(time, anchor)
        if before in ("before", "until", "by") and (before != "before" or time.expression.clock is None):
            return When(time.id, "before", reason=f"{before} that time")
        after = self.parsed.tokens[tokens[-1].i + 1 : tokens[-1].i + 3] if tokens else ()
        if len(after) == 2 and after[0].lower in ("and", "to", "or"):
            second = next((t for t in self.times if t.span.start == after[1].start and t.type == time.type == "DATE"), None)
            if second is not None:
                return When(time.id, to=second.id, reason="from the first of two times to the second")
        return When(time.id, reason="a time of its clause")

    def _since(self, time: Time, anchor: Token) -> When:
        """From *time* up to the day on which the source spoke, or up to the report."""
        spoken = self._spoken(anchor)
        if spoken is not None and spoken.time != time.id:
            return When(time.id, to=spoken.time, reason="since that time, up to the day on which its source spoke")
        return replace(self._today("since that time, up to the report"), time=time.id, relation="to_date")

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
        told = [t for t in self._in(anchor.sent) if t.type in ("DATE", "TIME") and t.expression.direction != "future"]
        here = [t for t in told if (top := self._top(t)) is not None and self._covers(place, top)]
        if here:
            nearest = min(here, key=lambda t: abs(t.span.start - anchor.start))
            return When(nearest.id, reason=NEAREST)
        for sentence in range(anchor.sent - 1, max(anchor.sent - BACK - 1, -1), -1):
            times = [t for t in self._in(sentence) if t.expression.direction != "future" and self._word_before(t) not in ENDING]
            if times:
                if earlier(clause_verb(place.trigger or anchor)):
                    return When(times[-1].id, "before", reason="before the running time of the sentences before")
                return When(times[-1].id, reason=RUNNING)
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
        anchor, brief = place.anchor, place.anchor.lemma in BRIEF
        event = place.event or spent(anchor, ("for", "after") if brief else ("for",))
        if event is None:
            return None
        clause = clause_verb(event)
        while clause is not None:
            for time in self._in(anchor.sent):
                top = self._top(time)
                beside = time.type in ("DATE", "TIME") and not time.span.start <= anchor.start < time.span.end
                if beside and top is not None and clause_verb(top) is clause:
                    return When(time.id, reason="the day of the happening")
            clause = clause_verb(clause.head) if brief and clause.dep in ("relcl", "acl", "xcomp") else None
        return self._running(place) if brief and event.pos == "VERB" else None
