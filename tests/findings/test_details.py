"""What a clause says of its act beyond who, what, when and where: each detail with its value and its words."""

from __future__ import annotations

import re

import pytest

from dateline.model import AttributeName, EventMention, Modality, Predicate, Span, TimeExpression, TimeType
from tests.factories import make_document
from tests.findings.events_marked import events_in, marked


def lasting(sentence: str, words: str, value: str, mod: str | None = None) -> TimeExpression:
    text = marked(sentence).text
    start = text.index(words)
    return TimeExpression(
        document_id=make_document(text).id,
        span=Span(start, start + len(words)),
        text=words,
        type=TimeType.DURATION,
        value=value,
        mod=mod,
    )


def details(sentence: str, *records: TimeExpression | Predicate) -> set[tuple[str, str]]:
    """Return the details of all events of a sentence as (name, value)."""
    return {(str(a.name), a.value) for event in events_in(sentence, records) for a in event.attributes}


def first(sentence: str) -> EventMention:
    return next(event for event in events_in(sentence) if event.attributes)


@pytest.mark.parametrize(
    ("sentence", "detail"),
    [
        ("<Boric> arrived in {Peru} on Friday.", ("leg", "arrived")),
        ("<Boric> left for {Peru} on Friday.", ("leg", "departed")),
        ("<Boric> returned from {Peru}.", ("leg", "ended")),
        ("<Boric> will visit {Peru}.", ("leg", "announced")),
        ("{Boric} hosted <Lula> in Santiago.", ("host", "Boric")),
        ("<Boric> held a phone call with <Lula>.", ("format", "by phone")),
        ("<Boric> met <Lula> behind closed doors.", ("format", "behind closed doors")),
        ("<President Boric> met <Lula>.", ("level", "heads of state or government")),
        ("<Peru> held talks with <Chile> on the border.", ("agenda", "border")),
        ("<Boric> discussed the price of copper with <Lula>.", ("agenda", "price of copper")),
        ("<Peru> signed a treaty on lithium with {Chile}.", ("document", "treaty on lithium")),
        ("<Peru> voted for the resolution of {Chile}.", ("vote", "for")),
        ("<Peru> voted for the resolution of {Chile}.", ("text", "resolution of Chile")),
        ("<Peru> vetoed the resolution.", ("vote", "vetoed")),
        ("<Peru> and <Chile> abstained.", ("vote", "abstained")),
        ("<Peru> imposed an arms embargo on {Chile}.", ("measure", "arms embargo")),
        ("<Peru> imposed sanctions on {Chile} and froze the assets of its banks.", ("measure", "asset freeze")),
        ("<Peru> arrested {Lula} on charges of treason.", ("charge", "treason")),
        ("<Peru> accused {Chile} of spying.", ("charge", "spying")),
        ("<Peru> accused {Chile} of stealing fish and opened a case.", ("charge", "stealing fish")),
        ("<Norway> gave {Peru} 40 million euros.", ("amount", "40000000 EUR")),
        ("<Norway> gave {Peru} military aid.", ("kind", "military")),
        ("<Peru> sent some 800 troops to the border.", ("number", "about 800 soldier")),
        ("<Peru> withdrew thousands of soldiers from {Chile}.", ("number", "about 2000 to 9999 soldier")),
        ("<Peru> attacked {Chile}, killing at least 12 soldiers.", ("killed", "at least 12 soldier")),
        ("<Peru> attacked {Chile}, killing one and wounding two others.", ("killed", "1")),
        ("<Peru> attacked {Chile}, killing one and wounding two others.", ("wounded", "2")),
        ("<Peru> attacked {Chile}, killing a soldier.", ("killed", "1 soldier")),
        ("<Peru> attacked {Chile} with drones.", ("kind", "drones")),
        ("<Peru> declared a ceasefire in the border war.", ("conflict", "border war")),
        ("<Peru> threatened {Chile} with war unless it withdrew.", ("condition", "unless it withdrew")),
        ("<Peru> freed 240 prisoners.", ("number", "240 prisoner")),
        ("<Peru> arrested six co-defendants.", ("number", "6 defendant")),
        ("<Peru> sent a force of 260 soldiers to {Chile}.", ("number", "260 soldier")),
        ("<Boric> met <Lula> to discuss efforts to end the war.", ("agenda", "efforts to end the war")),
    ],
    ids=lambda case: case if isinstance(case, str) else " ".join(case),
)
def test_detail_is_read_from_its_clause(sentence: str, detail: tuple[str, str]) -> None:
    assert detail in details(sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("<Boric> met {Lula} on the beach.", "agenda"),
        ("<Peru> imposed a ban on {Chile}.", "number"),
        ("<Peru> attacked {Chile} before the crash that killed 12 people.", "killed"),
        ("<Boric> visited {Peru}.", "leg"),
        ("<Boric> arrived in {Peru} on Friday.", "host"),
        ("<Norway> gave {Peru} food for 12 years.", "amount"),
        ("<Peru> accused {Chile} of spying.", "killed"),
        ("<Peru> declared a ceasefire in a bid to save lives.", "conflict"),
        ("<Boric> executed a swift coup against {Peru}.", "killed"),
        ("<Boric> held talks with <Lula> on bilateral trade.", "format"),
    ],
    ids=lambda case: case,
)
def test_what_the_clause_does_not_say_is_not_there(sentence: str, name: str) -> None:
    times = [lasting(sentence, "12 years", "P12Y")] if "12 years" in sentence else []
    assert [value for found, value in details(sentence, *times) if found == name] == []


