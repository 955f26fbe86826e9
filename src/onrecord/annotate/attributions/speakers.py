"""Who a cue's source is in the sentence: by syntax, and by the surface where the parse is known to go wrong."""

from __future__ import annotations

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Stretch
from onrecord.annotate.attributions.cues import cue_of
from onrecord.types import Parsed, Token

NAMES = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")
FINITE = ("VBD", "VBZ", "VBP", "MD")
GOVERNING = frozenset({"reporting", "factive", "denial", "belief", "threat"})
"""Classes of cues whose clause another act of their source is joined to by mistake."""
RESUMING = frozenset({"reporting", "factive", "denial", "demand", "threat", "promise", "appraisal"})


def speaker(parsed: Parsed, verb: Token) -> Token | None:
    """The head of the noun phrase that does the telling, or None where the sentence names nobody."""
    asked = verb.tag == "VBN" and verb.dep == "advcl" and not any(c.dep == "aux" for c in verb.children)  # "Asked whether …, NP nodded"
    if phrases.is_passive(verb) or asked:
        return phrases.agent(verb)
    found = absolute(parsed, verb) or quoted(verb) or parted(parsed, verb) or outer(verb) or resumed(parsed, verb) or phrases.subject(verb)
    if found is not None and found.head is verb and (split := split_by(parsed, verb)) is not None:
        found = split
    if found is not None and found.dep == "expl":
        found = None
    return found if found is not None else beside(parsed, verb)


def absolute(parsed: Parsed, verb: Token) -> Token | None:
    """The noun of ", with NP saying" where the participle was tied to the main verb."""
    if verb.tag != "VBG" or phrases.own_subject(verb) is not None or verb.dep not in ("advcl", "acl", "pcomp"):
        return None
    top = verb.head
    for child in top.children:
        if child.dep == "prep" and child.lower == "with" and child.i < verb.i and parsed.tokens[child.i - 1].text in (",", "—", "–"):
            noun = child.has("pobj")
            if noun is not None and not any(t.tag in FINITE for t in parsed.tokens[noun.i : verb.i]):
                return noun
    return None


def quoted(verb: Token) -> Token | None:
    """The official of "NP quoted an official as saying that …"."""
    by = verb.head
    if verb.dep != "pcomp" or by.lower != "as" or by.head.lemma not in ("quote", "cite") or phrases.is_passive(by.head):
        return None
    return by.head.has("dobj")


def parted(parsed: Parsed, verb: Token) -> Token | None:
    """NP of "NP, in a note that reached the paper, denied having …", where the parse gave the verb to the note."""
    at = verb.head
    if verb.dep != "acl" or verb.tag not in ("VBD", "VBZ", "VBP") or parsed.tokens[verb.i - 1].text != "," or at.dep != "pobj":
        return None
    found = phrases.own_subject(at.head.head)
    return found if found is not None and found.i < at.i and parsed.tokens[at.head.i - 1].text == "," else None


def split_by(parsed: Parsed, verb: Token) -> Token | None:
    """NP of "The talks, NP told X, “are hanging by a thread”", where the parse gave both nouns to "told"; else None."""
    subjects = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and c.i < verb.i]
    clause = verb.has("ccomp")
    if len(subjects) != 2 or clause is None or clause.i < verb.i or phrases.own_subject(clause) is not None:
        return None
    opens = parsed.tokens[phrases.stretch(clause)[0]].text in ("“", '"', "``", "‘") or parsed.tokens[phrases.stretch(clause)[0] - 1].text in ("“", '"', "``")
    return subjects[1] if opens and parsed.tokens[phrases.stretch(subjects[0])[1] - 1].text in (",", subjects[0].text) else None


def resumed(parsed: Parsed, verb: Token) -> Token | None:
    """The source of "NP said that … and accused", where the parse joined "accused" to the clause that was said.

    Of such verbs that people marked in PolNeAR train, 26 of 27 are told by NP, none by the subject of the clause.
    """
    told = told_by(verb)
    return phrases.subject(told) if told is not None and taken_up(parsed, told, verb) else None


def told_by(verb: Token) -> Token | None:
    """The verb whose clause the parse joined *verb* to, or made *verb* a part of."""
    at = verb
    while at.dep == "conj" and at.head is not at:
        at = at.head
    return at.head if at.dep in ("ccomp", "xcomp") and at.i > at.head.i else None


def taken_up(parsed: Parsed, told: Token, verb: Token) -> bool:
    """Whether *verb*, which the parse put into what *told* tells, is told of the same source: a finite verb without a subject, like *told* in tense.

    It is where it tells itself ("said that … and accused"), declines, or cannot go on from the clause by its form ("will be paid and appealed").
    """
    governing, cue = cue_of(told), cue_of(verb)
    if verb is told or told_by(verb) is not told or governing is None or governing.kind not in GOVERNING:
        return False
    if phrases.own_subject(verb) is not None or any(c.dep in ("mark", "aux", "auxpass") for c in verb.children) or quoted_apart(parsed, told, verb):
        return False
    if verb.tag != told.tag and not (verb.tag == "VB" and told.tag == "VBP"):
        return False
    if verb.dep == "conj" and not goes_on(verb):
        return cue is not None
    if verb.tag not in FINITE:
        return False
    telling = cue is not None and (cue.kind in RESUMING or cue.with_to == "demand")
    return telling and (verb.dep == "conj" or parsed.tokens[verb.i - 1].text == ",")


