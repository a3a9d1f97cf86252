"""Names in one sentence: the model's labels, corrected and completed by the names that the tables know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.model import Sentence, Span, Token
from dateline.resources.gazetteer import Gazetteer, NameEntry
from dateline.resources.names import given_names, honorifics, is_no_name
from dateline.resources.nominals import longest_nominal, nominals

NAME_LABELS = frozenset(
    ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
)
LONGEST_NAME = 7
"""Words of the longest name looked up in the tables."""

_ARTICLES = frozenset(("the", "a", "an"))
_OPENING = frozenset("\"'“‘(«[-–—:;,.•*@#/") | {"``", "''", "--"}
_CLOSING = frozenset("\"'”’)»]-–—:;,•*/®™") | {"``", "''", "--", "'s", "’s", "’"}
_DASHES = frozenset("-–—")
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_PARTICLES = frozenset(
    ("von", "van", "der", "den", "de", "da", "dos", "del", "di", "du", "la", "bin", "ben", "ibn", "al", "el")
)
_INSIDE = _PARTICLES | {"of", "the", "and", "for", "&", "-", "'s", "’s", "on", "in", "to"}
_PREFIXES = frozenset(("anti", "pro", "non", "ex", "pre", "post", "mid", "un", "sino", "franco", "anglo"))
_JOINTS = _INSIDE | _OPENING | _CLOSING | _PREFIXES
_SUFFIXES = frozenset(("inc", "inc.", "ltd", "ltd.", "llc", "jr", "jr.", "sr", "sr.", "ii", "iii", "m.d.", "ph.d."))
_NAME_TAGS = frozenset(("NNP", "NNPS", "JJ", "NN", "NNS", "ADD", "FW"))


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """Tokens ``[first, last)`` of a sentence that name something; `title` is what stands before it
    ("president", "mr"), from token `opening` on."""

    sentence: Sentence
    first: int
    last: int
    label: str
    entries: tuple[NameEntry, ...] = ()
    title: str = ""
    opening: int = -1

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the name."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def span(self) -> Span:
        """Where the name stands, without its title."""
        tokens = self.sentence.tokens
        return Span(tokens[self.first].start, tokens[self.last - 1].end)

    @property
    def head(self) -> Token:
        """The token by which the name hangs in the sentence."""
        inside = range(self.first, self.last)
        hanging = (token for token in self.tokens if token.head not in inside or token.head == token.index)
        return next(hanging, self.tokens[-1])


def find_names(sentence: Sentence, text: str, gazetteer: Gazetteer) -> list[Name]:
    """Return the names of a sentence in order; none overlaps another."""
    names = _merged(list(_labelled(sentence)), list(_known(sentence, text, gazetteer)))
    return [titled(name) for name in names]


def _labelled(sentence: Sentence) -> Iterator[Name]:
    """Yield the model's entities, cut at possessives and trimmed."""
    tokens = sentence.tokens
    first = 0
    while first < len(tokens):
        label = tokens[first].label
        last = first + 1
        while last < len(tokens) and tokens[last].label == label and not _starts(tokens, last):
            last += 1
        if label in NAME_LABELS:
            trimmed = _trimmed(Name(sentence, first, last, label))
            if trimmed:
                yield trimmed
        first = last


