"""What counts as an attribution, and where its content ends: GUIDE.md's convention, and the broad one of PolNeAR."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate
from onrecord.annotate.attributions.cues import acts, cue_of, lemma_of
from onrecord.annotate.attributions.quotations import Quotation, touching
from onrecord.types import Token

CLAUSAL = frozenset(
    {
        "that",
        "clause",
        "whether",
        "wh",
        "before",
        "after",
        "inside",
        "quotation",
        "object+that",
        "object+clause",
        "object+whether",
        "object+wh",
        "according",
        "which",
        "headline",
        "after colon",
        "be-that",
        "be-clause",
    }
)
NEVER = 2.0
SAID = frozenset({"quotation", "that", "clause", "before", "after", "inside", "according"})
FIXED = frozenset({"quoted as", "put at", "as told", "surface", "held"})
"""Expressions that mean nothing else."""
SPEECH = frozenset({"reporting", "factive", "belief", "denial", "demand", "threat", "promise", "appraisal"})
TO_KINDS = frozenset({"demand", "promise", "threat"})
OBJECT_KINDS = frozenset({"demand", "denial", "threat", "appraisal"})


@dataclass(frozen=True, slots=True)
class Conventions:
    """*broad*: intentions, appraisals and objects count as well, as in PolNeAR; *threshold*: the chance from which a candidate is kept."""

    broad: bool = False
    threshold: float = 0.19
    known: float = 0.06
    """The chance from which a clause or quotation of a known cue of saying or thinking is kept."""
    speech_act: float = 0.06
    """The same for an infinitive of a speech act."""
    object_of: float = 0.1
    """The same for the object of a speech act."""
    named_belief: float = 0.03
    """The same for "NP expects X to do"."""
    in_quotation: float = 0.01
    """The same for a clause told within a quotation, which PolNeAR leaves out."""
    beside_marks: float = 0.02
    """The same for a quotation with ", NP said" at its marks."""


GUIDE = Conventions()
BROAD = Conventions(broad=True)


def hopeful(candidates: Iterable[Candidate], conventions: Conventions, quotations: Sequence[Quotation]) -> Iterator[tuple[Candidate, float]]:
    """The candidates that may be attributions under *conventions*, each with the chance from which it is; half of all need not be weighed.

    One that never counts by itself may still have the quotation in its content, when nobody else does.
    """
    for candidate in candidates:
        floor = conventions.threshold if conventions.broad else floor_of(candidate, conventions)
        if floor < NEVER or any(q.claimable and a <= q.first and q.last <= b for a, b in candidate.content for q in touching(quotations, a, b)):
            yield candidate, floor


def floor_of(candidate: Candidate, conventions: Conventions) -> float:
    """The chance that GUIDE.md's convention asks of this kind of candidate; above 1 where it never counts."""
    form = candidate.form.removeprefix("noun:").removeprefix("adj:")
    if candidate.form == "colon":
        return conventions.threshold
    if nobody(candidate):
        return NEVER
    if candidate.form in FIXED:
        return 0.0
    if candidate.form == "according":
        return conventions.known
    cue = cue_of(candidate.cue)
    if cue is None:
        return 0.4 if form in ("quotation", "before", "after", "inside", "that") else NEVER
    if candidate.form == "relative" or (candidate.cue.tag == "VBG" and cue.lemma in acts("evidence")):
        return NEVER
    if unsaid(candidate.cue, candidate.form) or done(candidate):
        return NEVER
    if candidate.form.startswith("noun:prep:") and candidate.form[10:] not in acts("noun_prepositions"):
        return NEVER
    if candidate.form == "noun:prep:for" and cue.lemma in acts("claimed") and candidate.cue.head.lemma in acts("support"):
        return 0.0
    kind = cue.kind_with(candidate.form)
    if empty(candidate):
        return NEVER
    if form == "prep:for" and cue.with_to == "demand":
        return conventions.speech_act
    if form == "dobj" and cue.with_to == "demand" and any(c.dep in ("xcomp", "ccomp") and c.i > candidate.cue.i for c in candidate.cue.children):
        return conventions.speech_act
    if kind not in SPEECH:
        return NEVER if form != "quotation" else 0.5
    if form == "dobj" and cue.lemma == "rule" and any(c.dep == "prt" and c.lower == "out" for c in candidate.cue.children):
        return conventions.object_of
    if candidate.form.startswith("noun:") and candidate.variant == "verb" and candidate.cue.head.lemma not in acts("support"):
        return NEVER
    return floor_of_form(candidate, form, kind, conventions)


