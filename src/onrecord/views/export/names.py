"""Names that are to be removed, and where they stand in a text.

A name is found whatever its case, accents, hyphens, line breaks or possessive, run together in an address ("anaruiz"), with up to two names between its
first and its last, and turned round ("Ruiz, Ana"). Of a person's full name the surname alone is found too; a given name alone is not, as it is others'
as well: it has to be asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from onrecord.errors import InputError

BLOCK = "█"
"""What stands for each character of a name, so that every other place in a text stays where it was."""
MARKS = "[\u0300-\u036f]*"
BETWEEN = r"(?:[\s\-‐‑–_.+·]|%20){1,3}"
MIDDLE = rf"(?:{BETWEEN}(?-i:[A-Z])\w*\.?){{0,2}}?"
BEFORE, AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"
ARTICLES = ("al", "el", "an", "ar", "as", "ash", "at", "ad", "az", "bin", "ben", "de", "van", "von")
LONG = 7
"""Letters from which on a full name is looked for within longer words too; shorter ones would be found in words that are none."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """One name that is to be removed, and what it looks like in a text whose accents are taken off."""

    name: str
    pattern: re.Pattern[str]


def hidden(name: str, *, person: bool) -> Hidden:
    """The name with all forms in which it is looked for; *person* adds the surname alone."""
    parts = [p for p in re.split(r"[\s,]+", plain(name)) if p]
    tokens = [spelt(p) for p in parts]
    joined = "".join(parts)
    forms = [BEFORE + (MIDDLE + BETWEEN).join((tokens[0], tokens[-1])) + AFTER] if len(parts) == 2 else []
    forms.append(BEFORE + BETWEEN.join(tokens) + AFTER)
    if person and len(parts) > 1:
        forms.append(BEFORE + tokens[0] + MIDDLE + BETWEEN + tokens[-1] + AFTER)
        forms.append(BEFORE + tokens[-1] + r"\s*,\s*" + tokens[0] + AFTER)
    if len(re.sub(r"\W", "", joined)) >= LONG:
        forms.append(r"[\W_]{0,3}".join(tokens))
    if person and len(parts) > 1:
        forms += [BEFORE + spelt(s) + AFTER for s in surnames(parts[-1])]
    return Hidden(name, re.compile("|".join(forms), re.IGNORECASE))


def surnames(last: str) -> list[str]:
    """The last part of a name, and what is left of it without its article ("Al-Masri", "Masri")."""
    head, _, rest = last.partition("-")
    return [last, rest] if rest and head.casefold() in ARTICLES else [last]


def spelt(part: str) -> str:
    """A pattern of one part of a name: marks may follow each letter, a hyphen may be a blank or nothing, apostrophes are alike."""
    out = []
    for letter in part:
        if letter in "-‐‑–":
            out.append(r"[\s\-‐‑–_.]?")
        elif letter in "'’‘`":
            out.append("['’‘`]?")
        else:
            out.append(re.escape(letter) + MARKS)
    return "".join(out)


def plain(text: str) -> str:
    """The text without accents, character for character, so that places in it are places in the text."""
    return text if text.isascii() else "".join(bare(c) for c in text)


def bare(letter: str) -> str:
    """The letter that bears no mark; itself where it is made of several."""
    apart = unicodedata.normalize("NFD", letter)
    return apart[0] if len(apart) > 1 and all(unicodedata.combining(c) for c in apart[1:]) else letter


@dataclass
class Eraser:
    """Puts blocks in the place of names, and counts what it put them in the place of."""

    names: tuple[Hidden, ...]
    found: dict[str, int]

    def __call__(self, text: str) -> str:
        """The text with every name blocked, as long as before; an address that spells letters with % signs is spelt out first if it holds one."""
        if "%" in text and "/" in text and " " not in text and self.erased(unquote(text)) != unquote(text):
            text = unquote(text)
        return self.erased(text)

    def erased(self, text: str) -> str:
        """The same without a look at addresses."""
        for one in self.names:
            places = [m.span() for m in one.pattern.finditer(plain(text))]
            for start, end in places:
                text = text[:start] + BLOCK * (end - start) + text[end:]
        return text

    def count(self, text: str) -> None:
        """Adds the places of each name in *text* to what was found."""
        for one in self.names:
            self.found[one.name] = self.found.get(one.name, 0) + len(one.pattern.findall(plain(text)))
            text = Eraser((one,), {}).erased(text)


def listed(given: str) -> tuple[str, ...]:
    """The names of a comma list, or of a file with a name a line where *given* begins with @; InputError where there is none."""
    if given.startswith("@"):
        file = Path(given[1:])
        try:
            lines: Iterable[str] = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{file}: cannot be read as a list of names ({error}); give a text file with a name a line") from error
    else:
        lines = given.split(",")
    names = tuple(dict.fromkeys(" ".join(n.split()) for n in lines if re.search(r"\w", n) and not n.lstrip().startswith("#")))
    if not names:
        raise InputError(f"{given}: no name in it; give names with commas between, or @FILE with a name a line")
    return names
