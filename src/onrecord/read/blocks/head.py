"""The head of a report: section label, title, standfirst, byline, dateline."""

from __future__ import annotations

import re
from functools import cache

from onrecord.read.blocks.pieces import Piece
from onrecord.read.blocks.signs import OPENS_QUOTED, is_headline, is_prose, saying, title_case
from onrecord.read.dates import MONTHS, WEEKDAY, printed_dates
from onrecord.read.lexicon import any_of, words

MONTH = r"(?:" + "|".join(m[:3] + (rf"(?:{m[3:]})?" if m[3:] else "") for m in MONTHS) + r"|sept)\.?"
CLOCK = r"\d{1,2}[:.h]\s?\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
ZONE = r"(?:GMT|UTC|[A-Z]{1,2}[SD]?T|local time|[A-Z][a-z]+ time)(?:[+-]\d{1,2}(?::?\d\d)?)?"
DAY_PART = (
    rf"(?:{WEEKDAY}|{MONTH}|\d{{1,2}}(?:st|nd|rd|th|\.(?=\s))?|(?:19|20)\d\d"
    rf"|(?:19|20)\d\d-\d\d-\d\d(?:T[\d:.+Z-]+)?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
)
DATED = (
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|issued|released|edited|filed|created|date|dated|on|at)\b"
    r"\s*(?:on|at|date)?\s*[:|]?\s*)"
)
DATE_LINE = re.compile(
    rf"^[(\[]?(?:the\s+)?(?:(?:{DATED})?(?:{DAY_PART}|{CLOCK}|(?i:{ZONE}))(?:[\s,|/·•@–—-]+|\s+(?:at|of|and)\s+|(?=[)\]])|$))+"
    rf"(?:\(?(?i:{ZONE})\)?)?(?:\d+ (?:minutes?|hours?) ago|(?-i:{any_of('photo', 'agency')}))?[)\]]?[.:]?$",
    re.IGNORECASE,
)
CITY = r"[A-Z][\w.'’/-]*(?: [A-Z][\w.'’-]*){0,3}"
"""Hyphens are of the words alone: where they could also stand between them, a long row of hyphens would be parted in every way."""
PLACE = rf"{CITY}(?:,\s*{CITY}){{0,2}}"
DASH = r"\s*(?:[–—]|--?|―)\s*"
ISO_OR_FULL = (
    rf"(?:(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:(?:day\s+)?of\s+)?{MONTH},?\s+(?:19|20)\d\d|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,\s+(?:19|20)\d\d)"
)
DAY_AND_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)"
PLACE_AND_DATE = re.compile(
    rf"^(?!By\s.*\d:\d\d){PLACE}(?:,\s+|\s*[–—|•·]\s*|\s+-\s+)(?i:(?:{WEEKDAY},?\s+)?(?:{ISO_OR_FULL}|{DAY_AND_MONTH})(?:[\s,|•·–—-]+(?:at\s+)?(?:{CLOCK})(?:\s*\(?{ZONE}\)?)?)?)\.?$"
)
OPENING_DATE = re.compile(rf"^(?:{DATED})?(?:{WEEKDAY},?\s+)?{ISO_OR_FULL}(?:(?-i:,\s+{PLACE})?{DASH}|\s*[|:]\s*|\s+(?-i:(?=[A-Z“\"‘])))", re.IGNORECASE)
DATED_START = re.compile(rf"(?:{DATED})?(?:{WEEKDAY},?\s+)?(?:(?-i:{CITY}(?:,\s+|\s+\({CITY}\),?\s+))|by(?:\s+[\w'’.-]+){{1,5}},\s+)?", re.IGNORECASE)
"""What stands before the day in a line of the head: the place, a paper with its town in brackets, or who wrote it."""
ISSUED = re.compile(
    rf"^(?:Issued|Done|Given|Released|Adopted)\s+(?:in|at)\s+{PLACE},?\s+(?i:(?:on\s+)?(?:the\s+)?(?:{WEEKDAY},?\s+)?(?:{ISO_OR_FULL}|{MONTH}\s+\d{{1,2}},?\s+(?:19|20)\d\d))\.?$"
)
"""The line of a statement that says where and when it was given out ("Issued in Karsa on 3 May 2031")."""
PLACE_ALONE = re.compile(r"^[A-Z][A-Z.'’-]+(?:,?\s[A-Z][\w.'’-]+){0,3}\s*[–—-]{1,2}$")
LABELLED = re.compile(r"^[A-Z]{2,6}:\s")
"""A headline that begins with the short name of whoever speaks ("WHO: Cases rise"); a dateline's colon follows a longer name."""
ARTICLE = re.compile(r"\b(?:the|an?|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", re.IGNORECASE)
BYLINE = re.compile(r"^(?:(?:Story|Written|Report|Analysis|Opinion|Words|Text)\s+)?[Bb][Yy]:?\s+(?P<rest>\S.*)$")
NAME_PART = r"(?:[A-Z][\w.'’-]*|and|&|in|for|of|the|at|with|de|van|von|al|el|bin|der|la|staff|correspondent|reporter|editor|writer)"
NAMED = re.compile(rf"^[A-Z][\w.'’-]*(?:[\s,|/]+{NAME_PART})*[,.]?$")


