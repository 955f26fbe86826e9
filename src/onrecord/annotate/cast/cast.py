"""The participants of one report and the way to look them up."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.types import Participant, Problem, Span, Token


@dataclass(frozen=True, slots=True)
class Cast:
    """Participants of one report; *places* maps a token's number to the participant whose mention holds it (pronouns too)."""

    participants: tuple[Participant, ...] = ()
    places: dict[int, Participant] = field(default_factory=dict)
    home: str | None = None
    """The state that the report is about, where one stands out."""
    problems: tuple[Problem, ...] = ()
    """Where the report tells otherwise than a pack."""
    mediating: frozenset[int] = frozenset()
    """Numbers of the nouns that the report tells of as mediators or hosts of talks."""
    held: frozenset[int] = frozenset()
    """Numbers of the tokens that stand for those who are held, where a layer looked for them."""

    def at(self, token: Token) -> Participant | None:
        """Whom the mention that holds *token* refers to, pronouns and "the group" resolved; None where nobody is known."""
        return self.places.get(token.i)

    def of(self, span: Span) -> Participant | None:
        """The participant with a mention at exactly *span*."""
        return next((p for p in self.participants if span in p.spans), None)

    def named(self, name: str) -> Participant | None:
        """The participant called *name* in full or by an alias."""
        return next((p for p in self.participants if name == p.name or name in p.aliases), None)


def fullest(cast: Cast, name: str) -> str:
    """The fullest form that the report has of *name*; *name* itself where nobody is called so."""
    who = cast.named(name)
    return who.name if who else name
