"""When an act happened: by the words of its clause, by another event, by the tense; and when nothing is said."""

from __future__ import annotations

import pytest

from dateline.findings.events.attaching import Clock
from dateline.findings.events.distances import Distance, days_beside, distance_of, inverse
from dateline.model import (
    EventMention,
    Happened,
    HappenedBasis,
    Interval,
    Modality,
    Predicate,
    Sentence,
    Span,
    TemporalRelation,
)
from tests.factories import make_document, parse
from tests.findings.events_marked import events_in, marked
from tests.findings.timed import days, time_in

Times = dict[str, str]
MONDAY = {"Monday": "2023-03-20"}


def told(
    sentence: str, times: Times | None = None, word: str = "", published_at: str | None = "2023-03-23"
) -> Happened | None:
    """Return when the act that *word* tells happened, or the only one of the sentence."""
    return event(sentence, times, word, published_at).happened


def event(
    sentence: str, times: Times | None = None, word: str = "", published_at: str | None = "2023-03-23"
) -> EventMention:
    records = [time_in(sentence, words, value, published_at=published_at) for words, value in (times or {}).items()]
    found = events_in(sentence, records, published_at=published_at)
    text = marked(sentence).text
    chosen = [mention for mention in found if not word or mention.anchor.of(text) == word]
    assert len(chosen) == 1, [mention.anchor.of(text) for mention in found]
    return chosen[0]


def interval(happened: Happened | None, basis: HappenedBasis) -> Interval | None:
    assert happened is None or happened.basis is basis, happened
    return happened.interval if happened else None


WEEK = "2023-03-27/2023-03-31"
EXPRESSED = [
    ("<Boric> visited {Peru} on Monday.", MONDAY, "", "2023-03-20"),
    ("On Monday <Peru> and <Chile> vetoed the text.", MONDAY, "", "2023-03-20"),
    ("<Boric>'s Monday visit to {Peru} went well.", MONDAY, "", "2023-03-20"),
    ("<Boric>'s March 20 visit to {Peru} went well.", {"March 20": "2023-03-20"}, "", "2023-03-20"),
    ("<Boric> and <Lula> held talks in Oslo on Monday.", MONDAY, "", "2023-03-20"),
    ("The talks between <Peru> and <Chile> began on Monday.", MONDAY, "", "2023-03-20"),
    ("Talks between <Peru> and <Chile> are set for Friday.", {"Friday": "2023-03-24"}, "", "2023-03-24"),
    ("The talks between <Peru> and <Chile> ended on Monday.", MONDAY, "", "…/2023-03-20"),
    ("<Boric> will visit {Peru} from Monday to Friday.", {"Monday": "2023-03-27", "Friday": "2023-03-31"}, "", WEEK),
    ("<Boric> began a two-day visit to {Peru} on Monday.", {"two-day": "P2D", **MONDAY}, "", "2023-03-20/2023-03-21"),
    ("<Boric> arrived in {Peru} on Monday for a three-day visit.", {"three-day": "P3D", **MONDAY}, "", "2023-03-20"),
    ("<Peru> will free {Lula} by Friday.", {"Friday": "2023-03-24"}, "", "…/2023-03-24"),
    ("<Peru> will free {Lula} before Friday.", {"Friday": "2023-03-24"}, "", "…/2023-03-23"),
    ("<Peru> has bombed {Chile} since Monday.", MONDAY, "", "2023-03-20/…"),
    ("On Monday <Boric> met <Lula> and condemned {Peru}.", MONDAY, "condemned", "2023-03-20"),
    ("<Boric> met <Lula> on Monday, condemning {Peru}.", MONDAY, "condemning", "2023-03-20"),
    ("<Boric> told reporters on Monday at a meeting with <Lula> that all was well.", MONDAY, "meeting", "2023-03-20"),
    ("<Norway> said on Monday, during talks with <Peru>, that all was well.", MONDAY, "talks", "2023-03-20"),
    ("<Boric> invited {Lula} to visit Peru last week.", {"last week": "2023-03-13/2023-03-19"}, "", "2023-03-13/2023-03-19"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "times", "word", "expected"), EXPRESSED, ids=[case[0] for case in EXPRESSED])