def floor_of_form(candidate: Candidate, form: str, kind: str, conventions: Conventions) -> float:
    """The same for a cue of saying, thinking or acting by words, by the construction of its content."""
    cue = cue_of(candidate.cue)
    if cue is None:
        return NEVER
    if form in CLAUSAL:
        return floor_of_clause(candidate, kind, conventions)
    if form in ("to", "dobj") and cue.lemma in acts("expecting"):
        return conventions.named_belief if form == "to" else conventions.object_of
    if form in ("for-to", "small") and (kind == "belief" or (cue.lemma in acts("evidence") and recorded(candidate))):
        return conventions.named_belief
    if form == "prep:on" and cue.lemma in acts("insisting"):
        return conventions.named_belief
    if form == "ing" and kind in ("denial", "factive", "reporting"):
        return conventions.speech_act
    if (form.endswith("to") and "+" in form) or form in ("to", "for-to", "ing"):
        return conventions.speech_act if kind in TO_KINDS and cue.lemma not in acts("performed") else NEVER
    if kind in OBJECT_KINDS or cue.lemma in acts("stating"):
        return conventions.object_of if kind != "demand" else conventions.speech_act
    return NEVER


def recorded(candidate: Candidate) -> bool:
    """Whether the source is a thing that somebody made to show something ("a video reviewed by the paper shows them being led")."""
    return candidate.source is not None and candidate.source.lemma in acts("recorded") | {"footage", "film", "picture", "photograph", "photo"}


def empty(candidate: Candidate) -> bool:
    """Whether the content is the speaker himself ("called themselves the Front") or anonymity, or a cue repeats what governs it ("denied supporting")."""
    cue, first = candidate.cue, candidate.content[0][0]
    objects = [c for c in cue.children if c.i > cue.i and c.dep in ("dobj", "ccomp", "oprd", "attr")]
    if any(c.lower in acts("reflexive") or any(g.lower in acts("reflexive") and g.i < c.i for g in c.children) for c in objects if c.i <= first + 3):
        return True
    if any(c.lemma == "anonymity" for c in objects) or (cue.lemma in acts("secret") and nameless(candidate)):
        return True
    above = cue_of(cue.head) if cue.dep in ("xcomp", "pcomp", "ccomp") and cue.head is not cue and phrases.own_subject(cue) is None else None
    if above is not None and cue.tag == "VBG" and above.kind == "denial":
        return True
    own = cue_of(cue)
    if above is not None and cue.tag == "VB" and own is not None and own.kind in ("belief", "factive") and above.kind_with("to") == "demand":
        return True
    if above is not None and cue.tag == "VB" and above.kind_with("to") == "demand":
        return any(c.dep in ("dobj", "prep") for c in cue.head.children)
    return cue.dep == "pcomp" and cue.head.lower in ("without", "before", "after", "despite") and cue.tag == "VBG"


def nameless(candidate: Candidate) -> bool:
    """Whether a content only tells that a source will not be named ("asked that his name be left out")."""
    cue, (first, _) = candidate.cue, candidate.content[0]
    words = [t for t in cue.subtree() if t.i >= first][:NAMING]
    return any(t.lemma == "anonymity" or (t.lemma in ("name", "identity") and t.pos == "NOUN" and any(c.dep == "poss" for c in t.children)) for t in words)