def _starts(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a token begins another entity: by the model, after a dash, or after a comma if it is no mere suffix."""
    before = tokens[index - 1]
    if tokens[index].begins or (before.text in _DASHES and before.start > tokens[index - 2].end):
        return True
    return before.text == "," and tokens[index].label in ("PERSON", "ORG") and tokens[index].lower not in _SUFFIXES


def _trimmed(name: Name) -> Name | None:
    tokens, first, last = name.sentence.tokens, name.first, name.last
    while first < last and (tokens[first].text in _OPENING or tokens[first].lower in _ARTICLES):
        first += 1
    while first < last and tokens[last - 1].text in _CLOSING:
        last -= 1
    if name.label == "PERSON":
        first = _after_title(name.sentence, first, last)
    elif last - first > 1 and tokens[first].lower.rstrip(".") in honorifics():
        first += 1
    words = tokens[first:last]
    if not any(character.isupper() for token in words for character in token.text):
        return None
    if words[0].text[0] in "+#@" or is_no_name(words[0].text):
        return None
    if name.label == "PERSON" and any(character.isdigit() for token in words for character in token.text):
        return None
    return replace(name, first=first, last=last)


def _after_title(sentence: Sentence, first: int, last: int) -> int:
    """Return where the name proper begins in a PERSON span that opens with words of office or address."""
    tokens = sentence.tokens
    for length in range(min(longest_nominal(), last - first - 1), 0, -1):
        words = " ".join(token.lower for token in tokens[first : first + length])
        noun = nominals().get(words)
        if words.rstrip(".") in honorifics() or (noun and noun.title):
            return _after_title(sentence, first + length, last)
    called = last - first > 2 and tokens[first].text not in given_names() and tokens[first + 1].text in given_names()
    return first + 1 if called and len(tokens[first].text) > 1 else first


def _known(sentence: Sentence, text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    """Yield the longest names of the tables, from left to right."""
    first = 0
    while first < len(sentence.tokens):
        found = _from(sentence, first, text, gazetteer)
        if found:
            yield found
        first = found.last if found else first + 1


def _from(sentence: Sentence, first: int, text: str, gazetteer: Gazetteer) -> Name | None:
    """Return the name that begins at a token, or one that begins inside it and reaches further, without an idle article."""
    if not _may_begin(sentence.tokens[first]):
        return None
    found = _longest(sentence, first, text, gazetteer)
    if found is None:
        return None
    for later in range(first + 1, found.last):
        other = _longest(sentence, later, text, gazetteer) if _may_begin(sentence.tokens[later]) else None
        if other and other.last > found.last:
            return other
        if other and later == first + 1 and other.last == found.last and _idle_article(found, text, gazetteer):
            return other
    return found


def _idle_article(name: Name, text: str, gazetteer: Gazetteer) -> bool:
    """Whether a name opens with an article that its table does not write ("The Hague" keeps it)."""
    return name.tokens[0].lower in _ARTICLES and name.span.of(text) not in gazetteer.names


def _may_begin(token: Token) -> bool:
    return token.text[0].isupper() or token.lower in ("al", "el")


def _longest(sentence: Sentence, first: int, text: str, gazetteer: Gazetteer) -> Name | None:
    tokens = sentence.tokens
    best = None
    for last in range(first + 1, min(first + LONGEST_NAME, len(tokens)) + 1):
        token = tokens[last - 1]
        if not (token.text[0].isupper() or token.lower in _INSIDE or tokens[last - 2].text == "-"):
            break
        if token.text in _CLOSING or token.lower in _INSIDE:
            continue
        entries = gazetteer.lookup(text[tokens[first].start : token.end])
        if entries:
            best = Name(sentence, first, last, "", entries)
    return best


def _merged(labelled: list[Name], known: list[Name]) -> list[Name]:
    """Return one list of names without overlaps, from the model's entities and the names of the tables."""
    names: list[Name] = []
    for span in labelled:
        names += _settled(span, [name for name in known if name.first < span.last and span.first < name.last])
    names = [name for place, name in enumerate(names) if place == 0 or names[place - 1].first != name.first]
    taken = {index for name in names for index in range(name.first, name.last)}
    names += [name for name in known if taken.isdisjoint(range(name.first, name.last)) and _stands_alone(name)]
    return sorted(names, key=lambda name: name.first)


def _settled(span: Name, known: list[Name]) -> list[Name]:
    """Return what an entity of the model becomes beside the known names that share tokens with it."""
    known = [name for name in known if len(name.tokens) >= len(span.tokens) or not _only_surname(name)]
    labelled = [replace(name, label=span.label) for name in known]
    if labelled and labelled[0].first == span.first and _is_body(span.tokens[len(labelled[0].tokens) :]):
        return labelled[:1]
    covered = {index for name in known for index in range(name.first, name.last)}
    rest = [token for token in span.tokens if token.index not in covered and token.lower not in _JOINTS]
    if known and (not rest or any(len(name.tokens) > len(span.tokens) for name in known)):
        return labelled
    tokens = span.sentence.tokens
    for name in labelled:
        if name.first == span.first and name.last < span.last and tokens[name.last].text in _POSSESSIVE:
            remainder = _trimmed(replace(span, first=name.last + 1))
            return (
                [name, *_settled(remainder, [other for other in known if other.first > name.last])]
                if remainder
                else [name]
            )
    return [span]


def _only_surname(name: Name) -> bool:
    return all(entry.how == "surname" for entry in name.entries)


def _is_body(tokens: tuple[Token, ...]) -> bool:
    """Whether what follows a state's name is one of its organs ("Ghanaian Foreign Ministry"), read as a description."""
    noun = nominals().get(" ".join(token.lower for token in tokens if token.text not in _POSSESSIVE))
    return noun is not None and bool(noun.body)


def _stands_alone(name: Name) -> bool:
    """Whether a known name that the model did not label is one: no ordinary word at the head of a sentence."""
    return all(token.tag in _NAME_TAGS or token.lower in _INSIDE for token in name.tokens)


def titled(name: Name) -> Name:
    """Return the name with the words of office or address that stand directly before it."""
    tokens = name.sentence.tokens
    for length in range(min(longest_nominal(), name.first), 0, -1):
        words = " ".join(token.lower for token in tokens[name.first - length : name.first])
        noun = nominals().get(words)
        if words.rstrip(".") in honorifics() or (noun and noun.title):
            return replace(name, title=words.rstrip("."), opening=name.first - length)
    return name
