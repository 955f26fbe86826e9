"""Measure and unit of a counted set, from its noun, its frame and what the report is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotate.figures.amount import Amount
from onrecord.annotate.figures.bodies import bodily, body_of
from onrecord.annotate.figures.counted import Counted, Family, lemma_of
from onrecord.annotate.figures.ellipsis import goes_on
from onrecord.annotate.figures.frames import Frame, held_place, looked_up
from onrecord.annotate.figures.tense import freed_how, to_come
from onrecord.annotate.figures.theme import Theme, held_as
from onrecord.annotate.figures.verbs import perfect
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Measure, Token

CAPTIVE_MEASURES = frozenset({"taken", "held", "alive", "feared_dead", "released", "rescued", "freed", "to_release", "prisoners_held", "prisoners_to_release"})
FLOWS_OUT = frozenset({"released", "freed", "rescued"})
BODIES = frozenset({"body", "remains", "remain", "corpse"})
HOMEWARD = frozenset({"come", "go", "send", "bring", "fly", "get", "set", "put", "land", "drop"})
HANDED = frozenset({"return", "transfer", "deliver", "hand", "receive", "save", "keep", "exchange", "swap"})
"""Of these what is done to persons in a report on captives is done to captives."""
MOVED = frozenset({"transfer", "move", "hand", "return", "deliver", "send"})
"""Of these "to a prison" makes no release."""
AWAY = frozenset({"down", "off", "out", "from", "away", "free"})
CUT_OFF = frozenset({"trapped", "stranded", "marooned", "underground"})
"""What people may be without anybody holding them."""
LOOSE = frozenset({
    "receive", "leave", "remain", "stay", "return", "arrive", "live", "survive", "walk", "keep", "transfer", "deliver", "hand", "save", "escape",
})
"""Predicates that say something of captives only where the set is one of captives."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A number with its noun, family and surroundings."""

    words: Sequence[Token]
    amount: Amount
    noun: Counted
    family: Family
    theme: Theme
    before: str | None = None
    """Whether captives counted before were hostages or prisoners; None where none were."""


def settle(setting: Setting, frame: Frame | None) -> tuple[Measure, str]:
    """The measure and the unit."""
    family = setting.family
    if family == "time":
        return "duration", setting.noun.unit
    if family == "money":
        return "other", setting.noun.unit
    body = body_of(setting.words[setting.amount.core], setting.noun.head) if family in ("bodies", "persons") else None
    if body is not None and not setting.amount.ordinal:
        return bodily(body), "bodies"
    measure = measured(setting, frame)
    if family == "percent":
        return measure, setting.noun.unit or "percent"
    if family == "strikes" and measure in ("other", "struck", "killed", "held"):
        return "struck", "airstrikes"
    if family == "deaths":
        return "killed", "people"
    if family == "injuries":
        return "injured", "people"
    if family == "things":
        if setting.amount.ordinal:
            return "other", setting.noun.unit
        return ("struck" if measure == "struck" else "other"), setting.noun.unit or "items"
    unit = unit_for(setting, measure, frame)
    if unit == "prisoners" and measure == "to_release":
        measure = "prisoners_to_release"
    elif unit == "prisoners" and measure == "held" and setting.theme.two_kinds:
        measure = "prisoners_held"
    return measure, unit


