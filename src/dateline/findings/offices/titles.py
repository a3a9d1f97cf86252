"""Titles beside a name: before it ("Norwegian Prime Minister"), or between commas on either side ("Norway's prime minister,")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Sentence, Span, Token
from dateline.resources.names import word_set
from dateline.resources.nominals import Nominal, longest_nominal, nominals

_MOST_BETWEEN = 2
"""Words such as "new" and "conservative" between a state's name and the title."""
_COMMAS = (",", "-", "–", "—")
_POSSESSIVE = ("'s", "’s", "'", "’")
_DESCRIBE = ("ADJ", "ADV", "NOUN")


@dataclass(frozen=True, slots=True)
class Title:
    """A title with the words it takes up, and the words that may name what it is of; `alone` if no word stands at it."""

    noun: Nominal
    span: Span
    bodies: tuple[Span, ...]
    alone: bool = False


def title_before(sentence: Sentence, name: Span) -> Title | None:
    """Return the title that ends right before a name, or before a comma before it."""
    tokens = sentence.tokens
    last = next((token.index for token in tokens if token.start >= name.start), len(tokens))
    comma = last > 0 and tokens[last - 1].text in _COMMAS
    end = last - 1 if comma else last
    noun, first = _ending_at(tokens, end)
    if noun is None:
        return _of_after(sentence, end) if comma else None
    return _with_body(tokens, noun, first, end, aside=comma)


def title_after(sentence: Sentence, name: Span) -> Title | None:
    """Return the title that stands behind a name and a comma ("Ann Example, the Norwegian prime minister,")."""
    tokens = sentence.tokens
    start = next((token.index for token in tokens if token.start >= name.end), len(tokens))
    if start >= len(tokens) or tokens[start].text not in _COMMAS:
        return None
    stop = next((token.index for token in tokens[start + 1 :] if token.text in (",", ".", ";")), len(tokens))
    for end in range(start + 2, stop + 1):
        noun, first = _ending_at(tokens, end)
        goes_on = end < stop and (_ending_at(tokens, end + 1)[0] is not None or tokens[end].pos in ("NOUN", "PROPN"))
        if noun is not None and not goes_on:
            return _behind(tokens, noun, start + 1, first, end)
    return None


def _behind(tokens: Sequence[Token], noun: Nominal, start: int, first: int, end: int) -> Title | None:
    before = [token for token in tokens[start:first] if token.lower not in word_set("article")]
    held = not any(token.lower in word_set("not held") for token in before)
    if not held or any(token.pos in ("VERB", "AUX", "ADP") for token in before):
        return None
    named = [token.span for token in before if token.text not in _POSSESSIVE]
    after = _named_after(tokens, end)
    return Title(noun, Span(tokens[start].start, tokens[end - 1].end), (*reversed(named), *after))


def _with_body(tokens: Sequence[Token], noun: Nominal, first: int, end: int, *, aside: bool) -> Title | None:
    place = first - 1
    for _ in range(_MOST_BETWEEN + 1):
        if place < 0 or tokens[place].text in _COMMAS or tokens[place].lower in word_set("article"):
            break
        token = tokens[place - 1] if tokens[place].text in _POSSESSIVE and place else tokens[place]
        if token.lower in word_set("not held"):
            return None
        if token.text[0].isupper():
            if any(word.lower in word_set("not held") for word in tokens[max(0, token.index - 2) : token.index]):
                return None
            return Title(noun, Span(token.start, tokens[end - 1].end), (token.span,))
        if token.pos not in _DESCRIBE:
            break
        place -= 1
    held = place < 0 or tokens[place].lower not in word_set("not held")
    alone = not aside and place == first - 1
    return Title(noun, Span(tokens[first].start, tokens[end - 1].end), (), alone) if held else None


def _of_after(sentence: Sentence, end: int) -> Title | None:
    """Return the title of "the prime minister of Norway, Ann Example"; *end* is the place of the comma."""
    tokens = sentence.tokens
    for place in range(max(0, end - 4), end):
        if tokens[place].lower == "of":
            noun, first = _ending_at(tokens, place)
            before = tokens[first - 1].lower if noun is not None and first else ""
            if noun is None or before in word_set("not held"):
                return None
            return Title(noun, Span(tokens[first].start, tokens[end - 1].end), _named_after(tokens, place))
    return None


def _named_after(tokens: Sequence[Token], place: int) -> tuple[Span, ...]:
    """Return the words after "of" at *place*, which may name what a title is of."""
    if place >= len(tokens) or tokens[place].lower != "of":
        return ()
    return tuple(token.span for token in tokens[place + 1 : place + 4] if token.text[0].isupper())


def _ending_at(tokens: Sequence[Token], end: int) -> tuple[Nominal | None, int]:
    """Return the longest title that ends before token *end*, and its first token."""
    for first in range(max(0, end - longest_nominal()), end):
        words = " ".join(token.lower for token in tokens[first:end]).replace(" - ", "-")
        noun = nominals().get(words)
        if noun is not None and noun.single:
            return noun, first
    return None, end
