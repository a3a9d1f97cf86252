"""An undated report as the finders of clues see it: its text, sentences, and the time expressions that need no anchor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from dateline.model import Document, Sentence, Span, TimeExpression


class Report:
    """A document with its sentences and the time expressions that could be read without knowing its day."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression] = ()) -> None:
        self.document = document
        self.text = document.text
        self.sentences = tuple(sentences)
        self.times = tuple(times)
        self._starts = [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that covers an offset of the text, or None between sentences."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or self.sentences[number].span.end <= offset:
            return None
        return self.sentences[number]

    def before(self, span: Span, *, characters: int = 60) -> str:
        """Return the words of the same sentence before *span*, in lower case, their white space made single."""
        sentence = self.sentence_at(span.start)
        first = max(sentence.span.start if sentence else span.start, span.start - characters)
        return " ".join(self.text[first : span.start].lower().split())

    def after(self, span: Span, *, characters: int = 60) -> str:
        """Return the words of the same sentence after *span*, in lower case, their white space made single."""
        sentence = self.sentence_at(span.start)
        last = min(sentence.span.end if sentence else span.end, span.end + characters)
        return " ".join(self.text[span.end : max(last, span.end)].lower().split())

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The stretches of text that were parsed together, in order."""
        spans: dict[int, Span] = {}
        for sentence in self.sentences:
            first = spans.get(sentence.paragraph, sentence.span)
            spans[sentence.paragraph] = Span(first.start, sentence.span.end)
        return tuple(spans.values())
