"""All names of a sentence: what the model and the tables see, brought into one list without overlaps."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotations.entities.labelled import CLOSING, OPENING, labelled_names, trimmed
from dateline.annotations.entities.names import POSSESSIVE, Name, titled
from dateline.annotations.entities.tabled import tabled_names
from dateline.annotations.entities.unlabelled import with_unlabelled
from dateline.model import Sentence, Token
from dateline.resources.gazetteer import Gazetteer
from dateline.resources.names import word_set
from dateline.resources.nominals import nominals

_NAME_TAGS = frozenset(("NNP", "NNPS", "JJ", "NN", "NNS", "ADD", "FW"))


def find_names(sentence: Sentence, text: str, gazetteer: Gazetteer) -> list[Name]:
    """Return the names of a sentence in order; none overlaps another."""
    names = _merged(list(labelled_names(sentence)), list(tabled_names(sentence, text, gazetteer)))
    return with_unlabelled([titled(name) for name in names], sentence)


def _merged(labelled: list[Name], known: list[Name]) -> list[Name]:
    """Return one list of names without overlaps, from the model's names and those of the tables."""
    names: list[Name] = []
    for span in labelled:
        names += _settled(span, [name for name in known if name.first < span.last and span.first < name.last])
    names = [name for place, name in enumerate(names) if place == 0 or names[place - 1].first != name.first]
    taken = {index for name in names for index in range(name.first, name.last)}
    names += [name for name in known if taken.isdisjoint(range(name.first, name.last)) and _stands_alone(name)]
    return sorted(names, key=lambda name: name.first)


def _settled(span: Name, known: list[Name]) -> list[Name]:
    """Return what a name of the model becomes beside the known names that share tokens with it."""
    known = [name for name in known if len(name.tokens) >= len(span.tokens) or not _only_surname(name)]
    if _of_one_state(span, known):
        return [span]
    labelled = [replace(name, label=span.label) for name in known]
    if labelled and labelled[0].first == span.first and _is_body(span.tokens[len(labelled[0].tokens) :]):
        return labelled[:1]
    covered = {index for name in known for index in range(name.first, name.last)}
    rest = [token for token in span.tokens if token.index not in covered and not _joins(token)]
    if known and (not rest or any(len(name.tokens) > len(span.tokens) for name in known)):
        return labelled
    tokens = span.sentence.tokens
    for name in labelled:
        if name.first == span.first and name.last < span.last and tokens[name.last].text in POSSESSIVE:
            remainder = trimmed(replace(span, first=name.last + 1))
            return (
                [name, *_settled(remainder, [other for other in known if other.first > name.last])]
                if remainder
                else [name]
            )
    return [span]


def _of_one_state(span: Name, known: list[Name]) -> bool:
    """Whether a name is an adjective and a state's name run together, which is neither's ("British Honduras")."""
    if len(known) != 2 or (known[0].first, known[1].last) != (span.first, span.last) or known[0].last != known[1].first:
        return False
    hows = [{entry.how for entry in name.entries} for name in known]
    return hows[0] <= {"adjective", "people"} and hows[1] <= {"name", "alias"}


def _joins(token: Token) -> bool:
    """Whether a token only joins names or stands at their edges."""
    word = token.lower
    return word in word_set("joint") or word in word_set("prefix") or word in OPENING or word in CLOSING


def _only_surname(name: Name) -> bool:
    return all(entry.how == "surname" for entry in name.entries)


def _is_body(tokens: tuple[Token, ...]) -> bool:
    """Whether what follows a state's name is one of its organs ("Ghanaian Foreign Ministry"), read as a description."""
    noun = nominals().get(" ".join(token.lower for token in tokens if token.text not in POSSESSIVE))
    return noun is not None and bool(noun.body)


def _stands_alone(name: Name) -> bool:
    """Whether a known name that the model did not label is one: no ordinary word at the head of a sentence."""
    joints = word_set("joint")
    return all(token.tag in _NAME_TAGS or token.lower in joints for token in name.tokens)
