"""Where a content ends, and sources that the parse parts from their verb: (source, content) of every attribution, in invented conflicts, and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Attribution, Reading

Read = Callable[[str], Reading]
Rows = list[tuple[str, list[tuple[str, str]]]]

TAKEN_UP: Rows = [
    ("The port authority said the strike was going “nowhere” and declined to name a date for new talks.",
     [("The port authority", "the strike was going “nowhere”")]),
    ("She warned that crews who stay ashore will not be paid and threatened to call the guards.",
     [("She", "crews who stay ashore will not be paid"), ("She", "to call the guards")]),
    ("The chairman noted that two articles remain open, underscored that the deadline had passed, and urged the owners to sign.",
     [("The chairman", "two articles remain open"), ("The chairman", "the deadline had passed"), ("The chairman", "the owners to sign")]),
    ("The union says its members will walk out on Monday and demands a rise of 12 percent.",
     [("The union", "its members will walk out on Monday"), ("The union", "a rise of 12 percent")]),
    # a participle that goes on from the clause stays in it
    ("The miners’ council said the company had paid only four and sent the others away.",
     [("The miners’ council", "the company had paid only four and sent the others away")]),
    ("The mayor said the militia would leave the bridge and open the road.", [("The mayor", "the militia would leave the bridge and open the road")]),
]
SUMMED_UP: Rows = [
    ("Norland said Sudria had shelled the ferry, a charge that Sudria denied.", [("Norland", "Sudria had shelled the ferry")]),
    # what he says of the last noun in passing is told apart: of the reports whose annotations were read, all have it so
    ("He called on the board to lift the lockout, which he described as illegal.", [("He", "the board to lift the lockout"), ("he", "illegal")]),
]
ELSEWHERE: Rows = [
    ("The army said the bridge had fallen, although the rebels said it was open.",
     [("The army", "the bridge had fallen"), ("the rebels", "it was open")]),
    ("The ministry said the talks were over; the rebels said they would meet on Friday.",
     [("The ministry", "the talks were over"), ("the rebels", "they would meet on Friday")]),
    ("The mayor said the ferry had sailed, although nobody was aboard.", [("The mayor", "the ferry had sailed, although nobody was aboard")]),
]
TOLD_ON: Rows = [
    ("The ministry said the matter had been taken up, and the envoy met the governor on Tuesday.", [("The ministry", "the matter had been taken up")]),
    ("The mayor said he would “not bargain with thieves,” yet he freed nine men on Friday.", [("The mayor", "he would “not bargain with thieves,”")]),
    # in one tense it may be said as well
    ("The mayor said the bridge fell, and the road flooded.", [("The mayor", "the bridge fell, and the road flooded")]),
    ("The mayor said the bridge had fallen, and the road had flooded.", [("The mayor", "the bridge had fallen, and the road had flooded")]),
]
PARTED: Rows = [
    ("The navy had closed two ports and, according to a pilot, mined the strait.", [("a pilot", "mined the strait")]),
    ("By the union’s count, 300 men walked out.", [("the union", "300 men walked out")]),
    ("The dam is safe, by the engineers’ own account.", [("the engineers", "The dam is safe")]),
    ("By the end of the week, 300 men walked out.", []),
    ("By the river’s edge, 300 men sat down.", []),
    ("If no list is sent, the committee has warned, there will be a blockade.", [("the committee", "If no list is sent … there will be a blockade")]),
    ("A fourth round was put off because of snow, or so the embassy explains.", [("the embassy", "A fourth round was put off because of snow")]),
    ("State radio quoted an army doctor as saying the prisoner had died.",
     [("State radio", "an army doctor as saying the prisoner had died"), ("an army doctor", "the prisoner had died")]),
    ("The guerrillas insist on foreign monitors.", [("The guerrillas", "foreign monitors")]),
    ("The road ends on a hill, and they walk on it.", []),
    ("He said he would blow himself up if the coach was stormed.", [("He", "he would blow himself up if the coach was stormed")]),
    ("The men called themselves the Red Column.", []),
    ("An envoy in Lima, who spoke on Monday, asked that his name be left out.", []),
    ("The bishop asked that the captives be let go.", [("The bishop", "the captives be let go")]),
    ("The guards, you will recall, are still there.", []),
]
RESPONSIBLE: Rows = [
    ("The governor held the Falcon Brigade responsible for the fire.", [("The governor", "the Falcon Brigade responsible for the fire")]),
    ("The governor held the keys to the fort.", []),
    ("The families did not hold the pilot responsible.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [*TAKEN_UP, *SUMMED_UP, *ELSEWHERE, *TOLD_ON, *PARTED, *RESPONSIBLE])
def test_where_contents_end_and_who_tells_them(read_text: Read, text: str, wanted: list[tuple[str, str]]) -> None:
    found = [(a.source, " … ".join(s.of(text) for s in a.content_spans)) for a in read_text(text).attributions]
    assert found == wanted


WHO: list[tuple[str, str]] = [
    ("Two officers who shuttle between the camps believe that the bridge is mined.", "Two officers who shuttle between the camps"),
    ("Two relief workers who were travelling with it said the convoy had turned back.", "Two relief workers who were travelling with it"),
    # why a source has no name tells nothing of who it is, and whom a tale is about has been told of before
    ("A diplomat who asked not to be named said the bridge was mined.", "A diplomat"),
    ("The gunmen who seized the pupils said the road was shut.", "The gunmen"),
    ("A clerk in Lima, who heard the guns, said the road was shut.", "A clerk in Lima"),
]


@pytest.mark.parametrize(("text", "source"), WHO)
def test_a_clause_that_tells_who_an_unnamed_source_is_belongs_to_it(read_text: Read, text: str, source: str) -> None:
    assert [a.source for a in read_text(text).attributions] == [source]


CITIZENS: list[tuple[str, str]] = [
    ("The rights group Memoria said the cells were full.", "group"),
    ("The prisoners’ group Open Cell said the ship had sunk.", "group"),
    ("The interior ministry said the cells were full.", "named_body"),
]


@pytest.mark.parametrize(("text", "source_class"), CITIZENS)
def test_a_body_of_citizens_is_a_group(read_text: Read, text: str, source_class: str) -> None:
    assert [a.source_class for a in read_text(text).attributions] == [source_class]


def test_who_said_goes_back_to_a_person_and_not_to_a_place(read_text: Read) -> None:
    found = read_text("The pilot is alive, according to a diplomat in Muscat, who said he had seen a letter.").attributions
    assert [a.source for a in found] == ["a diplomat in Muscat", "a diplomat in Muscat"]


def test_one_of_them_is_one_of_those_who_tell_and_not_of_whom_they_tell(read_text: Read) -> None:
    text = "Two diplomats said the rebels insisted on the release of 70 men. The army was prepared to free 30, one of them said."
    last: Attribution = read_text(text).attributions[-1]
    assert (last.resolved, last.source_class) == ("Two diplomats", "unnamed_official")
