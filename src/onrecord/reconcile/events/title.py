"""One line for a person: who did what to whom, in the present tense, from an event's fields and the words of its best account."""

from __future__ import annotations

import re

from onrecord.reconcile.events.mention import FACTS, Told, place_of
from onrecord.reconcile.events.settings import table
from onrecord.reconcile.events.worded import PRONOUN, as_printed, borne, ended_by, own_words, plain_words, returned
from onrecord.reconcile.scene import Scene

LONGEST = 110
"""Characters of a title; longer ones are cut at a word."""
OWN = re.compile(r"^(?:his|her|its|their|our|my|the)\s+", re.I)
TRAILING = re.compile(r"[\s,;:—–-]+(?:on|in|at|to|of|for|and|or|by|with|the|a|an|that|from|which|who)?$", re.I)


def title(scene: Scene, best: Told, also: str | None = None) -> str:
    """The title of an event by its best account; *also* is a second type that the same actor did then ("travel" beside "meet")."""
    named = doers(scene, best, best.named("actors"))
    text = own_words(scene, best, listed(named)) or with_doer(scene, best, phrase(scene, best, also))
    text = text[:1].upper() + text[1:]
    return text if len(text) <= LONGEST else shortened(text)


def shortened(text: str) -> str:
    """*text* cut at a word, and before a quotation that the cut would leave open."""
    cut = text[:LONGEST].rsplit(" ", 1)[0]
    if cut.count("“") > cut.count("”"):
        cut = cut[: cut.rindex("“")]
    return TRAILING.sub("", cut.rstrip()) + " …"


def with_doer(scene: Scene, best: Told, text: str) -> str:
    """*text* with the doer in the place of a pronoun that opens it; as it is where nobody is named."""
    actors = doers(scene, best, best.named("actors"))
    return PRONOUN.sub(listed(actors), text) if actors else text


def listed(names: tuple[str, ...]) -> str:
    """Names in a row: "A, B and C"; more than three are "and others"; empty for none."""
    if not names:
        return ""
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


def phrase(scene: Scene, best: Told, also: str | None) -> str:
    """The set phrase of the event's type with its participants."""
    item = best.item
    actors = doers(scene, best, best.named("actors"))
    targets = targets_of(scene, best, actors)
    place = place_of(scene, best.statement.report, item.place) if item.place else None
    given = handed(best)
    row = table("titles").get(item.type) if given != "bodies" else table("handed_over")["active"]
    if row is None or not borne(best) or cut_short(best, actors) or given == "things" or tells_more(best, actors):
        return plain_words(scene, best, listed(actors))
    if item.type == "truce_end" and item.factuality in FACTS and not ended_by(best):
        return f"Truce between {listed(actors)} ends" if len(actors) == 2 else "Truce ends"
    if not actors:
        return nobody(scene, targets, place, best)
    words = predicate(row, len(actors) > 1 or plural(actors[0]), item.factuality, targets, place)
    if also in ("travel",) and place and item.type == "meet" and item.factuality == "happened":
        several = len(actors) > 1 or plural(actors[0])
        words = f"{'travel' if several else 'travels'} to {place} and {words.removesuffix(f' in {place}')}"
    through = canonical(scene, best, item.through)
    return f"{listed(actors)} {words}" + (f" through {listed(through)}" if through else "")


def handed(best: Told) -> str:
    """What is released or handed over by an account, if it is nobody at large: "bodies", "things" or nothing."""
    heads = [re.split(r"\s+(?:of|with|for|from)\s+", t)[0].casefold().split()[-1] for t in best.named("targets") if t.strip()]
    if best.item.type != "release" or not heads:
        return ""
    return next((k for k in ("bodies", "things") if all(re.fullmatch(table("handed_over")[k], h) for h in heads)), "")


def tells_more(best: Told, actors: tuple[str, ...]) -> bool:
    """Whether a set phrase would tell less than the words: of a deed at nobody and nowhere that its doer opens, of what one side alone undertook."""
    item, named = best.item, best.named("actors")
    if item.factuality not in FACTS or not named:
        return False
    if item.type == "agree":
        return len(actors) == 1 and not best.named("targets") and not plural(actors[0])
    bare = item.type in ("operation", "attack") and not best.named("targets") and item.place is None
    return bare and best.statement.quote.startswith(named[0]) and len(best.statement.quote) > len(named[0]) + len("'s raid")


def targets_of(scene: Scene, best: Told, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those to whom it was done, by their names over all reports or as the words print them."""
    named = ((t, scene.canonical(best.statement.report, t)) for t in best.named("targets"))
    printed = (as_printed(best.statement.quote, name) if name == told else name for told, name in named)
    return tuple(dict.fromkeys(f"{t} people" if t.isdigit() else t for t in printed if t is not None and t not in actors))


def cut_short(best: Told, actors: tuple[str, ...]) -> bool:
    """Whether a deed of several has one doer and nobody with whom, while its words go on with "and": the words tell more."""
    at = best.item.trigger_span.start - best.item.span.start
    return best.item.type in ("meet", "call") and len(actors) == 1 and not best.item.targets and " and " in best.statement.quote[:at]


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


def nobody(scene: Scene, targets: tuple[str, ...], place: str | None, best: Told) -> str:
    """The title of an event whose doer is not named."""
    kind, factuality = best.item.type, best.item.factuality
    form = passive(targets, best)
    if form is None or ("{T}" in form and not targets) or ("{P}" in form and not (place or targets)):
        if kind == "attack" and place and not targets:
            form = "Attack in {P}"
        else:
            return plain_words(scene, best, "")
    whom = [t[:1].lower() + t[1:] if t.split()[0].casefold() in table("numbers") and not form.startswith("{T}") else t for t in targets]
    text: str = form.replace("{T}", listed(tuple(whom)) if targets else "").replace("{P}", place or (listed(targets) if targets else ""))
    if kind == "attack" and place and place not in text:
        text += f" in {place}"
    note = {"planned": "planned", "possible": "possible", "called_for": "called for", "conditional": "on a condition", "denied": "denied"}.get(factuality)
    return f"{text} ({note})" if note else text


def passive(targets: tuple[str, ...], best: Told) -> str | None:
    """The set phrase for what nobody is named to have done; None where the words tell it better."""
    item = best.item
    at = item.trigger_span.start - item.span.start
    if item.type in ("message", "withdraw", "propose") and item.factuality == "happened" and at > 0:
        return None  # the words before the verb tell what was sent, or who was recalled
    if any(OWN.match(t) for t in targets if not t.casefold().startswith("the ")):
        return None  # "its fighters": whose, only the words around tell
    if item.type in ("release", "rescue") and (returned(best) or handed(best) == "things"):
        return None
    if handed(best) == "bodies":
        return str(table("handed_over")["passive"])
    form: str | None = table("passive_titles").get(item.type)
    freed = best.statement.quote[at : at + len("freed")].casefold() == "freed"
    return form.replace("released", "freed") if form is not None and freed and item.type == "release" else form
