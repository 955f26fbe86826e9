"""A stance as a sentence that somebody could sign. All names are invented."""

from __future__ import annotations

import pytest

from onrecord.types import Derived, Entity, Link, Position, Snapshot, Span, Stance, Statement
from onrecord.views.brief.stances import several, stance_words

EMPTY = Snapshot(reports=(), statements={}, derived=Derived(), problems=(), coverage={})


def told(stance: Stance, quote: str, topic: str, *, audience: str | None = None, caption: bool = False, key: str = "a topic") -> Statement:
    """A statement of a position with these words."""
    span = Span(0, len(quote))
    item = Position("p1", span, "Norland", stance, topic, key)
    chain = (Link("a1", "Peru", "Peru", "named_body", "Peru", "told", "reporting", audience=audience),) if audience else ()
    return Statement("s1", "r1", "positions", "p1", item, span, quote, None, None, chain, in_caption=caption)


@pytest.mark.parametrize(
    ("stance", "quote", "topic", "line", "why"),
    [
        ("refuses", "refused to give Peru a list", "give Peru a list", "Norland refuses to give Peru a list", "the verb of what is refused stays"),
        ("offers", "is ready to talk", "talk", "Norland offers to talk", "a readiness is an offer to do it"),
        ("refuses", "ruled out paying a ransom", "paying a ransom", "Norland refuses: paying a ransom", "a deed as a noun"),
        ("refuses", "it would not agree to any truce", "any truce", "Norland refuses to agree to any truce", "what is agreed to may be a thing"),
        ("accepts", "agreed to free the crew", "free the crew", "Norland agrees to free the crew", "or a deed"),
        ("demands", "demands that the army leave", "the army leave", "Norland demands that the army leave", "what others are to do"),
        (
            "demands", "called on the army to free the crew", "free the crew", "Norland demands that the army free the crew",
            "whoever is asked is not lost",
        ),
        ("refuses", "refuses to give any group precedence", "any group precedence", "Norland refuses to give any group precedence", "the verb between stays"),
        ("refuses", "We do not reward crime", "We do not reward crime", "Norland refuses to reward crime", "its own word that it does not"),
        (
            "refuses", "There will be no talks under fire", "no talks under fire", "Norland refuses: talks under fire",
            "two denials are one",
        ),
        ("refuses", "had pulled out of the talks", "out of the talks", "Norland refuses, in the words: “had pulled out of the talks”", "half a verb"),
        (
            "demands", "it must agree within a week", "it must agree within a week", "Norland demands, in the words: “it must agree within a week”",
            "nobody knows who it is",
        ),
        ("demands", "asks for answers and", "answers and", "Norland demands: answers", "no joining word hangs at the end"),
        ("refuses", "the refusal", "Norland must leave first", "Norland refuses to leave first", "what it must, by others"),
        ("refuses", "we said \"no talks", "no talks", "Norland refuses, in the words: “we said \"no talks”", "a quotation cut off keeps its mark"),
        (
            "demands", "told them to free all or \"face the state\"", "all or \"face the state\"",
            "Norland demands: all or \"face the state\"", "a quotation at the end stays whole",
        ),
        ("refuses", "the refusal", "the Front must leave first", "Norland refuses the demand that the Front leave first", "what others must"),
        ("demands", "the Front should hand over names", "the Front should hand over names", "Norland demands that the Front hand over names", "a duty"),
        ("offers", "It will free all captives for 100 prisoners", "free", "Norland offers to free all captives for 100 prisoners", "its word that it will"),
        ("offers", "Belmar will free all", "Belmar will free all", "Norland offers, in the words: “Belmar will free all”", "another's word is not its offer"),
        ("refuses", "Norland had walked out of the talks", "out of the talks", "Norland refuses: it “had walked out of the talks”", "what it did itself"),
        ("refuses", "claim that it lied, which Norland rejects", "claim that it lied", "Norland refuses the claim that it lied", "a claim"),
        (
            "demands", "stressed “the need to free the crew as soon as possible,” according to its office", "free the crew",
            "Norland stresses the need to free the crew as soon as possible", "a need",
        ),
        ("demands", "They want her to accept it", "accept it", "Norland demands, in the words: “They want her to accept it”", "nobody knows whom"),
        ("refuses", "rejected them on Friday", "a topic", "Norland refuses, in the words: “rejected them on Friday”", "a key is no words"),
    ],
)
def test_a_stance_keeps_its_verb_its_denial_and_whom_it_asks(stance: Stance, quote: str, topic: str, line: str, why: str) -> None:
    assert stance_words(EMPTY, "Norland", told(stance, quote, topic), most=110) == line, why


def test_a_pronoun_is_the_one_to_whom_it_was_said() -> None:
    asked = told("demands", "it must agree within a week", "it must agree within a week", audience="the League")
    assert stance_words(EMPTY, "Norland", asked, most=110) == "Norland demands that it [the League] agree within a week"


@pytest.mark.parametrize(
    ("quote", "topic"),
    [
        ("asks for the release of the crew, outside the port in Tesh, Feb. 11, 2024", "the release of the crew, outside the port in Tesh, Feb. 11, 2024"),
        ("asks for the release of the crew, Tesh, March 3", "the release of the crew, Tesh, March 3"),
    ],
)
def test_place_and_day_of_a_picture_are_no_part_of_a_stance(quote: str, topic: str) -> None:
    assert stance_words(EMPTY, "Norland", told("demands", quote, topic, caption=True), most=110) == "Norland demands: the release of the crew"


@pytest.mark.parametrize(
    ("party", "many"),
    [
        ("families of the captives", True), ("mediators", True), ("Norland and the League", True), ("gunmen", True), ("Kidnappers", True),
        ("Regional commanders", True), ("West Coast neighbours", True), ("Hammar Mines", False), ("river campus", False),
        ("Norland", False), ("United Islands", False), ("gang", False), ("Hammars", False),
    ],
)
def test_many_take_the_verb_of_many(party: str, many: bool) -> None:
    group = Entity("e1", "Kidnappers", "group", None, names=("Kidnappers",))
    snapshot = Snapshot(reports=(), statements={}, derived=Derived(entities=(group,)), problems=(), coverage={})
    assert several(snapshot, party) is many