def test_days_named_in_the_clause_are_those_of_the_act(sentence: str, times: Times, word: str, expected: str) -> None:
    assert interval(told(sentence, times, word), HappenedBasis.EXPRESSION) == days(expected)


def test_expression_is_cited_as_the_cue() -> None:
    sentence = "<Boric> visited {Peru} on Monday."
    happened = told(sentence, MONDAY)
    assert happened is not None
    assert [cue.of(marked(sentence).text) for cue in happened.cues] == ["Monday"]


ANOTHERS = [
    ("<Boric> said on Monday that <Peru> will attack {Chile}.", MONDAY, "attack"),
    ("<Boric> said Monday <Peru> will attack {Chile}.", MONDAY, "attack"),
    ("<Peru> will attack {Chile}, <Boric> said on Monday.", MONDAY, "attack"),
    ("<Norway> will condemn Monday's vote on {Peru}.", MONDAY, "condemn"),
    ("After Monday's vote <Boric> will visit {Peru} often.", {}, "visit"),
]


@pytest.mark.parametrize(("sentence", "times", "word"), ANOTHERS, ids=[case[0] for case in ANOTHERS])
def test_day_of_something_else_is_not_that_of_the_act(sentence: str, times: Times, word: str) -> None:
    assert told(sentence, times, word) is None


BACKGROUND = [
    ("<Boric> flew to {Peru} after meeting <Lula> on Monday.", MONDAY, "flew", "2023-03-20/2023-03-23"),
    ("Following talks with Lula on Monday, <Boric> flew to {Peru}.", MONDAY, "flew", "2023-03-20/2023-03-23"),
    ("<Norway> condemned {Peru} on Monday, a day after <Peru> attacked {Chile}.", MONDAY, "attacked", "2023-03-19"),
    ("Two days after the vote on Monday, <Norway> hit {Peru}.", {"Two days": "P2D", **MONDAY}, "hit", "2023-03-22"),
    ("<Norway> condemned {Peru} the day before <Boric> left on Monday.", MONDAY, "condemned", "2023-03-19"),
    ("<Norway> said on Monday that <Peru> had attacked {Chile}.", MONDAY, "attacked", "…/2023-03-20"),
    ("As <Boric> arrived in {Lima} on Monday, <Norway> condemned {Chile}.", MONDAY, "condemned", "2023-03-20"),
    ("<Boric> met <Lula> on Monday and condemned {Peru}.", MONDAY, "condemned", "2023-03-20/2023-03-23"),
    ("<Boric> met <Lula> on Monday and then flew to {Peru}.", MONDAY, "flew", "2023-03-20/2023-03-23"),
    ("Before a vote on Monday, <Norway> condemned {Peru} in Lima.", MONDAY, "condemned", "…/2023-03-20"),
    ("<Norway> has armed {Peru} since <Chile> attacked it on Monday.", MONDAY, "armed", "2023-03-20/2023-03-23"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "times", "word", "expected"), BACKGROUND, ids=[case[0] for case in BACKGROUND])
def test_days_follow_from_those_of_the_event_an_act_is_told_by(
    sentence: str, times: Times, word: str, expected: str
) -> None:
    assert interval(told(sentence, times, word), HappenedBasis.BACKGROUND) == days(expected)


def test_noun_that_refers_back_brings_the_days_of_the_act_it_stands_for() -> None:
    text = "<Boric> and <Lula> held talks on Monday.\n<Norway> condemned {Peru} after the talks."
    happened = told(text, MONDAY, "condemned")
    assert interval(happened, HappenedBasis.BACKGROUND) == days("2023-03-20/2023-03-23")


