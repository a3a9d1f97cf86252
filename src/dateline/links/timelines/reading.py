"""What a timeline needs to know of one report: its sentences' terms, and which days they name in what way."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dateline.model import Document, Sentence, Span, TimeExpression, Token
from dateline.resources.dating import dating_words
from dateline.resources.nominals import pronouns
from dateline.resources.terms import terms_in

FESTIVALS = frozenset({"holiday", "holiday_week", "part_of_year", "year_end"})
"""Rows of the grammar of times that name a day by the calendar's feasts, mostly to say about when."""

_SUBJECTS = ("nsubj", "nsubjpass")
_JOINING = frozenset({"CCONJ", "SCONJ"})
_FARTHEST_VERB = 12
_CAPITALS = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """A day that a sentence names, and the traits of the naming (timeline_weights.tsv)."""

    day: date
    traits: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence: where it stands, how many words it has, its terms, the days it names, its traits."""

    span: Span
    words: int
    terms: tuple[str, ...]
    namings: tuple[Naming, ...]
    traits: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """A report as a timeline needs it; `day` is None when it is not known about when it was written."""

    document_id: str
    day: date | None
    passages: tuple[Passage, ...]

    def about(self, words: str) -> ReadReport:
        """Return the report with only the sentences that have one of *words*, in any of its forms."""
        wanted = {term.stem for term in terms_in(words) if term}
        return replace(self, passages=tuple(one for one in self.passages if not wanted.isdisjoint(one.terms)))


def read_report(document: Document, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]) -> ReadReport:
    """Return what a timeline needs of a report. What a page says of its own making ("was amended on 2 May") is left out."""
    day = document.reported_by
    told = _by_sentence(sentences, expressions)
    passages = [
        _passage(document, day, sentence, told[place])
        for place, sentence in enumerate(sentences)
        if not _is_note(sentence)
    ]
    return ReadReport(document_id=document.id, day=day, passages=tuple(passages))


def _by_sentence(
    sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> dict[int, list[TimeExpression]]:
    starts = [sentence.span.start for sentence in sentences]
    told: dict[int, list[TimeExpression]] = defaultdict(list)
    for expression in expressions:
        told[bisect_right(starts, expression.span.start) - 1].append(expression)
    return told


def _passage(
    document: Document, day: date | None, sentence: Sentence, expressions: Sequence[TimeExpression]
) -> Passage:
    span = sentence.span
    return Passage(
        span=span,
        words=sum(any(map(str.isalnum, token.text)) for token in sentence.tokens),
        terms=tuple(term.stem for term in terms_in(document.text, span.start, span.end) if term),
        namings=tuple(_namings(day, sentence, expressions)),
        traits=frozenset(_sentence_traits(sentence)),
    )


def _namings(today: date | None, sentence: Sentence, expressions: Sequence[TimeExpression]) -> list[Naming]:
    """Return one naming for each day, with the traits of its first expression."""
    found: dict[date, Naming] = {}
    for expression in expressions:
        interval = expression.interval
        if interval is not None and interval.earliest is not None and interval.earliest == interval.latest:
            day = interval.earliest
            found.setdefault(day, Naming(day, frozenset(_naming_traits(today, day, sentence, expression))))
    return list(found.values())


def _naming_traits(today: date | None, day: date, sentence: Sentence, expression: TimeExpression) -> set[str]:
    traits = set[str]()
    if today is not None and day > today:
        traits.add("ahead")
    if expression.rule in FESTIVALS:
        traits.add("festival")
    verb = _verb_of(sentence, expression.span)
    if verb is not None and any(child.tag == "MD" for child in sentence.children(verb, "aux")):
        traits.add("planned")
    return traits


def _verb_of(sentence: Sentence, span: Span) -> Token | None:
    token = next(iter(sentence.within(span)), None)
    for _ in range(_FARTHEST_VERB):
        if token is None or token.pos in ("VERB", "AUX"):
            return token
        head = sentence.head(token)
        token = None if head.index == token.index else head
    return None


def _sentence_traits(sentence: Sentence) -> set[str]:
    words = [token for token in sentence.tokens if any(map(str.isalnum, token.text))]
    known = pronouns()
    traits = set[str]()
    if any(token.pos == "PRON" and token.lower in known and known[token.lower].person != "3" for token in words):
        traits.add("speaker")
    if words and words[0].pos == "PRON":
        traits.add("pointing")
    if words and (words[0].pos in _JOINING or _is_aside(sentence, words[0])):
        traits.add("joined")
    if any(token.text == "?" for token in sentence.tokens):
        traits.add("question")
    if sentence.root.pos not in ("VERB", "AUX"):
        traits.add("verbless")
    if sum(token.text.isupper() and len(token.text) > 1 for token in words) > _CAPITALS:
        traits.add("shouting")
    return traits


def _is_aside(sentence: Sentence, first: Token) -> bool:
    """Say whether the sentence begins with an adverb that a comma sets off ("Meanwhile, ...")."""
    following = sentence.tokens[first.index + 1 : first.index + 2]
    return first.pos == "ADV" and any(token.text == "," for token in following)


def _is_note(sentence: Sentence) -> bool:
    verbs, pages = _note_words()
    return any(
        token.lower in verbs
        and any(child.lower in pages and _is_this(sentence, child) for child in sentence.children(token, *_SUBJECTS))
        for token in sentence.tokens
    )


def _is_this(sentence: Sentence, noun: Token) -> bool:
    return any(child.lower == "this" for child in sentence.children(noun, "det"))


@cache
def _note_words() -> tuple[frozenset[str], frozenset[str]]:
    return dating_words("amended") | dating_words("appeared"), dating_words("page")
