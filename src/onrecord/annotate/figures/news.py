"""The days of a report's news: what stands without a date of its own holds on the latest of them where the report's own date is a stretch that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.types import Parsed, Time, TimeExpression, Token

BODY = ("paragraph", "list_item", "quotation", "turn")
ASIDE = frozenset({"relcl", "acl"})
"""What hangs on a noun tells which one is meant, not the news."""
APART = frozenset({"since", "until", "before", "by", "after", "till", "from"})


def news_of(parsed: Parsed, times: Sequence[Time]) -> tuple[str, ...]:
    """The ids of the days that the running text tells of what is behind or of that day, one for each way of telling a day.

    Such a day stands beside a verb of the tale or beside who tells it; a day since, until or after which something is so is no news.
    """
    found: dict[TimeExpression, str] = {}
    for time in times:
        block = parsed.report.block_at(time.span.start)
        if (block is None or block.kind in BODY) and a_day(time) and told(parsed, time):
            found.setdefault(time.expression, time.id)
    return tuple(found.values())


def a_day(time: Time) -> bool:
    """Whether a time is one day that does not lie ahead."""
    e = time.expression
    if time.type not in ("DATE", "TIME") or e.direction == "future":
        return False
    counted = e.op == "shift" and e.unit == "day" and (e.amount or 0) <= 0 and e.name != "vague"
    return e.weekday is not None or (e.op == "date" and e.day is not None) or counted


def told(parsed: Parsed, time: Time) -> bool:
    """Whether a day is told of the news itself."""
    words = parsed.within(time.span)
    if not words:
        return False
    before = parsed.tokens[words[0].i - 1].lower if words[0].i else ""
    return before not in APART and not any(t.dep in ASIDE for t in above(words[0]))


def above(token: Token) -> list[Token]:
    """The token and those it hangs on, up to the verb of the whole sentence."""
    return [token, *token.ancestors()]
