"""What counts as an attribution, and where its content ends: GUIDE.md's convention, and the broad one of PolNeAR."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.attributions.candidate import Candidate
from onrecord.annotate.attributions.cues import cue_of
from onrecord.annotate.attributions.weighing import Weighed

CLAUSAL = frozenset({"that", "clause", "whether", "wh", "before", "after", "inside", "quotation", "object+that", "object+clause", "object+whether", "object+wh", "according", "colon", "which", "be-that", "be-clause"})
SPEECH = frozenset({"reporting", "factive", "belief", "denial", "demand", "threat", "promise", "appraisal"})
TO_KINDS = frozenset({"demand", "promise", "threat"})
OBJECT_KINDS = frozenset({"demand", "denial", "threat", "appraisal"})
STATING = frozenset({"stress", "emphasize", "emphasise", "reiterate", "reaffirm", "affirm", "underline", "underscore", "describe", "characterize", "characterise", "call", "label", "brand", "dub", "portray", "depict", "announce", "claim", "allege", "acknowledge", "admit", "confirm", "predict", "term", "deem", "consider", "regard", "view", "find", "express", "voice", "propose", "suggest"})


@dataclass(frozen=True, slots=True)
class Conventions:
    """*broad*: intentions, appraisals and objects count as well, as in PolNeAR; *threshold*: the chance from which a candidate is kept."""

    broad: bool = False
    threshold: float = 0.25
    known: float = 0.06
    """The chance from which a clause or quotation of a known cue of saying or thinking is kept."""
    speech_act: float = 0.12
    """The same for an infinitive or object of a speech act."""


GUIDE = Conventions()
BROAD = Conventions(broad=True)


def counts(weighed: Weighed, conventions: Conventions) -> bool:
    """Whether a candidate is an attribution under *conventions*."""
    if conventions.broad:
        return weighed.chance >= conventions.threshold
    return weighed.chance >= floor_of(weighed.candidate, conventions)


def floor_of(candidate: Candidate, conventions: Conventions) -> float:
    """The chance that GUIDE.md's convention asks of this kind of candidate; above 1 where it never counts."""
    form = candidate.form.removeprefix("noun:").removeprefix("adj:")
    if candidate.form in ("according", "colon"):
        return conventions.threshold if candidate.form == "colon" else conventions.known
    cue = cue_of(candidate.cue)
    if cue is None:
        return 0.4 if form in ("quotation", "before", "after", "inside", "that") else 2.0
    kind = cue.kind_with(candidate.form)
    if kind not in SPEECH:
        return 2.0 if form != "quotation" else 0.5
    if form in CLAUSAL:
        return conventions.known if kind != "appraisal" else conventions.speech_act
    if (form.endswith("to") and "+" in form) or form in ("to", "for-to", "ing"):
        return conventions.speech_act if kind in TO_KINDS else 2.0
    if kind in OBJECT_KINDS or cue.lemma in STATING:
        return max(conventions.speech_act, 0.2)
    return 2.0
