"""Numbers that are no figures: dates, ages, names with a number, ranks, and counts of those who speak."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.draft import Draft
from onrecord.annotate.figures.amount import Amount
from onrecord.annotate.figures.counted import Counted, lemma_of
from onrecord.annotate.figures.frames import looked_up
from onrecord.annotate.figures.numbers import HYPHENS
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Span, Token

MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.",
    "jan", "feb", "mar", "apr", "aug", "sep", "sept", "oct", "nov", "dec",
})
BESIDE_DATE = frozenset({"ago", "later", "earlier", "before", "after"})
BEFORE_YEAR = frozenset({"in", "since", "of", "until", "from", "by", "late", "early", "mid", ","})
OF_AN_AGE = frozenset({"them", "whom", "anyone", "everyone", "those", "all"})
"""Pronouns behind which "over 50" is an age."""
NAMES = frozenset({"ORG", "FAC", "PRODUCT", "LAW", "EVENT", "WORK_OF_ART", "PERSON", "LOC"})
"""Kinds of names of which a number may be the first word."""
PUNCTUATION = frozenset({":", "/", ".", "#", "№"})


def idle(words: Sequence[Token], amount: Amount, counted: Counted, draft: Draft) -> bool:
    """Whether the number at *amount* counts nothing of the story."""
    return (
        dated(words, amount, draft) or aged(words, amount) or naming(words, amount, counted) or ranked(words, amount, counted)
        or nobody(words, amount, counted) or lone_one(words, amount, counted) or speaking(words, amount, counted, draft) or unmeasured(words, amount, counted)
    )


def loose(words: Sequence[Token], amount: Amount, counted: Counted, measure: str) -> bool:
    """Whether a definite "the two men", "both leaders" only takes up persons named before: nothing is said of their number."""
    before = words[amount.first - 1].lower if amount.first else ""
    if amount.ordinal:
        return False
    small = amount.comparator == "exact" and (amount.value or 99) <= 5
    ahead = words[amount.first - 2].lower if amount.first > 1 else ""
    definite = before in ("the", "these", "those", "both") and amount.first == amount.core and ahead != "including"
    return measure == "other" and counted.family in ("persons", "things") and small and definite


def dated(words: Sequence[Token], amount: Amount, draft: Draft) -> bool:
    """Whether it belongs to a date or a clock time, by the layer of times or by the word beside it."""
    core = Span(words[amount.core].start, words[amount.core_end - 1].end)
    if any(t.span.holds(core) and t.type in ("DATE", "TIME") for t in draft.times):
        return True
    before = words[amount.core - 1].lower if amount.core else ""
    after = words[amount.core_end].lower if amount.core_end < len(words) else ""
    if before in MONTHS and (before != "may" or words[amount.core - 1].text == "May"):
        return True
    if after in MONTHS and (amount.value or amount.high or 99) <= 31:
        return True
    text = words[amount.core].text
    year = len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2099 and amount.core_end - amount.core == 1
    if year and amount.comparator == "exact" and (before in BEFORE_YEAR or after in ("", ",", ".")):
        return True
    return text.endswith("s") and text[:-1].isdigit()


def aged(words: Sequence[Token], amount: Amount) -> bool:
    """Ages: "aged 12", "Anna, 34,", "12 years old", "12-year-old"."""
    before = words[amount.core - 1] if amount.core else None
    after = [w.lower for w in words[amount.core_end : amount.core_end + 4]]
    if before is not None and before.lower in ("aged", "age", "ages"):
        return True
    if any(w == "old" for w in after) and any(w.startswith("year") or w.startswith("month") or w.startswith("week") for w in after):
        return True
    if before is not None and before.lower in ("over", "under") and amount.core > 1 and words[amount.core - 2].lower in OF_AN_AGE:
        return amount.core_end >= len(words) or words[amount.core_end].pos not in ("NOUN", "PROPN")  # "all of them over 50"
    named = before is not None and before.lower == "," and amount.core > 1 and words[amount.core - 2].pos == "PROPN"
    named = named and words[amount.core - 2].ent in ("PERSON", "ORG", "")
    return named and (not after or after[0] in (",", ".", ";", "of", "and", "from", "-")) and 0 < (amount.value or 0) < 110


def naming(words: Sequence[Token], amount: Amount, counted: Counted) -> bool:
    """Names with a number (Channel 12, Article 5), scores, section numbers, telephone numbers, list numbers."""
    before = words[amount.core - 1] if amount.core else None
    after = words[amount.core_end] if amount.core_end < len(words) else None
    bare = amount.first == amount.core
    if before is not None and before.text == ":" and amount.core > 1 and looked_up("labels", words[amount.core - 2].lower):
        return False  # "Freed: 23"
    named = lexicon("figures_units")["names_with_number"]["words"]
    if before is not None and bare and (before.lower in named or before.lower in PUNCTUATION):
        return counted.head is None or counted.apart or (before.pos in ("NOUN", "PROPN") and before.text[0].isupper())
    if after is not None and bare and words[amount.core].ent in NAMES and after.ent == words[amount.core].ent and after.pos == "PROPN":
        return True
    if before is not None and before.lower in HYPHENS and before.end == words[amount.core].start:
        return amount.core > 1 and words[amount.core - 2].end == before.start
    if after is not None and after.lower in ("/", ":") and after.start == words[amount.core_end - 1].end:
        return True
    if before is not None and bare and before.pos == "PROPN" and counted.head is None:
        return words[amount.core].head is before or words[amount.core].dep in ("nummod", "appos", "npadvmod")
    return amount.value is not None and amount.value >= 1e7 and counted.family not in ("money", "persons")


def ranked(words: Sequence[Token], amount: Amount, counted: Counted) -> bool:
    """Ordinals that rank: all but those of a happening that can be counted."""
    if not amount.ordinal:
        return False
    book = lexicon("figures_units")["counting_nouns"]["words"]
    if counted.head is None or (amount.value or 0) < 2:
        return True
    inside = words[amount.core_end : counted.last]
    if any(w.tag in ("JJS", "RBS") for w in inside):
        return True
    return lemma_of(counted.head) not in book


def nobody(words: Sequence[Token], amount: Amount, counted: Counted) -> bool:
    """ "None of the demands": only of captives does none count something."""
    return words[amount.core].lower == "none" and counted.family not in ("captives", "prisoners")


def lone_one(words: Sequence[Token], amount: Amount, counted: Counted) -> bool:
    """ "one" as a pronoun or article: "one of", "no one", "one another", "one day"."""
    if amount.core_end - amount.core != 1 or words[amount.core].lower != "one":
        return False
    after = words[amount.core_end].lower if amount.core_end < len(words) else ""
    before = words[amount.core - 1].lower if amount.core else ""
    if amount.first != amount.core and words[amount.first].lower not in ("another", "the"):
        return False
    behind = [w.lower for w in words[amount.core_end : amount.core_end + 2]]
    if before == "," and behind[:1] == ["of"] and behind[-1] in ("them", "whom") and amount.core_end + 2 < len(words):
        return words[amount.core_end + 2].pos not in ("DET", "NOUN", "ADJ")
    if before in (";", ",") and counted_out(words, amount):
        return False
    if before in ("no", "any", "every", "each", "this", "that", "which", "some", "the", "only"):
        return True
    if counted.family == "time":
        return after not in ("-", "–") and before not in ("in", "within", "for", "by")
    if after == "of" and counted.apart and counted.family in ("captives", "prisoners"):
        return False
    return counted.head is None or after in ("of", "another") or (counted.family == "things" and after != lemma_of(counted.head))


def counted_out(words: Sequence[Token], amount: Amount) -> bool:
    """Whether "one" goes on with a count of persons in its sentence ("two were rescued; one has been returned dead")."""
    one = words[amount.core]
    passive = one.dep == "nsubjpass" and amount.core_end < len(words) and words[amount.core_end].pos == "AUX"
    return passive and any(w.pos == "NUM" and w.dep == "nsubjpass" for w in words[: amount.core])


def speaking(words: Sequence[Token], amount: Amount, counted: Counted, draft: Draft) -> bool:
    """Counts of sources and officials who speak, and of the persons in a meeting who are named elsewhere."""
    book = lexicon("figures_units")
    if counted.head is None or counted.family == "percent":
        return False
    lemma = lemma_of(counted.head)
    if lemma in book["always_sources"]["words"]:
        return True
    span = Span(words[amount.first].start, words[counted.last - 1].end)
    if lemma in book["sources"]["words"] and any(s.overlaps(span) for a in draft.attributions for s in a.source_spans):
        return True
    if lemma not in book["sources"]["words"] and not (counted.family == "persons" and counted.head.head.lemma in ("say", "tell", "confirm")):
        return False
    if lemma in book["sources"]["words"] and one_of_them(words, amount, book["speaking"]["words"]):
        return True
    announced = any(w.lower == ":" for w in words[max(amount.first - 2, 0) : amount.first])
    return not announced and tells(counted.head, book["speaking"]["words"])


def one_of_them(words: Sequence[Token], amount: Amount, speaking: Sequence[str]) -> bool:
    """ "one of the two people, a trader, told reporters": the set from which a speaker comes."""
    ahead = [w.lower for w in words[max(amount.first - 3, 0) : amount.first]]
    return ahead == ["one", "of", "the"] and any(w.lemma in speaking for w in words[amount.last : amount.last + 15])


def tells(head: Token, speaking: Sequence[str]) -> bool:
    """Whether those counted speak or are spoken to: subject or agent of a verb of speech, "according to", or "briefed", "familiar" under them."""
    over = head.head
    if over.dep != "relcl" and head.dep in ("nsubj", "nsubjpass", "dobj") and over.lemma in speaking:
        return True
    if head.dep == "pobj" and (over.dep == "agent" or over.lower == "to") and over.head.lemma in speaking:
        return True
    if over.pos == "ADJ" and over.dep == "ccomp" and over.head.lemma in speaking:  # "two officials close to the talks said"
        return True
    return any(c.lemma in speaking for c in head.children if c.i > head.i and c.dep in ("acl", "amod", "relcl"))


def rolling(words: Sequence[Token], amount: Amount, counted: Counted) -> bool:
    """ "the past 24 hours": a span up to now."""
    book = lexicon("figures_units")["rolling"]
    before = words[amount.first - 1] if amount.first else None
    if before is not None and before.dep in ("ROOT", "conj", "ccomp", "xcomp", "relcl"):
        return False
    return before is not None and before.lower in book["words"] and before.pos != "VERB" and counted.unit.rstrip("s") in book["units"]


def unmeasured(words: Sequence[Token], amount: Amount, counted: Counted) -> bool:
    """Measures of way and size, idle nouns ("two sides"), rolling spans of hours and days, and "ago"."""
    book = lexicon("figures_units")
    if counted.head is None:
        after = words[amount.last].lower if amount.last < len(words) else ""
        return after in book["measures"]["words"] or after.endswith(("km", "mm", "m3", "ft"))
    lemma = lemma_of(counted.head)
    if lemma in book["measures"]["words"] or any(lemma_of(w) in book["measures"]["words"] for w in words[amount.last : counted.last - 1] if w.pos != "PUNCT"):
        return counted.family in ("things", "percent", None) and not way_off(counted.head)
    if counted.family is None:
        return True
    if counted.family == "time":
        if amount.last < len(words) and words[amount.last].lower in HYPHENS:
            return False
        after = words[counted.last].lower if counted.last < len(words) else ""
        bounded = amount.comparator in ("more_than", "at_least", "less_than", "at_most") and after in ("before", "after")
        spanning = (amount.first > 0 and words[amount.first - 1].lower in ("for", "during", "over")) or words[amount.first].lower == "over"
        return (after in BESIDE_DATE and not bounded and not spanning) or (after != "of" and rolling(words, amount, counted))
    if counted.family == "things" and lemma in book["idle"]["words"]:
        return counted.head.lower not in ("others", "ones")
    return counted.family == "persons" and lemma == "leader" and not suffers(counted.head)


def suffers(head: Token) -> bool:
    """Whether something is done to those counted ("arrested nine gang leaders", "the transfer of 36 union leaders")."""
    over = head.head
    if head.dep == "pobj" and over.lower == "of":
        return looked_up("noun", over.head.lemma) is not None
    return head.dep in ("dobj", "nsubjpass") and looked_up("object", over.lemma) is not None


def way_off(head: Token) -> bool:
    """Whether a length is a term of keeping or moving away ("pull their guns 20 kilometres back", "stay 12 miles apart"), not a place."""
    book = lexicon("figures_units")["ways"]
    if lemma_of(head) not in book["words"]:
        return False
    verb = next((t for t in list(head.ancestors())[:4] if t.pos == "VERB"), None)
    return verb is not None and verb.lemma in book["verbs"]
