"""Names that the model saw once in a report and missed elsewhere in it, and initials that it never saw."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.annotations.entities.names import Name, titled
from dateline.model import Sentence, Token
from dateline.resources.names import given_names, is_no_name

_PROPER = ("NNP", "NNPS")
_LONGEST_INITIALS = 6


def completed(names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Name]:
    """Return *names* with the further occurrences of their words, in order of the text."""
    taken: dict[int, set[int]] = defaultdict(set)
    for name in names:
        taken[id(name.sentence)].update(range(name.first, name.last))
    labels = _labels(names)
    free = [
        (sentence, token)
        for sentence in sentences
        for token in sentence.tokens
        if token.text[0].isupper() and token.index not in taken[id(sentence)]
    ]
    repeated = Counter(token.text for _, token in free if _initials(token))
    added = []
    for sentence, token in free:
        label = labels.get(token.text, "") if _may_name(token, labels.get(token.text, "")) else ""
        if not label and repeated[token.text] > 1 and not is_no_name(token.text) and not _shouted(sentence):
            label = "ORG"
        if label:
            added.append(titled(Name(sentence, token.index, token.index + 1, label)))
    return sorted([*names, *added], key=lambda name: name.span.start)


def _labels(names: Sequence[Name]) -> dict[str, str]:
    """Return the label for each word that by itself can stand for one of the names: surname, given name, single word."""
    labels: dict[str, str] = {}
    for name in names:
        tokens = name.tokens
        if len(tokens) == 1 and name.label:
            labels.setdefault(tokens[0].text, name.label)
        elif name.label == "PERSON" and tokens[-1].tag in _PROPER:
            labels[tokens[-1].text] = "PERSON"
            if tokens[0].text in given_names():
                labels.setdefault(tokens[0].text, "PERSON")
    return {word: label for word, label in labels.items() if word[0].isupper() and len(word) > 1}


def _may_name(token: Token, label: str) -> bool:
    """Whether a capitalised word is a name here: by its tag, or in the place of a surname ("Hope said")."""
    if token.tag in _PROPER:
        return True
    return (
        label == "PERSON" and token.tag[:2] in ("NN", "JJ", "VB") and (token.index > 0 or token.dep.startswith("nsubj"))
    )


def _initials(token: Token) -> bool:
    return (
        token.tag in _PROPER
        and 1 < len(token.text) <= _LONGEST_INITIALS
        and token.text.isupper()
        and token.text.isalnum()
    )


def _shouted(sentence: Sentence) -> bool:
    """Whether a sentence is written in capitals, so that capitals show nothing."""
    words = [token.text for token in sentence.tokens if token.text.isalpha()]
    return sum(word.isupper() for word in words) * 2 > len(words)
