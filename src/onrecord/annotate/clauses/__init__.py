"""Clauses: who does what in them, which words carry them, and which party acts; shared by the layers of what parties want, owe and do."""

from onrecord.annotate.clauses.actors import party_at, speaker_at
from onrecord.annotate.clauses.shape import clause_span, np_span, right_span
from onrecord.annotate.clauses.syntax import auxiliaries, complements, negated, subject, verb_of

__all__ = ["auxiliaries", "clause_span", "complements", "negated", "np_span", "party_at", "right_span", "speaker_at", "subject", "verb_of"]
