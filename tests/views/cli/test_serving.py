"""Other machines are let in only on purpose, with tokens that are told once and kept as hashes."""

from __future__ import annotations

import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from onrecord.errors import InputError
from onrecord.views.cli.serving import LOCAL, listening, safety_of
from onrecord.views.web.safety.tokens import beside, role_of

Run = Callable[..., Result]


@pytest.fixture
def mine(record: Path, tmp_path: Path) -> Path:
    """A record that tokens may be put beside."""
    return Path(shutil.copy(record, tmp_path / "mine.db"))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "desk.example"])
def test_an_address_that_others_reach_is_refused_unless_that_is_said(run: Run, mine: Path, host: str) -> None:
    done = run("serve", "--record", mine, "--host", host)
    assert done.exit_code == 2 and "--allow-remote" in done.stderr and not beside(mine).exists()


def test_what_is_listened_on_without_a_word_is_this_machine_only() -> None:
    with listening("127.0.0.1", 0) as bound:
        assert bound.getsockname()[0] == "127.0.0.1" and "127.0.0.1" in LOCAL


def test_a_port_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(InputError, match="--port"):
        listening("127.0.0.1", taken.getsockname()[1])


def test_tokens_are_told_once_and_new_ones_take_their_place(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = safety_of(mine, ["Desk.Example"], new_tokens=False)
    told = "".join(capsys.readouterr())
    tokens = re.findall(r"token for (reading|reviewing and adding): (\S+)", told)
    assert [name for name, _ in tokens] == ["reading", "reviewing and adding"] and first.tokens is not None
    assert [role_of(token, first.tokens) for _, token in tokens] == ["read", "review"] and first.answers_to("desk.example:8000")
    kept = beside(mine).read_text(encoding="utf-8")
    assert not any(token in kept for _, token in tokens)
    again = safety_of(mine, [], new_tokens=False)
    told = "".join(capsys.readouterr())
    assert again.tokens == first.tokens and "token for" not in told and not any(token in told for _, token in tokens)
    other = safety_of(mine, [], new_tokens=True)
    assert other.tokens is not None and role_of(tokens[0][1], other.tokens) is None and "token for reading" in "".join(capsys.readouterr())
