"""The words of a parsed text with the parts of speech and lemmas that a pipeline's attribute ruler and lemmatizer give them.

The two take a fifth of spaCy's time, and of nearly every word they say what they said of it before. Here the ruler is asked
once for each kind of word, and the lemmatizer once for each word of a kind. Rules about more than one word are matched
everywhere all the same; where one fits, the two do their work themselves.
"""

from __future__ import annotations

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
    """What the pipeline says of a word, but for its relation to others."""

    text: str
    lemma: str
    pos: str
    tag: str


class _Kind(NamedTuple):
    """Words that the same rules fit: their relation, the rules, and those of them that were met, in whatever relation."""

    dep: str
    rules: tuple[tuple[int, int], ...]
    met: dict[int, Word]


class WordReader:
    """Reads the words of texts that a pipeline has parsed without the two components."""

    def __init__(self, pipeline: Language) -> None:
        self._ruler = cast("AttributeRuler", pipeline.get_pipe(RULER))
        self._lemmatizer = cast("Lemmatizer", pipeline.get_pipe(LEMMATIZER))
        # Lists of tens of thousands of words, in which the lemmatizer looks for every form it tries.
        index = self._lemmatizer.lookups.get_table("lemma_index", {})
        index.update({pos: frozenset(index[pos]) for pos in index})
        self._wider: Matcher = type(self._ruler.matcher)(pipeline.vocab)
        self._named: set[int] = set()
        for number, rule in enumerate(cast("list[dict[str, Any]]", self._ruler.patterns)):
            words = _named(rule)
            if words is None:
                self._wider.add(str(number), rule["patterns"])
            else:
                self._named.update(map(pipeline.vocab.strings.add, words))
        self._kinds: dict[tuple[int, int, int, int], _Kind] = {}
        self._met: dict[tuple[int, tuple[tuple[int, int], ...]], dict[int, Word]] = {}

    def __call__(self, doc: Doc) -> list[tuple[Word, str]]:
        """Return what the pipeline says of each token, and its relation, as the two components would have left it."""
        if self._wider(doc, allow_missing=True):
            return [(_word(token), token.dep_) for token in self._lemmatizer(self._ruler(doc))]
        words = []
        for index, (lower, tag, dep, space, orth) in enumerate(doc.to_array(_KIND).tolist()):
            key = (lower if lower in self._named else 0, tag, dep, space)
            kind = self._kinds.get(key) or self._kinds.setdefault(key, self._kind(doc[index]))
            words.append((kind.met.get(orth) or self._meet(doc[index], kind), kind.dep))
        return words

    def _kind(self, token: SpacyToken) -> _Kind:
        matched = self._ruler.matcher(token.doc[token.i : token.i + 1], allow_missing=True)
        rules = tuple(sorted((int(token.vocab.strings[rule]), rule) for rule, _, _ in matched))
        met = self._met.setdefault((token.tag, rules), {})
        self._rule(token, rules)
        return _Kind(token.dep_, rules, met)

    def _meet(self, token: SpacyToken, kind: _Kind) -> Word:
        self._rule(token, kind.rules)
        if token.lemma == 0:
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        return kind.met.setdefault(token.orth, _word(token))

    def _rule(self, token: SpacyToken, rules: tuple[tuple[int, int], ...]) -> None:
        matched = [(number, rule, token.i, token.i + 1) for number, rule in rules]
        self._ruler.set_annotations(token.doc, matched)  # type: ignore[no-untyped-call]


def _word(token: SpacyToken) -> Word:
    return Word(token.text, token.lemma_ or token.lower_, token.pos_, token.tag_)


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