def measured(setting: Setting, frame: Frame | None) -> Measure:
    """The measure before the unit is known."""
    if setting.family in ("captives", "prisoners") and one_for_one(setting):
        return "other"
    measure: Measure | None = frame.measure if frame and not crossed_out(frame) and believable(setting, frame) else None
    if measure is None and setting.theme.captive and setting.family in ("captives", "prisoners", "persons") and ratio(setting):
        return "to_release" if setting.family == "captives" else "prisoners_to_release"
    trigger = frame.by if frame else None
    measure = deathly(setting, measure, trigger)
    if measure == "struck" and setting.family in ("captives", "prisoners", "persons"):
        measure = None
    if measure in FLOWS_OUT and setting.family in ("captives", "prisoners", "persons", "percent"):
        if trigger is not None and to_come(trigger):
            return "held" if left_over(setting, trigger) or refused(trigger) or outstanding(setting.words, trigger) else "to_release"
        if trigger is not None and any(c.dep == "neg" for c in trigger.children):
            return "held" if perfect(trigger) else "to_release"
        if measure == "freed":
            verb = trigger if trigger is not None and trigger.pos == "VERB" else None
            return freed_how(setting.words, verb, rescues=setting.theme.rescues, total=broken_down(setting))
    return by_default(setting) if measure is None else measure


def believable(setting: Setting, frame: Frame) -> bool:
    """Whether the frame says of this set what it says of captives: "left", "remain", "are out" say it only of sets of captives."""
    trigger = frame.by
    if trigger is None or setting.family in ("captives", "prisoners"):
        return True
    told, themed = setting.before is not None, setting.theme.captive
    if trigger.lower in CUT_OFF:
        return themed
    if trigger.pos == "ADP" and frame.measure == "held" and trigger.head.lemma == "be" and not held_place(trigger):
        return told and setting.noun.head is None
    if trigger.lemma in lexicon("figures_measures")["walking"]["verbs"] and frame.measure == "released" and not homeward(trigger):
        away = told or frame.aside is not None or (themed and trigger.lemma in ("walk", "step", "stumble"))
        return away and not (setting.noun.head is not None and lemma_of(setting.noun.head) in captors())
    group = trigger.has("nsubj") if trigger.lemma in ("include", "comprise") else None
    if group is not None and group.lemma in lexicon("figures_measures")["aboard"]["groups"]:
        return told or themed
    if trigger.lemma in lexicon("figures_measures")["demanding"]["persons"]:
        return themed and frame.measure == "to_release"
    if trigger.lemma in MOVED and any(c.dep == "prep" and c.lower == "to" and confining(c) for c in trigger.children):
        return False
    if trigger.pos == "VERB" and trigger.lemma in LOOSE:
        if trigger.lemma == "walk" and any(c.lower in AWAY for c in trigger.children):
            return told or themed
        handed = trigger.lemma in HANDED and themed and done_to(setting, trigger)
        over = any(w.lower == "over" and w.i == trigger.i + 1 for w in setting.words) and trigger.lemma == "hand"
        return handed or over or in_captivity(trigger) or trigger.has("prt") is not None or (told and trigger.lemma == "leave")
    if (trigger.lemma in HOMEWARD and frame.measure in FLOWS_OUT) or trigger.lower in lexicon("figures_measures")["whereabouts"]["words"]:
        return told or themed
    return True


def homeward(verb: Token) -> bool:
    """Whether a verb of motion has "home", "free" or "ashore" beside it."""
    return any(c.lower in lexicon("figures_measures")["home"]["goals"] for c in verb.children)


def captors() -> frozenset[str]:
    """Who holds others or guards them: of these "came out" frees nobody."""
    captor = lexicon("figures_measures")["captor"]
    return frozenset((*captor["hostages"], *captor["prisoners"])) - {"man", "guard"}


def crossed_out(frame: Frame) -> bool:
    """Whether "struck off", "struck from the list" hits nothing."""
    verb = frame.by
    return verb is not None and verb.lemma == "strike" and any(c.lower in lexicon("figures_measures")["listing"]["words"] for c in verb.children)


def confining(prep: Token) -> bool:
    """Whether "to …" leads into a prison."""
    place = prep.has("pobj")
    return held_place(prep) or (place is not None and place.lemma in lexicon("figures_measures")["places"]["houses"])


def done_to(setting: Setting, verb: Token) -> bool:
    """Whether the set is the object of the verb or the subject of its passive."""
    core = setting.words[setting.amount.core]
    return any(core in list(c.subtree()) for c in verb.children if c.dep in ("dobj", "nsubjpass")) or (verb.dep in ("acl", "relcl"))


