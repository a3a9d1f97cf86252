"""The stage that says of each event a document mentions how certain it is that it happened."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotations.factuality.reader import SentenceReader, is_predicate
from dateline.annotations.factuality.reading import Reading
from dateline.model import Document, Layers, Modality, Predicate, Sentence, Token
from dateline.resources.factuality import CERTAIN
from dateline.settings import Settings


class FactualityAnnotator:
    """Tags verbs and event nouns with factuality and modality."""

    name = "factuality.rules"
    version = "3"
    requires = (Sentence,)
    yields = (Predicate,)

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __call__(self, document: Document, layers: Layers) -> Iterator[Predicate]:
        """Yield the predicates in order of the text."""
        for sentence in layers[Sentence]:
            reader = SentenceReader(sentence)
            for token in sentence.tokens:
                if is_predicate(token):
                    yield _predicate(document, token, reader.told(token), reader.modality(token))


def _predicate(document: Document, token: Token, reading: Reading, modality: Modality) -> Predicate:
    return Predicate(
        document_id=document.id,
        span=token.span,
        text=token.text,
        lemma=token.lemma,
        factuality=round(max(-CERTAIN, min(CERTAIN, reading.value)), 2),
        modality=modality,
        cues=tuple(dict.fromkeys(reading.cues)),
    )
