"""The cast: who is who in one report. `[word]` marks the word asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.cast import Cast, fullest, read_cast, side_of
from onrecord.types import Parsed, Participant, Token

ParseText = Callable[[str], Parsed]


def asked(parse_text: ParseText, marked: str) -> tuple[Cast, list[Token]]:
    """The cast of a text and the tokens between its marks."""
    first, last = marked.index("["), marked.index("]") - 1
    parsed = parse_text(marked.replace("[", "").replace("]", ""))
    return read_cast(parsed), [t for t in parsed.tokens if t.start >= first and t.end <= last]


def who(parse_text: ParseText, marked: str) -> Participant | None:
    """Whom the marked word means."""
    cast, tokens = asked(parse_text, marked)
    return cast.at(tokens[-1])


NAMES = [
    ("President Ama Sow met rebels. [Sow] left early.", "Ama Sow", "a surname alone is the person named in full before"),
    ("[Sow] met rebels. President Ama Sow left early.", "Ama Sow", "… and the one named in full after"),
    ("Gen. Piet van der Berg spoke. [Van der Berg] was calm.", "Piet van der Berg", "particles belong to a surname"),
    ("Sheikh Hamad al-Karimi led the talks. [Al-Karimi] smiled.", "Hamad al-Karimi", "an article before a surname does not part it"),
    ("The National Unity Council (NUC) agreed. The [NUC] will vote.", "National Unity Council", "an acronym in brackets is the name before it"),
    ("The NUC (National Unity Council) agreed. The National Unity [Council] will vote.", "National Unity Council", "… whichever comes first"),
    ("The National Unity Council agreed. Later the [NUC] voted on it.", "National Unity Council", "initials are enough without brackets"),
    ("Fighters of the Blue Savanna Front freed nine men. The [Front] wants more.", "Blue Savanna Front", "the last noun of a body's name stands for it"),
    ("Spy chief Lena Okafor flew to Doha. [Okafor] took a message.", "Lena Okafor", "an office before a name makes it a person"),
    ("The army met the Fatah-[Intifada] in Tunis, an official said.", "Fatah-Intifada", "a wing that hangs on a listed group is a body of its own"),
    ("The Hamas-[Fatah] talks in Tunis ended, an official said.", "Fatah", "… but two listed ones are two"),
    ("The [M23]-aligned mayor left the town, an official said.", "M23", "… and what is no name hangs on nobody"),
    ("The Maritime and Allied Workers' Union (MAWU) struck. [MAWU] wants more.", "Maritime and Allied Workers' Union", "a name is as long as its letters say"),
    ("The Dockers' Union said Corvo Terminals Ltd refused. The [company] denied it.", "Corvo Terminals Ltd", "a company is no union"),
    ("DBTU said on Monday that it would strike. The [company] denied it.", "company", "letters alone tell no company"),
    ("The [US] and its allies agreed.", "US", "a state in capitals is no pronoun"),
    ("He told [us] nothing about the plan.", None, "a pronoun in lower case is no state"),
    ("Yael Brandt and Tamir Brandt spoke. Yael [Brandt] wept.", "Yael Brandt", "two of one surname stay two"),
    ("Yael Brandt and Tamir Brandt spoke. Tamir [Brandt] wept.", "Tamir Brandt", "… for both of them"),
]


@pytest.mark.parametrize(("text", "name", "rule"), NAMES)
def test_a_name_is_resolved_to_its_fullest_form(parse_text: ParseText, text: str, name: str | None, rule: str) -> None:
    found = who(parse_text, text)
    assert (found.name if found else None) == name, rule


PRONOUNS = [
    ("Envoy Grace Wanjiru welcomed the move. [She] left for Nairobi.", "Grace Wanjiru", "she is the last woman who was a subject"),
    ("Ama Sow said in a letter that [she] would not resign.", "Ama Sow", "a pronoun in a clause is the subject that governs it"),
    ("Peru told the Chilean delegation that [it] would wait.", "Peru", "… for a state as well"),
    ("The Coastal Miners Union refused to give the ministry a list of those [it] represents.", "Coastal Miners Union", "… for a body in a relative clause"),
    ("Two Kenyan officials met the rebels. [They] stayed an hour.", "Two Kenyan officials", "they are the last plural subject"),
    ("Premier Ama Sow and rebel leader Idris Malong met in Nairobi. [They] left.", "Ama Sow and Idris Malong", "they are the two told of together"),
    ("“We are tired of waiting,” [he] said. Paul Mensah had called earlier.", None, "nobody told of before leaves a pronoun open"),
    ("Premier Ama Sow, [who] flew in on Monday, declined.", "Ama Sow", "a relative pronoun is the name before it"),
    ("Paul Mensah, whose son is held, wept. “I want him home,” [he] said.", "Paul Mensah", "a quotation does not hide the speaker told of before"),
    ("Mensah's office said [he] would travel. Premier Paul Mensah is 60.", "Paul Mensah", "the owner of an office may be meant"),
    ("[It] is clear that Ama Sow will go.", None, "an empty it means nobody"),
    ("The talks failed. The Blue Front made [it] clear that Peru had lied.", None, "… nor does it as an object"),
    ("An official at the Red Cross said [it] stood ready.", "Red Cross", "it is no single person but the body within the subject"),
]


@pytest.mark.parametrize(("text", "name", "rule"), PRONOUNS)
def test_a_pronoun_means_whom_the_sentence_allows(parse_text: ParseText, text: str, name: str | None, rule: str) -> None:
    found = who(parse_text, text)
    assert (found.name if found else None) == name, rule


DESCRIPTIONS = [
    ("Rebels of the Blue Savanna Front freed nine men. The [group] wants a road opened.", "Blue Savanna Front", "the group is the last party told of"),
    ("The Blue Savanna Front freed nine men. Peru praised the [militants].", "Blue Savanna Front", "a party's members stand for it"),
    ("Two Kenyan officials met us. The [officials] gave no date.", "Two Kenyan officials", "unnamed officials are those brought in with the noun"),
    ("A diplomat spoke to Reuters. A trader called too. The [diplomat] gave no date.", "A diplomat", "… and no other noun's"),
    ("A source spoke. A senior Omani official did too. The [official] gave no date.", "A senior Omani official", "… in the same number"),
    ("Peruvian President Ana Rojas flew to Lima. The [president] rested.", "Ana Rojas", "an office goes back to its holder"),
    ("The Kenyan Foreign Ministry replied at noon. The [ministry] gave no names.", "Kenyan Foreign Ministry", "a noun of its name goes back to a body"),
    ("The Daily Herald named him. The [newspaper] cited police.", "Daily Herald", "the newspaper is the outlet before"),
    ("The Wanjala family paid. The head of the Blue Front, [Omar Deng], was pleased.", "Omar Deng", "an office with a comma before a name is told of the name"),
    ("Omar Deng, the [head] of the Blue Front, was pleased.", "Omar Deng", "… and behind it"),
    ("Omar Deng is the [leader] of the Blue Front.", "Omar Deng", "… and with is"),
]


@pytest.mark.parametrize(("text", "name", "rule"), DESCRIPTIONS)
def test_a_description_goes_back_to_whom_it_describes(parse_text: ParseText, text: str, name: str | None, rule: str) -> None:
    found = who(parse_text, text)
    assert (found.name if found else None) == name, rule


def test_unnamed_officials_are_never_one_with_other_unnamed_officials(parse_text: ParseText) -> None:
    parsed = parse_text("A Kenyan official spoke on Monday. A Kenyan official spoke on Tuesday.")
    cast = read_cast(parsed)
    first, second = (cast.at(t) for t in parsed.tokens if t.text == "official")
    assert first is not None
    assert second is not None
    assert first.id != second.id


SIDES = [
    ("[Kenyan] mediators met.", "Kenya", "a demonym is its state"),
    ("Kenya's foreign minister, Jane [Roe], spoke.", "Kenya", "a person has the side of the office"),
    ("John [Doe], a spokesman for the Blue Savanna Front, spoke.", "Blue Savanna Front", "… and of the party spoken for"),
    ("Blue Savanna Front commander John [Doe] spoke.", "Blue Savanna Front", "… told before the name"),
    ("The rebel group Korle Dawn shelled Tambo. Dawn fighters and [Korle Dawn] troops left.", "Korle Dawn", "a party is learnt from its noun"),
    ("The [White House] declined.", "US", "a seat of government has the side of its state"),
    ("[Moscow] said it would wait.", "Russia", "a capital that speaks is its government"),
    ("They met in [Moscow] on Friday.", None, "a capital where one meets is a place"),
    ("Talks between Tokyo and [Lima] failed.", "Peru", "a capital that negotiates is its government"),
    ("Kenyan President Omar Deng left. [Deng]'s office confirmed it.", "Kenya", "a surname has the side of the full name"),
    ("Kenyan President Omar Deng left. Deng's [office] confirmed it.", "Kenya", "an office has its owner's side"),
    ("Kenya's government met. The Kenyan army moved. Defence Minister Ali [Musa] left.", "Kenya", "an office without a country is the foremost state's"),
    ("The [Reuters] report was denied.", None, "an outlet has no side"),
    ("Relatives of the hostages met. Ana [Silva], the mother of one, spoke.", None, "relatives speak for no side"),
    ("Lawmaker Ana [Silva] of the Green Party spoke.", "Green Party", "a party is a side"),
    ("Talks with the Islamic [State] failed.", "Islamic State", "a listed group is its own side"),
    ("A clerk met a Tarvani [diplomat] on Monday.", "Tarvan", "a demonym alone tells of its state"),
    ("Two nurses held in Ostmar\n\nPrime Minister Lena [Orr] refused to pay.", "Ostmar", "a place of the title with a prime minister is a state"),
    ("Officials in Ostmar spoke. Ostmar freed ten men. Defence Minister Ali [Musa] left.", "Ostmar", "an office is of the one learnt state"),
]


@pytest.mark.parametrize(("text", "side", "rule"), SIDES)
def test_a_side_is_what_one_speaks_for(parse_text: ParseText, text: str, side: str | None, rule: str) -> None:
    found = who(parse_text, text)
    assert (found.side if found else None) == side, rule


PHRASES = [
    ("[two Kenyan officials] said so.", "Kenya", "a demonym before officials"),
    ("[a senior Kenyan foreign ministry official] said so.", "Kenya", "… before a longer office"),
    ("[a spokesman for the Blue Savanna Front] said so.", "Blue Savanna Front", "a party after for"),
    ("[sources in the Kenyan army] said so.", "Kenya", "a body after in"),
    ("[a go-between in Nairobi] said so.", None, "a place gives no side"),
    ("[Relatives of the Kenyan hostages] said so.", None, "relatives have none"),
    ("[the families of Kenyan soldiers] said so.", None, "families have none"),
    ("[the Iran-backed group] said so.", None, "a backer is not the side"),
    ("[Kenyan and Omani mediators] said so.", None, "two sides are not one"),
    ("[a Kenyan newspaper] said so.", None, "a paper speaks for no state"),
    ("[two sources with direct knowledge] said so.", None, "sources without a state have none"),
    ("[US officials] said so.", "US", "short names of states"),
]


@pytest.mark.parametrize(("text", "side", "rule"), PHRASES)
def test_a_noun_phrase_speaks_for_the_side_that_it_names(parse_text: ParseText, text: str, side: str | None, rule: str) -> None:
    cast, tokens = asked(parse_text, text)
    assert side_of(tokens, cast) == side, rule


KINDS = [
    ("The [Kenyan Foreign Ministry] replied.", "body"),
    ("[Ana Silva] replied to the letter.", "person"),
    ("[Kenya] replied to the letter.", "state"),
    ("The [Associated Press] reported it.", "outlet"),
    ("They met near [Tambo], a town in northern Kenya.", "place"),
    ("[Two diplomats] replied.", "group"),
    ("[Corvo Terminals] said that it would appeal.", "body"),
    ("[Corvo Terminals] said that it was pleased with that.", "body"),
    ("[Mara Corvo] said that it was a good deal.", "person"),
    ("They accepted a proposal by the conciliation service [Arba].", "body"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_participant_has_its_kind(parse_text: ParseText, text: str, kind: str) -> None:
    found = who(parse_text, text)
    assert found is not None
    assert found.kind == kind


def test_every_mention_is_at_its_words(parse_text: ParseText) -> None:
    parsed = parse_text("Kenyan envoy Grace Wanjiru met the Blue Savanna Front (BSF). She told the group’s leader that it must wait.\n“No,” he said.")
    cast = read_cast(parsed)
    assert cast.participants
    for participant in cast.participants:
        assert participant.spans
        for span in participant.spans:
            assert span.of(parsed.report.text).strip() == span.of(parsed.report.text) != ""


def test_reading_the_cast_twice_gives_the_same(parse_text: ParseText) -> None:
    parsed = parse_text("Kenyan envoy Grace Wanjiru met rebels of the Blue Savanna Front. She said they would free two officials.")
    assert read_cast(parsed) == read_cast(parsed)


def test_a_report_without_names_has_a_cast_without_names(parse_text: ParseText) -> None:
    assert [p for p in read_cast(parse_text("nothing happened today.")).participants if p.kind in ("person", "state", "place")] == []


def test_the_fullest_form_is_found_by_any_name(parse_text: ParseText) -> None:
    cast = read_cast(parse_text("The National Unity Council (NUC) agreed with Premier Ama Sow. Sow and the NUC left."))
    assert fullest(cast, "NUC") == "National Unity Council"
    assert fullest(cast, "Sow") == "Ama Sow"
    assert fullest(cast, "Nobody") == "Nobody"
