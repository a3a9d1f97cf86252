"""Names that neither the model nor the tables see: capitals in the midst of a sentence that nothing else explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.annotations.entities.names import UNLABELLED, Name, is_title, titled
from dateline.model import Sentence, Token
from dateline.resources.datelines import month_numbers, weekday_names
from dateline.resources.names import is_no_name, type_by_words
from dateline.resources.nominals import nominals

_PROPER = ("NNP", "NNPS")
_MEASURES = frozenset(("DATE", "TIME", "ORDINAL", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"))
_SHORTEST = 3
"""Letters of the shortest single word that capitals alone make a name."""
_WHOLE = ("PERSON", "NORP", "LANGUAGE")


def with_unlabelled(names: Sequence[Name], sentence: Sentence) -> list[Name]:
    """Return the names of a sentence in order, lengthened and completed by runs of proper nouns that stand outside them."""
    if in_capitals(sentence):
        return list(names)
    taken = {index for name in names for index in range(name.first, name.last)}
    found = {name.last: name for name in names}
    starts = {name.first for name in names}
    added = []
    for first, last in _runs(sentence, taken):
        before = found.get(first)
        if before is not None:
            if _goes_on(before, sentence.tokens[last - 1]):
                found[first] = Name(sentence, before.first, last, "ORG", (), before.title, before.opening)
            continue
        first = _leftmost(sentence, first, taken)
        name = _named(sentence, first, last) if not opens(sentence, first) and last not in starts else None
        if name is not None:
            added.append(name)
    return sorted([*found.values(), *added], key=lambda name: name.first)


def in_capitals(sentence: Sentence) -> bool:
    """Say whether a sentence is written in capitals or as a headline, so that capitals show nothing."""
    words = [token for token in sentence.tokens if token.text.isalpha() and len(token.text) > 3]
    if any(token.text.islower() and token.tag.startswith("VB") for token in sentence.tokens):
        return False
    return sum(not token.text.islower() for token in words) * 2 > len(words)


def _leftmost(sentence: Sentence, first: int, taken: set[int]) -> int:
    """Return where the capitals begin that stand right before a run of proper nouns ("One World")."""
    tokens = sentence.tokens
    while first > 1 and first - 1 not in taken and tokens[first - 1].text.istitle() and not opens(sentence, first - 1):
        if is_title(tokens[first - 1].lower) or tokens[first - 1].label in _MEASURES - {"CARDINAL"}:
            break
        first -= 1
    return first


def opens(sentence: Sentence, index: int) -> bool:
    """Say whether a token is the first word of its sentence, marks before it left out, so that its capital shows nothing."""
    return all(not token.text[0].isalnum() for token in sentence.tokens[:index])


def _runs(sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
    first = 0
    tokens = sentence.tokens
    while first < len(tokens):
        last = first
        while (
            last < len(tokens)
            and last not in taken
            and (_may_name(tokens[last]) or (last > first and _goes_with(tokens[last])))
        ):
            last += 1
        if last > first and not _joined(tokens, first, last):
            yield first, last
        first = max(last, first + 1)


def _may_name(token: Token) -> bool:
    if token.tag not in _PROPER or not token.text[0].isupper() or token.label in _MEASURES:
        return False
    word = token.lower.rstrip(".")
    return not is_no_name(token.text) and word not in month_numbers() and token.text.rstrip(".") not in weekday_names()


def _goes_with(token: Token) -> bool:
    """Whether a capitalised common noun goes on with the proper noun before it ("Oulu Wolves")."""
    return (
        token.tag in ("NN", "NNS") and token.text.istitle() and token.label not in _MEASURES and not _is_common(token)
    )


def _joined(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a hyphen or the like joins the run to what stands beside it."""
    before, after = tokens[first - 1] if first else None, tokens[last] if last < len(tokens) else None
    return (before is not None and before.end == tokens[first].start and before.text in "-/_") or (
        after is not None and after.start == tokens[last - 1].end and after.text in "-/_"
    )


def _goes_on(name: Name, token: Token) -> bool:
    """Whether a name that no table knows, and no person's or people's, goes on with what follows it ("Leeds | Rovers")."""
    return not name.entries and name.label not in _WHOLE and not _is_common(token) and name.head.head == token.index


def _named(sentence: Sentence, first: int, last: int) -> Name | None:
    tokens = sentence.tokens
    whole = " ".join(token.text for token in tokens[first:last])
    while first < last and is_title(tokens[first].lower) and not type_by_words(whole):
        first += 1
    words = tokens[first:last]
    if not words or _is_common(words[-1]) or (len(words) == 1 and len(words[0].text) < _SHORTEST):
        return None
    name = titled(Name(sentence, first, last, UNLABELLED))
    return replace(name, label="PERSON") if name.title else name


def _is_common(token: Token) -> bool:
    return is_title(token.lower) or token.lower in nominals()
