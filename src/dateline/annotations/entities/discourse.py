"""What a report has spoken of, sentence by sentence, as far as it has been read: where descriptions and pronouns point back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.annotations.entities.mentions import Found
from dateline.model import Document, Form, Role, Sentence, Token


class Discourse:
    """The mentions of one report, by sentence; names are there from the start, what points back is added as it is read."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], names: Iterable[Found]) -> None:
        self.sentences = sentences
        self._paragraphs = _paragraphs(document, sentences)
        self._places = {id(sentence): place for place, sentence in enumerate(sentences)}
        self._found: list[list[Found]] = [[] for _ in sentences]
        self._heads: list[dict[int, Found]] = [{} for _ in sentences]
        self._genders: dict[str, str] = {}
        for name in names:
            if id(name.sentence) in self._places:
                self.add(name)

    def add(self, mention: Found) -> None:
        """Add a mention; of two with one head the longer is met there, a resolved one before one that is not."""
        place = self._places[id(mention.sentence)]
        self._found[place].append(mention)
        for index in {mention.head.index, mention.anchor.index}:
            known = self._heads[place].get(index)
            if known is None or not known.meaning.references or mention.head.index == index:
                self._heads[place][index] = mention
        entity = mention.meaning.entity
        if entity is not None and mention.meaning.gender and mention.form is not Form.PRONOUN:
            self._genders.setdefault(entity.id, mention.meaning.gender)

    def place(self, sentence: Sentence) -> int:
        """Return the number of a sentence."""
        return self._places[id(sentence)]

    def mentions(self, place: int) -> Sequence[Found]:
        """Return the mentions of a sentence read so far: names in order of the text, then what points back."""
        return self._found[place]

    def at(self, sentence: Sentence, token: Token | None) -> Found | None:
        """Return the mention that hangs by a token, or None."""
        return self._heads[self.place(sentence)].get(token.index) if token is not None else None

    def gender(self, mention: Found) -> str:
        """Return m, f, or empty: what is known of a mention's entity, else of its words."""
        entity = mention.meaning.entity
        return (self._genders.get(entity.id, "") if entity is not None else "") or mention.meaning.gender

    def back(self, sentence: Sentence, reach: int, paragraphs: int = 1) -> Iterator[tuple[int, Sentence]]:
        """Yield a sentence and those before it with their distance, at most *reach* and *paragraphs* back.

        Headings and captions are passed over: what they say is not part of the telling.
        """
        place = self.place(sentence)
        yield 0, sentence
        start, distance = self._paragraphs[place], 0
        for before in range(place - 1, -1, -1):
            if self._paragraphs[before] is None:
                continue
            distance += 1
            if distance > reach or (start or 0) - (self._paragraphs[before] or 0) > paragraphs:
                return
            yield distance, self.sentences[before]

    def opens_paragraph(self, sentence: Sentence) -> bool:
        """Say whether a sentence is the first of its paragraph."""
        place = self.place(sentence)
        return place == 0 or self.sentences[place - 1].paragraph != sentence.paragraph


def _paragraphs(document: Document, sentences: Sequence[Sentence]) -> list[int | None]:
    """Return the number of each sentence's paragraph, counting those of the body; None for headings and captions.

    A report with nothing but headings is read as if they were its body.
    """
    beside = {part.paragraph for part in document.parts if part.role in (Role.HEADING, Role.CAPTION)}
    beside -= {part.paragraph for part in document.parts if part.role is Role.BODY}
    body = sorted({sentence.paragraph for sentence in sentences} - beside)
    numbers = {paragraph: number for number, paragraph in enumerate(body)}
    return [numbers.get(sentence.paragraph) for sentence in sentences]
