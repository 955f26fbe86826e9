"""For whom somebody speaks who is told of without a country or party. `[word]` marks the word asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.cast import read_cast
from onrecord.types import Block, Parsed, Participant, Reading, Report, Span, report_id

ParseText = Callable[[str], Parsed]


def meant(parse_text: ParseText, marked: str) -> Participant | None:
    """Whom the marked word means."""
    first = marked.index("[")
    parsed = parse_text(marked.replace("[", "").replace("]", ""))
    return read_cast(parsed).at(next(t for t in parsed.tokens if t.start == first))


def side(parse_text: ParseText, marked: str) -> str | None:
    """The side of whoever the marked word means."""
    who = meant(parse_text, marked)
    return who.side if who else None


STANDING = [
    ("Zainab Musa, who speaks for the families, wept. [Musa] had no news.", "families", "who speaks for X stands for X"),
    ("[Zainab] Musa, who represents the Blue Front, an armed group, was calm.", "Blue Front", "who represents X stands for X"),
    ("A [man] claiming to speak for the Taliban called the paper.", "Taliban", "claiming to speak for X stands for X"),
    ("Omar Sayed, who heads the Houthis’ prisoners committee, wrote to the UN. [Sayed] was blunt.", "Houthis", "who heads X's committee stands for X"),
    ("A [man] who identified himself as a hijacker told the station they were tired.", "hijackers", "who calls himself one of a gang stands for it"),
    ("[Ana] Ruiz, who lives beside the station, heard shots.", None, "where somebody lives tells no side"),
    ("A [teacher] who represents nobody said the road was open.", None, "nobody is no side"),
]
ARMS = [
    ("Thailand’s army said Cambodian troops fired first. “We have not answered,” army spokesman Anan [Srisuk] said.", "Thailand", "the arm told of before"),
    ("[Officials] in Dushanbe claimed that Kyrgyz guards had fired.", "Tajikistan", "officials in a capital speak for its state"),
    ("[Residents] in Dushanbe claimed that Kyrgyz guards had fired.", None, "… residents do not"),
    ("The regional bloc ECOWAS met on Friday. The bloc’s commissioner, Ado [Sani], refused.", "ECOWAS", "the bloc is the organisation told of last"),
    ("Kenya and the Blue Front, a rebel group, talked. [Rebel] spokesman Idris Malong left.", "Blue Front", "rebel without a name is of the one armed party"),
    ("The state of Ardovia freed two men. The [Ardovian] foreign minister thanked Oman.", "Ardovia", "a people's name beside an office makes a state"),
    ("Ardovia freed two men. The Ardovian foreign [minister] thanked Oman.", "Ardovia", "… without any noun that calls it one"),
    ("United Nations experts arrived. Secretary-General Pia [Lindqvist] welcomed it.", "UN", "the secretary-general is the UN's where it is told of"),
    ("The union met. Secretary-General Pia [Lindqvist] welcomed it.", None, "… and nobody's known elsewhere"),
    ("The operator [Delmar] cut the line.", "Delmar", "a company speaks for itself"),
    ("[Tessel] Oyj locked out its staff. Tessel was silent. Tessel paid nobody.", "Tessel", "… called most often without its legal form"),
]


@pytest.mark.parametrize(("text", "expected", "rule"), STANDING + ARMS)
def test_whom_somebody_speaks_for(parse_text: ParseText, text: str, expected: str | None, rule: str) -> None:
    assert side(parse_text, text) == expected, rule


DATED = [
    ("KYIV, Sept 14 (Newsline) -", "Ukraine and Russia swapped men. Russia and Ukraine thanked Oman. President Ivan Bondar spoke.", "Ukraine"),
    ("MOSCOW, Sept 14 (Newsline) -", "Ukraine and Russia swapped men. Russia and Ukraine thanked Oman. President Ivan Bondar spoke.", "Russia"),
]


@pytest.mark.parametrize(("dateline", "text", "expected"), DATED)
def test_of_two_states_told_of_alike_the_dateline_tells_whose_president_it_is(
    parser: object, dateline: str, text: str, expected: str | None
) -> None:
    whole = f"{dateline} {text}"
    blocks = (Block(Span(0, len(dateline)), "dateline"), Block(Span(len(dateline) + 1, len(whole)), "paragraph"))
    parsed = parser.parse(Report(report_id(whole, None, None), "test", whole, blocks=blocks))  # type: ignore[attr-defined]
    found = read_cast(parsed).named("Ivan Bondar")
    assert found is not None and found.side == expected


REGIONAL = [
    ("Gunmen raided a school in Zamfara on Monday. The governor’s [office] denied a deal.", "Zamfara", "a governor is of the province that it opens in"),
    ("Gunmen raided a school in Zamfara on Monday. The state [government] will not pay.", "Zamfara", "… as is a state government"),
    ("Sudan’s army and the Rapid Support Forces met. “No,” an army [spokesman] said.", "Sudan", "an army's spokesman is of the army told of before"),
    ("Somali [pirates] freed the ship.", "Somali pirates", "outlaws are not of the state they are called by"),
    ("Houthi [rebels] freed the ship.", "Houthi", "… but of the party they are called by"),
    ("Austria’s interior ministry was calm. An [aide] to the chancellor said so.", "Austria", "an aide to the chancellor is of his state"),
]


@pytest.mark.parametrize(("text", "expected", "rule"), REGIONAL)
def test_arms_of_provinces_and_outlaws(parse_text: ParseText, text: str, expected: str | None, rule: str) -> None:
    assert side(parse_text, text) == expected, rule


ABROAD = [
    ("Rebels seized two engineers. The Chinese embassy said they were safe. Deputy Interior Minister Luis [Paz] promised help.", "government",
     "an embassy makes its state not the one that a report is set in"),
    ("The men asked for the Libyan ambassador. Deputy Interior Minister Luis [Paz] promised help.", "government", "… nor does an ambassador"),
    ("Catalonia’s regional [government] rejected the plan. The Spanish prime minister said it was final.", "Catalonia", "a region's own government is its own"),
    ("The operator, [Northline], called the walkout reckless.", "Northline", "a name behind a company's noun and a comma is a company"),
    ("Zandia’s army left. The government of Zandia was silent. A presidential [adviser] said so.", "Zandia", "a presidential adviser is the state's"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "rule"), ABROAD)
def test_embassies_regions_and_companies(parse_text: ParseText, text: str, expected: str | None, rule: str) -> None:
    assert side(parse_text, text) == expected, rule


SCENES = [
    ("Kenya’s army left. The foreign [ministry] in Jakarta thanked Nairobi.", "Indonesia", "a ministry in a capital is of its state"),
    ("An [official] in Abu Dhabi said contacts went on.", "UAE", "an official in a capital speaks for its state"),
    ("A [driver] in Abu Dhabi said contacts went on.", None, "… a driver does not"),
    ("A [diplomat] in Bern said contacts went on.", None, "… nor does a diplomat, who is posted there"),
    ("Turkey’s foreign minister spoke. In Athens, government spokesman Nikos [Pappas] called it unhelpful.", "Greece", "a sentence that opens in a capital"),
    ("The kidnappers of a German engineer wanted money. The [kidnappers] of a German engineer were silent.", "kidnappers",
     "captors are not of their captive's state"),
    ("The airline and its crew talked. The Canadian Cabin Crew [Union] said no.", "Canadian Cabin Crew Union", "a union speaks for itself"),
    ("The Canadian Cabin Crew Union said no. Canada’s labour minister waited. Union president Carla [Tremont] left.", "Canadian Cabin Crew Union",
     "a union's president speaks for it, not for the state"),
    ("Jon Holm, president of ABC District 7, left. President Ada [Quill] met US officials.", "US", "who is president of a district makes no state"),
    ("Two Japanese officials spoke. Peru’s army waited. Oil was left out, one [official] said.", "Japan", "one official is of those who spoke"),
    ("Lima, March 3: The truce held, the army said. Chile’s foreign ministry denied it. The [army] was calm.", "Peru",
     "a place before date and colon is a dateline"),
]


@pytest.mark.parametrize(("marked", "expected", "rule"), SCENES)
def test_side_by_where_somebody_is_told_of(parse_text: ParseText, marked: str, expected: str | None, rule: str) -> None:
    assert side(parse_text, marked) == expected, rule


@pytest.mark.parametrize(
    ("text", "name", "side", "rule"),
    [
        ("Arda said the Halvani Army of Return had freed nine men. Arda's army was silent.", "Halvani Army of Return", "Halvani Army of Return", "of"),
        ("The Free Valley Army asked for a ransom. The government of Arda refused.", "Free Valley Army", "Free Valley Army", "no state's arm is called free"),
        ("The Nigerian Army freed nine men, and the Nigerian president thanked it.", "Nigerian Army", "Nigeria", "a people's name makes it a state's arm"),
        ("Egypt's Southern Command closed the road, the president of Egypt said.", "Egypt's Southern Command", "Egypt", "a plain command is an arm"),
    ],
)
def test_a_fighting_body_with_a_name_of_its_own_is_its_own_side(read_text: Callable[[str], Reading], text: str, name: str, side: str, rule: str) -> None:
    found = {p.name: p.side for p in read_text(text).participants}
    assert found.get(name) == side, (rule, found)


PHRASES = [
    ("The [rebels] of the Blue Front on Friday handed over 19 men.", "The rebels of the Blue Front", "a day behind a phrase tells of the verb"),
    ("The [archbishop] of Lumasi on Saturday drove to the mine.", "The archbishop of Lumasi", "… behind an office's place too"),
    ("The [families] of the men taken in May met the envoy.", "The families of the men", "… and one within it is not part of who they are"),
]


@pytest.mark.parametrize(("marked", "name", "rule"), PHRASES)
def test_phrases_end_before_times(parse_text: ParseText, marked: str, name: str, rule: str) -> None:
    who = meant(parse_text, marked)
    assert who is not None
    assert who.name == name, rule


ALIASES = [
    ("The Free Highlands Movement took a mine. The movement, known as the [FLM], claimed it.", "Free Highlands Movement", "by the noun of the name before"),
    ("The Movement for Free Highlands, better known by its French initials [MLH], took it.", "Movement for Free Highlands", "initials of another tongue"),
    ("The Free Highlands Movement, also called [FHM], took it.", "Free Highlands Movement", "called, behind a comma"),
    ("Ardania met the Blue Front. The group known as the Sons of Arda called the [Reds] thieves.", "Reds", "“called” as a verb joins nobody"),
]


@pytest.mark.parametrize(("marked", "name", "rule"), ALIASES)
def test_other_names_of_one(parse_text: ParseText, marked: str, name: str, rule: str) -> None:
    who = meant(parse_text, marked)
    assert who is not None
    assert who.name == name, rule
