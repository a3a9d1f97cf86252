"""Numbers in a sentence: words and figures, ranges, approximation, currency, and the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.model import Quantity, Sentence, Span, Token
from dateline.resources.quantities import Approximator, NumberWord, approximators, currencies, number_words, units

_FIGURES = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]*)$", re.IGNORECASE)
_MONEY_ONLY = frozenset({"m", "k", "b"})
_ARTICLES = frozenset({"a", "an"})
_PRONOUNS = frozenset({"half", "one"})
_WITH_ARTICLE = frozenset({"few", "couple", "handful"})
_TO = frozenset({"to", "-", "–", "—", "or"})
_NO_UNIT = frozenset({"other", "more", "part", "number"})
_SKIPPED = frozenset({"ADJ", "ADV", "DET"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PHRASAL = frozenset({"hand", "take", "turn"})
_FAR = 6
_LEAST_FIGURES = 1000


@dataclass(frozen=True, slots=True)
class Number:
    """A number from token `first` to token `last`, with the noun it counts or the unit that a sign names."""

    first: int
    last: int
    low: float | None
    high: float | None
    approximate: bool = False
    unit: Token | None = None
    sign: str | None = None


class Numbers:
    """The numbers of one sentence but those in times, found by the nouns they count."""

    def __init__(self, text: str, sentence: Sentence, times: Iterable[Span]) -> None:
        self._text = text
        self._sentence = sentence
        taken = list(times)
        self.all = tuple(number for number in _numbers(sentence) if not _is_in(sentence, number, taken))

    def of(self, noun: Token) -> Number | None:
        """Return the number that counts a noun, or that the word itself is."""
        return next((n for n in self.all if n.first <= noun.index <= _end(n)), None)

    def quantity(self, number: Number) -> Quantity:
        """Return the number with its unit and words."""
        span = Span(self._sentence.tokens[number.first].start, self._sentence.tokens[number.last].end)
        return Quantity(
            low=number.low,
            high=number.high,
            unit=number.sign or unit_of(self._sentence, number.unit),
            approximate=number.approximate,
            span=span,
            text=span.of(self._text),
        )

    def words(self, number: Number) -> Span:
        """Return where the number stands with the noun it counts."""
        tokens = self._sentence.tokens
        return Span(tokens[number.first].start, tokens[_end(number)].end)


def _end(number: Number) -> int:
    """Return the index of the last word of a number with the noun it counts."""
    return max(number.last, number.unit.index if number.unit else 0)


def unit_of(sentence: Sentence, noun: Token | None) -> str | None:
    """Return the name of the unit that a noun is: its own in the tables, else the noun in the singular."""
    if noun is None or noun.lemma.lower() in _NO_UNIT:
        return None
    word = noun.lemma.lower() if noun.pos == "NOUN" else noun.text.removesuffix("s")
    before = sentence.tokens[noun.index - 1].lower if noun.index else ""
    known = units().get(f"{before} {word.lower()}") or units().get(word.lower())
    return known[0] if known else word


def is_money(quantity: Quantity) -> bool:
    """Say whether a quantity is a sum of money."""
    return quantity.unit in currencies()


def _is_in(sentence: Sentence, number: Number, taken: Iterable[Span]) -> bool:
    span = Span(sentence.tokens[number.first].start, sentence.tokens[number.last].end)
    return any(span.overlaps(time) for time in taken)


def _numbers(sentence: Sentence) -> Iterator[Number]:
    tokens, index = sentence.tokens, 0
    while index < len(tokens):
        found = _range(tokens, index) if _may_begin(tokens[index]) else None
        index = index + 1 if found is None else found.last + 1
        if found is not None and not _is_age(tokens, found) and _words(tokens, found.first - 2, 2) != ("one", "of"):
            yield _with_unit(sentence, _meant(tokens, found))


def _is_age(tokens: tuple[Token, ...], number: Number) -> bool:
    """Say whether a number tells how old somebody is: "a 20-year-old man"."""
    after = [word for word in _words(tokens, number.last + 1, 5) if word != "-"]
    return after[:1] in (["year"], ["years"], ["month"]) and after[1:2] == ["old"]


def _may_begin(token: Token) -> bool:
    return token.text[:1].isdigit() or token.lower in number_words() or token.lower in _ARTICLES


def _range(tokens: tuple[Token, ...], index: int) -> Number | None:
    first = _value(tokens, index)
    if first is None:
        return None
    low, after = first.low, first.last + 2
    between = index > 0 and tokens[index - 1].lower == "between"
    link = tokens[first.last + 1].lower if after < len(tokens) else ""
    second = _value(tokens, after) if link in _TO or (between and link == "and") else None
    if second is None or low is None or second.high is None:
        return first
    if second.low is not None and low < _LEAST_FIGURES <= second.low:
        low *= _scale(tokens, second)
    if low >= second.high:
        return first
    begin = index - 1 if between else index
    return Number(begin, second.last, low, second.high, first.approximate or second.approximate)


def _scale(tokens: tuple[Token, ...], number: Number) -> float:
    """Return what the last word of a number multiplies by, so that "20 to 30 million" begins at 20 million."""
    word = number_words().get(tokens[number.last].lower)
    return word.low if word is not None and word.kind == "scale" else 1


def _value(tokens: tuple[Token, ...], index: int) -> Number | None:
    """Return the number whose words begin at a token, without what stands around it, or None."""
    word = number_words().get(tokens[index].lower)
    article = tokens[index].lower in _ARTICLES
    if article:
        following = number_words().get(tokens[index + 1].lower) if index + 1 < len(tokens) else None
        if following is None or following.kind == "number":
            return None
        if following.kind == "vague":
            return _vague(tokens, index, index + 1, following)
        return _sum(tokens, index)
    if word is not None and word.kind == "vague":
        return None if tokens[index].lower in _WITH_ARTICLE else _vague(tokens, index, index, word)
    if word is not None and word.kind == "scale":
        return None
    return _sum(tokens, index)


def _vague(tokens: tuple[Token, ...], first: int, index: int, word: NumberWord) -> Number:
    """Return the range of a word such as "dozens", multiplied in "tens of thousands" and "several hundred"."""
    after = index + 2 if index + 1 < len(tokens) and tokens[index + 1].lower == "of" else index + 1
    following = number_words().get(tokens[after].lower) if after < len(tokens) else None
    if following is None or following.kind not in ("scale", "vague") or following.low < 2:
        return Number(first, index, word.low, word.high, approximate=True)
    scale = following.low / 2 if following.kind == "vague" else following.low
    return Number(first, after, word.low * scale, (word.high + 1) * scale - 1, approximate=True)


def _sum(tokens: tuple[Token, ...], first: int) -> Number | None:
    """Return the number that figures and number words add up to: "two hundred and fifty", "half a million", "3.5 million"."""
    total, index, last = 0.0, first, first - 1
    current: float | None = None
    while index < len(tokens):
        word = number_words().get(tokens[index].lower)
        if current is None and (figures := _figures(tokens, index)) is not None:
            current, last = figures, index
        elif _adds(current, word):
            current, last = (current or 0) + (word.low if word else 0), index
        elif word is not None and word.kind == "scale" and (current is not None or index > first):
            current, last = (current or 1) * word.low, index
            if word.low >= _LEAST_FIGURES:
                total, current = total + current, None
        elif current is not None and _words(tokens, index, 3) == ("and", "a", "half"):
            current, last, index = current + 0.5, index + 2, index + 2
        elif not _joins(tokens, index, first):
            break
        index += 1
    alone = last == first and tokens[first].lower in _PRONOUNS and not _is_counting(tokens, first)
    value = total + (current or 0)
    return None if last < first or alone else Number(first, last, value, value)


def _adds(current: float | None, word: NumberWord | None) -> bool:
    """Say whether a number word goes on with the number before it: "forty" after "hundred", "one" after "forty"."""
    if word is None or word.kind not in ("number", "half"):
        return False
    if current is None:
        return True
    return word.kind == "number" and (
        current % 100 == 0 or (current % 10 == 0 and current % 100 > 10 and word.low < 10)
    )


def _words(tokens: tuple[Token, ...], index: int, count: int) -> tuple[str, ...]:
    return tuple(token.lower for token in tokens[index : index + count])


def _joins(tokens: tuple[Token, ...], index: int, first: int) -> bool:
    """Say whether a word only joins numbers: the "and" of "two hundred and fifty", the hyphen, the "a" of "half a million"."""
    following = number_words().get(tokens[index + 1].lower) if index + 1 < len(tokens) else None
    if following is None:
        return False
    lower, before = tokens[index].lower, number_words().get(tokens[index - 1].lower) if index > first else None
    if lower in _ARTICLES:
        return following.kind == "scale"
    if lower == "-":
        return following.kind in ("number", "scale") and tokens[index].start == tokens[index - 1].end
    return lower == "and" and following.kind == "number" and before is not None and before.kind == "scale"


def _figures(tokens: tuple[Token, ...], index: int) -> float | None:
    token = tokens[index]
    found = _FIGURES.match(token.text)
    if found is None:
        return None
    value = float(found[1].replace(",", "") + (found[2] or ""))
    suffix = found[3].lower()
    if not suffix:
        return value
    scale = number_words().get(suffix)
    money = index > 0 and tokens[index - 1].lower in units()
    known = scale is not None and scale.kind == "scale" and (money or suffix not in _MONEY_ONLY)
    return value * scale.low if scale is not None and known else None


def _is_counting(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether "one" counts something, and is no pronoun."""
    return tokens[index].lower == "one" and tokens[index].dep == "nummod" and tokens[index].head > index


