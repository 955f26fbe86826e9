"""Breadth of triggers: for every type of event the usual ways of English news to tell it, happened, planned, called for, denied and conditional.

The sentences of sentences.txt were written before the words and frames that read them; a line is type/factuality | trigger | sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.types import Reading

ReadText = Callable[[str], Reading]
LINES = [line.split(" | ", 2) for line in Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines() if line]
KINDS = list(dict.fromkeys(line[0].split("/")[0] for line in LINES))


@pytest.mark.parametrize("kind", KINDS)
def test_each_sentence_tells_the_event_that_people_read_in_it(read_text: ReadText, kind: str) -> None:
    """All sentences of a type stand in one report, a paragraph each, so that the table stays cheap."""
    rows = [line for line in LINES if line[0].split("/")[0] == kind]
    text = "\n".join(sentence for _, _, sentence in rows)
    events = read_text(text).events
    wrong, at = [], 0
    for name, trigger, sentence in rows:
        inside = [e for e in events if at <= e.trigger_span.start < at + len(sentence)]
        words = [(e.trigger_span.of(text), f"{e.type}/{e.factuality}") for e in inside]
        if not any((w in trigger or trigger in w) and read == name for w, read in words):
            wrong.append(f"{name} {sentence} -> {words}")
        at += len(sentence) + 1
    assert not wrong