NAMING = 6
"""Words at the head of a content within which it tells of its source's name."""


def nobody(candidate: Candidate) -> bool:
    """Whether the source is nobody ("no group claimed responsibility"), so that nothing was said."""
    source = candidate.source
    if source is None:
        return False
    if source.lower == "you" and candidate.form in CLAUSAL | {"dobj"}:
        return True
    return source.lower in acts("nobody") or any(c.lower in ("no", "neither") and c.dep in ("det", "preconj") for c in source.children)


def done(candidate: Candidate) -> bool:
    """Whether a word that may tell of speech tells of a deed here: an attack on a village, a call to somebody, a promise that was broken."""
    cue, form = candidate.cue, candidate.form
    if cue.lemma in acts("physical") and form not in SAID:
        return True
    if (form == "dobj" or form.startswith("prep:")) and cue.lemma == "call" and called(cue):
        return True
    if form == "dobj" and cue.lemma in acts("stances") and phrases.modal(cue) is not None:
        return True
    if form == "dobj" and phrases.is_negated(cue) and cue.lemma in ("claim", "announce"):
        return True
    if form.startswith("noun:") and candidate.variant == "poss" and cue.dep == "dobj" and cue.head.lemma in acts("keeping"):
        return True
    deed = next((t for t in cue.children if t.dep == "xcomp" and t.lower == "do"), None)
    if form == "to" and deed is not None and not any(c.dep in ("dobj", "advmod") and c.i > deed.i for c in deed.children):
        return True
    bare = any(c.dep == "mark" and c.lower == "as" for c in cue.children) and form in ("before", "after", "inside")
    own = cue_of(cue)
    return bare and own is not None and own.kind in ("demand", "promise", "threat")


def called(cue: Token) -> bool:
    """Whether "call" tells of a telephone or a visit: somebody is called and nothing is said of what he is called."""
    whom = cue.has("dobj")
    return whom is not None and not any(c.dep in ("oprd", "xcomp", "ccomp", "attr") for c in cue.children) and not any(t.text in "“\"" for t in whom.subtree())


def unsaid(cue: Token, form: str) -> bool:
    """Whether the words tell that nothing was said, or that it might or should be ("did not say when", "should demand", "if he says")."""
    if cue.pos not in ("VERB", "AUX"):
        return False
    if phrases.modal(cue) in acts("unreal") and form != "quotation":
        return True
    if phrases.modal(cue) in ("would", "will", "'d", "'ll") and phrases.is_negated(cue) and form in ("dobj", "oprd"):
        return True
    if cue.lemma in ("ask", "request", "insist") and any(c.dep == "xcomp" and c.lemma in acts("unnamed") for c in cue.children):
        return True
    if any(c.dep == "mark" and c.lower in ("if", "unless") for c in cue.children):
        return True
    if any(c.lower in ("neither", "nor") and c.dep in ("preconj", "cc") for c in (*cue.children, *(cue.head.children if cue.dep == "conj" else ()))):
        return cue.lemma in ("confirm", "deny", "acknowledge", "admit")
    if cue.dep == "xcomp" and cue.tag == "VB" and lemma_of(cue.head) in acts("asked"):
        return True
    return phrases.is_negated(cue) and cue.lemma in acts("silent") and form in ("wh", "whether", "dobj", "prep:about", "prep:on")


def floor_of_clause(candidate: Candidate, kind: str, conventions: Conventions) -> float:
    """The same for a clause or a quotation."""
    if candidate.form == "quotation" and "next to the marks" in candidate.marks and kind == "reporting":
        return conventions.beside_marks
    if candidate.cue.i != candidate.cue.head.i and "quoted" in candidate.marks and kind == "reporting":
        return conventions.in_quotation
    return conventions.known if kind != "appraisal" else conventions.speech_act