def _meant(tokens: tuple[Token, ...], number: Number) -> Number:
    """Return the number with its sign of currency and with what the words around it say of how far it is meant."""
    before = tokens[number.first - 1].lower if number.first else ""
    after = tokens[number.last + 1].lower if number.last + 1 < len(tokens) else ""
    if before in units() and not before.isalpha():
        number = replace(number, first=number.first - 1, sign=units()[before][0])
    elif after == "%" or after in ("percent", "pct"):
        number = replace(number, last=number.last + 1, sign="percent")
    for approximator, first in _before(tokens, number.first):
        return replace(_bounded(number, approximator), first=first)
    for approximator, last in _after(tokens, number.last):
        return replace(_bounded(number, approximator), last=last)
    return number


def _bounded(number: Number, by: Approximator) -> Number:
    return replace(
        number,
        low=number.low if by.low else None,
        high=number.high if by.high else None,
        approximate=number.approximate or by.approximate,
    )


def _before(tokens: tuple[Token, ...], first: int) -> Iterator[tuple[Approximator, int]]:
    for approximator in approximators("before").get(tokens[first - 1].lower, ()) if first else ():
        begin = first - len(approximator.words)
        if (
            begin >= 0
            and not _is_particle(tokens, begin)
            and tuple(token.lower for token in tokens[begin:first]) == approximator.words
        ):
            yield approximator, begin


