"""The words of a parsed text with the parts of speech and lemmas that a pipeline's attribute ruler and lemmatizer give them.

The two take a fifth of spaCy's time, and of nearly every word they say what they said of it before. Here the ruler is asked
once for each kind of word, and the lemmatizer once for each word of a kind. Rules about more than one word are matched
everywhere all the same; where one fits, the two do their work themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"

_ASKED = {"LOWER", "TAG", "DEP", "IS_SPACE"}
_SET = {"POS", "MORPH", "LEMMA", "TAG", "DEP"}
"""What a rule may ask of a word and set, so that its answer holds for every word of the kind."""
_KIND: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE", "ORTH"]


class Word(NamedTuple):
    """What the pipeline says of a word."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """Words that the same rules fit, and those of them that were met."""

    rules: tuple[tuple[int, int], ...]
    met: dict[int, Word] = field(default_factory=dict)


class WordReader:
    """Reads the words of texts that a pipeline has parsed without the two components."""

    def __init__(self, pipeline: Language) -> None:
        self._ruler = cast("AttributeRuler", pipeline.get_pipe(RULER))
        self._lemmatizer = cast("Lemmatizer", pipeline.get_pipe(LEMMATIZER))
        self._wider: Matcher = type(self._ruler.matcher)(pipeline.vocab)
        self._named: set[int] = set()
        for number, rule in enumerate(cast("list[dict[str, Any]]", self._ruler.patterns)):
            words = _named(rule)
            if words is None:
                self._wider.add(str(number), rule["patterns"])
            else:
                self._named.update(map(pipeline.vocab.strings.add, words))
        self._kinds: dict[tuple[int, int, int, int], _Kind] = {}

    def __call__(self, doc: Doc) -> list[Word]:
        """Return what the pipeline says of each token, as the two components would have left it."""
        if self._wider(doc, allow_missing=True):
            return [_word(token) for token in self._lemmatizer(self._ruler(doc))]
        words = []
        for index, (lower, tag, dep, space, orth) in enumerate(doc.to_array(_KIND).tolist()):
            key = (lower if lower in self._named else 0, tag, dep, space)
            kind = self._kinds.get(key) or self._kinds.setdefault(key, self._kind(doc, index))
            words.append(kind.met.get(orth) or kind.met.setdefault(orth, self._met(doc, index, kind)))
        return words

    def _kind(self, doc: Doc, index: int) -> _Kind:
        matched = self._ruler.matcher(doc[index : index + 1], allow_missing=True)
        return _Kind(tuple(sorted((int(doc.vocab.strings[rule]), rule) for rule, _, _ in matched)))

    def _met(self, doc: Doc, index: int, kind: _Kind) -> Word:
        rules = [(number, rule, index, index + 1) for number, rule in kind.rules]
        self._ruler.set_annotations(doc, rules)  # type: ignore[no-untyped-call]
        token = doc[index]
        if token.lemma == 0:
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        return _word(token)


def _word(token: SpacyToken) -> Word:
    return Word(token.text, token.lemma_ or token.lower_, token.pos_, token.tag_, token.dep_)


def _named(rule: dict[str, Any]) -> set[str] | None:
    """Return the words that a rule about the kind of one word names; None for any other rule."""
    named: set[str] = set()
    for pattern in rule["patterns"]:
        words = pattern[0].get("LOWER", {"IN": []})
        named.update([words] if isinstance(words, str) else words.get("IN", ()))
        by_word = isinstance(words, str) or words.keys() == {"IN"}
        if len(pattern) != 1 or not pattern[0].keys() <= _ASKED or not by_word:
            return None
    return named if rule["attrs"].keys() <= _SET else None