def deathly(setting: Setting, measure: Measure | None, trigger: Token | None) -> Measure | None:
    """Killed where a blow is told of, dead where only the state is or where captives die."""
    dying = trigger is not None and trigger.lemma in ("die", "perish", "death")
    captive = setting.family in ("captives", "prisoners")
    if measure in FLOWS_OUT and trigger is not None and any(w.i == trigger.i + 1 and w.lower in ("dead", "lifeless") for w in setting.words):
        return "dead"  # "has been returned dead" sets nobody free
    if measure == "killed" and dying and (captive or not violent(setting.words)):
        return "dead"
    if measure == "dead" and setting.family == "persons" and not (trigger is not None and trigger.lemma in BODIES) and violent(setting.words):
        return "killed"
    return measure


def refused(trigger: Token) -> bool:
    """Whether the release is said not to come ("will not free the other nine")."""
    return trigger.pos == "VERB" and any(c.dep == "neg" for c in trigger.children) and any(c.tag == "MD" for c in trigger.children)


def left_over(setting: Setting, trigger: Token) -> bool:
    """Whether the release of those who are left is asked for ("demand the release of our three remaining colleagues"): their number is that of the held."""
    book, words = lexicon("figures_measures")["leftover"], setting.words
    named = any(w.lower in book["words"] for w in words[max(setting.amount.first - 1, 0) : setting.noun.last])
    head = setting.noun.head
    stay = head is not None and any(c.dep == "relcl" and c.lemma in ("remain", "stay") for c in head.children)
    return (named or stay) and (trigger.pos == "NOUN" or stay) and any(t.lemma in book["asking"] for t in (trigger, *trigger.ancestors()))


def outstanding(words: Sequence[Token], trigger: Token) -> bool:
    """Whether the release is told as one that has not come ("nine have yet to be freed", "forty are still to come home")."""
    at = next((i for i, w in enumerate(words) if w is trigger), 0)
    before = " ".join(w.lower for w in words[max(at - 4, 0) : at])
    return f" {before} ".endswith((" yet to ", " yet to be ", " yet to have been "))


def violent(words: Sequence[Token]) -> bool:
    """Whether the sentence tells of violence."""
    return any(w.lemma.lower() in lexicon("figures_measures")["violence"]["words"] for w in words)


def in_captivity(verb: Token) -> bool:
    """Whether a place of captivity hangs on the verb."""
    return any(c.dep == "prep" and held_place(c) for c in verb.children)


def broken_down(setting: Setting) -> bool:
    """Whether "including" with a number follows the set in its sentence."""
    after = setting.words[setting.noun.last :]
    return any(w.lower == "including" and any(n.pos == "NUM" for n in after[i + 1 : i + 4]) for i, w in enumerate(after))


def by_default(setting: Setting) -> Measure:
    """What a set is that no frame says anything of; "the 40 miners" beside kidnappers or a ransom are held, "22 captured guards" too."""
    before_noun = setting.words[setting.amount.last : setting.noun.last - 1]
    said = next((m for w in before_noun if (m := looked_up("inside", w.lower))), None)
    if setting.noun.head is None and goes_on(setting.words, setting.amount):
        return "other"
    if setting.family in ("captives", "prisoners"):
        return said if said == "released" else "held"
    if setting.family == "persons" and said is not None:
        return said
    first = setting.amount.first
    if first > 0 and (told := looked_up("inside", setting.words[first - 1].lower)) is not None:
        return told  # "the freed eleven"
    definite = first > 0 and setting.words[first - 1].lower in ("the", "all", "these", "those")
    beside = {w.lemma.lower() for w in setting.words} & set(lexicon("figures_measures")["captors"]["words"])
    if setting.family == "persons" and definite and beside and not (setting.noun.head is not None and lemma_of(setting.noun.head) in captors()):
        return "held"
    if setting.family == "bodies":
        return "dead"
    return "other"