def _is_particle(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a word belongs to the verb before it: the "over" of "hand over 30 lorries"."""
    before = tokens[index - 1].lemma if index else ""
    return tokens[index].dep == "prt" or (before in _PHRASAL and tokens[index].lower == "over")


def _after(tokens: tuple[Token, ...], last: int) -> Iterator[tuple[Approximator, int]]:
    for approximator in approximators("after").get(tokens[last + 1].lower, ()) if last + 1 < len(tokens) else ():
        end = last + len(approximator.words)
        if tuple(token.lower for token in tokens[last + 1 : end + 1]) == approximator.words:
            yield approximator, end


def _with_unit(sentence: Sentence, number: Number) -> Number:
    return number if number.sign else replace(number, unit=_counted(sentence, number))


def _counted(sentence: Sentence, number: Number) -> Token | None:
    """Return the noun that a number counts: the one it depends on, the one after "of", or the next in its phrase."""
    tokens = sentence.tokens
    for token in tokens[number.first : number.last + 1]:
        head = sentence.head(token)
        near = number.last < head.index <= number.last + _FAR
        if near and head.pos in _NOUNS and token.dep not in ("advmod", "prep"):
            return None if head.lemma == "number" else _compounded(tokens, head)
    index = number.last + 1
    if index < len(tokens) and tokens[index].lower == "of":
        index += 1
    while index < len(tokens) and (tokens[index].pos in _SKIPPED or tokens[index].dep in ("amod", "poss")):
        index += 1
    if index >= len(tokens) or tokens[index].pos not in _NOUNS or index > number.last + _FAR:
        return None
    while index + 1 < len(tokens) and tokens[index].dep == "compound" and tokens[index + 1].pos in _NOUNS:
        index += 1
    return tokens[index]


def _compounded(tokens: tuple[Token, ...], noun: Token) -> Token:
    """Return the last part of a noun with a hyphen: the defendants of "co-defendants"."""
    after = tokens[noun.index + 1 : noun.index + 3]
    joined = len(after) > 1 and after[0].text == "-" and after[0].start == noun.end and after[1].pos in _NOUNS
    return after[1] if joined else noun
