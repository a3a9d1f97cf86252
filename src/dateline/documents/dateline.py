"""The dateline at the head of a report: place, day and agency, in the forms that agencies and newspapers use.

A dateline is a place, a date and credits, in that order or with a credit first, and it ends with a dash or colon. What may
be an ordinary sentence is left alone: without a date or credit, only a known place in capitals before a whole sentence
is a dateline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from dateline.documents.credits import Credit, read_credit
from dateline.documents.days import day_words, read_day, weekday_words
from dateline.documents.lines import lines, looks_like_heading
from dateline.model import Dateline, Moment, Span
from dateline.resources.datelines import is_city, is_region, is_slug

_LONGEST = 160
_MOST_WORDS = 8
_LINES_TRIED = 3
_SHORTEST_UNKNOWN = 5
"""Letters of a place that no table knows, before an agency that no table knows: shorter capitals are mostly acronyms."""

_JOINTS = " \t\xa0,;|"
_BYLINE = re.compile(r"By [A-Z]")
_SENTENCE = re.compile(r"[\"“‘'(]?[A-Z0-9].*(?:[.!?…][\"'”’)]*$|.{100})", re.DOTALL)
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_CREDIT = r"\([^()]{2,80}\)|\[[^\[\]]{2,60}\]|(?<=\s)/[^\W\d_][^/]{1,30}/(?:\.(?=\s))?"
_CLOSE = r"(?<=[\s)/\]])-{1,3}(?=\s|$)|--(?=\s|$)|[–—―](?=[\s\"“‘'A-Z]|$)|_(?=\s)|:(?=[\s\"“‘'A-Z]|$)"
_SMALL_WORDS = {"of", "de", "del", "do", "da", "la", "le", "el", "al", "es", "and", "upon", "on", "the"}


@dataclass(frozen=True, slots=True)
class _Head:
    """What has been read of a line's head; `end` is None until a dash or colon has closed it."""

    place: str | None = None
    credits: tuple[Credit, ...] = ()
    day: Moment | str | None = None
    end: int | None = None
    closed_by: str = ""


def read_dateline(text: str) -> Dateline | None:
    """Return the dateline of a report, or None; it may stand below a headline or byline.

    >>> read_dateline("TALLINN, March 3 (BNS) - Estonia votes on Sunday.").place
    'TALLINN'
    """
    for span in islice(lines(text), _LINES_TRIED):
        line = span.of(text)
        head = _read_head(line[:_LONGEST])
        if head.end is not None and _is_dateline(head, line[head.end :].lstrip()):
            return _dateline(head, Span(span.start, span.start + head.end))
        if not (looks_like_heading(line) or _BYLINE.match(line)):
            break
    return None


def _read_head(line: str) -> _Head:
    """Return the head as it was when a dash or colon last closed it; what follows that is the report's own words."""
    if not _closes().search(line):
        return _Head()
    stamp = _web_stamp().match(line)
    head = _Head(day=read_day(stamp["day"])) if stamp else _Head()
    at = stamp.end() if stamp else 0
    closed = _Head()
    for piece in _pieces().finditer(line, at):
        gap = line[at : piece.start()].strip(_JOINTS)
        if gap not in ("", "."):
            if head.place or closed.end is not None or (head.day and not stamp):
                break
            head = replace(head, place=gap)
        at = piece.end()
        head = _with_piece(head, piece)
        closed = head if head.end == at else closed
    return closed


def _with_piece(head: _Head, piece: re.Match[str]) -> _Head:
    if piece.lastgroup == "day":
        head = replace(head, day=read_day(piece[0]) or head.day)
    elif piece.lastgroup == "credit":
        credit = read_credit(piece[0].strip("()[]/. "))
        is_note = head.place is None and not credit.known  # "(Recasts)", say
        credits = head.credits if is_note else (*head.credits, credit)
        head = replace(head, credits=credits, day=credit.day or head.day)
    if piece.lastgroup == "close" or piece[0].endswith("/."):
        head = replace(head, end=piece.end(), closed_by=piece[0])
    return head


def _is_dateline(head: _Head, rest: str) -> bool:
    known_credit = any(credit.known for credit in head.credits)
    if head.place is None:
        return known_credit and head.closed_by != ":"
    city, _, region = (part.strip() for part in head.place.partition(","))
    if not _looks_like_place(head.place) or is_slug(city):
        return False
    known_place = (bool(city) and all(is_city(name) for name in re.split(r"[/|]", city))) or is_region(region)
    names = [name for credit in head.credits for name in credit.names if not is_region(name)]
    if not city.isupper():
        return (known_credit and bool(names)) or (known_place and bool(names or head.day))
    if known_credit or head.day:
        return True
    if names and not known_place:
        return len(city) >= _SHORTEST_UNKNOWN and all(_ACRONYM.fullmatch(name) for name in names)
    return known_place and (bool(names) or _SENTENCE.match(rest) is not None)


def _looks_like_place(place: str) -> bool:
    words = re.split(r"[\s,/|]+", place)
    return len(words) <= _MOST_WORDS and not re.search(r"[^\w\s.,'’/|-]|\d|_", place) and _are_place_words(words)


def _are_place_words(words: list[str]) -> bool:
    return all(word in _SMALL_WORDS or (word[:1].isalpha() and not word[:1].islower()) for word in words if word)


def _dateline(head: _Head, span: Span) -> Dateline:
    known_first = sorted(head.credits, key=lambda credit: not credit.known)
    agency = next((credit.agency for credit in known_first if credit.agency), None)
    outlet = next((credit.outlet for credit in known_first if credit.outlet), None)
    return Dateline(
        span=span,
        place=head.place,
        agency=agency,
        outlet=outlet,
        published_at=head.day if isinstance(head.day, Moment) else None,
        day=head.day if isinstance(head.day, str) else None,
    )


@cache
def _closes() -> re.Pattern[str]:
    """The dash or colon that ends a dateline, or the full stop after an agency in slashes."""
    return re.compile(_CLOSE + r"|/\.(?=\s)")


@cache
def _pieces() -> re.Pattern[str]:
    days, weekdays = day_words(), weekday_words()
    return re.compile(rf"(?P<credit>{_CREDIT})|(?P<day>{days})|(?P<weekday>\b{weekdays})|(?P<close>{_CLOSE})")


@cache
def _web_stamp() -> re.Pattern[str]:
    """Place and time of publication as some sites put them before the report's own dateline."""
    return re.compile(
        rf"(?:[^|]{{2,60}}\|\s*)?(?P<day>{day_words()}),?\s+\d{{1,2}}:\d{{2}}\s?(?:[ap]m\s)?\s*[A-Z]{{2,4}}\s+"
    )