def goes_on(verb: Token) -> bool:
    """Whether a joined verb has a form in which it can go on from the verb that it is joined to ("will pay and leave", "left and fired")."""
    before = verb.head
    helped = any(c.dep in ("aux", "auxpass") for c in before.children)
    if before.tag in FINITE and not helped:
        return True
    return verb.tag == before.tag or (before.tag == "VBN" and verb.tag == "VBD")  # "had moved four and sent the rest away": a participle by its form


def quoted_apart(parsed: Parsed, before: Token, verb: Token) -> bool:
    """Whether a quotation that opens after *before* is still open at *verb*."""
    open_marks = 0
    for token in parsed.tokens[before.i : verb.i]:
        if token.text in ("“", "``"):
            open_marks += 1
        elif token.text in ("”", "''"):
            open_marks -= 1
        elif token.text == '"':
            open_marks = 1 - open_marks
    return open_marks > 0


def outer(verb: Token) -> Token | None:
    """The source of the cue that governs the clause to which ", adding that" was tied: adding is told by who said the clause."""
    if verb.tag != "VBG" or phrases.own_subject(verb) is not None or verb.dep not in ("advcl", "acl"):
        return None
    cue = cue_of(verb)
    if verb.dep == "acl" and verb.head.dep == "pobj" and verb.head.head.lower in ("through", "via"):
        return phrases.subject(verb.head.head.head)
    if cue is None or cue.kind not in ("reporting", "factive", "denial", "belief"):
        return None
    at, found = verb.head, None
    for _ in range(6):
        if at.dep in ("ccomp", "conj") and at.head is not at and at.head.pos in ("VERB", "AUX"):
            governing = cue_of(at.head)
            if at.dep == "ccomp" and governing is not None and governing.kind == "reporting":
                found = at.head
            at = at.head
        elif at.head is not at and at.dep in ("acl", "relcl", "advcl", "prep", "pobj", "dobj", "attr", "xcomp", "appos"):
            at = at.head
        else:
            break
    return phrases.subject(found) if found is not None else None


def beside(parsed: Parsed, verb: Token) -> Token | None:
    """The noun next to a verb that the parse left without a subject."""
    first = parsed.sentence_of(verb).first
    if verb.tag not in ("VBD", "VBZ", "VBP", "VBN", "VB"):
        return None
    before = parsed.tokens[verb.i - 1] if verb.i > first else None
    if before is not None and before.pos in ("NOUN", "PROPN", "PRON") and before.dep not in ("dobj", "pobj", "attr"):
        return before
    return None


def after_mark(parsed: Parsed, start: int, verb: Token) -> Token | None:
    """The head of the noun phrase that fills the words from *start* to *verb* (", NP said"), None where they hold more than that."""
    while start < verb.i and parsed.tokens[start].text in (",", "—", "–", "--", "”", '"', "''", "’"):
        start += 1
    words = parsed.tokens[start : verb.i]
    words = words[:-1] if words and words[-1].pos == "ADV" else words
    if (
        not words
        or len(words) > 16
        or any(t.tag in FINITE and t.dep not in ("relcl",) for t in words)
        or words[0].pos not in NAMES
        or words[0].tag in ("WDT", "WP")
    ):
        return None
    inside = {t.i for t in words}
    nouns = [
        t
        for t in words
        if t.pos in ("NOUN", "PROPN", "PRON") and (t.head is t or t.head.i not in inside or t.head.pos in ("VERB", "AUX")) and t.dep not in ("pobj", "compound")
    ]
    if not nouns and len(words) <= 3 and words[-1].pos in ("NUM", "DET", "ADJ", "PRON"):
        return words[-1]
    return nouns[0] if nouns else None


def inverted(parsed: Parsed, verb: Token) -> Token | None:
    """The noun after a verb that stands between a quotation and who said it ("...," said the mayor)."""
    for token in parsed.tokens[verb.i + 1 : verb.i + 8]:
        if token.sent != verb.sent or token.pos in ("VERB", "PUNCT", "ADP", "SCONJ"):
            return None
        if token.pos in ("NOUN", "PROPN", "PRON") and token.dep not in ("compound", "nmod", "poss"):
            return token
    return None


def relative_gap(parsed: Parsed, verb: Token) -> tuple[int, Stretch] | None:
    """(place of "which", tokens of the source) for "…, which NP said were …", even where the parse lost the thread."""
    clause = next((c for c in verb.children if c.dep in ("ccomp", "xcomp") and c.i > verb.i), None)
    if clause is None or verb.tag not in FINITE or (clause.i > verb.i + 3 and phrases.own_subject(clause) is not None):
        return None
    own = phrases.own_subject(clause)
    if own is not None and own.tag not in ("WDT", "WP") and own.i > verb.i:
        return None
    first = parsed.sentence_of(verb).first
    for i in range(verb.i - 2, max(first, verb.i - 14), -1):
        token = parsed.tokens[i]
        if token.tag in ("WDT", "WP") and token.lower in ("which", "that", "who", "what"):
            words = parsed.tokens[i + 1 : verb.i]
            return (i, (i + 1, verb.i)) if words and words[0].pos in NAMES else None
        participle = token.tag == "VBD" and token.dep != "relcl" and parsed.tokens[i - 1].pos == "NOUN" and parsed.tokens[i + 1].pos == "ADP"
        if (token.tag in FINITE and not participle) or token.text == ",":
            return None
    return None


def head_of(parsed: Parsed, stretch: Stretch) -> Token:
    """The first noun of a stretch that no other noun follows at once."""
    words = parsed.tokens[stretch[0] : stretch[1]]
    for here, after in zip(words, [*words[1:], None], strict=True):
        if here.pos in ("NOUN", "PROPN", "PRON") and (after is None or after.pos not in ("NOUN", "PROPN", "PART")):
            return here
    return words[-1]
