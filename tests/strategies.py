"""Hypothesis strategies: any record of the model, built from the annotations of its class."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from dateline.model import Interval, Moment, Parse, Sentence, Span, Token

words = st.text(st.characters(codec="utf-8"), max_size=12)
"""Any text that can be written as UTF-8: control characters, emoji, combining marks and all."""

spans = st.tuples(st.integers(0, 10_000), st.integers(0, 500)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
days = st.dates()
intervals = st.tuples(st.none() | days, st.none() | days).map(
    lambda ends: Interval(
        earliest=min(ends) if None not in ends else ends[0], latest=max(ends) if None not in ends else ends[1]
    )
)
moments = st.one_of(
    days.map(lambda day: day.isoformat()[:4]),
    days.map(lambda day: day.isoformat()[:7]),
    days.map(date.isoformat),
    st.datetimes().map(lambda at: at.replace(second=0, microsecond=0).isoformat(timespec="minutes") + "Z"),
    st.datetimes().map(lambda at: at.replace(microsecond=0).isoformat(timespec="seconds") + "Z"),
).map(Moment) | st.builds(
    Moment,
    st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)).map(lambda at: at.isoformat(timespec="minutes") + "Z"),
    st.integers(-12 * 60, 14 * 60),
)

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(-(10**9), 10**9),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: days,
    Span: spans,
    Interval: intervals,
    Moment: moments,
}


@cache
def records(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for records of a class of the model."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: _values(hints[field.name]) for field in fields(kind)})


def _values(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(
            *(
                st.none() if option is NoneType else st.deferred(lambda o=option: _values(o))
                for option in get_args(hint)
            )
        )
    if get_origin(hint) is tuple:
        return st.lists(_values(get_args(hint)[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return records(hint)


@st.composite
def parsed_paragraphs(draw: st.DrawFn) -> tuple[str, Parse]:
    """Draw a paragraph and a parse of it, of the shape that parsers give: no empty sentence, tokens in order."""
    text, sentences = "", []
    for _ in range(draw(st.integers(0, 3))):
        size = draw(st.integers(1, 5))
        tokens = []
        for index in range(size):
            text += draw(st.sampled_from(["", " ", "\u00a0", "\n "]))
            start = len(text)
            text += draw(words.filter(bool))
            tokens.append(_token(draw, index, size, start, text))
        sentences.append(Sentence("", Span(tokens[0].start, tokens[-1].end), tuple(tokens)))
    return text, Parse(tuple(sentences))


def _token(draw: st.DrawFn, index: int, size: int, start: int, text: str) -> Token:
    word = text[start:]
    label = draw(st.sampled_from(["", "PERSON", "GPE"]))
    return Token(
        index,
        start,
        len(text),
        word,
        draw(st.sampled_from([word, word.lower(), "be", "-PRON-"]).filter(bool)),
        draw(st.sampled_from(["NOUN", "PUNCT", ""])),
        draw(st.sampled_from(["NN", "-LRB-", "''", ""])),
        draw(st.sampled_from(["nsubj", "ROOT", ""])),
        draw(st.integers(0, size - 1)),
        label,
        bool(label) and draw(st.booleans()),
    )
