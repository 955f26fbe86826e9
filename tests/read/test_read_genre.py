"""The genre is news unless title, form or voice say otherwise."""

from __future__ import annotations

import pytest

from onrecord.read import read_text

NEWS = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said."
TURNS = "\n\n".join(f"{s}: The talks in Port Corran go on, and nothing has been agreed so far." for s in ("MS. ORSK", "Q", "MS. ORSK", "Q", "MS. ORSK"))
ENTRIES = "\n\n".join(f"{h}:05 p.m.\n\n{NEWS}" for h in (5, 4, 3))
JUDGING = (
    "How long, many wondered, will the ministry fall for this charade? The rebels have no intention of keeping their word, and our government knows it.\n\n"
    "It is shameful that we should be asked to trade justice for a promise that is worthless. What did the last truce bring? Nothing but betrayal."
)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (f"{NEWS}\n\nThe rebels said “we will not give up our men”, and asked: “What do you want of us?”", "news"),
        (f"Veldland calls rebel offer shameful\n\n{NEWS}", "news"),
        (f"Readout of the President's call with the Emir of Salin\n\n{NEWS}", "readout"),
        (f"Statement by the Foreign Ministry on the captured sailors\n\n{NEWS}", "statement"),
        (f"FOR IMMEDIATE RELEASE\n\n{NEWS}", "statement"),
        (f"Opinion\n\nThe ministry must not trade for sailors\n\n{NEWS}", "opinion"),
        (f"Live updates: Talks on the captured sailors\n\n{NEWS}", "live_blog"),
        (f"Talks on the captured sailors\n\n{ENTRIES}", "live_blog"),
        (f"Port Corran: what we know\n\n17:12 {NEWS}\n\n16.40 {NEWS}\n\n9.05am {NEWS}", "live_blog"),
        (f"Port Corran: prices rise\n\n10.55 per cent is asked for.\n\n{NEWS}", "news"),
        (TURNS, "transcript"),
        (JUDGING, "opinion"),
    ],
)
def test_genre(text: str, genre: str) -> None:
    report = read_text(text).report
    assert report is not None
    assert report.genre == genre
