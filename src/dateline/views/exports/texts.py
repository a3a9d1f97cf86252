"""What the formats for other programs share: text that any of them can hold, names for ids, and instants."""

from __future__ import annotations

import re

from dateline.model import END_OF_TIME, Telling

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0, iCalendar or UTF-8 cannot carry, or only with harm: controls, lone surrogates, non-characters."""


def printable(text: str) -> str:
    r"""Return *text* without what a format for exchange may not hold; line ends are ``\n``, and tabs stay.

    >>> printable("one\r\ntwo\x1b[31m\x00")
    'one\ntwo[31m'
    """
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Return *text* on one line, its white space single spaces.

    >>> one_line(" Talks  in\\nOslo ")
    'Talks in Oslo'
    """
    return " ".join(printable(text).split())


def iri(record_id: str) -> str:
    """Return the name of a record that is the same in every format and every store.

    >>> iri("evt:0345524f70f83c69")
    'urn:dateline:evt:0345524f70f83c69'
    """
    return f"urn:dateline:{record_id}"


def cited(telling: Telling) -> str:
    """Return the sentence that a telling rests on, in quotation marks, with its outlet and report."""
    where = ", ".join(filter(None, (telling.outlet, telling.document)))
    return f"“{one_line(telling.mention.evidence.quote)}” ({one_line(where)})"


def first_known(tellings: tuple[Telling, ...]) -> str | None:
    """Return the instant, in UTC, by which the first of these tellings was known; None where none is dated."""
    return min(_instants(tellings), default=None)


def last_known(tellings: tuple[Telling, ...]) -> str | None:
    """Return the instant, in UTC, by which the last of these tellings was known; None where none is dated."""
    return max(_instants(tellings), default=None)


def _instants(tellings: tuple[Telling, ...]) -> list[str]:
    return [telling.order for telling in tellings if telling.order != END_OF_TIME]