BEFORE_DAY = re.compile(r"(?<![\s,|•·;/–—-])[\s,|•·;/–—-]++(?:(?:on|at)\s*)?$")


@cache
def wire_opening() -> re.Pattern[str]:
    """`CITY, Oct 3 (Agency) —` and its shorter forms, at the start of a paragraph."""
    date = rf"(?i:(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})(?:,?\s+(?:19|20)\d\d)?)"
    paren = rf"\((?:[A-Z][\w.&’'-]*(?:[\s/][\s/-]*[A-Z\d][\w.&’'-]*){{0,4}}|{any_of('photo', 'agency')})\)"
    forms = (
        rf"{PLACE}\s*(?:[,/|(]\s*{date}\)?)?\s*{paren}(?:\s*[–—]|\s*--?|\s)\s*",
        rf"{PLACE}\s*\({any_of('photo', 'agency')}\)\s*:\s+",
        rf"{PLACE}\s*(?:[,/|(]\s*{date})\)?\s*(?:/\w+/)?{DASH}",
        rf"{PLACE}[,.]\s*{date}[,.]?\s*(?:/[A-Z]\w*/|{paren})[\s.:–—-]*",
        rf"{PLACE}[,.]\s*{date}\s*:\s+",
        rf"{paren}(?:{DASH}|\s*:\s*|\s+)",
        r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}\s+[–—]\s+",
        rf"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){{0,3}}(?:,\s*{CITY}){{0,2}}(?:\s*[–—]\s*|\s+--?\s+|:\s+(?=[A-Z]))",
        rf"{CITY},\s*{CITY}\s+[–—]\s+",
    )
    return re.compile(r"^(?:" + "|".join(forms) + r")(?=[“\"‘'A-Z\d])")


def mark_head(pieces: list[Piece], title: str | None) -> list[Piece]:
    """The pieces with the head's roles; *title* is the title if the form's reader knows it."""
    out = [p.as_kind("dateline") if p.kind is None and (is_date_line(p) or (i < 6 and is_dated_label(p))) else p for i, p in enumerate(pieces)]
    out = mark_title(out, title)
    return mark_standfirst(mark_bylines(out))


def is_date_line(piece: Piece) -> bool:
    """Whether the line says a date or a time of day and nothing else; a year alone is no date."""
    text = piece.text
    if len(text) > 90 or not re.search(r"\d", text) or text.isdigit():
        return False
    return bool(DATE_LINE.match(text) or PLACE_AND_DATE.match(text) or ISSUED.match(text))


def is_dated_label(piece: Piece) -> bool:
    """Whether a line of the head is a date with a few words of label, or a place's name and a dash alone."""
    if piece.ends_sentence or piece.words > 12 or is_byline(piece):
        return False
    if PLACE_ALONE.match(piece.text):
        return True
    date = next(iter(printed_dates(piece.text)), None)
    return date is not None and DATED_START.fullmatch(piece.text[: date.span.start]) is not None and len(piece.text[date.span.end :].split()) <= 6


def mark_bylines(pieces: list[Piece]) -> list[Piece]:
    """Bylines at the head and the foot, and the short line after one that gives the writer's post."""
    out: list[Piece] = []
    for i, piece in enumerate(pieces):
        at_edge = i < 8 or i >= len(pieces) - 3
        post = bool(out) and out[-1].kind == "byline" and piece.words <= 8 and not piece.ends_sentence
        out.append(piece.as_kind("byline") if piece.kind is None and at_edge and (is_byline(piece) or post) else piece)
    return out


def is_byline(piece: Piece) -> bool:
    """Whether the line names who wrote the report, and nothing else but when."""
    match = BYLINE.match(piece.text.strip("*_ "))
    if match is None or piece.words > 14:
        return False
    first = match["rest"].split()[0].strip(",.").lower()
    dated = next(iter(printed_dates(match["rest"])), None)
    rest = BEFORE_DAY.sub("", match["rest"][: dated.span.start]) if dated is not None else match["rest"]
    return first[:1].isalpha() and not re.fullmatch(rf"{WEEKDAY}|{MONTH}", first) and bool(NAMED.match(rest)) and match["rest"][0].isupper()


