"""Words of a term → the rules in them: "three prisoners for every captive", "ten a day for four days", "by seven each morning"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.reconcile.agreements.settings import book, patterns, unit_names
from onrecord.types import AgreementRule, Span
from onrecord.types.agreements import RuleBound

BOUNDS: dict[str, RuleBound] = {
    "at least": "at_least", "no fewer than": "at_least", "at most": "at_most", "up to": "at_most", "not more than": "at_most",
}
WEEK = 7
MONEY = {"$": "dollars", "€": "euros", "£": "pounds"}


@dataclass(frozen=True, slots=True)
class Found:
    """A rule with its place in the words that were searched."""

    rule: AgreementRule
    span: Span


def rules_in(words: str, *, typed: bool = False) -> tuple[Found, ...]:
    """The rules in *words*, in their order; *typed* also takes shorthand that would mean little within a report."""
    taken: list[Found] = []
    for pattern in patterns():
        if pattern.alone and not typed:
            continue
        for match in pattern.words.finditer(words):
            span = Span(match.start(), match.end())
            if any(span.overlaps(t.span) for t in taken):
                continue
            rule = rule_of(pattern.kind, match)
            if rule.kind != "amount" or rule.unit is not None:
                taken.append(Found(rule, span))
    return tuple(sorted(taken, key=lambda f: f.span))


def rule_of(kind: str, match: re.Match[str]) -> AgreementRule:
    """The rule that a match of one of the patterns tells."""
    got = {k: v for k, v in match.groupdict().items() if v}
    words = " ".join(match.group().split())
    if kind == "list":
        return AgreementRule("list", words, unit="list", every=1 if "daily" in got else None, clock=clock_of(got), eve="eve" in got)
    amount = number(got["n"])
    bound = BOUNDS.get(got.get("bound", "").strip().lower(), "exact")
    if kind in ("lasts", "longest"):
        return AgreementRule("lasts" if kind == "lasts" else "longest", words, amount * length(got), "days", bound)
    unit = unit_of(got.get("unit"), got["n"])
    if kind == "extension":
        return AgreementRule("extension", words, number(got.get("d", "one")) * length(got), "days", "exact", amount, unit)
    if kind == "ratio":
        return AgreementRule("ratio", words, amount, unit, "exact", number(got.get("per", "one")), unit_of(got.get("per_unit"), ""))
    if kind == "tranche":
        return tranche(words, got, AgreementRule("tranche", words, amount, unit, bound))
    return AgreementRule("amount", words, amount, unit, bound)


def tranche(words: str, got: dict[str, str], rule: AgreementRule) -> AgreementRule:
    """So many on certain days, or every so many days."""
    if "weekday" in got or "weekly" in got:
        told = got.get("weekday", got.get("weekly", "")).capitalize().removesuffix("s")
        times = int(number(got["times"])) if "times" in got else None
        return replace(rule, every=WEEK, weekday=book()["numbers"]["weekdays"].index(told), times=times)
    if "days" in got:
        return replace(rule, days=tuple(sorted(set(ordinals(got["days"])))))
    if "daily" in got:
        got = {**got, "day": got["daily"]}
    step = length(got) if "day" in got else None
    if "every" in got and step is not None:
        step *= ordinals(got["every"])[0]
    elif "gap" in got and step is not None:
        step *= int(number(got["gap"]))
    elif step is None:
        step = next((n for name, n in (("daily", 1), ("weekly", 7), ("monthly", 30)) if f"{name} " in words.lower()), None)
    times = int(number(got["times"])) if "times" in got else None
    if times is not None and "span" in got and step:
        times = max(1, times * length({"day": got["span"]}) // step)
    return replace(rule, every=step, times=times)


def number(words: str) -> float:
    """The number that *words* name: digits, words, with thousand or million behind."""
    plain = words.strip("$€£ ").lower().replace(",", "")
    value, scale = 0.0, 1.0
    for word in re.split(r"[- ]", plain):
        if word in book()["numbers"]["scales"]:
            scale = book()["numbers"]["scales"][word]
        elif word in book()["numbers"]["words"]:
            told = book()["numbers"]["words"][word]
            value = value * 100 if told == 100 and value else value + told
        elif re.fullmatch(r"\d+(?:\.\d+)?", word):
            value += float(word)
    return value * scale


def ordinals(words: str) -> list[int]:
    """The numbers of a list of ordinals."""
    known: dict[str, int] = book()["numbers"]["ordinals"]
    found = re.findall(r"\d+|[a-z]+", words.lower())
    return [int(w) if w.isdigit() else known[w] for w in found if w.isdigit() or w in known]


def length(got: dict[str, str]) -> int:
    """How many days the named stretch has."""
    return int(book()["numbers"]["days"][got["day"].lower()])


def unit_of(words: str | None, amount: str) -> str | None:
    """The unit that *words* name, or that stands at the number as a sign of money; None where none is named."""
    for sign, name in MONEY.items():
        if sign in amount:
            return name
    if words is None:
        return None
    known = unit_names()
    tail = words.lower().split()
    for size in (3, 2, 1):
        phrase = " ".join(tail[-size:])
        if phrase in known:
            return known[phrase]
    return tail[-1]


def clock_of(got: dict[str, str]) -> str | None:
    """The hour as HH:MM; an hour of the evening is counted on from noon."""
    told = got.get("clock", "").lower()
    if not told:
        return None
    if told.startswith(("noon", "midnight")):
        return "12:00" if told.startswith("noon") else "24:00"
    digits = re.match(r"(\d{1,2})(?:[:.](\d\d))?", told)
    hour = int(digits[1]) if digits else int(number(told.split()[0]))
    minute = int(digits[2]) if digits and digits[2] else 0
    around = " ".join((told, got.get("half", ""), got.get("eve", ""), got.get("daily", "")))
    if hour < 12 and (re.search(r"p\.?m", told) or re.search(r"evening|night|afternoon", around.lower())) and not re.search(r"a\.?m", told):
        hour += 12
    return f"{hour:02d}:{minute:02d}"
