"""One line for a person: who did what to whom, in the present tense, from an event's fields and the words of its best account."""

from __future__ import annotations

import re

from onrecord.reconcile.events.mention import Told, place_of
from onrecord.reconcile.events.settings import table
from onrecord.reconcile.scene import Scene

LONGEST = 110
"""Characters of a title; longer ones are cut at a word."""
WORDED = frozenset(
    {
        "accuse",
        "reject",
        "accept",
        "demand",
        "propose",
        "message",
        "threaten",
        "warn",
        "appeal",
        "agree",
        "breach",
        "other",
        "protest",
        "withdraw",
        "suspend_talks",
    }
)
"""Types whose own words tell more than a set phrase."""
IRREGULAR = frozenset(
    {
        "sent",
        "made",
        "put",
        "told",
        "broke",
        "gave",
        "took",
        "held",
        "said",
        "met",
        "spoke",
        "left",
        "sought",
        "struck",
        "wrote",
        "laid",
        "set",
        "brought",
        "began",
        "took credit",
        "given",
    }
)
DEEDS = frozenset({"attack", "operation", "release", "capture"})
"""Types of which a set phrase without a target tells nothing ("the Front attacks")."""
RELATIVE = re.compile(r"^(?:which|who|that|whom|and|but)\s+", re.I)
OWN = re.compile(r"^(?:his|her|its|their|our|my|the)\s+", re.I)
PRONOUN = re.compile(r"^(?:it|they|he|she|we)\b(?!['’])", re.I)
POSSESSED = re.compile(r"[’']s?\s+(?:\w+\s+)?$")
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+ly\s+)?$", re.I)
PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:\w+ly\s+|also\s+)?$")
INFINITIVE = re.compile(r"^to\s+\w", re.I)
TRAILING = re.compile(r"[\s,;:—–-]+(?:on|in|at|to|of|for|and|or|by|with|the|a|an|that|from|which|who)?$", re.I)


def title(scene: Scene, best: Told, also: str | None = None) -> str:
    """The title of an event by its best account; *also* is a second type that the same actor did then ("travel" beside "meet")."""
    worded = own_words(scene, best)
    text = worded or with_doer(scene, best, phrase(scene, best, also))
    text = text[:1].upper() + text[1:]
    return text if len(text) <= LONGEST else TRAILING.sub("", text[:LONGEST].rsplit(" ", 1)[0]) + " …"


def with_doer(scene: Scene, best: Told, text: str) -> str:
    """*text* with the doer in the place of a pronoun that opens it; as it is where nobody is named."""
    actors = doers(scene, best, best.named("actors"))
    return PRONOUN.sub(listed(actors), text) if actors else text


