"""Parties over all reports: one name for each, and whose account a statement is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from onrecord.reconcile.scene import Scene
from onrecord.types import Attribution, Link, Negotiation, Statement

Teller = Literal["own", "other_side", "mediator", "outlet", "other"]
RELATIVES = re.compile(r"\b(famil(?:y|ies)|relatives|parents|next of kin|loved ones)\b", re.I)
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.I)
CLAUSE = re.compile(r",\s+(?=(?:which|who|whose|that|where)\b)")
"""Before a relative clause, which is no part of a name."""


def party_name(scene: Scene, report: str, name: str) -> str:
    """The name that stands for a party over all reports: its side where it acts for one; families are one party whatever they are called."""
    if RELATIVES.search(name):
        return "families of the captives"
    entity = scene.entity(report, name) or scene.entity(report, ARTICLE.sub("", name))
    if entity is not None:
        return entity.side or entity.name
    plain = CLAUSE.split(ARTICLE.sub("", name), maxsplit=1)[0]
    return common(scene.reading_of(report).report.text, plain) if report in scene.by_report else plain


def common(text: str, name: str) -> str:
    """A name that *text* writes small elsewhere in small letters: it is a common noun that opened a sentence ("Villagers")."""
    small = name[:1].lower() + name[1:]
    return small if name != small and " " not in name and re.search(rf"\b{re.escape(small)}\b", text) else name


def negotiation_with(scene: Scene, report: str) -> Negotiation | None:
    """The one negotiation of a report; None for none or several."""
    found = scene.talks_of.get(report, ())
    return found[0] if len(found) == 1 else None


def side_of(scene: Scene, statement: Statement) -> str | None:
    """The party by whose account a statement is: the innermost link that speaks for somebody; None for the report's own voice or an unplaced source."""
    for link in reversed(statement.chain):
        if link.side:
            return party_name(scene, statement.report, link.side)
        if link.source_class in ("named_person", "named_body", "group"):
            return party_name(scene, statement.report, link.resolved)
    return None


def teller(scene: Scene, statement: Statement, party: str) -> Teller:
    """Whether a party's stance is told by itself, the other side, a mediator, the outlet or somebody else."""
    chain = tuple(link for link in statement.chain if not own_act(scene, statement, link))
    if all(outlet(link) for link in chain):
        return "outlet"
    side = side_of(scene, replace(statement, chain=chain))
    if side is None:
        return "other"
    if side == party:
        return "own"
    negotiation = negotiation_with(scene, statement.report)
    if negotiation is not None and side in negotiation.mediators:
        return "mediator"
    return "other_side" if negotiation is None or side in negotiation.parties else "other"


def own_act(scene: Scene, statement: Statement, link: Link) -> bool:
    """Whether a link is the act itself that the statement tells ("Russia rejected …"): then it is told by whoever tells of the act."""
    around = scene.by_id.get(link.attribution)
    if around is None or not isinstance(around.item, Attribution):
        return False
    return any(statement.span.holds(cue) for cue in around.item.cue_spans)


def outlet(link: Link) -> bool:
    """Whether a link is only the press."""
    return link.source_class == "outlet"


def account_of(scene: Scene, statement: Statement) -> str:
    """Whose account it is in words: the side, else the source as named, else the report's own voice."""
    side = side_of(scene, statement)
    if side is not None:
        return side
    return statement.chain[-1].resolved if statement.chain else "own voice"


def carriers(scene: Scene, report: str) -> frozenset[str]:
    """The parties that are known to mediate in the negotiation of a report."""
    negotiation = negotiation_with(scene, report)
    return frozenset(negotiation.mediators) if negotiation is not None else frozenset()
