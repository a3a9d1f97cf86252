"""The model's names in one sentence, cut at possessives and dashes and trimmed of what is no part of a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotations.entities.names import NAME_LABELS, Name, is_title
from dateline.model import Sentence, Token
from dateline.resources.names import given_names, honorifics, is_no_name, word_set
from dateline.resources.nominals import longest_nominal

OPENING = frozenset("\"'“‘«([-–—:;,.•*@#/") | {"``", "''", "--"}
CLOSING = frozenset("\"'”’)»]-–—:;,•*/®™") | {"``", "''", "--", "'s", "’s", "’"}
_DASHES = frozenset("-–—")


def labelled_names(sentence: Sentence) -> Iterator[Name]:
    """Yield the model's names in order, trimmed."""
    tokens = sentence.tokens
    first = 0
    while first < len(tokens):
        label = tokens[first].label
        last = first + 1
        while last < len(tokens) and tokens[last].label == label and not _starts(tokens, last):
            last += 1
        if label in NAME_LABELS:
            name = trimmed(Name(sentence, first, last, label))
            if name:
                yield name
        first = last


def _starts(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a token begins another name: by the model, after a dash, or after a comma if it is no mere suffix."""
    before = tokens[index - 1]
    if tokens[index].begins or (before.text in _DASHES and before.start > tokens[index - 2].end):
        return True
    return before.text == "," and tokens[index].label in ("PERSON", "ORG") and not is_suffix(tokens[index])


def is_suffix(token: Token) -> bool:
    """Say whether a token may follow a name after a comma and still belong to it ("Inc.")."""
    return token.lower in word_set("suffix")


def trimmed(name: Name) -> Name | None:
    """Return a name without articles, marks, titles; None where nothing is left that is one."""
    tokens, first, last = name.sentence.tokens, name.first, name.last
    articles = word_set("article")
    while first < last and (tokens[first].text in OPENING or tokens[first].lower in articles):
        first += 1
    while first + 2 < last and tokens[first].lower in word_set("prefix") and tokens[first + 1].text in _DASHES:
        first += 2
    while first < last and tokens[last - 1].text in CLOSING:
        last -= 1
    while last - first > 1 and _is_next_title(name, last):
        last -= 1
    if name.label == "PERSON":
        first = _after_title(name.sentence, first, last)
    elif last - first > 1 and tokens[first].lower.rstrip(".") in honorifics():
        first += 1
    return replace(name, first=first, last=last) if _is_name(tokens[first:last], name.label) else None


def _is_next_title(name: Name, last: int) -> bool:
    """Whether the last word of a name is the title of the person named next ("Leeds Police Capt. | Ann Brown")."""
    tokens = name.sentence.tokens
    if last == len(tokens) or name.label == "PERSON" or not is_title(tokens[last - 1].lower):
        return False
    after = tokens[last + 1] if tokens[last].text == "." and last + 1 < len(tokens) else tokens[last]
    return after.label == "PERSON"


def _is_name(tokens: tuple[Token, ...], label: str) -> bool:
    if not any(character.isupper() for token in tokens for character in token.text):
        return False
    if tokens[0].text[0] in "+#@" or all(is_no_name(token.text) for token in tokens):
        return False
    return label != "PERSON" or not any(character.isdigit() for token in tokens for character in token.text)


def _after_title(sentence: Sentence, first: int, last: int) -> int:
    """Return where the name proper begins in a PERSON span that opens with words of office or address."""
    tokens = sentence.tokens
    if last - first > 1 and is_no_name(tokens[first].text):
        return _after_title(sentence, first + 1, last)
    for index in range(last - 2, first, -1):
        honorific = honorifics().get(tokens[index].lower.rstrip("."))
        if honorific is not None and honorific.in_name:
            return index + 1
    for length in range(min(longest_nominal(), last - first - 1), 0, -1):
        if is_title(" ".join(token.lower for token in tokens[first : first + length])):
            return _after_title(sentence, first + length, last)
    called = last - first > 2 and tokens[first].text not in given_names() and tokens[first + 1].text in given_names()
    return first + 1 if called and len(tokens[first].text) > 1 else first