def mark_title(pieces: list[Piece], title: str | None) -> list[Piece]:
    """Section labels before the title become furniture; the title is the known one, or the first line if it looks like one."""
    if any(p.kind == "title" for p in pieces[:8]):
        return pieces
    open_ = [i for i, p in enumerate(pieces) if p.kind is None and not (i < 3 and is_byline(p))]
    known = next((i for i in open_[:6] if title and same_words(pieces[i].text, title)), None)
    labels: list[int] = []
    while known is None and len(open_) > 1 and is_section(pieces[open_[0]], pieces[open_[1]]):
        labels.append(open_.pop(0))
    if known is not None:
        labels = [i for i in open_ if i < known and pieces[i].words <= 6 and not pieces[i].ends_sentence]
    elif len(open_) > 1 and is_title(pieces[open_[0]], [pieces[i] for i in open_[1:]]):
        known = open_[0]
    out = [p.as_kind("furniture") if i in labels else p for i, p in enumerate(pieces)]
    if known is not None:
        out[known] = out[known].as_kind("title")
    return out


def same_words(one: str, other: str) -> bool:
    """Whether two lines are the same but for marks and capitals."""
    plain = [re.sub(r"\W+", "", t).casefold() for t in (one, other)]
    return bool(plain[0]) and plain[0] == plain[1]


def is_section(piece: Piece, after: Piece) -> bool:
    """Whether a line over the title names a section: a known name, or two labels glued without a space (`deskTalks`)."""
    if piece.words > 6 or piece.ends_sentence or not is_headline(after) or after.words < 4:
        return False
    parts = re.split(r"\s*[|/›>»·•:-]\s+|\s*[|/›>»·•]\s*", piece.text.casefold())
    names = words("furniture", "section")
    tails = [p for p in parts if p in names or any(p.endswith(" " + n) and p.count(" ") - n.count(" ") <= 2 for n in names)]
    # A small word, or a section's name, run into a capital: `deskTalks`, `NewsEurope`; names such as BuzzFeed start with a capital.
    glued = re.search(rf"\b(?:[a-z]{{3,}}|{any_of('furniture', 'section')})[A-Z][a-z]+", piece.text)
    return bool(tails) or (bool(glued) and piece.words >= 2 and piece.words < after.words)


def is_title(piece: Piece, rest: list[Piece]) -> bool:
    """Whether the first line is a headline: short, one sentence at most, set off from longer prose that follows within three lines."""
    text = piece.text
    if not is_headline(piece) or text[0].islower() or not any(is_prose(p) for p in rest[:4]):
        return False
    if wire_opening().match(text) and not (LABELLED.match(text) and rest[0].gap and not piece.ends_sentence):
        return False
    if not piece.ends_sentence:
        return True
    if not rest[0].gap or (saying().search(text.split()[-2]) is not None and piece.words > 6) or OPENS_QUOTED.match(text):
        return title_case(text) > 0.8
    # A headline that ends with a full stop is rare, and is told from a short first sentence by its capitals or by its lack of articles.
    return title_case(text) > 0.6 or (piece.words <= 16 and not ARTICLE.search(text))


def mark_standfirst(pieces: list[Piece]) -> list[Piece]:
    """One short sentence under the title, set off from a longer paragraph, a caption or a byline, is the standfirst."""
    title = next((i for i, p in enumerate(pieces[:8]) if p.kind == "title"), None)
    if title is None or title + 2 >= len(pieces):
        return pieces
    piece, after = pieces[title + 1], pieces[title + 2]
    lone = piece.kind is None and is_headline(piece) and piece.words <= 30 and not wire_opening().match(piece.text) and not OPENING_DATE.match(piece.text)
    set_off = after.kind in ("caption", "credit", "byline", "dateline") or (after.gap and after.words >= 2 * piece.words and after.words >= 20)
    if lone and set_off and not (saying().search(piece.text) and piece.words > 18) and piece.words >= 5:
        return [*pieces[: title + 1], piece.as_kind("standfirst"), *pieces[title + 2 :]]
    return pieces


def mark_dateline(pieces: list[Piece]) -> list[Piece]:
    """Cuts the place, date and agency off the start of the first paragraph, and a printed date off the start of the text."""
    first = next((i for i, p in enumerate(pieces) if p.kind in (None, "standfirst")), None)
    if first is None:
        return pieces
    out: list[Piece] = []
    for i, piece in enumerate(pieces):
        match = None
        if piece.kind is None and i <= first + 4:
            match = OPENING_DATE.match(piece.text) if i == first and printed_dates(piece.text, 0, 60) else None
            match = match or wire_opening().match(piece.text)
        if match and (i == first or has_agency_or_date(match.group())):
            out += piece.cut(match.end(), "dateline")
        else:
            out.append(piece)
    return out


def has_agency_or_date(text: str) -> bool:
    """Whether an opening names an agency in brackets or a day; a mere place in capitals counts in the first paragraph only."""
    return bool(re.search(r"\([A-Z]|\d", text))
