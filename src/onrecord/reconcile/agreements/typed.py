"""Agreements that a person types in: checked field by field, kept as a judgement, given days like any other."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from onrecord.errors import InputError
from onrecord.reconcile.agreements.joining import holds
from onrecord.reconcile.agreements.rules import rules_in
from onrecord.reconcile.agreements.settings import book, unit_names
from onrecord.reconcile.agreements.terms import about_of
from onrecord.reconcile.judged import standing
from onrecord.reconcile.ordering import derived_id
from onrecord.reconcile.scene import Scene
from onrecord.types import Agreement, AgreementRule, AgreementTerm, Interval

LAYER = "agreement"
"""The layer of a judgement that holds an agreement."""
WHOLE = ("name", "parties", "first_day", "note", "terms")
TERM = ("obligor", "obligee", "what", "in_return", "deadline", "rules")
RULE = tuple(f for f in AgreementRule.__dataclass_fields__ if f != "words")
TRUCE = ("lasts", "longest", "extension")


def typed_in(scene: Scene) -> Iterator[Agreement]:
    """The agreements that people typed in and nobody took back, each with the negotiation of its parties where there is one."""
    for judgement in standing(scene.judgements):
        if judgement.action != "add" or judgement.layer != LAYER or judgement.value is None:
            continue
        made = msgspec.convert(json.loads(judgement.value), Agreement)
        fitting = [n for n in scene.negotiations if set(made.parties) <= {*n.parties, *n.mediators} and len(set(made.parties) & set(n.parties)) > 1]
        yield replace(made, typed_by=f"{judgement.who} on {judgement.when.date()}", negotiation=fitting[0].id if len(fitting) == 1 else None)


def agreement_of(data: Mapping[str, Any]) -> Agreement:
    """The agreement that the fields of a TOML file tell; InputError names the field, what was seen, and what to write."""
    only(data, WHOLE, "")
    name = text(data, "name", "", 'name = "Truce of 6 April"')
    parties = data.get("parties")
    if not isinstance(parties, list) or len(parties) < 2 or not all(isinstance(p, str) and p.strip() for p in parties):
        raise InputError(f'parties: {seen(parties)}; name two or more, as parties = ["Norland", "the Front"]')
    rows = data.get("terms")
    if not isinstance(rows, list) or not rows or not all(isinstance(r, dict) for r in rows):
        raise InputError(f"terms: {seen(rows)}; write a [[terms]] table for each thing owed")
    terms = tuple(term_of(row, f"terms[{n}]", parties) for n, row in enumerate(rows, 1))
    first = day(data, "first_day", "")
    identity = derived_id("typed", [], name, *parties, str(first), *(f"{t.obligor} {t.what} {t.rules}" for t in terms))
    placed = tuple(replace(t, id=derived_id("term", [], identity, str(n))) for n, t in enumerate(terms))
    note = data.get("note", "")
    if not isinstance(note, str):
        raise InputError(f'note: {seen(note)}; write where the terms come from, as note = "handed out in Port Ansel"')
    missing = "" if first is not None else "no first_day was typed in, so that no day can be put to its terms"
    return Agreement(identity, name, tuple(parties), placed, typed_by="", dates=holds(first, placed), note="; ".join(n for n in (note, missing) if n))


def term_of(row: Mapping[str, Any], place: str, parties: list[str]) -> AgreementTerm:
    """One [[terms]] table."""
    only(row, TERM, place)
    obligor = text(row, "obligor", place, f'obligor = "{parties[0]}"')
    if obligor not in parties and obligor != "both":
        raise InputError(f'{place}.obligor: {obligor!r} is none of the parties; write one of {", ".join(map(repr, parties))}, or "both"')
    given = row.get("rules", [])
    if not isinstance(given, list):
        raise InputError(f'{place}.rules: {seen(given)}; write a list, as rules = ["ten hostages a day for four days"]')
    rules = tuple(r for n, value in enumerate(given, 1) for r in rules_of(value, f"{place}.rules[{n}]"))
    what = text(row, "what", place, 'what = "release ten hostages a day"') if "what" in row or not rules else "; ".join(r.words for r in rules)
    deadline = day(row, "deadline", place)
    units = list(dict.fromkeys(r.unit for r in rules if r.unit and r.kind not in TRUCE))
    about = "truce" if any(r.kind in TRUCE for r in rules) and not units else units[0] if units else about_of(what)
    who = " and ".join(parties) if obligor == "both" else obligor
    return AgreementTerm(
        "", who, what, row.get("obligee"), row.get("in_return"), Interval.day(deadline) if deadline is not None else None, rules, about=about,
    )


def rules_of(value: object, place: str) -> tuple[AgreementRule, ...]:
    """The rules of one entry: words as reports have them, or a table with the fields of a rule."""
    if isinstance(value, str):
        found = rules_in(value, typed=True)
        if not found:
            raise InputError(
                f'{place}: no rule was understood in {value!r}; write it like "ten hostages a day for four days", "three prisoners for every hostage", '
                f'"eight captives on the first and fourth day", "ten more hostages, one more day", "a list by seven each morning", "lasts seven days", '
                f'"up to nine days", or as a table {{kind = "tranche", amount = 10, unit = "captives", every = 1, times = 4}}'
            )
        return tuple(f.rule for f in found)
    if not isinstance(value, dict):
        raise InputError(f"{place}: {seen(value)}; write words in quotation marks, or a table with kind, amount and unit")
    only(value, RULE, place)
    unit = value.get("unit")
    known = unit_names().get(unit.lower(), unit) if isinstance(unit, str) else unit
    words = ", ".join(f"{k} {v}" for k, v in value.items())
    try:
        rule = msgspec.convert({**value, **({"unit": known} if known else {}), "words": words}, AgreementRule, strict=True)
    except msgspec.ValidationError as error:
        raise InputError(f"{place}: {error}; see docs/reference/formats.md for the fields of a rule") from error
    if rule.kind != "list" and not (rule.amount and rule.amount > 0):
        raise InputError(f"{place}.amount: {seen(rule.amount)}; write a number above nought, as amount = 10")
    if any(d < 1 for d in rule.days) or (rule.every is not None and rule.every < 1):
        raise InputError(f"{place}: days and every count from 1; the first day of the agreement is day 1")
    if rule.weekday is not None and not 0 <= rule.weekday < len(book()["numbers"]["weekdays"]):
        raise InputError(f"{place}.weekday: {rule.weekday} is no day of the week; Monday is 0, Sunday 6")
    return (rule if rule.kind not in TRUCE else replace(rule, unit="days"),)


def only(row: Mapping[str, Any], known: tuple[str, ...], place: str) -> None:
    """InputError for a field that is not known."""
    for name in row:
        if name not in known:
            raise InputError(f"{dotted(place, name)}: no such field; there are {', '.join(known)}")


def text(row: Mapping[str, Any], name: str, place: str, example: str) -> str:
    """A field that must be words."""
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{dotted(place, name)}: {seen(value)}; write {example}")
    return value.strip()


def day(row: Mapping[str, Any], name: str, place: str) -> dt.date | None:
    """A field that may be a day."""
    value = row.get(name)
    if value is None:
        return None
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError as error:
            raise InputError(f"{dotted(place, name)}: {value!r} is no day; write {name} = 2025-04-07") from error
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise InputError(f"{dotted(place, name)}: {seen(value)}; write a day, as {name} = 2025-04-07")
    return value


def dotted(place: str, name: str) -> str:
    """ "terms[2].obligor"."""
    return f"{place}.{name}" if place else name


def seen(value: object) -> str:
    """What stands there, in words."""
    return "is missing" if value is None else f"{value!r} was given"