def unit_for(setting: Setting, measure: Measure, frame: Frame | None) -> str:
    """hostages, prisoners or people."""
    trigger = frame.by.lemma if frame and frame.by is not None else ""
    if setting.family == "captives":
        return "hostages"
    if setting.family == "prisoners":
        return "prisoners"
    if setting.family == "bodies" or (measure == "dead" and setting.noun.head is not None and setting.noun.head.head.head.lemma in BODIES):
        return "bodies"
    noun = lemma_of(setting.noun.head) if setting.noun.head is not None and setting.noun.head.ent != "NORP" else ""
    if measure == "prisoners_to_release":
        return "prisoners"
    if setting.noun.head is None and setting.noun.unit == "civilians":
        return "civilians"
    if measure in CAPTIVE_MEASURES and (told := captor_tells(setting, frame)) is not None:
        return told
    return held_as(setting.theme, noun, trigger, setting.before) if measure in CAPTIVE_MEASURES else "people"


def captor_tells(setting: Setting, frame: Frame | None) -> str | None:
    """What a set is held as by who took it ("seized by masked men", "police arrested"), by "jailed" before it, or as a party's own fighters."""
    book, words, first = lexicon("figures_measures")["captor"], setting.words, setting.amount.first
    inside = {w.lower for w in words[setting.amount.last : setting.noun.last]}
    if inside & {"jailed", "imprisoned", "detained", "arrested"}:
        return "prisoners"
    own = any(w.tag == "PRP$" for w in words[max(first - 1, 0) : setting.noun.last])
    if own and setting.noun.head is not None and lemma_of(setting.noun.head) in lexicon("figures_units")["own_men"]["words"]:
        return "prisoners"
    if setting.theme.inmates and not inside & {"fellow", "other"}:
        return "hostages"
    for verb in (frame.aside if frame else None, frame.by if frame else None):
        if verb is not None and frame is not None and verb is frame.aside:
            told = next((u for u in ("hostages", "prisoners") if verb.lemma in lexicon("figures_units")["holding"][u]), None)
            if told is not None:
                return told
        if verb is None or verb.pos != "VERB":
            continue
        if looked_up("object", verb.lemma) in FLOWS_OUT and (freer := verb.has("nsubj")) is not None and freer.lemma.lower() in book["jailers"]:
            return "prisoners"
        if looked_up("object", verb.lemma) not in ("taken", "held") and verb.lemma != "take":
            continue
        agent = verb.has("agent")
        doer = agent.has("pobj") if agent is not None else verb.has("nsubj")
        if doer is not None and doer.i != (setting.noun.head.i if setting.noun.head else -1):
            found = next((unit for unit in ("hostages", "prisoners") if doer.lemma.lower() in book[unit]), None)
            if found is not None:
                return found
    return None


def one_for_one(setting: Setting) -> bool:
    """Whether the number is one side of a rate of exchange ("three prisoners for one captive"): it counts nobody."""
    words, first, last = setting.words, setting.amount.first, setting.noun.last
    behind = [w.lower for w in words[last : last + 2]] == ["for", "one"]
    return behind or (setting.amount.value == 1 and first > 1 and words[first - 1].lower == "for" and lemma_of(words[first - 2]) in RATED)


RATED = frozenset({"prisoner", "detainee", "inmate", "captive", "hostage", "soldier", "fighter", "convict", "militant", "man", "woman"})
"""Nouns before "for one …" that make it the other side of a rate."""


def ratio(setting: Setting) -> bool:
    """Whether the number is a price in persons ("30 fighters for every soldier", "12 for each officer")."""
    behind = [w.lower for w in setting.words[setting.noun.last : setting.noun.last + 2]]
    within = [w.lower for w in setting.words[setting.amount.last : setting.amount.last + 2]]
    return any(pair[:1] == ["for"] and pair[-1] in ("every", "each") for pair in (behind, within))