@pytest.mark.parametrize(
    ("sentence", "words", "value", "mod", "told"),
    [
        ("<Boric> visited {Peru} for three days.", "three days", "P3D", None, "3 day"),
        ("<Boric> began a three-day visit to {Peru}.", "three-day", "P3D", None, "3 day"),
        ("<Boric> and <Lula> held four hours of talks.", "four hours", "PT4H", None, "4 hour"),
        ("<Boric> talked with <Lula> for four and a half hours.", "four and a half hours", "PT4H30M", None, "4.5 hour"),
        (
            "<Boric> talked with <Lula> for more than an hour.",
            "more than an hour",
            "PT1H",
            "MORE_THAN",
            "at least 1 hour",
        ),
    ],
    ids=["for", "before the noun", "of", "and a half", "more than"],
)
def test_duration_is_that_of_the_act(sentence: str, words: str, value: str, mod: str | None, told: str) -> None:
    assert ("duration", told) in details(sentence, lasting(sentence, words, value, mod))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("<Boric> met <Lula> for the first time in seven years.", "seven years"),
        ("<Boric> met <Lula> two days after the storm.", "two days"),
    ],
    ids=["first time in", "days after"],
)
def test_time_before_or_after_something_else_is_no_duration(sentence: str, words: str) -> None:
    assert details(sentence, lasting(sentence, words, "P7Y")) & {("duration", "7 year")} == set()


def test_each_side_of_an_exchange_has_its_number() -> None:
    found = first("<Peru> exchanged 20 [Chilean] prisoners for 12 [Peruvian] soldiers.").attributes
    sides = {(a.value, a.entity.name if a.entity else None) for a in found if a.name is AttributeName.NUMBER}
    assert sides == {("20 prisoner", "Chilean"), ("12 soldier", "Peruvian")}


def test_result_of_a_vote_has_its_numbers() -> None:
    found = first("<Parliament> voted 143 to 5 in favour of the resolution, with 38 abstentions.").attributes
    counted = {(a.value, a.quantity.low) for a in found if a.name is AttributeName.VOTE and a.quantity}
    assert counted == {("for", 143), ("against", 5), ("abstained", 38)}


def test_refused_visit_has_no_leg() -> None:
    sentence = "<Boric> refused to arrive in {Peru}."
    text = marked(sentence).text
    start = text.index("arrive")
    denied = Predicate(
        document_id=make_document(text).id,
        span=Span(start, start + 6),
        text="arrive",
        lemma="arrive",
        factuality=-3.0,
        modality=Modality.DENIED,
    )
    assert [value for name, value in details(sentence, denied) if name == "leg"] == []


def test_words_of_each_detail_stand_where_it_says() -> None:
    sentence = (
        "<Peru> attacked {Chile} with drones on Friday, killing at least 12 soldiers and wounding dozens of people."
    )
    text = marked(sentence).text
    found = first(sentence).attributes
    assert [a.span.of(text) for a in found] == [a.text for a in found]
    assert [a.span.start for a in found] == sorted(a.span.start for a in found)
    quantities = [a.quantity for a in found if a.quantity]
    assert [q.span.of(text) for q in quantities] == [q.text for q in quantities] == ["at least 12", "dozens"]
    assert [re.sub(r"\s", " ", a.text) for a in found] == ["drones", "at least 12 soldiers", "dozens of people"]


def test_details_do_not_change_the_id_of_a_mention() -> None:
    mention = first("<Peru> freed 240 prisoners.")
    assert mention.id == EventMention.make_id(
        mention.document_id, mention.anchor, mention.act, mention.actors, mention.recipients
    )
