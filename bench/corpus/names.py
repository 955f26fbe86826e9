"""Names that nobody bears: states, armed groups, towns, persons and outlets, made of invented syllables."""

from __future__ import annotations

import random

BEGIN = (
    "Vel", "Kest", "Tarv", "Morr", "Quell", "Dorv", "Lenm", "Halv", "Brid", "Sorv", "Vedr", "Narv", "Ostr", "Pelv", "Zand", "Jorv", "Calv", "Fenn",
    "Garv", "Ildr", "Ravk", "Selv", "Tharn", "Ulmar", "Wesk", "Yarn", "Drosk", "Emmer", "Hovr", "Krev", "Lisk", "Menz", "Nolv", "Orsk", "Prav", "Tesk",
)
STATE, SURNAME = ("ora", "adia", "uria", "onia", "avia"), ("ath", "ek", "oven", "isk", "arro", "und")
TOWN = ("esh", "ova", "arin", "adak", "omir", "ast", "uvel")
GIVEN = ("Ilane", "Oram", "Dorin", "Maret", "Selka", "Tavin", "Brenna", "Joral", "Neva", "Corvin", "Ysel", "Hadrin", "Mirko", "Talvi", "Renske", "Odal")
GROUPS = ("Front", "Army of Return", "Council", "Movement", "League", "Command")
PAPERS = ("{} Post", "{} Wire", "{} Courier", "{} Herald", "Radio {}", "{} Tribune", "{} Monitor", "{} Gazette", "{} Chronicle", "{} Dispatch")
OFFICES = ("foreign minister", "government spokeswoman", "chief negotiator", "defence minister", "army spokesman")
GROUP_OFFICES = ("spokesman", "chief negotiator", "political leader")


class Namer:
    """Gives each name once."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.begun: set[str] = set()
        self.given: set[str] = set()

    def stem(self) -> str:
        """A beginning that no other name has; past the list's end with a syllable more."""
        free = [b for b in BEGIN if b not in self.begun] or [f"{a}{b.lower()}" for a in BEGIN for b in ("an", "el", "or") if f"{a}{b}" not in self.begun]
        found = self.rng.choice(free)
        self.begun.add(found)
        return found

    def state(self) -> tuple[str, str]:
        """A state and its adjective."""
        name = self.stem() + self.rng.choice(STATE)
        return name, name.removesuffix("a") + "an"

    def group(self) -> tuple[str, str]:
        """An armed group and its adjective."""
        people = self.stem() + "ani"
        return f"{people} {self.rng.choice(GROUPS)}", people

    def once(self, make: str) -> str:
        """A name of some make that was not given before."""
        while True:
            ends = TOWN if make == "town" else SURNAME
            name = self.rng.choice(BEGIN) + self.rng.choice(ends)
            if make == "person":
                name = f"{self.rng.choice(GIVEN)} {name}"
            if name not in self.given:
                self.given.add(name)
                return name
