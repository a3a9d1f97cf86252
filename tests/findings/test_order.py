"""In which order a report says that its events happened, and what it does not say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.findings.order import OrderFinder
from dateline.findings.order.signals import stated
from dateline.model import (
    EntityMention,
    EventMention,
    Layers,
    Predicate,
    Sentence,
    Span,
    TemporalLink,
    TimeExpression,
)
from dateline.resources.factuality import event_nouns
from dateline.settings import Settings
from tests.factories import make_document, parse
from tests.findings.events_marked import events_in, marked
from tests.findings.timed import days, time_in

FINDER = OrderFinder(Settings())


def layers_of(sentence: str, times: dict[str, str]) -> Layers:
    """Return the layers of a marked sentence; every verb and event noun is a predicate."""
    expressions = [time_in(sentence, words, value) for words, value in times.items()]
    document = make_document(marked(sentence).text)
    layers = parse(document)
    predicates = [
        Predicate(document_id=document.id, span=token.span, text=token.text, lemma=token.lemma, factuality=3.0)
        for parsed in layers[Sentence]
        for token in parsed.tokens
        if token.pos == "VERB" or token.lemma in event_nouns()
    ]
    kinds = [EntityMention, EventMention, Predicate, TimeExpression]
    return layers.with_records(kinds, [*events_in(sentence, expressions), *predicates, *expressions])


def links_in(sentence: str, times: dict[str, str] | None = None) -> list[TemporalLink]:
    layers = layers_of(sentence, times or {}).only(FINDER.requires)
    return list(FINDER(make_document(marked(sentence).text), layers))


def said(link: TemporalLink) -> tuple[str, str, str]:
    return link.left.text, str(link.relation), link.right.text


STATED = [
    ("<Boric> flew to {Peru} after meeting <Lula>.", ("flew", "after", "meeting")),
    ("After <Boric> met <Lula>, <Norway> condemned {Peru}.", ("condemned", "after", "met")),
    ("<Boric> will speak with <Lula> after talks with <Peru>.", ("speak", "after", "talks")),
    ("<Boric> invited {Lula} before a second round of talks.", ("invited", "before", "talks")),
    ("Ahead of the vote <Norway> condemned {Peru}.", ("condemned", "before", "vote")),
    ("<Norway> condemned {Peru} in the wake of the attack.", ("condemned", "after", "attack")),
    ("<Boric> met <Lula> during the conference.", ("met", "is_included", "conference")),
    ("<Boric> met <Lula> on the sidelines of the conference.", ("met", "is_included", "conference")),
    ("<Norway> has armed {Peru} since <Chile> attacked it.", ("armed", "begun_by", "attacked")),
    ("<Peru> bombed {Chile} until the ceasefire.", ("bombed", "ended_by", "ceasefire")),
    ("<Norway> condemned {Peru} while it was bombing {Chile}.", ("condemned", "is_included", "bombing")),
    ("As <Boric> arrived in {Lima}, <Norway> condemned {Chile}.", ("condemned", "simultaneous", "arrived")),
    ("<Boric> met <Lula> and then flew to {Peru}.", ("flew", "after", "met")),
    ("<Boric>'s visit to {Peru} followed the attack.", ("visit", "after", "attack")),
    ("The talks between <Peru> and <Chile> came after the attack.", ("talks", "after", "attack")),
    ("<Boric> held talks with <Lula>, followed by a dinner.", ("dinner", "after", "talks")),
    ("<Norway> condemned {Peru} two days after the attack.", ("condemned", "after", "attack")),
]


@pytest.mark.parametrize(("sentence", "expected"), STATED, ids=[case[0] for case in STATED])
def test_order_is_as_the_words_state_it(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [said(link) for link in links_in(sentence)]


NOT_STATED = [
    "<Boric> met <Lula> and flew to {Peru}.",
    "<Peru> has not met <Chile> since the vote.",
    "<Norway> condemned {Peru} while <Chile> praised it.",
    "Since <Peru> attacked {Chile}, it must pay.",
    "<Norway> condemned {Peru}, as did Iceland.",
    "After the attack, <Boric> said that {Peru} had called for calm.",
    "<Boric> met <Lula> after all.",
    "The vote came before the harvest.",
]


@pytest.mark.parametrize("sentence", NOT_STATED)
def test_no_order_is_read_into_words_that_state_none(sentence: str) -> None:
    assert links_in(sentence) == []


DAYS = [
    ("<Peru> will free {Lula} by Friday.", {"Friday": "2023-03-24"}, ("free", "ended_by", "Friday")),
    ("<Peru> has bombed {Chile} since Monday.", {"Monday": "2023-03-20"}, ("bombed", "begun_by", "Monday")),
    ("<Peru> will free {Lula} before Friday.", {"Friday": "2023-03-24"}, ("free", "before", "Friday")),
]


@pytest.mark.parametrize(("sentence", "times", "expected"), DAYS, ids=[case[0] for case in DAYS])
def test_event_may_be_ordered_by_a_day(sentence: str, times: dict[str, str], expected: tuple[str, str, str]) -> None:
    (link,) = links_in(sentence, times)
    assert said(link) == expected
    (value,) = times.values()
    assert (link.right.event, link.right.interval) == (None, days(value))


def test_day_of_the_act_itself_is_no_order() -> None:
    assert links_in("<Boric> visited {Peru} on Monday.", {"Monday": "2023-03-20"}) == []


def test_ends_name_the_event_mentions_that_they_are() -> None:
    sentence = "<Boric> flew to {Peru} after meeting <Lula>."
    flew, meeting = events_in(sentence)
    (link,) = links_in(sentence)
    assert (link.left.event, link.right.event) == (flew.id, meeting.id)


def test_link_says_where_it_is_stated() -> None:
    (link,) = links_in("<Norway> condemned {Peru} in the wake of the attack.")
    assert link.signal.of(link.evidence.quote) == "in the wake of"
    assert link.evidence.span == Span(0, len(link.evidence.quote))
    assert (link.derivation.stage, link.derivation.version) == (FINDER.name, FINDER.version)


@pytest.mark.parametrize(
    ("relation", "order"),
    [
        ("before", "before"),
        ("ended_by", "before"),
        ("after", "after"),
        ("begun_by", "after"),
        ("simultaneous", "overlaps"),
    ],
)
def test_relation_is_one_of_three_orders(relation: str, order: str) -> None:
    (link,) = links_in("<Boric> flew to {Peru} after meeting <Lula>.")
    assert replace(link, relation=type(link.relation)(relation)).relation.order == order


def test_words_far_apart_are_told_to_be_so() -> None:
    (sentence,) = parse(make_document("Norway condemned Peru two days after the attack."))[Sentence]
    (order,) = stated(sentence)
    assert order.measure is not None
    assert order.measure.text == "days"
