"""Names that the model saw once in a report and missed elsewhere in it, and initials that it never saw."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from dateline.annotations.entities.names import Name, titled
from dateline.annotations.entities.unlabelled import in_capitals, opens
from dateline.model import Sentence, Token
from dateline.resources.names import given_names, is_no_name, surnames
from dateline.resources.spelling import normalised

_PROPER = ("NNP", "NNPS")
_LONGEST_INITIALS = 6


def completed(names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Name]:
    """Return *names* with the further occurrences of their words, in order of the text."""
    names = _without_ordinary(names, sentences)
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
        if not label and repeated[token.text] > 1 and not is_no_name(token.text) and not in_capitals(sentence):
            label = "ORG"
        if label:
            added.append(titled(Name(sentence, token.index, token.index + 1, label)))
    return sorted([*names, *added], key=lambda name: name.span.start)


def _without_ordinary(names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Name]:
    """Return the names without single words that only open sentences and that the report elsewhere writes small ("Mines")."""
    sure = {token.text for name in names if not _may_be_ordinary(name) for token in name.tokens}
    doubtful = {name.tokens[0].text for name in names if _may_be_ordinary(name)} - sure
    small = {word.lower() for word in doubtful}
    written = {token.text for sentence in sentences for token in sentence.tokens if token.text in small}
    return [name for name in names if not (_may_be_ordinary(name) and _is_one_of(name.tokens[0], doubtful, written))]


def _is_one_of(token: Token, doubtful: Set[str], written: Set[str]) -> bool:
    return token.text in doubtful and token.lower in written


def _may_be_ordinary(name: Name) -> bool:
    return not name.entries and not name.title and name.last - name.first == 1 and opens(name.sentence, name.first)


def _labels(names: Sequence[Name]) -> dict[str, str]:
    """Return the label for each word that by itself can stand for one of the names: surname, given name, single word."""
    labels: dict[str, str] = {}
    for name in names:
        tokens = name.tokens
        if len(tokens) == 1 and name.label:
            labels.setdefault(tokens[0].text, name.label)
        elif name.label == "PERSON" and tokens[-1].tag in _PROPER:
            called = surnames(" ".join(token.text for token in tokens))
            labels |= {token.text: "PERSON" for token in tokens if normalised(token.text) in called}
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
