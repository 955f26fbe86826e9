"""Names are found however they are written, and blocked without moving anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.views.export.names import BLOCK, Eraser, hidden, listed


def erased(name: str, text: str, *, person: bool = True) -> str:
    """The text without the name, runs of blocks shown as one #."""
    made = Eraser((hidden(name, person=person),), {})(text)
    return "#".join(part for part in split_blocks(made))


def split_blocks(text: str) -> list[str]:
    """The parts between runs of blocks."""
    while BLOCK * 2 in text:
        text = text.replace(BLOCK * 2, BLOCK)
    return text.split(BLOCK)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Ana Ruiz", "Ana Ruiz said", "# said"),
        ("Ana Ruiz", "ANA RUIZ and Ana Ruiz's brother, Ruiz’s wife", "# and #'s brother, #’s wife"),
        ("Ana Ruiz", "Ana\nRuiz", "#"),
        ("Ana Ruiz", "the given name alone is others' too: Ana", "the given name alone is others' too: Ana"),
        ("Ana Ruiz", "Ana María de Ruiz, no; Ana M. Ruiz, yes", "Ana María de #, no; #, yes"),
        ("Ana Ruiz", "Ruiz, Ana", "#"),
        ("Ana Ruiz", "a ruizism is another word", "a ruizism is another word"),
        ("Ana Ruiz", "#FreeAnaRuizNow and talk-ana-ruiz-2 and ana_ruiz.html", "#Free#Now and talk-#-2 and #.html"),
        ("Ana Ruiz", "https://x.example/ana%20ruiz?by=a.ruiz@x.example", "https://x.example/#?by=a.#@x.example"),
        ("José Álvarez", "Jose Alvarez; José Álvarez and Jose\u0301 A\u0301lvarez", "#; # and #"),
        ("José Álvarez", "https://x.example/jos%C3%A9-%C3%A1lvarez", "https://x.example/#"),
        ("Omar Al-Masri", "al Masri, al-Masri, Masri and AlMasri", "#, #, # and #"),
        ("Sean O'Neill", "Seán O’Neill; O'Neill", "#; #"),
        ("Ruiz", "Ana Ruiz", "Ana #"),
    ],
)
def test_a_name_is_found_in_all_its_forms(name: str, text: str, left: str) -> None:
    assert erased(name, text) == left


def test_a_body_of_several_words_is_removed_as_a_whole_only() -> None:
    assert erased("Red Front", "the Red Front and a front of rain", person=False) == "the # and a front of rain"


@given(st.text(max_size=80), st.text(max_size=80))
def test_nothing_moves(before: str, after: str) -> None:
    text = f"{before} Ana Ruiz {after}".replace("%", "")
    made = Eraser((hidden("Ana Ruiz", person=True),), {})(text)
    assert len(made) == len(text) and "ruiz" not in made.casefold().split()
    assert Eraser((hidden("Ana Ruiz", person=True),), {})(made) == made


def test_names_come_from_a_list_or_a_file(tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "names.txt"
    file.write_text("# people we protect\nAna  Ruiz\n\nOmar Al-Masri\nAna Ruiz\n", encoding="utf-8")
    assert listed(f"@{file}") == ("Ana Ruiz", "Omar Al-Masri") == listed("Ana Ruiz, Omar Al-Masri")
    for given_, told in ((" , ", "no name"), ("@nowhere.txt", "nowhere.txt: cannot be read")):
        with pytest.raises(InputError, match=told):
            listed(given_)
