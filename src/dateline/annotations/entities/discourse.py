"""What a report has spoken of, sentence by sentence, as far as it has been read: where descriptions and pronouns point back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.annotations.entities.mentions import Found
from dateline.model import Document, Form, Role, Sentence, Token
from dateline.resources.names import word_set

_WEIGHTS = {
    "nsubj": 80.0,
    "nsubjpass": 80.0,
    "csubj": 80.0,
    "dobj": 50.0,
    "dative": 45.0,
    "pobj": 40.0,
    "amod": 15.0,
    "compound": 15.0,
    "nmod": 15.0,
}
_OWNER_OF_SUBJECT = 60.0
_OWNER = 40.0
_WEIGHT = 30.0
SUBJECTS = ("nsubj", "nsubjpass")


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


def weight(sentence: Sentence, token: Token) -> float:
    """Return how much a word stands out by its place in the sentence; what is joined by "and" stands like the first."""
    token = first_conjunct(sentence, token)
    if token.dep == "poss":
        return _OWNER_OF_SUBJECT if sentence.head(token).dep in SUBJECTS else _OWNER
    return _WEIGHTS.get(token.dep, _WEIGHT)


def first_conjunct(sentence: Sentence, token: Token) -> Token:
    """Return the first of the words that a token is joined to by "and"."""
    while token.dep == "conj" and token.head != token.index:
        token = sentence.head(token)
    return token


def clause_verb(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb whose subject, object or prepositional object a token is, or None for one inside another phrase."""
    token = first_conjunct(sentence, token)
    above = sentence.head(token)
    if token.dep == "pobj" and above.dep in ("prep", "agent", "dative"):
        above = sentence.head(above)
    return above if above.pos in ("VERB", "AUX") and above.index != token.index else None


def governing_subject(sentence: Sentence, token: Token) -> Token | None:
    """Return who acts in the clause of *token*: the nearest subject above and before it.

    A relative "who" is the noun it follows; of "asked him to leave" the one asked leaves; of "Chad's right to defend itself"
    Chad does. A subject that *token* is a part of does not count, but in "Chad for its part".
    """
    below, passed = token, set() if sentence.head(token).lower == "part" else {token.index}
    for above in sentence.ancestors(token):
        subject = _pressed(sentence, above, below) or subject_of(sentence, above)
        if below.dep == "acl" and subject is None and below.tag == "VB":
            subject = sentence.child(above, "poss")
        if subject is not None and subject.index < token.index and subject.index not in passed:
            return subject
        if passed:
            passed.add(above.index)
        below = above
    return None


def partner_of(sentence: Sentence, token: Token) -> Token | None:
    """Return what is joined by "and" to what a possessive owns, and so owns it: "the party and its allies"."""
    owned = sentence.head(token)
    if token.tag != "PRP$" or owned.dep != "conj":
        return None
    first = first_conjunct(sentence, owned)
    return first if first.index < token.index and first.pos in ("NOUN", "PROPN", "PRON") else None


def following_subject(sentence: Sentence, token: Token) -> Token | None:
    """Return the subject of the main clause where *token* stands in what opens it: "on his way home Ivan Example said"."""
    subject = sentence.child(sentence.root, *SUBJECTS)
    if subject is None or subject.pos != "PROPN" or subject.index < token.index:
        return None
    top = next((above for above in (token, *sentence.ancestors(token)) if above.head == sentence.root.index), token)
    return subject if top.dep in ("prep", "advcl", "npadvmod") else None


def clause_subject(sentence: Sentence, token: Token) -> Token | None:
    """Return who does what *token* suffers: the subject of its verb, or of the verb above an infinitive, or whom that asks."""
    below = token
    for above in sentence.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            subject = _pressed(sentence, above, below) or subject_of(sentence, above)
            if subject is not None:
                return subject
            if above.dep not in ("xcomp", "ccomp", "advcl", "conj", "acl"):
                return None
        below = above
    return None


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject of a verb, or of the one it is joined to; for a relative pronoun the noun that it stands for."""
    subject = sentence.child(verb, *SUBJECTS)
    while subject is None and verb.dep == "conj" and verb.head != verb.index:
        verb = sentence.head(verb)
        subject = sentence.child(verb, *SUBJECTS)
    if subject is not None and subject.tag in ("WP", "WDT") and verb.dep == "relcl":
        return sentence.head(verb)
    return subject


def _pressed(sentence: Sentence, verb: Token, below: Token) -> Token | None:
    """Return whom a verb presses to do what the infinitive below it says ("asked Ana to leave"), or None."""
    if below.dep not in ("xcomp", "ccomp") or verb.lemma not in word_set("presses"):
        return None
    pressed = sentence.child(verb, "dobj", "dative")
    return pressed if pressed is not None and pressed.index < below.index else None