def test_noun_with_parties_of_its_own_refers_to_no_act_told_before() -> None:
    text = "<Boric> and <Lula> held talks on Monday.\n<Norway> condemned {Peru} after the talks with Mercosur."
    happened = told(text, MONDAY, "condemned")
    assert interval(happened, HappenedBasis.DOCUMENT) == days("…/2023-03-23")


def test_well_known_event_has_the_day_that_everybody_knows() -> None:
    happened = told("<Norway> condemned the annexation of Crimea by {Peru}.", word="annexation")
    assert interval(happened, HappenedBasis.BACKGROUND) == days("2014-03-18/…")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("<Iraq> invaded {Kuwait}.", "1990-08-02"),
        ("<Norway> condemned <Iraq>'s invasion of {Kuwait}.", "1990-08-02/…"),
    ],
    ids=["verb", "noun, which goes on"],
)
def test_act_that_happened_once_between_two_states_has_its_day(sentence: str, expected: str) -> None:
    word = "invaded" if "invaded" in sentence else "invasion"
    assert interval(told(sentence, word=word), HappenedBasis.BACKGROUND) == days(expected)


def test_act_the_other_way_round_is_another_one() -> None:
    assert interval(told("<Kuwait> invaded {Iraq}."), HappenedBasis.DOCUMENT) == days("…/2023-03-23")


def test_day_before_which_words_were_not_in_use_is_no_day_of_an_act() -> None:
    happened = told("The <International Criminal Court> issued an arrest warrant for {Lula}.", word="issued")
    assert happened is None or happened.basis is not HappenedBasis.BACKGROUND


def test_well_known_event_is_not_dated_after_the_report() -> None:
    happened = told(
        "<Norway> condemned the annexation of Crimea by {Peru}.", word="annexation", published_at="2014-03-01"
    )
    assert happened is None


BY_THEN = [
    "<Boric> visited {Peru}.",
    "<Boric> has visited {Peru}.",
    "<Boric> had visited {Peru}.",
    "<Boric> arrives in {Peru}.",
    "{Peru} was attacked by <Chile>.",
    "{Lula}, arrested by <Peru>, said nothing.",
    "<Boric> and <Lula> held talks.",
    "<Peru> managed to free {Lula}.",
]


@pytest.mark.parametrize("sentence", BY_THEN)
def test_act_told_as_done_was_done_by_the_day_of_the_report_and_no_more_is_said(sentence: str) -> None:
    happened = told(sentence)
    assert interval(happened, HappenedBasis.DOCUMENT) == days("…/2023-03-23")
    assert happened is not None
    assert happened.cues


def predicate(sentence: str, word: str, modality: Modality) -> Predicate:
    text = marked(sentence).text
    at = text.index(word)
    document = make_document(text, published_at="2023-03-23")
    span = Span(at, at + len(word))
    return Predicate(document_id=document.id, span=span, text=word, lemma=word, factuality=3.0, modality=modality)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("<Peru> is bombing {Chile}.", "2023-03-23"),
        ("“<Peru> is bombing {Chile},” Boric said.", "…/2023-03-23"),
    ],
    ids=["told by the report", "in a quotation"],
)
def test_act_that_goes_on_was_going_on_when_it_was_told(sentence: str, expected: str) -> None:
    ongoing = predicate(sentence, "bombing", Modality.ONGOING)
    (mention,) = events_in(sentence, [ongoing], published_at="2023-03-23")
    assert interval(mention.happened, HappenedBasis.DOCUMENT) == days(expected)


SAYS_NOTHING = [
    "<Boric> will visit {Peru}.",
    "<Norway> plans to invade {Peru}.",
    "<Boric> is due to visit {Peru}.",
    "<Boric> refused to visit {Peru}.",
    "<Boric> is leaving for {Peru}.",
    "<Boric>'s visit to {Peru} will be watched.",
]