def listed(names: tuple[str, ...]) -> str:
    """Names in a row: "A, B and C"; more than three are "and others"."""
    if len(names) > 3:
        return f"{', '.join(names[:2])} and others"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def canonical(scene: Scene, best: Told, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that stand for *names* over all reports."""
    return tuple(dict.fromkeys(scene.canonical(best.statement.report, n) for n in names))


def doers(scene: Scene, best: Told, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of those who act; an arm of a state or group that bears no name of its own with whose it is: "Norland's government"."""
    found = []
    for name in names:
        known = scene.entity(best.statement.report, name)
        bare = OWN.sub("", known.name) if known is not None else name
        owned = known is not None and known.kind in ("body", "group") and bare.islower() and known.side is not None and known.side.casefold() not in bare
        found.append(f"{known.side}'s {bare}" if owned and known is not None else known.name if known is not None else name)
    return tuple(dict.fromkeys(found))


def own_words(scene: Scene, best: Told) -> str | None:
    """Actor and the quote from its trigger on, where that reads as a sentence: a finite past verb, not a passive, told as a fact."""
    item, quote, named = best.item, best.statement.quote, best.named("actors")
    bare = item.type in DEEDS and not item.targets and item.place is None
    if not (item.type in WORDED or bare) or item.factuality not in ("happened", "ongoing") or not named:
        return None
    at = item.trigger_span.start - item.span.start
    trigger = quote[at : item.trigger_span.end - item.span.start].lower()
    head = trigger.split()[0] if trigger else ""
    if not (head.endswith(("ed", "s")) or head in IRREGULAR) or POSSESSED.search(quote[:at]) or PASSIVE.search(quote[:at]) or at < 0:
        return None
    if re.search(r"\b(?:that|which|who|whom)\b", quote[:at]):
        return None  # a relative clause: its object stands before it
    perfect = PERFECT.search(quote[:at])
    rest = re.split(r"\s+[—–]\s+|\n", quote[perfect.start() if perfect else at :], maxsplit=1)[0].strip(' ,;:."“”')
    return f"{listed(doers(scene, best, named))} {rest}" if len(rest.split()) > 1 else None


def phrase(scene: Scene, best: Told, also: str | None) -> str:
    """The set phrase of the event's type with its participants."""
    item = best.item
    actors = doers(scene, best, best.named("actors"))
    targets = tuple(f"{t} people" if t.isdigit() else t for t in canonical(scene, best, best.named("targets")) if t not in actors)
    place = place_of(scene, best.statement.report, item.place) if item.place else None
    row = table("titles").get(item.type)
    if row is None:
        return worded_other(scene, best, actors)
    if not actors:
        return nobody(item.type, item.factuality, targets, place, best)
    words = predicate(row, len(actors) > 1 or plural(actors[0]), item.factuality, targets, place)
    if also in ("travel",) and place and item.type == "meet" and item.factuality == "happened":
        several = len(actors) > 1 or plural(actors[0])
        words = f"{'travel' if several else 'travels'} to {place} and {words.removesuffix(f' in {place}')}"
    through = canonical(scene, best, item.through)
    return f"{listed(actors)} {words}" + (f" through {listed(through)}" if through else "")


def plural(name: str) -> bool:
    """Whether a single name takes a plural verb ("families", "two officials")."""
    if re.match(r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|several|many|some|both|dozens|hundreds|thousands)\b", name, re.I):
        return True
    head = re.split(r"\s+(?:of|in|from|for)\s+", name)[0].split()[-1]
    if head.casefold() in table("plurals")["words"]:
        return True
    return head[:1].islower() and head.endswith("s") and not head.endswith(("ss", "us"))


def predicate(row: list[str], several: bool, factuality: str, targets: tuple[str, ...], place: str | None) -> str:
    """Verb, target and place in the mood of the event."""
    single, bare, after = row
    mood = table("moods").get(factuality)
    if mood is None:
        verb = bare if several else single
    elif factuality == "denied" and several:
        verb = f"do not {bare}"
    else:
        verb = mood.replace("{V}", bare)
    if "{P}" in after:
        where = place or (listed(targets) if targets else None)
        return f"{verb} {where}" if where else verb.removesuffix(" to")
    words = f"{verb} {after.replace('{T}', listed(targets))}" if targets else verb
    inside = place and not any(place.casefold() in t.casefold() or t.casefold() in place.casefold() for t in targets)
    return f"{words} in {place}" if inside else words


def nobody(kind: str, factuality: str, targets: tuple[str, ...], place: str | None, best: Told) -> str:
    """The title of an event whose doer is not named."""
    form = table("passive_titles").get(kind)
    trigger = best.item.trigger_span.start - best.item.span.start
    if kind in ("message", "withdraw", "propose") and factuality == "happened" and trigger > 0:
        form = None  # the words before the verb tell what was sent, or who was recalled
    if form is None or ("{T}" in form and not targets) or ("{P}" in form and not (place or targets)):
        if kind == "attack" and place:
            form = "Attack in {P}"
        else:
            return RELATIVE.sub("", best.statement.quote.strip(" ,;:."))
    text: str = form.replace("{T}", listed(targets) if targets else "").replace("{P}", place or (listed(targets) if targets else ""))
    note = {"planned": "planned", "possible": "possible", "called_for": "called for", "conditional": "on a condition", "denied": "denied"}.get(factuality)
    return f"{text} ({note})" if note else text


def worded_other(scene: Scene, best: Told, actors: tuple[str, ...]) -> str:
    """The words of the quote itself, with the actor before them where they do not begin with it."""
    quote = re.split(r"\n|\s+[—–]\s+", best.statement.quote)[0].strip(' ,;:."“”')
    if not actors or any(plain in quote for plain in (*actors, *best.item.actors)):
        return quote
    return f"{listed(actors)}{'' if INFINITIVE.match(quote) else ':'} {quote}"
