"""Settings come from a TOML file that a person writes; what is not known or not of its kind is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.config import Config, load_config
from onrecord.errors import InputError


def test_names_of_outlets_come_from_the_settings(tmp_path: Path) -> None:
    file = tmp_path / "onrecord.toml"
    file.write_text('max_bytes = 7\n[outlets]\n"herald.example" = "Veld Herald"\n', encoding="utf-8")
    assert load_config(file) == Config(max_bytes=7, outlets={"herald.example": "Veld Herald"})
    assert load_config(None) == Config()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("outlet = 1", "unknown settings outlet"), ("outlets = 3", "no table of text"), ("[outlets]\na = 1", "no table of text"), ("=", "TOML"),
        ("parses = 1", "no path"),
    ],
)
def test_a_setting_that_is_none_is_told(tmp_path: Path, text: str, seen: str) -> None:
    file = tmp_path / "onrecord.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=seen):
        load_config(file)