@pytest.mark.parametrize("sentence", SAYS_NOTHING)
def test_where_the_report_does_not_say_when_nothing_is_said(sentence: str) -> None:
    assert told(sentence) is None


def test_undated_report_says_of_a_deed_only_what_its_words_do() -> None:
    assert told("<Boric> visited {Peru}.", published_at=None) is None
    assert interval(told("<Boric> visited {Peru} on Monday.", MONDAY, published_at=None), HappenedBasis.EXPRESSION)


def test_past_act_is_not_put_after_its_report() -> None:
    happened = told("<Boric> visited {Peru} on Monday.", {"Monday": "2023-03-27"})
    assert interval(happened, HappenedBasis.DOCUMENT) == days("…/2023-03-23")


@pytest.mark.parametrize(
    ("day", "basis"),
    [("2023-03-20", HappenedBasis.EXPRESSION), ("2023-03-03", HappenedBasis.DOCUMENT)],
    ids=["in the news", "some time ago"],
)
def test_day_some_time_ago_is_that_of_what_is_condemned(day: str, basis: HappenedBasis) -> None:
    happened = told("<Norway> condemned the attacks by {Peru} on Monday and the war.", {"Monday": day}, "condemned")
    assert happened is not None
    assert happened.basis is basis


def test_days_named_stay_when_the_report_is_moved() -> None:
    march = {"3 March 2023": "2023-03-03"}
    sentence = "<Boric> visited {Peru} on 3 March 2023."
    assert told(sentence, march, published_at="2023-03-23") == told(sentence, march, published_at="2024-01-01")


@pytest.mark.parametrize(
    ("duration", "unit", "expected"),
    [
        ("P2D", "day", Distance(2, 2)),
        ("PXD", "day", Distance(1, 30)),
        ("PT5H", "hour", Distance(0, 1)),
        ("P1M", "month", Distance(15, 45)),
        (None, "day", Distance(1, 1)),
        (None, "week", None),
        ("P9999999999D", "day", None),
        ("P1DE", "day", None),
    ],
)
def test_distance_is_as_exact_as_it_is_told(duration: str | None, unit: str, expected: Distance | None) -> None:
    assert distance_of(duration, unit) == expected


@pytest.mark.parametrize(
    ("relation", "distance", "expected"),
    [
        (TemporalRelation.AFTER, None, "2023-03-20/…"),
        (TemporalRelation.AFTER, Distance(1, 2), "2023-03-21/2023-03-24"),
        (TemporalRelation.BEFORE, None, "…/2023-03-22"),
        (TemporalRelation.BEFORE, Distance(1, 2), "2023-03-18/2023-03-21"),
        (TemporalRelation.BEGUN_BY, None, "2023-03-20/…"),
        (TemporalRelation.ENDED_BY, None, "…/2023-03-22"),
        (TemporalRelation.SIMULTANEOUS, None, "2023-03-20/2023-03-22"),
    ],
    ids=str,
)
def test_days_beside_an_event_follow_from_its_days(
    relation: TemporalRelation, distance: Distance | None, expected: str
) -> None:
    assert days_beside(days("2023-03-20/2023-03-22"), relation, distance) == days(expected)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar_do_not_run_over(day: str) -> None:
    for relation in TemporalRelation:
        assert days_beside(days(day), relation, Distance(1, 9999)) is not None


def test_order_is_turned_round_only_where_that_bounds_the_days() -> None:
    assert inverse(TemporalRelation.AFTER) is TemporalRelation.BEFORE
    assert inverse(TemporalRelation.BEGUN_BY) is None


def test_clock_of_a_sentence_without_times_says_nothing() -> None:
    (sentence,) = parse(make_document("Peru met Chile."))[Sentence]
    clock = Clock(sentence, (), Interval())
    assert clock.at(range(len(sentence.tokens))) == []
    assert clock.lasting(sentence.tokens[0]) is None
