"""Who is who over all reports."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reconcile.entities.forms import Form, forms_of
from onrecord.reconcile.entities.joining import Edge, clusters
from onrecord.reconcile.entities.names import Likeness, compare, folded, parts
from onrecord.reconcile.entities.offices import with_offices
from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.types import Confidence, Entity, Merge, Reading

__all__ = ["Likeness", "compare", "folded", "join_entities", "parts", "with_offices"]


def join_entities(readings: Sequence[Reading], memo: Memo = AFRESH) -> tuple[Entity, ...]:
    """One Entity for each person, body, state, place, outlet and named group over all reports, by id; merges carry their reasons.

    *memo* may know who is named in a report. Groups without a name ("two officials") are entities of one report only and are never joined to any other.
    """
    forms = forms_of(readings, memo)
    joined, used = clusters(forms)
    return one_side(sorted((entity([forms[k] for k in group], used.get(group[0], [])) for group in joined), key=lambda e: e.id))


def one_side(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities with sides by the name that stands for them: "UNA" and "United Nurses' Association" are one side where they are one body.

    Only for a name that one body alone has, and for those of a report that names it. Whoever acts for an arm without a name ("the government") acts for
    whom it does.
    """
    bearers: dict[str, list[Entity]] = {}
    for body in entities:
        if body.kind == "body" and body.side in body.names:
            for name in body.names:
                bearers.setdefault(name, []).append(body)
    own = {name: found[0] for name, found in bearers.items() if len(found) == 1}
    homes = {e.id: {report for report, _ in e.mentions} for e in entities}
    arms = {(report, e.name): e.side for e in entities if e.name.islower() and e.side not in (None, e.name) for report in homes[e.id]}

    def side(e: Entity) -> str | None:
        """The side of an entity by the name of the body that it is, or for which its arm acts."""
        body = own.get(e.side or "")
        if body is not None and homes[body.id] & homes[e.id]:
            return body.name
        above = {found for report in homes[e.id] if (found := arms.get((report, e.side or ""))) is not None}
        return above.pop() if len(above) == 1 and e.name != e.side else e.side

    return tuple(replace(e, side=found) if (found := side(e)) != e.side else e for e in entities)


FULL = 4
"""Words of a name that is still a name, not a description."""
OFTEN = 2
"""Mentions from which a longer form is in use."""


def entity(forms: Sequence[Form], edges: Sequence[Edge]) -> Entity:
    """The forms of one cluster as an Entity, called by the fullest name that most reports use."""
    names: Counter[str] = Counter()
    offices: Counter[str] = Counter()
    sides: Counter[str] = Counter()
    guesses: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for form in forms:
        names.update(form.names)
        offices.update(form.offices)
        kinds[form.kind] += form.times
        if form.side:
            sides[form.side] += form.times
        elif form.guess:
            guesses[form.guess] += form.times
    kind = max(sorted(kinds), key=lambda k: kinds[k])
    told = sides or guesses
    side = max(sorted(told), key=lambda s: (told[s], s)) if told else None
    name = side if kind == "state" and side else called(names, kind, {form.display for form in forms if not form.unnamed})
    home = min((report for form in forms for report, spans in form.spans.items() if spans), key=lambda report: f"{report}:")
    first = min(f"{home}:{span.start}" for form in forms for span in form.spans.get(home, ()))
    identity = hashlib.sha256("\x1f".join((kind, folded(name), side or "", first)).encode()).hexdigest()[:16]
    scores = [e.score for e in edges]
    return Entity(
        identity, name, kind, side, tuple(o for o, _ in sorted(offices.items(), key=lambda row: (-row[1], row[0]))),  # type: ignore[arg-type]
        tuple(n for n, _ in sorted(names.items(), key=lambda row: (-row[1], row[0]))),
        tuple(sorted((report, span) for form in forms for report, spans in form.spans.items() for span in spans)), tuple(sorted({e.reason for e in edges})),
        Confidence(round(min(scores, default=0.95), 2), tuple(sorted({e.reason for e in edges if e.score == min(scores)})) if scores else ()),
        tuple(sorted({Merge(e.left, e.right, e.score, e.reason) for e in edges}, key=lambda m: (m.one, m.other, m.why))),
    )


def called(names: Counter[str], kind: str, displays: set[str]) -> str:
    """The name that stands for a cluster: a person's must hold given name and surname where one is known."""
    choice = sorted(names)
    if kind == "person":
        full = [n for n in choice if len(parts(n)) > 1]
        choice = full or choice
    elif kind in ("body", "outlet", "place"):
        choice = sorted(displays) or choice
        choice = [n for n in choice if not n.isupper() or " " not in n] or choice
        choice = [n for n in choice if " " in n or not n.isupper()] or choice
    best = max(choice, key=lambda n: (names[n], len(n), n))
    return fuller(best, choice, names) if kind == "body" else best


def fuller(best: str, choice: Sequence[str], names: Counter[str]) -> str:
    """A body's name in full where its last word alone is used more often: "Highland Front" for "Front"."""
    longer = [n for n in choice if " " not in best and n.casefold().endswith(f" {best.casefold()}") and len(n.split()) <= FULL and names[n] >= OFTEN]
    return max(longer, key=lambda n: (names[n], n), default=best)
